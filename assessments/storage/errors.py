"""What can go wrong with a vault, each with one clear sentence for the person (`says`)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from assessments.language import number, say, say_count
from assessments.records import Record


class VaultError(Exception):
    """Something about the vault that the person must hear; `says` is the sentence, free of anything they wrote."""

    def __init__(self, says: str) -> None:
        super().__init__(says)
        self.says = says


class NoVault(VaultError):
    """There is no vault in the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(say("Nothing of yours is kept in {folder} yet.", folder=folder))


class VaultExists(VaultError):
    """There is a vault in the folder already, whole or damaged; nothing was written over it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("There is already a file of yours in {folder}. Nothing was written over it.", folder=folder)
        )


class WrongSecret(VaultError):
    """The passphrase or recovery code does not open this vault; `wait` is the pause before the next try."""

    def __init__(self, wait: timedelta = timedelta(0), *, mistyped: bool = False) -> None:
        if mistyped:
            says = say("There is a typing mistake in that recovery code. Please compare it with your copy.")
        else:
            says = say("That is not the right passphrase or code. Please try again.")
        super().__init__(says)
        self.wait = wait


class TooSoon(VaultError):
    """A further try before the pause was over; nothing was tried."""

    def __init__(self, wait: timedelta) -> None:
        seconds = max(1, round(wait.total_seconds()))
        super().__init__(
            say_count(
                "Please wait {n} second before you try again.", "Please wait {n} seconds before you try again.", seconds
            )
        )
        self.wait = wait


class DamagedVault(VaultError):
    """The file cannot be read as it should be; it was not changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "The file {name} is damaged, so that not everything in it can be read. "
                "It stays as it is; a backup can be restored beside it.",
                name=path.name,
            )
        )
        self.path = path


class BackupFolderGone(VaultError):
    """The folder that was chosen for backups is not there; no backup was made, and nothing else was touched."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            say(
                "The folder for backups, {folder}, is not there at the moment, so no backup was made. "
                "If it is on a drive, connect it; or choose another folder under Your data.",
                folder=place,
            )
        )
        self.place = place


class BackupFolderRefused(VaultError):
    """Backups cannot be kept in that folder; they go where they went before."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            say(
                "Backups cannot be kept in {folder}. Please give the whole path of a folder outside this one "
                "that Footbridge may write to.",
                folder=place,
            )
        )
        self.place = place


class DamagedBackup(VaultError):
    """A backup that is not whole, or not a backup at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(say("{name} is not a whole backup, so nothing was restored from it.", name=path.name))
        self.path = path


class NewerSchema(VaultError):
    """The vault was written by a newer Footbridge; it was not changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "The file {name} was last used with a newer Footbridge. Please update Footbridge to open it.",
                name=path.name,
            )
        )
        self.path = path


class DiskFull(VaultError):
    """Too little free space; nothing of what was to be written was kept."""

    def __init__(self, free_bytes: int | None = None) -> None:
        if free_bytes is None:
            says = say("The disk is full, so this was not saved. Please free some space and save again.")
        else:
            says = say(
                "The disk has only {megabytes} MB left, so this was not saved. Please free some space and save again.",
                megabytes=number(free_bytes / 1e6, 1),
            )
        super().__init__(says)


class ReadOnlyVault(VaultError):
    """The vault or its folder may not be written to."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say("Footbridge may not write to {folder}. Please allow it to, then try again.", folder=folder)
        )


class FolderGone(VaultError):
    """The vault's folder or file vanished, or another stands in its place; nothing was saved since."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say(
                "Your file in {folder} is no longer where it was, so this was not saved. "
                "Please put it back, or open it again.",
                folder=folder,
            )
        )


class DiskFault(VaultError):
    """The computer could not read or write the files, for a reason of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(say("The computer could not read or write the files in {folder}.", folder=folder))


class VaultBusy(VaultError):
    """Another window or process holds the vault and did not let go in time; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(
            say("Footbridge is busy with your file elsewhere. Please close the other window and try again.")
        )


class VaultLocked(VaultError):
    """This vault object was locked or closed, by itself or because the vault was rewritten from another window."""

    def __init__(self) -> None:
        super().__init__(say("Your file is locked. Please open it again."))


class RecordExists(VaultError):
    """A record with that id was saved before."""

    def __init__(self, record_id: str) -> None:
        super().__init__(say("This was saved before, so it was not saved a second time."))
        self.record_id = record_id


class UnknownRecord(VaultError, LookupError):
    """No record with that id is kept."""

    def __init__(self, record_id: str) -> None:
        super().__init__(say("This is no longer kept."))
        self.record_id = record_id


class EditedMeanwhile(VaultError):
    """The record was changed elsewhere since it was read; `newest` is what is kept now (None: removed)."""

    def __init__(self, newest: Record | None, revision: int) -> None:
        if newest is None:
            says = say("This was removed in another window while you were editing it. Your text is still here.")
        else:
            says = say("This was changed in another window while you were editing it. Both versions are still here.")
        super().__init__(says)
        self.newest = newest
        self.revision = revision
