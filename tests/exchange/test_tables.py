"""CSV tables that spreadsheets cannot run, that pandas reads, and that come back exactly."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from assessments.catalogue import load
from assessments.exchange.archive import write_tables
from assessments.exchange.belongings import Belongings
from assessments.exchange.cells import cell_text, safe_cell
from assessments.exchange.readers import read, recognise
from assessments.exchange.reading import Options
from assessments.exchange.record_json import record_object
from assessments.exchange.tables import ANSWERS, ENTRIES, IMPORTED, table_bytes, tables
from assessments.records import Entry, Response
from assessments.scoring import score
from tests.exchange.strategies import HOSTILE, histories, texts

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@given(texts)
@example("'=1")
@example("''-")
@example("-5")
def test_a_cell_made_harmless_comes_back_exactly(text: str) -> None:
    assert cell_text(safe_cell(text)) == text


@given(st.text("=+-@\t\r'＝＋－＠ a1", max_size=6) | st.sampled_from(HOSTILE))
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    assert safe_cell(text).lstrip()[:1] not in tuple("=+-@＝＋－＠")
    assert safe_cell(text)[:1] not in ("\t", "\r") or text[:1] not in ("\t", "\r")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_tables_give_back_every_record_exactly(history: Belongings) -> None:
    target = io.BytesIO()
    write_tables(history, target)
    found = read(target.getvalue(), Options(import_id="new"))
    assert (found.format, found.refused, found.doubtful) == ("csv", None, ())
    written = {record.id: record_object(record) | {"import_id": "new"} for record in history.records()}
    assert {record.id: record_object(record) for record in found.records} == written


def test_one_table_alone_is_enough() -> None:
    history = Belongings(entries=(Entry(happened_at=WHEN, form="free", version=1, fields={"text": "=1\r\n2"}),))
    content = table_bytes(history, ENTRIES)
    assert recognise(content) == "csv"
    assert read(content).records[0].id == history.entries[0].id


@pytest.fixture
def answered() -> Belongings:
    questionnaire = load().questionnaires["emotional-safety"]
    low = questionnaire.lowest_value
    answers = {item.id: low + place % 3 for place, item in enumerate(questionnaire.items)}
    answers[questionnaire.items[3].id] = -2
    good = Response(
        happened_at=WHEN,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        answers={item.id: questionnaire.highest_value for item in questionnaire.items},
        note="@note",
    )
    refused = Response(happened_at=WHEN, questionnaire=questionnaire.id, version=questionnaire.version, answers=answers)
    return Belongings(responses=(good, refused), questionnaires=(questionnaire,))


def test_pandas_reads_the_wide_table_with_scores_beside_the_answers(answered: Belongings) -> None:
    (questionnaire,) = answered.questionnaires
    name = f"responses_wide-{questionnaire.id}-{questionnaire.version}.csv"
    frame = pd.read_csv(io.BytesIO(table_bytes(answered, name))).set_index("response_id")
    good, refused = answered.responses
    result = score(questionnaire, good.answers)
    expected = {"total": result.total} if questionnaire.has_total else dict(result.subscales)
    for scale, value in expected.items():
        assert frame.loc[good.id, f"score_{scale}"] == value
        assert frame[f"score_{scale}"].isna()[refused.id]
    assert frame.loc[refused.id, questionnaire.items[3].id] == -2


def test_pandas_reads_the_long_table_one_row_per_answer(answered: Belongings) -> None:
    frame = pd.read_csv(io.BytesIO(table_bytes(answered, ANSWERS)))
    assert len(frame) == sum(len(each.answers) for each in answered.responses)
    assert frame["answer"].dtype.kind == "i"


def test_every_table_is_written_into_a_folder_too(answered: Belongings, tmp_path: Path) -> None:
    write_tables(answered, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(tables(answered))
    assert set(IMPORTED) <= set(tables(answered))
    assert len(read(tmp_path).records) == 2


def test_a_row_that_was_broken_by_hand_is_doubtful_and_the_others_stay() -> None:
    history = Belongings(entries=tuple(Entry(happened_at=WHEN, form="free", version=1, fields={}) for _ in range(3)))
    lines = table_bytes(history, ENTRIES).decode().split("\r\n")
    lines[2] = lines[2].replace("2026", "twenty", 1)
    found = read("\r\n".join(lines).encode())
    assert len(found.records) == 2
    assert [doubt.line for doubt in found.doubtful] == [3]


def test_a_zip_of_tables_holds_nothing_else() -> None:
    target = io.BytesIO()
    write_tables(Belongings(), target)
    with zipfile.ZipFile(target) as packed:
        assert all(name.endswith(".csv") for name in packed.namelist())
