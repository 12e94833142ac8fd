"""The free entries: which day, which theme, which pieces of prose, which mood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TypeAlias

from assessments.records import Entry, FieldValue
from sample_data.chance import Chance, add_up, record_id
from sample_data.drawing import Pool
from sample_data.life import WEEKS
from sample_data.prose import Piece, Stretch, ThemeBank, read_banks
from sample_data.timeline import Calendar

SLEEP = "sleep"
SLEEP_WEEKS_OF_TEN = 3
PIECES = ((1, 0.17), (2, 0.32), (3, 0.28), (4, 0.14), (6, 0.09))
PIECES_OF_A_WHOLE_EVENING = 4
PIECES_OF_A_NIGHT = 3
ENTRIES_A_WEEK = ((1, 0.15), (2, 0.38), (3, 0.31), (4, 0.16))
MOODS = {
    "low": ((1, 0.12), (2, 0.53), (3, 0.35)),
    "plain": ((2, 0.14), (3, 0.52), (4, 0.34)),
    "light": ((3, 0.2), (4, 0.55), (5, 0.25)),
}
FEELINGS = {
    "low": ("anxious", "tired", "sad", "distrustful", "hurt", "angry", "lonely", "insecure", "ashamed", "restless"),
    "plain": ("tired", "content", "irritated", "curious", "restless", "calm", "hopeful", "confused", "embarrassed"),
    "light": ("content", "grateful", "calm", "proud", "relieved", "joyful", "playful", "hopeful", "surprised"),
}


Drawn: TypeAlias = tuple[Stretch, Piece]
NO_HOURS = (0, 0)


@dataclass(frozen=True, kw_only=True)
class Slot:
    """An entry to be written: its day and its main theme."""

    week: int
    weekday: int
    theme: str


@dataclass(frozen=True, kw_only=True)
class Written:
    """One free entry, its week, and the themes it speaks of, the main one first."""

    entry: Entry
    week: int
    themes: tuple[str, ...]


def write_journal(seed: int, calendar: Calendar) -> list[Written]:
    """All free entries of the two years, by instant."""
    banks = {bank.id: bank for bank in read_banks(calendar.anchors)}
    pool = Pool(list(banks.values()))
    chance = Chance(seed, "journal")
    titles = {bank.id: list(bank.titles) for bank in banks.values()}
    sleepless = {ten + week for ten in range(0, WEEKS, 10) for week in chance.some(range(10), SLEEP_WEEKS_OF_TEN)}
    written: list[Written] = []
    for week in range(WEEKS):
        if week in calendar.silent:
            continue
        for slot in _plan_week(chance, pool, banks, week, sleepless=week in sleepless):
            drawn = _draw_pieces(chance, pool, banks, slot)
            if drawn:
                written.append(_write(seed, chance, calendar, banks, titles, slot, drawn, len(written)))
    return sorted(written, key=lambda each: (each.entry.happened_at, each.entry.id))


def _plan_week(chance: Chance, pool: Pool, banks: Mapping[str, ThemeBank], week: int, *, sleepless: bool) -> list[Slot]:
    left = add_up(pool.urgency(name, week) for name in banks)
    busy = any(bank.episode and pool.urgency(name, week) > 0 for name, bank in banks.items())
    n = max(min(chance.weighted(ENTRIES_A_WEEK), max(1, int(left / 1.3))), 3 if busy else 1)
    chosen = [SLEEP] if sleepless and pool.urgency(SLEEP, week) > 0 else []
    while len(chosen) < n:
        weights = [
            (
                name,
                pool.urgency(name, week)
                * (8.0 if bank.episode else 0.4 if bank.background else 1.0)
                / (1 + 3 * chosen.count(name)),
            )
            for name, bank in banks.items()
            if name != SLEEP and pool.urgency(name, week) > 0
        ]
        if not weights:
            break
        chosen.append(chance.weighted(weights))
    slots: list[Slot] = []
    for theme in chosen:
        taken = [slot.weekday for slot in slots]
        days = [day for day in banks[theme].weekdays if day not in taken and (week < WEEKS - 1 or day < 6)]
        weekday = chance.pick(days or [day for day in range(6) if day not in taken])
        slots.append(Slot(week=week, weekday=weekday, theme=theme))
    return sorted(slots, key=lambda slot: slot.weekday)


def _write(
    seed: int,
    chance: Chance,
    calendar: Calendar,
    banks: Mapping[str, ThemeBank],
    titles: Mapping[str, list[str]],
    slot: Slot,
    drawn: Sequence[Drawn],
    number: int,
) -> Written:
    main = drawn[0][0]
    hour, minute = _time_of_day(chance, main)
    at = calendar.moment(slot.week, slot.weekday, hour, minute)
    themes = tuple(dict.fromkeys(each.theme for each, _ in drawn))
    tags = tuple(banks[name].tag for name in themes if chance.happens(0.9 if name == SLEEP else 0.45))
    fields: dict[str, FieldValue] = {"text": _join(chance, drawn)}
    slept = _hours_of_sleep(chance, poor=SLEEP in themes)
    if slept is not None:
        fields["sleep_hours"] = slept
    entry = Entry(
        id=record_id(seed, "free", number),
        form="free",
        version=1,
        happened_at=at,
        recorded_at=_recorded_at(chance, calendar, at),
        fields=fields,
        title=_title(chance, drawn, titles[main.theme]),
        mood=chance.weighted(MOODS[main.tone]) if chance.happens(0.82) else None,
        tags=tuple(tag for tag in tags if tag),
        feelings=_feelings(chance, main.tone),
    )
    return Written(entry=entry, week=slot.week, themes=themes)


def _draw_pieces(chance: Chance, pool: Pool, banks: Mapping[str, ThemeBank], slot: Slot) -> list[Drawn]:
    """The pieces of one entry, theme by theme; none where the banks have nothing left for the week.

    What is written in the night stays with its theme, and a whole evening is followed by three more pieces.
    """
    n = chance.weighted(PIECES)
    first = pool.draw(chance, slot.theme, slot.week, short=n == 1) or _draw_other(chance, pool, banks, slot)
    if first is None:
        return []
    drawn = [first]
    main, hours = first[0].theme, first[0].hours
    if banks[main].whole:
        n = PIECES_OF_A_WHOLE_EVENING
    elif main == SLEEP:
        n = min(n, PIECES_OF_A_NIGHT)
    for _ in range(1, n):
        theme = (
            main
            if chance.happens(0.85 if banks[main].episode else 0.6)
            else drawn[-1][0].theme
            if chance.happens(0.3)
            else None
        )
        piece = (
            pool.draw(chance, theme, slot.week, hours=hours or NO_HOURS) if theme and not banks[theme].whole else None
        )
        if piece is None and hours is None:
            piece = _draw_other(chance, pool, banks, slot)
        if piece is not None:
            drawn.append(piece)
    order = list(dict.fromkeys(stretch.theme for stretch, _ in drawn))
    return sorted(drawn, key=lambda each: order.index(each[0].theme))


def _draw_other(chance: Chance, pool: Pool, banks: Mapping[str, ThemeBank], slot: Slot) -> Drawn | None:
    weights = [
        (name, pool.urgency(name, slot.week) * (1.2 if bank.background else 0.8))
        for name, bank in banks.items()
        if name not in (slot.theme, SLEEP) and not bank.whole and pool.urgency(name, slot.week) > 0
    ]
    return pool.draw(chance, chance.weighted(weights), slot.week, hours=NO_HOURS) if weights else None


def _join(chance: Chance, drawn: Sequence[Drawn]) -> str:
    """One text; a change of theme mostly begins a new paragraph."""
    text = drawn[0][1].text
    for (before, _), (stretch, piece) in pairwise(drawn):
        runs_on = chance.happens(0.6 if stretch.theme == before.theme else 0.15)
        text += (" " if runs_on else "\n\n") + piece.text
    return text


def _title(chance: Chance, drawn: Sequence[Drawn], shelf: list[str]) -> str:
    """The first piece's own title more often than not; otherwise, now and then, one of its theme's."""
    own = drawn[0][1].title
    if own:
        return own if chance.happens(0.6) else ""
    return shelf.pop(0) if shelf and chance.happens(0.1) else ""


def _time_of_day(chance: Chance, stretch: Stretch) -> tuple[int, int]:
    low, high = stretch.hours or chance.weighted((((20, 22), 0.6), ((17, 19), 0.2), ((12, 13), 0.12), ((7, 8), 0.08)))
    return chance.whole(low, high), chance.whole(0, 50)


def _hours_of_sleep(chance: Chance, *, poor: bool) -> float | None:
    halves = chance.whole(7, 10) if poor else chance.whole(12, 17)
    return halves / 2 if chance.happens(0.85 if poor else 0.5) else None


def _feelings(chance: Chance, tone: str) -> dict[str, int]:
    if not chance.happens(0.42):
        return {}
    return {name: 5 * chance.whole(5, 17) for name in chance.some(FEELINGS[tone], chance.whole(1, 3))}


def _recorded_at(chance: Chance, calendar: Calendar, at: datetime) -> datetime:
    """A few minutes later as a rule; now and then days later, never after the two years."""
    late = timedelta(days=chance.whole(1, 6)) if chance.happens(0.07) else timedelta(0)
    if calendar.week(at + late) >= WEEKS - 1:
        late = timedelta(0)
    return at + late + timedelta(minutes=chance.whole(2, 8))
