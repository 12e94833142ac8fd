"""The dry run of an import: what would come in, what is doubtful, what stays behind, and words that need a level."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessments.exchange.plan import ImportPlan
from assessments.exchange.reading import MoodLabel
from assessments.language import day, listing, moment
from dashboard.components.questionnaire_builder import draw_preview
from dashboard.components.safe_text import as_label, as_option
from dashboard.services import bring_in
from dashboard.view_models.arrivals import Arrivals, Sample, arrivals, asked_moods
from dashboard.wording import bring_in as words
from dashboard.wording import today as today_words
from dashboard.wording import your_data as data_words

LINES_SHOWN = 50


def things_of(found: Arrivals, questionnaires: int = 0) -> str:
    """What comes, counted and named in one breath."""
    counted = (
        (found.entries, today_words.ENTRIES),
        (found.check_ins, today_words.CHECK_INS),
        (found.practices, data_words.PRACTICES),
        (found.events, data_words.EVENTS),
        (questionnaires, words.QUESTIONNAIRES),
    )
    return listing(say(n) for n, say in counted if n)


def draw_dry_run(planned: ImportPlan) -> bool:
    """Draw it; whether there is anything to bring in."""
    if planned.refused:
        st.warning(as_label(planned.refused))
        return False
    st.markdown(f"**{words.WOULD_COME_IN()}**")
    _draw_what_comes(planned)
    _draw_questionnaires(planned)
    for n, say in (
        (planned.already_there, words.ALREADY_THERE),
        (len(planned.differing), words.DIFFERING),
        (len(planned.to_revise), words.CORRECTED),
        (planned.media_left_behind, words.MEDIA),
        (len(planned.beside.removed), words.AS_REMOVED),
        (len(planned.beside.drafts), words.DRAFTS),
    ):
        if n:
            st.markdown(say(n))
    for line in planned.left_out:
        st.markdown(as_label(line))
    if planned.doubtful:
        with st.expander(words.DOUBTFUL(len(planned.doubtful))):
            _draw_lines([doubt.says for doubt in planned.doubtful])
    if planned.problems:
        with st.expander(words.PROBLEMS(len(planned.problems))):
            _draw_lines([problem.says for problem in planned.problems])
    return bool(
        planned.to_add
        or planned.to_revise
        or planned.questionnaires
        or planned.removed_before
        or planned.acceptable
        or planned.settings
        or planned.beside.n
    )


def _draw_what_comes(planned: ImportPlan) -> None:
    found = arrivals(planned.to_add)
    if not (found.n or planned.questionnaires or planned.settings or planned.beside.n):
        st.markdown(words.NOTHING_NEW())
    if found.first is None or found.last is None:
        return
    say = words.COMES if found.first != found.last else words.COMES_ON_ONE_DAY
    st.markdown(say(things=things_of(found), first=day(found.first), last=day(found.last)))
    if found.samples:
        st.caption("\n".join([words.SAMPLES(), "", *map(_sample_line, found.samples)]))


def _sample_line(sample: Sample) -> str:
    shown = as_label(sample.words) if sample.words else words.WITHOUT_WORDS()
    return "- " + words.SAMPLE(moment=as_label(moment(sample.moment)), words=shown)


def _draw_questionnaires(planned: ImportPlan) -> None:
    if planned.questionnaires:
        st.markdown(words.QUESTIONNAIRES_COME(len(planned.questionnaires)))
    for questionnaire in planned.questionnaires:
        with st.expander(as_label(questionnaire.title)):
            draw_preview(questionnaire)


def _draw_lines(lines: Sequence[str]) -> None:
    for line in lines[:LINES_SHOWN]:
        st.markdown("- " + as_label(line))
    if len(lines) > LINES_SHOWN:
        st.caption(words.MORE(len(lines) - LINES_SHOWN))


def ask_moods(labels: Sequence[MoodLabel], upload_id: str) -> dict[str, int]:
    """Ask for the level of each mood word, a guess set; those without one are left out."""
    asked, left = asked_moods(labels)
    if not asked:
        return {}
    st.markdown(f"**{words.MOODS()}**")
    st.markdown(words.MOODS_WHY())
    chosen: dict[str, int] = {}
    columns = st.columns(2)
    for place, each in enumerate(asked):
        with columns[place % 2]:
            level = st.selectbox(
                words.MOOD(each.n, label=as_label(each.label)),
                list(words.LEVELS),
                index=bring_in.level_to_offer(each),
                format_func=lambda level: as_option(words.LEVELS[level]()),
                key=f"mood-{upload_id}-{place}",
            )
            if level:
                chosen[each.label] = level
    if left:
        st.caption(words.MOODS_LEFT(left))
    return chosen
