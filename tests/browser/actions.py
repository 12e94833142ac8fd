"""What a person does with the app, in their words, on a real page."""

from __future__ import annotations

import itertools
import re

from playwright.sync_api import Locator, Page, expect

from assessments.storage import create_vault, vault_exists
from tests.browser.app_process import AppProcess

# What goes to the server and comes back is noted by the page itself, so that nobody has to guess how long that takes;
# the latest clicks and messages with their times, so that a test that failed once can tell which of them was lost.
WATCH = """(() => {
    if (window.watched) return;
    const watched = window.watched = {sent: 0, received: 0, drawn: 0, late: Boolean(document.body), latest: []};
    const note = (what, of) => {
        watched.latest.push([Math.round(performance.now()), what, of]);
        watched.latest.splice(0, watched.latest.length - 12);
    };
    for (const kind of ['mousedown', 'click']) document.addEventListener(kind, event =>
        note(kind, event.target.closest?.('a, button, label')?.textContent ?? event.target.nodeName), true);
    window.WebSocket = class extends WebSocket {
        constructor(...given) {
            super(...given);
            this.addEventListener('message', () => { watched.received = performance.now(); });
        }
        send(data) { watched.sent = performance.now(); note('sent', data.length ?? data.size); super.send(data); }
    };
    new MutationObserver(() => { watched.drawn = performance.now(); })
        .observe(document, {subtree: true, childList: true, characterData: true});
})()"""
# What was pressed is heard by the server, or says nothing to it: half a second is long for a message to leave.
SETTLED = """([call, pressed]) => {
    const now = performance.now(), watched = window.watched;
    if (watched.call !== call) Object.assign(watched, {call, asked: now});
    if (pressed !== null && watched.sent < pressed && now - pressed < 500) return false;
    const rests = document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid=stSkeleton]');
    const latest = Math.max(watched.sent, watched.received, watched.drawn, watched.asked);
    const moves = document.getAnimations().some(each =>
        each.playState === 'running' && each.effect.getComputedTiming().iterations !== Infinity);
    return rests && !moves && watched.received >= watched.sent && now - latest >= (watched.late ? 250 : 100);
}"""
calls = itertools.count()


def open_app(page: Page, url: str) -> None:
    """Go to the app and wait for its first heading."""
    page.add_init_script(WATCH)
    page.goto(url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    settle(page)


def settle(page: Page, pressed_ms: float | None = None) -> None:
    """Wait until the page rests: what it sent is answered, no run is under way, nothing was drawn or moved of late.

    Where something was pressed at `pressed_ms`, wait for what that sends first.
    """
    page.evaluate(WATCH)
    page.wait_for_function(SETTLED, arg=[next(calls), pressed_ms], polling=40, timeout=30_000)


def click(page: Page, place: Locator) -> None:
    """Click something that the server is told of, and wait until it is answered."""
    page.evaluate(WATCH)
    pressed_ms = page.evaluate("performance.now()")
    place.click()
    settle(page, pressed_ms)


def press(page: Page, name: str) -> None:
    """Press a button by its words."""
    click(page, page.get_by_role("button", name=name, exact=True).first)


def unfold(page: Page, label: str) -> None:
    """Unfold what is folded under these words, and wait until it lies still."""
    page.get_by_text(label, exact=True).click()
    settle(page)


def go(page: Page, screen: str) -> None:
    """Go to a screen by its name in the navigation."""
    click(page, page.get_by_test_id("stSidebarNav").get_by_role("link", name=re.compile(f"{screen}$")))
    expect(page.get_by_role("heading", level=1, name=screen, exact=True)).to_be_visible()


def begin_by_hand(page: Page, url: str) -> None:
    """Begin one's own vault without a passphrase, as a person does."""
    open_app(page, url)
    press(page, "Begin your own")
    press(page, "Begin without a passphrase")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()


def enter_plain(page: Page, app: AppProcess) -> None:
    """Go into a vault without a passphrase, which is there already or made beforehand."""
    if vault_exists(app.home) == "none":
        create_vault(app.home)[0].close()
    open_app(page, app.url)
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()


def enter_with_passphrase(page: Page, app: AppProcess, passphrase: str) -> str:
    """Go into a vault with a passphrase that is made beforehand; gives its recovery code."""
    vault, code = create_vault(app.home, passphrase)
    vault.close()
    open_app(page, app.url)
    unlock(page, passphrase)
    return str(code)


def answer_all(page: Page, option: str) -> None:
    """Give every item on the page the same answer, one after the other without waiting for the server."""
    expect(page.get_by_role("radiogroup").first).to_be_visible()
    page.evaluate(WATCH)
    for group in page.get_by_role("radiogroup").all():
        pressed_ms = page.evaluate("performance.now()")
        group.get_by_text(option, exact=True).click()
    settle(page, pressed_ms)


def take(page: Page, questionnaire: str, option: str) -> None:
    """Take a questionnaire by the words of its button, with the same answer throughout, and see the result."""
    press(page, questionnaire)
    answer_all(page, option)
    press(page, "Save and see the result")


def write(page: Page, text: str) -> None:
    """Type into the first long text of the page."""
    area = page.locator("textarea").first
    area.click()
    page.keyboard.insert_text(text)


def begin_with_passphrase(page: Page, url: str, passphrase: str, *, puts_code_away: bool = True) -> str:
    """Begin one's own vault with a passphrase; gives the recovery code that was shown."""
    open_app(page, url)
    press(page, "Begin your own")
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(passphrase)
    page.get_by_role("textbox", name="The same passphrase again").fill(passphrase)
    press(page, "Begin with this passphrase")
    expect(page.get_by_role("heading", level=1, name="Your recovery code")).to_be_visible()
    code = page.get_by_test_id("stCode").inner_text().strip()
    if not puts_code_away:
        return code
    press(page, "I have put it away")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    return code


def unlock(page: Page, passphrase: str) -> None:
    """Open a locked vault."""
    page.get_by_role("textbox", name="Passphrase", exact=True).fill(passphrase)
    press(page, "Open")
    expect(page.get_by_role("heading", level=1, name="Locked")).to_have_count(0)
    settle(page)
