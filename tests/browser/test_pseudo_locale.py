"""With the pseudo-locale, no screen shows or reads out a word of ours that did not pass through the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from babel.dates import format_date
from playwright.sync_api import Browser, Locator, Page, expect

from assessments.catalogue import load
from assessments.language import Sentence
from assessments.storage.clock import system_clock
from dashboard.pseudo_locale import disguise
from dashboard.translations import LANGUAGE_VARIABLE, PSEUDO
from dashboard.wording import check_in, frame, journal, welcome
from sample_data import load_sample
from tests.browser.actions import answer_all, click, open_app, settle
from tests.browser.app_process import AppProcess
from tests.browser.page_words import unspoken
from tests.known_words import Known, Unspoken, texts_in
from tools.messages import gather

pytestmark = pytest.mark.browser

PASSPHRASE = "a quiet lake in may"
WRITTEN = "The boat was late and nobody minded."
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
FOLDED = "[data-testid=stExpander] summary"
WINDOWED = "[data-testid=stPopover] button"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppProcess]:
    folder = tmp_path_factory.mktemp("app")
    running = AppProcess(home=folder / "home", log=folder / "log", environ={LANGUAGE_VARIABLE: PSEUDO}, may_fork=True)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def known(app: AppProcess) -> Known:
    sample = load_sample(until=system_clock().date())
    records = (sample.entries, sample.responses, sample.practices_done, sample.events)
    places = [str(app.home / "invented person" / name) for name in ("", "backups")]
    texts = [
        *names_in(" ".join(texts_in(sample.entries))),
        *texts_in(load()),
        *texts_in(records),
        WRITTEN,
        str(app.home),
        str(app.home / "backups"),
        *places,
    ]
    return Known(frozenset(texts))


def names_in(written: str) -> set[str]:
    """The names of people and places in what was written: capitals within a sentence, in no message of ours."""
    ours = " ".join(str(message.id) for message in gather())
    found = set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", written))
    return {name for name in found if not re.search(rf"\b{name}\b", ours, re.IGNORECASE)}


class Reader:
    """Reads a page whole, and what is folded away on it, and remembers what no translation went through."""

    def __init__(self, page: Page, known: Known) -> None:
        self.page = page
        self.known = known
        self.found: dict[str, list[Unspoken]] = {}
        self.read: list[str] = []

    def look(self, name: str) -> None:
        """Read what the page shows now."""
        settle(self.page)
        self.read.append(name)
        if faults := unspoken(self.page, self.known, STREAMLITS_OWN, STREAMLITS_PREFIXES):
            self.found[name] = faults

    def unfold(self, name: str) -> None:
        """Read the page, again with what is folded away on it open, and with each of its small windows."""
        self.look(name)
        for place in range(self.page.locator(FOLDED).count()):
            if (part := self.page.locator(FOLDED).nth(place)).is_visible():
                click(self.page, part)
        if self.page.locator(FOLDED).count():
            self.look(f"{name}, unfolded")
        for place in range(self.page.locator(WINDOWED).count()):
            if (opener := self.page.locator(WINDOWED).nth(place)).is_visible():
                opener.click()
                self.look(f"{name}, small window {place + 1}")
                opener.click()  # pressing Esc twice would leave the app
                expect(self.page.get_by_test_id("stPopoverBody")).to_have_count(0)

    def press(self, sentence: Sentence) -> None:
        """Press the button with that sentence on it."""
        button(self.page, sentence).click()
        settle(self.page)


def button(page: Page, sentence: Sentence) -> Locator:
    return page.get_by_role("button", name=disguise(sentence.message), exact=True).first


def screens(page: Page) -> Iterator[str]:
    """Go to every screen of the navigation, one after the other."""
    links = page.get_by_test_id("stSidebarNav").get_by_role("link")
    expect(links.first).to_be_visible()
    for place in range(links.count()):
        links.nth(place).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        settle(page)
        yield page.url.rsplit("/", 1)[-1] or "today"


def test_a_new_persons_way_to_a_first_result_and_entry_is_all_in_the_catalogue(
    page: Page, app: AppProcess, known: Known
) -> None:
    reader = Reader(page, known)
    open_app(page, app.url)
    reader.look("welcome")
    reader.press(welcome.BEGIN)
    reader.look("choosing a passphrase")
    for sentence in (welcome.PASSPHRASE, welcome.PASSPHRASE_AGAIN):
        page.get_by_role("textbox", name=disguise(sentence.message), exact=True).fill(PASSPHRASE)
    reader.press(welcome.CREATE)
    expect(page.get_by_test_id("stCode")).to_be_visible()
    code = page.get_by_test_id("stCode").inner_text().strip()
    reader.known = Known(known.texts | {code, *code.split("-")})
    reader.look("recovery code")
    reader.press(welcome.CODE_KEPT)
    for name in screens(page):
        reader.unfold(f"{name}, new")
        if name == "check_in":
            page.locator(".st-key-answer-pulse button").click()
            expect(page.get_by_role("radiogroup").first).to_be_visible()
            reader.unfold("answering")
            answer_all(page, "rarely")
            reader.press(check_in.SAVE)
            reader.unfold("result")
        if name == "journal":
            reader.press(journal.WRITE)
            page.locator("textarea").first.fill(WRITTEN)
            reader.look("writing")
            reader.press(frame.SAVE)
            reader.look("entry")
    page.get_by_test_id("stSidebarNav").get_by_role("link").first.click()  # Help stays open on a locked vault
    settle(page)
    reader.press(frame.LOCK)
    expect(page.locator("input[type=password]").first).to_be_visible()
    reader.unfold("locked door")
    page.locator("input[type=password]").first.fill("another")
    page.keyboard.press("Enter")
    reader.look("a wrong passphrase")
    page.goto(f"{app.url}/help")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    reader.unfold("help while locked")
    assert reader.found == {}, told(reader)


def test_every_screen_of_the_invented_person_and_every_form_is_all_in_the_catalogue(
    page: Page, app: AppProcess, known: Known
) -> None:
    reader = Reader(page, known)
    open_app(page, app.url)
    reader.press(welcome.LOOK_AROUND)
    for name in screens(page):
        reader.unfold(name)
        if name == "journal":
            for form in load().newest_forms():
                if form.id != "free":
                    reader.press(journal.WRITE_WHAT)
                    click(page, page.locator(f".st-key-begin-{form.id} button"))
                    (reader.unfold if form.id == "thought" else reader.look)(f"form {form.id}")
                    reader.press(journal.LEAVE)
    assert len(reader.read) > 20
    assert reader.found == {}, told(reader)


@pytest.mark.parametrize("locale", ["de-DE", "fr-FR", "ar"])
def test_days_stand_on_the_page_as_the_browsers_locale_writes_them(
    locale: str, browser: Browser, app: AppProcess
) -> None:
    last = max(each.happened_at for each in load_sample(until=system_clock().date()).responses)
    context = browser.new_context(locale=locale, timezone_id="Europe/Dublin")
    page = context.new_page()
    page.goto(app.url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    button(page, welcome.LOOK_AROUND).click()
    written = format_date(last, format="medium", locale=locale.replace("-", "_"))
    expect(page.get_by_test_id("stMain")).to_contain_text(written)
    context.close()


def told(reader: Reader) -> str:
    """Each fault once, with the first place where it was met."""
    first: dict[Unspoken, str] = {}
    for name, faults in reader.found.items():
        for fault in faults:
            first.setdefault(fault, name)
    return "\n".join(f"{name}: {fault}" for fault, name in first.items())
