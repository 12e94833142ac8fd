"""An invented life, seeded, as records: empty, one of each, or ten years of it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pandas as pd

from assessments.catalogue import Catalogue
from assessments.records import Entry, Event, FieldValue, PracticeDone, Response

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2016, 1, 4, 20, tzinfo=BERLIN)
LONG = "A remarkably long name, longer than any phone is wide, that somebody might well have typed"


@dataclass(frozen=True)
class InventedTheme:
    """A theme as the pictures need it."""

    id: str
    name: str
    weeks: pd.Series[float]
    recurs: bool = True
    direction: None = None


@dataclass(frozen=True)
class InventedAssociation:
    """An association as the pictures need it."""

    feature: str
    estimate_in_sds: float
    interval_in_sds: tuple[float, float]
    numeric: bool
    tested: int
    expected_by_chance: float
    claimed: bool
    stands: bool = False
    score: str = "emotional-safety"
    n: int = 60
    n_present: int = 20
    says: str = "It stood a little higher then."


class Life:
    """Records of `weeks` weeks (0: nothing at all)."""

    def __init__(self, catalogue: Catalogue, weeks: int) -> None:
        self.catalogue = catalogue
        self.weeks = weeks
        self.dice = random.Random(20)
        self.signs = catalogue.questionnaires["emotional-safety"]

    def at(self, week: int) -> datetime:
        """A moment in that week, with the gaps and wobbles of a real life."""
        return START + timedelta(days=7 * week + self.dice.choice((-1, 0, 0, 1)), weeks=6 * (week // 60))

    def responses(self) -> list[Response]:
        """A check-in a week, some with a skipped answer, some written down later."""
        found = []
        for week in range(self.weeks):
            answers: dict[str, int | str | None] = {i.id: self.dice.randrange(5) for i in self.signs.items}
            if self.weeks > 1 and week % 17 == 5:
                answers[self.signs.items[3].id] = None
            moment = self.at(week)
            late = timedelta(days=4 if week % 11 == 7 else 0)
            found.append(
                Response(
                    questionnaire=self.signs.id,
                    version=self.signs.version,
                    answers=answers,
                    happened_at=moment,
                    recorded_at=moment + late,
                )
            )
        return found

    def events(self) -> list[Event]:
        """A life event each year, with long names."""
        return [
            Event(name=f"{LONG} {n}", happened_at=START + timedelta(weeks=52 * n + 3)) for n in range(self.weeks // 52)
        ]

    def entries(self) -> list[Entry]:
        """A thought, a brave step and a bridge a week, all fields filled in."""
        found: list[Entry] = []
        for week in range(self.weeks):
            expected = self.dice.randrange(101)
            fields: dict[str, dict[str, FieldValue]] = {
                "thought": {
                    "thought": LONG,
                    "belief-before": self.dice.randrange(101),
                    "belief-after": self.dice.randrange(101),
                    "feelings-before": {"afraid": 70, "anxious": 50},
                    "feelings-after": {"afraid": 30, "anxious": 55},
                    "thinking-traps": tuple(self.dice.sample(list(self.catalogue.thinking_traps), 2)),
                },
                "brave-step": {
                    "share": LONG,
                    "expected": expected,
                    "outcome": "done" if self.weeks == 1 else self.dice.choice(("done", "changed", "not-now", None)),
                    "experienced": self.dice.randrange(101),
                },
                "bridge": {
                    "name": LONG if week % 3 == 0 else "M.",
                    "stage": "construction",
                    "act-kept": "kept"
                    if self.weeks == 1
                    else self.dice.choice(("kept", "partly", "not-this-time", None)),
                },
            }
            moment = self.at(week)
            found.extend(Entry(form=form, version=1, fields=f, happened_at=moment) for form, f in fields.items())
        return found

    def practices_done(self) -> list[PracticeDone]:
        """Three practices a week."""
        ids = list(self.catalogue.practices)
        return [
            PracticeDone(practice=self.dice.choice(ids), happened_at=self.at(week))
            for week in range(self.weeks)
            for _ in range(3 if self.weeks > 1 else 1)
        ]

    def themes(self) -> list[InventedTheme]:
        """Ten themes of which some weeks are unwritten."""
        mondays = pd.to_datetime([START.date() + timedelta(weeks=week) for week in range(self.weeks)])
        count = 0 if self.weeks == 0 else 10 if self.weeks > 1 else 1
        return [
            InventedTheme(
                f"t{n}",
                LONG if n == 3 else f"mother, phone, sunday {n}",
                pd.Series(
                    [
                        float("nan") if w % 40 > 36 else max(0.0, self.dice.gauss(0.2, 0.5)) + 0.01
                        for w in range(self.weeks)
                    ],
                    index=mondays,
                    dtype=float,
                ),
            )
            for n in range(count)
        ]

    def walk(self) -> tuple[list[date], list[float], list[float]]:
        """A check-in on the balance each fortnight."""
        days = [START.date() + timedelta(weeks=2 * n) for n in range((self.weeks + 1) // 2)]
        return days, [float(self.dice.randrange(21)) for _ in days], [float(self.dice.randrange(21)) for _ in days]

    def associations(self) -> list[InventedAssociation]:
        """Forty pairs, two of them claimed; one pair in the life of one week."""
        count = 0 if self.weeks == 0 else 40 if self.weeks > 1 else 1
        return [_association(n, self.dice.gauss(0, 0.4), count) for n in range(count)]


def _association(n: int, effect: float, tested: int) -> InventedAssociation:
    return InventedAssociation(
        feature=f"{LONG} {n}",
        estimate_in_sds=effect,
        interval_in_sds=(effect - 0.5, effect + 0.5),
        numeric=n % 7 == 0,
        tested=tested,
        expected_by_chance=tested * 0.05,
        claimed=n in (4, 9),
    )
