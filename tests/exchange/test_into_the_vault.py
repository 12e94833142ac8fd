"""From a foreign file into a real vault, twice, and back out with one undo."""

from __future__ import annotations

import io
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assessments.catalogue import load
from assessments.exchange.archive import write_archive
from assessments.exchange.archive_reading import read_back
from assessments.exchange.belongings import Belongings
from assessments.exchange.plan import plan
from assessments.exchange.readers import read
from assessments.exchange.reading import Options
from assessments.storage import create_vault

FOREIGN = Path(__file__).parent.parent / "fixtures" / "foreign"
NAMES = ["daylio_2025.csv", "day_one.json", "jrnl_folder", "bearable.csv", "notes"]


@pytest.mark.parametrize("name", NAMES)
def test_an_import_is_added_once_taken_back_whole_and_stays_away_unless_wanted(name: str, tmp_path: Path) -> None:
    vault, _ = create_vault(tmp_path / "vault")
    with vault:
        first = plan(read(FOREIGN / name, Options(zone=ZoneInfo("Europe/Berlin"))))
        vault.save_many(first.to_add)
        assert len(vault.entries()) == len(first.to_add) > 0

        reading = read(FOREIGN / name, Options(zone=ZoneInfo("Europe/Berlin")))
        again = plan(reading, vault.known_ids(record.id for record in reading.records), kept=vault.get)
        assert (again.to_add, again.differing, again.already_there) == ((), (), len(first.to_add))

        assert vault.undo_import(first.import_id) == len(first.to_add)
        assert vault.entries() == []
        undone = plan(reading, vault.known_ids(record.id for record in reading.records))
        assert (undone.to_add, len(undone.removed_before)) == ((), len(first.to_add))
        vault.save_many(undone.removed_before, when_known="restore")
        assert len(vault.entries()) == len(first.to_add)


def test_a_vault_archived_and_read_into_another_vault_is_the_same(tmp_path: Path) -> None:
    source, _ = create_vault(tmp_path / "source")
    target, _ = create_vault(tmp_path / "target")
    with source, target:
        for name in NAMES:
            source.save_many(plan(read(FOREIGN / name)).to_add)
        history = Belongings(entries=tuple(source.entries()))
        write_archive(history, file := io.BytesIO())
        assert read_back(file.getvalue()) == history
        found = plan(read(file.getvalue(), Options(catalogue=load(), import_id="back")))
        target.save_many(found.to_add)
        there = {entry.id: entry for entry in target.entries()}
        for entry in history.entries:
            assert (there[entry.id].fields, there[entry.id].recorded_at) == (entry.fields, entry.recorded_at)
        assert {entry.import_id for entry in there.values()} == {"back"}
