"""The PDF: its pages, its tags, its figures, and words that it must carry without obeying them."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from analysis.frames import History, score_series
from assessments.records import Entry, Event
from dashboard import report
from tests.dashboard.report.conftest import LAST_DAY, NOON, Own
from tests.dashboard.report.pdf_reading import read, root_of, tags_of, text_of
from tests.exchange.strategies import HOSTILE

TYPST = ('#panic("stop")', "= not a heading", "$x^2$ #let it = 1", "@label <label>", '#read("/etc/hosts")', "\\u{41}")


def test_twelve_weeks_of_the_invented_person_fit_on_two_pages(made: report.Report) -> None:
    assert len(read(made.to_pdf()).pages) == 2


@pytest.mark.parametrize(("paper", "width_mm", "height_mm"), [("a4", 210, 297), ("letter", 215.9, 279.4)])
def test_the_pages_have_the_size_of_the_paper(
    made: report.Report, paper: report.Paper, width_mm: float, height_mm: float
) -> None:
    pages = read(report.Report(replace(made.document, paper=paper)).to_pdf()).pages
    for page in pages:
        assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(width_mm, abs=0.1)
        assert float(page.mediabox.height) / 72 * 25.4 == pytest.approx(height_mm, abs=0.1)
    assert len(pages) <= 3


def test_it_is_tagged_and_promises_pdf_ua(made: report.Report) -> None:
    pdf = made.to_pdf()
    root = root_of(pdf)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert {"/H1", "/H2", "/P", "/L", "/Table", "/TH", "/Figure"} <= {tag.get("/S") for tag in tags_of(pdf)}


def test_every_picture_says_what_it_shows(made: report.Report) -> None:
    figures = [tag for tag in tags_of(made.to_pdf()) if tag.get("/S") == "/Figure"]
    assert len(figures) >= 18
    assert all(len(str(figure["/Alt"])) > 20 for figure in figures)


def test_the_figures_are_those_of_the_records(made: report.Report, person: History) -> None:
    text = text_of(made.to_pdf())
    for series in score_series(person):
        if series.points[-1].response.happened_at.date() < LAST_DAY - timedelta(weeks=12):
            continue
        assert f"{len(series.points)} in all" in text, series.title
        if series.key != "emotional-safety.total":
            value = series.points[-1].value
            latest = f"{value:.0f}" if value.is_integer() else f"{value:.1f}"
            assert f"{latest} of {series.scale.high:.0f}" in text, series.title


def seen(text: str) -> str:
    """What of the text can be seen: no white space, and no control characters, which no font draws."""
    return "".join(letter for letter in text if letter.isprintable() and not letter.isspace())


@pytest.mark.parametrize("words", [*HOSTILE, *TYPST])
def test_words_are_printed_and_never_obeyed(own: Own, last_month: report.Choices, words: str) -> None:
    chosen = replace(last_month, parts=frozenset({"events"}))
    history = own(events=(Event(name=words, happened_at=NOON),))
    pdf = report.build(history, chosen, made_on=LAST_DAY).to_pdf()
    if words.isascii():
        assert seen(words) in seen(text_of(pdf))
    assert len([tag for tag in tags_of(pdf) if tag.get("/S") == "/LI"]) == 1


def test_a_word_longer_than_a_line_is_broken_and_not_cut_off(own: Own) -> None:
    entry = Entry(happened_at=NOON, form="free", version=1, fields={"text": "a" * 400})
    printed = read(report.build_entry(entry, own().catalogue, made_on=LAST_DAY).to_pdf()).pages[0].extract_text()
    lines = [seen(line) for line in printed.splitlines() if set(seen(line)) == {"a"}]
    assert "".join(lines) == "a" * 400
    assert len(lines) > 2


def test_the_same_report_gives_the_same_bytes(own: Own, last_month: report.Choices) -> None:
    history = own(events=(Event(name="moved house", happened_at=NOON),))
    one, other = (report.build(history, last_month, made_on=LAST_DAY).to_pdf() for _ in range(2))
    assert one == other


def test_nothing_is_written_to_the_temporary_folder(
    made: report.Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made.to_pdf()
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_no_font_can_draw_still_makes_a_tagged_pdf(own: Own, last_month: report.Choices) -> None:
    history = own(events=(Event(name="\U0001f469\u200d\U0001f469 \U000e0041 \ue000", happened_at=NOON),))
    pdf = report.build(history, last_month, made_on=LAST_DAY).to_pdf()
    assert "/StructTreeRoot" in root_of(pdf)


def test_one_entry_is_printed_by_itself(own: Own) -> None:
    history = own()
    entry = Entry(
        happened_at=NOON,
        form="thought",
        version=1,
        fields={"thought": "They forgot me.", "belief-before": 80, "thinking-traps": ("mind-reading",), "old": "kept"},
        tags=("work",),
        mood=2,
    )
    text = text_of(report.build_entry(entry, history.catalogue, made_on=LAST_DAY).to_pdf())
    label = history.catalogue.thinking_traps["mind-reading"].label
    for words in ("They forgot me.", "80", label, "kept", "work", "low", "Page 1 of 1"):
        assert words in text
