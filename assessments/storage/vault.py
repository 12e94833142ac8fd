"""The vault: one folder with everything a person leaves behind, opened and made here."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from assessments.storage import settings
from assessments.storage.clock import Clock
from assessments.storage.store import Store
from assessments.storage.vault_records import VaultRecords
from assessments.storage.vault_secrets import VaultSecrets
from assessments.storage.vault_upkeep import VaultUpkeep
from assessments.storage.vault_values import VaultValues


class Vault(VaultRecords, VaultValues, VaultSecrets, VaultUpkeep):
    """An open vault; a context manager; safe to use from several threads."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self._store.folder

    @property
    def encrypted(self) -> bool:
        """Whether a secret is needed to open it."""
        return self._store.encrypted

    @property
    def is_open(self) -> bool:
        """Whether it can still be used: not closed, and not locked from another session of this process."""
        return not self._store.gate.closed

    @property
    def change_count(self) -> int:
        """A number that grows with each change of records, settings or questionnaires, whichever process made it."""
        with self._store.reading() as connection:
            return int(settings.fact(connection, "change_count") or 0)

    @property
    def changes_made(self) -> int:
        """How many of those changes went through this open vault; known without reading the file."""
        return self._store.changes_made

    def close(self) -> None:
        """Close the file and forget its key; later calls raise VaultLocked. Closing twice is harmless."""
        self._store.close()

    lock = close

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
