"""Ways to damage a vault's files, and what must hold afterwards; shared by the tests and the benchmark."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from assessments.records import Record
from assessments.storage import (
    DamagedBackup,
    NewerSchema,
    VaultError,
    create_vault,
    newest_good_backup,
    open_vault,
    read_damaged,
    restore_backup,
)
from tests.storage.material import SetClock, entry, response

Damage = Callable[[Path, random.Random], None]


class Original:
    """A vault with a good backup, to be copied and damaged again and again."""

    def __init__(self, folder: Path, passphrase: str | None, n: int = 60) -> None:
        self.folder, self.passphrase = folder, passphrase
        vault, _ = create_vault(folder, passphrase, clock=SetClock())
        with vault:
            self.records: dict[str, Record] = {}
            some: list[Record] = [entry(f"number {index} " + "plain words " * 40) for index in range(n)]
            some += [response(note=f"note {index}") for index in range(n)]
            vault.save_many(some)
            vault.backup()
            self.records |= {one.id: one for one in vault.entries()}
            self.records |= {one.id: one for one in vault.responses()}


def truncated(folder: Path, rng: random.Random) -> None:
    database = folder / "vault.db"
    with database.open("r+b") as file:
        file.truncate(rng.randrange(database.stat().st_size))


def bits_flipped(folder: Path, rng: random.Random) -> None:
    _change(folder / "vault.db", rng, lambda byte: byte ^ (1 << rng.randrange(8)), rng.choice([1, 1, 1, 5, 50]))


def page_zeroed(folder: Path, rng: random.Random) -> None:
    database = folder / "vault.db"
    page = rng.randrange(database.stat().st_size // 4096)
    with database.open("r+b") as file:
        file.seek(page * 4096)
        file.write(bytes(4096))


def page_overwritten(folder: Path, rng: random.Random) -> None:
    database = folder / "vault.db"
    page = rng.randrange(database.stat().st_size // 4096)
    with database.open("r+b") as file:
        file.seek(page * 4096)
        file.write(rng.randbytes(4096))


def foreign_file(folder: Path, rng: random.Random) -> None:
    database = folder / "vault.db"
    kind = rng.randrange(4)
    database.unlink()
    if kind == 0:
        database.write_bytes(rng.randbytes(rng.randrange(1, 40_000)))
    elif kind == 1:
        database.write_text("a letter to somebody\n" * rng.randrange(1, 400))
    elif kind == 2:
        database.write_bytes(b"")
    else:
        with closing(sqlite3.connect(database)) as other:
            other.execute("CREATE TABLE records (somebody TEXT)")
            other.commit()


def key_file_damaged(folder: Path, rng: random.Random) -> None:
    for name in ("keys.json", "keys-copy.json"):
        path = folder / name
        if path.exists():
            _change(path, rng, lambda byte: byte ^ (1 << rng.randrange(7)), 3)


def restoring_cut_short(folder: Path, rng: random.Random) -> None:
    staging = folder / "restoring"
    staging.mkdir()
    whole = (folder / "vault.db").read_bytes()
    (staging / "vault.db").write_bytes(whole[: rng.randrange(len(whole))])
    if rng.random() < 0.5:
        (staging / "ready.json").write_bytes(b'{"aside": "x", "encr'[: rng.randrange(20)])


def backup_damaged_too(folder: Path, rng: random.Random) -> None:
    for path in (folder / "backups").iterdir():
        _change(path, rng, lambda byte: byte ^ (1 << rng.randrange(8)), rng.choice([1, 3]))
    rng.choice([truncated, bits_flipped, page_zeroed])(folder, rng)


DAMAGES: tuple[Damage, ...] = (
    truncated,
    bits_flipped,
    page_zeroed,
    page_overwritten,
    foreign_file,
    key_file_damaged,
    restoring_cut_short,
    backup_damaged_too,
)


def damage_once(original: Original, damage: Damage, rng: random.Random, place: Path) -> str:
    """Copy the vault, damage the copy, and try everything that a person could; returns what happened.

    AssertionError where a wrong word is shown, a damaged file changes, a fault is not the vault's own, or the
    backup does not bring everything back.
    """
    folder = place / "vault"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(original.folder, folder)
    damage(folder, rng)
    before = _digest(folder / "vault.db")
    outcome = _try_to_use(folder, original)
    if outcome == "refused at the door":
        assert _digest(folder / "vault.db") == before, "a damaged file was changed"
    if outcome != "whole":
        _read_what_is_left(folder, original)
        _come_back(folder, original, outcome)
    return outcome


def _try_to_use(folder: Path, original: Original) -> str:
    try:
        vault = open_vault(folder, original.passphrase)
    except VaultError as told:
        assert told.says
        return "refused at the door"
    with vault:
        noticed = bool(vault.verify()) if _told(vault.verify) else True
        try:
            shown = {one.id: one for one in (*vault.entries(), *vault.responses())}
        except VaultError as told:
            assert told.says
            return "noticed while reading"
        assert all(original.records.get(key) == record for key, record in shown.items()), "a wrong word was shown"
        if not noticed:
            assert shown.keys() == original.records.keys(), "something is missing and nobody noticed"
            return "whole"
    return "noticed by the check"


def _told(action: Callable[[], object]) -> bool:
    try:
        action()
    except VaultError:
        return False
    return True


def _read_what_is_left(folder: Path, original: Original) -> None:
    try:
        left = read_damaged(folder, original.passphrase)
    except VaultError as told:
        assert told.says
        return
    assert all(original.records.get(one.id) == one for one in left.records), "a wrong word was rescued"


def _come_back(folder: Path, original: Original, outcome: str) -> None:
    damaged = _digest(folder / "vault.db")
    backup = newest_good_backup(folder)
    if backup is None:
        for path in (folder / "backups").iterdir():
            try:
                restore_backup(path, folder)
            except (DamagedBackup, NewerSchema):
                assert _digest(folder / "vault.db") == damaged, "a damaged backup changed the vault"
            else:
                raise AssertionError("a damaged backup was restored")
        return
    aside = restore_backup(backup.path, folder)
    if damaged is not None:
        assert aside is not None
        if outcome == "refused at the door":
            assert _digest(aside / "vault.db") == damaged, "the file set aside is not the damaged one"
    with open_vault(folder, original.passphrase) as vault:
        assert {one.id: one for one in (*vault.entries(), *vault.responses())} == original.records
        assert vault.verify() == []


def _change(path: Path, rng: random.Random, change: Callable[[int], int], times: int) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(times):
        place = rng.randrange(len(content))
        content[place] = change(content[place])
    path.write_bytes(content)


def _digest(path: Path) -> bytes | None:
    return hashlib.sha256(path.read_bytes()).digest() if path.exists() else None
