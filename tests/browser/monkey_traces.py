"""What the monkey starts from and what it leaves behind: the vault, the words in it, and what the server printed."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

from assessments.home import HOME_VARIABLE
from assessments.records import Record
from assessments.storage import create_vault, demo_folder, open_vault, vault_exists
from assessments.storage.clock import system_clock
from sample_data import load_sample


def fill_home(home: Path, weeks: int = 26) -> None:
    """A vault without a passphrase that holds the invented person's last weeks, so that every screen has something."""
    today = system_clock()
    sample = load_sample(until=today.date())
    records: list[Record] = [*sample.responses, *sample.entries, *sample.practices_done, *sample.events]
    vault, _ = create_vault(home)
    with vault:
        vault.save_many([each for each in records if today - each.happened_at < timedelta(weeks=weeks)])


def lost_words(home: Path, settled: list[str]) -> list[str]:
    """Those of the typed words that are in no draft, no record and no history of either vault, and any damage."""
    folders = [folder for folder in (home, demo_folder({HOME_VARIABLE: str(home)})) if vault_exists(folder) != "none"]
    everything = "\n".join(map(_everything, folders))
    problems = [fault for folder in folders for fault in _damage(folder)]
    return [*problems, *(word for word in settled if not re.search(rf"{word}\b", everything))]


def drafts_in(home: Path) -> list[str]:
    """Where drafts stand in the vault, and how long each is."""
    if vault_exists(home) == "none":
        return []
    with open_vault(home) as vault:
        return [f"{draft.key}: {len(json.dumps(draft.value))}" for draft in vault.drafts()]


def _everything(folder: Path) -> str:
    with open_vault(folder) as vault:
        records: list[Record] = [*vault.responses(), *vault.entries(), *vault.practices_done(), *vault.events()]
        records += [each.record for each in vault.removed()]
        history = [state.record for record in records for state in vault.history(record.id)]
        values = [
            [draft.value for draft in vault.drafts()],
            vault.settings(),
            list(vault.questionnaire_texts().values()),
        ]
    return "\n".join(map(repr, (*records, *history))) + json.dumps(values, default=str)


def _damage(folder: Path) -> list[str]:
    with open_vault(folder) as vault:
        return [problem.says for problem in vault.verify()]


def printed_faults(printed: str) -> list[str]:
    """What the server printed of faults: a traceback, or the place of one that a page kept to itself."""
    return re.findall(r"^Traceback.*|^\w*(?:Error|Exception)\b.*", printed, re.MULTILINE)
