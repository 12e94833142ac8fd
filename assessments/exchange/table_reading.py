"""Our own CSV tables read back: one table alone, a folder of them or a ZIP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from assessments.exchange.admission import fault_in, what_of
from assessments.exchange.cells import cell_text
from assessments.exchange.reading import Doubt, Options, Reading
from assessments.exchange.record_json import record_of
from assessments.exchange.sources import Folder, Refused, Source, is_zip, open_folder
from assessments.exchange.table_rows import Row, Table, columns_of
from assessments.exchange.tables import ANSWERS, COMMON, ENTRIES, EVENTS, IMPORTED, PRACTICES
from assessments.language import say
from assessments.records import Entry, Event, PracticeDone, Record, Response

NAME = "csv"
_KINDS: dict[str, type[Record]] = {ANSWERS: Response, ENTRIES: Entry, PRACTICES: PracticeDone, EVENTS: Event}
Found = tuple[int, dict[str, Any], str | None]


def table_name(columns: tuple[str, ...]) -> str | None:
    """Which of our tables has these columns; None where none has."""
    return next((name for name, own in IMPORTED.items() if set(own) <= set(columns)), None)


def read_tables(source: Source, options: Options) -> Reading:
    """What our tables would add; tables that are views of others are passed over."""
    records: list[Record] = []
    doubtful: list[Doubt] = []
    if source.is_folder or is_zip(source):
        with open_folder(source) as folder:
            for name in _own_tables(folder):
                with folder.open(name) as file:
                    _read_table(file, name, options, records, doubtful)
    else:
        with source.open() as file:
            _read_table(file, source.name, options, records, doubtful)
    return Reading(format=NAME, import_id=options.import_id, records=tuple(records), doubtful=tuple(doubtful))


def _own_tables(folder: Folder) -> list[str]:
    found = {name.rsplit("/", 1)[-1]: name for name in folder.names if name.rsplit("/", 1)[-1] in IMPORTED}
    if not found:
        raise Refused(say("None of the tables that Footbridge writes is in here."))
    return [found[name] for name in IMPORTED if name in found]


def _read_table(file: IO[bytes], name: str, options: Options, records: list[Record], doubtful: list[Doubt]) -> None:
    table = Table(file, name)
    which = table_name(table.columns)
    if which is None:
        raise Refused(say("{name} is not one of the tables that Footbridge writes.", name=name))
    found = _responses(table) if which == ANSWERS else _others(table, which)
    for line, given, fault in found:
        try:
            if fault:
                raise ValueError(fault)
            record = record_of(_KINDS[which], given, options.import_id)
            if unknown := fault_in(record, options.catalogue):
                doubtful.append(Doubt(name, line, what_of(record), unknown))
            else:
                records.append(record)
        except ValueError as error:
            doubtful.append(Doubt(name, line, say("this row cannot be read"), str(error)))


def _responses(table: Table) -> Iterator[Found]:
    """One object per response, of rows that follow each other or not."""
    objects: dict[str, dict[str, Any]] = {}
    lines: dict[str, int] = {}
    faults: dict[str, str] = {}
    for line, row, cells in table.rows():
        own = cell_text(row.get("id", ""))
        lines.setdefault(own, line)
        if cells != len(table.columns):
            faults[own] = _wrong_width(cells, len(table.columns))
            continue
        try:
            given = objects.setdefault(own, _common(row) | _response_start(row))
            given["note"] = given["note"] or cell_text(row["note"])
            if row["kind"] != "nothing":
                given["answers"][cell_text(row["item"])] = _answer(row)
        except ValueError as error:
            faults[own] = str(error)
    for own, line in lines.items():
        yield line, objects.get(own, {}), faults.get(own)


def _response_start(row: Row) -> dict[str, Any]:
    return {
        "questionnaire": cell_text(row["questionnaire"]),
        "version": _whole(row, "version"),
        "note": "",
        "answers": {},
    }


def _answer(row: Row) -> int | str | None:
    match row["kind"]:
        case "skipped":
            return None
        case "number":
            return _whole(row, "answer")
        case "word":
            return cell_text(row["answer"])
    raise ValueError(say("The column kind holds number, word, skipped or nothing."))


def _others(table: Table, which: str) -> Iterator[Found]:
    width = len(table.columns)
    for line, row, cells in table.rows():
        if cells != width:
            yield line, {}, _wrong_width(cells, width)
            continue
        try:
            yield line, _common(row) | _rest(row, which), None
        except ValueError as error:
            yield line, {}, str(error)


def _rest(row: Row, which: str) -> dict[str, Any]:
    if which != ENTRIES:
        return {name: cell_text(row[name]) for name in IMPORTED[which] if name not in COMMON}
    fields = _json(row, "fields", {})
    if not isinstance(fields, dict):
        raise ValueError(say("The column {column} cannot be read.", column="fields"))
    text = cell_text(row["text"])
    return {
        "form": cell_text(row["form"]),
        "version": _whole(row, "version"),
        "title": cell_text(row["title"]),
        "mood": _whole(row, "mood") if row["mood"] else None,
        "tags": _json(row, "tags", []),
        "feelings": _json(row, "feelings", {}),
        "fields": ({"text": text} if text else {}) | fields,
    }


def _common(row: Row) -> dict[str, Any]:
    common: dict[str, Any] = {name: cell_text(row[name]) for name in COMMON if name != "day"}
    common["recorded_at"] = common["recorded_at"] or None
    for name in ("source", "import_id"):
        text = common[name]
        common[name] = (text if text.strip('"') else text[:-2]) if text else None
    return common


def _whole(row: Row, column: str) -> int:
    try:
        return int(row[column])
    except ValueError as error:
        raise ValueError(say("A whole number is needed under {key}.", key=column)) from error


def _json(row: Row, column: str, default: object) -> Any:
    try:
        return json.loads(row[column]) if row[column] else default
    except (ValueError, RecursionError) as error:
        raise ValueError(say("The column {column} cannot be read.", column=column)) from error


def _wrong_width(found: int, needed: int) -> str:
    return say("The row has {found} cells where {needed} are needed.", found=found, needed=needed)


def is_own_table(source: Source) -> bool:
    """Whether the first line is that of one of our tables."""
    return table_name(columns_of(source)) is not None
