"""A whole vault goes out and into another one: records, own questionnaires, settings, history, and one undo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.catalogue import load, write_questionnaire_text
from assessments.exchange.archive import write_archive
from assessments.exchange.archive_reading import read_back
from assessments.exchange.reading import Options
from assessments.exchange.record_json import record_object
from assessments.questionnaire import Item
from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage import Vault, create_vault
from assessments.transfer import belongings_of, carry_out, look_at
from tests.exchange.strategies import entries, moments, texts

WHEN = datetime(2026, 5, 1, 20, tzinfo=UTC)
PULSE = load().questionnaires["pulse"]
OWN = replace(
    PULSE,
    id="own-1",
    version=1,
    title="Evenings",
    items=tuple(Item(id=f"own-1-{n}", text=f"Evening {n}") for n in range(3)),
    subscales=(),
    bands=(),
    built_in=False,
)


@pytest.fixture
def vaults(tmp_path: Path) -> Iterator[tuple[Vault, Vault]]:
    one, _ = create_vault(tmp_path / "one")
    other, _ = create_vault(tmp_path / "other")
    with one, other:
        yield one, other


def lived_in(vault: Vault) -> None:
    """A bit of everything, one record changed and one removed."""
    vault.save_questionnaire(OWN.id, OWN.version, write_questionnaire_text(OWN))
    vault.set_setting("step_that_matters", 4)
    answers = {item.id: 2 for item in OWN.items}
    vault.save(Response(happened_at=WHEN, questionnaire=OWN.id, version=1, answers=answers, note="late"))
    changed = Entry(happened_at=WHEN, form="free", version=1, fields={"text": "before"})
    gone = Event(happened_at=WHEN + timedelta(days=1), name="a move")
    for record in (changed, gone, PracticeDone(happened_at=WHEN, practice=next(iter(load().practices)))):
        vault.save(record)
    vault.revise(replace(changed, fields={"text": "after"}))
    vault.remove(gone.id)


def archive_of(vault: Vault, *, with_history: bool = False) -> bytes:
    target = io.BytesIO()
    write_archive(belongings_of(vault, with_history=with_history), target)
    return target.getvalue()


def written(vault: Vault) -> list[dict[str, object]]:
    """Every kept record as it is written, without the import that it came by."""
    everything = belongings_of(vault)
    return [record_object(record) | {"import_id": None} for record in everything.records()]


def test_everything_arrives_in_another_vault_and_one_undo_takes_it_all_back(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    planned = look_at(other, archive_of(one), Options())
    carry_out(other, planned, with_settings=True, name="archive.zip")
    assert written(other) == written(one)
    assert other.questionnaire_texts() == one.questionnaire_texts()
    assert other.settings() == one.settings()
    assert look_at(other, archive_of(one), Options()).to_add == ()

    other.undo_import(planned.import_id)
    assert (written(other), other.questionnaire_texts(), other.settings()) == ([], {}, {})


def test_the_history_goes_into_an_archive_only_where_it_was_asked_for(vaults: tuple[Vault, Vault]) -> None:
    one, _ = vaults
    lived_in(one)
    assert (read_back(archive_of(one)).removed, read_back(archive_of(one)).earlier) == ((), ())
    back = read_back(archive_of(one, with_history=True))
    assert [each.name for each in back.removed if isinstance(each, Event)] == ["a move"]
    states = [each.record.fields["text"] for each in back.earlier if isinstance(each.record, Entry)]
    assert states == ["before"]
    assert back == belongings_of(one, with_history=True)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(entries("free"), max_size=3),
    st.lists(st.builds(Event, happened_at=moments(), name=texts, note=texts), max_size=2),
)
def test_any_words_come_into_another_vault_to_the_byte(
    tmp_path_factory: pytest.TempPathFactory, some: list[Entry], events: list[Event]
) -> None:
    folder = tmp_path_factory.mktemp("vaults")
    one, _ = create_vault(folder / "one")
    other, _ = create_vault(folder / "other")
    records: list[Record] = [*(replace(entry, version=1) for entry in some), *events]
    with one, other:
        one.save_many(records)
        carry_out(other, look_at(other, archive_of(one), Options()))
        assert written(other) == written(one)
