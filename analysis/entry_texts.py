"""The texts of journal entries as the theme analysis takes them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from assessments.catalogue import Catalogue
from assessments.records import Entry


def entry_texts(entries: Iterable[Entry], catalogue: Catalogue) -> pd.DataFrame:
    """One row for each entry with text.

    `id`, `written_at` (each in its own zone), `text`, and whether it may be quoted (`quotable`).
    """
    rows = []
    for entry in entries:
        form = catalogue.forms[entry.form, entry.version]
        parts = [entry.fields.get(name) for name in form.theme_text_fields]
        text = "\n".join(part for part in parts if isinstance(part, str) and part.strip())
        if text:
            rows.append((entry.id, entry.happened_at, text, form.quoted))
    return pd.DataFrame(rows, columns=["id", "written_at", "text", "quotable"], dtype=object)
