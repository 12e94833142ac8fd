"""What a page says as it is left is about the page that is wanted by then, and its words arrive there."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.runtime.session_manager import ActiveSessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from dashboard import late_messages
from dashboard.late_messages import on_the_shown_page, on_the_wanted_page, on_the_whole_page
from tests.dashboard import streamlits_ways

JOURNAL, TODAY, OWN = "page-journal", "page-today", "a session"
TYPED = WidgetState(id="text", json_value='{"typed": "Half a line"}')
PRESSED = WidgetState(id="save", trigger_value=True)


def message(page: str, *widgets: WidgetState, fragment: str = "") -> ClientState:
    said = ClientState(page_script_hash=page, fragment_id=fragment)
    said.widget_states.widgets.extend(widgets)
    return said


@pytest.fixture(autouse=True)
def on_the_journal() -> None:
    late_messages.forget(OWN)
    on_the_wanted_page(OWN, message(JOURNAL))


def test_a_message_of_the_page_that_is_shown_is_left_as_it_is() -> None:
    said = message(JOURNAL, TYPED, PRESSED, fragment="sheet")
    assert on_the_wanted_page(OWN, said) is said


def test_a_text_that_comes_after_the_change_of_page_is_taken_there_and_not_back() -> None:
    on_the_wanted_page(OWN, message(TODAY))
    taken = on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet"))
    assert (taken.page_script_hash, taken.fragment_id) == (TODAY, "")
    assert list(taken.widget_states.widgets) == [TYPED]


def test_a_text_that_was_sent_just_before_the_change_of_page_comes_along_and_a_press_does_not() -> None:
    on_the_wanted_page(OWN, message(JOURNAL, TYPED, PRESSED, fragment="sheet"))
    assert list(on_the_wanted_page(OWN, message(TODAY)).widget_states.widgets) == [TYPED]


def test_a_change_of_page_that_tells_of_fields_around_the_page_is_one_nevertheless() -> None:
    around = WidgetState(id="passphrase", string_value="half of it")
    taken = on_the_wanted_page(OWN, message(TODAY, around))
    assert taken.page_script_hash == TODAY
    assert on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet")).page_script_hash == TODAY


def test_a_text_that_the_page_tells_itself_is_not_told_twice() -> None:
    newer = WidgetState(id="text", json_value='{"typed": "Half a line more"}')
    on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet"))
    assert list(on_the_wanted_page(OWN, message(JOURNAL, newer)).widget_states.widgets) == [newer]


def test_a_text_comes_along_once() -> None:
    on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet"))
    on_the_wanted_page(OWN, message(TODAY))
    on_the_wanted_page(OWN, message(TODAY, PRESSED, fragment="other"))
    assert not on_the_wanted_page(OWN, message(JOURNAL)).widget_states.widgets


def test_a_part_that_looks_again_by_itself_does_not_bring_its_page_back() -> None:
    on_the_wanted_page(OWN, message(TODAY))
    assert on_the_wanted_page(OWN, message(JOURNAL, fragment="looks again")).page_script_hash == TODAY


def test_going_back_to_the_page_that_was_left_is_not_a_late_message() -> None:
    on_the_wanted_page(OWN, message(TODAY))
    on_the_wanted_page(OWN, message(JOURNAL))
    assert on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet")).fragment_id == "sheet"


def test_another_session_is_told_nothing() -> None:
    on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet"))
    assert not on_the_wanted_page("another session", message(TODAY)).widget_states.widgets
    late_messages.forget("another session")


def test_words_that_were_sent_are_let_go_of_when_the_session_is_locked() -> None:
    on_the_wanted_page(OWN, message(JOURNAL, TYPED, fragment="sheet"))
    late_messages.forget(OWN)
    assert not on_the_wanted_page(OWN, message(TODAY)).widget_states.widgets


@dataclass
class Part:
    """What Streamlit knows of a widget: the part of the page that it belongs to."""

    fragment_id: str | None


def session_with(**parts: str | None) -> Any:
    """A session that has drawn these widgets in these parts of its page."""
    metadata = {name: Part(part) for name, part in parts.items()}
    return SimpleNamespace(session_state=SimpleNamespace(_new_widget_state=SimpleNamespace(widget_metadata=metadata)))


@pytest.mark.parametrize("part", ["sheet", None], ids=["another part", "the page itself"])
def test_a_press_that_comes_with_the_words_of_another_part_is_heard_by_the_whole_page(part: str | None) -> None:
    said = message(JOURNAL, TYPED, PRESSED, fragment="day and note")
    taken = on_the_whole_page(session_with(save=part), said)
    assert (taken.page_script_hash, taken.fragment_id) == (JOURNAL, "")
    assert list(taken.widget_states.widgets) == [TYPED, PRESSED]


def test_a_press_in_the_part_that_speaks_stays_there() -> None:
    said = message(JOURNAL, TYPED, PRESSED, fragment="sheet")
    assert on_the_whole_page(session_with(save="sheet"), said) is said
    assert on_the_whole_page(session_with(), said) is said


def test_a_page_opened_by_its_address_may_speak_before_it_is_known_which_one_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first_run = SimpleNamespace(
        session_id=OWN, page_script_hash="main", pages_manager=SimpleNamespace(main_script_hash="main")
    )
    monkeypatch.setattr(late_messages, "get_script_run_ctx", lambda **_: first_run)
    late_messages.note_page()
    said = message(JOURNAL, TYPED, fragment="sheet")
    assert on_the_wanted_page(OWN, said) is said


def test_a_part_whose_page_made_way_before_its_turn_does_not_empty_the_window() -> None:
    late = RerunData(page_script_hash=TODAY, fragment_id_queue=["looks again"], is_fragment_scoped_rerun=True)
    taken = on_the_shown_page(late, JOURNAL)
    assert (taken.page_script_hash, taken.fragment_id_queue, taken.is_fragment_scoped_rerun) == (JOURNAL, [], False)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (RerunData(page_script_hash=JOURNAL, fragment_id_queue=["sheet"]), JOURNAL),
        (RerunData(page_script_hash=TODAY), JOURNAL),
        (RerunData(page_script_hash=JOURNAL, fragment_id_queue=["sheet"]), ""),
        (RerunData(fragment_id_queue=["sheet"]), JOURNAL),
    ],
    ids=["of the shown page", "a change of page", "before any page", "of no page"],
)
def test_whatever_else_is_asked_for_is_run_as_it_was_asked_for(asked: RerunData, shown: str) -> None:
    assert on_the_shown_page(asked, shown) is asked


class Session:
    """What Streamlit's manager of sessions asks of one."""

    def __init__(self) -> None:
        self.id, self.told = OWN, list[str]()

    def request_script_stop(self) -> None:
        self.told.append("stop")

    def disconnect_file_watchers(self) -> None:
        self.told.append("disconnect")

    def clear_session_caches(self) -> None:
        """Nothing is kept there."""

    def is_resumable(self) -> bool:
        return True


@pytest.fixture
def manager(monkeypatch: pytest.MonkeyPatch) -> WebsocketSessionManager:
    """Streamlit's own manager of sessions, with one that is a stand-in."""
    streamlits_ways.restore(monkeypatch)
    nothing: Any = None
    made = WebsocketSessionManager(MemorySessionStorage(), nothing, ScriptCache(), None)
    session: Any = Session()
    made._active_session_info_by_id[OWN] = ActiveSessionInfo(client=nothing, session=session)
    return made


def test_streamlit_stops_what_runs_where_a_tab_is_closed(manager: WebsocketSessionManager) -> None:
    own: Any = manager._active_session_info_by_id[OWN].session
    manager.disconnect_session(OWN)
    assert own.told == ["stop", "disconnect"]


def test_where_the_app_listens_a_closed_tab_stops_no_run_and_the_end_of_its_session_does(
    manager: WebsocketSessionManager,
) -> None:
    late_messages.listen()
    late_messages.listen()
    own: Any = manager._active_session_info_by_id[OWN].session
    manager.disconnect_session(OWN)
    assert own.told == ["disconnect"]
    own.request_script_stop()
    assert own.told == ["disconnect", "stop"]
    manager.disconnect_session("a session that is gone")
