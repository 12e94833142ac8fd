"""Making a new vault and opening one that is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final
from uuid import uuid4

from assessments.storage.backup import make_backup
from assessments.storage.clock import Clock, system_clock
from assessments.storage.connection import make_engine
from assessments.storage.errors import DamagedVault, NoVault, VaultExists
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.files import replace_durably
from assessments.storage.folder import database_path, new_database_path, vault_exists
from assessments.storage.folder_lock import alone
from assessments.storage.key_file import delete_key_file, write_key_file
from assessments.storage.keys import data_key, fresh_slots
from assessments.storage.migrate import migrate, schema_revision
from assessments.storage.schema import NEWEST_REVISION
from assessments.storage.settings import note_fact
from assessments.storage.slots import new_data_key
from assessments.storage.store import Store
from assessments.storage.tidying import tidy
from assessments.storage.vault import Vault

_SMALLEST_BYTES: Final = 512


def create_vault(
    folder: str | Path, passphrase: str | None = None, *, clock: Clock = system_clock
) -> tuple[Vault, str | None]:
    """Make a vault in the folder and open it; with a passphrase it is encrypted and a recovery code comes back.

    VaultExists where there is one, whole or damaged.
    """
    folder = Path(folder)
    with told_as_vault_errors(folder):
        if vault_exists(folder) != "none":
            raise VaultExists(folder)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with alone(folder):
            if vault_exists(folder) != "none":
                raise VaultExists(folder)
            key, code = _make(folder, passphrase)
        store = Store(folder, key)
        store.make_durable()
    return Vault(store, clock), code


def open_vault(
    folder: str | Path,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    *,
    clock: Clock = system_clock,
) -> Vault:
    """Open the vault in the folder with its passphrase or its recovery code; a plain one needs neither.

    NoVault, WrongSecret, TooSoon, DamagedVault, NewerSchema, ReadOnlyVault or VaultBusy where it does not open.
    """
    folder = Path(folder)
    with told_as_vault_errors(folder):
        tidy(folder)
        state = vault_exists(folder)
        if state == "none":
            raise NoVault(folder)
        if state == "damaged" or database_path(folder).stat().st_size < _SMALLEST_BYTES:
            raise DamagedVault(database_path(folder))
        key = data_key(folder, passphrase, recovery_code) if state == "encrypted" else None
        store = Store(folder, key)
    try:
        _bring_up_to_date(store, clock)
    except BaseException:
        store.close()
        raise
    return Vault(store, clock)


def _make(folder: Path, passphrase: str | None) -> tuple[bytes | None, str | None]:
    key = None if passphrase is None else new_data_key()
    made = None if passphrase is None or key is None else fresh_slots(key, passphrase)
    delete_key_file(folder)
    _make_database(new_database_path(folder), key)
    if made is not None:
        write_key_file(folder, made[0])
    replace_durably(new_database_path(folder), database_path(folder))
    return key, None if made is None else made[1]


def _make_database(path: Path, key: bytes | None) -> None:
    for leftover in path.parent.glob(path.name + "*"):
        leftover.unlink()
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    engine = make_engine(path, key)
    try:
        with engine.connect() as connection, connection.begin():
            migrate(connection)
            note_fact(connection, "vault_id", str(uuid4()))
    finally:
        engine.dispose()


def _bring_up_to_date(store: Store, clock: Clock) -> None:
    with store.reading() as connection:
        found = schema_revision(connection, store.path)
    if found is None:
        raise DamagedVault(store.path)
    store.make_durable()
    if found != NEWEST_REVISION:
        make_backup(store, clock())
        with store.writing() as connection:
            if schema_revision(connection, store.path) != NEWEST_REVISION:
                migrate(connection)
