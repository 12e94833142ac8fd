"""The vault that the commands work on: the one in FOOTBRIDGE_HOME, opened with the passphrase where it has one."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from assessments.home import home_folder
from assessments.storage import NoVault, Vault, open_vault, vault_exists
from dashboard.clock import Clock, clock_in, zone_named
from dashboard.command_line.passphrases import vault_passphrase


def home() -> Path:
    """The folder of the vault."""
    return home_folder(os.environ)


def clock() -> Clock:
    """The present moment in this computer's zone."""
    return clock_in(zone_named(None))


def opened(given: Namespace) -> Vault:
    """The vault, opened; raises what storage raises, and a Refusal where its passphrase cannot be learned."""
    state = vault_exists(home())
    if state == "none":
        raise NoVault(home())
    passphrase = vault_passphrase(given.passphrase_fd) if state == "encrypted" else None
    return open_vault(home(), passphrase=passphrase, clock=clock())
