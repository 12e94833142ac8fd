"""Drafts, settings, own questionnaires and derived values, and what counts as a change."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from assessments.storage import EditedMeanwhile, Vault, WrittenDraft, open_vault
from tests.storage.material import SetClock, entry


def test_a_draft_is_there_after_closing_until_it_is_discarded(vault: Vault, folder: Path, secret: str | None) -> None:
    vault.save_draft("journal", {"text": "half a sen", "feelings": {"joy": 30}})
    vault.save_draft("journal", {"text": "half a sentence"})
    vault.close()
    with open_vault(folder, secret) as again:
        assert again.draft("journal") == {"text": "half a sentence"}
        assert [(one.key, one.value) for one in again.drafts()] == [("journal", {"text": "half a sentence"})]
        again.discard_draft("journal")
        assert again.draft("journal") is None
        assert again.drafts() == []


def test_saving_takes_the_draft_along(vault: Vault) -> None:
    vault.save_draft("new", {"text": "a"})
    vault.save_draft("other", {"text": "b"})
    record = entry("a")
    vault.save(record, discard_draft="new")
    assert vault.draft("new") is None
    vault.revise(replace(record, title="t"), discard_draft="other")
    assert vault.drafts() == []


def test_a_draft_that_somebody_else_wrote_since_is_not_taken_along(vault: Vault) -> None:
    vault.save_draft("new", {"fields": {"text": "a"}, "tags": ["x"]})
    mine = WrittenDraft("new", vault.draft("new") or {})
    vault.save_draft("new", {"fields": {"text": "a and more"}, "tags": ["x"]})
    vault.save(entry("a"), discard_draft=mine)
    vault.discard_draft(mine)
    assert vault.draft("new") == {"fields": {"text": "a and more"}, "tags": ["x"]}
    vault.discard_draft(WrittenDraft("new", {"fields": {"text": "a and more"}, "tags": ("x",)}))
    assert vault.draft("new") is None


def test_a_refused_save_leaves_the_draft(vault: Vault) -> None:
    record = entry("a")
    vault.save(record)
    vault.save_draft("edit", {"text": "b"})
    with pytest.raises(EditedMeanwhile):
        vault.revise(record, expected_revision=7, discard_draft="edit")
    assert vault.draft("edit") == {"text": "b"}


def test_settings_are_json_values(vault: Vault) -> None:
    assert vault.setting("rhythm") is None
    assert vault.setting("rhythm", 7) == 7
    for value in (None, False, 3, 2.5, "words", [1, {"a": None}]):
        vault.set_setting("rhythm", value)
        assert vault.setting("rhythm", "never set") == value


def test_own_questionnaires_are_kept_by_version(vault: Vault) -> None:
    vault.save_questionnaire("sleep", 1, "title = 'one'")
    vault.save_questionnaire("sleep", 2, "title = 'two'")
    vault.save_questionnaire("sleep", 2, "title = 'two, mended'")
    vault.save_questionnaire("walks", 1, "title = 'w'")
    vault.remove_questionnaire("walks")
    assert vault.questionnaire_texts() == {("sleep", 1): "title = 'one'", ("sleep", 2): "title = 'two, mended'"}


def test_what_was_worked_out_from_an_entry_goes_when_it_changes(vault: Vault) -> None:
    first, second, third = entry("one"), entry("two"), entry("three")
    vault.save_many([first, second, third])
    vault.set_derived("themes", "{}", [first.id, second.id])
    vault.set_derived("words", "{}", [third.id])
    vault.set_derived("always", "{}")
    vault.revise(first)
    assert (vault.derived("themes"), vault.derived("words"), vault.derived("always")) == (None, "{}", "{}")
    vault.remove(third.id)
    assert vault.derived("words") is None
    vault.set_derived("themes", "again", [second.id])
    vault.set_derived("themes", "fewer", [])
    vault.remove(second.id)
    assert vault.derived("themes") == "fewer"


def test_the_change_count_grows_with_changes_and_not_with_drafts(
    vault: Vault, folder: Path, secret: str | None
) -> None:
    seen = [vault.change_count]

    def grew() -> bool:
        seen.append(vault.change_count)
        return seen[-1] > seen[-2]

    record = entry("a")
    vault.save(record)
    assert grew()
    vault.save_draft("k", {"text": "b"})
    vault.discard_draft("k")
    vault.set_derived("d", "x")
    vault.backup()
    assert not grew()
    vault.revise(record)
    assert grew()
    vault.set_setting("a", 1)
    assert grew()
    vault.save_questionnaire("q", 1, "")
    assert grew()
    with open_vault(folder, secret) as other:
        other.remove(record.id)
    assert grew()
    with pytest.raises(EditedMeanwhile):
        vault.revise(record)
    assert not grew()


def test_two_tabs_that_edit_one_entry_both_keep_their_words(vault: Vault, folder: Path, secret: str | None) -> None:
    record = entry("first")
    vault.save(record)
    with open_vault(folder, secret) as other:
        seen_here, seen_there = vault.revision_number(record.id), other.revision_number(record.id)
        theirs = replace(record, fields={"text": "theirs"})
        other.revise(theirs, expected_revision=seen_there)
        with pytest.raises(EditedMeanwhile) as told:
            vault.revise(replace(record, fields={"text": "mine"}), expected_revision=seen_here)
        assert told.value.newest is not None
        assert told.value.newest == other.get(record.id)
        assert "first" not in told.value.says
        vault.revise(replace(record, fields={"text": "mine"}), expected_revision=told.value.revision)
        texts = [state.record.fields["text"] for state in other.history(record.id)]  # type: ignore[union-attr]
        assert texts == ["first", "theirs", "mine"]


def test_many_threads_may_use_one_vault(vault: Vault, clock: SetClock) -> None:
    faults: list[BaseException] = []

    def write(number: int) -> None:
        try:
            for index in range(12):
                vault.save(entry(f"thread {number} number {index}"))
                assert len(vault.search(f'"thread {number}"')) == index + 1
                vault.save_draft(f"draft {number}", {"text": index})
        except BaseException as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(vault.entries()) == 72
    assert vault.verify() == []
