"""Cells of a CSV file that no spreadsheet takes for a formula, and the same cells read back exactly."""

from __future__ import annotations

import re
from typing import Final

_LOOKS_LIKE_A_FORMULA: Final = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")


def safe_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet could run it as a formula.

    Beginnings that count are those that OWASP names under "CSV injection".
    """
    return "'" + text if text and _LOOKS_LIKE_A_FORMULA.match(text) else text


def cell_text(cell: str) -> str:
    """The text that `safe_cell` was given."""
    return cell[1:] if cell.startswith("'") and _LOOKS_LIKE_A_FORMULA.match(cell) else cell
