"""Your data: where it is, in and out, reminders, backups, the passphrase, what was removed, erasing."""

from __future__ import annotations

import streamlit as st

from dashboard.components import your_data_parts as parts
from dashboard.components.backups import draw_backups
from dashboard.components.bring_in import draw_bringing_in
from dashboard.components.reminders import draw_reminders
from dashboard.components.removed import draw_removed
from dashboard.components.set_aside import draw_set_aside
from dashboard.components.take_out import draw_taking_out
from dashboard.wording import bring_in as bring_in_words
from dashboard.wording import reminders as reminders_words
from dashboard.wording import take_out as take_out_words
from dashboard.wording import your_data as words

st.title(words.TITLE(), anchor=False)
parts.draw_place()
st.header(bring_in_words.TITLE(), anchor=False)
draw_bringing_in()
st.header(take_out_words.TITLE(), anchor=False)
draw_taking_out()
st.header(reminders_words.TITLE(), anchor=False)
draw_reminders()
st.header(words.BACKUP(), anchor=False)
draw_backups()
draw_set_aside()
st.header(words.PASSPHRASE(), anchor=False)
parts.draw_secret()
st.header(words.REMOVED(), anchor=False)
draw_removed()
st.header(words.DELETE(), anchor=False)
parts.draw_erasing()
