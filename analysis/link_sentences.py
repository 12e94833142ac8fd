"""The sentences in which links, themes and plain counts speak: figure, n and interval, and never a cause."""

from __future__ import annotations

from analysis.results import Association
from analysis.sentences import figure, size_of
from assessments.language import number, say


def association(found: Association, *, score: str, feature: str) -> str:
    """One pair; the order of things in it is no claim about causes."""
    low, high = size_of(found.interval)
    named = {"score": score, "feature": feature, "low": low, "high": high, "points": figure(abs(found.estimate))}
    if not found.claimed:
        return say(
            "{score} and {feature}: no link beyond your usual week-to-week ups and downs in {n} check-ins.",
            score=score,
            feature=feature,
            n=number(found.n),
        )
    if found.numeric:
        named["n"] = number(found.n)
        if found.estimate > 0:
            return say(
                "{score} stood about {points} points higher after days with clearly more of this: {feature} (95 % "
                "interval {low} to {high}; {n} check-ins). What leads to what, this cannot tell.",
                **named,
            )
        return say(
            "{score} stood about {points} points lower after days with clearly more of this: {feature} (95 % "
            "interval {low} to {high}; {n} check-ins). What leads to what, this cannot tell.",
            **named,
        )
    named |= {"n_present": number(found.n_present), "n_absent": number(found.n_absent)}
    if found.estimate > 0:
        return say(
            "{score} stood about {points} points higher after days with this in them: {feature} (95 % interval {low} "
            "to {high}; {n_present} check-ins with, {n_absent} without). What leads to what, this cannot tell.",
            **named,
        )
    return say(
        "{score} stood about {points} points lower after days with this in them: {feature} (95 % interval {low} "
        "to {high}; {n_present} check-ins with, {n_absent} without). What leads to what, this cannot tell.",
        **named,
    )


def theme(*, name: str, n: int, direction: str | None) -> str:
    """A theme that keeps coming back, or one that rises or falls."""
    values = {"name": name, "n": number(n)}
    if direction == "rises":
        return say("You write about this more than you did: {name} (in {n} entries so far).", **values)
    if direction == "falls":
        return say("You write about this less than you did: {name} (in {n} entries so far).", **values)
    return say("This keeps coming back in what you write: {name} (in {n} entries).", **values)


def beliefs(*, n: int, lower: int) -> str:
    """A plain count of thought records."""
    return say(
        "In {lower} of {n} thought records you believed the first thought less at the end than at the start.",
        lower=number(lower),
        n=number(n),
    )


def brave_steps(*, n: int, better: int) -> str:
    """A plain count of brave steps."""
    return say("{better} of {n} brave steps went better than you had feared.", better=number(better), n=number(n))


def named(title: str, sentence: str) -> str:
    """A sentence about one scale, its name before it."""
    return say("{title}. {sentence}", title=title, sentence=sentence)
