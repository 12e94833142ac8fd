"""Recurring themes of the person's entries: found once, kept in the vault, new entries sorted in."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from analysis.themes import Themes, common_words, find_themes

from analysis.results import NotEnough
from dashboard import session
from dashboard.charts.picture import Picture
from dashboard.charts.theme_weeks import theme_line, themes_picture
from dashboard.services.belongings import held, version
from dashboard.services.palette import palette
from dashboard.view_models.theme_weeks import ThemeWeeks, theme_weeks

KEY = "themes"


def texts() -> pd.DataFrame:
    """One row for each entry with text: its id, when it was about, the text, and whether it may be quoted."""
    return session.remembered("theme texts", version(), _texts)


def _texts() -> pd.DataFrame:
    forms = held().catalogue.forms
    rows = []
    for entry in held().entries:
        form = forms[entry.form, entry.version]
        parts = [entry.fields.get(name) for name in form.theme_text_fields]
        text = "\n".join(part for part in parts if isinstance(part, str) and part.strip())
        if text:
            rows.append((entry.id, entry.happened_at, text, form.quoted))
    frame = pd.DataFrame(rows, columns=["id", "written_at", "text", "quotable"])
    return frame.assign(written_at=pd.to_datetime(frame["written_at"], utc=True))


def kept() -> Themes | None:
    """The themes that were found before; None before the first time, or where an entry behind them changed."""

    def read() -> Themes | None:
        text = session.vault().derived(KEY)
        return None if text is None else Themes.from_json(text)

    return session.remembered("themes", version(), read)


def find(progress: Callable[[float], None] | None = None) -> Themes | NotEnough:
    """Find the themes anew, keeping the ids and names of those that were there, and keep them in the vault."""
    found = find_themes(texts(), previous=kept(), progress=progress)
    if isinstance(found, Themes):
        session.vault().set_derived(KEY, found.to_json(), entry_ids=list(texts()["id"]))
        session.forget_starting_with("_themes")
    return found


def words() -> list[tuple[str, int]]:
    """The words that stand most often in the entries."""
    return session.remembered("common words", version(), lambda: list(common_words(texts())))


def weeks(found: Themes) -> ThemeWeeks:
    """The themes over the weeks in which anything was written."""
    return session.remembered("theme weeks", (version(), id(found)), lambda: theme_weeks(found.themes))


def picture(found: Themes) -> Picture:
    """All themes over the weeks."""
    key = (version(), id(found), palette())
    return session.remembered("theme picture", key, lambda: themes_picture(weeks(found), palette()))


def line(found: Themes, theme_id: str) -> Picture:
    """One theme's own line."""
    key = (version(), id(found), palette())
    return session.remembered(f"theme line {theme_id}", key, lambda: theme_line(weeks(found), theme_id, palette()))
