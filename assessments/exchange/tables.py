"""CSV tables, long and wide, for pandas, R and spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Final

from assessments.exchange.belongings import Belongings
from assessments.exchange.cells import safe_cell
from assessments.exchange.moments import instant, write_moment
from assessments.exchange.record_json import record_object, write_json
from assessments.questionnaire import Questionnaire
from assessments.records import Answer, Entry, Event, PracticeDone, Record, Response
from assessments.scoring import score

Cell = str | int | float | None
Row = list[Cell]

COMMON: Final = ("id", "happened_at", "day", "recorded_at", "source", "import_id")
ANSWER_COLUMNS: Final = (*COMMON, "questionnaire", "version", "note", "item", "kind", "answer")
ENTRY_COLUMNS: Final = (*COMMON, "form", "version", "title", "mood", "tags", "feelings", "text", "fields")
PRACTICE_COLUMNS: Final = (*COMMON, "practice", "note")
EVENT_COLUMNS: Final = (*COMMON, "name", "note")
FIELD_COLUMNS: Final = ("entry_id", "happened_at", "day", "form", "field", "part", "value")
SCORE_COLUMNS: Final = ("response_id", "happened_at", "day", "questionnaire", "version", "scale", "score", "prorated")

ANSWERS: Final = "answers_long.csv"
ENTRIES: Final = "entries.csv"
PRACTICES: Final = "practices_done.csv"
EVENTS: Final = "events.csv"
FIELDS: Final = "entry_fields_long.csv"
SCORES: Final = "scores_long.csv"
IMPORTED: Final = {ANSWERS: ANSWER_COLUMNS, ENTRIES: ENTRY_COLUMNS, PRACTICES: PRACTICE_COLUMNS, EVENTS: EVENT_COLUMNS}


def tables(belongings: Belongings) -> dict[str, Callable[[], Iterator[Row]]]:
    """Every table by its file name, each a function that yields its rows, the header first.

    The four tables of `IMPORTED` hold everything that was written and can be read back; the others are views.
    """
    made: dict[str, Callable[[], Iterator[Row]]] = {
        ANSWERS: lambda: _answers(belongings.responses),
        SCORES: lambda: _scores(belongings),
        ENTRIES: lambda: _entries(belongings.entries),
        FIELDS: lambda: _fields(belongings.entries),
        PRACTICES: lambda: _plain_records(PRACTICE_COLUMNS, belongings.practices_done),
        EVENTS: lambda: _plain_records(EVENT_COLUMNS, belongings.events),
    }
    for questionnaire in belongings.questionnaires:
        mine = [each for each in belongings.responses if (each.questionnaire, each.version) == questionnaire.key]
        if mine:
            name = f"responses_wide-{questionnaire.id}-{questionnaire.version}.csv"
            made[name] = lambda questionnaire=questionnaire, mine=mine: _wide(questionnaire, mine)  # type: ignore[misc]
    return made


def write_table(rows: Iterable[Row], target: IO[bytes]) -> None:
    """The rows as CSV: UTF-8, comma, CRLF, formulas made harmless; a lone surrogate becomes a question mark."""
    text = io.TextIOWrapper(target, encoding="utf-8", errors="replace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    text.detach()


def table_bytes(belongings: Belongings, name: str) -> bytes:
    """One table as the bytes of its file; KeyError where there is no table of that name."""
    target = io.BytesIO()
    write_table(tables(belongings)[name](), target)
    return target.getvalue()


def answer_kind(answer: Answer) -> str:
    """What an answer's cell holds, so that a skipped item, a number and a word are told apart."""
    if answer is None:
        return "skipped"
    return "number" if isinstance(answer, int) else "word"


def _common(record: Record) -> Row:
    recorded = None if record.recorded_at is None else write_moment(record.recorded_at)
    return [
        record.id,
        write_moment(record.happened_at),
        record.happened_at.date().isoformat(),
        recorded,
        _optional(record.source),
        _optional(record.import_id),
    ]


def _optional(text: str | None) -> str | None:
    """Nothing stays an empty cell, so that an empty text, which is rare, is written as two quotation marks."""
    return text if text is None or text.strip('"') else text + '""'


def _answers(responses: Iterable[Response]) -> Iterator[Row]:
    yield list(ANSWER_COLUMNS)
    for each in sorted(responses, key=_when):
        start = [*_common(each), each.questionnaire, each.version]
        note: str = each.note
        for item, answer in each.answers.items():
            yield [*start, note, item, answer_kind(answer), answer]
            note = ""
        if not each.answers:
            yield [*start, note, None, "nothing", None]


def _scores(belongings: Belongings) -> Iterator[Row]:
    yield list(SCORE_COLUMNS)
    known = {each.key: each for each in belongings.questionnaires}
    for each in sorted(belongings.responses, key=_when):
        questionnaire = known.get((each.questionnaire, each.version))
        result = None if questionnaire is None else scales(questionnaire, each)
        if result is None:
            continue
        start: Row = [each.id, write_moment(each.happened_at), each.happened_at.date().isoformat(), *_key(each)]
        values, prorated = result
        for scale, value in values.items():
            yield [*start, scale, value, int(prorated)]


def scales(questionnaire: Questionnaire, response: Response) -> tuple[dict[str, float | None], bool] | None:
    """The total (where there is one) and each subscale, and whether one was prorated; None for refused answers."""
    try:
        result = score(questionnaire, response.answers)
    except ValueError:
        return None
    totals: dict[str, float | None] = {"total": result.total} if questionnaire.has_total else {}
    return totals | dict(result.subscales), result.prorated


def _wide(questionnaire: Questionnaire, responses: Iterable[Response]) -> Iterator[Row]:
    named = [item.id for item in questionnaire.items]
    others = sorted({item for each in responses for item in each.answers} - set(named))
    ids = [*named, *others]
    scale_ids = (["total"] if questionnaire.has_total else []) + [each.id for each in questionnaire.subscales]
    yield ["response_id", "happened_at", "day", *ids, *(f"score_{scale}" for scale in scale_ids), "note"]
    for each in sorted(responses, key=_when):
        result = scales(questionnaire, each)
        values = {} if result is None else result[0]
        yield [
            each.id,
            write_moment(each.happened_at),
            each.happened_at.date().isoformat(),
            *(each.answers.get(item) for item in ids),
            *(values.get(scale) for scale in scale_ids),
            each.note,
        ]


def _entries(entries: Iterable[Entry]) -> Iterator[Row]:
    yield list(ENTRY_COLUMNS)
    for each in sorted(entries, key=_when):
        written = record_object(each)
        fields = dict(written["fields"])
        text = fields.pop("text") if isinstance(fields.get("text"), str) and fields["text"] else None
        yield [
            *_common(each),
            each.form,
            each.version,
            each.title,
            each.mood,
            write_json(written["tags"]) if each.tags else None,
            write_json(written["feelings"]) if each.feelings else None,
            text,
            write_json(fields) if fields else None,
        ]


def _fields(entries: Iterable[Entry]) -> Iterator[Row]:
    yield list(FIELD_COLUMNS)
    for each in sorted(entries, key=_when):
        start: Row = [each.id, write_moment(each.happened_at), each.happened_at.date().isoformat(), each.form]
        for name, value in [*each.fields.items(), ("feelings", each.feelings), ("tags", each.tags)]:
            if isinstance(value, tuple):
                yield from ([*start, name, str(place), part] for place, part in enumerate(value, 1))
            elif isinstance(value, (str, int, float)):
                yield [*start, name, None, value]
            elif value is not None:
                yield from ([*start, name, part, share] for part, share in value.items())


def _plain_records(columns: tuple[str, ...], records: Iterable[PracticeDone | Event]) -> Iterator[Row]:
    yield list(columns)
    for each in sorted(records, key=_when):
        yield [*_common(each), each.practice if isinstance(each, PracticeDone) else each.name, each.note]


def _key(response: Response) -> tuple[str, int]:
    return response.questionnaire, response.version


def _when(record: Record) -> tuple[object, str]:
    return instant(record.happened_at), record.id
