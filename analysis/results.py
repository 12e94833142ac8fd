"""What the analyses answer: frozen results, each with its figure, its n, its interval and one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

Interval: TypeAlias = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class NotEnough:
    """An ordinary result: `n` of the `needed` points (or entries) are there, and `says` tells the person so."""

    n: int
    needed: int
    says: str
    claimed: Literal[False] = False


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A figure in points with its 95 % interval, and both in the person's own standard deviations.

    `sd` is the person's own standard deviation around what was fitted. The intervals, and the figures in
    SDs, are None where the series never varied: nothing is known then about how far it could wander.
    """

    n: int
    estimate: float
    interval: Interval | None
    sd: float
    estimate_in_sds: float | None
    interval_in_sds: Interval | None
    claimed: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class LinePoint:
    """One place on a fitted line, with its 95 % interval."""

    day: date
    value: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Trend(Estimate):
    """The change over the whole span along a straight line; `line` is what a chart draws when it is claimed."""

    p_value: float
    first_day: date
    last_day: date
    line: tuple[LinePoint, ...]


@dataclass(frozen=True, kw_only=True)
class ChangePoint(Estimate):
    """One step (`estimate` = after − before) and the 80 % range of dates in which it lies.

    `day` is the likeliest first check-in after the step: for sorting, never to be shown alone.
    """

    p_value: float
    day: date
    first_day: date
    last_day: date
    before: float
    after: float
    range_share: float = 0.8


@dataclass(frozen=True, kw_only=True)
class HasItChanged:
    """The answer to the button "has it changed?": trend and step, each at half of the error rate."""

    trend: Trend
    change_point: ChangePoint | NotEnough
    n: int
    p_value: float
    claimed: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class Difference(Estimate):
    """Before and after a date that was marked beforehand (`estimate` = after − before)."""

    p_value: float
    marked_on: date
    before: float
    after: float
    n_before: int
    n_after: int


@dataclass(frozen=True, kw_only=True)
class Standing(Estimate):
    """The claim that may be looked at every week: it stands while `e_value` is above `bar` (10 / share).

    `estimate` is now − before; the step lies between `first_day` and `last_day` (80 %). `p_value` is
    1 / e_value, capped at 1: it holds however often one looks.
    """

    e_value: float
    p_value: float
    share: float
    bar: float
    before: float
    now: float
    first_day: date
    last_day: date
    as_of: date


@dataclass(frozen=True, kw_only=True)
class Association:
    """How a score stands when a feature was there (or one own SD higher) against when it was not.

    `p_value` is for this pair alone, `q_value` is Benjamini–Hochberg over all `tested` pairs. `numeric` says
    that the feature is an amount: `estimate` is then per SD of the feature (`feature_sd` in its own units).
    `claimed` answers one look; `stands` is the stricter claim, on `e_value`, that may be looked at every week.
    """

    score: str
    feature: str
    estimate: float
    interval: Interval
    sd: float
    estimate_in_sds: float
    interval_in_sds: Interval
    n: int
    n_present: int
    n_absent: int
    numeric: bool
    feature_sd: float
    p_value: float
    q_value: float
    e_value: float
    tested: int
    expected_by_chance: float
    claimed: bool
    stands: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class NoiseBand:
    """The person's own week-to-week band: about four in five check-ins fall between `low` and `high`."""

    n: int
    centre: float
    low: float
    high: float
    sd: float
    share: float
    says: str


@dataclass(frozen=True, kw_only=True)
class Reliability:
    """How consistently a scale's items move together within one person, from 0 to 1, with a 95 % interval."""

    n: int
    items: int
    estimate: float
    interval: Interval
    says: str


@dataclass(frozen=True, kw_only=True)
class ItemMovement:
    """One item's latest three answers beside its earlier ones, as means; a description, never a claim."""

    item_id: str
    n: int
    earlier: float
    recent: float
    estimate: float
    says: str


InsightKind = Literal["standing", "association", "theme", "thoughts", "brave_steps"]
Door = Literal["progress", "what_goes_with_what", "themes", "thought_records", "brave_steps"]


@dataclass(frozen=True, kw_only=True)
class Insight:
    """One sentence worth a place on Today: `claim` says it, `door` and `door_id` name the chart behind it.

    `strength` orders insights (larger first). `id` stays the same while the insight says the same thing, so
    that a dismissal can be remembered. `evidence` holds the figures by name.
    """

    id: str
    kind: InsightKind
    claim: str
    n: int
    strength: float
    door: Door
    door_id: str
    scale_id: str | None = None
    feature_id: str | None = None
    evidence: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
