"""The person's own questionnaires on Check in: build one, bring a file, change one, set one aside."""

from __future__ import annotations

import streamlit as st

from dashboard import session
from dashboard.components.questionnaire_builder import draw_preview, draw_problems, start_building
from dashboard.components.refusal import succeed
from dashboard.components.safe_text import as_label
from dashboard.services import check_ins, own_questionnaires
from dashboard.wording import own_questionnaires as words


def draw_own_questionnaires() -> None:
    """Draw the list of own questionnaires and the ways to a new one."""
    st.header(words.TITLE(), anchor=False)
    st.markdown(words.WHY())
    aside = check_ins.set_aside()
    for each in own_questionnaires.own():
        _draw_one(each.id, each.title, is_aside=each.id in aside)
    if st.button(words.BUILD(), icon=":material/add:", key="build"):
        start_building(None)
        st.rerun()
    with st.expander(words.BRING()):
        _draw_file()


def _draw_one(questionnaire_id: str, title: str, *, is_aside: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"own-{questionnaire_id}"):
        st.markdown(as_label(title))
        if st.button(words.CHANGE(), key=f"change-{questionnaire_id}", type="tertiary"):
            start_building(questionnaire_id)
            st.rerun()
        label = words.TAKE_BACK() if is_aside else words.PUT_ASIDE()
        if st.button(label, key=f"aside-{questionnaire_id}", type="tertiary") and succeed(
            lambda: own_questionnaires.put_aside(questionnaire_id, aside=not is_aside)
        ):
            st.rerun()


def _draw_file() -> None:
    uploaded = st.file_uploader(words.BRING(), type=["toml"], key=f"own-file-{session.get('files_brought', 0)}")
    if uploaded is None:
        return
    try:
        text = uploaded.getvalue().decode("utf-8-sig")
    except UnicodeDecodeError:
        st.warning(words.NOT_TEXT())
        return
    found, problems = own_questionnaires.check(text, uploaded.name)
    if found is None:
        draw_problems(problems)
        return
    draw_preview(found)
    if st.button(words.KEEP_FILE(), type="primary", key="own-file-keep") and succeed(
        lambda: own_questionnaires.keep(found)
    ):
        session.put("files_brought", session.get("files_brought", 0) + 1)
        session.put("check_in_note", words.KEPT())
        st.rerun()
