"""Looks at one page the way axe-core, a narrow window and a reader without pictures meet it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, ViewportSize

from dashboard.theme import DARK, LIGHT
from dashboard.wording import frame

Colours = Literal["light", "dark"]
DESK: ViewportSize = {"width": 1100, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}
WAIT_MS = 90_000
POLLED_MS = 50  # to look in each frame would make the page draw each frame
TEST_ID = re.compile('data-testid="([^"]+)"')
# What Streamlit's own elements break. It may only become shorter.
PINNED: frozenset[tuple[str, str]] = frozenset({("presentation-role-conflict", "stFileUploaderDropzone")})
RULES: dict[str, object] = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
MENU = "[data-testid=stSidebar]"
AXE = """([rules, without]) => axe.run({exclude: without}, {runOnly: rules, resultTypes: ['violations']})
    .then(found => found.violations)"""
ALL_DRAWN = """() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
    && [...document.querySelectorAll('.stVegaLiteChart')].every(chart => chart.querySelector('svg, canvas'))
    && !document.querySelector('[data-testid=stSkeleton]')
    && document.getAnimations().every(each => each.playState !== 'running')"""
NEXT_FRAME = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOO_WIDE = """() => [document.documentElement, document.querySelector('.stMain')]
    .filter(part => part && part.scrollWidth > part.clientWidth).length > 0"""
CHARTS = """table => [...document.querySelectorAll('.stVegaLiteChart')].map(chart => {
    const wrapper = chart.closest('.stElementContainer'), after = [];
    for (let next = wrapper.nextElementSibling; next && !next.querySelector('.stVegaLiteChart');
         next = next.nextElementSibling) after.push(next.textContent);
    return {role: chart.getAttribute('role'), says: chart.getAttribute('aria-label') || '',
            table: after.some(text => text.includes(table))};
})"""


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule of axe-core."""

    screen: str
    colours: Colours
    width: int
    rule: str
    element: str
    html: str

    @property
    def pin(self) -> tuple[str, str]:
        """The rule, and Streamlit's name for the element, which outlasts the selectors that it makes anew."""
        name = TEST_ID.search(self.html)
        return self.rule, name.group(1) if name else self.element


@dataclass(frozen=True)
class Sight:
    """What was seen of one screen."""

    screen: str
    violations: tuple[Violation, ...]
    scrolls_sideways: bool
    charts: tuple[dict[str, Any], ...]
    primary_buttons: int
    chrome: tuple[str, ...]

    @property
    def ours(self) -> list[Violation]:
        """What breaks a rule and is not Streamlit's own."""
        return [found for found in self.violations if found.pin not in PINNED]


def look(
    page: Page, screen: str, colours: Colours = "light", *, has_menu: bool = True, table: str = frame.AS_TABLE.message
) -> Sight:
    """Look at the page at a desk in these colours and on the narrowest phone in the others.

    The page is left at a desk's width in the others. The menu is the same beside every page, so that axe-core need not
    look at it each time. `table` are the words under which a picture's table is folded.
    """
    without = [] if has_menu else [MENU]
    violations = _violations(page, screen, colours, DESK, without)
    charts = tuple(page.evaluate(CHARTS, table))
    primary_buttons = page.locator("button[data-testid*=-primary]:visible").count()
    chrome = [name for name in STREAMLITS_OWN if page.locator(f"{name}:visible").count()]
    chrome += [name for name in LEADS_ELSEWHERE if page.locator(name).count()]
    violations += _violations(page, screen, others(colours), PHONE, without)
    scrolls_sideways = page.evaluate(TOO_WIDE)
    page.set_viewport_size(DESK)
    return Sight(screen, tuple(violations), scrolls_sideways, charts, primary_buttons, tuple(chrome))


def others(colours: Colours) -> Colours:
    """Dark for light, and light for dark."""
    return "light" if colours == "dark" else "dark"


STREAMLITS_OWN = (
    "[data-testid=stMainMenu]",
    "[data-testid=stAppDeployButton]",
    "[data-testid=stStatusWidget]",
    "footer",
    "[data-testid=stSkeleton]",
)
# What leads from a picture to another machine, hidden or not.
LEADS_ELSEWHERE = (".vega-embed details", ".vega-embed summary", ".vega-actions", "a[href*='vega.github.io']")


def _violations(page: Page, screen: str, colours: Colours, size: ViewportSize, without: list[str]) -> list[Violation]:
    _wear(page, colours, size)
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    return [
        Violation(screen, colours, size["width"], found["id"], str(node["target"][-1]), node["html"][:160])
        for found in page.evaluate(AXE, [RULES, without])
        for node in found["nodes"]
    ]


def _wear(page: Page, colours: Colours, size: ViewportSize) -> None:
    """Turn the page to colours and a size, and wait until the app has followed."""
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    page.wait_for_function(
        "slate => getComputedStyle(document.documentElement).getPropertyValue('--fb-slate') === slate",
        arg=(DARK if colours == "dark" else LIGHT).slate,
        polling=POLLED_MS,
        timeout=WAIT_MS,
    )
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """Wait until the page rests and every picture of it stands."""
    page.evaluate(NEXT_FRAME)
    page.wait_for_function(ALL_DRAWN, polling=POLLED_MS, timeout=WAIT_MS)
    page.evaluate(NEXT_FRAME)
