"""Recurring themes of the person's entries: found once, kept in the vault, new entries sorted in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pandas as pd

from analysis.entry_texts import entry_texts
from analysis.results import NotEnough
from analysis.themes import (
    Edit,
    Person,
    Rhythms,
    Themes,
    WordCount,
    common_words,
    edits_from_json,
    edits_to_json,
    find_themes,
    new_words,
    people,
    rhythms,
)
from dashboard import kept_names, session
from dashboard.charts.life_events import with_life_events
from dashboard.charts.picture import Picture
from dashboard.charts.theme_weeks import theme_line, themes_picture
from dashboard.services.belongings import held, version
from dashboard.services.palette import palette
from dashboard.view_models.theme_weeks import ThemeWeeks, theme_weeks

KEY = kept_names.THEMES
EDITS = kept_names.THEME_EDITS
MONTH_DAYS = 30


def texts() -> pd.DataFrame:
    """One row for each entry with text: its id, when it was about, the text, and whether it may be quoted."""
    return session.remembered("theme texts", version(), lambda: entry_texts(held().entries, held().catalogue))


def kept() -> Themes | None:
    """The themes that were found before, with every entry since sorted in; None before the first time."""
    if session.vault().derived(KEY) is None:
        return None
    return session.remembered("themes", (version(), edits()), _bring_up_to_date)


def _bring_up_to_date() -> Themes | None:
    text = session.vault().derived(KEY)
    if text is None:
        return None
    before = Themes.from_json(text)
    found = find_themes(texts(), previous=before, edits=edits())
    if not isinstance(found, Themes):
        return None
    after = found.to_json()
    if after != text:
        _keep(after)
    return found


def _keep(text: str) -> None:
    session.vault().set_derived(KEY, text, entry_ids=list(texts()["id"]))


def find(progress: Callable[[float], None] | None = None, *, cold: bool = False) -> Themes | NotEnough:
    """Find the themes, keeping the ids and names of those that were there, and keep them in the vault."""
    found = find_themes(texts(), previous=kept(), edits=edits(), cold=cold, progress=progress)
    if isinstance(found, Themes):
        _keep(found.to_json())
    return found


def change_entry(entry_id: str, act: Callable[[], None]) -> None:
    """Revise or remove an entry, and let go of its words in the themes while the themes themselves stay."""
    text = session.vault().derived(KEY)
    act()
    if text is not None:
        _keep(Themes.from_json(text).without([entry_id]).to_json())


def edits() -> tuple[Edit, ...]:
    """What the person did to the themes, in order."""
    return edits_from_json(session.vault().setting(EDITS, "[]"))


def edit(added: Edit) -> None:
    """Rename, merge, split, hide or drop a theme; it lasts across new entries."""
    session.vault().set_setting(EDITS, edits_to_json([*edits(), added]))


def undo() -> None:
    """Take the latest edit back."""
    session.vault().set_setting(EDITS, edits_to_json(edits()[:-1]))


def words() -> tuple[WordCount, ...]:
    """The words that stand in most entries."""
    return session.remembered("common words", version(), lambda: common_words(texts()))


def words_new_this_month() -> tuple[WordCount, ...]:
    """The words of the past month that the entries before it do not have."""
    since = (session.clock()() - timedelta(days=MONTH_DAYS)).date()
    return session.remembered("new words", (version(), since), lambda: new_words(texts(), since))


def named_people() -> tuple[Person, ...]:
    """The names in the entries, the commonest first."""
    return session.remembered("named people", version(), lambda: people(texts()))


def times_of_writing() -> Rhythms:
    """On which weekdays and at which times of day the entries were written about."""
    return session.remembered("times of writing", version(), lambda: rhythms(texts()))


def weeks(found: Themes) -> ThemeWeeks:
    """The themes over the weeks in which anything was written."""
    return session.remembered("theme weeks", (version(), edits()), lambda: _weeks(found))


def _weeks(found: Themes) -> ThemeWeeks:
    written = texts()["written_at"].dt.tz_localize(None).dt.to_period("W-SUN").dt.start_time.dt.date
    return theme_weeks([theme for theme in found.themes if not theme.hidden], written=sorted(set(written)))


def picture(found: Themes) -> Picture:
    """All themes over the weeks."""
    key = (version(), edits(), palette())
    return session.remembered("theme picture", key, lambda: _marked(themes_picture(weeks(found), palette())))


def line(found: Themes, theme_id: str) -> Picture:
    """One theme's own line."""
    key = (version(), edits(), palette())
    return session.remembered(
        f"theme line {theme_id}", key, lambda: _marked(theme_line(weeks(found), theme_id, palette()))
    )


def _marked(picture: Picture) -> Picture:
    return with_life_events(picture, held().events, palette())
