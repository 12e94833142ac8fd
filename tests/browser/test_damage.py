"""A damaged file: what is readable is said, a backup comes back, what it lacks is brought in, and nothing is lost."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.records import Entry
from assessments.storage import DamagedVault, create_vault, open_vault, read_damaged
from tests.browser.actions import click, go, open_app, press, unfold, unlock
from tests.browser.app_process import AppProcess
from tests.browser.looking import look

pytestmark = pytest.mark.browser

PASSPHRASE = "eleven grey stones by the gate"
PAGE_BYTES = 4096
BEFORE, AFTER = 30, 12


def written(number: int) -> Entry:
    """A free entry of about half a page."""
    text = f"Entry number {number}. " + "Plain words about an ordinary day. " * 50
    return Entry(happened_at=datetime(2026, 3, 1, tzinfo=UTC), form="free", version=1, fields={"text": text})


def fill(home: Path) -> None:
    """A vault of which a backup holds the greater part."""
    vault, _ = create_vault(home, PASSPHRASE)
    with vault:
        vault.save_many([written(number) for number in range(BEFORE)])
        vault.backup()
        vault.save_many([written(number) for number in range(BEFORE, BEFORE + AFTER)])


def readable(home: Path) -> int | None:
    """How many entries can be read where the file as a whole cannot; None where it can or nothing can."""
    try:
        with open_vault(home, PASSPHRASE) as vault:
            vault.entries()
    except DamagedVault:
        return len(read_damaged(home, PASSPHRASE).records) or None
    return None


def damage_a_page_of_entries(home: Path, place: Path) -> int:
    """Zero one page, found by trying on a copy, that holds some entries; gives how many are still readable."""
    pages = (home / "vault.db").stat().st_size // PAGE_BYTES
    for number in range(pages - 1, 0, -1):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(home, place)
        zero(place / "vault.db", number)
        left = readable(place)
        if left is not None and BEFORE < left < BEFORE + AFTER:
            zero(home / "vault.db", number)
            return left
    raise AssertionError("no page of this file holds entries")


def zero(database: Path, number: int) -> None:
    """Zero one page of the file."""
    with database.open("r+b") as file:
        file.seek(number * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))


def test_what_a_damaged_file_still_holds_is_said_and_comes_back_beside_the_backup(
    page: Page, app: AppProcess, tmp_path: Path
) -> None:
    fill(app.home)
    left = damage_a_page_of_entries(app.home, tmp_path / "copy")
    damaged = (app.home / "vault.db").read_bytes()
    open_app(page, app.url)
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(PASSPHRASE)
    press(page, "Open")
    expect(page.get_by_role("heading", name="Your file cannot be read as it is")).to_be_visible()
    page.get_by_role("textbox", name="The passphrase of that file").fill(PASSPHRASE)
    press(page, "See what can be read")
    expect(page.get_by_text(f"Readable: {left} entries.")).to_be_visible()
    assert look(page, "damaged file").ours == []
    expect(page.get_by_text(re.compile("cannot be read|cannot be told")).first).to_be_visible()
    assert (app.home / "vault.db").read_bytes() == damaged
    press(page, "Restore that backup into a new file")

    unlock(page, PASSPHRASE)
    go(page, "Your data")
    expect(page.get_by_role("heading", name="Files that were set aside")).to_be_visible()
    (aside,) = [path for path in (app.home / "set aside").rglob("vault.db") if path.read_bytes() == damaged]
    unfold(page, "What can still be read")
    page.get_by_role("textbox", name="The passphrase of that file").fill(PASSPHRASE)
    press(page, "See what can be read")
    expect(page.get_by_text(f"{left - BEFORE} of them are not in your present file.")).to_be_visible()
    press(page, "Bring those in")
    expect(page.get_by_text(f"Brought in {left - BEFORE}.")).to_be_visible()
    with open_vault(app.home, PASSPHRASE) as vault:
        assert len(vault.entries()) == left
        assert vault.verify() == []
    assert aside.read_bytes() == damaged
    page.get_by_role("button", name="Delete this file for good").click()
    click(page, page.get_by_role("button", name="Delete this file for good").last)
    expect(page.get_by_role("heading", name="Files that were set aside")).to_have_count(0)
    assert not aside.exists()
    assert "Traceback" not in app.printed()


def test_a_damaged_file_without_a_backup_is_set_aside_when_asked_and_one_begins_anew(
    page: Page, app: AppProcess
) -> None:
    create_vault(app.home)[0].close()
    (app.home / "vault.db").write_bytes(b"a letter to somebody")
    page.goto(app.url)
    expect(page.get_by_role("heading", name="Your file cannot be read as it is")).to_be_visible()
    press(page, "See what can be read")
    expect(page.get_by_text("Nothing in it can be read any more.")).to_be_visible()
    press(page, "Set the file aside and begin anew")
    expect(page.get_by_role("button", name="Begin your own")).to_be_visible()
    assert [path.read_bytes() for path in app.home.rglob("vault.db")] == [b"a letter to somebody"]


def test_the_folder_for_backups_is_chosen_and_its_absence_is_said(page: Page, app: AppProcess, tmp_path: Path) -> None:
    create_vault(app.home)[0].close()
    drive = tmp_path / "drive"
    open_app(page, app.url)
    go(page, "Your data")
    unfold(page, "Where backups are kept")
    page.get_by_role("textbox", name="Another folder, with its whole path").fill("not a whole path")
    press(page, "Keep new backups there")
    expect(page.get_by_text("Backups cannot be kept in not a whole path.")).to_be_visible()
    page.get_by_role("textbox", name="Another folder, with its whole path").fill(str(drive))
    press(page, "Keep new backups there")
    expect(page.get_by_text("New backups go there from now on.")).to_be_visible()
    press(page, "Make a backup now")
    expect(page.get_by_text("Backup made:")).to_be_visible()
    assert [path.suffix for path in drive.iterdir()] == [".backup"]
    drive.rename(tmp_path / "unplugged")
    press(page, "Make a backup now")
    expect(page.get_by_text("is not there at the moment").first).to_be_visible()
    assert not drive.exists()
