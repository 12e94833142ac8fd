"""Every record comes back from its text exactly, types included."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from assessments.records import Entry, FieldValue, Record
from assessments.storage.encoding import checksum, kind_of, read_body, write_body
from tests.storage.material import NOON, entry, records


@given(records)
def test_a_record_comes_back_exactly(record: Record) -> None:
    record = replace(record, recorded_at=record.recorded_at or NOON)
    back = read_body(record.id, kind_of(type(record)), write_body(record))
    assert back == record
    assert repr(back).replace("fold=1, ", "") == repr(record).replace("fold=1, ", "")


def test_three_and_three_point_nought_and_true_stay_apart() -> None:
    fields: dict[str, FieldValue] = {
        "i": 1,
        "f": 1.0,
        "b": True,
        "t": ("a",),
        "m": {"a": 1},
        "none": None,
        "nul": "a\0b",
        "lone": "\ud800",
    }
    record = Entry(happened_at=NOON, recorded_at=NOON, form="free", version=1, fields=fields)
    back = read_body(record.id, "entry", write_body(record))
    assert isinstance(back, Entry)
    assert {name: (type(value), value) for name, value in back.fields.items()} == {
        name: (type(value), value) for name, value in fields.items()
    }


def test_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_body(Entry(happened_at=NOON, recorded_at=NOON, form="free", version=1, fields={"x": float("nan")}))


def test_a_checksum_changes_with_each_part() -> None:
    body = write_body(replace(entry("words"), recorded_at=NOON))
    whole = checksum("id", "entry", body)
    assert (
        len({whole, checksum("ie", "entry", body), checksum("id", "event", body), checksum("id", "entry", body + " ")})
        == 4
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"happened_at": 3}', "{"])
def test_any_other_text_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        read_body("id", "entry", text)
