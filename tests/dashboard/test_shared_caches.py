"""No cache of the whole process keeps a person's words: each is declared, and those that hold words are emptied."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.tokens import stem
from dashboard.seclusion import WORD_CACHES, forget_shared_words

ROOT = Path(__file__).resolve().parents[2]
CACHES = {"cache", "lru_cache", "cache_data", "cache_resource"}
WITHOUT_WORDS = {
    "analysis.differences": "numbers of check-ins",
    "analysis.noise": "dates",
    "analysis.running_evidence": "places in a series",
    "analysis.tokens": "names of our own word lists",
    "assessments.exchange.moments": "names of time zones",
    "assessments.exchange.wall_clock": "dates and zones",
    "assessments.language": "numbers, dates and locales",
    "assessments.scoring": "questionnaires",
    "assessments.storage.moments": "names of time zones",
    "dashboard.charts.grammar": "locales",
    "dashboard.components.own_component": "our own components",
    "dashboard.early_scripts": "names of Streamlit's files",
    "dashboard.static_files": "names of Streamlit's files",
    "dashboard.translations": "locales",
}


def cached_by_arguments() -> Iterator[tuple[str, str]]:
    """The module and name of each function that remembers its results for the whole process by its arguments."""
    for package in ("assessments", "analysis", "dashboard"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef) and node.args.args and any(map(_is_cache, node.decorator_list)):
                    yield ".".join(path.relative_to(ROOT).with_suffix("").parts), node.name


def _is_cache(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) in CACHES


def test_every_cache_of_the_process_is_known_to_hold_no_words_or_is_emptied_by_a_lock() -> None:
    found = set(cached_by_arguments())
    assert set(WORD_CACHES) <= found
    unknown = {(module, name) for module, name in found if (module, name) not in WORD_CACHES}
    assert {module for module, _ in unknown} - WITHOUT_WORDS.keys() == set()


def test_streamlit_s_shared_caches_keep_nothing_but_one_switch() -> None:
    uses = [
        path.name
        for path in (ROOT / "dashboard").rglob("*.py")
        for name in ("cache_data", "st.connection")
        if name in path.read_text(encoding="utf-8")
    ]
    assert uses == []


def test_a_lock_empties_the_caches_that_hold_words() -> None:
    stem("marzipan")
    assert stem.cache_info().currsize
    forget_shared_words()
    assert stem.cache_info().currsize == 0


@pytest.mark.parametrize(("module", "name"), WORD_CACHES)
def test_a_cache_to_be_emptied_is_one(module: str, name: str) -> None:
    assert hasattr(getattr(__import__(module, fromlist=[name]), name), "cache_clear")
