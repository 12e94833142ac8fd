"""The whole main job with the keyboard alone, always with the focus in sight, and calm where motion is unwelcome."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.actions import open_app, settle
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

MOST_TABS = 60
FOCUSED = """() => {
    let held = document.activeElement;
    while (held?.shadowRoot?.activeElement) held = held.shadowRoot.activeElement;
    if (!held || held === document.body) return {name: '', kind: '', shown: true};
    const label = held.labels?.[0]?.innerText;
    const ringed = [held, held.labels?.[0], held.parentElement].filter(Boolean).some(each => {
        const style = getComputedStyle(each);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
    });
    const name = held.getAttribute('aria-label') || label || held.innerText || '';
    return {name: name.trim().split('\\n').pop(), kind: held.type || held.tagName.toLowerCase(), shown: ringed};
}"""
DURATIONS = """buttons => buttons.map(button => parseFloat(getComputedStyle(button).transitionDuration))"""


def focused(page: Page) -> dict[str, str | bool]:
    """What has the focus: its name, its kind, and whether that can be seen."""
    found: dict[str, str | bool] = page.evaluate(FOCUSED)
    return found


def tab_to(page: Page, name: str) -> None:
    """Press Tab until that is reached; each stop on the way shows that it has the focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        stop = focused(page)
        assert stop["shown"], stop
        if stop["name"] == name:
            return
    raise AssertionError(f"“{name}” was not reached in {MOST_TABS} steps")


def use(page: Page, name: str) -> None:
    """Reach a button or a link and press Enter."""
    tab_to(page, name)
    page.keyboard.press("Enter")
    settle(page)


def answer_by_arrows(page: Page) -> None:
    """Answer every item of the sheet: Tab to its first option, Space, and one step on."""
    groups = page.get_by_role("radiogroup").count()
    tab_to(page, "never")
    for number in range(groups):
        page.keyboard.press("Space")
        settle(page)
        page.keyboard.press("ArrowRight")
        settle(page)
        if number < groups - 1:
            page.keyboard.press("Tab")
    assert page.locator("input[type=radio]:checked").count() == groups


def test_the_main_job_needs_no_mouse(page: Page, shared_app: AppProcess) -> None:
    open_app(page, shared_app.url)
    use(page, "Begin your own")
    use(page, "Begin without a passphrase")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    use(page, "Answer the ten signs")
    expect(page.get_by_role("radiogroup").first).to_be_visible()
    answer_by_arrows(page)
    use(page, "Save and see the result")
    expect(page.get_by_text("10 of 40")).to_be_visible()
    use(page, "Journal")
    use(page, "Write")
    while focused(page)["kind"] != "textarea":
        page.keyboard.press("Tab")
    page.keyboard.type("Rang my sister back.")
    use(page, "Save")
    expect(page.get_by_text("Rang my sister back.")).to_be_visible()
    use(page, "Progress")
    expect(page.get_by_text("1 check-in.").first).to_be_visible()


def test_where_motion_is_unwelcome_nothing_moves(browser: Browser, shared_app: AppProcess) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    open_app(page, shared_app.url)
    buttons = page.locator(".stMain button")
    expect(buttons.first).to_be_visible()
    assert max(buttons.evaluate_all(DURATIONS)) <= 0.001
    context.close()
