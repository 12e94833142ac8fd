"""The report in a real browser: seen before it is taken, private by default, gone with the lock; and inert pages."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.entry_texts import entry_texts
from analysis.frames import History
from analysis.theme_collection import Themes
from analysis.themes import find_themes
from assessments.catalogue import load
from assessments.records import Entry, Event
from dashboard import report
from sample_data import load_sample
from tests.browser.actions import enter_plain, go, press, write
from tests.browser.app_process import AppProcess
from tests.dashboard.report.pdf_reading import read, text_of
from tests.exchange.strategies import HOSTILE

pytestmark = pytest.mark.browser

# The size in points of the smallest letters that the page itself sets.
SMALLEST_PT = """Math.min(...[...document.querySelectorAll('.fb-report *')]
    .filter(each => each.textContent.trim()).map(each => parseFloat(getComputedStyle(each).fontSize) * 0.75))"""
SECRET = "The heron stood on the weir all morning."


def taken(page: Page, button: str) -> tuple[bytes, str]:
    """What a download button hands out, and the address that it came from."""
    with page.expect_download() as awaited:
        page.get_by_role("button", name=button, exact=True).click()
    return Path(awaited.value.path()).read_bytes(), awaited.value.url


def fetched(address: str) -> bytes:
    """What the server hands out at that address to whoever asks."""
    with urllib.request.urlopen(address.replace("localhost", "127.0.0.1"), timeout=10) as answer:
        return bytes(answer.read())


def test_a_report_is_seen_then_taken_and_gone_with_the_lock(page: Page, app: AppProcess) -> None:
    enter_plain(page, app)
    go(page, "Report")
    preview = page.locator(".fb-report")
    expect(preview).to_contain_text("There is nothing from these days yet")
    go(page, "Journal")
    press(page, "Write")
    write(page, SECRET)
    press(page, "Save")
    pdf, _ = taken_from_entry(page)
    assert SECRET in text_of(pdf)
    go(page, "Report")
    expect(preview).to_contain_text("What this page cannot tell")
    page.get_by_text("What it cannot tell").click()
    expect(preview).not_to_contain_text("What this page cannot tell")
    pdf, address = taken(page, "PDF, for printing")
    assert pdf.startswith(b"%PDF")
    assert SECRET not in text_of(pdf)
    web, _ = taken(page, "Web page, one file")
    assert SECRET.encode() not in web
    assert fetched(address).startswith(b"%PDF")
    press(page, "Close")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetched(address)


def taken_from_entry(page: Page) -> tuple[bytes, str]:
    """The PDF of the entry that is being read."""
    press(page, "Print it")
    return taken(page, "PDF, for printing")


def test_hostile_words_stay_words_in_the_page(page: Page, tmp_path: Path) -> None:
    moment = datetime(2026, 11, 20, 12, tzinfo=UTC)
    events = tuple(Event(name=words, happened_at=moment) for words in HOSTILE)
    history = History(catalogue=load(), responses=(), entries=(), practices_done=(), events=events)
    choices = report.Choices(first_day=date(2026, 11, 1), last_day=date(2026, 11, 22), parts=frozenset({"events"}))
    made = report.build(history, choices, made_on=date(2026, 11, 22))
    calm = replace(history, events=tuple(Event(name="calm", happened_at=moment) for _ in HOSTILE))
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shown = [_opened(page, each, tmp_path) for each in (made, report.build(calm, choices, made_on=date(2026, 11, 22)))]
    assert shown[0] == shown[1]
    page.goto((tmp_path / "report.html").as_uri())
    _opened(page, made, tmp_path)
    lines = page.locator("li").all_text_contents()
    assert [_seen(line.split(": ", 1)[1]) for line in lines] == [_seen(words) for words in HOSTILE]
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_the_whole_report_of_the_invented_person_with_six_quotes_prints_on_two_pages(
    page: Page, tmp_path: Path
) -> None:
    sample, last_day = load_sample(until=date(2026, 11, 22)), date(2026, 11, 22)
    themes = find_themes(entry_texts(sample.entries[-150:], load()))
    assert isinstance(themes, Themes)
    history = History(
        catalogue=load(),
        responses=sample.responses,
        entries=sample.entries,
        practices_done=sample.practices_done,
        events=sample.events,
        themes=themes,
    )
    first, last = report.last_weeks(last_day)
    choices = report.Choices(first_day=first, last_day=last)
    ticked = report.quotes_on_offer(history, choices)[:6]
    made = report.build(history, replace(choices, quotes=frozenset(each.id for each in ticked)), made_on=last_day)
    for paper, size in zip(report.PAPERS, ("A4", "Letter"), strict=True):
        _opened(page, report.Report(replace(made.document, paper=paper)), tmp_path)
        page.emulate_media(media="print")
        printed = page.pdf(format=size)
        assert len(read(printed).pages) == 2, size
        assert all(each.text.split()[0] in text_of(printed) for each in ticked)
        assert float(page.evaluate(SMALLEST_PT)) >= 9.5


def test_a_hostile_entry_is_printed_as_it_was_written(page: Page, tmp_path: Path) -> None:
    text = "\n".join(HOSTILE)
    entry = Entry(
        form="free",
        version=1,
        fields={"text": text, "<b>place</b>": "x"},
        title=HOSTILE[0],
        tags=HOSTILE[:3],
        happened_at=datetime(2026, 11, 20, 12, tzinfo=UTC),
    )
    made = report.build_entry(entry, load(), made_on=date(2026, 11, 22))
    _opened(page, made, tmp_path)
    assert _seen(page.locator("section p").first.text_content() or "") == _seen(text)
    assert page.locator("script, iframe, svg, section img").count() == 0


def _opened(page: Page, made: report.Report, folder: Path) -> list[str]:
    """Open the page from a file; gives the names of its elements."""
    path = folder / "report.html"
    path.write_text(made.to_html(), encoding="utf-8")
    page.goto(path.as_uri())
    names: list[str] = page.evaluate("[...document.querySelectorAll('*')].map(each => each.tagName)")
    return names


def _seen(text: str) -> str:
    """The text without the differences that HTML itself makes: line ends and characters that it does not hold."""
    return re.sub(r"[\s\x00\ufeff\ufffd]+", "", text)
