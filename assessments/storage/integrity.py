"""Checks of the whole file: every page, every row, and the index against the records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, select, text

from assessments.language import say, say_count
from assessments.storage.connection import connect
from assessments.storage.encoding import checksum, read_body
from assessments.storage.schema import past_revisions, records


@dataclass(frozen=True)
class IntegrityProblem:
    """Something in the file that is not as it was written, as a sentence."""

    says: str


def page_problems(connection: Any, encrypted: bool) -> list[IntegrityProblem]:
    """What SQLite's and the cipher's own checks find in the pages of a driver connection."""
    found: list[IntegrityProblem] = []
    try:
        if encrypted:
            bad_pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            if bad_pages:
                found.append(
                    IntegrityProblem(
                        say_count(
                            "{n} page of the file is not as it was written.",
                            "{n} pages of the file are not as they were written.",
                            len(bad_pages),
                        )
                    )
                )
        checked = [row[0] for row in connection.execute("PRAGMA quick_check")]
    except driver.Error:
        return [*found, IntegrityProblem(say("The file cannot be read to its end."))]
    if checked != ["ok"]:
        found.append(IntegrityProblem(say("The tables in the file do not hold together.")))
    return found


def row_problems(connection: Connection) -> list[IntegrityProblem]:
    """What is wrong in the records themselves, or between them and the search index."""
    present = connection.execute(select(records.c.id, records.c.kind, records.c.body, records.c.checksum)).all()
    past = connection.execute(
        select(records.c.id, records.c.kind, past_revisions.c.body, past_revisions.c.checksum)
        .join(records, records.c.seq == past_revisions.c.record_seq)
        .where(past_revisions.c.body.is_not(None))
    ).all()
    unreadable = sum(not _is_readable(row.id, row.kind, row.body, row.checksum) for row in (*present, *past))
    found: list[IntegrityProblem] = []
    if unreadable:
        found.append(
            IntegrityProblem(
                say_count(
                    "{n} saved text is not as it was written.",
                    "{n} saved texts are not as they were written.",
                    unreadable,
                )
            )
        )
    kept = set(connection.scalars(select(records.c.seq).where(records.c.removed == 0)))
    if kept != set(connection.scalars(text("SELECT rowid FROM search_index"))):
        found.append(IntegrityProblem(say("The search index does not match what is saved.")))
    return found


def is_sound(database: Path, key: bytes | None) -> bool:
    """Whether every page of a database file is as it was written; the file is not changed."""
    try:
        connection = connect(database, key)
    except driver.Error:
        return False
    try:
        return not page_problems(connection, key is not None)
    finally:
        connection.close()


def _is_readable(record_id: str, kind: str, body: str, expected: int) -> bool:
    if checksum(record_id, kind, body) != expected:
        return False
    try:
        read_body(record_id, kind, body)
    except ValueError:
        return False
    return True
