"""The field ids of the built-in forms that pictures read, in one place."""

from __future__ import annotations

from typing import Final

THOUGHT: Final = "thought"
BRAVE_STEP: Final = "brave-step"
BRIDGE: Final = "bridge"

BELIEF_BEFORE: Final = "belief-before"
BELIEF_AFTER: Final = "belief-after"
FEELINGS_BEFORE: Final = "feelings-before"
FEELINGS_AFTER: Final = "feelings-after"
THINKING_TRAPS: Final = "thinking-traps"
THE_THOUGHT: Final = "thought"

SHARED: Final = "share"
EXPECTED: Final = "expected"
OUTCOME: Final = "outcome"
EXPERIENCED: Final = "experienced"
DONE: Final = "done"
CHANGED: Final = "changed"
NOT_NOW: Final = "not-now"

BRIDGE_NAME: Final = "name"
BRIDGE_STAGE: Final = "stage"
ACT: Final = "act"
ACT_KEPT: Final = "act-kept"
KEPT: Final = "kept"
PARTLY: Final = "partly"
NOT_THIS_TIME: Final = "not-this-time"
