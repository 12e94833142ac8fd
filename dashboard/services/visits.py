"""When the person was last here, told by what they left."""

from __future__ import annotations

from datetime import timedelta

from dashboard import session
from dashboard.services.at_a_glance import at_a_glance

GAP = timedelta(days=22)


def is_new() -> bool:
    """Whether there is no check-in and no entry yet."""
    return at_a_glance().is_empty


def is_back_after_gap() -> bool:
    """Whether the latest check-in or entry is about a day more than three weeks ago."""
    newest = (at_a_glance().newest_check_in, at_a_glance().newest_entry)
    moments = [record.happened_at for record in newest if record is not None]
    return bool(moments) and session.clock()() - max(moments) >= GAP
