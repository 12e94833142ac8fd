"""Keeps Streamlit from asking other machines who this one is, which it does when a foreign page knocks."""

from __future__ import annotations

from streamlit import net_util


def stay_on_this_machine() -> None:
    """Let Streamlit know no address but the loopback: otherwise a refused origin makes it ask an outside service."""
    net_util.get_external_ip = _no_address
    net_util.get_internal_ip = _no_address


def _no_address() -> str | None:
    return None
