"""Looks after a vault right after its first page: checks every page of the file and makes the backup that is due."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from assessments.storage import VaultError, VaultLocked
from dashboard import session

if TYPE_CHECKING:
    from assessments.storage import Vault

KEY = "_upkeep"
AFTER_SECONDS = 1.0


class Upkeep:
    """The check and backup of one opened vault, on a thread of its own.

    `says` fills where something is wrong with the file, `no_backup` where the backup that is due could not be made.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._thread: Thread | None = None
        self.says: tuple[str, ...] = ()
        self.no_backup: str | None = None

    def start_once(self) -> None:
        """Begin, unless it has begun."""
        if self._thread is None:
            self._thread = Thread(target=self._look_after, daemon=True)
            self._thread.start()

    def _look_after(self) -> None:
        Event().wait(AFTER_SECONDS)  # the page goes out to the browser
        try:
            self.says = tuple(problem.says for problem in self._vault.verify())
            if not self.says:
                self._back_up()
        except VaultLocked:
            return
        except VaultError as refused:
            self.says = (refused.says,)

    def _back_up(self) -> None:
        try:
            self._vault.backup_if_due()
        except VaultLocked:
            return
        except VaultError as refused:
            self.no_backup = refused.says


def after_first_page() -> None:
    """Start looking after the person's own vault once its first page is drawn; the demo needs no care."""
    found = session.opened()
    if found is None or found.kind != "own":
        return
    upkeep = session.get(KEY)
    if upkeep is None:
        upkeep = Upkeep(found.vault)
        session.put(KEY, upkeep)
    upkeep.start_once()


def faults() -> tuple[str, ...]:
    """What the check of this session's vault found wrong, once it is done."""
    upkeep = session.get(KEY)
    return upkeep.says if upkeep is not None else ()


def missing_backup() -> str | None:
    """Why the backup that is due for this session's vault was not made; None where nothing stood in its way."""
    upkeep = session.get(KEY)
    return upkeep.no_backup if upkeep is not None else None
