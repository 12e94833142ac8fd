"""Takes what a page still says as it is left: its words are kept, and they do not bring that page back.

Streamlit answers a change of page and a text that was sent in the same moment one by one. Where the text is second, it
runs the part of the page that was left and the window stays empty; where the text is first, the change of page takes
the place of that run before it began and the text is never seen again. What was typed in one part of a page and a
button pressed in another in the same moment come as one message about one of the parts: then the button would never be
heard. Where a tab is closed, Streamlit ends the run that its last message began, before the words in it were kept. And
it forgets which page was chosen where the shown one asks in that moment to be drawn anew or leads on by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests, ScriptRequestType
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

STREAMLITS: Final = "streamlits_own"
TYPED: Final = "json_value"
PRESSED: Final = "trigger_value"


@dataclass
class Leaving:
    """The page that a session is on or was last sent to, and what its own fields said with their last message."""

    page: str = ""
    typed: list[WidgetState] = field(default_factory=list)


_sessions: dict[str, Leaving] = {}


def listen() -> None:
    """Look at every message of every page before Streamlit does, and let it be heard to its end; once for a process."""
    ask, run, disconnect, note = streamlits_own()

    def request_rerun(own: AppSession, said: ClientState | None) -> None:
        ask(own, said if said is None else on_the_whole_page(own, on_the_wanted_page(own.id, said)))

    def run_script(own: ScriptRunner, asked: RerunData) -> None:
        run(own, on_the_shown_page(asked, own._pages_manager.current_page_script_hash))

    def disconnect_session(own: WebsocketSessionManager, session_id: str) -> None:
        with letting_its_run_end(own, session_id):
            disconnect(own, session_id)

    def note_request(own: ScriptRequests, asked: RerunData) -> bool:
        return bool(note(own, on_the_chosen_page(own, asked)))

    for ours, own_way in (
        (request_rerun, ask),
        (run_script, run),
        (disconnect_session, disconnect),
        (note_request, note),
    ):
        setattr(ours, STREAMLITS, own_way)
    patched: tuple[Any, Any, Any, Any] = AppSession, ScriptRunner, WebsocketSessionManager, ScriptRequests
    patched[0].request_rerun = request_rerun
    patched[1]._run_script = run_script
    patched[2].disconnect_session = disconnect_session
    patched[3]._request_rerun_locked = note_request


def streamlits_own() -> tuple[Any, Any, Any, Any]:
    """How Streamlit itself asks for a run, runs, disconnects and notes what is asked of a run that is under way,
    whether or not the app listens already."""
    ways = (
        AppSession.request_rerun,
        ScriptRunner._run_script,
        WebsocketSessionManager.disconnect_session,
        ScriptRequests._request_rerun_locked,
    )
    ask, run, disconnect, note = (getattr(way, STREAMLITS, way) for way in ways)
    return ask, run, disconnect, note


def on_the_wanted_page(session_id: str, said: ClientState) -> ClientState:
    """The message as it is to be taken: one of a page that was left is about the page that is wanted now."""
    here = _sessions.setdefault(session_id, Leaving())
    if not said.fragment_id:  # only a part of a page speaks of itself and never asks for another page
        here.page = said.page_script_hash
        said = _with(said, here.typed)
    elif here.page and said.page_script_hash != here.page:
        said = _sent_on(said, here.page)
    here.typed = [state for state in said.widget_states.widgets if state.WhichOneof("value") == TYPED]
    return said


def on_the_whole_page(own: AppSession, said: ClientState) -> ClientState:
    """The message as it is to be taken: one that speaks of a part while a button of another was pressed is of all."""
    known: Mapping[str, Any] = own.session_state._new_widget_state.widget_metadata
    pressed = (state.id for state in said.widget_states.widgets if state.WhichOneof("value") == PRESSED)
    if said.fragment_id and any(known[each].fragment_id != said.fragment_id for each in pressed if each in known):
        return _sent_on(said, said.page_script_hash)
    return said


def on_the_chosen_page(own: ScriptRequests, asked: RerunData) -> RerunData:
    """What is to be noted of a run that the page itself asks for: where the person has chosen another page while it was
    being drawn, that page is run."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None or context.script_requests is not own or own._state is not ScriptRequestType.RERUN:
        return asked
    chosen = own._rerun_data
    if chosen.fragment_id_queue or chosen.page_script_hash in ("", context.page_script_hash):
        return asked
    return replace(
        asked,
        query_string=chosen.query_string,
        page_script_hash=chosen.page_script_hash,
        page_name=chosen.page_name,
        fragment_id_queue=[],
        is_fragment_scoped_rerun=False,
    )


def on_the_shown_page(asked: RerunData, shown: str) -> RerunData:
    """What is to be run: a part of a page that another has taken the place of meanwhile is not; the shown one is.

    Such a message came after its page's run had led on to another page and before that one was noted.
    """
    if not asked.fragment_id_queue or not shown or asked.page_script_hash in ("", shown):
        return asked
    return replace(asked, fragment_id_queue=[], is_fragment_scoped_rerun=False, page_script_hash=shown, page_name="")


@contextmanager
def letting_its_run_end(manager: WebsocketSessionManager, session_id: str) -> Iterator[None]:
    """Within it, nothing stops what runs for that session: its last message may have come just before."""
    found = manager._active_session_info_by_id.get(session_id)
    if found is None:
        yield
        return
    own: Any = found.session
    own.request_script_stop = _let_run
    try:
        yield
    finally:
        vars(own).pop("request_script_stop", None)


def _let_run() -> None:
    """Instead of stopping the run."""


def note_page() -> None:
    """Remember which page this run draws; what was said before it has arrived with it.

    The first run of a page that is opened by its address cannot know yet which page that is; then any may speak.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context is not None:
        page = context.page_script_hash
        _sessions[context.session_id] = Leaving("" if page == context.pages_manager.main_script_hash else page)


def forget(session_id: str | None = None) -> None:
    """Let go of what the fields of that session, or of the one that is running, said last."""
    context = get_script_run_ctx(suppress_warning=True)
    _sessions.pop(session_id or (context.session_id if context else ""), None)


def _sent_on(said: ClientState, page: str) -> ClientState:
    on_page = ClientState()
    on_page.CopyFrom(said)
    on_page.fragment_id, on_page.page_script_hash, on_page.page_name = "", page, ""
    return on_page


def _with(said: ClientState, typed: list[WidgetState]) -> ClientState:
    told = {state.id for state in said.widget_states.widgets}
    untold = [state for state in typed if state.id not in told]
    if not untold:
        return said
    carrying = ClientState()
    carrying.CopyFrom(said)
    carrying.widget_states.widgets.extend(untold)
    return carrying
