"""Gathers every sentence of the code into one gettext catalogue, dashboard/locale/footbridge.pot."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "dashboard" / "locale" / "footbridge.pot"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "say": None,
    "say_count": (1, 2),
    "Sentence": None,
    "Counted": (1, 2),
}
FOLDERS = ("assessments", "analysis", "dashboard")


def gather() -> Catalog:
    """The catalogue of every sentence, each with the places where it stands."""
    catalogue = Catalog(project="Footbridge", charset="utf-8")
    for folder in FOLDERS:
        found = extract_from_dir(ROOT / folder, method_map=[("**.py", "python")], keywords=KEYWORDS)
        for name, line, message, comments, context in found:
            place = f"{folder}/{name}"
            catalogue.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalogue


def main() -> int:
    """Write the catalogue; sorted and without dates, so that it changes only where a sentence does."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("wb") as file:
        write_po(file, gather(), omit_header=True, sort_output=True, no_location=True, width=120)
    return 0


if __name__ == "__main__":
    sys.exit(main())
