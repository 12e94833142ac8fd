"""Bringing one's past in on Your data: a file, what it is, what it would add, and the imports that came before."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assessments.exchange.plan import ImportPlan
from assessments.language import number
from dashboard import session
from dashboard.components.dry_run import ask_moods, draw_dry_run, things_of
from dashboard.components.past_imports import draw_past_imports
from dashboard.components.refusal import attempt
from dashboard.components.safe_text import as_label
from dashboard.components.unexpected import fragment
from dashboard.seclusion import forget_session_files, largest_upload_mb
from dashboard.services import bring_in
from dashboard.services.bring_in import Brought, Choices, LastWord, Upload
from dashboard.wording import bring_in as words

WITHOUT_ZONE = ("daylio", "jrnl", "bearable", "markdown")
UPLOADS = "_uploads_done"
DAY_FIRST = {"unknown": None, "day": True, "month": False}


@fragment
def draw_bringing_in() -> None:
    """The whole section: the file, its dry run, and what came in before."""
    found = session.opened()
    if found is not None and found.kind == "demo":
        st.markdown(words.DEMO())
        return
    _draw_brought()
    st.markdown(words.WHY())
    uploaded = st.file_uploader(
        words.FILE(), key=f"bring-in-{session.get(UPLOADS, 0)}", max_upload_size=largest_upload_mb()
    )
    st.caption(words.BOUND(n=largest_upload_mb(), command=f"`{words.COMMAND}`"))
    if uploaded is None:
        bring_in.forget()
    else:
        _draw_upload(uploaded)
    draw_past_imports()


def _draw_brought() -> None:
    brought: Brought | None = session.take(bring_in.BROUGHT)
    if brought is None:
        return
    things = things_of(brought.arrivals, brought.questionnaires)
    st.success(words.CAME_IN(things=things) if things else words.REST_CAME_IN(), icon=":material/check:")
    came = brought.arrivals
    if came.entries:
        st.page_link("screens/journal.py", label=words.READ_THEM(), icon=":material/edit_note:")
    if came.check_ins:
        st.page_link("screens/progress.py", label=words.SEE_PROGRESS(), icon=":material/show_chart:")
    elif brought.questionnaires:
        st.page_link("screens/check_in.py", label=words.SEE_QUESTIONNAIRES(), icon=":material/checklist:")


def _draw_upload(uploaded: UploadedFile) -> None:
    upload: Upload | None = Upload(uploaded.file_id, uploaded.name, uploaded.getvalue())
    if upload is not None and bring_in.is_sealed(bring_in.recognised(upload)):
        upload = bring_in.opened_archive(upload) or _ask_passphrase(upload)
    if upload is None:
        return
    chosen = _ask_format(upload)
    if chosen is None:
        return
    choices = _ask_choices(upload, chosen)
    with st.spinner(words.READING()):
        planned = bring_in.dry_run(upload, choices)
    if planned.asks_day_first or choices.day_first is not None:
        st.radio(
            words.DAY_FIRST(),
            list(DAY_FIRST),
            format_func=lambda each: words.DAY_FIRST_CHOICES[each](),
            key=f"day-first-{upload.id}",
        )
    with st.container(border=True, key="dry-run"):
        if draw_dry_run(planned):
            _draw_taking_in(upload, choices, planned)


def _ask_passphrase(upload: Upload) -> Upload | None:
    with st.form("sealed", border=False):
        st.markdown(words.SEALED())
        typed = st.text_input(words.SEALED_PASSPHRASE(), type="password", autocomplete="off")
        pressed = st.form_submit_button(words.SEALED_OPEN())
    if pressed:
        refused = bring_in.open_archive(upload, typed)
        if refused:
            st.warning(as_label(refused))
        else:
            st.rerun(scope="fragment")
    return None


def _ask_format(upload: Upload) -> str | None:
    guess = bring_in.recognised(upload)
    if guess is None:
        st.warning(words.NOT_RECOGNISED())
    return st.selectbox(
        words.FORMAT(),
        bring_in.FORMATS,
        index=None if guess is None else bring_in.FORMATS.index(guess),
        format_func=lambda each: words.FORMATS[each](),
        placeholder=words.FORMAT_UNKNOWN(),
        key=f"format-{upload.id}",
    )


def _ask_choices(upload: Upload, chosen: str) -> Choices:
    zone, pattern = bring_in.own_zone(), Choices.date_pattern
    if chosen in WITHOUT_ZONE:
        zones = bring_in.zones()
        zone = st.selectbox(
            words.ZONE(), zones, index=zones.index(zone), help=words.ZONE_WHY(), key=f"zone-{upload.id}-{chosen}"
        )
    if chosen == "markdown":
        pattern = st.text_input(
            words.PATTERN(), value=pattern, help=words.PATTERN_WHY(), autocomplete="off", key=f"pattern-{upload.id}"
        )
    return Choices(
        format=chosen,
        zone=zone,
        date_pattern=pattern,
        day_first=DAY_FIRST[session.get(f"day-first-{upload.id}", "unknown")],
    )


def _draw_taking_in(upload: Upload, choices: Choices, planned: ImportPlan) -> None:
    """The mapping and the last word, in one form, so that nothing is read again for each level."""
    only_removed = not (planned.to_add or planned.to_revise or planned.questionnaires or planned.beside.n)
    with st.form("taking-in", border=False):
        levels = ask_moods(planned.mapping_needed, upload.id)
        doubtful = planned.acceptable
        word = LastWord(
            levels=levels,
            doubtful_too=bool(doubtful) and st.checkbox(words.DOUBTFUL_TOO(doubtful)),
            bring_back_removed=bool(planned.removed_before)
            and st.checkbox(words.REMOVED_BEFORE(len(planned.removed_before)), value=only_removed),
            with_settings=bool(planned.settings) and st.checkbox(words.SETTINGS(), value=True),
        )
        pressed = st.form_submit_button(words.BRING_IN(), type="primary")
    if pressed:
        _take_in(upload, choices, word)


def _take_in(upload: Upload, choices: Choices, word: LastWord) -> None:
    bar = st.progress(0.0, text=words.READING())

    def show(done: int, of: int) -> None:
        bar.progress(done / max(of, 1), text=words.WORKING(done=number(done), n=number(of)))

    brought = attempt(lambda: bring_in.take_in(upload, choices, word, show))
    bar.empty()
    if brought is not None:
        session.put(bring_in.BROUGHT, brought)
        session.put(UPLOADS, session.get(UPLOADS, 0) + 1)
        forget_session_files()
        st.rerun(scope="app")
