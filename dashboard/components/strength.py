"""A slider that starts unset: no figure stands until the person moves or confirms it, and it can be unset again."""

from __future__ import annotations

from dashboard import session
from dashboard.components.own_component import noted, own_component
from dashboard.wording import journal as words

HTML = """
<div class="field"><label for="strength"></label>
<div class="row"><input id="strength" type="range"><output for="strength"></output>
<button type="button" hidden></button></div>
<div class="ends"><span class="low"></span><span class="high"></span></div></div>
"""


def strength(
    label: str,
    *,
    value: float | None,
    key: str,
    low: float = 0,
    high: float = 100,
    step: float = 1,
    low_label: str = "",
    high_label: str = "",
    may_be_unset: bool = True,
) -> float | None:
    """The chosen figure between `low` and `high`; None while it is unset."""
    # By this name style.css leaves its room before it is there.
    slot = f"{key}-strength{'-between-words' if low_label or high_label else ''}"
    held = session.get(slot)
    chosen = held.get("chosen") if held else None
    current = chosen["value"] if chosen else value
    data = {"label": label, "value": current, "token": key, "low": low, "high": high, "step": step}
    data |= {"low_label": low_label, "high_label": high_label, "unset": words.UNSET(), "clear": words.CLEAR()}
    data["may_be_unset"] = may_be_unset
    result = own_component("strength", HTML)(data=data, key=slot, default={"chosen": None}, on_chosen_change=noted)
    return result.chosen["value"] if result.chosen else current
