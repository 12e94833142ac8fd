"""The road: the step that matters now, each step's latest figures, and its pictures."""

from __future__ import annotations

from collections.abc import Callable

from assessments.language import spoken_locale
from assessments.programme import Step
from dashboard import kept_names, session
from dashboard.charts.balance_map import map_picture
from dashboard.charts.brave_steps import ladder_picture, risk_picture
from dashboard.charts.bridges import bridges_picture
from dashboard.charts.life_events import with_life_events
from dashboard.charts.picture import Picture
from dashboard.charts.thoughts import beliefs_picture, feelings_picture, traps_picture
from dashboard.services import figures, lists
from dashboard.services.belongings import held, version
from dashboard.services.palette import palette
from dashboard.view_models import form_fields as ids
from dashboard.view_models import road as view_model
from dashboard.view_models.balance_map import balance_map
from dashboard.view_models.brave_steps import brave_steps
from dashboard.view_models.bridges import bridges
from dashboard.view_models.road import Done, LatestFigure, latest_figure
from dashboard.view_models.thoughts import belief_shifts, feeling_shifts, trap_months

CHOSEN_SETTING = kept_names.STEP
WISHED_SETTING = kept_names.WISHED_BALANCE
BALANCE = "balance"


def chosen_step() -> int | None:
    """The number of the step that the person marked as the one that matters now."""
    number = session.vault().setting(CHOSEN_SETTING)
    return number if isinstance(number, int) else None


def choose_step(number: int | None) -> None:
    """Mark a step as the one that matters now, or none."""
    session.vault().set_setting(CHOSEN_SETTING, number)


def done_of(step: Step) -> Done:
    """How much of the step was ever answered, written and practised."""
    everything = held()
    key = (version(), step.number)
    return session.remembered(
        f"done of step {step.number}",
        key,
        lambda: view_model.done_of(step, everything.responses, everything.entries, everything.practices_done),
    )


def latest_figures(step: Step) -> list[LatestFigure]:
    """The newest figure of every scale of the step's questionnaires that has one."""
    found: list[LatestFigure | None] = []
    for name in step.questionnaires:
        questionnaire = held().catalogue.questionnaires[name]
        scored = [(each.response, each.score) for each in figures.scored(name)]
        scales = figures.scales_of(questionnaire)
        found.extend(latest_figure(scale, questionnaire.title, scored) for scale in scales)
    return [each for each in found if each is not None]


def wished_place() -> tuple[float, float] | None:
    """Where the person would like to be on the map: autonomy and closeness."""
    held_place = session.vault().setting(WISHED_SETTING)
    return (float(held_place[0]), float(held_place[1])) if held_place else None


def wish_for(place: tuple[float, float] | None) -> None:
    """Keep where the person would like to be on the map, or that it is left open."""
    session.vault().set_setting(WISHED_SETTING, list(place) if place else None)


def pictures(step: Step) -> list[tuple[str, Picture]]:
    """The step's own pictures, each with a key."""
    drawn = {2: _thoughts, 5: _brave_steps, 6: _bridges, 7: _map}.get(step.number)
    return [] if drawn is None else drawn()


def _thoughts() -> list[tuple[str, Picture]]:
    entries = held().entries
    traps = {each.id: each.label for each in held().catalogue.thinking_traps.values()}
    return [
        ("beliefs", _drawn("beliefs", lambda: beliefs_picture(belief_shifts(entries), palette()))),
        (
            "feelings",
            _drawn("feelings", lambda: feelings_picture(feeling_shifts(entries, lists.feelings()), palette())),
        ),
        ("traps", _drawn("traps", lambda: _marked(traps_picture(trap_months(entries, traps), palette())))),
    ]


def _brave_steps() -> list[tuple[str, Picture]]:
    found = brave_steps(held().entries)
    return [
        ("ladder", _drawn("ladder", lambda: ladder_picture(found, palette()))),
        ("risk", _drawn("risk", lambda: risk_picture(found, palette()))),
    ]


def _bridges() -> list[tuple[str, Picture]]:
    stages = {choice.id: choice.label for choice in held().catalogue.forms[ids.BRIDGE].field(ids.BRIDGE_STAGE).choices}
    return [
        ("bridges", _drawn("bridges", lambda: _marked(bridges_picture(bridges(held().entries, stages), palette()))))
    ]


def _map() -> list[tuple[str, Picture]]:
    def draw() -> Picture:
        autonomy, closeness = figures.scales_of(held().catalogue.questionnaires[BALANCE])
        places = [
            (each.response.happened_at.date(), each.score.figure(autonomy.id), each.score.figure(closeness.id))
            for each in figures.scored(BALANCE)
        ]
        whole = [(day, own, near) for day, own, near in places if own is not None and near is not None]
        bands = figures.own_band(autonomy), figures.own_band(closeness)
        found = balance_map(
            [day for day, _, _ in whole],
            [own for _, own, _ in whole],
            [near for _, _, near in whole],
            low=autonomy.low,
            high=autonomy.high,
            noise=None
            if bands[0] is None or bands[1] is None
            else ((bands[0].high - bands[0].low) / 2, (bands[1].high - bands[1].low) / 2),
            wished=wished_place(),
        )
        return map_picture(found, palette())

    return [("map", _drawn("map", draw))]


def _drawn(name: str, draw: Callable[[], Picture]) -> Picture:
    return session.remembered(f"road:{name}", (version(), palette(), spoken_locale()), draw)


def _marked(picture: Picture) -> Picture:
    return with_life_events(picture, held().events, palette())
