"""The report of nothing, of very much, and the same twice; and its page as HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from analysis.frames import History
from assessments.records import Entry, Event, Response
from dashboard import report
from dashboard.theme import PRINT, contrast, grey
from dashboard.wording import report as words
from tests.dashboard.report.conftest import LAST_DAY, NOON, Own
from tests.dashboard.report.pdf_reading import read, text_of


def test_an_empty_vault_gives_a_kind_page(own: Own, last_month: report.Choices) -> None:
    empty = report.build(own(), last_month, made_on=LAST_DAY)
    assert words.NOTHING_YET() in empty.to_html().replace("&#x27;", "'")
    assert len(read(empty.to_pdf()).pages) == 1


def test_a_report_with_every_part_left_out_says_so(person: History, last_month: report.Choices) -> None:
    nothing = report.build(person, replace(last_month, parts=frozenset()), made_on=LAST_DAY)
    assert words.ALL_LEFT_OUT() in nothing.to_html()


def test_ten_years_still_make_a_page_or_two(own: Own) -> None:
    days = [NOON - timedelta(days=7 * week) for week in range(520, -1, -1)]
    signs = [item.id for item in own().catalogue.questionnaires["emotional-safety"].items]
    history = own(
        responses=tuple(
            Response(
                questionnaire="emotional-safety",
                version=1,
                happened_at=at,
                answers={sign: (place + week) % 5 for place, sign in enumerate(signs)},
            )
            for week, at in enumerate(days)
        ),
        entries=tuple(
            Entry(form="thought", version=1, fields={"belief-before": 80, "belief-after": 30}, happened_at=at)
            for at in days
        ),
    )
    choices = report.Choices(first_day=days[0].date(), last_day=LAST_DAY, parts=frozenset({"scores", "thoughts"}))
    pdf = report.build(history, choices, made_on=LAST_DAY).to_pdf()
    assert len(read(pdf).pages) <= 2
    assert "521 check-ins" in text_of(pdf)
    assert "521 thought records" in text_of(pdf)


def test_every_ink_is_dark_enough_on_paper_in_colour_and_in_grey() -> None:
    for palette in (PRINT, grey(PRINT)):
        inks = {"ink": palette.ink, **palette.hues}
        assert {name: ink for name, ink in inks.items() if contrast(ink, palette.card) < 4.5} == {}


def test_the_page_refers_to_nothing_outside_itself(made: report.Report) -> None:
    page = made.to_html()
    assert "default-src 'none'" in page
    assert set(re.findall(r'(?:src|href)="(\w+:)', page)) == {"data:"}
    assert "url(" not in page
    assert "@import" not in page


def test_a_claim_says_its_figure_its_n_and_its_interval_and_what_was_tested(made: report.Report) -> None:
    section = next(each for each in made.document.sections if each.title == words.CLAIMS())
    said = str(section.blocks)
    assert re.search(r"95 % interval [\d.]+ to [\d.]+; 102 check-ins", said)
    assert re.search(r"\d+ pairs tested, of which about [\d.]+ would look like something by chance", said)


def test_a_claim_is_worked_out_up_to_the_last_day_alone(person: History) -> None:
    early = person.responses[len(person.responses) // 3].happened_at.date()
    found = report.look_into(person, early)
    assert found.history.responses
    assert all(standing.as_of <= early for standing in found.standings.values())


def test_a_part_need_not_be_made_anew_while_what_it_reads_is_the_same(last_month: report.Choices) -> None:
    other_paper = replace(last_month, paper="letter", quotes=frozenset({"x"}))
    assert other_paper.read_by("scores") == last_month.read_by("scores")
    assert other_paper.read_by("themes") != last_month.read_by("themes")
    assert last_month.without("events").read_by("scores") != last_month.read_by("scores")
    assert last_month.without("practices").read_by("scores") == last_month.read_by("scores")


@pytest.mark.parametrize("part", report.PARTS)
def test_what_a_part_reads_of_the_choices_is_all_that_it_needs(
    own: Own, last_month: report.Choices, part: report.Part
) -> None:
    signs = [item.id for item in own().catalogue.questionnaires["emotional-safety"].items]
    days = [NOON - timedelta(days=7 * week) for week in range(29, -1, -1)]
    history = own(
        responses=tuple(
            Response(
                questionnaire="emotional-safety",
                version=1,
                happened_at=at,
                answers=dict.fromkeys(signs, (week % 3 > 0) + (3 if week > 14 else 0)),
            )
            for week, at in enumerate(days)
        ),
        events=(Event(name="moved house", happened_at=NOON),),
    )
    found = report.look_into(history, LAST_DAY)
    others: tuple[report.Part, ...] = ("events", "claims", "aim", "practices")
    for chosen in (last_month, *map(last_month.without, others)):
        assert report.section(part, found, chosen) == report.section(part, found, chosen.read_by(part))
