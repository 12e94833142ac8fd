"""A walk past every screen of the app, empty, with one check-in and with the invented person's two years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from assessments.catalogue import load
from tests.browser.actions import answer_all, click, open_app, press, settle, write

PASSPHRASE = "five small words to remember"
THEMES_MS = 90_000
OPENED = {"Today": "Words that helped", "Progress": "Mark something"}
# The small windows that the walk itself opens and gives as screens of their own.
WINDOWS = (
    *OPENED.values(),
    "Print it",
    "Change this theme",
    "My aim",
    "With a note",
    "Delete everything",
)
RECOVERY_CODE = "recovery code"
WRITTEN = "The boat was late and nobody minded."
LONG_WORDS = ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz", "https://example.org/" + "a" * 90)


@dataclass(frozen=True)
class Walk:
    """One walk in an app whose sentences are said as `say` says them.

    It gives each screen's name as the page shows it; a screen that comes again, with other words, goes to `read`.
    """

    page: Page
    url: str
    say: Callable[[str], str]
    read: Callable[[str], None]

    def __iter__(self) -> Iterator[str]:
        """The page comes back to a desk's width itself."""
        open_app(self.page, self.url)
        yield "welcome"
        yield from self._begin()
        yield from self._first_check_in()
        self._read_the_rest()
        yield from self._lock()
        self.press("Look around with an invented person")
        yield from self._invented_person()

    def to(self, screen: str) -> None:
        """Go to a screen, whatever it shows."""
        links = self.page.get_by_test_id("stSidebarNav")
        links.get_by_role("link", name=re.compile(f"{re.escape(self.say(screen))}$")).click()
        self.page.wait_for_timeout(200)
        settle(self.page)

    def press(self, sentence: str) -> None:
        """Press the button with that sentence on it."""
        press(self.page, self.say(sentence))

    def _expect_title(self, sentence: str) -> None:
        expect(self.page.get_by_role("heading", level=1, name=self.say(sentence))).to_be_visible()

    def _show(self, sentence: str) -> Locator:
        return self.page.get_by_text(self.say(sentence))

    def _begin(self) -> Iterator[str]:
        self.press("Begin your own")
        yield "choosing a passphrase"
        for sentence in ("Passphrase", "The same passphrase again"):
            self.page.get_by_role("textbox", name=self.say(sentence), exact=True).fill(PASSPHRASE)
        self.press("Begin with this passphrase")
        self._expect_title("Your recovery code")
        yield RECOVERY_CODE
        self.press("I have put it away")
        self._expect_title("Today")
        settle(self.page)
        yield "Today, empty"

    def _first_check_in(self) -> Iterator[str]:
        self.to("Progress")
        yield "Progress, empty"
        self.to("Check in")
        self.read("Check in, empty")
        click(self.page, self.page.locator(".st-key-answer-emotional-safety button"))
        expect(self.page.get_by_role("radiogroup").first).to_be_visible()
        yield "questionnaire"
        answer_all(self.page, "sometimes")
        self.press("Save and see the result")
        expect(self.page.get_by_text(re.compile(r"20 \S+ 40"))).to_be_visible()
        yield "first result"
        self.to("Progress")
        yield "Progress, one point"
        self.to("Your data")
        yield "Your data, one's own"

    def _read_the_rest(self) -> None:
        for screen in ("Patterns", "The road", "Report", "Help", "Journal"):
            self.to(screen)
            self.read(f"{screen}, empty")
        self.press("Write")
        write(self.page, WRITTEN)
        self.read("writing")
        self.press("Save")
        self.read("one's own entry")

    def _lock(self) -> Iterator[str]:
        self.page.locator(".st-key-lock button").click()
        self._expect_title("Locked")
        settle(self.page)
        yield "locked door"
        self.page.locator("input[type=password]").first.fill("another")
        self.page.keyboard.press("Enter")
        self.read("a wrong passphrase")
        for place, name in (("/help", "help while locked"), ("", "the door again")):
            self.page.goto(self.url + place)
            expect(self.page.get_by_role("heading", level=1)).to_be_visible()
            self.read(name)

    def _invented_person(self) -> Iterator[str]:
        expect(self.page.get_by_role("button", name=self.say("Leave the invented person"))).to_be_visible()
        for screen in ("Today", "Check in", "Progress"):
            self.to(screen)
            if screen == "Progress":
                self._show("As a table").first.click()
                click(self.page, self._show("Look closer"))
            yield screen
            if screen in OPENED:
                yield from self._window(OPENED[screen])
        self.to("Journal")
        self._show("Narrow it down").click()
        yield "Journal"
        click(self.page, self.page.locator("[class*=st-key-open-] button").first)
        yield "entry"
        yield from self._window("Print it")
        self.press("All entries")
        yield from self._forms()
        yield from self._patterns()
        yield from self._road()
        for screen in ("Report", "Your data", "Help"):
            self.to(screen)
            yield screen
        self.to("Your data")
        yield from self._window("Delete everything")

    def _window(self, label: str) -> Iterator[str]:
        """The page with one small window open above it."""
        self.page.get_by_role("button", name=self.say(label)).first.click()
        expect(self.page.get_by_test_id("stPopoverBody")).to_be_visible()
        settle(self.page)
        yield f"window “{label}”"
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_test_id("stPopoverBody")).to_have_count(0)

    def _forms(self) -> Iterator[str]:
        for form in load().newest_forms():
            if form.id != "free":
                self.press("What would you like to write?")
                click(self.page, self.page.locator(f".st-key-begin-{form.id} button"))
                expect(self.page.get_by_role("button", name=self.say("Leave it as a draft"))).to_be_visible()
                yield f"form {form.id}"
                self.press("Leave it as a draft")
        self.press("Write")
        self._show("Mood, feelings, tags and day").click()
        yield "form free"
        write(self.page, " ".join(LONG_WORDS))
        self.press("Save")
        expect(self.page.get_by_text(LONG_WORDS[-1])).to_be_visible()
        yield "entry with long words"

    def _patterns(self) -> Iterator[str]:
        self.to("Patterns")
        self.press("Look for themes")
        themes = self.page.get_by_role("heading", name=self.say("Themes over the weeks"))
        expect(themes).to_be_visible(timeout=THEMES_MS)
        settle(self.page)
        yield "Patterns"
        yield from self._window("Change this theme")

    def _road(self) -> Iterator[str]:
        self.to("The road")
        yield "The road"
        yield from self._window("My aim")
        click(self.page, self.page.locator(".st-key-open-step-7 button"))
        yield "one step"
        yield from self._window("With a note")
