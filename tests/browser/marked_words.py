"""Words that occur nowhere else, typed wherever a person can type, and looked for wherever they must not be."""

from __future__ import annotations

import base64
import random
import string
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from playwright.sync_api import ElementHandle, Page, TimeoutError

from tests.browser.actions import settle

LETTERS = 14
TRIES, TRY_MS = 5, 3_000
FIELDS = ",".join(
    f"[data-testid={place}] {kind}:visible:not([data-marked]):not([role=combobox])"
    for place in ("stMain", "stPopoverBody")
    for kind in ("textarea", "input[type=text]")
)
NOT_WORDS = "[data-testid=stDateInput], [data-testid=stFileUploader], [data-testid=stPagination]"


@dataclass
class Marks:
    """The marked words made so far, each with the place where it was typed."""

    places: dict[str, str] = field(default_factory=dict)
    passing: set[str] = field(default_factory=set)

    def new(self, place: str, *, kept: bool = True) -> str:
        """A word that nobody has typed before; one that is not kept (a secret, a search) is in no record either."""
        rng = random.Random(len(self.places))
        word = "zq" + "".join(rng.choices(string.ascii_lowercase, k=LETTERS))
        self.places[word] = place
        if not kept:
            self.passing.add(word)
        return word

    def found_in(self, content: bytes) -> set[str]:
        """The places whose word stands in the content: as it is, in UTF-16, or in base64 at any of its offsets."""
        low = content.lower()
        return {
            place
            for word, place in self.places.items()
            if word.encode() in low
            or word.encode("utf-16-le") in low
            or any(piece in content for piece in _base64_pieces(word.encode()))
        }

    def found_under(self, folder: Path) -> dict[str, set[str]]:
        """The files below the folder, by path, whose name or content holds a marked word, with its place."""
        found = {}
        for path in folder.rglob("*"):
            held = self.found_in(str(path.relative_to(folder)).encode())
            if path.is_file():
                held |= self.found_in(path.read_bytes())
            if held:
                found[str(path)] = held
        return found


def type_everywhere(page: Page, marks: Marks, place: str, *, kept: bool = True) -> list[str]:
    """Type a new marked word into every text field of the page that has none yet; gives the words."""
    typed = []
    while (one := _next_field(page)) is not None:
        name = one.evaluate("each => each.getAttribute('aria-label') || each.labels?.[0]?.textContent || each.id")
        word = marks.new(f"{place}: {name}", kept=kept)
        one.evaluate("each => each.setAttribute('data-marked', '')")
        one.fill(word)
        one.press("Tab")
        settle(page)
        typed.append(word)
    return typed


def _next_field(page: Page) -> ElementHandle | None:
    for one in page.locator(FIELDS).element_handles():
        if one.is_editable() and not one.evaluate("(each, not) => Boolean(each.closest(not))", NOT_WORDS):
            return one
    return None


def add_marked_choices(page: Page, marks: Marks, place: str, labels: Iterable[str]) -> None:
    """Type a new marked word into each of these boxes that take new words."""
    for label in labels:
        add_choice(page, label, marks.new(f"{place}: {label}"))


def add_choice(page: Page, label: str, word: str) -> None:
    """Type a new word into a box that takes new words, and close its list; a redraw meanwhile closes it too soon."""
    box = page.get_by_role("combobox", name=label).first
    offered = page.get_by_role("option").filter(has_text=word).first
    for _ in range(TRIES):
        box.fill(word)
        with suppress(TimeoutError):
            offered.click(timeout=TRY_MS)
            break
        page.keyboard.press("Escape")
    settle(page)
    page.keyboard.press("Tab")
    settle(page)


def process_texts(group: int) -> bytes:
    """The command lines and environments of the processes that were started with this group's leader."""
    leader = psutil.Process(group)
    told = []
    for process in [leader, *leader.children(recursive=True)]:
        told += [*process.cmdline(), *(f"{name}={value}" for name, value in process.environ().items())]
    return "\n".join(told).encode()


def _base64_pieces(word: bytes) -> list[bytes]:
    """What of the word's base64 does not depend on the bytes before and after it, at each of the three offsets."""
    pieces = []
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + word)
        first = -(-offset * 8 // 6)
        last = (offset + len(word)) * 8 // 6
        pieces.append(coded[first + 1 : last])
    return pieces
