"""Finds, makes, opens and closes the vault that a session works with."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assessments import storage  # what a locked door does not need of it is imported with its first use
from assessments.home import demo_folder, home_folder
from assessments.storage import DamagedVault, VaultError, vault_exists
from dashboard import session
from dashboard.services import kept_code

if TYPE_CHECKING:
    from assessments.storage import Backup

CLOSED_BY_HAND = "_closed_by_hand"
DAMAGED = "_damaged"
DEMO_VARIABLE = "FOOTBRIDGE_DEMO"
RECOVERED = "_recovered"


@dataclass(frozen=True)
class Door:
    """What stands in the person's folder: "none", "plain", "encrypted" or "damaged"."""

    folder: Path
    state: str


def own_door() -> Door:
    """What stands in the person's own folder, without opening it."""
    folder = home_folder(os.environ)
    return Door(folder, "damaged" if session.get(DAMAGED) else vault_exists(folder))


def opens_by_itself() -> bool:
    """Whether the first page finds an open vault: the demo, or the person's own where it has no passphrase."""
    return bool(os.environ.get(DEMO_VARIABLE)) or vault_exists(home_folder(os.environ)) == "plain"


def open_plain_vault_if_alone() -> None:
    """Open a vault that has no passphrase, unless the person has just closed it by hand; the demo where it was
    asked for when the app was started."""
    if session.opened() is not None or session.get(CLOSED_BY_HAND):
        return
    if os.environ.get(DEMO_VARIABLE):
        open_demo()
        return
    door = own_door()
    if door.state == "plain":
        try:
            open_own()
        except VaultError as refused:
            session.put(CLOSED_BY_HAND, True)
            session.put("_refused", refused.says)


def open_own(passphrase: str | None = None, recovery_code: str | None = None) -> None:
    """Open the person's vault for this session; raises what storage raises, each with a clear sentence."""
    folder = home_folder(os.environ)
    try:
        opened = storage.open_vault(folder, passphrase=passphrase, recovery_code=recovery_code, clock=session.clock())
    except DamagedVault:
        session.put(DAMAGED, True)
        raise
    session.unlock(opened, "own")
    session.put(RECOVERED, recovery_code is not None)


def choose_after_recovery(passphrase: str) -> None:
    """Give the vault that the recovery code opened a new passphrase."""
    session.vault().set_passphrase_after_recovery(passphrase)
    session.take(RECOVERED)
    kept_code.put_away()


def newest_backup() -> Backup | None:
    """The newest backup of the person's vault in which everything is whole."""
    return storage.newest_good_backup(home_folder(os.environ))


def restore(backup: Backup) -> None:
    """Put a backup in the place of a damaged vault, which is set aside whole."""
    storage.restore_backup(backup.path, home_folder(os.environ))
    forget_damage()


def forget_damage() -> None:
    """Let the door look at the folder anew, after the damaged file was set aside."""
    session.take(DAMAGED)
    session.take(CLOSED_BY_HAND)


def close_as_damaged() -> None:
    """Lock a session whose own file turned out to be damaged; the door then says what can be done."""
    found = session.opened()
    session.lock()
    session.put(DAMAGED if found is not None and found.kind == "own" else CLOSED_BY_HAND, True)


def begin_own(passphrase: str | None) -> None:
    """Make the person's vault, keep it open for this session, and show the recovery code where there is one."""
    made, code = storage.create_vault(home_folder(os.environ), passphrase, clock=session.clock())
    session.unlock(made, "own")
    if code is not None:
        kept_code.show(code)


def open_demo() -> None:
    """Open the invented person's vault, made afresh where its folder has none or its dates have grown old."""
    from dashboard.services.demo import fresh_demo

    close()
    session.unlock(fresh_demo(demo_folder(os.environ), session.clock()), "demo")


def close() -> None:
    """Lock this session; a vault without a passphrase then waits for a click."""
    session.lock()
    session.put(CLOSED_BY_HAND, True)
