"""What may be claimed of the person's figures: worked out once for each change of the vault, shared by all screens."""

from __future__ import annotations

from collections import Counter

from analysis.associations import ENOUGH_POINTS
from analysis.changes import ENOUGH_FOR_A_STEP, has_it_changed
from analysis.days_before import patterns
from analysis.frames import MAIN_SCALE, History, ScoreSeries, ThemeWeights, error_shares, item_answers, score_series
from analysis.insights import insights, is_dismissed, standings, what_goes_with_what
from analysis.marked import AroundEvent, around_events
from analysis.reliability import item_movements, within_person_reliability
from analysis.results import (
    Association,
    HasItChanged,
    Insight,
    ItemMovement,
    NotEnough,
    Reliability,
    Standing,
)
from analysis.standings import ENOUGH_TO_STAND
from assessments.scoring import Scale
from dashboard import kept_names, session
from dashboard.charts.forest import forest_picture
from dashboard.charts.picture import Picture
from dashboard.services.background import Job
from dashboard.services.belongings import about, held, theme_searches, version
from dashboard.services.judging import judge
from dashboard.services.palette import palette
from dashboard.services.scores import scorer
from dashboard.view_models.forest import forest

MAIN_SETTING = kept_names.MAIN_SCALE
DISMISSED_SETTING = kept_names.DISMISSED_INSIGHTS
SHOWN_AT_MOST = 3
JOB = "_insights"


def main_scale() -> str:
    """The scale that has half of the error budget: the one the person chose, else the ten signs."""
    return session.remembered("main scale", version(), lambda: str(session.vault().setting(MAIN_SETTING, MAIN_SCALE)))


def has_chosen_main_scale() -> bool:
    """Whether the person said which figure matters most."""
    return session.remembered(
        "main scale is chosen", version(), lambda: session.vault().setting(MAIN_SETTING) is not None
    )


def choose_main_scale(key: str) -> None:
    """Give half of the error budget to another scale."""
    session.vault().set_setting(MAIN_SETTING, key)


def history() -> History:
    """The records as the analyses read them, up to now, with the themes where they were found."""
    everything = held()
    return History(
        catalogue=everything.catalogue,
        responses=everything.responses,
        entries=everything.entries,
        practices_done=everything.practices_done,
        events=everything.events,
        themes=_themes(),
        now=session.clock()(),
        score=scorer(),
    )


def _themes() -> ThemeWeights | None:
    if session.vault().derived("themes") is None:
        return None
    from dashboard.services import themes

    return themes.kept()


def all_series() -> dict[str, ScoreSeries]:
    """Every scale's series by its key ("emotional-safety.total"), in the catalogue's order."""
    found: dict[str, ScoreSeries] = {}
    for each in held().catalogue.newest_questionnaires():
        found |= _series_of_questionnaire(each.id)
    return found


def _series_of_questionnaire(questionnaire_id: str) -> dict[str, ScoreSeries]:
    def put_together() -> dict[str, ScoreSeries]:
        everything = held()
        answered = everything.responses_to(questionnaire_id)
        records = History(everything.catalogue, answered, (), (), (), now=session.clock()(), score=scorer())
        return {one.key: one for one in score_series(records)}

    return session.remembered(f"series of {questionnaire_id}", about(questionnaire_id), put_together)


def series_of(scale: Scale) -> ScoreSeries | None:
    """One scale's series; None before it has a figure."""
    return _series_of_questionnaire(scale.questionnaire_id).get(scale.key)


def standing_of(scale: Scale) -> Standing | None:
    """How a scale stands now, the only claim that a page keeps up; None below the points that it needs."""
    series = series_of(scale)
    if series is None:
        return None
    return session.remembered(
        f"standing {scale.key}",
        (about(scale.questionnaire_id), main_scale()),
        lambda: standings((series,), error_shares(held().catalogue, main_scale()), judge()).get(scale.key),
    )


def has_changed(scale: Scale) -> HasItChanged | NotEnough | None:
    """The answer to "has it changed?", asked once; None where there is no figure."""
    series = series_of(scale)
    if series is None:
        return None
    return session.remembered(
        f"has changed {scale.key}",
        about(scale.questionnaire_id),
        lambda: has_it_changed(series.times, series.values, low=scale.low, high=scale.high),
    )


def missing_until_asked(scale: Scale) -> int:
    """How many more check-ins "has it changed?" needs before it can answer; 0 where it can."""
    return max(0, ENOUGH_FOR_A_STEP - _days_that_count(scale))


def missing_until_told(scale: Scale) -> int:
    """How many more check-ins the claim that a page keeps up needs; 0 where it can be made."""
    return max(0, ENOUGH_TO_STAND - _days_that_count(scale))


def _days_that_count(scale: Scale) -> int:
    """On how many days there is a figure that a claim may rest on; the first check-in is none."""
    series = series_of(scale)
    return 0 if series is None else len({moment.date() for moment in series.times})


def around_marked_events(scale: Scale) -> tuple[AroundEvent, ...]:
    """Before and after each marked event, oldest first, the error rate divided among them."""
    series = series_of(scale)
    if series is None:
        return ()
    return session.remembered(f"around events {scale.key}", version(), lambda: around_events(history(), series))


def movements(questionnaire_id: str) -> tuple[ItemMovement, ...]:
    """Each item's latest answers beside its earlier ones: described, not claimed."""
    return session.remembered(
        f"movements {questionnaire_id}",
        about(questionnaire_id),
        lambda: item_movements(item_answers(history(), questionnaire_id)),
    )


def reliability(questionnaire_id: str) -> Reliability | NotEnough:
    """How far this person's check-ins on a questionnaire differ in what all its items share."""
    return session.remembered(
        f"reliability {questionnaire_id}",
        about(questionnaire_id),
        lambda: within_person_reliability(item_answers(history(), questionnaire_id)),
    )


def associations() -> list[Association]:
    """Everything tested of what goes with what, the claimed first."""
    return session.remembered(
        "associations",
        (version(), theme_searches()),
        lambda: what_goes_with_what(history(), tuple(all_series().values())),
    )


def forest_of(scale: Scale) -> Picture:
    """What goes with one scale, as a forest plot."""

    def draw() -> Picture:
        tested = [each for each in associations() if each.score == scale.key]
        names = patterns(history(), tuple(all_series().values())).names if tested else {}
        return forest_picture(forest(tested, names, standing_alone=True), palette())

    return session.remembered(f"forest {scale.key}", (version(), theme_searches(), palette()), draw)


def worked_out() -> list[Insight] | None:
    """Everything that may be said now; None while it is worked out, beside the page, once for each change."""
    key = (version(), theme_searches(), main_scale())
    job: Job[list[Insight]] | None = session.get(JOB)
    if job is None or job.key != key:
        records, main, knowing = history(), main_scale(), judge()
        job = Job(key, lambda: insights(records, main, knowing))
        session.put(JOB, job)
    return job.result()


def insights_when_ready() -> list[Insight] | None:
    """At most three sentences worth a place on Today, without those dismissed; None while they are worked out."""
    found = worked_out()
    if found is None:
        return None
    gone = set(session.vault().setting(DISMISSED_SETTING, []))
    return [each for each in found if not is_dismissed(each, gone)][:SHOWN_AT_MOST]


def is_too_early() -> bool:
    """Whether no questionnaire has the check-ins yet from which anything of it can stand out."""
    counts = Counter(response.questionnaire for response in held().responses)
    return max(counts.values(), default=0) <= ENOUGH_POINTS  # the first check-in of each is left out


def dismiss(insight: Insight) -> None:
    """Never show that insight again while it says the same thing."""
    gone = list(session.vault().setting(DISMISSED_SETTING, []))
    session.vault().set_setting(DISMISSED_SETTING, [*gone, insight.id])
