"""The score over time as a view model: what is drawn, what is special about a point, where a series breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from analysis.noise import ENOUGH_FOR_A_BAND
from assessments.questionnaire import Item, Provenance, Questionnaire, ResponseOption, Subscale
from assessments.records import Event, Response
from dashboard.view_models.moments import axis_ms
from dashboard.view_models.score_series import BAND_NEEDS, MOST_POINTS, OwnBand, ScoreSeries, score_series

VIENNA = ZoneInfo("Europe/Vienna")
START = datetime(2026, 1, 5, 21, tzinfo=VIENNA)


@dataclass(frozen=True)
class Figure:
    """A score as far as the series reads it."""

    total: float | None
    prorated_scales: frozenset[str] = frozenset()
    subscales: dict[str, float | None] = field(default_factory=dict)


def questionnaire(*, reverse: bool = False) -> Questionnaire:
    return Questionnaire(
        id="ours",
        version=2,
        title="Ours",
        lead="",
        items=tuple(Item(id=f"i{n}", text=f"Item {n}", reverse=reverse and n == 1) for n in range(4)),
        options=tuple(ResponseOption(value=v, label=label) for v, label in enumerate(("never", "sometimes", "often"))),
        recall_days=7,
        rhythm_days=7,
        provenance=Provenance(based_on="", validation="", norms="", licence=""),
        has_total=True,
        subscales=(Subscale(id="half", title="Half", item_ids=("i0", "i1")),),
    )


def answered(*days: int, version: int = 2, situation: str | None = None, written_after: int = 0) -> list[Response]:
    return [
        Response(
            questionnaire="ours",
            version=version,
            answers={"i0": 1, "i1": None} | ({"situation": situation} if situation else {}),
            happened_at=START + timedelta(days=day),
            recorded_at=START + timedelta(days=day + written_after),
        )
        for day in days
    ]


def series(responses: list[Response], **more: object) -> ScoreSeries:
    figures = {r.id: Figure(float(n % 9)) for n, r in enumerate(responses)}
    return score_series(questionnaire(), "total", responses, figures, **more)  # type: ignore[arg-type]


def test_points_are_in_the_order_of_their_instants_and_not_of_wall_clocks() -> None:
    early = Response(questionnaire="ours", version=2, answers={}, happened_at=datetime(2026, 3, 1, 9, tzinfo=VIENNA))
    late = Response(questionnaire="ours", version=2, answers={}, happened_at=datetime(2026, 3, 1, 8, 30, tzinfo=UTC))
    assert [p.response_id for p in series([late, early]).points] == [early.id, late.id]


def test_a_moment_stands_where_the_clock_on_the_wall_stood() -> None:
    assert axis_ms(datetime(2026, 7, 1, 23, tzinfo=VIENNA)) == axis_ms(datetime(2026, 7, 1, 23, tzinfo=UTC))


def test_check_ins_without_a_figure_and_other_questionnaires_are_left_out() -> None:
    other = Response(questionnaire="theirs", version=1, answers={"i0": 1}, happened_at=START)
    mine = answered(0, 7)
    figures = {mine[0].id: Figure(None), mine[1].id: Figure(3.0), other.id: Figure(4.0)}
    found = score_series(questionnaire(), "total", [other, *mine], figures)
    assert [p.value for p in found.points] == [3.0]


def test_a_scale_may_be_the_total_a_subscale_or_a_single_item() -> None:
    (response,) = answered(0)
    figures = {response.id: Figure(3.0, frozenset({"half"}), {"half": 2.5})}
    total, half, item = (score_series(questionnaire(), s, [response], figures) for s in ("total", "half", "i0"))
    assert (total.points[0].value, total.points[0].prorated, total.high) == (3.0, False, 8)
    assert (half.points[0].value, half.points[0].prorated, half.high, half.title) == (2.5, True, 4, "Half")
    assert (item.points[0].value, item.points[0].prorated, item.high) == (1.0, False, 2)


def test_an_earlier_check_in_within_the_recall_period_marks_the_later_one_as_overlapping() -> None:
    assert [p.overlapping for p in series(answered(0, 7, 11, 18)).points] == [False, False, True, False]


def test_a_check_in_written_down_on_a_later_day_is_marked_and_one_of_the_same_day_is_not() -> None:
    assert [p.backfilled for p in series(answered(0, written_after=2) + answered(7)).points] == [True, False]


def test_a_pause_longer_than_three_rhythms_breaks_the_thread_and_one_missed_week_does_not() -> None:
    assert [p.run for p in series(answered(0, 7, 21, 28, 70, 77)).points] == [0, 0, 0, 0, 1, 1]


def test_the_noise_band_is_known_from_nine_points_on() -> None:
    band = OwnBand(centre=4, low=3, high=5)
    assert series(answered(*range(0, 56, 7)), band=band).band is None
    assert series(answered(*range(0, 63, 7)), band=band).band == band


def test_a_new_version_and_a_new_situation_are_seams() -> None:
    responses = answered(0, version=1) + answered(7) + answered(14, situation="hoping")
    assert [(s.kind, s.at) for s in series(responses).seams] == [
        ("version", responses[1].happened_at),
        ("situation", responses[2].happened_at),
    ]


def test_the_scale_speaks_the_answers_words_unless_an_item_is_reversed() -> None:
    assert series(answered(0)).words == ((0.0, "never"), (4.0, "sometimes"), (8.0, "often"))
    turned = score_series(questionnaire(reverse=True), "total", answered(0), {})
    assert turned.words == ()


def test_ten_years_are_drawn_as_means_over_weeks_that_keep_every_check_in() -> None:
    found = series(answered(*range(0, 3640, 7)))
    assert 0 < len(found.means) <= MOST_POINTS and found.weeks_per_mean == 4
    assert sum(mean.n for mean in found.means) == len(found.points) == 520
    assert all(mean.low <= mean.value <= mean.high for mean in found.means)


def test_events_far_from_any_check_in_are_not_drawn() -> None:
    near, far = (Event(name=name, happened_at=START + timedelta(days=d)) for name, d in (("near", 9), ("far", 900)))
    assert [mark.label for mark in series(answered(0, 7, 14), events=[far, near]).events] == ["near"]


def test_the_usual_range_is_promised_for_when_it_can_be_worked_out() -> None:
    assert BAND_NEEDS == 1 + ENOUGH_FOR_A_BAND
