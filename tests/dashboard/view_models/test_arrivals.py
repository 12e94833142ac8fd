"""What would come in is counted by kind, spans its days, and shows a few entries to know it by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from assessments.exchange.reading import MoodLabel
from assessments.records import Entry, Event, PracticeDone, Response
from dashboard.view_models.arrivals import LONGEST_SAMPLE, MOODS_ASKED, arrivals, asked_moods
from dashboard.view_models.removed_records import removed_records

START = datetime(2011, 1, 1, 23, 30, tzinfo=UTC)


def entry(days: int, text: str = "", title: str = "") -> Entry:
    return Entry(happened_at=START + timedelta(days=days), form="free", version=1, fields={"text": text}, title=title)


def test_every_kind_is_counted_and_the_days_are_those_of_the_wall_clock() -> None:
    late = START.astimezone(ZoneInfo("Asia/Tokyo"))
    found = arrivals(
        [
            entry(3),
            Response(happened_at=late, questionnaire="pulse", version=1, answers={}),
            PracticeDone(happened_at=START + timedelta(days=1), practice="x"),
            Event(happened_at=START + timedelta(days=1), name="x"),
        ]
    )
    assert (found.entries, found.check_ins, found.practices, found.events, found.n) == (1, 1, 1, 1, 4)
    assert (found.first, found.last) == (date(2011, 1, 2), date(2011, 1, 4))


def test_the_samples_are_the_first_one_between_and_the_last() -> None:
    found = arrivals([entry(day, f"day {day}") for day in (4, 1, 2, 0, 3)])
    assert [sample.words for sample in found.samples] == ["day 0", "day 2", "day 4"]
    assert len(arrivals([entry(0, "alone")]).samples) == 1


def test_a_sample_is_its_title_or_the_beginning_of_its_text_on_one_line() -> None:
    long = "word " * 100
    titled, cut, empty = arrivals([entry(0, "text", "A title"), entry(1, "a\nb " + long), entry(2)]).samples
    assert titled.words == "A title"
    assert cut.words.startswith("a b word")
    assert cut.words.endswith("…")
    assert len(cut.words) <= LONGEST_SAMPLE
    assert empty.words == ""


def test_nothing_has_no_days() -> None:
    assert arrivals([]).first is None


def test_only_the_most_frequent_mood_words_are_asked_about() -> None:
    labels = [MoodLabel(f"mood {n}", 1, None) for n in range(MOODS_ASKED + 3)]
    asked, left = asked_moods(labels)
    assert (len(asked), left) == (MOODS_ASKED, 3)
    assert asked_moods(labels[:2]) == (labels[:2], 0)


def test_what_came_in_together_and_was_taken_back_stands_together() -> None:
    imported = [replace(entry(n), import_id="june", source="daylio") for n in range(4)]
    alone = [entry(9), replace(entry(10), import_id="july", source="jrnl")]
    (group,), others = removed_records([alone[0], *imported, alone[1]])
    assert (group.import_id, group.source, len(group.records)) == ("june", "daylio", 4)
    assert others == alone
