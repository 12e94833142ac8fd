"""The files that ship: made anew to the byte, read back whole, moved by whole weeks."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from assessments.records import Record
from sample_data import Sample, generate, load_sample
from sample_data.files import COLUMNS, FOLDER, PLANTED
from sample_data.life import LAST_SUNDAY


def records(sample: Sample) -> list[Record]:
    return [*sample.responses, *sample.entries, *sample.practices_done, *sample.events]


def test_the_command_makes_the_shipped_files_again_byte_for_byte(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "sample_data", str(tmp_path)], check=True, cwd=FOLDER.parent, timeout=120)
    for name in (*COLUMNS, PLANTED):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_the_shipped_files_hold_exactly_what_is_generated(shipped: Sample) -> None:
    assert shipped == generate()


def test_the_shipped_files_have_unix_line_ends_and_are_read_by_pandas() -> None:
    for name, columns in COLUMNS.items():
        assert b"\r" not in (FOLDER / name).read_bytes()
        frame = pd.read_csv(FOLDER / name)
        assert tuple(frame.columns) == columns
        assert not frame["id"].isna().any()


@pytest.mark.parametrize(
    "until", [date(2025, 3, 30), date(2026, 11, 14), LAST_SUNDAY, date(2027, 1, 2), date(2031, 5, 19)]
)
def test_a_moved_sample_ends_in_the_days_before_the_date_it_was_asked_for(until: date, shipped: Sample) -> None:
    moved = load_sample(until)
    last = max(each.happened_at for each in moved.responses).date()
    assert timedelta(days=1) <= until - last <= timedelta(days=7)
    assert all(each.happened_at.date() < until and each.recorded_at.date() < until for each in records(moved))  # type: ignore[union-attr]
    by = moved.planted.first_monday - shipped.planted.first_monday
    assert by.days % 7 == 0
    for before, after in zip(records(shipped), records(moved), strict=True):
        assert before.id == after.id
        assert after.happened_at.replace(tzinfo=None) - before.happened_at.replace(tzinfo=None) == by


def test_a_generated_life_ends_on_the_last_sunday_up_to_its_date() -> None:
    life = generate(11, until=date(2024, 6, 5))
    assert life.planted.first_monday == date(2022, 6, 6)
    assert max(each.happened_at for each in life.responses).date() == date(2024, 6, 1)


def test_files_with_other_columns_are_refused(tmp_path: Path) -> None:
    (tmp_path / "responses.csv").write_text("id,questionnaire\n1,pulse\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"responses\.csv"):
        load_sample(folder=tmp_path)
