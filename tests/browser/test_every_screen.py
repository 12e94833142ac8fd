"""Every screen, walked past once in the pseudo-locale, in both colours, at a desk and on a phone.

What axe-core, a narrow window, a reader without pictures and a translator meet, and what is left of Streamlit's frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page

from dashboard.pseudo_locale import disguise
from dashboard.translations import LANGUAGE_VARIABLE, PSEUDO
from dashboard.wording import frame
from tests.browser.actions import open_app
from tests.browser.app_process import AppProcess
from tests.browser.every_screen import RECOVERY_CODE, WINDOWS, Walk
from tests.browser.looking import DESK, PINNED, Colours, Sight, look
from tests.browser.reading import Reader, known_in

pytestmark = pytest.mark.browser

COLOURS: tuple[Colours, ...] = ("light", "dark")
# What lies open or unsaved in these is left as it is; each form unfolds the same as the first.
NOT_UNFOLDED = ("window", "form", "questionnaire")
UNFOLDED_FORM = "form thought"


@dataclass(frozen=True)
class Seen:
    """What there was to see and to read on the way."""

    sights: list[Sight]
    reader: Reader


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppProcess]:
    """An app in the pseudo-locale."""
    folder = tmp_path_factory.mktemp("app")
    running = AppProcess(home=folder / "home", log=folder / "log", environ={LANGUAGE_VARIABLE: PSEUDO}, may_fork=True)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def seen(browser: Browser, app: AppProcess) -> Iterator[Seen]:
    """Each screen looked at and read, once."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Dublin", viewport=DESK)
    context.set_default_timeout(60_000)
    page = context.new_page()
    reader = Reader(page, known_in(app.home), frozenset(map(disguise, WINDOWS)))
    colours = cycle(COLOURS)
    sights = []
    for screen in Walk(page, app.url, disguise, reader.look):
        has_menu, table = screen.startswith("Today"), disguise(frame.AS_TABLE.message)
        sights.append(look(page, screen, next(colours), has_menu=has_menu, table=table))
        if screen == RECOVERY_CODE:
            code = page.get_by_test_id("stCode").inner_text().strip()
            reader.know(code, *code.split("-"))
        is_left_shut = screen.startswith(NOT_UNFOLDED) and screen != UNFOLDED_FORM
        (reader.look if is_left_shut else reader.unfold)(screen)
    yield Seen(sights, reader)
    context.close()


@pytest.fixture
def sights(seen: Seen) -> list[Sight]:
    return seen.sights


def test_nothing_of_our_own_breaks_the_guidelines(sights: list[Sight]) -> None:
    assert [found for sight in sights for found in sight.ours] == []


def test_what_is_pinned_of_streamlits_own_still_occurs(sights: list[Sight]) -> None:
    occurs = {found.pin for sight in sights for found in sight.violations}
    assert PINNED - occurs == frozenset()


def test_a_fault_put_there_on_purpose_is_seen(page: Page, app: AppProcess) -> None:
    open_app(page, app.url)
    page.evaluate("() => document.querySelector('.stMain').append(document.createElement('button'))")
    assert [found.rule for found in look(page, "with a fault").violations] == ["button-name"] * 2


def test_no_screen_scrolls_sideways_at_the_narrowest_width(sights: list[Sight]) -> None:
    assert [sight.screen for sight in sights if sight.scrolls_sideways] == []


def test_every_picture_says_what_it_shows_and_has_its_table_beside_it(sights: list[Sight]) -> None:
    charts = [(sight.screen, chart) for sight in sights for chart in sight.charts]
    assert len(charts) > 10
    assert [screen for screen, chart in charts if len(chart["says"]) < 20 or not chart["table"]] == []


def test_no_page_has_two_first_things_to_do(sights: list[Sight]) -> None:
    assert [sight.screen for sight in sights if sight.primary_buttons > 1] == []


def test_nothing_of_streamlits_own_frame_is_left(sights: list[Sight]) -> None:
    assert [(sight.screen, sight.chrome) for sight in sights if sight.chrome] == []


def test_no_screen_shows_or_reads_out_a_word_that_no_translation_went_through(seen: Seen) -> None:
    assert len(seen.reader.read) > 65
    assert seen.reader.found == {}, seen.reader.told()
