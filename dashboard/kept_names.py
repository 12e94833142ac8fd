"""Under which names the vault keeps what a person set; every setting of the app stands here."""

from __future__ import annotations

from typing import Final

CONTACTS: Final = "own_contacts"
DEMO_FILLED_ON: Final = "demo_filled_on"
DISMISSED_INSIGHTS: Final = "dismissed_insights"
DISMISSED_SUGGESTIONS: Final = "dismissed_suggestions"
ENTRIES_AT_REST: Final = "entries_at_rest"
IDLE_MINUTES: Final = "idle_minutes"
MAIN_SCALE: Final = "main_scale"
MOOD_LEVELS: Final = "mood_levels"
PLAN: Final = "plan_for_bad_days"
RECOVERY_CODE_WAITS: Final = "recovery_code_waits"
SET_ASIDE: Final = "questionnaires_set_aside"
STEP: Final = "step_that_matters"
THEME_EDITS: Final = "theme_edits"
WISHED_BALANCE: Final = "wished_balance"

# Not settings but worked out from entries: the themes, and what they were found in.
THEMES: Final = "themes"
THEMES_OF: Final = "themes_of"

MOST_IDLE_MINUTES: Final = 240
