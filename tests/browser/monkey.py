"""A seeded monkey: clicks, types, reloads, goes back and opens second tabs at random, and notices what goes wrong.

It never throws text away and never leaves for another site. What it typed into a long text and had time to arrive must
be found in the vault afterwards: in a draft, a record, or a record's history.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import BrowserContext, ConsoleMessage, Page
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeout

from dashboard.wording import frame, journal
from tests.browser.actions import WATCH
from tests.browser.monkey_sight import (
    ANSWER_AT_MOST_MS,
    CLICKABLE,
    HOLDS,
    KNOWN_NOISE,
    LONG_TEXT,
    NAMES,
    STILL,
    THROWS_AWAY,
    TYPABLE,
)

MOST_TABS: Final = 3
PATIENCE_MS: Final = 30_000
CLICK_MS: Final = 1_000
WEIGHTS: Final = {
    "click": 44, "type": 24, "begin_writing": 10, "press_key": 8, "reload": 3, "go_back": 4, "go_forward": 2,
    "open_tab": 2, "change_tab": 4, "close_tab": 1, "go_somewhere": 5, "turn_phone": 2,
}  # fmt: skip
KEYS: Final = ("Tab", "Shift+Tab", "Enter", "Escape", "ArrowDown", "ArrowRight", "Space", "PageDown", "End")
SCREENS: Final = ("", "check_in", "journal", "progress", "patterns", "road", "report", "your_data", "help")


@dataclass
class Monkey:
    """One run; `deeds` tells what was done, `faults` what went wrong, `settled` what must not be lost."""

    context: BrowserContext
    url: str
    seed: int
    deeds: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    _tabs: list[Page] = field(default_factory=list)
    _here: int = 0

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self.context.set_default_timeout(PATIENCE_MS)
        self.context.add_init_script(WATCH)
        self._open(self.url)

    def run(self, actions: int) -> None:
        """Do that many actions, one after the other; stop at the first fault."""
        kinds, weights = zip(*WEIGHTS.items(), strict=True)
        while len(self.deeds) < actions and not self.faults:
            kind, here = self._chance.choices(kinds, weights)[0], self._here
            try:
                done = getattr(self, f"_{kind}")()
            except BrowserError as error:  # something lay above it, or there was nothing to go back to
                done = f"nothing: {str(error).splitlines()[0]}"
                if self.page.is_closed():
                    self._complain(f"the tab is gone: {error}")
            self.done[kind] += 1
            self.deeds.append(f"{here} {kind}: {done}")
            self._settle()
            self._look()

    @property
    def page(self) -> Page:
        """The tab that is looked at."""
        return self._tabs[self._here]

    def _open(self, url: str) -> None:
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._complain(f"page error: {error}"))
        page.on("dialog", lambda dialog: dialog.accept())
        page.on("filechooser", lambda _: None)
        self._tabs.append(page)
        self._here = len(self._tabs) - 1
        page.goto(url)

    def _hear(self, message: ConsoleMessage) -> None:
        said = f"{message.text} ({message.location.get('url', '')})"
        if message.type == "error" and not KNOWN_NOISE.fullmatch(said):
            self._complain(f"console: {said}")

    def _complain(self, fault: str) -> None:
        self.faults.append(fault)

    def _settle(self) -> None:
        """Wait until what was sent is answered and drawn; a page that quick exit has put away is opened again."""
        for _ in range(2):
            self.page.wait_for_timeout(80)
            try:
                is_there = self.page.wait_for_function(STILL, arg=ANSWER_AT_MOST_MS, polling=50).json_value() == "still"
            except BrowserTimeout:
                self._complain("the page did not settle")
                return
            if is_there and self.page.url.startswith(self.url):
                return
            self.page.goto(self.url)

    def _look(self) -> None:
        """Whether the page says that something went wrong."""
        wrong = self.page.locator("[data-testid=stException], [data-testid=stConnectionError]")
        if wrong.count():
            self._complain(f"the page shows: {wrong.first.inner_text()[:300]}")
        if self.page.get_by_text(frame.UNEXPECTED(), exact=True).count():
            self._complain("the page says that something went wrong")

    def _some(self, selector: str, forbidden: frozenset[str] = frozenset()) -> tuple[int, str] | None:
        found: list[Any] = self.page.locator(selector).evaluate_all(NAMES)
        found = [(place, name) for place, name in found if name.split(" ", 1)[-1] not in forbidden]
        return self._chance.choice(found) if found else None

    def _click(self) -> str:
        chosen = self._some(CLICKABLE, THROWS_AWAY)
        if chosen is not None and frame.QUICK_EXIT() in chosen[1] and self._chance.random() < 0.8:
            chosen = self._some(CLICKABLE, THROWS_AWAY)  # it is on every page, and leaves all too often
        if chosen is None:
            return "nothing to click"
        self.page.locator(CLICKABLE).nth(chosen[0]).click(timeout=CLICK_MS)
        return chosen[1]

    def _type(self) -> str:
        begun = ""
        if not self.page.locator(LONG_TEXT).count() and self._chance.random() < 0.5:
            begun = f", after {self._begin_writing()}"
            self._settle()
        chosen = self._some(LONG_TEXT) if self._chance.random() < 0.7 else None
        selector = LONG_TEXT if chosen else TYPABLE
        chosen = chosen or self._some(TYPABLE)
        if chosen is None:
            return f"nowhere to type{begun}"
        token = f"word{self.seed}x{len(self.deeds)}"
        target = self.page.locator(selector).nth(chosen[0]).element_handle(timeout=CLICK_MS)
        is_kept = bool(target.evaluate("element => element.tagName === 'TEXTAREA' && !!element.fbState"))
        target.click(timeout=CLICK_MS)
        if is_kept and not target.evaluate("element => element.matches(':focus')"):
            return f"{chosen[1]}: the page moved under the hand{begun}"
        self.page.keyboard.press("ControlOrMeta+End")
        self.page.keyboard.type(f" {token}")
        if is_kept and not self.page.locator(LONG_TEXT).evaluate_all(HOLDS, token):
            self._complain(f"what was typed is gone at once: {chosen[1]}: {token}")
        if not is_kept:
            self.page.keyboard.press(self._chance.choice(("Tab", "Enter", "Escape")))
            return f"{chosen[1]} (not a long text){begun}"
        if self._chance.random() < 0.5:
            self.page.keyboard.press("Tab")
        else:
            self.page.wait_for_timeout(2_300)
        self._settle()
        self.settled.append(token)
        return f"{chosen[1]}: {token}{begun}"

    def _press_key(self) -> str:
        key = self._chance.choice(KEYS)
        focused = self.page.evaluate("() => document.activeElement?.innerText?.trim().slice(0, 60) ?? ''")
        if focused in THROWS_AWAY and key in ("Enter", "Space"):
            return "nothing: that would throw text away"
        self.page.keyboard.press(key)
        return key

    def _reload(self) -> str:
        self.page.reload()
        return self.page.url

    def _go_back(self) -> str:
        self.page.go_back()
        return self.page.url

    def _go_forward(self) -> str:
        self.page.go_forward()
        return self.page.url

    def _go_somewhere(self) -> str:
        place = self._chance.choice(SCREENS)
        self._visit(place)
        return place or "today"

    def _visit(self, place: str) -> None:
        """By the navigation where it is open, else by the address, which begins a new session."""
        link = self.page.get_by_test_id("stSidebarNav").locator(f"a[href$='/{place}']").first
        if link.count() and link.is_visible():
            link.click(timeout=CLICK_MS)
        else:
            self.page.goto(f"{self.url}/{place}")
        self._settle()

    def _begin_writing(self) -> str:
        """To the journal, and there a free entry, a draft or one of the forms; or to the answers of a check-in."""
        if self._chance.random() < 0.3:
            self._visit("check_in")
            selector = "[class*=st-key-answer-] button"
        else:
            self._visit("journal")
            if self.page.locator(LONG_TEXT).count():
                return "what was being written"
            if (back := self.page.get_by_role("button", name=journal.TO_LIST(), exact=True)).count():
                back.first.click(timeout=CLICK_MS)
                self._settle()
            if self._chance.random() < 0.5:
                self.page.get_by_role("button", name=journal.WRITE_WHAT()).first.click(timeout=CLICK_MS)
                self._settle()
            selector = "[class*=st-key-begin-] button, [class*=st-key-go-on-] button, [class*=st-key-edit] button"
        if (chosen := self._some(selector)) is None:
            self.page.get_by_role("button", name=journal.WRITE(), exact=True).first.click(timeout=CLICK_MS)
            return journal.WRITE()
        self.page.locator(selector).nth(chosen[0]).click(timeout=CLICK_MS)
        return chosen[1]

    def _open_tab(self) -> str:
        if len(self._tabs) == MOST_TABS:
            return "enough tabs"
        self._open(f"{self.url}/{self._chance.choice(SCREENS)}")
        return self.page.url

    def _change_tab(self) -> str:
        self._here = self._chance.randrange(len(self._tabs))
        self.page.bring_to_front()
        return str(self._here)

    def _close_tab(self) -> str:
        if len(self._tabs) == 1:
            return "the last tab stays"
        self._tabs.pop(self._here).close(run_before_unload=False)
        self._here = 0
        self.page.bring_to_front()
        return str(len(self._tabs))

    def _turn_phone(self) -> str:
        size = self._chance.choice(((1100, 900), (390, 844), (844, 390)))
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        return f"{size[0]} × {size[1]}"

    def told(self, last: int = 40) -> str:
        """The latest deeds and every fault."""
        return "\n".join([f"seed {self.seed}", *self.deeds[-last:], *self.faults])
