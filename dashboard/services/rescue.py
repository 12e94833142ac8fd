"""What can still be read in a damaged file or in one that was set aside, and bringing it into the present one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assessments.home import home_folder
from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage import Readable, needs_secret, read_damaged, set_aside
from dashboard import session
from dashboard.services import vaults


@dataclass(frozen=True)
class Counts:
    """How many records of each kind could be read, and how many more could not (None: it cannot be told)."""

    check_ins: int
    entries: int
    practices: int
    events: int
    unreadable: int | None

    @property
    def total(self) -> int:
        """How many records could be read."""
        return self.check_ins + self.entries + self.practices + self.events


@dataclass(frozen=True)
class Aside:
    """One file that was set aside: when it was last changed, how large it is, whether it needs a passphrase."""

    path: Path
    changed_at: datetime | None
    size_bytes: int
    needs_passphrase: bool


def home_needs_passphrase() -> bool:
    """Whether the person's own damaged file can only be looked into with a passphrase."""
    return needs_secret(home_folder(os.environ))


def look_at_home(passphrase: str | None) -> Counts:
    """What can be read in the person's own damaged file; raises what storage raises."""
    return _counts(read_damaged(home_folder(os.environ), passphrase or None))


def look_into(aside: Aside, passphrase: str | None) -> tuple[Counts, tuple[Record, ...]]:
    """What can be read in a file that was set aside, and the records that the present file does not know."""
    readable = read_damaged(aside.path, passphrase or None)
    known = session.vault().known_ids([record.id for record in readable.records])
    return _counts(readable), tuple(record for record in readable.records if record.id not in known)


def bring_in(records: Sequence[Record]) -> int:
    """Keep those records in the present file, all or none; how many."""
    return len(session.vault().save_many(records, when_known="skip"))


def begin_anew() -> None:
    """Set the person's damaged file aside, whole, so that the first screen comes again."""
    set_aside(home_folder(os.environ))
    vaults.forget_damage()


def set_aside_files() -> list[Aside]:
    """The files that were set aside, the one changed last first."""
    found = [_aside(path) for path in session.vault().storage_facts().set_aside]
    return sorted(found, key=lambda each: (each.changed_at is not None, each.changed_at, each.path), reverse=True)


def delete(aside: Aside) -> None:
    """Delete a file that was set aside, for good."""
    session.vault().delete_set_aside(aside.path)


def _aside(path: Path) -> Aside:
    files = [each for each in path.rglob("*") if each.is_file()]
    database = path / "vault.db"
    changed = database.stat().st_mtime if database.exists() else None
    zone = session.clock()().tzinfo
    return Aside(
        path,
        None if changed is None else datetime.fromtimestamp(changed, zone),
        sum(each.stat().st_size for each in files),
        needs_secret(path),
    )


def _counts(readable: Readable) -> Counts:
    def count(kind: type[Record]) -> int:
        return sum(isinstance(record, kind) for record in readable.records)

    return Counts(count(Response), count(Entry), count(PracticeDone), count(Event), readable.unreadable)
