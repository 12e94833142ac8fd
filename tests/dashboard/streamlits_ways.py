"""Streamlit as it is by itself, whatever an earlier test had the app put in its place."""

from __future__ import annotations

import pytest
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from dashboard import late_messages


def restore(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Streamlit go its own ways; what the app puts in their place is taken back after the test."""
    ask, run, disconnect, note = late_messages.streamlits_own()
    monkeypatch.setattr(AppSession, "request_rerun", ask)
    monkeypatch.setattr(ScriptRunner, "_run_script", run)
    monkeypatch.setattr(WebsocketSessionManager, "disconnect_session", disconnect)
    monkeypatch.setattr(ScriptRequests, "_request_rerun_locked", note)
