"""A questionnaire of a person's own joins the catalogue, is checked against it, and reads back as written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessments.catalogue import (
    load,
    read_questionnaire_text,
    write_questionnaire_text,
)
from tests.assessments.catalogue_cases import GOOD, changed


def test_a_persons_own_questionnaire_is_marked_and_never_replaces_a_built_in_one() -> None:
    own, problems = read_questionnaire_text(GOOD, "mine.toml", load())
    assert problems == () and own is not None and not own.built_in
    newer = replace(own, version=2)
    impostor = replace(own, id="pulse", version=9)
    catalogue = load().with_questionnaires(own, newer, impostor)
    assert catalogue.questionnaires["mine"] == newer
    assert catalogue.questionnaires["mine", 1] == own
    assert catalogue.questionnaires["pulse"].built_in
    assert "mine" not in load().questionnaires


def test_an_own_questionnaire_is_checked_against_the_catalogue_it_joins() -> None:
    text = changed(changed(GOOD, '"first"', '"anxiety"'), 'id = "third"', 'id = "third"\npractice = "fly"')
    own, problems = read_questionnaire_text(text, "mine.toml", load())
    assert own is None
    assert [problem.key for problem in problems] == ["items.anxiety.id", "items.third.practice"]
    taken, problems = read_questionnaire_text(changed(GOOD, '"mine"', '"pulse"'), "mine.toml", load())
    assert taken is None and "id" in {problem.key for problem in problems}


def test_an_own_questionnaire_edited_needs_a_higher_version() -> None:
    own, _ = read_questionnaire_text(GOOD, "mine.toml")
    assert own is not None
    again, problems = read_questionnaire_text(GOOD, "mine.toml", load().with_questionnaires(own))
    assert again is None and [problem.key for problem in problems] == ["version"]
    later, problems = read_questionnaire_text(
        changed(GOOD, "version = 1", "version = 2"), "mine.toml", load().with_questionnaires(own)
    )
    assert problems == () and later is not None and later.version == 2


@pytest.mark.parametrize("name", sorted(name for name in load().questionnaires if isinstance(name, str)))
def test_a_written_questionnaire_reads_back_the_same(name: str) -> None:
    questionnaire = load().questionnaires[name]
    read, problems = read_questionnaire_text(write_questionnaire_text(questionnaire), "again.toml")
    assert problems == ()
    assert read == replace(questionnaire, built_in=False)
