"""`footbridge …`: what people script, on the vault in FOOTBRIDGE_HOME, without a browser."""

from __future__ import annotations

from dashboard.command_line.entry import main

__all__ = ["main"]
