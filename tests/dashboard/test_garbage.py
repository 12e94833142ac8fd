"""Garbage is collected once a run has rested, and what a session let go of is gone by then."""

from __future__ import annotations

import gc
import time
import weakref
from collections.abc import Iterator
from threading import Event

import pytest

from dashboard.garbage import REST_SECONDS, Collector, let_go, spare


class Held:
    """Something that refers to itself, so that only a collection lets go of it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def by_hand() -> Iterator[None]:
    """No collection by Python itself."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("by_hand")
def test_what_a_run_left_is_collected_after_the_rest_and_not_before() -> None:
    collector = Collector()
    left = weakref.ref(Held())
    collector.note_run()
    assert left() is not None
    end = time.monotonic() + 20 * REST_SECONDS
    while left() is not None and time.monotonic() < end:
        Event().wait(0.05)
    assert left() is None


def test_while_runs_follow_each_other_nothing_is_collected() -> None:
    collected_at = list[float]()
    collector = Collector(lambda: collected_at.append(time.monotonic()))
    end = time.monotonic() + 1.5 * REST_SECONDS
    while (latest := time.monotonic()) < end:
        collector.note_run()
        Event().wait(REST_SECONDS / 20)
    assert collected_at == []
    end += 20 * REST_SECONDS
    while not collected_at and time.monotonic() < end:
        Event().wait(0.05)
    assert collected_at[0] > latest


@pytest.mark.usefixtures("by_hand")
def test_what_was_spared_is_collected_once_a_session_lets_go() -> None:
    held = Held()
    left = weakref.ref(held)
    spare()
    del held
    gc.collect()
    assert left() is not None
    let_go()
    end = time.monotonic() + 20 * REST_SECONDS
    while left() is not None and time.monotonic() < end:
        Event().wait(0.05)
    assert left() is None
