"""What next: at most one suggestion with its reason, never from the figures of one step against another's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import Literal

Kind = Literal["away", "practice", "step", "unfinished", "come_less_often", "oldest_check_in"]
GAP_DAYS = 21
STEADY_POINTS = 10
STEADY_DAYS = 70
WEEKLY_DAYS = 9.0


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One suggestion; `about` is the id of what it is about, `name` what that is called, `weeks` how long ago."""

    kind: Kind
    about: str
    name: str = ""
    scale: str = ""
    weeks: int = 0

    @property
    def id(self) -> str:
        """What is dismissed for good: this kind about this thing."""
        return f"{self.kind}:{self.about}"


@dataclass(frozen=True, kw_only=True)
class AwayScale:
    """A scale that stands away from the person's own usual, and the questionnaire that it belongs to."""

    questionnaire_id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class ClaimedPractice:
    """A practice that goes with an easier figure, where that claim stands."""

    practice_id: str
    title: str
    scale_title: str


@dataclass(frozen=True, kw_only=True)
class ChosenStep:
    """The step that matters now, and when anything of it was last touched."""

    number: int
    title: str
    last_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class UnfinishedEntry:
    """An entry whose second half is open and that is not in sight already."""

    entry_id: str
    title: str
    since: datetime


@dataclass(frozen=True, kw_only=True)
class LastCheckIn:
    """A questionnaire that was answered before, when last, and how often it is asked."""

    questionnaire_id: str
    title: str
    last_at: datetime
    rhythm_days: int


@dataclass(frozen=True, kw_only=True)
class Situation:
    """All that a suggestion may draw on; `main_times` are the check-ins on the main questionnaire, oldest first."""

    now: datetime
    last_at: datetime | None
    away: Sequence[AwayScale] = ()
    practices: Sequence[ClaimedPractice] = ()
    step: ChosenStep | None = None
    unfinished: UnfinishedEntry | None = None
    check_ins: Sequence[LastCheckIn] = ()
    main_times: Sequence[datetime] = ()


def suggest(situation: Situation, dismissed: Collection[str] = ()) -> Suggestion | None:
    """The first suggestion that was not dismissed; after a gap only the step that the person marked."""
    return next((each for each in _all(situation) if each.id not in dismissed), None)


def _all(situation: Situation) -> Iterator[Suggestion]:
    if situation.last_at is None or _days(situation.now, situation.last_at) > GAP_DAYS:
        yield from _chosen_step(situation)
        return
    for scale in situation.away:
        yield Suggestion(kind="away", about=scale.questionnaire_id, scale=scale.title)
    for claimed in situation.practices:
        yield Suggestion(kind="practice", about=claimed.practice_id, name=claimed.title, scale=claimed.scale_title)
    yield from _chosen_step(situation)
    yield from _unfinished(situation)
    if is_steady(situation):
        yield Suggestion(kind="come_less_often", about="all")
        return
    yield from _oldest(situation)


def _chosen_step(situation: Situation) -> Iterator[Suggestion]:
    step = situation.step
    if step is not None and (step.last_at is None or _days(situation.now, step.last_at) >= 7):
        yield Suggestion(kind="step", about=str(step.number), name=step.title)


def _unfinished(situation: Situation) -> Iterator[Suggestion]:
    found = situation.unfinished
    if found is not None:
        weeks = _days(situation.now, found.since) // 7
        yield Suggestion(kind="unfinished", about=found.entry_id, name=found.title, weeks=weeks)


def is_steady(situation: Situation) -> bool:
    """Whether weekly check-ins over ten weeks show no figure away from its usual."""
    recent = [each for each in situation.main_times if _days(situation.now, each) <= STEADY_DAYS]
    if situation.away or len(situation.main_times) < STEADY_POINTS or len(recent) < STEADY_POINTS - 1:
        return False
    gaps = [_days(later, earlier) for earlier, later in pairwise(recent)]
    return median(gaps) <= WEEKLY_DAYS


def _oldest(situation: Situation) -> Iterator[Suggestion]:
    """The check-ins past their rhythm, the oldest first; one never answered is not old."""
    past = [each for each in situation.check_ins if _days(situation.now, each.last_at) > each.rhythm_days]
    for each in sorted(past, key=lambda one: one.last_at):
        weeks = _days(situation.now, each.last_at) // 7
        yield Suggestion(kind="oldest_check_in", about=each.questionnaire_id, name=each.title, weeks=weeks)


def _days(later: datetime, earlier: datetime) -> int:
    return (later - earlier).days
