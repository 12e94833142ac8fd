"""Secrets at the door: a vault's key from its passphrase or recovery code, and new secrets for old."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver

from assessments.storage import attempts
from assessments.storage.connection import connect
from assessments.storage.errors import DamagedVault, WrongSecret
from assessments.storage.folder import PLAIN_HEADER, database_path
from assessments.storage.key_file import KeyFile, mend_key_files, read_key_file, unwrapped, write_key_file
from assessments.storage.recovery_code import new_recovery_code, read_code
from assessments.storage.slots import SlotKind, passphrase_bytes, wrap

_NOT_A_DATABASE: Final = 26  # SQLITE_NOTADB: what the cipher says of a key that does not fit


def fresh_slots(data_key: bytes, passphrase: str) -> tuple[KeyFile, str]:
    """Slots for the key under the passphrase and a new recovery code; the code too, to be shown once."""
    code = new_recovery_code()
    secret = read_code(code)
    if secret is None:
        raise RuntimeError("a recovery code that cannot be read back")
    passphrase_slot = wrap("passphrase", passphrase_bytes(passphrase), data_key)
    return KeyFile((passphrase_slot, wrap("recovery", secret, data_key))), code


def data_key(folder: Path, passphrase: str | None, recovery_code: str | None) -> bytes:
    """The key that opens the folder's vault file; settles a change of key that was cut short.

    WrongSecret (with a growing pause) where neither secret opens it, TooSoon during that pause, DamagedVault
    where the key file is damaged.
    """
    attempts.require_patience(folder)
    key_file = read_key_file(folder)
    kind, secret = _secret(passphrase, recovery_code)
    present = unwrapped(key_file.slots, kind, secret)
    former = unwrapped(key_file.previous, kind, secret) if key_file.previous else None
    if key_file.previous:
        return _settle(folder, key_file, present, former)
    if present is None:
        raise WrongSecret(attempts.count_wrong(folder))
    attempts.forget_wrong(folder)
    mend_key_files(folder, key_file)
    return present


def rewrap(folder: Path, kind: SlotKind, secret: bytes, key: bytes) -> None:
    """Put the secret in the place of the one of its kind; a kill at any moment leaves one of the two in force."""
    write_key_file(folder, read_key_file(folder).with_slot(wrap(kind, secret, key)))


def new_code(folder: Path, key: bytes) -> str:
    """A new recovery code in the place of the old one."""
    code = new_recovery_code()
    secret = read_code(code)
    if secret is None:
        raise RuntimeError("a recovery code that cannot be read back")
    rewrap(folder, "recovery", secret, key)
    return code


def opens(database: Path, key: bytes) -> bool:
    """Whether the key fits the file; any other fault than that it does not is the driver's own and is raised."""
    try:
        with closing(connect(database, key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as fault:
        if getattr(fault, "sqlite_errorcode", None) != _NOT_A_DATABASE:
            raise
        return False
    return True


def _secret(passphrase: str | None, recovery_code: str | None) -> tuple[SlotKind, bytes]:
    if recovery_code is not None:
        secret = read_code(recovery_code)
        if secret is None:
            raise WrongSecret(mistyped=True)
        return "recovery", secret
    if not passphrase:
        raise WrongSecret
    return "passphrase", passphrase_bytes(passphrase)


def _settle(folder: Path, key_file: KeyFile, present: bytes | None, former: bytes | None) -> bytes:
    """Decide a change of key that was cut short by which key opens the file, and keep the slots that go with it.

    A file that neither key opens, though the secret is right for both, is damaged.
    """
    if present is not None and opens(database_path(folder), present):
        write_key_file(folder, replace(key_file, previous=()))
        attempts.forget_wrong(folder)
        return present
    if former is not None and opens(database_path(folder), former):
        write_key_file(folder, KeyFile(key_file.previous))
        attempts.forget_wrong(folder)
        return former
    if present is not None and former is not None:
        raise DamagedVault(database_path(folder))
    raise WrongSecret(attempts.count_wrong(folder))


def is_plain(folder: Path) -> bool:
    """Whether the vault file can be read without a key."""
    with database_path(folder).open("rb") as file:
        return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
