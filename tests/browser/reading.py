"""Reads whole pages in the pseudo-locale, with what is folded away on them, and remembers what no translation said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from assessments.catalogue import load
from assessments.storage.clock import system_clock
from sample_data import load_sample
from tests.browser.actions import click, settle
from tests.browser.every_screen import LONG_WORDS, WRITTEN
from tests.browser.page_words import unspoken
from tests.known_words import Known, Unspoken, texts_in
from tools.messages import gather

# What Streamlit itself says, which an app cannot translate; a screen of ours never needs one of these.
STREAMLITS_OWN = (
    r"Skip to main content|Link to heading|Main menu|Loading\.\.\.|Close|file upload|Upload|Copy to clipboard",
    r"Sidebar|(Collapse|Expand) sidebar|App pages|Pagination|(Previous|Next) page|Page \d+",
    r"Choose (an option|options|date)|Open|Clear( all| value)?|(Show|Hide) password|(Increment|Decrement)( value)?",
    r"Press Enter to (apply|submit form)|Press Enter to add|Add options|\d+/\d+",
    r"[\d.]+MB per file|[\d.]+MB per file • [A-Z0-9, ]+|• [A-Z0-9, ]+|YYYY/MM/DD|DD[/.-]MM[/.-]YYYY|yyyy|mm|dd",
    r"Show/hide columns|Download as CSV|Search|Fullscreen|Close fullscreen",
)
STREAMLITS_PREFIXES = (
    r"(Copy Vega-Lite spec|Fullscreen|Close fullscreen|Download as (PNG|SVG)|Show data|Help for|Remove|Clear):? ",
)
FOLDED = "[data-testid=stExpander] summary:visible"
WINDOWED = "[data-testid=stPopover] button:visible"
PERSON = "Mark"  # somebody in the invented person's life, whose name is a word of ours too


def known_in(home: Path) -> Known:
    """What may stand as it is on the pages of an app with that home: content, the invented person, what is typed."""
    sample = load_sample(until=system_clock().date())
    folders = [home, home / "backups", *(home / "invented person" / name for name in ("", "backups"))]
    texts = [
        *names_in(" ".join(texts_in(sample.entries))),
        *texts_in(load()),
        *texts_in((sample.entries, sample.responses, sample.practices_done, sample.events)),
        *LONG_WORDS,
        WRITTEN,
        PERSON,
        *map(str, folders),
    ]
    return Known(frozenset(texts))


def names_in(written: str) -> set[str]:
    """The names of people and places in what was written: capitals within a sentence, in no message of ours."""
    ours = " ".join(str(message.id) for message in gather())
    found = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", written))
    return {name for name in found if not re.search(rf"\b{name}\b", ours, re.IGNORECASE)}


@dataclass
class Reader:
    """Reads pages, and remembers what it read and where which words had gone through no translation."""

    page: Page
    known: Known
    windows_elsewhere: frozenset[str] = frozenset()
    found: dict[str, list[Unspoken]] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)

    def know(self, *texts: str) -> None:
        """From here on, these texts may stand as they are, too."""
        self.known = Known(self.known.texts | set(texts))

    def look(self, name: str) -> None:
        """Read what the page shows now."""
        settle(self.page)
        self.read.append(name)
        if faults := unspoken(self.page, self.known, STREAMLITS_OWN, STREAMLITS_PREFIXES):
            self.found[name] = faults

    def unfold(self, name: str) -> None:
        """Read the page, again with what is folded away on it open or shut, and with each of its small windows.

        Those of `windows_elsewhere` are left shut: they are read where they are opened anyway.
        """
        self.look(name)
        folded = self._of_each_name(FOLDED)
        for part in folded:
            click(self.page, part)
        if folded:
            self.look(f"{name}, unfolded")
        for place, opener in enumerate(self._of_each_name(WINDOWED), 1):
            if self.windows_elsewhere & set(opener.inner_text().splitlines()):
                continue
            opener.click()
            self.look(f"{name}, small window {place}")
            opener.click()  # pressing Esc twice would leave the app
            expect(self.page.get_by_test_id("stPopoverBody")).to_have_count(0)

    def _of_each_name(self, selector: str) -> list[Locator]:
        """The first of those places on the page that have the same words on them: the same words are behind them."""
        names = self.page.locator(selector).all_inner_texts()
        return [self.page.locator(selector).nth(names.index(name)) for name in dict.fromkeys(names)]

    def told(self) -> str:
        """Each fault once, with the first place where it was met."""
        first: dict[Unspoken, str] = {}
        for name, faults in self.found.items():
            for fault in faults:
                first.setdefault(fault, name)
        return "\n".join(f"{name}: {fault}" for fault, name in first.items())
