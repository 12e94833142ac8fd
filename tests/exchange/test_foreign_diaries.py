"""Diaries of other apps, old and new variants, read as their owners wrote them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assessments.catalogue import load
from assessments.exchange.plan import plan
from assessments.exchange.readers import READERS, read, recognise
from assessments.exchange.reading import MoodLabel, Options, Reading
from assessments.records import Entry

FOREIGN = Path(__file__).parent.parent / "fixtures" / "foreign"
BERLIN = ZoneInfo("Europe/Berlin")


def reading(name: str, **options: Any) -> Reading:
    return read(FOREIGN / name, Options(zone=BERLIN, catalogue=load(), **options))


def entries(found: Reading) -> list[Entry]:
    return [record for record in found.records if isinstance(record, Entry)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("daylio_2025.csv", "daylio"),
        ("daylio_2018.csv", "daylio"),
        ("day_one.json", "day_one"),
        ("jrnl.json", "jrnl"),
        ("jrnl_folder", "jrnl"),
        ("jrnl_1.txt", "jrnl"),
        ("bearable.csv", "bearable"),
        ("bearable_2023.csv", "bearable"),
        ("notes", "markdown"),
        ("fhir_questionnaire.json", "fhir"),
        ("fhir_responses.json", "fhir"),
    ],
)
def test_a_format_is_told_by_its_content_and_reading_it_twice_adds_nothing(name: str, expected: str) -> None:
    path = FOREIGN / name
    assert recognise(path) == expected
    if path.is_file() and path.suffix != ".md":
        assert recognise(path.read_bytes(), "upload.bin") == expected
    first = plan(reading(name))
    again = plan(reading(name), {record.id for record in first.to_add})
    assert again.to_add == ()
    assert again.already_there == len(first.to_add)
    assert {record.import_id for record in first.to_add} <= {first.import_id}
    assert again.import_id != first.import_id


def test_daylio_is_read_by_header_name_with_markup_scales_and_a_12_hour_clock() -> None:
    found = reading("daylio_2025.csv", moods={"Wonderful": 5, "meh": 3})
    first, second, third = entries(found)
    assert first.fields["text"] == "One line\ntwo & three\n\n- tea\n- rest"
    assert (first.title, first.tags, first.mood) == ("First spring day", ("walk", "movies / tv"), 5)
    assert (first.fields["scale: Sleep quality"], first.fields["scale: Weight"]) == (4, 70.5)
    assert second.happened_at.isoformat() == "2025-03-29T21:05:00+01:00"
    assert second.fields["text"] == "<script>alert(1)</script>"
    assert (third.fields["text"], third.mood, third.fields["mood label"]) == ('said "no"', None, "awful")
    assert found.mapping_needed == (MoodLabel("awful", 1, 1),)
    assert [(doubt.line, doubt.record is not None) for doubt in found.doubtful] == [(5, False), (6, True)]


def test_an_older_daylio_export_has_its_year_apart_and_its_date_in_any_language() -> None:
    found = entries(reading("daylio_2018.csv"))
    assert [each.happened_at.strftime("%Y-%m-%d %H:%M") for each in found] == [
        "2018-05-18 23:54",
        "2018-05-17 00:05",
        "2018-05-16 07:30",
    ]


@pytest.mark.parametrize(
    ("name", "expected"), [("daylio_2025.csv", "daylio"), ("jrnl.json", "jrnl"), ("fhir_questionnaire.json", "fhir")]
)
def test_a_file_alone_in_a_zip_is_read_as_if_it_were_unpacked(name: str, expected: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.write(FOREIGN / name, f"export/{name}")
        packed.writestr("__MACOSX/._x", "")
    assert recognise(target.getvalue()) == expected
    found = read(target.getvalue(), Options(zone=BERLIN, catalogue=load()))
    assert [record.id for record in found.records] == [record.id for record in reading(name).records]
    assert {doubt.file for doubt in found.doubtful} <= {name}


def test_giving_a_mood_another_level_does_not_make_another_entry() -> None:
    one, two = reading("daylio_2025.csv", moods={"meh": 3}), reading("daylio_2025.csv", moods={"meh": 2})
    assert [record.id for record in one.records] == [record.id for record in two.records]


def test_a_stroke_within_an_activity_and_a_narrow_space_before_pm_are_read_as_they_were_meant() -> None:
    row = "2025-01-01,1 Jan,Wed,9:05\u202fPM,good,tv|film | walk |,note\n"
    (entry,) = entries(read(f"full_date,date,weekday,time,mood,activities,note\n{row}".encode()))
    assert entry.tags == ("tv|film", "walk")
    assert (entry.happened_at.hour, entry.happened_at.minute) == (21, 5)


def test_two_rows_that_are_the_same_are_both_kept() -> None:
    row = b"2025-01-01,1,Wed,10:00,good,,same\n"
    found = read(b"full_date,date,weekday,time,mood,activities,note\n" + row + row)
    assert len({record.id for record in found.records}) == 2


def test_day_one_keeps_each_entrys_zone_and_counts_what_stays_behind() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.write(FOREIGN / "day_one.json", "Journal.json")
        packed.writestr("photos/0.jpeg", b"\xff\xd8")
    found = read(target.getvalue(), Options(zone=BERLIN))
    walk, silent, old = entries(found)
    assert found.format == "day_one"
    assert found.media_left_behind == 2
    assert walk.happened_at.isoformat() == "2024-01-01T21:04:05-06:00"
    assert (walk.title, walk.fields["text"]) == ("A long walk", "It was 5.5 km.\nThen home!")
    assert walk.tags == ("winter", "family", "starred")
    assert walk.fields["place"] == "Lake Path, Evanston, United States"
    assert silent.fields["text"] == ""
    assert old.fields["text"] == r"Old export, literal \* stays"
    assert [doubt.record is None for doubt in found.doubtful] == [False, True]


def test_jrnl_says_the_same_in_json_and_in_its_folder() -> None:
    as_json, in_folder = entries(reading("jrnl.json")), entries(reading("jrnl_folder"))
    assert as_json[0].title == in_folder[0].title == "A quiet morning."
    assert as_json[0].tags == in_folder[0].tags == ("anna",)
    assert as_json[1].tags == ("work", "home", "starred")
    assert in_folder[1].happened_at.strftime("%H:%M") == "21:10"
    assert (in_folder[1].title, in_folder[1].tags) == ("Evening", ("starred",))
    assert [each.title for each in entries(reading("jrnl_1.txt"))] == ["My title", "Other"]


def test_bearable_rows_of_one_part_of_a_day_become_one_entry() -> None:
    found = reading("bearable.csv", moods={"4": 4})
    morning, evening, whole_day, ten = entries(found)
    assert morning.fields == {"text": "behind the eyes", "Mood": 4, "Symptom: Headache": 2}
    assert (morning.mood, evening.mood) == (4, None)
    assert whole_day.fields["Sleep: hours"] == 7.5
    assert whole_day.tags == ("Coffee", "Walk")
    assert (ten.happened_at.hour, ten.happened_at.minute) == (10, 23)
    assert [label.label for label in found.mapping_needed] == ["2"]
    assert [doubt.line for doubt in found.doubtful] == [8]


def test_a_date_that_could_be_two_is_doubtful_until_the_person_says_which() -> None:
    header = b"date,weekday,time of day,category,rating/amount,detail,notes\n"
    file = header + b"03/04/2021,Sat,am,Mood,3,,\n"
    assert read(file).records == ()
    assert read(file, Options(day_first=True)).records[0].happened_at.month == 4
    assert read(file, Options(day_first=False)).records[0].happened_at.month == 3


def test_markdown_notes_take_date_and_title_from_their_name_and_tags_from_their_front_matter() -> None:
    found = reading("notes")
    heading, walk, dated = entries(found)
    assert (heading.title, heading.tags) == ("No", ("yes", "home", "long walk"))
    assert heading.fields["text"] == "# Heading\n\nText with <b>tags</b> and ![[photo.png]]."
    assert walk.title == "A walk"
    assert (dated.happened_at.isoformat(), dated.tags) == ("2024-02-07T18:30:00+01:00", ("one", "two"))
    assert found.media_left_behind == 1
    assert [doubt.file for doubt in found.doubtful] == ["2024-03-01.md", "list.md"]


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("DD.MM.YYYY", "07.02.2024.md"),
        ("YYYY/MM/YYYY-MM-DD", "2024/02/2024-02-07.md"),
        ("YYYY/MM-MMMM/DD", "2024/02-February/07.md"),
        ("dddd, D MMMM YYYY", "Wednesday, 7 February 2024.md"),
        ("[Journal] YYYYMMDD HHmm", "Journal 20240207 0915.md"),
        ("*/YYYY-MM-DD", "daily/2024-02-07 later.md"),
    ],
)
def test_a_person_can_set_the_pattern_of_their_file_names(tmp_path: Path, pattern: str, name: str) -> None:
    note = tmp_path / name
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text("a note")
    found = read(tmp_path, Options(date_pattern=pattern), format_name="markdown")
    assert [each.happened_at.date().isoformat() for each in found.records] == ["2024-02-07"]


def test_a_pattern_without_a_day_is_refused() -> None:
    found = read(b"note", Options(date_pattern="YYYY-MM"), format_name="markdown")
    assert found.refused is not None
    assert "YYYY-MM" in found.refused


def test_what_was_removed_stays_away_and_what_differs_is_left_as_it_is() -> None:
    found = reading("jrnl.json")
    first, second = found.records
    planned = plan(found, {first.id: False, second.id: True}, kept=lambda _: first)
    assert planned.to_add == ()
    assert planned.removed_before == (first,)
    assert planned.differing == (second,)


def test_doubtful_records_are_added_only_on_a_yes() -> None:
    found = reading("daylio_2025.csv")
    unasked, accepted = plan(found), plan(found, accept_doubtful=True)
    assert len(accepted.to_add) == len(unasked.to_add) + 1
    assert [doubt.record for doubt in accepted.doubtful] == [None]


def test_every_reader_is_reached_by_name() -> None:
    assert set(READERS) == {"archive", "csv", "daylio", "day_one", "jrnl", "bearable", "markdown", "fhir"}
