"""SECURITY.md promises nothing that no test shows: every test and benchmark that it names is there."""

from __future__ import annotations

import ast
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("|") and not line.startswith(("|---", "| Promise"))]
FILE = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
TEST = re.compile(r"`(test_\w+)`")


def names_in(path: str) -> set[str]:
    """The names of the tests in that file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_every_promise_names_tests_that_are_there(row: str) -> None:
    files = [match.group(1) for match in FILE.finditer(row)]
    assert files, "a promise without a test"
    missing = [path for path in files if not (ROOT / path).is_file()]
    assert missing == []
    named = {match.group(2) for match in FILE.finditer(row) if match.group(2)} | set(TEST.findall(row))
    assert named - set().union(*(names_in(path) for path in files)) == set()


def test_every_benchmark_that_is_named_is_there() -> None:
    named = set(re.findall(r"`python -m (tests\.[\w.]+)", PAGE))
    assert named
    assert [name for name in named if importlib.util.find_spec(name) is None] == []
