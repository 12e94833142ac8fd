"""How many records there are, the newest of them and those of some forms are what the whole lists say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
import sqlcipher3.dbapi2 as driver

from assessments.form import is_filled
from assessments.records import Entry, Event, FieldValue, PracticeDone, Record, Response
from assessments.storage import DamagedVault, Vault, create_vault, open_vault

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FORMS = ("free", "thought", "bridge")
Kind = TypeVar("Kind", Response, Entry, PracticeDone)


def entry(form: str, hours_ago: int, text: str = "a long walk") -> Entry:
    return Entry(form=form, version=1, happened_at=NOW - timedelta(hours=hours_ago), fields={"text": text})


def some_records(randomness: Random) -> list[Record]:
    """Records of every kind, many of them about one and the same instant."""
    found: list[Record] = []
    for _ in range(120):
        at = NOW - timedelta(hours=randomness.randrange(20))
        found += [
            Response(questionnaire=randomness.choice("abc"), version=1, happened_at=at, answers={"one": 1}),
            Entry(form=randomness.choice(FORMS), version=1, happened_at=at, fields={"text": str(at)}),
            PracticeDone(practice=randomness.choice("pq"), happened_at=at),
        ]
    return found


def subject_of(record: Response | Entry | PracticeDone) -> str:
    if isinstance(record, Response):
        return record.questionnaire
    return record.form if isinstance(record, Entry) else record.practice


def require_same_of(vault: Vault, kind: type[Kind], whole: list[Kind]) -> None:
    """What is told of one kind against the same from all of its records."""
    assert vault.count(kind) == len(whole)
    assert vault.newest(kind) == (whole[-1] if whole else None)
    assert vault.newest_of_each(kind) == {subject_of(record): record for record in whole}
    assert list(vault.newest_of_each(kind).values())[-1:] == whole[-1:]


def require_same_as_whole(vault: Vault) -> None:
    """Everything that is told of a part of the records against the same from all of them."""
    require_same_of(vault, Response, vault.responses())
    require_same_of(vault, Entry, vault.entries())
    require_same_of(vault, PracticeDone, vault.practices_done())
    for forms in ([], ["thought"], ["thought", "free"]):
        assert vault.entries(forms=forms) == [each for each in vault.entries() if each.form in forms]


@pytest.mark.parametrize("passphrase", [None, "nine quiet lamps along the quay"])
def test_a_part_of_the_records_is_what_the_whole_says(tmp_path: Path, passphrase: str | None) -> None:
    randomness = Random(7)
    made, _ = create_vault(tmp_path / "home", passphrase)
    with made as vault:
        require_same_as_whole(vault)
        vault.save_many(some_records(randomness))
        require_same_as_whole(vault)
        newest = vault.newest(Entry)
        assert newest is not None
        vault.remove(newest.id)
        require_same_as_whole(vault)
        some = vault.entries(forms=["thought"])[0]
        vault.revise(replace(some, happened_at=NOW))
        require_same_as_whole(vault)
        vault.restore(newest.id)
        require_same_as_whole(vault)


EMPTY: tuple[FieldValue, ...] = (None, "", " \n\u3000", (), {})
FILLED: tuple[FieldValue, ...] = (False, 0, 0.5, "no", ("one",), {"one": 1}, "いいえ")


@pytest.mark.parametrize("passphrase", [None, "nine quiet lamps along the quay"])
def test_every_entry_that_lacks_an_answer_is_told_with_few_others(tmp_path: Path, passphrase: str | None) -> None:
    made, _ = create_vault(tmp_path / "home", passphrase)
    with made as vault:
        values = [*EMPTY, *FILLED]
        fields: list[dict[str, FieldValue]] = [{"text": "a walk", "kept-it": value} for value in values]
        whole = [replace(entry("bridge", 50 - place), fields=each) for place, each in enumerate([*fields, {}])]
        vault.save_many([*whole, entry("free", 1), entry("thought", 2)])
        vault.remove(whole[1].id)
        told = [each.id for each in vault.entries_lacking({"bridge": ["kept-it"], "thought": ["text"]})]
        lacking = [each.id for each in whole if not is_filled(each.fields.get("kept-it")) and each is not whole[1]]
        assert [each for each in told if each in lacking] == lacking
        assert set(told) - set(lacking) == {whole[values.index("いいえ")].id}
        assert vault.entries_lacking({}) == []


def test_an_empty_vault_has_no_newest_record(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path / "home")
    with made as vault:
        assert (vault.count(Event), vault.newest(Event), vault.newest_of_each(Response)) == (0, None, {})


def test_what_was_read_of_some_forms_is_not_read_again_with_all(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path / "home")
    with made as vault:
        vault.save_many([entry("thought", 3), entry("free", 2), entry("thought", 1)])
        some = vault.entries(forms=["thought"])
        whole = vault.entries()
        assert [one is other for one, other in zip(some, (whole[0], whole[2]), strict=True)] == [True, True]
        assert vault.entries(forms=["thought"])[1] is whole[2]


def test_a_change_from_another_window_is_seen_in_a_part(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path / "home")
    with made as vault, open_vault(tmp_path / "home") as elsewhere:
        vault.save(entry("thought", 3))
        assert len(vault.entries(forms=["thought"])) == 1
        elsewhere.save(entry("thought", 1, "from the other window"))
        assert [each.fields["text"] for each in vault.entries(forms=["thought"])][1:] == ["from the other window"]
        require_same_as_whole(vault)


def test_a_damaged_row_is_never_told_as_the_newest(tmp_path: Path) -> None:
    made, _ = create_vault(tmp_path / "home")
    with made as vault:
        vault.save(entry("thought", 1))
    plain = driver.connect(str(tmp_path / "home" / "vault.db"))
    plain.execute("UPDATE records SET body = replace(body, 'walk', 'talk')")
    plain.commit()
    plain.close()
    with open_vault(tmp_path / "home") as vault:
        for read in (
            lambda: vault.newest(Entry),
            lambda: vault.newest_of_each(Entry),
            lambda: vault.entries(forms=["thought"]),
        ):
            with pytest.raises(DamagedVault):
                read()
