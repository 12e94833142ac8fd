"""Which palette the person's page wears."""

from __future__ import annotations

import streamlit as st

from dashboard.theme import DARK, LIGHT, Palette


def palette() -> Palette:
    """The palette of the theme in use, light where the browser has not said."""
    return DARK if st.context.theme.type == "dark" else LIGHT
