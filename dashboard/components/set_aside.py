"""Files that were set aside: what can be read in each, bringing it in, and deleting the file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessments.language import file_size, moment
from dashboard import session
from dashboard.components.readable import draw_counts
from dashboard.components.refusal import attempt, succeed
from dashboard.components.safe_text import as_label, read
from dashboard.components.unexpected import fragment
from dashboard.services import rescue
from dashboard.services.rescue import Aside
from dashboard.wording import rescue as words

LOOKED = "_looked_into:"


@fragment
def draw_set_aside() -> None:
    """List what was set aside; nothing where nothing was."""
    found = rescue.set_aside_files()
    if not found:
        return
    st.header(words.ASIDE_TITLE(), anchor=False)
    st.markdown(words.ASIDE_WHY())
    for aside in found:
        with st.container(border=True, key=f"aside-{aside.path.name}"):
            _draw_one(aside)


def _draw_one(aside: Aside) -> None:
    changed = as_label(moment(aside.changed_at)) if aside.changed_at else ""
    st.markdown(words.ASIDE_ONE(moment=changed, size=file_size(aside.size_bytes)))
    read(str(aside.path))
    with st.expander(words.LOOK_TITLE()):
        _draw_look(aside)
    with st.popover(words.ASIDE_DELETE()):
        st.markdown(words.ASIDE_DELETE_WHY())
        pressed = st.button(words.ASIDE_DELETE(), key=f"delete-aside-{aside.path.name}", type="primary")
        if pressed and succeed(partial(rescue.delete, aside)):
            st.rerun(scope="fragment")


def _draw_look(aside: Aside) -> None:
    key = aside.path.name
    st.markdown(words.LOOK_WHY())
    with st.form(f"look-{key}", border=False, clear_on_submit=True):
        passphrase = None
        if aside.needs_passphrase:
            passphrase = st.text_input(words.LOOK_PASSPHRASE(), type="password", autocomplete="current-password")
        if st.form_submit_button(words.LOOK()):
            session.put(LOOKED + key, attempt(lambda: rescue.look_into(aside, passphrase)))
    looked = session.get(LOOKED + key)
    if looked is None:
        return
    counts, unknown = looked
    draw_counts(counts)
    if unknown:
        st.markdown(words.NEW_HERE(len(unknown)))
        if st.button(words.BRING_IN(), key=f"bring-in-{key}", type="primary"):
            brought = attempt(lambda: rescue.bring_in(unknown))
            if brought is not None:
                session.put(LOOKED + key, None)
                st.success(words.BROUGHT_IN(brought))
    elif counts.total:
        st.markdown(words.NOTHING_NEW())
