"""A corpus of hostile texts through every way in and every way out: on no page does any of it come alive."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from assessments.catalogue import load
from assessments.records import Entry, Event, PracticeDone, Response
from assessments.storage import Vault, create_vault
from tests.browser.actions import click, go, open_app, press, settle
from tests.browser.alive import Alive
from tests.browser.app_process import AppProcess
from tests.browser.marked_words import add_choice
from tests.browser.whole_use import open_folds, open_list, press_within_folds
from tests.exchange.strategies import HOSTILE

pytestmark = pytest.mark.browser

ALL = "\n".join(HOSTILE).replace("\0", "")
WORST = (
    '<img src=x onerror="alert(1)">![a](https://example.org/t.png)[b](javascript:alert(1)) **not bold** $x^2$ :red[c]'
)
FORMULA = re.compile(r"\s*[=+\-@]")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
NOW = datetime.now(UTC)
SCREENS = ("Today", "Check in", "Progress", "Patterns", "The road", "Report", "Your data", "Help")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[AppProcess]:
    """An app whose person has every hostile text wherever text is kept."""
    running = AppProcess(home=tmp_path / "home", log=tmp_path / "app.log", may_fork=True)
    with create_vault(running.home)[0] as vault:
        seed(vault)
    running.start()
    yield running
    running.stop()


def seed(vault: Vault) -> None:
    """Each text as an entry's text, title and tag, an event, a practice's note, a check-in's note, a person."""
    items = [item.id for item in load().questionnaires["emotional-safety"].items]
    for number, text in enumerate(HOSTILE):
        when = NOW - timedelta(days=2 * number + 1)
        fields = {"text": f"{text} and the choir again, with my sister"}
        vault.save(Entry(happened_at=when, form="free", version=1, fields=fields, title=text, tags=(text,)))
        vault.save(Event(happened_at=when, name=text, note=text))
        vault.save(PracticeDone(happened_at=when, practice="boundaries", note=text))
        answers = dict.fromkeys(items, number % 5)
        vault.save(Response(happened_at=when, questionnaire="emotional-safety", version=1, answers=answers, note=text))
    for text in (WORST, *HOSTILE[:6]):
        fields = {"who": text, "can-bring": text, "earned-by": text}
        vault.save(Entry(happened_at=NOW, form="people", version=1, fields=fields))
        bridge = {"name": text, "stage": "deciding", "damage": text, "whose-damage": "both"}
        vault.save(Entry(happened_at=NOW, form="bridge", version=1, fields=bridge))
    vault.save_questionnaire("hostile", 1, questionnaire("hostile", WORST))


def questionnaire(name: str, text: str) -> str:
    """A questionnaire file whose every text is that one."""
    quoted, other = json.dumps(text), json.dumps(f"{text} too")
    items = ", ".join(f'{{ id = "{name}-{letter}", text = {quoted} }}' for letter in "abc")
    made = (
        f'id = "{name}"\nversion = 1\ntitle = {quoted}\nlead = {quoted}\ndescription = {quoted}\nrecall_days = 7\n'
        f"options = [{{ value = 0, label = {quoted} }}, {{ value = 1, label = {other} }}]\nitems = [{items}]\n"
    )
    assert tomllib.loads(made)["title"] == text
    return made


def test_no_hostile_text_comes_alive_on_any_page_or_in_any_table(page: Page, app: AppProcess) -> None:
    alive = Alive(page)
    open_app(page, app.url)
    write_by_hand(page, alive)
    read_the_journal(page, alive)
    bring_files(page, alive)
    answer_the_brought_questionnaire(page, alive)
    find_themes(page, alive)
    for screen in SCREENS:
        click(page, page.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(f"{screen}$")))
        open_folds(page)
        for more in page.get_by_role("tab").all():
            more.click()
        settle(page)
        alive.nothing(screen)
    tables_are_safe(page)
    assert "Traceback" not in app.printed()


def write_by_hand(page: Page, alive: Alive) -> None:
    """Type the whole corpus into an entry, the worst into its title, a tag, the aim, the contacts and the plan."""
    go(page, "Journal")
    press(page, "Write")
    page.locator("textarea").first.fill(ALL)
    page.keyboard.press("Tab")
    settle(page)
    open_folds(page)
    page.get_by_role("textbox", name="Title, if you like").fill(WORST)
    page.keyboard.press("Tab")
    settle(page)
    add_choice(page, "Tags", WORST)
    alive.nothing("writing an entry")
    press(page, "Save")
    expect(page.get_by_text("Saved.")).to_be_visible()
    alive.nothing("reading an entry")
    go(page, "The road")
    press(page, "My aim")
    page.get_by_role("textbox", name="My aim").fill(WORST)
    page.get_by_role("button", name="Keep this aim").focus()
    page.keyboard.press("Enter")
    settle(page)
    go(page, "Help")
    open_folds(page)
    for area in page.locator("textarea").all():
        area.fill(ALL)
        area.press("Tab")
        settle(page)
    press(page, "Keep them")
    alive.nothing("Help")


def read_the_journal(page: Page, alive: Alive) -> None:
    """Read every page of the list, the hits of some searches, and one entry."""
    open_list(page)
    alive.nothing("the first page of the journal")
    for number in range(2, 8):
        click(page, page.get_by_role("button", name=f"Page {number}", exact=True))
        alive.nothing(f"page {number} of the journal")
    box = page.get_by_role("textbox", name="Search in everything you wrote")
    for words in ("script", "picture", "bold", "1", '"onerror', WORST):
        box.fill(words)
        box.press("Enter")
        settle(page)
        alive.nothing(f"search for {words}")
    box.fill("")
    box.press("Enter")
    settle(page)


def bring_files(page: Page, alive: Alive) -> None:
    """Bring a questionnaire, notes and a diary in, with hostile words and hostile names."""
    go(page, "Check in")
    open_folds(page)
    upload(page, "<img src=x onerror=alert(1)>.toml", questionnaire("brought", WORST))
    alive.nothing("a preview of a questionnaire")
    press_within_folds(page, "Keep this questionnaire")
    open_folds(page)
    upload(page, "[b](javascript:alert(1)).toml", f"title = {json.dumps(WORST)}\n")
    open_folds(page)
    alive.nothing("the faults of a questionnaire")
    entries = [
        {"title": text, "body": text, "date": "2024-01-01", "time": "10:00", "tags": ["@" + text], "starred": False}
        for text in (ALL, WORST, *HOSTILE)
    ]
    diaries = {
        "<img src=x onerror=alert(1)>.json": json.dumps({"tags": {}, "entries": entries}),
        "2024-03-01.md": f"---\ntitle: {json.dumps(WORST)}\n---\n# 2024-03-01\n\n{ALL}\n",
    }
    for name, content in diaries.items():
        go(page, "Your data")
        upload(page, name, content)
        alive.nothing(f"the dry run of {name}")
        press(page, "Bring it in")
        expect(page.get_by_text("Came in:")).to_be_visible()
        alive.nothing(f"after {name}")


def upload(page: Page, name: str, content: str) -> None:
    """Upload a file made of that text."""
    file = FilePayload(name=name, mimeType="text/plain", buffer=content.encode())
    page.locator("input[type=file]").first.set_input_files(file)
    settle(page)


def answer_the_brought_questionnaire(page: Page, alive: Alive) -> None:
    """Answer it, so that its words stand on a result and in pictures."""
    go(page, "Check in")
    click(page, page.locator(".st-key-answer-brought button"))
    alive.nothing("answering")
    for group in page.get_by_role("radiogroup").all():
        click(page, group.locator("label").last)
    press(page, "Save and see the result")
    alive.nothing("a result")


def find_themes(page: Page, alive: Alive) -> None:
    """Look for themes, and give one a hostile name."""
    go(page, "Patterns")
    press(page, "Look for themes")
    expect(page.get_by_role("heading", name="Themes over the weeks")).to_be_visible(timeout=60_000)
    press(page, "Change this theme")
    page.get_by_role("textbox", name="Its name").first.fill(WORST)
    page.get_by_role("button", name="Call it that").first.focus()
    page.keyboard.press("Enter")
    settle(page)
    alive.nothing("themes")


def tables_are_safe(page: Page) -> None:
    """No cell of any table that is taken out begins as a formula would."""
    go(page, "Your data")
    click(page, page.get_by_text("Tables for a spreadsheet", exact=True))
    with page.expect_download() as made:
        page.get_by_role("button", name="Download").first.click()
    with zipfile.ZipFile(made.value.path()) as archive:
        tables = [archive.read(name).decode("utf-8-sig") for name in archive.namelist() if name.endswith(".csv")]
    cells = [cell for table in tables for row in csv.reader(io.StringIO(table)) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if FORMULA.match(cell) and not NUMBER.fullmatch(cell)] == []
