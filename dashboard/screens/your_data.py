"""Your data: where it is, in and out, reminders, backups, the passphrase, what was removed, erasing."""

from __future__ import annotations

import streamlit as st

from dashboard.components import your_data_parts as parts
from dashboard.components.backups import draw_backups
from dashboard.components.bring_in import draw_bringing_in
from dashboard.components.reminders import draw_reminders
from dashboard.components.set_aside import draw_set_aside
from dashboard.components.take_out import draw_taking_out
from dashboard.wording import your_data as words

st.title(words.TITLE(), anchor=False)
parts.draw_place()
draw_bringing_in()
draw_taking_out()
draw_reminders()
draw_backups()
draw_set_aside()
parts.draw_secret()
parts.draw_removed()
parts.draw_erasing()
