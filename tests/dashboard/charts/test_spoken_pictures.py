"""Every word in a picture, beneath it, in its alternative text and in its table passes through the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
import vl_convert

from assessments.catalogue import load
from assessments.language import ENGLISH, Language, use_language
from dashboard.charts.picture import Picture, at_width
from dashboard.pseudo_locale import PseudoTranslations
from dashboard.theme import LIGHT, Palette
from tests.dashboard.charts.test_every_picture import NAMES
from tests.known_words import Known, texts_in, unspoken_in

HERE = Path(__file__).parent
INVENTED = "".join((HERE / name).read_text(encoding="utf-8") for name in ("conftest.py", "invented_life.py"))
Draw = Callable[[str, int, Palette], Picture]


@pytest.fixture(autouse=True)
def _pseudo_locale() -> Iterator[None]:
    use_language(Language(PseudoTranslations(), "en"))
    yield
    use_language(ENGLISH)


def words_of(picture: Picture) -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text: drawn, read out, beneath, in the table."""
    yield "alt", picture.alt_text
    yield "empty", picture.empty_says
    yield from (("note", note) for note in picture.notes)
    yield from (("column", str(column)) for column in picture.table.columns)
    for column in picture.table.select_dtypes(include=["object", "string"]):
        yield from (("cell", str(value)) for value in picture.table[column].unique()[:50])
    if picture.chart is not None:
        drawn = vl_convert.vegalite_to_svg(at_width(picture.chart, 700), vl_version="6.1")
        yield from (("chart", unescape(text)) for text in re.findall(r"<text[^>]*>([^<]*)</text>", drawn))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("weeks", [0, 1, 60], ids=["empty", "one", "a year"])
def test_no_word_of_a_picture_stands_outside_the_catalogue(draw: Draw, name: str, weeks: int) -> None:
    known = Known(frozenset([*texts_in(load()), *re.findall(r'"([^"\n]+)"', INVENTED)]), "en")
    picture = draw(name, weeks, LIGHT)
    found = {fault for where, text in words_of(picture) for fault in unspoken_in(where, text, known)}
    assert found == set(), "\n".join(map(str, found))
