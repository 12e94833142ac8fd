"""What a file brings is taken in only where it can stand beside what is there; the rest is told, with its line."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from unittest.mock import ANY

import pytest

from assessments.catalogue import load
from assessments.exchange.archive import write_archive, write_tables
from assessments.exchange.belongings import Belongings
from assessments.exchange.fhir_writing import write_fhir
from assessments.exchange.markdown_writing import write_markdown
from assessments.exchange.readers import read
from assessments.exchange.reading import Options, Reading
from assessments.questionnaire import Item, Questionnaire
from assessments.records import Entry, PracticeDone, Record, Response

WHEN = datetime(2026, 3, 1, 9, tzinfo=UTC)
PULSE = load().questionnaires["pulse"]


def own(title: str, questionnaire_id: str = "own-1", item: str = "own-1-calm") -> Questionnaire:
    return replace(
        PULSE,
        id=questionnaire_id,
        version=1,
        title=title,
        items=(Item(id=item, text="I was calm"), *(Item(id=f"{item}-{n}", text=f"Item {n}") for n in (2, 3))),
        subscales=(),
        bands=(),
        built_in=False,
    )


def archive(*records: Record, questionnaires: tuple[Questionnaire, ...] = ()) -> bytes:
    target = io.BytesIO()
    write_archive(belongings(*records, questionnaires=questionnaires), target)
    return target.getvalue()


def belongings(*records: Record, questionnaires: tuple[Questionnaire, ...] = ()) -> Belongings:
    return Belongings(
        responses=tuple(each for each in records if isinstance(each, Response)),
        entries=tuple(each for each in records if isinstance(each, Entry)),
        practices_done=tuple(each for each in records if isinstance(each, PracticeDone)),
        questionnaires=questionnaires,
    )


def answer(questionnaire_id: str, item: str, value: int = 2) -> Response:
    return Response(happened_at=WHEN, questionnaire=questionnaire_id, version=1, answers={item: value})


def taken(content: bytes, *there: Questionnaire) -> Reading:
    return read(content, Options(catalogue=load().with_questionnaires(*there)))


def test_an_own_questionnaire_comes_with_its_answers_and_is_known_the_second_time() -> None:
    content = archive(answer("own-1", "own-1-calm"), questionnaires=(own("Evenings"),))
    assert [each.title for each in taken(content).questionnaires] == ["Evenings"]
    assert len(taken(content).records) == len(taken(content, own("Evenings")).records) == 1


def test_another_questionnaire_of_the_same_id_comes_in_beside_it_with_its_answers() -> None:
    content = archive(answer("own-1", "own-1-calm"), questionnaires=(own("Evenings"),))
    found = taken(content, own("Mornings"))
    assert (found.problems, found.doubtful) == ((), ())
    ((arrived,), (record,)) = found.questionnaires, found.records
    assert isinstance(record, Response)
    assert (record.questionnaire, dict(record.answers)) == (arrived.id, {arrived.items[0].id: 2})
    assert arrived.id != "own-1"
    assert taken(content, own("Mornings"), arrived).records == (replace(record, import_id=ANY),)


def test_a_file_cannot_put_a_version_of_its_own_over_a_built_in_questionnaire() -> None:
    found = taken(archive(questionnaires=(replace(own("Mine"), id="pulse", version=9),)))
    assert found.questionnaires == ()
    assert "built-in" in found.problems[0].says


def test_items_that_another_questionnaire_has_keep_a_questionnaire_out() -> None:
    found = taken(archive(questionnaires=(own("Mine", "mine", PULSE.items[0].id),)))
    assert found.questionnaires == ()
    assert found.problems


@pytest.mark.parametrize(
    "record",
    [
        answer("never-heard-of", "x"),
        answer("pulse", PULSE.items[0].id, 77),
        Entry(happened_at=WHEN, form="later", version=4, fields={"text": "kept in the file"}),
        PracticeDone(happened_at=WHEN, practice="later"),
    ],
)
@pytest.mark.parametrize("write", [write_archive, write_tables, write_markdown])
def test_what_could_not_be_shown_here_is_doubtful_and_stays_out(record: Record, write: object) -> None:
    target = io.BytesIO()
    write(belongings(record), target)  # type: ignore[operator]
    found = taken(target.getvalue())
    assert found.records == ()
    (doubt,) = found.doubtful
    assert doubt.record is None
    assert doubt.file


def test_fhir_of_another_questionnaire_under_a_known_address_stays_out() -> None:
    target = io.BytesIO()
    write_fhir(belongings(answer("own-1", "own-1-calm"), questionnaires=(own("Evenings"),)), target)
    assert len(taken(target.getvalue(), own("Evenings")).records) == 1
    found = taken(target.getvalue(), own("Mornings", item="own-1-other"))
    assert (found.records, found.questionnaires) == ((), ())
    assert [doubt.record for doubt in found.doubtful] == [None]
