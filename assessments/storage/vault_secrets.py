"""The vault's secrets: a passphrase added or changed, a new recovery code, a new key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assessments.storage import attempts, keys, rekeying
from assessments.storage.errors import WrongSecret
from assessments.storage.faults import told_as_vault_errors
from assessments.storage.key_file import KeyFile, delete_key_file, read_key_file, write_key_file
from assessments.storage.slots import new_data_key, passphrase_bytes
from assessments.storage.store import Store


class VaultSecrets:
    """The part of a vault that changes its secrets; a kill at any moment leaves the old or the new one."""

    _store: Store

    def change_passphrase(self, old: str, new: str) -> None:
        """Open with the new passphrase from now on; WrongSecret where the old one is wrong. Backups keep theirs."""
        key = self._require(old)
        self._rewrap(key, new)

    def set_passphrase_after_recovery(self, new: str) -> None:
        """Give a vault that was opened with its recovery code a new passphrase."""
        self._rewrap(self._own_key(), new)

    def new_recovery_code(self, passphrase: str) -> str:
        """A new recovery code in the place of the old one; WrongSecret where the passphrase is wrong."""
        key = self._require(passphrase)
        with self._store.writing(counts=False), told_as_vault_errors(self._folder):
            return keys.new_code(self._folder, key)

    def add_passphrase(self, new: str) -> str:
        """Encrypt a plain vault; returns its recovery code. The plain file is overwritten; plain backups stay.

        VaultBusy where another process has the vault open; other sessions of this process are locked.
        """
        if self._store.encrypted:
            raise ValueError("this vault has a passphrase")
        key = new_data_key()
        key_file, code = keys.fresh_slots(key, new)
        with self._store.with_file_closed():
            try:
                rekeying.rewrite(self._folder, None, key, lambda: write_key_file(self._folder, key_file))
            except BaseException:
                if keys.is_plain(self._folder):
                    delete_key_file(self._folder)
                raise
            self._store.key = key
        return code

    def change_key(self, passphrase: str) -> str:
        """Write the file anew under a new key; returns a new recovery code. WrongSecret where the passphrase is wrong.

        VaultBusy where another process has the vault open; other sessions of this process are locked.
        """
        old_key = self._require(passphrase)
        key = new_data_key()
        fresh, code = keys.fresh_slots(key, passphrase)
        with self._store.with_file_closed():
            former = read_key_file(self._folder)
            both = replace(fresh, previous=former.slots)
            try:
                rekeying.rewrite(self._folder, old_key, key, lambda: write_key_file(self._folder, both))
            except BaseException:
                self._settle(fresh, former, key)
                raise
            self._store.key = key
            write_key_file(self._folder, fresh)
        return code

    @property
    def _folder(self) -> Path:
        return self._store.folder

    def _own_key(self) -> bytes:
        if self._store.key is None:
            raise ValueError("this vault has no passphrase")
        return self._store.key

    def _require(self, passphrase: str) -> bytes:
        own = self._own_key()
        with told_as_vault_errors(self._folder):
            if keys.data_key(self._folder, passphrase, None) != own:
                raise WrongSecret(attempts.count_wrong(self._folder))
        return own

    def _rewrap(self, key: bytes, passphrase: str) -> None:
        with self._store.writing(counts=False), told_as_vault_errors(self._folder):
            keys.rewrap(self._folder, "passphrase", passphrase_bytes(passphrase), key)

    def _settle(self, fresh: KeyFile, former: KeyFile, key: bytes) -> None:
        """After a fault half way: the slots that go with the file that is there."""
        if keys.opens(self._store.path, key):
            self._store.key = key
            write_key_file(self._folder, fresh)
        else:
            write_key_file(self._folder, former)
