"""The score over time in words: its text alternative, its table, its notes and what it says when empty."""

from __future__ import annotations

import pandas as pd

from assessments.language import day, listing, number, say, say_count
from dashboard.charts.life_events import say_marked
from dashboard.view_models.score_series import BAND_NEEDS, ScorePoint, ScoreSeries


def empty_says(series: ScoreSeries) -> str:
    """What stands in the picture's place before the first check-in."""
    return say("{title} will be drawn here after your first check-in.", title=series.title)


def alt_text(series: ScoreSeries) -> str:
    """What the picture shows, for someone who does not see it."""
    if not series.points:
        return empty_says(series)
    first, last = series.points[0], series.points[-1]
    high = number(series.high)
    if len(series.points) == 1:
        return say(
            "{title}: one check-in, {value} of {high} on {day}.",
            title=series.title,
            value=_figure(last.value),
            high=high,
            day=day(last.at.date()),
        )
    sentences = [
        say(
            "{title}: {n} check-ins from {first} to {last}, on a scale from {low} to {high}.",
            title=series.title,
            n=number(len(series.points)),
            first=day(first.at.date()),
            last=day(last.at.date()),
            low=number(series.low),
            high=high,
        ),
        say("They lie between {least} and {most}; the latest is {value}.", **_spread(series)),
    ]
    if series.band is not None:
        low, top = _figure(series.band.low), _figure(series.band.high)
        sentences.append(say("Your usual range is about {low} to {high}.", low=low, high=top))
    if series.trend is not None and series.trend.says:
        sentences.append(series.trend.says)
    if series.events:
        sentences.append(say_marked(series.events))
    sentences.extend(_seam_notes(series))
    return " ".join(sentences)


def table(series: ScoreSeries) -> pd.DataFrame:
    """One row per check-in: the day, the figure, and what is special about it."""
    return pd.DataFrame(
        {
            say("Day"): [day(p.at.date()) for p in series.points],
            say("Figure"): [round(p.value, 1) for p in series.points],
            say("Of"): [series.high for _ in series.points],
            say("Remarks"): [listing(_remarks(series, p)) for p in series.points],
        }
    )


def notes(series: ScoreSeries) -> tuple[str, ...]:
    """What the marks mean, and only those that are there."""
    if not series.points:
        return ()
    found = [say_count("{n} check-in.", "{n} check-ins.", len(series.points))]
    if series.means:
        found.append(
            say_count(
                "Each mark is the average of {n} week; its line reaches from the lowest to the highest.",
                "Each mark is the average of {n} weeks; its line reaches from the lowest to the highest.",
                series.weeks_per_mean,
            )
        )
    found.extend(_shape_notes(series))
    if len(series.points) < BAND_NEEDS and series.from_the_first:
        found.append(say("Your usual range appears from {n} check-ins on.", n=number(BAND_NEEDS)))
    if len({p.run for p in series.points}) > 1:
        found.append(say("Where the thin line breaks, there was a pause."))
    found.extend(_seam_notes(series))
    return tuple(found)


def _seam_notes(series: ScoreSeries) -> list[str]:
    worded = [day(seam.at.date()) for seam in series.seams if seam.kind == "version"]
    situated = [day(seam.at.date()) for seam in series.seams if seam.kind == "situation"]
    found = []
    if worded:
        found.append(say("Dashed line: new wording from {days} on.", days=listing(worded)))
    if situated:
        found.append(say("Dashed line: the situation changed on {days}.", days=listing(situated)))
    return found


def _shape_notes(series: ScoreSeries) -> list[str]:
    if series.means:
        return []
    found = []
    if any(p.prorated for p in series.points):
        found.append(say("Hollow: worked out from fewer answers, because some were skipped or did not come up."))
    if any(p.backfilled for p in series.points):
        found.append(say("Diamond: written down on a later day."))
    if any(p.overlapping for p in series.points):
        found.append(say("Small: its days overlap with the check-in before."))
    if any(p.because_something_happened for p in series.points):
        found.append(say("Triangle: filled in because something happened."))
    if len(series.points) > 1 and series.from_the_first:
        found.append(say("Grey square: the first one. First answers often run high, so nothing is concluded from it."))
    return found


def _remarks(series: ScoreSeries, point: ScorePoint) -> list[str]:
    named = (
        (point is series.points[0] and series.from_the_first, say("first check-in")),
        (point.prorated, say("worked out from fewer answers")),
        (point.backfilled, say("written down later")),
        (point.overlapping, say("overlaps the one before")),
        (point.because_something_happened, say("because something happened")),
        (any(s.at == point.at and s.kind == "version" for s in series.seams), say("new wording from here")),
        (any(s.at == point.at and s.kind == "situation" for s in series.seams), say("situation changed")),
    )
    return [text for holds, text in named if holds]


def _spread(series: ScoreSeries) -> dict[str, str]:
    values = [p.value for p in series.points]
    return {"least": _figure(min(values)), "most": _figure(max(values)), "value": _figure(values[-1])}


def _figure(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)
