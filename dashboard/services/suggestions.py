"""What next?: what a suggestion may draw on, gathered from the records and the standing claims."""

from __future__ import annotations

from datetime import datetime

from assessments.records import Response
from assessments.scoring import Scale
from dashboard import kept_names, session
from dashboard.services import change, check_ins, figures, road, waiting
from dashboard.services.belongings import held, version
from dashboard.view_models.suggestions import (
    AwayScale,
    ChosenStep,
    ClaimedPractice,
    LastCheckIn,
    Situation,
    Suggestion,
    UnfinishedEntry,
    is_steady,
    suggest,
)

DISMISSED_SETTING = kept_names.DISMISSED_SUGGESTIONS
PRACTICE = "practice:"


def next_one() -> Suggestion | None:
    """The one suggestion for now; None where there is none."""
    dismissed = frozenset(session.vault().setting(DISMISSED_SETTING, []))
    key = (version(), session.clock()().date())
    return session.remembered("suggestion", key, lambda: suggest(_situation(), dismissed))


def dismiss(suggestion: Suggestion) -> None:
    """Never make that suggestion again."""
    gone = list(session.vault().setting(DISMISSED_SETTING, []))
    session.vault().set_setting(DISMISSED_SETTING, [*gone, suggestion.id])


def is_steady_now() -> bool:
    """Whether coming less often is enough; False also while it is being worked out what stands away from its usual."""
    return change.worked_out() is not None and is_steady(_situation())


def _situation() -> Situation:
    everything = held()
    records = (*everything.responses[-1:], *everything.entries[-1:], *everything.practices_done[-1:])
    main_questionnaire = change.main_scale().rsplit(".", 1)[0]
    return Situation(
        now=session.clock()(),
        last_at=max((record.happened_at for record in records), default=None),
        away=_away(),
        practices=_practices(),
        step=_chosen_step(),
        unfinished=_unfinished(),
        check_ins=_check_ins(),
        main_times=[each.happened_at for each in everything.responses_to(main_questionnaire)],
    )


def _scales() -> list[Scale]:
    return [scale for each in figures.answered_questionnaires() for scale in figures.scales_of(each)]


def _away() -> list[AwayScale]:
    claimed = {each.scale_id for each in change.worked_out() or [] if each.kind == "standing"}
    return [
        AwayScale(questionnaire_id=scale.questionnaire_id, title=scale.title)
        for scale in _scales()
        if scale.key in claimed
    ]


def _practices() -> list[ClaimedPractice]:
    """Practices that go with an easier figure, where Today's insights claim it."""
    by_key = {scale.key: scale for scale in _scales()}
    known = held().catalogue.practices
    found = []
    for each in change.worked_out() or []:
        scale = by_key.get(each.scale_id or "")
        practice = known.get((each.feature_id or "").removeprefix(PRACTICE))
        if each.kind != "association" or scale is None or practice is None:
            continue
        if scale.easier_when == ("higher" if each.id.endswith(":up") else "lower"):
            found.append(ClaimedPractice(practice_id=practice.id, title=practice.title, scale_title=scale.title))
    return found


def _chosen_step() -> ChosenStep | None:
    number = road.chosen_step()
    if number is None:
        return None
    step = held().catalogue.step(number)
    moments: list[datetime] = [
        *(r.happened_at for r in held().responses if r.questionnaire in step.questionnaires),
        *(e.happened_at for e in held().entries if e.form in step.forms),
        *(d.happened_at for d in held().practices_done if d.practice in step.practices),
    ]
    return ChosenStep(number=number, title=step.title, last_at=max(moments, default=None))


def _unfinished() -> UnfinishedEntry | None:
    out_of_sight = waiting.waiting()[1:]
    if not out_of_sight:
        return None
    oldest = out_of_sight[-1]
    form = held().catalogue.forms[oldest.form, oldest.version]
    return UnfinishedEntry(entry_id=oldest.id, title=form.title, since=oldest.happened_at)


def _check_ins() -> list[LastCheckIn]:
    aside = check_ins.set_aside()
    latest: dict[str, Response] = {response.questionnaire: response for response in held().responses}
    return [
        LastCheckIn(
            questionnaire_id=each.id,
            title=each.title,
            last_at=latest[each.id].happened_at,
            rhythm_days=each.rhythm_days,
        )
        for each in figures.answered_questionnaires()
        if not each.optional and each.id not in aside
    ]
