"""A diary comes in, is taken back, comes again, and moves with the archive; bad files change nothing."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from assessments.exchange.archive_reading import read_back
from assessments.records import Entry
from tests.browser.actions import click, enter_plain, go, press, settle
from tests.browser.app_process import AppProcess
from tests.browser.looking import look

pytestmark = pytest.mark.browser

DAYLIO = """full_date,date,weekday,time,mood,activities,scales,note_title,note
2025-03-30,30 March,Sunday,19:30,sunny,walk | tea,Sleep: 4,First spring day,"One line<br>two"
2025-03-29,29 March,Saturday,9:05 PM,meh,,,,"<b>quiet</b>"
2025-03-28,28 March,Friday,23:59,sunny,rain,,,a long evening
2025-03-27,27 March,Thursday,late,meh,,,,no clock
"""
CSV = DAYLIO.encode()
PASSPHRASE = "a lamp beside the harbour"


def your_data(page: Page, app: AppProcess) -> None:
    """Go to Your data, in a vault that is begun where there is none yet."""
    enter_plain(page, app)
    go(page, "Your data")


def bring(page: Page, name: str, content: bytes) -> None:
    """Hand a file to the page, once it is drawn, and wait for what it says."""
    settle(page)
    page.locator("input[type=file]").first.set_input_files(
        FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
    )
    settle(page)


def put_away(page: Page) -> None:
    """Take the file out of the page again."""
    click(page, page.get_by_test_id("stFileUploader").first.get_by_role("button", name="Remove"))


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by its label, once the page has drawn it."""
    expect(page.get_by_role("combobox", name=label)).to_be_visible()
    settle(page)
    page.get_by_role("combobox", name=label).fill(option)
    expect(page.get_by_role("option", name=option, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    settle(page)


def archive_of(page: Page) -> bytes:
    """Take everything out as an archive."""
    with page.expect_download() as made:
        page.get_by_role("button", name="Download", exact=True).click()
    return Path(made.value.path()).read_bytes()


def sealed_archive_of(page: Page) -> bytes:
    """Take everything out as an encrypted archive."""
    click(page, page.get_by_text("One encrypted archive", exact=True))
    page.get_by_role("textbox", name="A passphrase for the file").fill(PASSPHRASE)
    page.get_by_role("textbox", name="The same once more").fill(PASSPHRASE)
    press(page, "Encrypt it")
    return archive_of(page)


def entries_in(archive: bytes) -> list[Entry]:
    """The entries of an archive, without what tells by which import they came."""
    return [replace(entry, import_id=None) for entry in read_back(archive).entries]


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("2024-01-01.md", b"\0" * 25_000_000)
    return target.getvalue()


def test_a_bad_file_is_told_in_a_sentence_and_changes_nothing(page: Page, shared_app: AppProcess) -> None:
    your_data(page, shared_app)
    for name, content, sentence in (
        ("half.csv", CSV[:-4] + b'\n2025-03-26,26 March,Wednesday,10:00,meh,,,,"half a no', "stops too early"),
        ("latin.csv", DAYLIO.replace("quiet", "schön").encode("latin-1"), "is not UTF-8 text"),
        ("bomb.zip", bomb(), "packed far tighter"),
        ("photo.png", b"\x89PNG\r\n\x1a\n", "cannot be told from its content"),
    ):
        bring(page, name, content)
        expect(page.get_by_text(sentence)).to_be_visible()
        expect(page.get_by_role("button", name="Bring it in")).to_have_count(0)
        put_away(page)
    expect(page.get_by_text("It holds nothing yet.")).to_be_visible()
    assert "Traceback" not in shared_app.printed()


def test_a_diary_comes_in_goes_out_again_and_moves_with_the_archive(page: Page, shared_app: AppProcess) -> None:
    your_data(page, shared_app)
    bring(page, "daylio.csv", CSV)
    expect(page.get_by_text("3 entries, from 28 Mar 2025 to 30 Mar 2025.")).to_be_visible()
    page.get_by_text("1 place needs your eye").click()
    expect(page.get_by_text("daylio.csv, line 5")).to_be_visible()
    assert look(page, "dry run").ours == []
    choose(page, "sunny (2 times)", "5, the best")
    press(page, "Bring it in")
    expect(page.get_by_text("Came in: 3 entries.")).to_be_visible()
    page.get_by_role("link", name="Read them in the journal").click()
    expect(page.get_by_text("First spring day").first).to_be_visible()

    go(page, "Your data")
    first = entries_in(archive_of(page))
    assert [entry.mood for entry in first] == [5, 3, 5]
    page.get_by_text("What came in before").click()
    page.get_by_test_id("stPopover").filter(has_text="Take it back").get_by_role("button").click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Taken back: 3 records.")).to_be_visible()
    expect(page.get_by_text("It holds nothing yet.")).to_be_visible()

    bring(page, "daylio.csv", CSV)
    expect(page.get_by_text("Nothing in it is new here.")).to_be_visible()
    expect(page.get_by_role("combobox", name="sunny (2 times)")).to_have_value("5, the best")
    press(page, "Bring it in")
    expect(page.get_by_text("Came in: 3 entries.")).to_be_visible()
    bring(page, "daylio.csv", CSV)
    expect(page.get_by_text("3 of it are here already and stay as they are.")).to_be_visible()
    put_away(page)

    archive = archive_of(page)
    assert [replace(entry, recorded_at=None) for entry in entries_in(archive)] == [
        replace(entry, recorded_at=None) for entry in first
    ]
    sealed = sealed_archive_of(page)
    page.get_by_test_id("stPopover").filter(has_text="Delete everything").get_by_role("button").click()
    page.get_by_role("textbox", name="The word").fill("delete")
    page.keyboard.press("Tab")
    settle(page)
    press(page, "Delete everything now")
    your_data(page, shared_app)
    bring(page, "footbridge.sealed", sealed)
    for passphrase in ("another lamp", PASSPHRASE):
        page.get_by_role("textbox", name="The archive's passphrase").fill(passphrase)
        press(page, "Open the archive")
        if passphrase != PASSPHRASE:
            expect(page.get_by_text("The passphrase is another one, or the file is damaged.")).to_be_visible()
    expect(page.get_by_text("3 entries, from 28 Mar 2025 to 30 Mar 2025.")).to_be_visible()
    press(page, "Bring it in")
    expect(page.get_by_text("Came in: 3 entries.")).to_be_visible()
    assert entries_in(archive_of(page)) == entries_in(archive)
    assert "Traceback" not in shared_app.printed()
