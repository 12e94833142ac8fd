"""The real app, killed while a person works in it through a browser, and what must hold afterwards."""

from __future__ import annotations

import random
import re
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Timer
from typing import Final

from playwright.sync_api import Error, FilePayload, Page

from tests.browser.actions import go, open_app, unlock
from tests.browser.app_process import AppProcess
from tests.browser.killed_vault import IMPORTED, PASSPHRASE, Told, check, prepare

SHORT_MS: Final = 3_000
KEY_MS: Final = 120
LOOK_MS: Final = 80
USUAL_MS: Final = 20_000
ANSWERED: Final = """sentBefore => {
    const watched = window.watched, app = document.querySelector('[data-testid=stApp]');
    return watched.sent > sentBefore && watched.received >= watched.sent && performance.now() - watched.received > 50
        && app?.dataset.testScriptState === 'notRunning';
}"""
TYPED_LATEST_SECONDS: Final = 6.0
# What is done again and again is met at any stage of it; an import and its dry run, done once, take one or two.
KILLED_SECONDS: Final = (0.3, 1.8)
KILLED_TYPING_SECONDS: Final = (6.5, 8.0)


class Killed(Exception):
    """The server was killed while the person waited for it."""


@dataclass
class Typist:
    """A person at the page, until the server is killed."""

    page: Page
    killed: Event
    told: Told
    rng: random.Random

    def press(self, name: str) -> None:
        """Press a button by its words, and wait for the answer to that; Killed where the server is killed meanwhile."""
        button = self.page.get_by_role("button", name=name, exact=True).first
        while not button.is_visible():
            self._breathe()
        sent_before = self.page.evaluate("window.watched.sent")
        button.click(timeout=SHORT_MS)
        while not self.page.evaluate(ANSWERED, sent_before):
            self._breathe()

    def _breathe(self) -> None:
        if self.killed.is_set():
            raise Killed
        self.page.wait_for_timeout(LOOK_MS)

    def turn_away(self, elsewhere: str, back: str, sentence: str) -> None:
        """Go to another screen until the sentence is gone, and back, so that the next one seen is a new one."""
        links = self.page.get_by_test_id("stSidebarNav")
        links.get_by_role("link", name=re.compile(f"{elsewhere}$")).click(timeout=SHORT_MS)
        while self.page.get_by_text(sentence).count():
            self._breathe()
        links.get_by_role("link", name=re.compile(f"{back}$")).click(timeout=SHORT_MS)
        while not self.page.get_by_role("heading", level=1, name=back, exact=True).count():
            self._breathe()

    def sees(self, sentence: str) -> bool:
        """Whether the sentence comes up before the kill."""
        while not self.killed.is_set():
            if self.page.get_by_text(sentence).count():
                return True
            self.page.wait_for_timeout(LOOK_MS)
        return False


def saves(one: Typist) -> None:
    """Write and save one entry after another."""
    while not one.killed.is_set():
        text = f"entry {len(one.told.saved)} " + "word " * one.rng.choice([1, 40, 2_000])
        one.press("Write")
        one.page.locator("textarea").first.fill(text)
        one.press("Save")
        if one.sees("Saved."):
            one.told.saved.append(text)
            one.press("All entries")


def edits(one: Typist) -> None:
    """Change one entry again and again."""
    one.press("Open")
    while not one.killed.is_set():
        text = f"changed {one.rng.random()}"
        one.press("Edit")
        one.told.attempted = text
        one.page.locator("textarea").first.fill(text)
        one.press("Save")
        if one.sees("Saved."):
            one.told.newest = text


def drafts(one: Typist) -> None:
    """Type on, without saving; `typed` is what stood there some seconds before the kill."""
    one.press("Write")
    one.page.locator("textarea").first.click()
    one.page.keyboard.type("first words ")
    one.page.wait_for_timeout(TYPED_LATEST_SECONDS * 1_000)
    one.told.typed = "first words "
    while not one.killed.is_set():
        one.page.keyboard.type("and more ", delay=KEY_MS)


def backups(one: Typist) -> None:
    """Make one backup after another."""
    while not one.killed.is_set():
        one.press("Make a backup now")
        one.told.backups += one.sees("Backup made:")


def passphrases(one: Typist) -> None:
    """Change the passphrase again and again."""
    while not one.killed.is_set():
        old, new = one.told.secrets[-1], f"passphrase {one.rng.random()}"
        one.page.get_by_role("textbox", name="The present passphrase").first.fill(old, timeout=USUAL_MS)
        one.page.get_by_role("textbox", name="The new passphrase").fill(new)
        one.page.get_by_role("textbox", name="The new one again").fill(new)
        one.told.secrets = [old, new]
        one.press("Change the passphrase")
        if one.sees("The passphrase is changed."):
            one.told.secrets = [new]
            one.turn_away("Journal", "Your data", "The passphrase is changed.")


def imports(one: Typist) -> None:
    """Bring a diary of many entries in."""
    day = (
        '{{"date": "2024-01-01", "time": "10:00", "title": "brought in {n}", "body": "", "tags": [], "starred": false}}'
    )
    lines = ",\n".join(day.format(n=number) for number in range(IMPORTED))
    content = f'{{"tags": {{}}, "entries": [{lines}]}}'.encode()
    file = FilePayload(name="diary.json", mimeType="application/json", buffer=content)
    one.page.locator("input[type=file]").first.set_input_files(file)
    one.press("Bring it in")
    one.told.imported = one.sees("Came in")


def opens(one: Typist) -> None:
    """Open a vault of the first schema, which is brought up to date on the way."""
    one.page.reload()
    one.page.get_by_role("textbox", name="Passphrase", exact=True).fill(PASSPHRASE)
    one.page.get_by_role("button", name="Open", exact=True).click()
    one.killed.wait(10)


WORKS: Final[tuple[Callable[[Typist], None], ...]] = (saves, drafts, edits, backups, passphrases, imports, opens)


def kill_once(page: Page, app: AppProcess, work: Callable[[Typist], None], rng: random.Random) -> Told:
    """Let a person work in the app, kill it at a random moment, and check; AssertionError where anything was lost."""
    shutil.rmtree(app.home, ignore_errors=True)
    prepare(app.home, is_old=work is opens)
    app.start()
    open_app(page, app.url)
    if work is not opens:
        unlock(page, PASSPHRASE)
        go(page, "Your data" if work in (backups, passphrases, imports) else "Journal")
    page.set_default_timeout(SHORT_MS)
    told, killed = Told(), Event()
    timer = Timer(rng.uniform(*(KILLED_TYPING_SECONDS if work is drafts else KILLED_SECONDS)), _kill, (app, killed))
    timer.start()
    try:
        work(Typist(page, killed, told, rng))
    except Killed:
        pass
    except Error:
        if not killed.wait(SHORT_MS / 1_000):
            raise
    finally:
        page.set_default_timeout(USUAL_MS)
        timer.join()
    check(app.home, told, is_edited=work is edits)
    return told


def _kill(app: AppProcess, killed: Event) -> None:
    app.stop(signal.SIGKILL)
    killed.set()
