"""The sentences in which a result speaks: figure, n and interval, and never a cause."""

from __future__ import annotations

from datetime import date

from analysis.results import Interval, NotEnough
from assessments.language import day, number, say, say_count


def figure(value: float) -> str:
    """A figure in points as it is said: one decimal, and none below a twentieth of a point."""
    return number(value if abs(value) >= 0.05 else 0.0, 1)


def not_enough(n: int, needed: int) -> NotEnough:
    """Too few points for an answer, said without hurry."""
    says = say_count(
        "{n} check-in so far; from {needed} on there is something to say here.",
        "{n} check-ins so far; from {needed} on there is something to say here.",
        n,
        needed=number(needed),
    )
    return NotEnough(n=n, needed=needed, says=says)


def not_enough_on_a_side(n: int, needed: int, marked: date) -> NotEnough:
    """Too few points before or after a marked date; those before a new wording or situation do not count."""
    if n == 0:
        nothing = say(
            "No check-in counts on one side of {marked}; from {needed} on each side the two can be compared.",
            needed=number(needed),
            marked=day(marked),
        )
        return NotEnough(n=0, needed=needed, says=nothing)
    says = say_count(
        "Only {n} check-in on one side of {marked}; from {needed} on each side the two can be compared.",
        "Only {n} check-ins on one side of {marked}; from {needed} on each side the two can be compared.",
        n,
        needed=number(needed),
        marked=day(marked),
    )
    return NotEnough(n=n, needed=needed, says=says)


def band(*, n: int, low: float, high: float, share: float) -> str:
    """What the person's own band means."""
    return say(
        "Your usual week-to-week ups and downs: about {share} % of your {n} check-ins lie between {low} and {high}.",
        share=number(100 * share),
        n=number(n),
        low=figure(low),
        high=figure(high),
    )


def constant(*, n: int) -> str:
    """A series that never varied."""
    return say(
        "All {n} check-ins gave the same figure, so there are no ups and downs to weigh a change against.", n=number(n)
    )


def trend(*, n: int, needed: int, estimate: float, interval: Interval, claimed: bool, first: date, last: date) -> str:
    """The verdict on a straight line over the whole span."""
    if claimed:
        low, high = size_of(interval)
        if estimate > 0:
            return say(
                "From {first} to {last} it rose by about {points} points (95 % interval {low} to {high}; {n} "
                "check-ins), more than your usual week-to-week ups and downs.",
                first=day(first), last=day(last), points=figure(estimate), low=low, high=high, n=number(n),
            )  # fmt: skip
        return say(
            "From {first} to {last} it fell by about {points} points (95 % interval {low} to {high}; {n} "
            "check-ins), more than your usual week-to-week ups and downs.",
            first=day(first), last=day(last), points=figure(-estimate), low=low, high=high, n=number(n),
        )  # fmt: skip
    values = {"n": number(n), "points": figure(estimate), "low": figure(interval[0]), "high": figure(interval[1])}
    if n < needed:
        return say(
            "With {n} check-ins it is too early for a verdict; from {needed} on there can be one. The line so far: "
            "{points} points over the span (95 % interval {low} to {high}).",
            needed=number(needed),
            **values,
        )
    return say(
        "No trend beyond your usual week-to-week ups and downs in {n} check-ins. The line: {points} points over the "
        "span (95 % interval {low} to {high}).",
        **values,
    )


def change_point(
    *, n: int, needed: int, estimate: float, interval: Interval, claimed: bool, first: date, last: date
) -> str:
    """The verdict on one step."""
    if claimed:
        low, high = size_of(interval)
        if estimate > 0:
            return say(
                "Somewhere between {first} and {last} it moved up by about {points} points (95 % interval {low} to "
                "{high}; {n} check-ins), more than your usual week-to-week ups and downs.",
                first=day(first), last=day(last), points=figure(estimate), low=low, high=high, n=number(n),
            )  # fmt: skip
        return say(
            "Somewhere between {first} and {last} it moved down by about {points} points (95 % interval {low} to "
            "{high}; {n} check-ins), more than your usual week-to-week ups and downs.",
            first=day(first), last=day(last), points=figure(-estimate), low=low, high=high, n=number(n),
        )  # fmt: skip
    if n < needed:
        return say(
            "With {n} check-ins it is too early to look for a step; from {needed} on there can be a verdict.",
            n=number(n),
            needed=number(needed),
        )
    return say("No step beyond your usual week-to-week ups and downs in {n} check-ins.", n=number(n))


def difference(*, n_before: int, n_after: int, marked: date, estimate: float, interval: Interval, claimed: bool) -> str:
    """Before and after a date marked beforehand."""
    counts = {"n_before": number(n_before), "n_after": number(n_after), "marked": day(marked)}
    if not claimed:
        return say(
            "Before and after {marked} ({n_before} and {n_after} check-ins): {points} points apart (95 % interval "
            "{low} to {high}), which your usual week-to-week ups and downs can make by themselves.",
            points=figure(estimate), low=figure(interval[0]), high=figure(interval[1]), **counts,
        )  # fmt: skip
    low, high = size_of(interval)
    if estimate > 0:
        return say(
            "Since {marked} it stands about {points} points higher than before (95 % interval {low} to {high}; "
            "{n_before} check-ins before, {n_after} after), more than your usual week-to-week ups and downs. Why, this "
            "cannot tell.",
            points=figure(estimate), low=low, high=high, **counts,
        )  # fmt: skip
    return say(
        "Since {marked} it stands about {points} points lower than before (95 % interval {low} to {high}; "
        "{n_before} check-ins before, {n_after} after), more than your usual week-to-week ups and downs. Why, this "
        "cannot tell.",
        points=figure(-estimate), low=low, high=high, **counts,
    )  # fmt: skip


def standing(*, n: int, estimate: float, interval: Interval, claimed: bool, first: date, last: date) -> str:
    """What may be said at every look."""
    if not claimed:
        return say("Nothing stands out: {n} check-ins within your usual week-to-week ups and downs.", n=number(n))
    low, high = size_of(interval)
    if estimate > 0:
        return say(
            "Since some time between {first} and {last} it has stood about {points} points higher than before (95 % "
            "interval {low} to {high}; {n} check-ins), more than your usual week-to-week ups and downs.",
            first=day(first), last=day(last), points=figure(estimate), low=low, high=high, n=number(n),
        )  # fmt: skip
    return say(
        "Since some time between {first} and {last} it has stood about {points} points lower than before (95 % "
        "interval {low} to {high}; {n} check-ins), more than your usual week-to-week ups and downs.",
        first=day(first), last=day(last), points=figure(-estimate), low=low, high=high, n=number(n),
    )  # fmt: skip


def too_steady(n: int, needed: int) -> NotEnough:
    """Items that hardly ever vary."""
    says = say(
        "Over {n} check-ins fewer than three questions ever varied, so there is nothing to compare.", n=number(n)
    )
    return NotEnough(n=n, needed=needed, says=says)


def reliability(*, n: int, items: int, estimate: float, interval: Interval) -> str:
    """What within-person reliability is, in plain words."""
    return say(
        "How far these {items} questions rise and fall together from one of your check-ins to the next: {value} on a "
        "scale from 0 (each goes its own way) to 1 (all as one); 95 % interval {low} to {high}, {n} check-ins. It "
        "tells how much a movement of the sum is more than chance in single answers, for you and not for anyone else.",
        items=number(items), value=number(estimate, 2), low=number(interval[0], 2), high=number(interval[1], 2),
        n=number(n),
    )  # fmt: skip


def item(*, n: int, earlier: float, recent: float) -> str:
    """One item's latest answers beside its earlier ones."""
    return say(
        "Latest three check-ins: {recent} on average; the {n} before: {earlier}. A description, not a verdict.",
        recent=number(recent, 1),
        n=number(n - 3),
        earlier=number(earlier, 1),
    )


def size_of(interval: Interval) -> tuple[str, str]:
    """The interval of a claimed change as sizes, smaller first; a bound beyond zero keeps its sign."""
    low, high = interval if interval[0] + interval[1] > 0 else (-interval[1], -interval[0])
    return figure(low), figure(high)
