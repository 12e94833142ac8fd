"""What the monkey starts from and what it leaves behind: the vault, the words in it, and what the server printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

from assessments.records import Record
from assessments.storage import create_vault, open_vault
from assessments.storage.clock import system_clock
from sample_data import load_sample


def fill_home(home: Path) -> None:
    """A vault without a passphrase that holds the invented person's two years, so that every screen has something."""
    sample = load_sample(until=system_clock().date())
    vault, _ = create_vault(home)
    with vault:
        vault.save_many([*sample.responses, *sample.entries, *sample.practices_done, *sample.events])


def lost_words(home: Path, settled: list[str]) -> list[str]:
    """Those of the typed words that are in no draft, no record and no history of the vault."""
    with open_vault(home) as vault:
        records: list[Record] = [*vault.responses(), *vault.entries(), *vault.practices_done(), *vault.events()]
        records += [each.record for each in vault.removed()]
        history = [state.record for record in records for state in vault.history(record.id)]
        drafts = [draft.value for draft in vault.drafts()]
        texts = vault.questionnaire_texts()
        everything = "\n".join(map(repr, (*records, *history, *texts.values()))) + json.dumps(
            [drafts, vault.settings()], default=str
        )
        problems = [problem.says for problem in vault.verify()]
    return [*problems, *(word for word in settled if not re.search(rf"{word}\b", everything))]


def printed_faults(printed: str) -> list[str]:
    """What the server printed of faults: a traceback, or the place of one that a page kept to itself."""
    return re.findall(r"^Traceback.*|^\w*(?:Error|Exception)\b.*", printed, re.MULTILINE)
