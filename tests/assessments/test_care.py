"""Which texts ask for a hand: the examples that the phrases were chosen on, and those kept apart from choosing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assessments.care import Example, asks_for_a_hand, care_phrases, entry_asks_for_a_hand

EXAMPLES = care_phrases().examples
SEEN = [each for each in EXAMPLES if not each.kept_apart]
KEPT_APART = [each for each in EXAMPLES if each.kept_apart]


@pytest.mark.parametrize("example", SEEN, ids=lambda each: each.text[:50])
def test_every_example_that_the_phrases_were_chosen_on_is_told_rightly(example: Example) -> None:
    assert asks_for_a_hand(example.text) is example.asks


def test_there_are_sixty_texts_of_either_kind_and_half_of_them_are_kept_apart() -> None:
    for asks in (True, False):
        of_kind = [each for each in EXAMPLES if each.asks is asks]
        assert len({each.text for each in of_kind}) >= 60
        assert sum(each.kept_apart for each in of_kind) * 2 == len(of_kind)


def test_recall_and_precision_on_the_texts_kept_apart(record_property: Callable[[str, object], None]) -> None:
    asking = [each for each in KEPT_APART if each.asks]
    noticed = [each for each in KEPT_APART if asks_for_a_hand(each.text)]
    rightly = [each for each in noticed if each.asks]
    recall, precision = len(rightly) / len(asking), len(rightly) / len(noticed)
    record_property("recall", recall)
    record_property("precision", precision)
    print(f"care phrases, {len(KEPT_APART)} texts kept apart: recall {recall:.2f}, precision {precision:.2f}")
    assert recall >= 0.75
    assert precision >= 0.95


def test_the_same_words_in_quotation_marks_do_not_count() -> None:
    assert asks_for_a_hand("I want to die.")
    assert not asks_for_a_hand("“I want to die.” That is how the play begins.")


def test_a_phrase_is_never_put_together_across_two_sentences() -> None:
    assert not asks_for_a_hand("I want to. Die Zeit is a newspaper.")


def test_a_curly_apostrophe_and_capitals_make_no_difference() -> None:
    assert asks_for_a_hand("I DON’T WANT TO LIVE")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("I can't stop thinking about killing myself.", True),
        ("I'm not thinking about killing myself.", False),
        ("I have not slept and I want to hurt myself.", True),
        ("I don't think I want to die.", False),
        ("I don't want to live.", True),
        ("I don't want to live in this street.", False),
        ("I am scared of him when he drinks.", True),
        ("I am scared of her exam results.", False),
    ],
)
def test_what_stands_around_a_phrase_decides(text: str, asks: bool) -> None:
    assert asks_for_a_hand(text) is asks


def test_any_text_of_an_entry_may_ask() -> None:
    assert entry_asks_for_a_hand({"where": "at home", "thought": "I feel suicidal.", "belief-before": 90})
    assert not entry_asks_for_a_hand({"where": "at home", "felt": {"sad": 40}})
