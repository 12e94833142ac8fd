"""Taking everything out on Your data: one choice, what protects the file, and one button."""

from __future__ import annotations

import streamlit as st

from dashboard.components.door import passphrase_fault
from dashboard.components.refusal import succeed
from dashboard.components.unexpected import deferred, fragment
from dashboard.services import take_out
from dashboard.services.take_out import Download
from dashboard.wording import take_out as words


@fragment
def draw_taking_out() -> None:
    """The kinds of files; the one that is chosen is made when its button is pressed."""
    kind = st.radio(
        words.KIND(),
        take_out.KINDS,
        format_func=lambda each: words.KINDS[each](),
        captions=[words.ABOUT[each]() for each in take_out.KINDS],
        key="take-out-kind",
    )
    with_history = kind in take_out.WITH_HISTORY and st.checkbox(
        words.WITH_HISTORY(), value=True, key="take-out-history"
    )
    st.markdown(words.ENCRYPTED() if kind == "sealed" else words.NOT_ENCRYPTED())
    if kind != "sealed":
        _draw_download(take_out.download(kind, with_history=with_history))
    elif made := take_out.sealed_archive(with_history=with_history):
        _draw_download(made)
    else:
        _draw_sealing(with_history=with_history)
    st.caption(words.NOT_IN_IT())


def _draw_download(file: Download) -> None:
    st.download_button(
        words.DOWNLOAD(),
        data=deferred(file.make),
        file_name=file.name,
        mime=file.mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"download-{file.name}",
    )


def _draw_sealing(*, with_history: bool) -> None:
    with st.form("seal", border=False, clear_on_submit=True):
        new = st.text_input(words.PASSPHRASE(), type="password", autocomplete="new-password")
        again = st.text_input(words.AGAIN(), type="password", autocomplete="new-password")
        pressed = st.form_submit_button(words.PREPARE())
    if not pressed:
        return
    if fault := passphrase_fault(new, again):
        st.warning(fault)
        return
    with st.spinner(words.PREPARING()):
        done = succeed(lambda: take_out.seal_archive(new, with_history=with_history))
    if done:
        st.rerun(scope="fragment")
