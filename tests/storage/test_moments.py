"""Moments survive storage on both sides of a repeated hour, and instants order them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given

from assessments.storage.moments import instant_us, read_moment, write_moment
from tests.storage.material import BERLIN, moments


@given(moments)
def test_a_moment_comes_back_with_its_wall_clock_zone_and_instant(moment: datetime) -> None:
    back = read_moment(write_moment(moment))
    assert back.replace(tzinfo=None) == moment.replace(tzinfo=None)
    assert back.utcoffset() == moment.utcoffset()
    assert getattr(back.tzinfo, "key", None) == getattr(moment.tzinfo, "key", None)
    assert instant_us(back) == instant_us(moment)


@given(moments)
def test_an_instant_is_the_microseconds_since_1970_in_utc(moment: datetime) -> None:
    offset = moment.utcoffset()
    assert offset is not None
    wall = moment.replace(tzinfo=None, fold=0) - offset
    assert instant_us(moment) == (wall - datetime(1970, 1, 1)) // timedelta(microseconds=1)  # noqa: DTZ001


def test_the_two_half_past_twos_of_an_autumn_night_stay_two() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0)
    second = first.replace(fold=1)
    assert instant_us(second) - instant_us(first) == 3_600_000_000
    assert read_moment(write_moment(second)).fold == 1
    assert read_moment(write_moment(first)).fold == 0


def test_where_a_zone_changed_its_rules_the_instant_holds() -> None:
    back = read_moment("2026-07-01T12:00:00+05:00[Europe/Berlin]")
    assert back.astimezone(UTC) == datetime(2026, 7, 1, 7, 0, tzinfo=UTC)
    assert back.tzinfo is BERLIN


def test_an_unknown_zone_leaves_the_offset() -> None:
    back = read_moment("2026-07-01T12:00:00+02:00[Mars/Olympus]")
    assert back.utcoffset() == timedelta(hours=2)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        write_moment(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        instant_us(datetime(2026, 1, 1))  # noqa: DTZ001
