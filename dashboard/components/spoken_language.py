"""Speaks the person's language wherever a script or a fragment begins: each runs on a thread that knows none yet."""

from __future__ import annotations

import os

import streamlit as st

from assessments.language import use_language
from dashboard.translations import language_for


def speak() -> None:
    """Speak the language that the browser asks for, and write dates and numbers as its locale does."""
    use_language(language_for(st.context.locale, os.environ))
