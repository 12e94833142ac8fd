"""The built-in forms have the fields, sittings, folds and conditions that the brief sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from assessments.catalogue import load
from assessments.form import Condition, Form, is_filled
from assessments.records import FieldValue


def form(name: str) -> Form:
    return load().forms[name]


def test_there_are_the_eight_forms_and_free() -> None:
    names = {"experience", "thought", "self-empathy", "people", "brave-step", "bridge", "needs", "ritual", "free"}
    assert {each.id for each in load().newest_forms()} == names


def test_the_safety_line_stands_where_the_brief_wants_it() -> None:
    marked = {each.id for each in load().newest_forms() if each.safety_line}
    assert marked == {"thought", "brave-step", "bridge", "ritual"}


def test_free_keeps_its_text_and_sleep() -> None:
    assert form("free").field("text").kind == "long_text"
    sleep = form("free").field("sleep_hours")
    assert (sleep.kind, sleep.low, sleep.high) == ("number", 0, 24)


def test_experience_is_never_quoted_pauses_at_eight_and_ends_in_the_room() -> None:
    experience = form("experience")
    assert not experience.quoted
    (pause,) = experience.pauses
    assert pause.when.holds({"feeling-now": 8}) and not pause.when.holds({"feeling-now": 7})
    assert "Help" in pause.text
    assert "room" in experience.closing
    assert experience.field("traps").source == "looking_back_traps"
    assert not experience.is_waiting({"what-happened": "something"})


def test_thought_opens_as_two_fields_and_waits_for_its_questions() -> None:
    thought = form("thought")
    opened = [each.id for part in thought.parts if part.sitting == 1 and not part.folded for each in part.fields]
    assert opened == ["where", "thought"]
    open_questions = [
        each.id for part in thought.parts if part.sitting == 2 and not part.folded for each in part.fields
    ]
    assert open_questions == ["evidence-or-fear", "keep-safe", "to-a-loved-one", "fairer-thought"]
    assert thought.is_waiting({"thought": "they will leave"})
    assert not thought.is_waiting({"thought": "they will leave", "evidence-or-fear": "saw", "fairer-thought": ""})
    assert thought.is_shown("keep-safe", {"evidence-or-fear": "saw"})
    assert not thought.is_shown("keep-safe", {"evidence-or-fear": "old-fear"})


def test_a_brave_step_has_two_sittings_and_a_step_not_taken_is_an_answer() -> None:
    brave_step = form("brave-step")
    assert {part.sitting for part in brave_step.parts} == {1, 2}
    assert brave_step.is_waiting({"share": "a worry"})
    assert not brave_step.is_waiting({"outcome": "not-now"})
    assert not brave_step.is_shown("experienced", {"outcome": "not-now"})
    assert brave_step.is_shown("experienced", {"outcome": "changed"})
    assert brave_step.is_shown("learned", {"outcome": "not-now"})


def test_a_bridge_waits_only_when_an_act_was_named() -> None:
    bridge = form("bridge")
    assert len(bridge.field("stage").choices) == 8
    assert not bridge.is_waiting({"name": "B."})
    assert not bridge.is_waiting({"name": "B.", "act": "  "})
    assert bridge.is_waiting({"name": "B.", "act": "call on Friday"})
    assert not bridge.is_waiting({"act": "call on Friday", "act-kept": "partly"})


def test_nobody_just_now_is_an_answer_that_leads_to_help() -> None:
    people = form("people")
    nobody = next(choice for choice in people.field("someone-there").choices if choice.id == "nobody")
    assert "Help" in nobody.note
    assert not people.is_shown("who", {"someone-there": "nobody"})
    assert people.is_shown("who", {"someone-there": "someone"})


def test_self_empathy_keeps_its_five_moves_in_order_between_two_ratings() -> None:
    ids = [each.id for each in form("self-empathy").fields]
    assert ids == [
        "strength-before",
        "acknowledge",
        "source-of-it",
        "validate",
        "kindness",
        "question-belief",
        "strength-after",
    ]


def test_words_that_helped_are_the_fairer_and_the_kind_ones() -> None:
    marked = {
        (each.id, field.id) for each in load().newest_forms() for field in each.fields if field.is_words_that_helped
    }
    assert marked == {
        ("experience", "kind-word"),
        ("thought", "to-a-loved-one"),
        ("thought", "fairer-thought"),
        ("self-empathy", "validate"),
        ("self-empathy", "kindness"),
    }


def test_every_form_but_the_lists_has_text_for_themes() -> None:
    without = {each.id for each in load().newest_forms() if not each.theme_text_fields}
    assert without == {"people"}


@pytest.mark.parametrize(
    ("condition", "values", "holds"),
    [
        (Condition(field="a"), {"a": 0}, True),
        (Condition(field="a"), {"a": False}, True),
        (Condition(field="a"), {"a": ""}, False),
        (Condition(field="a"), {"a": ()}, False),
        (Condition(field="a"), {}, False),
        (Condition(field="a", any_of=("yes",)), {"a": True}, True),
        (Condition(field="a", any_of=("yes",)), {"a": False}, False),
        (Condition(field="a", any_of=("x", "y")), {"a": ("z", "y")}, True),
        (Condition(field="a", any_of=("x",)), {"a": "z"}, False),
        (Condition(field="a", at_least=8), {"a": 8}, True),
        (Condition(field="a", at_least=8), {"a": 7.9}, False),
        (Condition(field="a", at_least=1), {"a": True}, False),
        (Condition(field="a", at_least=1), {"a": "9"}, False),
    ],
)
def test_a_condition_holds_for_the_answers_it_names(
    condition: Condition, values: Mapping[str, FieldValue], holds: bool
) -> None:
    assert condition.holds(values) is holds


def test_a_condition_reads_the_lists_of_a_draft_like_the_tuples_of_an_entry() -> None:
    draft: Mapping[str, Any] = {"a": ["z", "y"]}
    assert Condition(field="a", any_of=("y",)).holds(draft)
    assert not Condition(field="a").holds({"a": ()})


def test_an_unknown_field_is_a_programmers_fault() -> None:
    with pytest.raises(KeyError):
        form("thought").is_shown("no-such-field", {})
    assert is_filled({"afraid": 0}) and not is_filled({})
