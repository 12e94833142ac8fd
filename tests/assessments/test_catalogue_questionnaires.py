"""A fault in a questionnaire is told with its key, what was found and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessments.catalogue import (
    read_catalogue,
)
from tests.assessments.catalogue_cases import GOOD, SUBSCALE, changed, only, problems_in


@pytest.mark.parametrize(
    ("before", "after", "key", "found", "allowed"),
    [
        ('id = "second"', 'id = "first"', "items.first.id", "“first”", "already"),
        ('text = "I ate well."', 'text = "  "', "items.second.text", "“  ”", "not empty"),
        ('text = "I ate well."', "", "items.second.text", "nothing", "quotation marks"),
        ('text = "I ate well."', "text = 7", "items.second.text", "7", "quotation marks"),
        ("reverse = true", "revers = true", "items.second.revers", "“revers”", "reverse"),
        ("reverse = true", 'reverse = "yes"', "items.second.reverse", "“yes”", "true or false"),
        ("reverse = true", 'practice = "juggling"', "items.second.practice", "“juggling”", "patience"),
        ("reverse = true", "step = 12", "items.second.step", "12", "1, 2, 3"),
        ("reverse = true", 'only_in_situations = ["x"]', "items.second.only_in_situations", "“x”", "situation"),
        ("version = 1", "version = 0", "version", "0", "whole number from 1"),
        ("version = 1", "version = true", "version", "true", "whole number"),
        ("version = 1", "version = 1.5", "version", "1.5", "whole number"),
        ("value = 5", "value = 1", "options[2].value", "1", "already"),
        ("value = 5", 'value = "5"', "options[2].value", "“5”", "whole number"),
        ('id = "mine"', 'id = "Mine!"', "id", "“Mine!”", "small letters"),
        ('id = "third"', 'id = "total"', "items.total.id", "“total”", "Another id"),
        ("recall_days = 7", "recall_days = -7", "recall_days", "-7", "from 1 to 366"),
        ("recall_days = 7", 'recall_days = 7\nlanguage = "klingon"', "language", "“klingon”", "code of a language"),
        ("recall_days = 7", "recall_days = 7\nhas_total = false", "has_total", "false", "has a total"),
        ("recall_days = 7", 'recall_days = 7\neasier_when = "up"', "easier_when", "“up”", "lower, higher"),
    ],
)
def test_one_fault_is_told_with_its_key_and_what_is_allowed(
    tmp_path: Path, before: str, after: str, key: str, found: str, allowed: str
) -> None:
    text = changed(GOOD, before, after)
    problem = only(problems_in(tmp_path, mine=text))
    assert (problem.file, problem.key, problem.found) == ("mine.toml", key, found)
    assert allowed in problem.allowed
    assert problem.file in problem.says and key in problem.says
    assert read_catalogue(tmp_path)[0].questionnaires == {}


def test_a_reversed_item_without_a_range_is_told(tmp_path: Path) -> None:
    start, end = GOOD.index("[[options]]"), GOOD.index("[[items]]")
    problem = only(problems_in(tmp_path, mine=GOOD[:start] + GOOD[end:]))
    assert problem.key == "items.second.reverse"
    assert "range" in problem.allowed


def test_a_range_of_one_option_is_no_range(tmp_path: Path) -> None:
    one_option = changed(GOOD, '[[options]]\nvalue = 5\nlabel = "yes"\n', "")
    assert only(problems_in(tmp_path, mine=one_option)).key == "options"


def test_unknown_items_in_a_subscale_are_told_each(tmp_path: Path) -> None:
    text = GOOD + changed(SUBSCALE, '"third"', '"third", "fourth", "fifth"')
    problems = problems_in(tmp_path, mine=text)
    assert [(problem.key, problem.found) for problem in problems] == [
        ("subscales.part.items", "“fourth”"),
        ("subscales.part.items", "“fifth”"),
    ]


def test_a_subscale_too_short_to_be_scored_is_told(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path, mine=GOOD + changed(SUBSCALE, ', "third"', "")))
    assert (problem.key, problem.found) == ("subscales.part.items", "2")


def test_subscales_and_a_total_do_not_go_together(tmp_path: Path) -> None:
    text = changed(GOOD, "recall_days = 7", "recall_days = 7\nhas_total = true") + SUBSCALE
    assert only(problems_in(tmp_path, mine=text)).key == "has_total"


def test_bands_must_cover_the_range_without_a_gap(tmp_path: Path) -> None:
    bands = (
        '\n[[bands]]\nid = "low"\nlabel = "low"\nfrom_share = 0\nto_share = "1/3"\n'
        '[[bands]]\nid = "high"\nlabel = "high"\nfrom_share = "1/2"\nto_share = 1\n'
    )
    assert only(problems_in(tmp_path, mine=GOOD + bands)).key == "bands.high.from_share"
