"""A real process that works on a vault and is killed at a random moment, and what must hold afterwards."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

from assessments.records import Entry
from assessments.storage import Vault, WrongSecret, attempts, backups_in, create_vault, open_vault
from assessments.storage.backup_file import is_whole
from tests.cheap_derivation import derive_cheaply
from tests.storage.kill_works import NEEDS_PASSPHRASE, NEEDS_PLAIN, Work, migrations
from tests.storage.material import entry

FIXTURE_PASSPHRASE = "a long walk by the river"


@dataclass
class Expected:
    """What the process had told, line by line, before it was killed."""

    begun: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    draft_told: int = -1
    draft_begun: int = -1
    removed: set[str] = field(default_factory=set)
    removing: set[str] = field(default_factory=set)
    titles: dict[str, int] = field(default_factory=dict)
    imports_begun: list[list[str]] = field(default_factory=list)
    backups: list[str] = field(default_factory=list)


def kill_once(folder: Path, work: Work, rng: random.Random, longest_seconds: float = 0.25) -> Expected:
    """Let a process work on a new vault, kill it, and check the vault; AssertionError where anything was lost."""
    encrypted = work in NEEDS_PASSPHRASE or (work not in NEEDS_PLAIN and rng.random() < 0.5)
    secret = FIXTURE_PASSPHRASE if encrypted else None
    vault, _ = create_vault(folder, secret)
    first = entry("the first words")
    vault.save(first)
    vault.close()
    expected = Expected(secrets=[secret])
    if work is not migrations:
        expected.done.append(first.id)
    _run_and_kill(folder, work, secret, rng, longest_seconds, expected)
    _check(folder, expected, work)
    return expected


def _run_and_kill(
    folder: Path, work: Work, secret: str | None, rng: random.Random, longest_seconds: float, expected: Expected
) -> None:
    reading, writing = os.pipe()
    process = multiprocessing.get_context("fork").Process(
        target=_work, args=(work, folder, secret, writing, rng.randrange(2**32)), daemon=True
    )
    process.start()
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        lines = iter(told)
        for line in lines:
            _note(json.loads(line), expected)
            if json.loads(line) == ["ready"]:
                break
        timer = Timer(rng.uniform(0, longest_seconds), process.kill)
        timer.start()
        for line in lines:
            if line.endswith(b"\n"):
                _note(json.loads(line), expected)
        timer.cancel()
    process.join()
    assert process.exitcode == -signal.SIGKILL, f"the process ended by itself ({process.exitcode})"


def _work(work: Work, folder: Path, secret: str | None, writing: int, seed: int) -> None:
    derive_cheaply()

    def say(*words: object) -> None:
        os.write(writing, json.dumps(words).encode() + b"\n")

    work(folder, secret, say, random.Random(seed))


def _note(words: list[str], expected: Expected) -> None:
    match words:
        case ["begun", record_id]:
            expected.begun.append(record_id)
        case ["done", record_id]:
            expected.done.append(record_id)
        case ["draft begun", number]:
            expected.draft_begun = int(number)
        case ["draft told", number]:
            expected.draft_told = int(number)
        case ["title", record_id, number]:
            expected.titles[record_id] = int(number)
        case ["removing", record_id]:
            expected.removing.add(record_id)
        case ["removed", record_id]:
            expected.removing.discard(record_id)
            expected.removed.add(record_id)
        case ["restored", record_id]:
            expected.removing.discard(record_id)
            expected.removed.discard(record_id)
        case ["import begun", *ids]:
            expected.imports_begun.append(ids)
        case ["secret", secret]:
            expected.secrets = [expected.secrets[-1], secret]
        case ["secret settled", secret]:
            expected.secrets = [secret]
        case ["backup", name]:
            expected.backups.append(name)


def _check(folder: Path, expected: Expected, work: Work) -> None:
    with _opened_with_any(folder, expected.secrets) as vault:
        assert vault.verify() == []
        entries = {one.id: one for one in vault.entries()}
        uncertain = expected.removing | expected.removed
        missing = set(expected.done) - set(entries) - uncertain
        assert not missing, f"{len(missing)} saved entries are gone"
        assert not (expected.removed - expected.removing) & set(entries), "a removal was undone"
        _check_edits(entries, expected)
        for ids in expected.imports_begun:
            assert len(set(ids) & set(entries)) in (0, len(ids)), "half an import"
        if expected.draft_told >= 0:
            draft = vault.draft("new")
            assert draft is not None
            assert expected.draft_told <= draft["number"] <= expected.draft_begun, "a draft was lost"
        if work is migrations and entries:
            assert len(vault.search("river")) in (0, 1)
        vault.save(entry("life goes on"))
        vault.save_draft("new", {"text": "and on"})
    for name in expected.backups[-5:]:
        assert is_whole(folder / "backups" / name), "a backup is not whole"
    for backup in backups_in(folder):
        assert is_whole(backup.path), "a half backup is listed"
    left = {path.name for path in folder.iterdir()} - {
        "backups",
        "set aside",
        "vault.db",
        "keys.json",
        "keys-copy.json",
    }
    assert not left, f"something was left lying about: {left}"


def _check_edits(entries: dict[str, Entry], expected: Expected) -> None:
    for record_id, number in expected.titles.items():
        assert int(entries[record_id].title or "0") >= number, "an edit was lost"


@contextlib.contextmanager
def _opened_with_any(folder: Path, secrets: list[str | None]) -> Iterator[Vault]:
    """The vault, opened with the old or the new secret: exactly as a person would try."""
    for secret in secrets:
        attempts.forget_wrong(folder)
        try:
            vault = open_vault(folder, secret)
        except WrongSecret:
            continue
        with vault:
            yield vault
        return
    raise AssertionError("neither the old nor the new secret opens the vault")
