"""What is kept is kept whole, though something newer is asked for in its middle."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from threading import Event, Thread
from types import SimpleNamespace
from typing import cast

import pytest
from streamlit import config
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState

from dashboard import session
from dashboard.command_line.running import APP


class CutShort(BaseException):
    """What Streamlit raises where a rerun is asked for while another is under way."""


def cut_short() -> None:
    raise CutShort


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> SafeSessionState:
    """Streamlit's own state of a session in which something newer is always asked for."""
    state = SafeSessionState(SessionState(), cut_short)
    monkeypatch.setattr(session, "get_script_run_ctx", lambda **_: SimpleNamespace(session_state=state))
    monkeypatch.setattr(session, "_state", lambda: _Whole(state))
    return state


def test_a_run_is_cut_short_at_a_touch_of_the_state(impatient: SafeSessionState) -> None:
    with pytest.raises(CutShort):
        impatient["first"] = 1


def test_what_is_unbroken_is_done_to_its_end_and_the_next_touch_is_cut_short_again(impatient: SafeSessionState) -> None:
    with session.unbroken():
        impatient["first"] = 1
        impatient["second"] = 2
    with pytest.raises(CutShort):
        impatient["third"] = 3
    with session.unbroken():
        assert (impatient["first"], impatient["second"], "third" in impatient) == (1, 2, False)


def test_an_unbroken_step_within_another_leaves_the_outer_one_whole(impatient: SafeSessionState) -> None:
    with session.unbroken():
        with session.unbroken():
            impatient["first"] = 1
        impatient["second"] = 2
        assert impatient["second"] == 2


def test_a_refusal_in_the_middle_ends_it(impatient: SafeSessionState) -> None:
    with pytest.raises(OSError, match="full"), session.unbroken():
        raise OSError("full")
    with pytest.raises(CutShort):
        impatient["first"] = 1


def test_what_was_read_earlier_is_not_written_where_something_newer_is_asked_for(impatient: SafeSessionState) -> None:
    with pytest.raises(CutShort), session.unbroken(unless_newer=True):
        impatient["first"] = 1
    with session.unbroken():
        assert "first" not in impatient
        with session.unbroken(unless_newer=True):
            impatient["first"] = 1
        assert impatient["first"] == 1


def test_what_is_asked_for_during_a_run_goes_to_that_run_and_begins_no_second_one_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = tomllib.loads((APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["runner"]
    asked: list[str] = []

    def take(_: object) -> bool:
        asked.append("rerun")
        return True

    runner = SimpleNamespace(request_stop=lambda: asked.append("stop"), request_rerun=take)
    own = SimpleNamespace(
        _state=AppSessionState.APP_IS_RUNNING, _scriptrunner=runner, _create_scriptrunner=asked.append
    )
    monkeypatch.setattr(config, "get_option", lambda name: ours[name.removeprefix("runner.")])
    AppSession.request_rerun(cast(AppSession, own), None)
    assert asked == ["rerun"]


def test_two_runs_take_their_steps_one_after_the_other(impatient: SafeSessionState) -> None:
    begun, may_end, held = Event(), Event(), {"words": ""}

    def write(word: str) -> None:
        with session.unbroken():
            before = held["words"]
            begun.set()
            may_end.wait(5)
            held["words"] = before + word

    runs = [Thread(target=write, args=(word,)) for word in ("first ", "second ")]
    runs[0].start()
    begun.wait(5)
    runs[1].start()
    may_end.set()
    for run in runs:
        run.join(5)
    assert held["words"] == "first second "


def test_locking_is_never_left_half_done(impatient: SafeSessionState) -> None:
    closed: list[bool] = []
    vault = SimpleNamespace(close=lambda: closed.append(True))
    with session.unbroken():
        impatient["_opened"] = SimpleNamespace(vault=vault, kind="own")
    session.lock()
    assert closed == [True]


class _Whole:
    """The state as st.session_state shows it: its own keys, each touch one of Streamlit's."""

    def __init__(self, state: SafeSessionState) -> None:
        self.state = state

    def __iter__(self) -> Iterator[str]:
        return iter(self.state.filtered_state)

    def __delitem__(self, key: str) -> None:
        del self.state[key]

    def get(self, key: str, default: object = None) -> object:
        try:
            return self.state[key]
        except KeyError:
            return default
