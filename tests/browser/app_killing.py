"""The real app, killed while a person works in it through a browser, and what must hold afterwards."""

from __future__ import annotations

import random
import re
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Timer
from typing import Final

from playwright.sync_api import Error, FilePayload, Page

from assessments.records import Entry
from assessments.storage import Vault, WrongSecret, attempts, backups_in, create_vault, open_vault, restore_backup
from assessments.storage.backup_file import is_whole
from assessments.storage.schema import REVISIONS
from tests.browser.actions import go, open_app, unlock
from tests.browser.app_process import AppProcess

PASSPHRASE: Final = "a long walk by the river"
FIXTURES: Final = Path(__file__).parents[1] / "storage" / "fixtures"
SHORT_MS: Final = 3_000
KEY_MS: Final = 120
LOOK_MS: Final = 80
USUAL_MS: Final = 20_000
ANSWERED: Final = """sentBefore => {
    const watched = window.watched, app = document.querySelector('[data-testid=stApp]');
    return watched.sent > sentBefore && watched.received >= watched.sent && performance.now() - watched.received > 50
        && app?.dataset.testScriptState === 'notRunning';
}"""
FIRST: Final = "the first words"
TYPED_LATEST_SECONDS: Final = 6.0
IMPORTED: Final = 400
# What is done again and again is met at any stage of it; an import and its dry run, done once, take one or two.
KILLED_SECONDS: Final = (0.3, 3.0)
KILLED_TYPING_SECONDS: Final = (6.5, 8.0)


class Killed(Exception):
    """The server was killed while the person waited for it."""


@dataclass
class Told:
    """What the screen said before the kill."""

    saved: list[str] = field(default_factory=list)
    newest: str = FIRST
    attempted: str = FIRST
    typed: str = ""
    secrets: list[str] = field(default_factory=lambda: [PASSPHRASE])
    backups: int = 0
    imported: bool = False


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
    _prepare(app.home, work)
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
    _check(app.home, told, work)
    return told


def _kill(app: AppProcess, killed: Event) -> None:
    app.stop(signal.SIGKILL)
    killed.set()


def _prepare(home: Path, work: Callable[[Typist], None]) -> None:
    if work is opens:
        restore_backup(FIXTURES / f"schema-{REVISIONS[0]}-encrypted.backup", home)
        return
    shutil.copytree(_begun().name, home)


@cache
def _begun() -> TemporaryDirectory[str]:
    """A vault with one entry, made once, since its keys take long to derive."""
    folder = TemporaryDirectory()
    with create_vault(Path(folder.name), PASSPHRASE)[0] as vault:
        vault.save(Entry(happened_at=datetime.now(UTC), form="free", version=1, fields={"text": FIRST}))
    return folder


def _check(home: Path, told: Told, work: Callable[[Typist], None]) -> None:
    with _opened_with_any(home, told.secrets) as vault:
        assert vault.verify() == []
        texts = [str(each.fields.get("text") or each.title) for each in vault.entries()]
        assert set(told.saved) <= set(texts), "a saved entry is gone"
        brought = sum("brought in" in text for text in texts)
        assert brought in ((IMPORTED,) if told.imported else (0, IMPORTED)), "half an import"
        if work is edits:
            assert {told.newest, told.attempted} & set(texts), "an edit was lost"
        if told.typed:
            (draft,) = vault.drafts()
            kept = dict(draft.value)["fields"]["text"]
            assert kept.startswith(told.typed), f"a draft was lost: {kept[:40]!r}"
    assert len(backups_in(home)) >= bool(told.backups)
    assert all(is_whole(each.path) for each in backups_in(home)), "a half backup is listed"


def _opened_with_any(home: Path, secrets: list[str]) -> Vault:
    """The vault, opened with the old or the new passphrase: exactly as a person would try."""
    for secret in secrets:
        attempts.forget_wrong(home)
        with suppress(WrongSecret):
            return open_vault(home, secret)
    raise AssertionError("neither the old nor the new passphrase opens the vault")
