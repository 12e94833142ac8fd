"""Every screen in both colours, at a desk and on a phone: axe-core, narrow windows, words for pictures, our frame."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.actions import open_app
from tests.browser.app_process import AppProcess
from tests.browser.every_screen import walk
from tests.browser.looking import DESK, PINNED, Colours, Sight, look

pytestmark = pytest.mark.browser

COLOURS: tuple[Colours, ...] = ("light", "dark")


@pytest.fixture(scope="module")
def sights(browser: Browser, shared_app: AppProcess) -> Iterator[list[Sight]]:
    """What there is to see on each screen, looked at once."""
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Dublin", viewport=DESK)
    context.set_default_timeout(60_000)
    page = context.new_page()
    colours = cycle(COLOURS)
    yield [
        look(page, screen, next(colours), has_menu=screen.startswith("Today")) for screen in walk(page, shared_app.url)
    ]
    context.close()


def test_nothing_of_our_own_breaks_the_guidelines(sights: list[Sight]) -> None:
    assert [found for sight in sights for found in sight.ours] == []


def test_what_is_pinned_of_streamlits_own_still_occurs(sights: list[Sight]) -> None:
    occurs = {found.pin for sight in sights for found in sight.violations}
    assert PINNED - occurs == frozenset()


def test_a_fault_put_there_on_purpose_is_seen(page: Page, shared_app: AppProcess) -> None:
    open_app(page, shared_app.url)
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
