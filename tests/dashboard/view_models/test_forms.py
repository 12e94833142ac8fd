"""What pictures read from thought records, brave steps and bridges, and that the built-in forms hold those fields."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from assessments.catalogue import load
from assessments.records import Entry, FieldValue
from dashboard.view_models import form_fields as ids
from dashboard.view_models.brave_steps import brave_steps
from dashboard.view_models.bridges import bridges
from dashboard.view_models.thoughts import belief_shifts, feeling_shifts, trap_months

START = datetime(2026, 1, 5, 20, tzinfo=ZoneInfo("Europe/Vienna"))


def entry(form: str, day: int, **fields: FieldValue) -> Entry:
    spelled = {name.replace("_", "-"): value for name, value in fields.items()}
    return Entry(form=form, version=1, fields=spelled, happened_at=START + timedelta(days=day))


def test_the_built_in_forms_hold_every_field_and_choice_that_pictures_read() -> None:
    forms = load().forms
    for name in (ids.BELIEF_BEFORE, ids.BELIEF_AFTER):
        assert forms[ids.THOUGHT].field(name).kind == "slider_100"
    for name in (ids.FEELINGS_BEFORE, ids.FEELINGS_AFTER):
        assert forms[ids.THOUGHT].field(name).kind == "feelings"
    assert forms[ids.THOUGHT].field(ids.THINKING_TRAPS).kind == "choices"
    assert forms[ids.THOUGHT].field(ids.THE_THOUGHT).kind == "long_text"
    brave = forms[ids.BRAVE_STEP]
    assert brave.field(ids.EXPECTED).kind == brave.field(ids.EXPERIENCED).kind == "slider_100"
    assert brave.field(ids.SHARED).is_theme_text
    assert {choice.id for choice in brave.field(ids.OUTCOME).choices} == {ids.DONE, ids.CHANGED, ids.NOT_NOW}
    bridge = forms[ids.BRIDGE]
    assert {choice.id for choice in bridge.field(ids.ACT_KEPT).choices} == {ids.KEPT, ids.PARTLY, ids.NOT_THIS_TIME}
    assert bridge.field(ids.BRIDGE_NAME).kind == "short_text" and bridge.field(ids.BRIDGE_STAGE).kind == "choice"


def test_belief_counts_what_fell_stayed_and_rose_and_leaves_half_records_out() -> None:
    found = belief_shifts(
        [
            entry("thought", 1, belief_before=80, belief_after=40),
            entry("thought", 0, belief_before=50, belief_after=50),
            entry("thought", 2, belief_before=0, belief_after=10),
            entry("thought", 3, belief_before=70),
            entry("free", 4, belief_before=70, belief_after=0),
        ]
    )
    assert (found.n, found.lower, found.same, found.higher) == (3, 1, 1, 1)
    assert [row.before for row in found.shown] == [50, 80, 0]


def test_a_feeling_needs_its_strength_before_and_after_in_the_same_record() -> None:
    found = feeling_shifts(
        [
            entry("thought", 0, feelings_before={"afraid": 80, "sad": 60}, feelings_after={"afraid": 20}),
            entry("thought", 1, feelings_before={"afraid": 60}, feelings_after={"afraid": 40, "calm": 50}),
        ],
        {"afraid": "Afraid"},
    )
    assert [(row.label, row.before, row.after, row.n) for row in found] == [("Afraid", 70.0, 30.0, 2)]


def test_traps_are_counted_once_a_record_and_by_the_month_they_happened_in() -> None:
    found = trap_months(
        [
            entry("thought", 0, thinking_traps=("labelling", "labelling")),
            entry("thought", 40, thinking_traps=("labelling", "mind-reading")),
            entry("thought", 41, thinking_traps=()),
        ],
        {},
    )
    assert [(row.trap_id, row.total) for row in found.rows] == [("labelling", 2), ("mind-reading", 1)]
    assert [start.month for start, _ in found.rows[0].counts] == [1, 2] and found.n == 2


def test_brave_steps_compare_those_taken_and_count_those_left_for_now() -> None:
    found = brave_steps(
        [
            entry("brave-step", 0, share="a", expected=80, outcome="done", experienced=20),
            entry("brave-step", 1, share="b", expected=30, outcome="changed", experienced=60),
            entry("brave-step", 2, share="c", expected=90, outcome="not-now", experienced=10),
            entry("brave-step", 3, share="d", expected=50),
            entry("brave-step", 4, share="e", expected=40, outcome="done", experienced=40),
        ]
    )
    assert (len(found.compared), found.better, found.worse, found.not_taken) == (3, 1, 1, 1)
    assert [step.label for step in found.rungs] == ["c", "a", "d", "e", "b"]
    assert [step.outcome for step in found.rungs] == ["not_now", "done", "waiting", "done", "changed"]


def test_a_long_ladder_keeps_what_is_still_ahead_in_view() -> None:
    taken = [entry("brave-step", n, share="t", expected=50, outcome="done", experienced=10) for n in range(60)]
    ahead = [entry("brave-step", 100 + n, share="ahead", expected=60) for n in range(2)]
    rungs = brave_steps([*taken, *ahead]).rungs
    assert len(rungs) == 14 and sum(step.label == "ahead" for step in rungs) == 2


def test_a_bridge_is_one_row_however_its_name_is_spaced_and_shows_its_latest_stage() -> None:
    found = bridges(
        [
            entry("bridge", 0, name="My sister", stage="deciding", act_kept="kept"),
            entry("bridge", 7, name="M.", stage="resting"),
            entry("bridge", 14, name=" my  sister", stage="construction", act_kept="not-this-time"),
        ],
        {"construction": "Construction"},
    )
    assert [(row.name.strip(), row.stage) for row in found.rows] == [("my  sister", "Construction"), ("M.", "resting")]
    assert [(m.outcome, m.count) for m in found.rows[0].marks] == [("kept", 1), ("not_this_time", 1)]
    assert found.n == 2
