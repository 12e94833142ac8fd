"""Draws one field of a form, by its kind; every field may stay empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from assessments.form import Choice, Field
from dashboard.components.long_text import long_text
from dashboard.components.safe_text import as_label, as_option
from dashboard.components.strength import strength
from dashboard.components.when import date_format
from dashboard.services import drafts, lists
from dashboard.wording import journal as words

Value = Any
MIDDLE = 50


def draw_field(field: Field, held: Value, key: str) -> Value:
    """Draw the field with what it holds, and give what it holds now."""
    drawn = _KINDS[field.kind](field, held, f"{key}/{field.id}")
    _draw_notes(field, drawn)
    return drawn


def _draw_notes(field: Field, value: Value) -> None:
    chosen = value if isinstance(value, list | tuple) else [value]
    for choice in field.choices:
        if choice.note and choice.id in chosen:
            st.info(as_label(choice.note))


def _text(lines: int) -> Callable[[Field, Value, str], Value]:
    def draw(field: Field, held: Value, key: str) -> Value:
        return long_text(
            field.label,
            value=str(held or ""),
            key=key,
            token=key,
            lines=lines,
            placeholder=field.hint,
            keep=partial(drafts.keep_text, key.removesuffix(f"/{field.id}"), ("fields", field.id)),
        )

    return draw


def _slider(high: int) -> Callable[[Field, Value, str], Value]:
    def draw(field: Field, held: Value, key: str) -> Value:
        return strength(
            field.label, value=held, key=key, high=high, low_label=field.low_label, high_label=field.high_label
        )

    return draw


def _number(field: Field, held: Value, key: str) -> Value:
    return st.number_input(
        as_label(field.label),
        value=held,
        min_value=field.low,
        max_value=field.high,
        step=0.5,
        format="%.1f",
        placeholder=field.hint or None,
        key=key,
    )


def _choices_of(field: Field) -> dict[str, str]:
    choices: tuple[Choice, ...] = field.choices or lists.choices_from(field.source)
    return {choice.id: choice.label for choice in choices}


def _choice(field: Field, held: Value, key: str) -> Value:
    labels = _choices_of(field)
    ids = list(labels)
    return st.radio(
        as_label(field.label),
        ids,
        index=ids.index(held) if held in ids else None,
        format_func=lambda each: as_label(labels[each]),
        key=key,
        help=as_label(field.hint) or None,
    )


def _choices(field: Field, held: Value, key: str) -> Value:
    labels = _choices_of(field)
    chosen = st.pills(
        as_label(field.label),
        list(labels),
        selection_mode="multi",
        default=[each for each in held or [] if each in labels],
        format_func=lambda each: as_label(labels[each]),
        key=key,
        help=as_label(field.hint) or None,
    )
    return list(chosen)


def _feelings(field: Field, held: Value, key: str) -> Value:
    return draw_feelings(field.label, held or {}, key, field.hint)


def draw_feelings(label: str, held: Mapping[str, int], key: str, hint: str = "") -> dict[str, int]:
    """Choose feelings and, for each, a strength of 0-100 that starts in the middle, in plain view."""
    labels = lists.feelings()
    chosen = st.multiselect(
        as_label(label),
        list(labels),
        default=[each for each in held if each in labels],
        format_func=lambda each: as_option(labels[each]),
        key=key,
        help=as_label(hint) or None,
        placeholder=words.CHOOSE(),
        filter_mode="prefix",
        select_all=False,
    )
    return {each: _feeling_strength(labels[each], held.get(each, MIDDLE), f"{key}:{each}") for each in chosen}


def _feeling_strength(feeling: str, held: int, key: str) -> int:
    chosen = strength(words.FEELING_STRENGTH(feeling=feeling), value=held, key=key, step=5, may_be_unset=False)
    return MIDDLE if chosen is None else int(chosen)


def _date(field: Field, held: Value, key: str) -> Value:
    chosen = st.date_input(
        as_label(field.label),
        value=date.fromisoformat(held) if held else None,
        min_value=date(1900, 1, 1),
        format=date_format(),
        key=key,
        help=as_label(field.hint) or None,
    )
    return chosen.isoformat() if isinstance(chosen, date) else None


def _yes_no(field: Field, held: Value, key: str) -> Value:
    chosen = st.radio(
        as_label(field.label),
        [True, False],
        index=None if held is None else int(not held),
        format_func=lambda yes: words.YES() if yes else words.NO(),
        key=key,
        horizontal=True,
        help=as_label(field.hint) or None,
    )
    return chosen


def _person(field: Field, held: Value, key: str) -> Value:
    known = list(lists.people())
    options = [*known, held] if held and held not in known else known
    return st.selectbox(
        as_label(field.label),
        options,
        index=options.index(held) if held else None,
        format_func=as_option,
        key=key,
        accept_new_options=True,
        placeholder=words.NEW_PERSON(),
        filter_mode="prefix",
        help=as_label(field.hint) or None,
    )


_KINDS: dict[str, Callable[[Field, Value, str], Value]] = {
    "short_text": _text(1),
    "long_text": _text(5),
    "slider_100": _slider(100),
    "slider_10": _slider(10),
    "number": _number,
    "choice": _choice,
    "choices": _choices,
    "feelings": _feelings,
    "date": _date,
    "yes_no": _yes_no,
    "person": _person,
}
