"""Your data: where it is, taking it out, backups, what was removed, erasing."""

from __future__ import annotations

import streamlit as st

from dashboard.components import your_data_parts as parts
from dashboard.wording import your_data as words

st.title(words.TITLE(), anchor=False)
parts.draw_place()
parts.draw_taking_out()
parts.draw_backups()
parts.draw_removed()
parts.draw_secret()
parts.draw_erasing()
