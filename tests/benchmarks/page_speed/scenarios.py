"""What is measured of the pages: each trigger on our app by turns with a rerun of the bare one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from playwright.sync_api import Error, Page

from assessments.storage import open_vault
from tests.benchmarks.page_speed.servers import Server
from tests.benchmarks.page_speed.stopwatch import QUIET_MS, RERUN, milliseconds
from tests.benchmarks.page_speed.vaults import QUESTIONNAIRES, new_check_in

CHART = "[data-testid=stVegaLiteChart]"
HEADING = "h1"
GROUPS = "[role=radiogroup]"
SETTLE_MS = 1500


@dataclass(frozen=True)
class Scenario:
    """One thing a person does: the way to it, what triggers it, what is then there, and at most how many floors."""

    name: str
    path: str
    expected: str
    at_most: float
    aim: float
    trigger: Callable[[int], str] = lambda _: RERUN
    prepare: Callable[[Page], None] = lambda _: None
    before_each: Callable[[Server], None] = lambda _: None


@dataclass
class Timings:
    """Milliseconds of each round, in the browser and of the server's work."""

    browser: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)

    @property
    def browser_ms(self) -> float:
        """The middle one in the browser."""
        return median(self.browser)

    @property
    def server_ms(self) -> float:
        """The middle one on the server."""
        return median(self.server)


def scenarios() -> list[Scenario]:
    """All of them, with the bounds of the issue."""
    return [
        Scenario("an empty page", "empty", HEADING, 1.1, 1.0),
        Scenario("a questionnaire page", "check_in", GROUPS, 1.5, 1.2, prepare=_begin_answering),
        Scenario(
            "one answer given (fragment)", "check_in", GROUPS, 1.1, 0.9, trigger=_answer, prepare=_begin_answering
        ),
        Scenario("another year (fragment)", "progress", CHART, 1.1, 0.9, trigger=_other_year),
        Scenario("Progress, unchanged", "progress", CHART, 2.3, 1.5),
        Scenario("Progress, a check-in later", "progress", CHART, 5.0, 3.0, before_each=_check_in_elsewhere),
    ]


def measure(
    scenario: Scenario, bare: tuple[Page, Server], ours: list[tuple[Page, Server]], rounds: int
) -> list[Timings]:
    """The timings of the bare rerun, then of each of ours, taken by turns so that the machine's drift cancels."""
    for page, _ in ours:
        go(page, scenario.path)
        scenario.prepare(page)
        page.wait_for_timeout(SETTLE_MS)
    timings = [Timings() for _ in range(1 + len(ours))]
    for number in range(-2, rounds):
        try:
            found = [_once(bare, RERUN, HEADING)]
            for page, server in ours:
                scenario.before_each(server)
                found.append(_once((page, server), scenario.trigger(number), scenario.expected))
        except Error:  # so quick or so busy that the browser never showed it as running
            continue
        for timing, (browser_ms, server_ms) in zip(timings, found, strict=True):
            if number >= 0:
                timing.browser.append(browser_ms)
                timing.server.append(server_ms)
    return timings


def go(page: Page, path: str) -> None:
    """Choose a page in the navigation."""
    page.locator(f'[data-testid=stSidebarNav] a[href$="/{path}"]').click()
    page.wait_for_url(f"**/{path}")
    page.wait_for_timeout(SETTLE_MS)


def _once(place: tuple[Page, Server], trigger: str, expected: str) -> tuple[float, float]:
    page, server = place
    browser_ms = milliseconds(page, trigger, expected)
    page.wait_for_timeout(QUIET_MS)
    return browser_ms, server.script_ms()


def _begin_answering(page: Page) -> None:
    if page.locator(GROUPS).count() == 0:
        page.locator(f".st-key-answer-{QUESTIONNAIRES[0]} button").click()
        page.locator(GROUPS).first.wait_for()


def _answer(number: int) -> str:
    """Another answer to the first question at each turn."""
    return f'.st-key-sheet [role=radiogroup] input[value="{number % 4}"]'


def _other_year(number: int) -> str:
    return f".fb-segments label:nth-of-type({2 - number % 2})"


def _check_in_elsewhere(server: Server) -> None:
    """Save one more check-in from another process, as a second window or a script would."""
    with open_vault(server.home) as vault:
        vault.save(new_check_in())
