"""Many records at once: all or none, told about as they go, and taken back with a way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import Connection, event

from assessments.records import Record
from assessments.storage import Intake, RecordExists, Vault
from tests.storage.material import entry, response


def some(n: int, import_id: str | None = "spring") -> list[Record]:
    return [entry(f"number {index}", import_id=import_id, source="day_one") for index in range(n)]


def test_an_import_is_listed_and_can_be_taken_back(vault: Vault) -> None:
    own = vault.save(entry("mine"))
    vault.save_many(some(3))
    vault.save_many([response(), *some(2, "autumn")])
    assert [(one.import_id, one.source, one.n) for one in vault.imports()] == [
        ("autumn", "day_one", 2),
        ("spring", "day_one", 3),
    ]
    assert vault.undo_import("spring") == 3
    assert [one.import_id for one in vault.imports()] == ["autumn"]
    assert len(vault.removed()) == 3
    assert vault.get(own) is not None


def test_progress_is_told_up_to_the_whole(vault: Vault) -> None:
    told: list[tuple[int, int]] = []
    vault.save_many(some(1_201), progress=lambda done, of: told.append((done, of)))
    assert told == [(500, 1_201), (1_000, 1_201), (1_201, 1_201)]


def test_an_import_that_fails_half_way_leaves_nothing(vault: Vault) -> None:
    def stop(done: int, of: int) -> None:
        if done > 500:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.save_many(some(900), progress=stop)
    assert vault.entries() == []
    assert vault.search("number") == []


def test_known_ids_are_refused_skipped_or_brought_back(vault: Vault) -> None:
    kept, gone, new = some(3)
    vault.save_many([kept, gone])
    vault.remove(gone.id)
    again = [replace(kept, source="again"), replace(gone, source="again"), new]
    assert vault.known_ids(one.id for one in again) == {kept.id: True, gone.id: False}
    with pytest.raises(RecordExists):
        vault.save_many(again)
    assert vault.save_many(again, when_known="skip") == [new.id]
    assert vault.get(gone.id) is None
    assert vault.save_many(again, when_known="restore") == [gone.id]
    assert {one.source for one in vault.entries() if one.id == gone.id} == {"again"}
    assert {one.source for one in vault.entries() if one.id == kept.id} == {"day_one"}


def test_one_id_twice_in_one_import_is_refused_or_taken_once(vault: Vault) -> None:
    (one,) = some(1)
    with pytest.raises(RecordExists):
        vault.save_many([one, one])
    assert vault.save_many([one, one], when_known="skip") == [one.id]
    assert vault.verify() == []


def test_an_intake_is_carried_out_whole_or_not_at_all(vault: Vault) -> None:
    kept, gone, new, late = some(4)
    vault.save_many([kept, gone, late])
    vault.remove(gone.id)
    intake = Intake(
        new=[new, late],
        corrected=[replace(kept, source="corrected")],
        brought_back=[replace(gone, source="again")],
        questionnaires={("mine", 1): "id = 'mine'"},
        settings={"rhythm": 7},
    )

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.take_in(intake, progress=stop)
    assert {entry.source for entry in vault.entries()} == {"day_one"}
    assert (vault.questionnaire_texts(), vault.setting("rhythm")) == ({}, None)

    assert vault.take_in(intake) == [gone.id, kept.id, new.id]
    sources = {entry.id: entry.source for entry in vault.entries()}
    assert sources == {kept.id: "corrected", gone.id: "again", new.id: "day_one", late.id: "day_one"}
    assert (vault.questionnaire_texts(), vault.setting("rhythm")) == ({("mine", 1): "id = 'mine'"}, 7)


def test_one_undo_takes_back_records_corrections_questionnaires_and_settings(vault: Vault) -> None:
    kept, new = some(2, None)
    vault.save(kept)
    vault.set_setting("rhythm", 7)
    intake = Intake(
        import_id="june",
        format="archive",
        name="june.zip",
        new=[replace(new, import_id="june")],
        corrected=[replace(kept, source="corrected")],
        questionnaires={("mine", 1): "id = 'mine'"},
        settings={"rhythm": 14, "aside": ["x"]},
    )
    vault.take_in(intake)
    (listed,) = vault.imports()
    assert (listed.source, listed.name, listed.n, listed.questionnaires) == ("archive", "june.zip", 1, 1)
    assert vault.undo_import("june") == 1
    assert [(one.id, one.source) for one in vault.entries()] == [(kept.id, kept.source)]
    assert (vault.questionnaire_texts(), vault.settings(), vault.imports()) == ({}, {"rhythm": 7}, [])


def test_what_changed_since_an_import_is_left_as_it_is(vault: Vault) -> None:
    (kept,) = some(1, None)
    vault.save(kept)
    vault.take_in(Intake(import_id="june", corrected=[replace(kept, source="corrected")], settings={"rhythm": 14}))
    vault.revise(replace(kept, source="by hand"))
    vault.set_setting("rhythm", 21)
    vault.undo_import("june")
    assert [one.source for one in vault.entries()] == ["by hand"]
    assert vault.setting("rhythm") == 21


def test_a_response_that_comes_back_brings_its_questionnaire_back_and_erasing_takes_both(vault: Vault) -> None:
    one = replace(response(), import_id="june")
    key = (one.questionnaire, one.version)
    intake = Intake(import_id="june", new=[one], questionnaires={key: "sleeping well"})
    vault.take_in(intake)
    vault.undo_import("june")
    assert vault.questionnaire_texts() == {}
    vault.restore(one.id)
    assert vault.questionnaire_texts() == {key: "sleeping well"}

    vault.undo_import("june")
    assert vault.questionnaire_texts() == {}
    vault.empty_history()
    vault.take_in(Intake(new=[one]))
    assert vault.questionnaire_texts() == {}
    if not vault.encrypted:
        assert b"sleeping well" not in (vault.folder / "vault.db").read_bytes()


def test_an_import_of_a_questionnaire_alone_is_listed_until_it_is_taken_back(vault: Vault) -> None:
    vault.take_in(Intake(import_id="june", format="fhir", questionnaires={("mine", 1): "text"}))
    assert [(one.import_id, one.n, one.questionnaires) for one in vault.imports()] == [("june", 0, 1)]
    assert vault.undo_import("june") == 0
    assert (vault.imports(), vault.questionnaire_texts()) == ([], {})


def test_an_import_taken_back_and_brought_back_keeps_every_state_and_its_words(vault: Vault) -> None:
    records = some(3)
    vault.take_in(Intake(import_id="spring", new=records))
    vault.undo_import("spring")
    assert (vault.search("number"), len(vault.removed())) == ([], 3)

    again = [replace(one, import_id="again") for one in records]
    vault.take_in(Intake(import_id="again", brought_back=again))
    states = vault.history(records[0].id)
    assert [state.record and state.record.import_id for state in states] == ["spring", None, "again"]
    assert len(vault.search("number")) == 3
    assert len(vault.past_states()) == 6
    assert vault.verify() == []


def test_one_record_brought_back_alone_lists_its_import_again_by_its_kind(vault: Vault) -> None:
    one, other = some(2)
    vault.take_in(Intake(import_id="spring", format="day_one", name="private.zip", new=[one, other]))
    vault.undo_import("spring")
    vault.restore(one.id)
    assert [(each.source, each.name, each.n) for each in vault.imports()] == [("day_one", "", 1)]


def test_no_word_of_an_import_stays_in_the_file_once_it_is_taken_back_and_erased(vault: Vault) -> None:
    vault.take_in(Intake(import_id="june", new=[entry(f"heronry {n}", import_id="june") for n in range(40)]))
    vault.save(entry("a lamp"))
    vault.undo_import("june")
    vault.empty_history()
    assert [hit.id for hit in vault.search("lamp")] == [one.id for one in vault.entries()]
    assert vault.verify() == []
    if not vault.encrypted:
        assert b"heronry" not in (vault.folder / "vault.db").read_bytes()


def test_a_stop_in_the_middle_of_a_statement_stays_a_stop_and_leaves_nothing(vault: Vault) -> None:
    def stop(connection: Connection, cursor: object, statement: str, *rest: object) -> None:
        if statement.startswith("INSERT INTO records"):
            raise KeyboardInterrupt

    # The driver raises what a signal raised while a statement ran, as any other fault of it.
    event.listen(vault._store._engine, "after_cursor_execute", stop)
    with pytest.raises(KeyboardInterrupt):
        vault.save_many(some(900))
    event.remove(vault._store._engine, "after_cursor_execute", stop)
    assert vault.entries() == []
    assert vault.save_many(some(3))
