"""Your data: where it is, taking it out, backups, what was removed, erasing."""

from __future__ import annotations

import streamlit as st

from dashboard.components import your_data_parts as parts
from dashboard.components.backups import draw_backups
from dashboard.components.bring_in import draw_bringing_in
from dashboard.components.set_aside import draw_set_aside
from dashboard.wording import your_data as words

st.title(words.TITLE(), anchor=False)
parts.draw_place()
draw_bringing_in()
parts.draw_taking_out()
draw_backups()
draw_set_aside()
parts.draw_removed()
parts.draw_secret()
parts.draw_erasing()
