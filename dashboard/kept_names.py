"""Under which names the vault keeps what the app and the command line both read."""

from __future__ import annotations

from typing import Final

MAIN_SCALE: Final = "main_scale"
THEMES: Final = "themes"
THEME_EDITS: Final = "theme_edits"
