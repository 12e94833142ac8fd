"""Every sentence that a person reads stands in the one catalogue."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tools.messages import ROOT, TARGET, gather

SCREENS = sorted([*(ROOT / "dashboard" / "screens").glob("*.py"), *(ROOT / "dashboard" / "components").glob("*.py")])


def test_the_catalogue_holds_every_sentence_of_the_code_and_no_other() -> None:
    with TARGET.open("rb") as file:
        kept = {message.id for message in read_po(file) if message.id}
    found = {message.id for message in gather() if message.id}
    assert found - kept == set(), "run: make messages"
    assert kept - found == set(), "run: make messages"


def sentences_in(path: Path) -> Iterator[str]:
    """Literal sentences that a screen hands straight to Streamlit."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "st") or node.func.attr == "html":
            continue
        for argument in [*node.args, *(word.value for word in node.keywords if word.arg in {"label", "help", "text"})]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and " " in argument.value:
                yield f"{path.name}:{node.lineno}: {argument.value}"


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.name)
def test_no_screen_says_a_sentence_of_its_own(path: Path) -> None:
    assert list(sentences_in(path)) == []


def test_no_sentence_shouts_or_wears_an_emoji() -> None:
    for message in gather():
        for text in [message.id] if isinstance(message.id, str) else message.id:
            assert "!" not in text.replace("!r}", "}"), text
            assert all(ord(letter) < 0x1F000 for letter in text), text
