"""What was removed, one by one, and together where it came in together and was taken back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assessments.records import Record

TOGETHER_FROM = 4


@dataclass(frozen=True)
class RemovedTogether:
    """Records of one import that are removed; `source` is the format that most of them came from."""

    import_id: str
    source: str
    records: tuple[Record, ...]


def removed_records(records: Sequence[Record]) -> tuple[list[RemovedTogether], list[Record]]:
    """The records that came in together, from four on, and the others, both in the order given."""
    by_import: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.import_id is not None:
            by_import[record.import_id].append(record)
    together = [
        RemovedTogether(name, next((each.source for each in some if each.source), ""), tuple(some))
        for name, some in by_import.items()
        if len(some) >= TOGETHER_FROM
    ]
    grouped = {each.import_id for each in together}
    return together, [record for record in records if record.import_id not in grouped]
