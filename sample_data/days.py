"""Practices done and marked events."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path

from assessments.records import Event, PracticeDone
from sample_data.chance import Chance, record_id
from sample_data.life import WEEKS
from sample_data.timeline import Calendar

FOLDER = Path(__file__).parent
CHOIR_TERMS = (range(8, 31), range(42, 57), range(60, 85), range(93, WEEKS))
CHOIR_NIGHT = 1


def mark_events(seed: int, calendar: Calendar) -> list[Event]:
    """The events marked on the charts, by instant."""
    events = []
    for number, values in enumerate(tomllib.loads((FOLDER / "events.toml").read_text(encoding="utf-8"))["events"]):
        week = values["week"] + (calendar.anchors[values["anchor"]] if "anchor" in values else 0)
        at = calendar.moment(week, values["weekday"], values["hour"], 0)
        late = timedelta(days=values.get("recorded_days_later", 0), minutes=20)
        events.append(
            Event(
                id=record_id(seed, "event", number),
                happened_at=at,
                recorded_at=at + late,
                name=values["name"],
                note=values.get("note", ""),
            )
        )
    return sorted(events, key=lambda each: each.happened_at)


def do_practices(seed: int, calendar: Calendar) -> list[PracticeDone]:
    """The practices done, by instant: more of them from the counsellor on, own interests on the choir's evenings."""
    bank = tomllib.loads((FOLDER / "practices.toml").read_text(encoding="utf-8"))
    chance = Chance(seed, "practices")
    notes = {name: list(each["notes"]) for name, each in bank.items()}
    done: list[tuple[str, int, int]] = []
    for week in range(WEEKS):
        if week in calendar.silent:
            continue
        later = week >= calendar.anchors["counsellor"]
        weights = [(name, float(each["later" if later else "earlier"])) for name, each in bank.items()]
        days = chance.some(range(6), chance.whole(1, 4) if later else chance.whole(0, 2))
        done += [(chance.weighted(weights), week, day) for day in days]
        if any(week in term for term in CHOIR_TERMS) and chance.happens(0.8):
            done.append(("own-interests", week, CHOIR_NIGHT))
    practices = []
    for number, (practice, week, day) in enumerate(dict.fromkeys(done)):
        at = calendar.moment(week, day, chance.whole(18, 22), chance.whole(0, 50))
        shelf = notes[practice]
        practices.append(
            PracticeDone(
                id=record_id(seed, "practice", number),
                happened_at=at,
                recorded_at=at + timedelta(minutes=1),
                practice=practice,
                note=shelf.pop(0) if shelf and chance.happens(0.25) else "",
            )
        )
    return sorted(practices, key=lambda each: (each.happened_at, each.id))
