"""The catalogue reads all it can, keeps every version, and tells every fault in one pass."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assessments.catalogue import (
    CONTENT_FOLDER,
    ContentError,
    Problem,
    load,
    read_catalogue,
    read_questionnaire_text,
)
from tests.assessments.catalogue_cases import FORM, GOOD, changed, only, problems_in


def test_the_built_in_content_has_no_fault_and_is_read_once() -> None:
    assert read_catalogue()[1] == ()
    assert read_catalogue(CONTENT_FOLDER)[0] == load()
    assert load() is load()


def test_a_new_questionnaire_is_one_file_and_no_python(tmp_path: Path) -> None:
    shutil.copytree(CONTENT_FOLDER, tmp_path / "content")
    (tmp_path / "content" / "questionnaires" / "mine.toml").write_text(GOOD, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path / "content")
    assert problems == ()
    mine = catalogue.questionnaires["mine"]
    assert (mine.has_total, mine.rhythm_days, mine.lowest_value, mine.highest_value) == (True, 7, 1, 5)
    assert mine in catalogue.newest_questionnaires()


def test_options_are_the_usual_five_words_where_none_are_written() -> None:
    start, end = GOOD.index("[[options]]"), GOOD.index("[[items]]")
    text = GOOD[:start] + GOOD[end:].replace("reverse = true", "")
    questionnaire, problems = read_questionnaire_text(text, "mine.toml")
    assert problems == () and questionnaire is not None
    assert [option.value for option in questionnaire.options] == [0, 1, 2, 3, 4]


def test_item_ids_are_unique_across_questionnaires_but_shared_by_versions(tmp_path: Path) -> None:
    other = changed(changed(GOOD, '"mine"', '"other"'), '"second"', '"fresh"')
    later = changed(GOOD, "version = 1", "version = 2")
    problems = problems_in(tmp_path, **{"mine": GOOD, "mine-2": later, "other": changed(other, '"third"', '"last"')})
    problem = only(problems)
    assert (problem.file, problem.key, problem.found) == ("other.toml", "items.first.id", "“first”")
    assert "mine.toml" in problem.allowed


def test_earlier_versions_are_found_by_id_and_version(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    for version in range(2, 12):
        text = changed(GOOD, "version = 1", f"version = {version}")
        (tmp_path / f"mine-{version}.toml").write_text(text, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path)
    assert problems == ()
    questionnaires = catalogue.questionnaires
    assert questionnaires["mine"].version == 11
    assert [questionnaires["mine", version].version for version in range(1, 12)] == list(range(1, 12))
    assert len(questionnaires) == 11 and len(catalogue.newest_questionnaires()) == 1
    assert ("mine", 11) in questionnaires and ("mine", 12) not in questionnaires
    assert questionnaires.get(("mine", 12)) is None
    with pytest.raises(KeyError):
        questionnaires["yours"]


@pytest.mark.parametrize("versions", [(2, 1), (2, 2)])
def test_a_version_that_goes_back_or_repeats_is_told(tmp_path: Path, versions: tuple[int, int]) -> None:
    first, second = (changed(GOOD, "version = 1", f"version = {version}") for version in versions)
    problem = only(problems_in(tmp_path, **{"mine": first, "mine-later": second}))
    assert (problem.file, problem.key, problem.found) == ("mine-later.toml", "version", str(versions[1]))
    assert "above 2" in problem.allowed and "mine.toml" in problem.allowed


def test_many_faults_in_many_files_are_told_at_once_and_the_rest_is_read(tmp_path: Path) -> None:
    faulty = changed(
        changed(changed(GOOD, "I slept well.", ""), "recall_days = 7", "recall_days = 0"), '"mine"', '"A B"'
    )
    problems = problems_in(
        tmp_path,
        fine=GOOD,
        faulty=faulty,
        broken="= = =",
        forms__note=changed(FORM, 'field = "mood"', 'field = "x"'),
        forms__fine=changed(FORM, '"note"', '"fine"'),
    )
    told = {(problem.file, problem.key) for problem in problems}
    assert {
        ("broken.toml", ""),
        ("faulty.toml", "id"),
        ("faulty.toml", "recall_days"),
        ("faulty.toml", "items.first.text"),
        ("forms/note.toml", "parts.page.fields.why.when.field"),
    } <= told
    catalogue, _ = read_catalogue(tmp_path)
    assert list(catalogue.questionnaires) == ["mine"]
    assert list(catalogue.forms) == ["fine"]


def test_faults_in_the_built_in_content_raise_with_every_problem() -> None:
    problems = (Problem("a.toml", "id", "“X”", "An id."), Problem("b.toml", "", "noise", "TOML.", 3))
    error = ContentError(problems)
    assert error.problems == problems
    assert "a.toml, id" in str(error) and "b.toml, line 3" in str(error)
