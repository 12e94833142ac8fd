"""The built-in questionnaires against hand-worked scores, one CSV for each in tests/golden."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from assessments.catalogue import load
from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Questionnaire
from assessments.scoring import scales, score, score_frame

GOLDEN = Path(__file__).parents[1] / "golden"
BUILT_IN = tuple(load().questionnaires.values())
NAMES = [f"{each.id}-{each.version}" for each in BUILT_IN]


def golden_file(questionnaire: Questionnaire) -> Path:
    """pulse.csv for the first version, pulse-2.csv for the second."""
    version = "" if questionnaire.version == 1 else f"-{questionnaire.version}"
    return GOLDEN / f"{questionnaire.id}{version}.csv"


def rows_of(questionnaire: Questionnaire) -> list[dict[str, str]]:
    with golden_file(questionnaire).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def answers_of(questionnaire: Questionnaire, row: dict[str, str]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for item in questionnaire.items:
        cell = row[item.id]
        answers[item.id] = cell if cell == DID_NOT_COME_UP else int(cell) if cell else None
    if questionnaire.situation is not None:
        answers[SITUATION] = row[SITUATION] or None
    return answers


def figure(cell: str) -> float | None:
    return None if cell == "none" else float(Fraction(cell))


def cases() -> list[Any]:
    return list(each_case())


def each_case() -> Iterator[Any]:
    for questionnaire in BUILT_IN:
        if golden_file(questionnaire).exists():
            for row in rows_of(questionnaire):
                yield pytest.param(questionnaire, row, id=f"{questionnaire.id}: {row['row']}")


@pytest.mark.parametrize("questionnaire", BUILT_IN, ids=NAMES)
def test_every_built_in_questionnaire_has_its_golden_file(questionnaire: Questionnaire) -> None:
    assert golden_file(questionnaire).exists(), f"tests/golden/{golden_file(questionnaire).name} is needed"


def test_every_golden_file_belongs_to_a_built_in_questionnaire() -> None:
    assert {path.name for path in GOLDEN.glob("*.csv")} == {golden_file(each).name for each in BUILT_IN}


@pytest.mark.parametrize("questionnaire", BUILT_IN, ids=NAMES)
def test_a_golden_file_names_every_item_in_order_and_every_figure(questionnaire: Questionnaire) -> None:
    situation = [SITUATION] if questionnaire.situation else []
    figures = [f"expected_{scale.id}" for scale in scales(questionnaire)]
    counts = ["expected_answered", "expected_prorated"] + (["expected_band"] if questionnaire.bands else [])
    items = [item.id for item in questionnaire.items]
    assert list(rows_of(questionnaire)[0]) == ["row", *situation, *items, *figures, *counts, "working"]


@pytest.mark.parametrize("questionnaire", BUILT_IN, ids=NAMES)
def test_a_golden_file_covers_the_ends_a_skip_and_what_did_not_come_up(questionnaire: Questionnaire) -> None:
    rows = [answers_of(questionnaire, row) for row in rows_of(questionnaire)]
    items = [[row[item.id] for item in questionnaire.items] for row in rows]
    assert [questionnaire.lowest_value] * len(questionnaire.items) in items
    assert [questionnaire.highest_value] * len(questionnaire.items) in items
    assert any(None in row for row in items)
    assert any(DID_NOT_COME_UP in row for row in items) == any(item.may_not_come_up for item in questionnaire.items)
    for scale in scales(questionnaire):
        told = [row[f"expected_{scale.id}"] for row in rows_of(questionnaire)]
        assert "none" in told
        assert len(set(told)) > 3


@pytest.mark.parametrize(("questionnaire", "row"), cases())
def test_a_response_scores_what_was_worked_out_by_hand(questionnaire: Questionnaire, row: dict[str, str]) -> None:
    found = score(questionnaire, answers_of(questionnaire, row))
    for scale in scales(questionnaire):
        assert found.figure(scale.id) == figure(row[f"expected_{scale.id}"])
    assert found.answered == int(row["expected_answered"])
    assert found.prorated_scales == set(row["expected_prorated"].split()) - {"none"}
    assert found.prorated == (row["expected_prorated"] != "none")
    band = "none" if found.band is None else found.band.id
    assert band == row.get("expected_band", "none")


@pytest.mark.parametrize("questionnaire", BUILT_IN, ids=NAMES)
def test_a_frame_of_them_scores_the_same(questionnaire: Questionnaire) -> None:
    rows = rows_of(questionnaire)
    frame = pd.DataFrame([answers_of(questionnaire, row) for row in rows], dtype=object)
    found = score_frame(questionnaire, frame)
    assert list(found.columns) == [scale.id for scale in scales(questionnaire)] + ["answered"]
    for scale in scales(questionnaire):
        expected = pd.Series([figure(row[f"expected_{scale.id}"]) for row in rows], dtype="float64")
        assert found[scale.id].equals(expected)
    assert found["answered"].tolist() == [int(row["expected_answered"]) for row in rows]


@pytest.mark.parametrize("questionnaire", BUILT_IN, ids=NAMES)
def test_the_file_as_pandas_reads_it_scores_the_same(questionnaire: Questionnaire) -> None:
    read = pd.read_csv(golden_file(questionnaire))
    asked = [item.id for item in questionnaire.items] + ([SITUATION] if questionnaire.situation else [])
    numeric = [name for name in asked if pd.api.types.is_numeric_dtype(read[name])]
    plain = read[numeric + [name for name in asked if name == SITUATION]]
    rows = [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in plain.to_dict("records")
    ]
    found = score_frame(questionnaire, plain)
    for place, row in enumerate(rows):
        alone = score(questionnaire, row)
        assert [found[scale.id].iloc[place] for scale in scales(questionnaire)] == pytest.approx(
            [float("nan") if (value := alone.figure(scale.id)) is None else value for scale in scales(questionnaire)],
            abs=0,
            rel=0,
            nan_ok=True,
        )
