"""Sentences end where a reader would end them: abbreviations, times of day and initials do not."""

from __future__ import annotations

import pytest

from analysis.passages import MOST_WORDS, sentences

AFTER = "It rained all day and nobody came."


@pytest.mark.parametrize(
    "whole",
    [
        "I saw Mr. Brown and Mrs. Brown at the bank today.",
        "We met Dr. Smith at St. Mary's church after lunch.",
        "I bought things for the trip, e.g. a torch and socks.",
        "We liked one of them best, i.e. the small blue one.",
        "I woke at 6 a.m. and ran along the river until 7 a.m. as usual.",
        "The train left at 5 p.m. sharp and we were on it.",
        "We packed the tents, the stove, etc. and drove north.",
        "A letter from J. R. Hartley came about the old book.",
        "Prof. Byrne and Rev. Walsh argued about Lt. Col. Grey.",
        "We lived in the U.S. for ten years before that.",
        "Sir Wm. Penn and Lieut. Lambert walked with us.",
        "I read No. 7 of the series and the notes on p. 12 again.",
    ],
)
def test_an_abbreviation_ends_no_sentence(whole: str) -> None:
    assert sentences(f"{whole} {AFTER}") == [whole, AFTER]


@pytest.mark.parametrize(
    "whole",
    [
        "She asked me twice and both times I said no.",
        "It was only my brother and I.",
        "We came home from the sea at half past 6 p.m.",
        "We packed the tents, the stove, the blankets, etc.",
        'He only said "I would rather not come."',
        "Would anyone believe a thing like that?",
    ],
)
def test_a_sentence_that_ends_on_a_short_word_ends_there(whole: str) -> None:
    assert sentences(f"{whole} {AFTER}") == [whole, AFTER]


def test_a_new_line_ends_a_sentence_whatever_stands_before_it() -> None:
    assert sentences("Things to tell the nice new Dr.\nThe knee hurts on every stair again.") == [
        "Things to tell the nice new Dr.",
        "The knee hurts on every stair again.",
    ]


def test_a_huge_sentence_is_cut_at_its_breaths_and_loses_no_word() -> None:
    whole = " and then, ".join(f"we walked on to the house of Mr. Gray number {n}" for n in range(12)) + "."
    cut = sentences(whole)
    assert " ".join(cut) == whole
    assert all(len(part.split()) <= MOST_WORDS for part in cut)
