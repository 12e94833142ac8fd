"""A questionnaire put together from lines."""

from __future__ import annotations

from dataclasses import replace

from assessments.catalogue import load, read_questionnaire_text, write_questionnaire_text
from assessments.scoring import score
from dashboard.view_models.questionnaire_builder import Draft, build, draft_of, lines, next_own_id

OPTIONS = ("never", "sometimes", "often")
DRAFT = Draft(
    title="Evenings",
    lead="Think of this week.",
    questions=("I slept.", "I rang someone.", "I lay awake."),
    options=OPTIONS,
    reversed_questions=("I lay awake.",),
)


def test_what_is_built_reads_back_as_the_same_questionnaire() -> None:
    made = build(DRAFT, "own-1")
    found, problems = read_questionnaire_text(write_questionnaire_text(made), "own-1.toml", load())
    assert problems == ()
    assert found == made


def test_a_reversed_question_counts_the_other_way_round() -> None:
    made = build(DRAFT, "own-1")
    assert score(made, {"own-1-1": 2, "own-1-2": 1, "own-1-3": 2}).total == 3.0


def test_a_changed_questionnaire_keeps_the_ids_of_the_questions_that_stayed() -> None:
    first = build(DRAFT, "own-1")
    second = build(replace(DRAFT, questions=("I lay awake.", "I cooked.", "I slept.")), "own-1", [first])
    assert second.version == 2
    assert {item.text: item.id for item in second.items} == {
        "I lay awake.": "own-1-3",
        "I cooked.": "own-1-4",
        "I slept.": "own-1-1",
    }


def test_parts_have_figures_of_their_own_and_then_there_is_no_total() -> None:
    parts = {"Rest": ["I slept.", "I lay awake."]}
    made = build(replace(DRAFT, parts=parts), "own-1")
    assert not made.has_total
    found = score(made, {"own-1-1": 2, "own-1-2": 1, "own-1-3": 0})
    assert found.subscales == {"part-1": 4.0}


def test_one_question_alone_is_scored() -> None:
    made = build(replace(DRAFT, questions=("I slept.",), reversed_questions=()), "own-1")
    assert score(made, {"own-1-1": 1}).total == 1.0


def test_a_questionnaire_becomes_the_lines_that_it_was_built_from() -> None:
    held = draft_of(build(DRAFT, "own-1"))
    assert lines(str(held["questions"])) == list(DRAFT.questions)
    assert held["reversed"] == ["I lay awake."]


def test_blank_and_repeated_lines_are_left_out() -> None:
    assert lines(" a \n\nb\na\n") == ["a", "b"]


def test_the_first_free_own_id_is_taken() -> None:
    assert next_own_id(["own-1", "pulse"]) == "own-2"
