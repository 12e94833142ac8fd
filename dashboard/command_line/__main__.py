"""`python -m dashboard.command_line` is `footbridge`."""

from __future__ import annotations

import sys

from dashboard.command_line.entry import main

sys.exit(main())
