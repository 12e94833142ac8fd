"""What holds for every picture: empty, with one record, and with ten years of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import altair
import pytest
import vl_convert

from assessments.language import ENGLISH, Language, use_language
from dashboard.charts.picture import Picture, at_width
from dashboard.theme import DARK, LIGHT, Palette, grey

TEN_YEARS = 520
NAMES = (
    "score", "signs", "themes", "map", "forest", "practices", "beliefs", "feelings", "traps", "ladder", "risk",
    "bridges", "answers",
)  # fmt: skip
CHANNELS = ("color", "fill", "stroke", "shape", "size", "strokeWidth")
Draw = Callable[[str, int, Palette], Picture]
every_picture = pytest.mark.parametrize("name", NAMES)
with_records = pytest.mark.parametrize("weeks", [1, TEN_YEARS], ids=["one", "ten years"])


@every_picture
def test_without_records_there_is_no_chart_and_a_kind_sentence(draw: Draw, name: str) -> None:
    picture = draw(name, 0, LIGHT)
    assert picture.chart is None
    assert picture.empty_says.endswith(".")
    assert picture.alt_text == picture.empty_says
    assert picture.n == 0 and picture.table.empty and picture.notes == ()


@every_picture
@with_records
def test_with_records_it_has_words_a_table_and_a_count(draw: Draw, name: str, weeks: int) -> None:
    picture = draw(name, weeks, LIGHT)
    assert picture.chart is not None and picture.empty_says == ""
    assert len(picture.alt_text) > 20 and "{" not in picture.alt_text
    assert all(note.endswith(".") and "{" not in note for note in picture.notes)
    assert not picture.table.empty and picture.n > 0


@every_picture
@with_records
def test_the_specification_is_plain_and_keeps_everything_to_itself(draw: Draw, name: str, weeks: int) -> None:
    chart = draw(name, weeks, LIGHT).chart
    assert chart is not None
    text = json.dumps(chart, allow_nan=False)
    assert "url" not in text and "href" not in text
    assert chart["width"] == "container" and chart["background"] == "transparent"
    assert chart["usermeta"] == {"embedOptions": {"actions": False}}
    assert "legend" not in {key for key, value in _pairs(chart) if value}


@every_picture
def test_ten_years_send_no_more_than_some_hundreds_of_rows_for_each_layer(draw: Draw, name: str) -> None:
    chart = draw(name, TEN_YEARS, LIGHT).chart
    assert chart is not None
    assert max(len(layer["data"]["values"]) for layer in chart["layer"]) <= 1300
    assert sum(len(layer["data"]["values"]) for layer in chart["layer"]) <= 6000


@every_picture
@with_records
def test_it_follows_the_schema_and_is_no_wider_than_a_phone(draw: Draw, name: str, weeks: int) -> None:
    chart = draw(name, weeks, LIGHT).chart
    assert chart is not None
    altair.LayerChart.from_dict(chart)
    drawn = vl_convert.vegalite_to_svg(at_width(chart, 340), vl_version="6.1")
    width = re.search(r'<svg[^>]* width="([\d.]+)"', drawn)
    assert width is not None and float(width.group(1)) <= 341
    assert "NaN" not in drawn and "undefined" not in drawn and "null" not in _shown(drawn)


@every_picture
def test_no_time_domain_is_left_to_the_interpreter_of_the_page(draw: Draw, name: str) -> None:
    chart = draw(name, TEN_YEARS, LIGHT).chart
    assert chart is not None
    assert "datetime(" not in json.dumps(vl_convert.vegalite_to_vega(at_width(chart, 700), vl_version="6.1"))


@every_picture
def test_each_mode_uses_the_colours_of_its_own_palette_alone(draw: Draw, name: str) -> None:
    light = set(re.findall("#[0-9A-Fa-f]{6}", json.dumps(draw(name, TEN_YEARS, LIGHT).chart)))
    dark = set(re.findall("#[0-9A-Fa-f]{6}", json.dumps(draw(name, TEN_YEARS, DARK).chart)))
    assert light and dark and not light & dark


@every_picture
def test_in_grey_nothing_but_grey_is_drawn(draw: Draw, name: str) -> None:
    colours = re.findall("#[0-9A-Fa-f]{6}", json.dumps(draw(name, 30, grey(LIGHT)).chart))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


@every_picture
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_no_two_kinds_of_marks_differ_in_hue_alone(draw: Draw, name: str, palette: Palette) -> None:
    chart = draw(name, 60, palette).chart
    assert chart is not None
    names = {hue: word for word, hue in palette.hues.items()}
    looks: dict[tuple[object, ...], set[str]] = {}
    for layer in chart["layer"]:
        for colours, look in _looks(layer):
            looks.setdefault(look, set()).update(names[colour] for colour in colours if colour in names)
    assert {look: hues for look, hues in looks.items() if len(hues) > 1} == {}


class _Marked:
    """Translations that mark every message, as a pseudo-locale does."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


@pytest.fixture
def in_marked_german() -> Iterator[None]:
    use_language(Language(_Marked(), "de"))
    yield
    use_language(ENGLISH)


@every_picture
@pytest.mark.usefixtures("in_marked_german")
def test_every_sentence_passes_through_the_catalogue_and_dates_speak_the_locale(draw: Draw, name: str) -> None:
    picture = draw(name, 60, LIGHT)
    assert picture.chart is not None
    assert picture.alt_text.startswith("⟦") and all(note.startswith("⟦") for note in picture.notes)
    assert picture.table.columns[0].startswith("⟦")
    assert picture.chart["config"]["locale"]["time"]["shortMonths"][9] == "Okt"
    assert picture.chart["config"]["locale"]["number"]["decimal"] == ","


def _looks(layer: dict[str, Any]) -> Iterator[tuple[set[str], tuple[object, ...]]]:
    """The colours of each drawn row (text aside, which says itself) with everything else that sets it apart."""
    mark, encoding = layer["mark"], layer["encoding"]
    if mark["type"] == "text":
        return
    for row in layer["data"]["values"]:
        given = {k: row.get(encoding[k]["field"]) if "field" in encoding.get(k, {}) else mark.get(k) for k in CHANNELS}
        colours = {given[k] for k in ("color", "fill", "stroke") if given[k]}
        yield (
            colours,
            (
                mark["type"],
                given["shape"],
                given["size"],
                given["strokeWidth"],
                str(mark.get("strokeDash")),
                mark.get("filled", False) or given["fill"] == given["stroke"],
                mark.get("yOffset"),
            ),
        )


def _pairs(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from _pairs(value)
    elif isinstance(node, list):
        for value in node:
            yield from _pairs(value)


def _shown(svg: str) -> str:
    return " ".join(re.findall(r"<text[^>]*>(.*?)</text>", svg, re.S))
