"""Opens the app for `make run`, which needs no installed command."""

from __future__ import annotations

import sys

from dashboard.command_line.outcome import Refusal
from dashboard.command_line.running import start

if __name__ == "__main__":
    try:
        sys.exit(start(way_out="FOOTBRIDGE_PORT={port} make run"))
    except Refusal as refusal:
        print(refusal.says, file=sys.stderr)
        sys.exit(refusal.code)
