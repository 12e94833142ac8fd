"""Builds a questionnaire of one's own from plain lines, with a preview, every keystroke kept as a draft."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

import streamlit as st

from assessments.catalogue import Problem
from assessments.questionnaire import Direction, Questionnaire
from dashboard import session
from dashboard.components.long_text import long_text
from dashboard.components.refusal import draw_refusal, succeed
from dashboard.components.safe_text import as_label
from dashboard.components.unexpected import fragment
from dashboard.services import belongings, drafts, own_questionnaires
from dashboard.view_models.questionnaire_builder import Draft, draft_of, lines
from dashboard.wording import own_questionnaires as words

NEW = "new"
BUILDING = "building"


def start_building(questionnaire_id: str | None) -> None:
    """Open the builder for a new questionnaire, or for the next version of an own one."""
    session.put(BUILDING, questionnaire_id or NEW)


def draw_builder(building: str) -> None:
    """Draw the builder."""
    found = None if building == NEW else belongings.catalogue().questionnaires[building]
    if found is None:
        st.title(words.NEW_TITLE(), anchor=False)
    else:
        st.title(words.CHANGE_TITLE(title=as_label(found.title)), anchor=False)
        st.caption(words.NEW_VERSION())
    _draw_sheet(building, found)


@fragment
def _draw_sheet(building: str, found: Questionnaire | None) -> None:
    key = f"questionnaire:{building}"
    usual = {"lead": words.LEAD_USUAL(), "options": words.ANSWERS_USUAL(), "recall_days": 7}
    draft = drafts.current(key, draft_of(found) if found else usual)
    _ask_texts(key, draft)
    _ask_details(key, draft)
    drafts.keep(key, draft)
    draw_refusal()
    made = _made(draft, found)
    st.header(words.PREVIEW(), anchor=False)
    if made is None:
        st.markdown(words.PREVIEW_WAITS())
    else:
        draw_preview(made)
    _draw_saving(key, made)


def _ask_texts(key: str, draft: dict[str, Any]) -> None:
    for name, label, rows, hint in (
        ("title", words.NAME(), 1, ""),
        ("lead", words.LEAD(), 2, ""),
        ("questions", words.QUESTIONS(), 6, words.QUESTIONS_HINT()),
        ("options", words.ANSWERS(), 5, ""),
    ):
        draft[name] = long_text(
            label,
            value=str(draft.get(name) or ""),
            key=f"{key}/{name}",
            token=key,
            lines=rows,
            placeholder=hint,
            keep=partial(drafts.keep_text, key, (name,)),
        )


def _ask_details(key: str, draft: dict[str, Any]) -> None:
    questions = lines(draft["questions"])
    draft["recall_days"] = int(
        st.number_input(words.RECALL(), 1, 366, value=int(draft.get("recall_days") or 7), key=f"{key}/recall")
    )
    draft["reversed"] = (
        _choose(words.REVERSED(), questions, draft.get("reversed"), f"{key}/reversed") if questions else []
    )
    draft["parts"] = long_text(
        words.PARTS(),
        value=str(draft.get("parts") or ""),
        key=f"{key}/parts",
        token=key,
        lines=2,
        keep=partial(drafts.keep_text, key, ("parts",)),
    )
    held = draft.get("members") or {}
    draft["members"] = {
        part: _choose(words.PART_MEMBERS(part=as_label(part)), questions, held.get(part), f"{key}/part-{part}")
        for part in lines(draft["parts"])
    }
    sides = list(words.EASIER_CHOICES)
    side = draft.get("easier_when")
    draft["easier_when"] = st.radio(
        words.EASIER(),
        sides,
        index=sides.index(side) if side in sides else 0,
        format_func=lambda each: words.EASIER_CHOICES[each](),
        horizontal=True,
        key=f"{key}/easier",
    )


def _choose(label: str, questions: list[str], held: Any, key: str) -> list[str]:
    chosen = st.pills(
        label,
        questions,
        selection_mode="multi",
        default=[each for each in held or [] if each in questions],
        format_func=as_label,
        key=key,
    )
    return list(chosen)


def _made(draft: dict[str, Any], found: Questionnaire | None) -> Questionnaire | None:
    questions, options = lines(draft["questions"]), lines(draft["options"])
    if not (draft["title"].strip() and questions and len(options) > 1):
        return None
    typed = Draft(
        title=" ".join(draft["title"].split()),
        lead=" ".join(draft["lead"].split()) or words.LEAD_USUAL(),
        questions=questions,
        options=options,
        recall_days=draft["recall_days"],
        reversed_questions=draft["reversed"],
        parts=draft["members"],
        easier_when=cast(Direction, draft["easier_when"]),
    )
    return own_questionnaires.built(typed, found.id if found else None)


def draw_preview(questionnaire: Questionnaire) -> None:
    """Draw the questionnaire as it will be asked, without a way to answer."""
    with st.container(border=True):
        st.markdown(f"**{as_label(questionnaire.title)}**")
        st.markdown(as_label(questionnaire.lead))
        labels = [option.label for option in sorted(questionnaire.options, key=lambda each: each.value)]
        for item in questionnaire.items:
            st.radio(
                as_label(item.text),
                labels,
                index=None,
                format_func=as_label,
                horizontal=True,
                disabled=True,
                key=f"preview/{questionnaire.id}/{questionnaire.version}/{item.id}",
            )


def draw_problems(problems: tuple[Problem, ...]) -> None:
    """Name every problem at once."""
    st.warning(words.FOUND_PROBLEMS(len(problems)))
    for problem in problems:
        st.markdown("- " + as_label(problem.says))


def _draw_saving(key: str, made: Questionnaire | None) -> None:
    with st.container(horizontal=True):
        if st.button(words.SAVE(), type="primary", disabled=made is None, key="builder-keep") and made is not None:
            _save(key, made)
        if st.button(words.LEAVE(), type="tertiary", key="builder-leave"):
            drafts.forget(key)
            _close()
        with st.popover(words.DISCARD(), type="tertiary"):
            if st.button(words.DISCARD_SURE(), key="builder-discard"):
                drafts.discard(key)
                _close()


def _save(key: str, made: Questionnaire) -> None:
    problems = own_questionnaires.check_built(made)
    if problems:
        draw_problems(problems)
    elif succeed(lambda: own_questionnaires.keep(made)):
        drafts.discard(key)
        session.put("check_in_note", words.KEPT())
        _close()


def _close() -> None:
    session.take(BUILDING)
    st.rerun()
