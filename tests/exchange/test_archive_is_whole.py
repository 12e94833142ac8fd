"""A vault made from an archive is the vault that it came from, whatever was done there; nothing is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, Final, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from analysis.theme_edits import Edit, Hide, Merge, NotATheme, Rename, Split, edits_to_json
from assessments.catalogue import load
from assessments.exchange.archive_reading import read_back
from assessments.exchange.reading import Options
from assessments.exchange.record_json import KINDS, record_object
from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage import Intake, Vault, create_vault
from assessments.storage.schema import facts, metadata
from assessments.transfer import belongings_of, carry_out, look_at
from dashboard import kept_names
from dashboard.kept_settings import with_what_may_come
from tests.exchange.lived_in import archive_of, lived_in
from tests.exchange.strategies import entries, moments, texts, words

# Where each table of a vault goes in an archive, or why it does not.
TABLES: Final = {
    "records": "responses, entries, practices_done, events, removed (.json)",
    "past_revisions": "earlier_states.json",
    "drafts": "drafts.json",
    "settings": "settings.json",
    "questionnaires": "questionnaires/own",
    "derived": "worked_out.json",
    "derived_entries": "worked_out.json",
    "facts": "see FACTS",
}
# The same for each of the vault's own facts, by the beginning of its name.
FACTS: Final = {
    "import:": "imports.json; that of an archive stays behind, for its records bear the imports before it",
    "put_away_questionnaire:": "questionnaires/put_away",
    "vault_id": "stays: it is this vault's own",
    "change_count": "stays: it counts the writing of this file",
    "last_backup_count": "stays: it is about files on this computer",
    "last_backup_at": "stays: it is about files on this computer",
    "stale_backups": "stays: it is about files on this computer",
    "draft_came:": "stays: it keeps this vault from taking a draft in twice",
}

edits = st.lists(
    st.one_of(
        st.builds(Rename, theme=words, name=texts.filter(lambda name: name.isprintable())),
        st.builds(Merge, themes=st.lists(words, min_size=2, max_size=3).map(tuple)),
        *(st.builds(kind, theme=words) for kind in (Split, Hide, NotATheme)),
    ),
    max_size=3,
)
kept_settings = st.fixed_dictionaries(
    {},
    optional={
        kept_names.CONTACTS: texts,
        kept_names.STEP: st.none() | st.integers(1, 8),
        kept_names.MOOD_LEVELS: st.dictionaries(
            words, st.dictionaries(words, st.integers(1, 5), max_size=2), max_size=2
        ),
        kept_names.DISMISSED_INSIGHTS: st.lists(texts, max_size=2),
        kept_names.WISHED_BALANCE: st.none() | st.tuples(st.integers(0, 9), st.floats(0, 9)).map(list),
    },
)
pulse = st.builds(
    Response,
    happened_at=moments(),
    questionnaire=st.just("pulse"),
    version=st.just(1),
    answers=st.fixed_dictionaries(
        {}, optional={item.id: st.none() | st.integers(0, 4) for item in load().questionnaires["pulse"].items}
    ),
    note=texts,
)
some_records: st.SearchStrategy[Record] = st.one_of(
    entries("free").map(lambda entry: replace(entry, version=1)),
    pulse,
    st.builds(Event, happened_at=moments(), name=texts, note=texts),
    st.builds(PracticeDone, happened_at=moments(), practice=st.sampled_from(sorted(load().practices)), note=texts),
)


def live(vault: Vault, data: st.DataObject) -> None:
    """Do a few things in the vault, in any order."""
    for _ in range(data.draw(st.integers(1, 10))):
        do: Callable[[Vault, st.DataObject], None] = data.draw(
            st.sampled_from([save, save, bring_many_in, revise, revise, remove, restore, undo, set_something, empty])
        )
        do(vault, data)


def save(vault: Vault, data: st.DataObject) -> None:
    vault.save(replace(data.draw(some_records), import_id=None))
    vault.save_draft(data.draw(words), {"text": data.draw(texts)})


def bring_many_in(vault: Vault, data: st.DataObject) -> None:
    import_id = data.draw(st.sampled_from(["june", "july"]))
    many = [replace(record, import_id=import_id) for record in data.draw(st.lists(some_records, max_size=3))]
    vault.take_in(Intake(import_id=import_id, format="daylio", name="diary.csv", new=many))


def revise(vault: Vault, data: st.DataObject) -> None:
    if kept := vault.entries():
        earlier = data.draw(st.sampled_from(kept))
        vault.revise(replace(earlier, fields={"text": data.draw(texts)}, happened_at=data.draw(moments())))


def remove(vault: Vault, data: st.DataObject) -> None:
    if kept := list(belongings_of(vault).records()):
        vault.remove(data.draw(st.sampled_from(kept)).id)


def restore(vault: Vault, data: st.DataObject) -> None:
    if gone := vault.removed():
        vault.restore(data.draw(st.sampled_from(gone)).record.id)


def undo(vault: Vault, data: st.DataObject) -> None:
    vault.undo_import(data.draw(st.sampled_from(["june", "july"])))


def set_something(vault: Vault, data: st.DataObject) -> None:
    for key, value in data.draw(kept_settings).items():
        vault.set_setting(key, value)
    made: list[Edit] = data.draw(edits)
    vault.set_setting(kept_names.THEME_EDITS, edits_to_json(made))
    vault.set_derived(kept_names.THEMES, data.draw(words), [entry.id for entry in vault.entries()])


def empty(vault: Vault, data: st.DataObject) -> None:
    vault.empty_history()


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@given(st.data())
def test_a_vault_made_from_an_archive_equals_the_one_that_it_came_from(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("vaults")
    minutes = count()
    one, _ = create_vault(
        folder / "one", clock=lambda: datetime(2026, 5, 1, tzinfo=UTC) + timedelta(minutes=next(minutes))
    )
    other, _ = create_vault(folder / "other")
    with one, other:
        live(one, data)
        archive = archive_of(one, with_history=True)
        carry_out(other, with_what_may_come(look_at(other, archive, Options()), other, load()), with_settings=True)
        assert archive_of(other, with_history=True) == archive
        assert read_back(archive) == belongings_of(other, with_history=True)
        for record in (*belongings_of(one).records(), *(each.record for each in one.removed())):
            assert other.history(record.id) == one.history(record.id)
        assert sorted(map(str, other.removed())) == sorted(map(str, one.removed()))
        assert other.verify() == []


def test_every_table_and_fact_of_a_vault_goes_into_an_archive_or_stays_for_a_reason(vault: Vault) -> None:
    assert {table.name for table in metadata.sorted_tables} == set(TABLES)
    lived_in(vault)
    vault.backup()
    carry_out(vault, look_at(vault, archive_of(vault), Options()))
    vault.empty_history()
    with vault._store.reading() as connection:
        names = set(connection.scalars(select(facts.c.name)))
    assert {name for name in names if not name.startswith(tuple(FACTS))} == set()
    assert len(names) >= 5


def test_every_kind_of_record_and_every_field_of_it_is_written_down() -> None:
    assert {kind for _, kind in KINDS.values()} == set(get_args(Record))
    for kind, subject in ((Response, "questionnaire"), (Entry, "form"), (PracticeDone, "practice"), (Event, "name")):
        given: dict[str, Any] = {"happened_at": datetime(2026, 5, 1, tzinfo=UTC), subject: "x"}
        if kind in (Response, Entry):
            given |= {"version": 1, "answers" if kind is Response else "fields": {}}
        assert record_object(kind(**given)).keys() == {field.name for field in fields(kind)}
