"""Warns when the help lines were last checked too long ago."""

from __future__ import annotations

import sys

from assessments.catalogue import load
from dashboard.clock import clock_in, zone_named

OLDEST_DAYS = 180


def main() -> int:
    """Print a warning where the file is old; never fails a build for it."""
    lines = load().help_lines
    if lines is None:
        print("The help lines are missing.", file=sys.stderr)
        return 1
    age_days = lines.age_days(clock_in(zone_named(None))().date())
    if age_days > OLDEST_DAYS:
        print(f"Warning: the help lines were last checked {age_days} days ago, on {lines.checked}.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
