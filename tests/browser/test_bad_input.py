"""Bad input and bad luck: a clear sentence each time, and nothing lost."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.storage import create_vault, open_vault
from tests.browser.actions import enter_plain, go, open_app, press, settle, write
from tests.browser.app_process import AppProcess
from tests.browser.odd_text import ODD_TEXT
from tests.small_disk import disk_of

pytestmark = pytest.mark.browser

LONG_TEXT = "".join(f"{number:07d} word " for number in range(200_000 // 13)) + "needleatend"
BROKEN_QUESTIONNAIRE = 'id = "mine"\nversion = 1\ntitle = "My own"\nitems = [\n'


@pytest.fixture(scope="module")
def begun(shared_app: AppProcess) -> Iterator[AppProcess]:
    """An app whose person has begun without a passphrase."""
    vault, _ = create_vault(shared_app.home)
    vault.close()
    yield shared_app


def write_entry(page: Page, url: str, text: str) -> None:
    """Open the app, write one free entry and save it."""
    open_app(page, url)
    go(page, "Journal")
    press(page, "Write")
    write(page, text)
    press(page, "Save")


def no_traceback(page: Page, app: AppProcess) -> None:
    """Neither the page nor the terminal shows the inside of the program."""
    assert "Traceback" not in page.locator("body").inner_text()
    assert "Traceback" not in app.printed()


def test_two_hundred_thousand_characters_are_saved_whole_and_found_again(page: Page, begun: AppProcess) -> None:
    write_entry(page, begun.url, LONG_TEXT)
    expect(page.get_by_text("Saved.")).to_be_visible()
    with open_vault(begun.home) as vault:
        assert vault.entries()[-1].fields["text"] == LONG_TEXT
    press(page, "All entries")
    page.get_by_role("textbox", name="Search in everything you wrote").fill("needleatend")
    page.keyboard.press("Enter")
    settle(page)
    press(page, "Open")
    assert page.locator(".fb-reading").first.evaluate("element => element.textContent") == LONG_TEXT
    no_traceback(page, begun)


def test_no_text_of_an_entry_comes_alive(page: Page, begun: AppProcess) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    write_entry(page, begun.url, ODD_TEXT)
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert page.locator(".fb-reading").first.evaluate("element => element.textContent") == ODD_TEXT
    press(page, "All entries")
    expect(page.get_by_text("window.came_alive")).to_be_visible()
    page.get_by_role("textbox", name="Search in everything you wrote").fill("bold")
    page.keyboard.press("Enter")
    settle(page)
    expect(page.locator("mark", has_text="bold")).to_be_visible()
    assert page.evaluate("window.came_alive") is None
    assert page.locator("#alive, a[href*=elsewhere], img[src*=elsewhere], img[src=x]").count() == 0
    assert not [url for url in asked if "elsewhere" in url]
    no_traceback(page, begun)


def test_a_broken_questionnaire_of_one_s_own_is_named_and_the_rest_still_works(page: Page, begun: AppProcess) -> None:
    with open_vault(begun.home) as vault:
        vault.save_questionnaire("mine", 1, BROKEN_QUESTIONNAIRE)
    open_app(page, begun.url)
    go(page, "Check in")
    expect(page.get_by_text("One of your own questionnaires has a fault in its file: mine-1.toml")).to_be_visible()
    expect(page.get_by_text("The ten signs").or_(page.get_by_text("Emotional safety")).first).to_be_visible()
    no_traceback(page, begun)


@pytest.mark.parametrize("harm", ["header", "middle", "cut"])
def test_a_damaged_file_is_told_left_alone_and_restored_from_the_newest_backup(
    page: Page, begun: AppProcess, harm: str
) -> None:
    with open_vault(begun.home) as vault:
        vault.backup()
        entries = len(vault.entries())
    begun.stop()
    database = begun.home / "vault.db"
    damage(database, harm)
    damaged = database.read_bytes()
    begun.start()
    page.goto(begun.url)
    expect(page.get_by_role("heading", name="Your file cannot be read as it is")).to_be_visible()
    expect(page.get_by_text("The newest good backup is from")).to_be_visible()
    assert database.read_bytes() == damaged
    press(page, "Restore that backup into a new file")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    with open_vault(begun.home) as vault:
        assert len(vault.entries()) == entries
    aside = [path for path in (begun.home / "set aside").rglob("*") if path.is_file() and path.read_bytes() == damaged]
    assert len(aside) == 1
    no_traceback(page, begun)


def damage(database: Path, harm: str) -> None:
    """Harm the file as a failing disk would."""
    whole = bytearray(database.read_bytes())
    if harm == "header":
        whole[:64] = os.urandom(64)
    elif harm == "middle":
        for at in range(4096, len(whole), 512):
            whole[at] ^= 0xFF
    else:
        del whole[len(whole) // 2 :]
    for extra in ("vault.db-wal", "vault.db-shm"):
        database.with_name(extra).unlink(missing_ok=True)
    database.write_bytes(bytes(whole))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of twelve megabytes."""
    with disk_of(12, tmp_path / "disk") as place:
        yield place


def test_a_full_disk_is_said_and_the_text_stays_until_there_is_room(
    page: Page, small_disk: Path, tmp_path: Path
) -> None:
    app = AppProcess(home=small_disk / "home", log=tmp_path / "app.log", may_fork=True)
    app.start()
    try:
        enter_plain(page, app)
        go(page, "Journal")
        press(page, "Write")
        filler = small_disk / "filler"
        fill(filler)
        write(page, "Written on a full disk.")
        press(page, "Save")
        expect(page.get_by_text("so this was not saved").first).to_be_visible()
        expect(page.locator("textarea").first).to_have_value("Written on a full disk.")
        filler.unlink()
        press(page, "Save")
        expect(page.get_by_text("Saved.")).to_be_visible()
        expect(page.get_by_text("Written on a full disk.").first).to_be_visible()
        no_traceback(page, app)
    finally:
        app.stop()


def make_read_only(disk: Path, home: Path) -> None:
    """Forbid writing there; to an administrator only the disk itself can refuse."""
    if os.geteuid():
        home.chmod(0o500)
    else:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def test_a_folder_that_may_not_be_written_to_is_said_at_the_door(page: Page, small_disk: Path, tmp_path: Path) -> None:
    home = small_disk / "home"
    vault, _ = create_vault(home)
    vault.close()
    before = (home / "vault.db").read_bytes()
    make_read_only(small_disk, home)
    app = AppProcess(home=home, log=tmp_path / "app.log", may_fork=True)
    app.start()
    try:
        page.goto(app.url)
        expect(page.get_by_text("Footbridge may not write to").first).to_be_visible()
        no_traceback(page, app)
        assert (home / "vault.db").read_bytes() == before
    finally:
        app.stop()


def fill(filler: Path) -> None:
    """Write until nothing more fits."""
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 65_536):
                continue
        except OSError:
            return
