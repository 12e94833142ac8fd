"""An archive from one vault into another: everything arrives, twice is once, one undo takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessments.catalogue import load, write_questionnaire_text
from assessments.exchange.archive_reading import read_back
from assessments.exchange.plan import ImportPlan
from assessments.exchange.reading import Options
from assessments.records import Entry, Event, Response
from assessments.storage import Vault, create_vault
from assessments.transfer import belongings_of, carry_out, look_at
from dashboard import kept_names
from dashboard.kept_settings import with_what_may_come
from tests.exchange.lived_in import OWN, WHEN, archive_of, lived_in, own_questionnaire

ARCHIVES = Path(__file__).parent.parent / "fixtures" / "archives"


@pytest.fixture
def vaults(tmp_path: Path) -> Iterator[tuple[Vault, Vault]]:
    one, _ = create_vault(tmp_path / "one")
    other, _ = create_vault(tmp_path / "other")
    with one, other:
        yield one, other


def brought(vault: Vault, archive: bytes | Path) -> ImportPlan:
    """What came into the vault with the archive, as a person brings it in."""
    planned = with_what_may_come(look_at(vault, archive, Options()), vault, load())
    carry_out(vault, planned, with_settings=True, name="archive.zip")
    return planned


def seen(vault: Vault) -> tuple[object, ...]:
    """Everything that a person sees in a vault."""
    whole = belongings_of(vault, with_history=True)
    return replace(whole, beside=replace(whole.beside, imports={})), vault.imports(), vault.search("after")


def test_everything_arrives_in_an_empty_vault_and_goes_out_again_the_same(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    planned = brought(other, archive_of(one, with_history=True))
    assert belongings_of(other, with_history=True) == belongings_of(one, with_history=True)
    assert archive_of(other, with_history=True) == archive_of(one, with_history=True)
    for record in (*one.entries(), *(each.record for each in one.removed())):
        assert other.history(record.id) == one.history(record.id)
        assert other.revision_number(record.id) == one.revision_number(record.id)
    assert other.removed() == one.removed()
    assert other.verify() == []
    assert [each.name for each in other.imports() if each.import_id != planned.import_id] == ["june.csv"]


def test_what_came_goes_on_living_as_where_it_came_from(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    brought(other, archive_of(one, with_history=True))
    for vault in vaults:
        (gone,) = (each.record for each in vault.removed() if isinstance(each.record, Event))
        (answered,) = (each.record for each in vault.removed() if isinstance(each.record, Response))
        vault.restore(gone.id)
        vault.restore(answered.id)
        assert set(vault.questionnaire_texts()) == {OWN.key, ("own-2", 1)}
        (entry,) = vault.entries()
        vault.revise(replace(entry, fields={"text": "later"}))
        texts = [each.record.fields["text"] for each in vault.history(entry.id) if isinstance(each.record, Entry)]
        assert texts == ["before", "after", "later"]
        assert vault.undo_import("june") == 1
        assert vault.verify() == []


def test_a_second_time_adds_nothing_and_one_undo_takes_all_of_it_back(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    archive = archive_of(one, with_history=True)
    planned = brought(other, archive)
    before = seen(other)
    again = brought(other, archive)
    assert (again.to_add, again.beside.n, again.settings, again.questionnaires) == ((), 0, {}, ())
    assert seen(other) == before

    assert other.undo_import(planned.import_id) == len(planned.to_add)
    assert list(belongings_of(other).records()) == []
    assert (other.questionnaire_texts(), other.settings(), other.drafts(), other.imports()) == ({}, {}, [], [])
    assert other.derived(kept_names.THEMES) is None
    assert len(other.removed()) == len(planned.to_add) + len(planned.beside.removed)
    assert other.verify() == []


def test_nothing_that_a_person_has_is_replaced(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    (entry,) = one.entries()
    other.save(replace(entry, fields={"text": "my own words"}))
    other.save(Response(happened_at=WHEN, questionnaire="pulse", version=1, answers={}))
    other.set_setting(kept_names.STEP, 2)
    other.set_setting(kept_names.MOOD_LEVELS, {"daylio": {"rad": 4, "meh": 3}, "bearable": {"low": 2}})
    other.set_derived(kept_names.THEMES, "mine", [entry.id])
    other.save_draft("entry:free:1:new", {"fields": {"text": "mine"}})
    planned = brought(other, archive_of(one, with_history=True))
    assert [each.id for each in planned.differing] == [entry.id]
    assert [each.fields["text"] for each in other.entries()] == ["my own words"]
    assert len(other.history(entry.id)) == 1
    assert other.settings() == {
        kept_names.STEP: 2,
        kept_names.MAIN_SCALE: "own-1.total",
        kept_names.MOOD_LEVELS: {"daylio": {"rad": 4, "meh": 3}, "bearable": {"low": 2}},
    }
    assert other.derived(kept_names.THEMES) == "mine"
    assert other.draft("entry:free:1:new") == {"fields": {"text": "mine"}}
    assert {type(each.record) for each in other.removed()} == {Event, Response}


def test_a_draft_that_came_once_does_not_come_again_once_it_was_finished(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    brought(other, archive_of(one))
    other.discard_draft("entry:free:1:new")
    brought(other, archive_of(one))
    assert other.drafts() == []


def test_the_history_goes_into_an_archive_only_where_it_was_asked_for(vaults: tuple[Vault, Vault]) -> None:
    one, _ = vaults
    lived_in(one)
    bare = read_back(archive_of(one)).beside
    assert (bare.removed, bare.earlier, bare.put_away) == ((), (), ())
    back = read_back(archive_of(one, with_history=True))
    assert [each.name for each in back.beside.removed if isinstance(each, Event)] == ["a move"]
    assert back == belongings_of(one, with_history=True)


def test_an_archive_of_the_first_layout_comes_in_with_its_history(vaults: tuple[Vault, Vault]) -> None:
    _, vault = vaults
    planned = brought(vault, ARCHIVES / "version_1.zip")
    assert sorted(each.id for each in belongings_of(vault).records()) == ["e-changed", "kept", "p", "r-own", "r-pulse"]
    texts = [each.record.fields["text"] for each in vault.history("e-changed") if isinstance(each.record, Entry)]
    assert texts == ["before", "after"]
    assert [each.record.id for each in vault.removed()] == ["gone"]
    assert (vault.setting("step_that_matters"), set(vault.questionnaire_texts())) == (4, {("own-1", 1)})
    assert brought(vault, ARCHIVES / "version_1.zip").to_add == ()
    vault.restore("gone")
    (entry,) = vault.entries()
    vault.revise(replace(entry, fields={"text": "later"}))
    assert vault.verify() == []
    assert vault.undo_import(planned.import_id) == 6
    assert list(belongings_of(vault).records()) == []


def test_two_own_questionnaires_of_one_id_live_side_by_side(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    lived_in(one)
    mine = own_questionnaire("Mornings")
    other.save_questionnaire(*mine.key, write_questionnaire_text(mine))
    kept = other.save(Response(happened_at=WHEN, questionnaire="own-1", version=1, answers={"own-1-0": 3}))
    archive = archive_of(one, with_history=True)
    planned = brought(other, archive)
    (arrived,) = planned.questionnaires
    assert (arrived.title, arrived.id.startswith("own-1-")) == ("Evenings", True)
    answered = {each.questionnaire: each for each in other.responses()}
    assert answered["own-1"].id == kept
    assert answered[arrived.id].answers == {item.id: 2 for item in arrived.items}
    assert other.setting(kept_names.MAIN_SCALE) == f"{arrived.id}.total"
    assert look_at(other, archive_of(other, with_history=True), Options()).to_add == ()

    before = seen(other)
    again = brought(other, archive)
    assert (again.to_add, again.differing, again.questionnaires, again.problems) == ((), (), (), ())
    assert seen(other) == before
    other.undo_import(planned.import_id)
    assert set(other.questionnaire_texts()) == {mine.key}


def test_a_later_version_follows_the_one_that_got_an_id_of_its_own(vaults: tuple[Vault, Vault]) -> None:
    one, other = vaults
    mine, theirs = own_questionnaire("Mornings"), own_questionnaire("Evenings")
    later = own_questionnaire("Later evenings", version=2)
    other.save_questionnaire(*mine.key, write_questionnaire_text(mine))
    for each in (theirs, later):
        one.save_questionnaire(*each.key, write_questionnaire_text(each))
    one.save(Response(happened_at=WHEN, questionnaire="own-1", version=2, answers={"own-1-0": 3}))
    planned = brought(other, archive_of(one))
    assert [(each.title, each.version) for each in planned.questionnaires] == [("Evenings", 1), ("Later evenings", 2)]
    assert len({each.id for each in planned.questionnaires}) == 1
    assert brought(other, archive_of(one)).questionnaires == ()
