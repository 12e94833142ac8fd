"""A page that is chosen comes, also where the shown one asks for something else in the same moment."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests

from dashboard import late_messages
from tests.dashboard import streamlits_ways

JOURNAL, TODAY, PROGRESS = "page-journal", "page-today", "page-progress"


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> ScriptRequests:
    """What is asked of the run of Today that is under way, as Streamlit itself notes it."""
    streamlits_ways.restore(monkeypatch)
    asked = ScriptRequests()
    asked.request_rerun(RerunData(page_script_hash=TODAY))
    asked.on_scriptrunner_ready()
    return asked


def ask_as_the_page(requests: ScriptRequests, monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    """The run that is under way asks for that page."""
    with monkeypatch.context() as within:
        own_run = SimpleNamespace(script_requests=requests, page_script_hash=TODAY)
        within.setattr(late_messages, "get_script_run_ctx", lambda **_: own_run)
        requests.request_rerun(RerunData(page_script_hash=page))


def run_next(requests: ScriptRequests) -> str:
    """Which page is run next."""
    request = requests.on_scriptrunner_yield()
    assert request is not None
    return request.rerun_data.page_script_hash


@pytest.fixture
def listening(requests: ScriptRequests) -> None:
    """The app looks at what is asked for."""
    late_messages.listen()


def test_streamlit_forgets_a_page_that_is_chosen_just_before_the_shown_one_asks_to_be_drawn_anew(
    requests: ScriptRequests, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests.request_rerun(RerunData(page_script_hash=PROGRESS))
    ask_as_the_page(requests, monkeypatch, TODAY)
    assert run_next(requests) == TODAY


@pytest.mark.parametrize("leads_to", [TODAY, JOURNAL], ids=["asks to be drawn anew", "leads on by itself"])
@pytest.mark.usefixtures("listening")
def test_a_page_that_is_chosen_comes_although_the_shown_one(
    requests: ScriptRequests, monkeypatch: pytest.MonkeyPatch, leads_to: str
) -> None:
    requests.request_rerun(RerunData(page_script_hash=PROGRESS))
    ask_as_the_page(requests, monkeypatch, leads_to)
    assert run_next(requests) == PROGRESS


@pytest.mark.parametrize(
    "meanwhile",
    [
        None,
        RerunData(page_script_hash=TODAY),
        RerunData(page_script_hash=PROGRESS, fragment_id="looks again"),
        RerunData(),
    ],
    ids=["nothing was asked", "a press on the page", "a part of a page", "the page by its address"],
)
@pytest.mark.usefixtures("listening")
def test_a_page_leads_on_by_itself_where_no_other_was_chosen(
    requests: ScriptRequests, monkeypatch: pytest.MonkeyPatch, meanwhile: RerunData | None
) -> None:
    if meanwhile is not None:
        requests.request_rerun(meanwhile)
    ask_as_the_page(requests, monkeypatch, JOURNAL)
    assert run_next(requests) == JOURNAL


@pytest.mark.usefixtures("listening")
def test_a_page_that_is_chosen_after_the_shown_one_led_on_comes(
    requests: ScriptRequests, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_as_the_page(requests, monkeypatch, JOURNAL)
    requests.request_rerun(RerunData(page_script_hash=PROGRESS))
    assert run_next(requests) == PROGRESS
