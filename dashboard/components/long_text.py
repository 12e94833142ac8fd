"""A field for long text that sends what was typed every two seconds and when the page hides."""

from __future__ import annotations

from dashboard import session
from dashboard.components.own_component import noted, own_component

HTML = '<label for="text"><span></span></label><textarea id="text" dir="auto" spellcheck="true"></textarea>'


def long_text(
    label: str, *, value: str, key: str, token: str, lines: int = 4, placeholder: str = "", hide_label: bool = False
) -> str:
    """The text as it was last sent, at most two seconds of typing behind.

    `value` fills the field when `token` is new to it (another entry, a version taken over); while the token
    stays the same, what the person types stands, and a rerun never touches the text under the cursor.
    """
    typed = session.get(key, {}).get("typed") if session.get(key) else None
    current = typed["text"] if typed and typed.get("token") == token else value
    result = own_component("long_text", HTML)(
        data={
            "label": label,
            "value": current,
            "token": token,
            "lines": lines,
            "placeholder": placeholder,
            "hide_label": hide_label,
        },
        key=key,
        default={"typed": None},
        on_typed_change=noted,
    )
    sent = result.typed
    if sent and sent.get("token") == token:
        return str(sent["text"])
    return current
