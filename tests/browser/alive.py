"""Looks on a page for anything that somebody's text has brought to life."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

LIVE = ", ".join(
    (
        "img[src='x']",
        "img[src*='example.org']",
        "a[href*='example.org']",
        "a[href^='javascript']",
        "[onload]",
        "[onerror]",
        "iframe",
        ".katex",
        ".task-list-item",
    )
)
FORMATTED = ("not bold", "not italic", "not struck", "not code", "not a heading", "not a list", "not a list either")
FIND = """([live, formatted]) => {
    const found = [...document.querySelectorAll(live)].map(each => each.outerHTML.slice(0, 200))
    for (const each of document.querySelectorAll('strong, b, em, i, del, s, code, h1, h2, h3, li, blockquote')) {
        if (formatted.includes(each.textContent.trim())) found.push(each.outerHTML.slice(0, 200))
    }
    for (const each of document.querySelectorAll('script')) {
        if (each.textContent.includes('alert(1)')) found.push(each.outerHTML)
    }
    return found
}"""


@dataclass
class Alive:
    """What came to life on a page since it was watched: dialogs, requests to elsewhere, and live elements."""

    page: Page
    dialogs: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("dialog", self._note_dialog)
        self.page.context.on("request", lambda request: self.asked.append(request.url))

    def _note_dialog(self, dialog: object) -> None:
        self.dialogs.append(str(dialog))
        dialog.dismiss()  # type: ignore[attr-defined]

    def nothing(self, place: str) -> None:
        """AssertionError where anything came to life; `place` says where one is."""
        found = self.page.evaluate(FIND, [LIVE, list(FORMATTED)])
        assert found == [], f"{place}: {found}"
        assert self.dialogs == [], place
        elsewhere = {urlsplit(url).hostname for url in self.asked if url.startswith(("http", "ws"))} - {"localhost"}
        assert elsewhere == set(), place
