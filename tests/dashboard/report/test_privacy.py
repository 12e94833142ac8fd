"""What a report tells: counts and names by default, a sentence only where it was ticked, and parts as chosen."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from analysis.frames import History
from analysis.theme_collection import Themes
from assessments.records import Entry, Event, PracticeDone
from dashboard import report
from dashboard.report.themes import quotes_on_offer
from tests.dashboard.report.conftest import LAST_DAY, NOON, Own
from tests.dashboard.report.pdf_reading import text_of


def sentences_of(history: History) -> set[str]:
    """Every piece of text in the entries that is long enough to be somebody's sentence, and every note and title."""
    texts = [value for entry in history.entries for value in entry.fields.values() if isinstance(value, str)]
    texts += [entry.title for entry in history.entries]
    for records in (history.responses, history.practices_done, history.events):
        texts += [record.note for record in records]
    pieces = (piece.strip() for text in texts for piece in re.split(r"[.!?\n]+", text))
    return {" ".join(piece.split()) for piece in pieces if len(piece) > 15}


def test_no_journal_text_is_in_it_by_default(made: report.Report, person: History) -> None:
    kept = sentences_of(person)
    assert len(kept) > 100
    page, printed = made.to_html(), text_of(made.to_pdf())
    assert [piece for piece in kept if piece in page or piece in printed] == []


def test_a_line_is_quoted_only_where_it_is_ticked(recent: History) -> None:
    choices = report.Choices(first_day=recent.entries[0].happened_at.date(), last_day=LAST_DAY)
    offered = quotes_on_offer(recent, choices)
    assert len(offered) > 2
    ticked = offered[1]
    page = report.build(recent, replace(choices, quotes=frozenset({ticked.id})), made_on=LAST_DAY).to_html()
    assert page.count("<blockquote") == len([each for each in offered if each.id == ticked.id])
    others = {each.text for each in offered} - {ticked.text}
    assert [text for text in others if text in page] == []


def test_a_line_that_is_not_on_offer_cannot_be_quoted(recent: History) -> None:
    choices = report.Choices(
        first_day=LAST_DAY, last_day=LAST_DAY, quotes=frozenset({each.id for each in _all_offered(recent)})
    )
    assert "<blockquote" not in report.build(recent, choices, made_on=LAST_DAY).to_html()


def _all_offered(history: History) -> tuple[report.OfferedQuote, ...]:
    first = history.entries[0].happened_at.date()
    return quotes_on_offer(history, report.Choices(first_day=first, last_day=LAST_DAY))


def test_past_experiences_are_offered_only_where_they_are_allowed(recent: History) -> None:
    def as_experience(entry: Entry) -> Entry:
        texts = [value for value in entry.fields.values() if isinstance(value, str)]
        return replace(entry, form="experience", version=1, fields={"what-happened": "\n".join(texts)})

    past = replace(recent, entries=tuple(as_experience(entry) for entry in recent.entries))
    choices = report.Choices(first_day=past.entries[0].happened_at.date(), last_day=LAST_DAY)
    assert quotes_on_offer(past, choices) == ()
    assert len(quotes_on_offer(past, replace(choices, experience_allowed=True))) > 2


@pytest.mark.parametrize("left_out", report.PARTS)
def test_every_part_can_be_left_out(own: Own, last_month: report.Choices, left_out: report.Part) -> None:
    history = own(
        practices_done=(PracticeDone(practice="patience", happened_at=NOON),),
        events=(Event(name="moved house", happened_at=NOON),),
        entries=(Entry(form="thought", version=1, fields={"belief-before": 80, "belief-after": 30}, happened_at=NOON),),
    )
    every = report.build(history, last_month, made_on=LAST_DAY)
    fewer = report.build(history, replace(last_month, parts=last_month.parts - {left_out}), made_on=LAST_DAY)
    assert set(fewer.parts) == set(every.parts) - {left_out}
    if left_out == "events":
        assert "moved house" in every.to_html()
        assert "moved house" not in fewer.to_html()


def test_a_marked_event_leaves_the_chart_with_its_part(person: History) -> None:
    first, last = person.events[0].happened_at.date(), person.events[-1].happened_at.date()
    shown = report.Choices(first_day=first, last_day=last, parts=frozenset({"scores", "events"}))
    hidden = replace(shown, parts=frozenset({"scores"}))
    with_events, without = (_pictures(person, choices) for choices in (shown, hidden))
    assert all(event.name in with_events for event in person.events)
    assert all(event.name not in without for event in person.events)


def _pictures(history: History, choices: report.Choices) -> str:
    document = report.build(history, choices, made_on=LAST_DAY).document
    return str([section.blocks for section in document.sections])


def test_records_outside_the_span_are_left_out(own: Own) -> None:
    history = own(events=(Event(name="moved house", happened_at=NOON),))
    before = report.Choices(first_day=NOON.date().replace(day=1), last_day=NOON.date().replace(day=19))
    assert report.build(history, before, made_on=LAST_DAY).parts == ("caveats",)


def test_a_turned_span_and_an_unknown_part_are_refused() -> None:
    with pytest.raises(ValueError, match="first day"):
        report.Choices(first_day=LAST_DAY, last_day=NOON.date())
    with pytest.raises(ValueError, match="mood"):
        report.Choices(first_day=LAST_DAY, last_day=LAST_DAY, parts=frozenset({"mood"}))  # type: ignore[arg-type]


def test_a_name_that_a_program_gave_a_theme_names_nobody(recent: History) -> None:
    themes = recent.themes
    assert isinstance(themes, Themes)
    person, thing = themes.themes[0].terms[0], themes.themes[0].terms[1]
    given = replace(
        themes,
        themes=(
            replace(themes.themes[0], name=f"{person}, {thing}"),
            replace(themes.themes[1], name=f"about {person}", name_is_own=True),
            *themes.themes[2:],
        ),
        model=replace(themes.model, people={"a-stem": person}),
    )
    found = report.look_into(replace(recent, themes=given), LAST_DAY).history.themes
    assert isinstance(found, Themes)
    assert person not in found.themes[0].name
    assert thing in found.themes[0].name
    assert found.themes[1].name == f"about {person}"
