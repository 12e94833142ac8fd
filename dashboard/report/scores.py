"""The figures: the main scale as a chart, every other as a row with its strip, own band and n."""

from __future__ import annotations

from typing import Final

from analysis.frames import ScoreSeries as Course
from analysis.noise import noise_band
from analysis.results import NoiseBand
from assessments.language import day, number
from assessments.questionnaire import OCCASION
from assessments.scoring import score
from dashboard.charts.score_series import score_picture
from dashboard.report.document import Block, Cell, Drawing, Section, Table, Words
from dashboard.report.material import Material
from dashboard.report.score_strip import strip_chart
from dashboard.report.svg import to_svg
from dashboard.view_models.score_series import BAND_NEEDS, OwnBand, ScoreSeries, score_series
from dashboard.wording import report as words

CHART_PX: Final = 640
CHART_HEIGHT_PX: Final = 170
CHART_MM: Final = 174.0
STRIP_MM: Final = 60.0


def scores(found: Material) -> Section | None:
    """The section; None where no check-in lies in the span."""
    shown = [each for each in found.findings.series if each is not found.aim and _n_in_span(each, found)]
    if not shown:
        return None
    main = found.main if found.main in shown else None
    blocks: list[Block] = list(main_chart(main, found)) if main is not None else []
    others = tuple(each for each in shown if each is not main)
    if others:
        blocks.append(Table(header=_header(found), rows=tuple(score_row(each, found) for each in others)))
    blocks.append(Words(text=words.SCORES_WHY(n=number(BAND_NEEDS)), quiet=True))
    return Section(title=words.SCORES(), blocks=tuple(blocks))


def main_chart(course: Course, found: Material) -> tuple[Block, ...]:
    """The main scale's picture over the span, its life events marked where that part is in the report."""
    series = span_series(course, found)
    picture = score_picture(series, found.palette, height_px=CHART_HEIGHT_PX)
    drawn = Drawing(svg=to_svg(picture.chart or {}, CHART_PX), alt=picture.alt_text, width_mm=CHART_MM)
    said = words.MAIN_FIGURE(
        title=course.title, direction=_about(course, found), n=_n_words(course, found), usual=_range(series)
    )
    return (Words(text=said), drawn, *([Words(text=" ".join(picture.notes), quiet=True)] if picture.notes else []))


def score_row(course: Course, found: Material) -> tuple[Cell, ...]:
    """One scale as a row of the table."""
    series = span_series(course, found)
    last = series.points[-1]
    return (
        Cell(text=course.title, beneath=_about(course, found)),
        Cell(drawing=score_strip_drawing(course, found)),
        Cell(text=words.LATEST_OF(value=figure(last.value), high=figure(series.high)), is_figure=True),
        Cell(text=_range(series), is_figure=True),
        Cell(
            text=number(len(series.points)),
            beneath=words.N_EVER(n=number(len(course.points))),
            is_figure=True,
        ),
    )


def score_strip_drawing(course: Course, found: Material) -> Drawing:
    """One scale's strip over the span."""
    series = span_series(course, found)
    chart = strip_chart(series, found.choices, found.palette)
    return Drawing(svg=to_svg(chart, int(chart["width"])), alt=_strip_alt(course.title, series), width_mm=STRIP_MM)


def span_series(course: Course, found: Material) -> ScoreSeries:
    """The scale over the span, with the band that all check-ins up to its end give."""
    held = [point for point in course.points if found.choices.holds(point.response.happened_at)]
    catalogue = found.history.catalogue
    scored = {
        point.response.id: score(
            catalogue.questionnaires[point.response.questionnaire, point.response.version], point.response.answers
        )
        for point in held
    }
    newest = next(q for q in catalogue.newest_questionnaires() if q.id == course.scale.questionnaire_id)
    return score_series(
        newest,
        course.scale.id,
        [point.response for point in held],
        scored,
        events=found.events if "events" in found.choices.parts else (),
        band=_band(course),
        because={point.response.id for point in held if point.response.answers.get(OCCASION)},
        from_the_first=len(held) == len(course.points),
    )


def figure(value: float) -> str:
    """A figure as it is said, without needless decimals."""
    return number(value, 0 if float(value).is_integer() else 1)


def _band(course: Course) -> OwnBand | None:
    low, high = course.scale.low, course.scale.high
    band = noise_band(course.times, course.values, low=low, high=high)
    return OwnBand(centre=band.centre, low=band.low, high=band.high) if isinstance(band, NoiseBand) else None


def _n_in_span(course: Course, found: Material) -> int:
    return sum(found.choices.holds(point.response.happened_at) for point in course.points)


def _n_words(course: Course, found: Material) -> str:
    n, ever = _n_in_span(course, found), len(course.points)
    return words.N_BOTH(n, ever=number(ever))


def _about(course: Course, found: Material) -> str:
    """Which way is easier, and whether a claim about this scale stands further down."""
    ways = {"lower": words.LOWER, "higher": words.HIGHER, "neither": words.NEITHER}
    way = ways[course.scale.easier_when]()
    standing = found.findings.standings.get(course.key) if "claims" in found.choices.parts else None
    return words.STANDS_OUT(way=way) if standing is not None and standing.claimed else way


def _range(series: ScoreSeries) -> str:
    if series.band is None:
        return words.NOT_YET_KNOWN()
    return words.RANGE(low=number(series.band.low, 1), high=number(series.band.high, 1))


def _strip_alt(title: str, series: ScoreSeries) -> str:
    values = [point.value for point in series.points]
    said = words.STRIP_ALT(
        len(values),
        title=title,
        least=figure(min(values)),
        most=figure(max(values)),
        value=figure(values[-1]),
        high=figure(series.high),
    )
    if series.band is None:
        return said
    return f"{said} " + words.STRIP_BAND(low=number(series.band.low, 1), high=number(series.band.high, 1))


def _header(found: Material) -> tuple[Cell, ...]:
    course = words.COURSE(first=day(found.choices.first_day), last=day(found.choices.last_day))
    return (
        Cell(text=words.FIGURE()),
        Cell(text=course),
        Cell(text=words.LATEST(), is_figure=True),
        Cell(text=words.USUAL(), is_figure=True),
        Cell(text=words.CHECK_INS(), is_figure=True),
    )
