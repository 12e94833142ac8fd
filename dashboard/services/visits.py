"""When the person was last here, told by what they left."""

from __future__ import annotations

from datetime import timedelta

from dashboard import session
from dashboard.services.belongings import held

GAP = timedelta(days=22)


def is_new() -> bool:
    """Whether there is no check-in and no entry yet."""
    return not held().responses and not held().entries


def is_back_after_gap() -> bool:
    """Whether the latest check-in or entry is about a day more than three weeks ago."""
    moments = [record.happened_at for record in (*held().responses[-1:], *held().entries[-1:])]
    return bool(moments) and session.clock()() - max(moments) >= GAP
