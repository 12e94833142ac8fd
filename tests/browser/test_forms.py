"""One journey through every form of the road, drawn by the one renderer from its TOML, in one shared app."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from assessments.catalogue import load
from assessments.form import Field, Form
from tests.browser.actions import click, go, press, settle
from tests.browser.app_process import AppProcess

pytestmark = pytest.mark.browser

FORMS = ("experience", "thought", "self-empathy", "people", "brave-step", "bridge", "needs", "ritual")
SAFETY = "If saying no to this person frightens you"
MOVES_AT_MOST_PX = 1
# By the key of each field that comes a moment later than its room: the room's height as it came, and now.
NOTE_ROOMS = """() => {
    const heights = {};
    window.look_at_rooms = () => {
        for (const room of document.querySelectorAll('[class*="-lines-"], [class*="-strength"]')) {
            const key = [...room.classList].find(name => name.startsWith('st-key-'));
            const height = room.getBoundingClientRect().height;
            heights[key] = [heights[key]?.[0] ?? height, height];
        }
        return heights;
    };
    const watch = new MutationObserver(window.look_at_rooms);
    watch.observe(document.querySelector('.stMain'), {subtree: true, childList: true});
}"""


def asked_first(form: Form) -> list[Field]:
    """The fields that stand open at the first sitting before anything is answered."""
    return [
        field
        for part in form.parts
        if part.sitting == 1 and not part.folded and part.when is None
        for field in part.fields
        if field.when is None
    ]


def answer(page: Page, field: Field) -> str | None:
    """Answer a field; the text by which the saved entry shows it, for kinds that these journeys answer."""
    if field.kind in ("short_text", "long_text"):
        text = f"Words for {field.id}"
        page.get_by_role("textbox", name=field.label, exact=True).fill(text)
        return text
    if field.kind == "choice":
        group = page.get_by_role("radiogroup", name=field.label)
        click(page, group.get_by_text(field.choices[0].label, exact=True))
        return field.choices[0].label
    if field.kind in ("slider_10", "slider_100"):
        slider = page.get_by_role("slider", name=field.label)
        slider.focus()
        page.keyboard.press("End")
    return None


def test_the_room_of_a_field_is_there_before_the_field(inside: Page) -> None:
    page = inside
    go(page, "Journal")
    press(page, "What would you like to write?")
    page.evaluate(NOTE_ROOMS)
    press(page, load().forms["thought"].title)
    heights = page.evaluate("window.look_at_rooms()")
    assert {key.rsplit("-", 1)[-1] for key in heights} >= {"1", "5", "words"}
    assert [key for key, (first, latest) in heights.items() if abs(first - latest) > MOVES_AT_MOST_PX] == []


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_opened_filled_saved_and_read(name: str, inside: Page, shared_app: AppProcess) -> None:
    page, form = inside, load().forms[name]
    go(page, "Journal")
    press(page, "What would you like to write?")
    press(page, form.title)
    expect(page.get_by_role("heading", level=1, name=form.title)).to_be_visible()
    expect(page.get_by_text(SAFETY)).to_have_count(int(form.safety_line))
    for later in (field for part in form.parts if part.sitting > 1 for field in part.fields):
        expect(page.get_by_text(later.label, exact=True)).to_have_count(0)

    shown = [text for field in asked_first(form) if (text := answer(page, field))]
    page.keyboard.press("Tab")
    settle(page)
    for pause in form.pauses:
        expect(page.get_by_text(pause.text[:40])).to_be_visible()
    press(page, "Save")
    expect(page.get_by_text(form.after_saving or "Saved.", exact=True)).to_be_visible()
    for text in shown:
        expect(page.get_by_text(text, exact=True).first).to_be_visible()
    if form.closing:
        expect(page.get_by_text(form.closing.rsplit(". ", 1)[-1])).to_be_visible()
    if any(part.sitting > 1 for part in form.parts):
        click(page, page.locator(".st-key-second-sitting button"))
        second = next(part for part in form.parts if part.sitting > 1)
        expect(page.get_by_text(second.fields[0].label, exact=True).first).to_be_visible()
    assert "Traceback" not in shared_app.printed()
