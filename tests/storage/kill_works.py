"""Kinds of work that a process does on a vault until it is killed, each telling what it has done so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from assessments.storage import open_vault, restore_backup
from assessments.storage.schema import REVISIONS
from tests.storage.material import SetClock, entry

FIXTURES = Path(__file__).parent / "fixtures"
Say = Callable[..., None]
Work = Callable[[Path, str | None, Say, random.Random], None]


def saves(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("ready")
        while True:
            record = entry("word " * rng.choice([1, 50, 4_000]))
            say("begun", record.id)
            vault.save(record)
            say("done", record.id)


def drafts(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("ready")
        for number in range(10**9):
            say("draft begun", number)
            vault.save_draft("new", {"text": "word " * rng.choice([1, 500]), "number": number})
            say("draft told", number)


def edits(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        records = [entry(f"edit me {number}") for number in range(8)]
        for record in records:
            vault.save(record)
            say("done", record.id)
        say("ready")
        for number in range(10**9):
            record = rng.choice(records[:-2])
            vault.revise(replace(record, title=str(number), fields={"text": "changed " * rng.choice([1, 2_000])}))
            say("title", record.id, number)
            gone = records[-1]
            say("removing", gone.id)
            vault.remove(gone.id)
            say("removed", gone.id)
            say("removing", gone.id)
            vault.restore(gone.id)
            say("restored", gone.id)


def imports(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("ready")
        while True:
            some = [entry("word " * 100, import_id="one") for _ in range(rng.choice([5, 700]))]
            say("import begun", *[one.id for one in some])
            vault.save_many(some)
            for one in some:
                say("done", one.id)


def passphrases(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("ready")
        for number in range(10**9):
            new = f"passphrase {number}"
            say("secret", new)
            vault.change_passphrase(str(secret), new)
            say("secret settled", new)
            secret = new


def key_changes(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("ready")
        while True:
            vault.change_key(str(secret))
            record = entry("after a change of key")
            say("begun", record.id)
            vault.save(record)
            say("done", record.id)


def encryption(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("secret", "added later")
        say("ready")
        vault.add_passphrase("added later")
        say("secret settled", "added later")
        while True:
            record = entry("after it was encrypted")
            say("begun", record.id)
            vault.save(record)
            say("done", record.id)


def backups(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    clock = SetClock()
    with open_vault(folder, secret, clock=clock) as vault:
        say("ready")
        while True:
            clock.forward(days=1)
            say("backup", vault.backup().name)
            record = entry("between backups")
            say("begun", record.id)
            vault.save(record)
            say("done", record.id)


def emptying(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        say("ready")
        while True:
            gone, record = entry("gone " * 500), entry("stays")
            vault.save(gone)
            say("begun", record.id)
            vault.save(record)
            say("done", record.id)
            vault.remove(gone.id)
            vault.empty_history()


def restoring(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    with open_vault(folder, secret) as vault:
        path = vault.backup()
    say("ready")
    while True:
        restore_backup(path, folder)


def migrations(folder: Path, secret: str | None, say: Say, rng: random.Random) -> None:
    kind = "plain" if secret is None else "encrypted"
    say("ready")
    while True:
        restore_backup(FIXTURES / f"schema-{REVISIONS[0]}-{kind}.backup", folder)
        open_vault(folder, secret).close()


WORKS: tuple[Work, ...] = (
    saves,
    drafts,
    edits,
    imports,
    passphrases,
    key_changes,
    encryption,
    backups,
    emptying,
    restoring,
    migrations,
)
NEEDS_PASSPHRASE = (passphrases, key_changes)
NEEDS_PLAIN = (encryption,)
