"""What goes with what, in the order of the forest plot: the claimed first, the rest counted and quiet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

MOST_QUIET = 12


class AssociationLike(Protocol):
    """What is needed of an association: a figure in own standard deviations, with its interval."""

    @property
    def score(self) -> str: ...
    @property
    def feature(self) -> str: ...
    @property
    def estimate_in_sds(self) -> float: ...
    @property
    def interval_in_sds(self) -> tuple[float, float]: ...
    @property
    def n(self) -> int: ...
    @property
    def n_present(self) -> int: ...
    @property
    def numeric(self) -> bool: ...
    @property
    def tested(self) -> int: ...
    @property
    def expected_by_chance(self) -> float: ...
    @property
    def claimed(self) -> bool: ...
    @property
    def stands(self) -> bool: ...
    @property
    def says(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class ForestRow:
    """One pair: its figure and interval in own standard deviations."""

    score: str
    feature: str
    estimate: float
    low: float
    high: float
    n: int
    n_present: int
    numeric: bool
    claimed: bool
    says: str


@dataclass(frozen=True, kw_only=True)
class Forest:
    """All tested pairs; `shown` are those the picture has room for, the claimed first."""

    rows: tuple[ForestRow, ...]
    shown: tuple[ForestRow, ...]
    tested: int
    claimed: int
    expected_by_chance: float
    one_score: bool


def forest(
    associations: Sequence[AssociationLike],
    names: Mapping[str, str] | None = None,
    *,
    standing_alone: bool = False,
) -> Forest:
    """The rows of the forest plot; `names` gives scores and features (by id) the names that a person reads.

    `standing_alone` draws as claimed only what `stands`: for a picture that is looked at every week.
    """
    spoken = names or {}
    rows = sorted(
        (
            ForestRow(
                score=spoken.get(a.score, a.score),
                feature=spoken.get(a.feature, a.feature),
                estimate=a.estimate_in_sds,
                low=min(a.interval_in_sds),
                high=max(a.interval_in_sds),
                n=a.n,
                n_present=a.n_present,
                numeric=a.numeric,
                claimed=a.stands if standing_alone else a.claimed,
                says=a.says,
            )
            for a in associations
        ),
        key=lambda row: (not row.claimed, -abs(row.estimate), row.feature, row.score),
    )
    claimed = [row for row in rows if row.claimed]
    quiet = [row for row in rows if not row.claimed]
    return Forest(
        rows=tuple(rows),
        shown=(*claimed, *quiet[: max(0, MOST_QUIET - len(claimed) // 2)]),
        tested=max((a.tested for a in associations), default=0),
        claimed=len(claimed),
        expected_by_chance=max((a.expected_by_chance for a in associations), default=0.0),
        one_score=len({row.score for row in rows}) <= 1,
    )
