"""Files that are broken, oddly encoded or not there are told with file and line."""

from __future__ import annotations

from pathlib import Path

from assessments.catalogue import (
    read_catalogue,
)
from tests.assessments.catalogue_cases import GOOD, changed, only, problems_in


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path, mine=changed(GOOD, "recall_days = 7", "recall_days = ")))
    assert problem.line == GOOD[: GOOD.index("recall_days")].count("\n") + 1
    assert "TOML" in problem.found


def test_broken_toml_at_the_end_is_told_with_the_last_line(tmp_path: Path) -> None:
    assert only(problems_in(tmp_path, mine='id = "mine"\ntitle = "Mine')).line == 2


def test_a_fault_is_told_with_the_line_it_stands_on(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path, mine=changed(GOOD, '"I walked."', '""')))
    assert problem.line == GOOD[: GOOD.index('"I walked."')].count("\n") + 1


def test_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(changed(GOOD, "Mine", "Für mich").encode("latin-1"))
    (tmp_path / "utf16.toml").write_text(GOOD, encoding="utf-16")
    problems = read_catalogue(tmp_path)[1]
    assert [problem.file for problem in problems] == ["mine.toml", "utf16.toml"]
    assert all("UTF-8" in problem.allowed for problem in problems)
    assert problems[0].line == 4


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(GOOD.replace("\n", "\r\n").encode("utf-8-sig"))
    catalogue, problems = read_catalogue(tmp_path)
    assert problems == () and "mine" in catalogue.questionnaires


def test_a_missing_folder_and_a_folder_called_toml_are_told(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").mkdir()
    problems = read_catalogue(tmp_path / "nowhere", tmp_path)[1]
    assert len(problems) == 2
    assert problems[0].file.endswith("nowhere")
    assert problems[1].file == "odd.toml"
