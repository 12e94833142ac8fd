"""What is worth a place on Today: few sentences, each of which may be looked at every week."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from math import exp, log10
from types import MappingProxyType
from typing import Any, TypeAlias

from analysis import link_sentences
from analysis.associations import associations
from analysis.changes import standing
from analysis.days_before import THEME_PRESENT, patterns
from analysis.evidence_so_far import Evidence
from analysis.frames import MAIN_SCALE, History, ScoreSeries, error_shares, score_series
from analysis.results import Association, Insight, NotEnough, Standing
from analysis.running_evidence import running_evidence
from assessments.records import Entry

Judge: TypeAlias = Callable[[ScoreSeries, float], Standing | NotEnough]

ENOUGH_TO_COUNT = 5
WEEKS_NEW = 6.0
THOUGHT, BRAVE_STEP = "thought", "brave-step"


def judged(series: ScoreSeries, share: float, evidence: Evidence = running_evidence) -> Standing | NotEnough:
    """How one scale stands now, with its part of the error budget; `evidence` may know what it has found before."""
    low, high, times, values = series.scale.low, series.scale.high, series.times, series.values
    return standing(times, values, low=low, high=high, share=share, items=series.answers, evidence=evidence)


def insights(history: History, main: str = MAIN_SCALE, judge: Judge = judged) -> list[Insight]:
    """What may be said of a person's records now, strongest and newest first; [] where nothing stands out.

    Scales speak only where `standing` claims, each with its part of the error budget (half for `main`); what goes
    with what only where `stands` holds (e-BH over all pairs), one for each scale; themes only where they recur, rise
    or fall. Thought records and brave steps are plain counts from five on, and rank last. Strength = 1 + evidence
    (0 to 1) + novelty (1 when the change is fresh, fading over weeks) for a claim, below 1 for a count. `judge` may be
    one that knows what it has judged before.
    """
    told = history.until_now()
    series = score_series(told)
    found = [*_standings(series, error_shares(told.catalogue, main), judge), *_associations(told, series)]
    found += [*_themes(told), *_counts(told.entries)]
    return sorted(found, key=lambda insight: (-insight.strength, insight.id))


def standings(series: Sequence[ScoreSeries], shares: Mapping[str, float], judge: Judge = judged) -> dict[str, Standing]:
    """How each scale stands now, by key, where there are points enough; a scale without a share stays silent."""
    found = {}
    for one in series:
        share = shares.get(one.key)
        if share is None:
            continue
        now = judge(one, share)
        if isinstance(now, Standing):
            found[one.key] = now
    return found


def is_dismissed(insight: Insight, dismissed: Collection[str]) -> bool:
    """Whether one of those ids says the same; a standing change may since have been dated a quarter of a year off."""
    if insight.kind != "standing":
        return insight.id in dismissed
    what, _, dated = insight.id.rpartition(":")
    year, quarter = map(int, dated.split("-"))
    near = (4 * year + quarter - 1 + quarters for quarters in (-1, 0, 1))
    return any(f"{what}:{each // 4}-{each % 4 + 1}" in dismissed for each in near)


def _standings(series: Sequence[ScoreSeries], shares: Mapping[str, float], judge: Judge) -> list[Insight]:
    titles = {one.key: one.title for one in series}
    return [
        Insight(
            id=f"standing:{key}:{'up' if now.estimate > 0 else 'down'}:{now.first_day.year}-{_quarter(now.first_day)}",
            kind="standing",
            claim=link_sentences.named(titles[key], now.says),
            n=now.n,
            strength=1.0 + _evidence(now.e_value / now.bar) + exp(-(now.as_of - now.last_day).days / 7 / WEEKS_NEW),
            door="progress",
            door_id=key,
            scale_id=key,
            evidence=_figures(now.estimate, now.interval, e_value=now.e_value, share=now.share),
        )
        for key, now in standings(series, shares, judge).items()
        if now.claimed
    ]


def _associations(told: History, series: Sequence[ScoreSeries]) -> list[Insight]:
    strongest: dict[str, Association] = {}
    for pair in what_goes_with_what(told, series) if series else []:
        if pair.stands:
            strongest.setdefault(pair.score, pair)
    return [
        Insight(
            id=f"association:{pair.score}:{pair.feature}:{'up' if pair.estimate > 0 else 'down'}",
            kind="association",
            claim=pair.says,
            n=pair.n,
            strength=1.0 + _evidence(pair.e_value / (10.0 * pair.tested)),
            door="what_goes_with_what",
            door_id=pair.score,
            scale_id=pair.score,
            feature_id=pair.feature,
            evidence=_figures(pair.estimate, pair.interval, q_value=pair.q_value, tested=float(pair.tested)),
        )
        for pair in strongest.values()
    ]


def what_goes_with_what(history: History, series: Sequence[ScoreSeries]) -> list[Association]:
    """Every scale with everything that the seven days before had in them, one false discovery rate over all of it.

    Scales are never among the features, so that no scale explains another that shares a topic with it.
    """
    seen = patterns(history, series)
    return associations(seen.scores, seen.features, names=seen.names)


def _themes(told: History) -> list[Insight]:
    if told.themes is None:
        return []
    found = []
    for theme in told.themes.themes:
        if not (theme.recurs or theme.direction):
            continue
        n = int((told.themes.weights[theme.id] >= THEME_PRESENT).sum())
        found.append(
            Insight(
                id=f"theme:{theme.id}:{theme.direction or 'recurs'}",
                kind="theme",
                claim=link_sentences.theme(name=str(theme.name), n=n, direction=theme.direction),
                n=n,
                strength=1.4 if theme.direction else 1.0 + min(n, 100) / 1000,
                door="themes",
                door_id=str(theme.id),
                feature_id=f"theme:{theme.id}",
            )
        )
    return found


def _counts(entries: Sequence[Entry]) -> list[Insight]:
    beliefs = _pairs(entries, THOUGHT, "belief-before", "belief-after")
    risks = _pairs(entries, BRAVE_STEP, "expected", "experienced")
    found = []
    if len(beliefs) >= ENOUGH_TO_COUNT:
        lower = sum(after < before for before, after in beliefs)
        claim = link_sentences.beliefs(n=len(beliefs), lower=lower)
        found.append(_count(THOUGHT, "thoughts", "thought_records", claim, len(beliefs), lower))
    if len(risks) >= ENOUGH_TO_COUNT:
        better = sum(after < before for before, after in risks)
        claim = link_sentences.brave_steps(n=len(risks), better=better)
        found.append(_count(BRAVE_STEP, "brave_steps", "brave_steps", claim, len(risks), better))
    return found


def _count(form: str, kind: Any, door: Any, claim: str, n: int, counted: int) -> Insight:
    strength = 0.5 + min(n, 100) / 1000
    evidence = MappingProxyType({"counted": float(counted)})
    return Insight(
        id=f"count:{form}", kind=kind, claim=claim, n=n, strength=strength, door=door,
        door_id=form, evidence=evidence,
    )  # fmt: skip


def _pairs(entries: Sequence[Entry], form: str, before: str, after: str) -> list[tuple[float, float]]:
    found = []
    for entry in entries:
        start, end = entry.fields.get(before), entry.fields.get(after)
        if entry.form == form and isinstance(start, int | float) and isinstance(end, int | float):
            found.append((float(start), float(end)))
    return found


def _evidence(ratio: float) -> float:
    return min(1.0, max(0.0, log10(max(ratio, 1.0)) / 4.0))


def _quarter(day: date) -> int:
    return (day.month - 1) // 3 + 1


def _figures(estimate: float, interval: tuple[float, float] | None, **others: float) -> Mapping[str, float]:
    low, high = interval or (estimate, estimate)
    return MappingProxyType({"estimate": estimate, "low": low, "high": high, **others})
