"""The guided entries: written whole by hand, set on a day and shaken a little by the seed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from assessments.form import Form
from assessments.records import Entry, FieldValue
from sample_data.chance import Chance, record_id
from sample_data.life import WEEKS
from sample_data.timeline import SHIPPED_SEED, Calendar

FOLDER = Path(__file__).parent / "guided"
LEFT_OUT_OF_OTHER_LIVES = 0.15
ABOUT_THE_ENTRY = ("week", "anchor", "mood", "tags")


def write_guided(seed: int, calendar: Calendar, forms: Mapping[str, Form]) -> list[Entry]:
    """All guided entries by instant; a file of the folder holds those of the form that it is named after."""
    entries = []
    for path in sorted(FOLDER.glob("*.toml")):
        form = forms[path.stem]
        chance = Chance(seed, f"guided/{form.id}")
        for number, values in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["entries"]):
            left_out, moved = chance.happens(LEFT_OUT_OF_OTHER_LIVES), chance.whole(-1, 1)
            week = values["week"] + (calendar.anchors[values["anchor"]] if "anchor" in values else 0)
            if seed != SHIPPED_SEED:
                week = min(max(week + moved, 0), WEEKS - 1)
            entry = _entry(seed, chance, calendar, form, number, week, values)
            if week not in calendar.silent and not (left_out and seed != SHIPPED_SEED):
                entries.append(entry)
    return sorted(entries, key=lambda each: (each.happened_at, each.id))


def _entry(
    seed: int, chance: Chance, calendar: Calendar, form: Form, number: int, week: int, values: Mapping[str, object]
) -> Entry:
    at = calendar.moment(week, chance.whole(0, 5), chance.whole(18, 22), chance.whole(0, 50))
    tags, mood = values.get("tags", []), values.get("mood")
    fields = {
        field.id: _field_value(chance, field.kind, values[field.id]) for field in form.fields if field.id in values
    }
    unknown = set(values) - set(fields) - set(ABOUT_THE_ENTRY)
    if unknown:
        raise ValueError(f"{form.id} {number}: no such fields: {sorted(unknown)}")
    return Entry(
        id=record_id(seed, form.id, number),
        form=form.id,
        version=form.version,
        happened_at=at,
        recorded_at=at + timedelta(minutes=chance.whole(2, 9)),
        fields=fields,
        mood=mood if isinstance(mood, int) else None,
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
    )


def _field_value(chance: Chance, kind: str, value: object) -> FieldValue:
    if kind == "slider_100" and isinstance(value, int):
        return min(max(value + 5 * chance.whole(-1, 1), 0), 100)
    if isinstance(value, dict):
        return {str(name): int(strength) for name, strength in value.items()}
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, (bool, int, float)):
        return value
    raise TypeError(f"no field of a form holds {value!r}")
