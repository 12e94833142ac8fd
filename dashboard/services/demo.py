"""The invented person's vault: filled from sample_data, apart from everybody's own."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from assessments.storage import Vault, create_vault, open_vault, vault_exists
from dashboard import kept_names
from dashboard.clock import Clock
from sample_data import load_sample

OLDEST_DAYS = 6
FILLED_ON = kept_names.DEMO_FILLED_ON


def fresh_demo(folder: Path, clock: Clock) -> Vault:
    """The demo's vault, whose last check-in lies within the week before the clock's day."""
    if vault_exists(folder) == "plain":
        held = open_vault(folder, clock=clock)
        if _is_recent(held, clock):
            return held
        held.close()
    shutil.rmtree(folder, ignore_errors=True)
    made, _ = create_vault(folder, clock=clock)
    sample = load_sample(until=clock().date())
    made.save_many([*sample.responses, *sample.entries, *sample.practices_done, *sample.events])
    made.set_setting(FILLED_ON, clock().date().isoformat())
    return made


def _is_recent(held: Vault, clock: Clock) -> bool:
    filled_on = held.setting(FILLED_ON)
    if not isinstance(filled_on, str):
        return False
    return abs((clock().date() - date.fromisoformat(filled_on)).days) <= OLDEST_DAYS
