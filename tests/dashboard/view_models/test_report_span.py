"""The spans of a report end today, and the paper follows the place."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.view_models.report_span import SPAN_NAMES, SpanName, named_span, usual_paper

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(("name", "days"), [("4", 28), ("12", 84), ("26", 182), ("year", 364)])
def test_a_named_span_holds_whole_weeks_and_ends_today(name: SpanName, days: int) -> None:
    first, last = named_span(name, today=TODAY, first_kept=None)
    assert last == TODAY
    assert (last - first).days + 1 == days


def test_everything_begins_with_the_first_thing_kept() -> None:
    assert named_span("all", today=TODAY, first_kept=date(2016, 1, 2)) == (date(2016, 1, 2), TODAY)


@pytest.mark.parametrize("name", SPAN_NAMES)
@pytest.mark.parametrize("first_kept", [None, date(2027, 1, 1)])
def test_no_span_is_turned_round_where_nothing_or_only_the_future_is_kept(
    name: SpanName, first_kept: date | None
) -> None:
    first, last = named_span(name, today=TODAY, first_kept=first_kept)
    assert first <= last


@pytest.mark.parametrize(("locale", "paper"), [("en_US", "letter"), ("en", "a4"), ("en_GB", "a4"), ("es_MX", "letter")])
def test_the_usual_paper_comes_first(locale: str, paper: str) -> None:
    assert usual_paper(locale) == paper
