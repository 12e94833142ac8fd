"""The whole app used once with marked words: every form, every screen, every field that takes text."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import FilePayload, Page, TimeoutError, expect

from assessments.catalogue import load
from assessments.form import Form
from assessments.records import Entry, Response
from assessments.storage import open_vault
from tests.browser.actions import answer_all, click, go, open_app, press, settle
from tests.browser.marked_words import TRIES, TRY_MS, Marks, add_marked_choices, type_everywhere

ENTRIES, WEEKS = 66, 30
SUBJECTS = ("the choir and its {word} rehearsal", "my sister and the {word} letter", "the garden with its {word} fence")
OWN_QUESTIONNAIRE = """id = "brought"
version = 1
title = "{word}"
lead = "{word}"
recall_days = 7
options = [{{ value = 0, label = "{word} no" }}, {{ value = 1, label = "{word} yes" }}]
items = [
    {{ id = "brought-a", text = "{word} a" }},
    {{ id = "brought-b", text = "{word} b" }},
    {{ id = "brought-c", text = "{word} c" }},
]
"""
DIARY = """# 2024-03-01

{word} in a diary from elsewhere
"""


def begin(page: Page, url: str, marks: Marks) -> str:
    """Begin with a passphrase and put the recovery code away; gives the passphrase."""
    passphrase = marks.new("passphrase", kept=False)
    open_app(page, url)
    press(page, "Begin your own")
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(passphrase)
    page.get_by_role("textbox", name="The same passphrase again").fill(passphrase)
    press(page, "Begin with this passphrase")
    code = page.get_by_test_id("stCode").inner_text().strip().lower()
    marks.places[code] = "recovery code"
    marks.passing.add(code)
    press(page, "I have put it away")
    return passphrase


def seed(home: Path, passphrase: str, marks: Marks) -> None:
    """Enough entries and check-ins, written in another window, for themes and pictures."""
    now = datetime.now(UTC)
    words = [marks.new(f"theme {number}") for number in range(len(SUBJECTS))]
    items = [item.id for item in load().questionnaires["emotional-safety"].items]
    entries = [
        Entry(
            happened_at=now - timedelta(days=3 * number),
            form="free",
            version=1,
            fields={"text": f"I thought about {SUBJECTS[number % 3].format(word=words[number % 3])}. It rained."},
        )
        for number in range(ENTRIES)
    ]
    responses = [
        Response(
            happened_at=now - timedelta(days=7 * week),
            questionnaire="emotional-safety",
            version=1,
            answers={item: (week + place) % 5 for place, item in enumerate(items)},
            note=marks.new(f"note of week {week}"),
        )
        for week in range(1, WEEKS)
    ]
    with open_vault(home, passphrase) as vault:
        vault.save_many([*entries, *responses])


def open_folds(page: Page) -> None:
    """Unfold everything on the page that is folded away."""
    for _ in range(12):
        closed = page.locator("[data-testid=stMain] details:not([open]) > summary:visible")
        if not closed.count():
            return
        click(page, closed.first)


def open_list(page: Page) -> None:
    """The journal's list, whatever the journal shows; the button that leads there may be on its way out already."""
    click(page, page.get_by_test_id("stSidebarNav").get_by_role("link", name="Journal"))
    leads_there = page.get_by_role("button", name="All entries", exact=True).first
    for _ in range(TRIES):
        if not leads_there.count():
            break
        with suppress(TimeoutError):
            leads_there.click(timeout=TRY_MS)
        settle(page)
    expect(page.get_by_role("heading", level=1, name="Journal", exact=True)).to_be_visible()


def press_within_folds(page: Page, name: str) -> None:
    """Press a button that may be folded away, also where a late redraw folds it away again."""
    button = page.get_by_role("button", name=name, exact=True).first
    for _ in range(TRIES):
        open_folds(page)
        with suppress(TimeoutError):
            button.click(timeout=TRY_MS)
            settle(page)
            return
    raise AssertionError(f"there is no {name}")


def write_every_form(page: Page, marks: Marks) -> None:
    """Fill every field of every form, a title and a tag, and save it."""
    for form in load().newest_forms():
        open_list(page)
        if form.id == "free":
            press(page, "Write")
        else:
            press(page, "What would you like to write?")
            press(page, form.title)
        _write(page, marks, form)


def _write(page: Page, marks: Marks, form: Form) -> None:
    open_folds(page)
    assert type_everywhere(page, marks, form.id)
    people = [field.label for part in form.parts for field in part.fields if field.kind == "person"]
    open_folds(page)
    shown = [label for label in people if page.get_by_role("combobox", name=label).count()]
    add_marked_choices(page, marks, form.id, [*shown, "Tags"])
    press(page, "Save")
    expect(page.get_by_role("button", name="All entries")).to_be_visible()


def search_and_edit(page: Page, marks: Marks) -> None:
    """Search for a word that is there and one that is not, and change an entry."""
    open_list(page)
    known = next(word for word, place in marks.places.items() if place.startswith("theme"))
    box = page.get_by_role("textbox", name="Search in everything you wrote")
    for word in (marks.new("search box", kept=False), known):
        box.fill(word)
        box.press("Enter")
        settle(page)
    press(page, "Open")
    press(page, "Edit")
    page.locator("textarea").first.fill(marks.new("an edit"))
    page.keyboard.press("Tab")
    settle(page)
    press(page, "Save")


def check_in(page: Page, marks: Marks) -> None:
    """Answer with a note, build a questionnaire, and bring one."""
    go(page, "Today")
    press(page, "Take the pulse")
    answer_all(page, "sometimes")
    open_folds(page)
    assert type_everywhere(page, marks, "check-in")
    press(page, "Save and see the result")
    press(page, "Check in")
    press(page, "Put one together")
    for label, lines in (
        ("What it is called", 1),
        ("What stands above", 1),
        ("The questions, one on each line", 3),
        ("The answers, one on", 3),
    ):
        words = [marks.new(f"own questionnaire: {label}") for _ in range(lines)]
        page.get_by_role("textbox", name=label).fill("\n".join(words))
        page.keyboard.press("Tab")
        settle(page)
    press(page, "Keep it")
    open_folds(page)
    word = marks.new("questionnaire file")
    _bring(page, "brought.toml", OWN_QUESTIONNAIRE.format(word=word))
    press_within_folds(page, "Keep this questionnaire")


def _bring(page: Page, name: str, content: str) -> None:
    file = FilePayload(name=name, mimeType="text/plain", buffer=content.encode())
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page.get_by_text(name).first).to_be_attached()
    settle(page)


def use_the_other_screens(page: Page, marks: Marks) -> None:
    """A practice's note, a life event, a theme's name, an aim, own contacts and plan, a report."""
    go(page, "Today")
    open_folds(page)
    _keep_in_popover(page, marks, "With a note", "Keep it", "practice")
    go(page, "Progress")
    _keep_in_popover(page, marks, "Mark something", "Keep it", "life event")
    go(page, "Patterns")
    press(page, "Look for themes")
    expect(page.get_by_role("heading", name="Themes over the weeks")).to_be_visible(timeout=60_000)
    _keep_in_popover(page, marks, "Change this theme", "Call it that", "theme")
    go(page, "The road")
    _keep_in_popover(page, marks, "My aim", "Keep this aim", "aim")
    go(page, "Help")
    open_folds(page)
    assert len(type_everywhere(page, marks, "help")) >= 2
    press(page, "Keep them")
    go(page, "Report")


def _keep_in_popover(page: Page, marks: Marks, name: str, keep: str, place: str) -> None:
    press(page, name)
    assert type_everywhere(page, marks, place), f"no field for {place}"
    page.get_by_role("button", name=keep, exact=True).first.focus()
    page.keyboard.press("Enter")
    settle(page)


def use_your_data(page: Page, marks: Marks, passphrase: str) -> str:
    """Bring a diary in, back up, take everything out, mistype and change the passphrase; gives the new one."""
    go(page, "Your data")
    word = marks.new("diary file")
    _bring(page, "2024-03-01.md", DIARY.format(word=word))
    expect(page.get_by_role("button", name="Bring it in")).to_be_visible()
    press(page, "Bring it in")
    press(page, "Make a backup now")
    _take_out(page, marks)
    type_everywhere(page, marks, "your data", kept=False)
    new = marks.new("next passphrase", kept=False)
    for old in (marks.new("mistyped passphrase", kept=False), passphrase):
        page.get_by_role("textbox", name="The present passphrase").first.fill(old)
        page.get_by_role("textbox", name="The new passphrase").fill(new)
        page.get_by_role("textbox", name="The new one again").fill(new)
        press(page, "Change the passphrase")
    expect(page.get_by_text("The passphrase is changed.")).to_be_visible()
    press(page, "Delete everything")
    assert type_everywhere(page, marks, "the word", kept=False)
    page.keyboard.press("Escape")
    return new


def _take_out(page: Page, marks: Marks) -> None:
    """Take everything out, plain and under a passphrase of its own."""
    with page.expect_download():
        page.get_by_role("button", name="Download").first.click()
    click(page, page.get_by_text("One encrypted archive", exact=True))
    secret = marks.new("passphrase of an archive", kept=False)
    page.get_by_role("textbox", name="A passphrase for the file").fill(secret)
    page.get_by_role("textbox", name="The same once more").fill(secret)
    press(page, "Encrypt it")
    with page.expect_download():
        page.get_by_role("button", name="Download").first.click()
