"""Which entries wait for a second sitting."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from assessments.catalogue import load
from assessments.records import Entry, FieldValue
from dashboard.view_models.sittings import second_is_open, waiting_entries

FORMS = load().forms


def entry(form: str, fields: Mapping[str, FieldValue], day: int = 1) -> Entry:
    return Entry(form=form, version=1, fields=fields, happened_at=datetime(2026, 3, day, tzinfo=UTC))


def test_a_caught_thought_waits_until_the_first_question_has_an_answer() -> None:
    caught = entry("thought", {"thought": "They will leave."})
    asked = entry("thought", {"thought": "They will leave.", "evidence-or-fear": "cannot-tell"})
    assert waiting_entries([caught, asked], FORMS) == (caught,)


def test_the_latest_waiting_entry_comes_first_and_one_let_rest_is_left_out() -> None:
    first, second, third = (entry("brave-step", {"share": "a worry"}, day) for day in (1, 2, 3))
    assert waiting_entries([first, second, third], FORMS, {second.id}) == (third, first)


def test_a_bridge_waits_only_where_an_act_was_named() -> None:
    without_act = entry("bridge", {"name": "M"})
    with_act = entry("bridge", {"name": "M", "act": "ring on Sunday"})
    assert waiting_entries([without_act, with_act], FORMS) == (with_act,)


def test_an_experience_offers_the_eight_traps_until_one_is_ticked() -> None:
    assert second_is_open(FORMS["experience"], entry("experience", {"what-happened": "x"}))
    assert not second_is_open(FORMS["experience"], entry("experience", {"traps": ("avoiding",)}))


def test_a_form_with_one_sitting_has_no_second() -> None:
    assert not second_is_open(FORMS["free"], entry("free", {"text": "x"}))
