"""A field for long text that sends what was typed every two seconds and when the page hides."""

from __future__ import annotations

from collections.abc import Callable

from dashboard import session
from dashboard.components.own_component import own_component

HTML = '<label for="text"><span></span></label><textarea id="text" dir="auto" spellcheck="true"></textarea>'


def long_text(
    label: str,
    *,
    value: str,
    key: str,
    token: str,
    lines: int = 4,
    placeholder: str = "",
    keep: Callable[[str], None] | None = None,
) -> str:
    """The text as it was last sent, at most two seconds of typing behind.

    `value` fills the field when `token` is new to it (another entry, a version taken over); while the token
    stays the same, what the person types stands, and a rerun never touches the text under the cursor.
    `keep` is called with each text that arrives, before the page is drawn and even where this field is not.
    The session's key names the lines, so that style.css leaves their room before the field is there.
    """
    slot = f"{key}-lines-{lines}"

    def arrived() -> None:
        with session.unbroken():
            text = _typed(slot, token)
            if keep is not None and text is not None:
                keep(text)

    held = _typed(slot, token)
    current = value if held is None else held
    result = own_component("long_text", HTML)(
        data={
            "label": label,
            "value": current,
            "token": token,
            "lines": lines,
            "placeholder": placeholder,
        },
        key=slot,
        default={"typed": None},
        on_typed_change=arrived,
    )
    sent = result.typed
    return str(sent["text"]) if sent and sent.get("token") == token else current


def _typed(key: str, token: str) -> str | None:
    typed = (session.get(key) or {}).get("typed")
    return str(typed["text"]) if typed and typed.get("token") == token else None
