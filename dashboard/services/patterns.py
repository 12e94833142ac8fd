"""What Patterns shows of the entries: pictures of the themes, what goes with one, and facets beside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from analysis.recurrence import PRESENT_AT
from analysis.themes import Person, Rhythms, Themes, WordCount, common_words, new_words, people, rhythms
from dashboard import session
from dashboard.charts.life_events import with_life_events
from dashboard.charts.picture import Picture
from dashboard.charts.theme_weeks import theme_line, themes_picture
from dashboard.charts.thoughts import feeling_months_picture, traps_picture
from dashboard.services import change, themes
from dashboard.services.belongings import held, version
from dashboard.services.palette import palette
from dashboard.view_models.theme_weeks import ThemeWeeks, theme_weeks
from dashboard.view_models.thoughts import feeling_months, trap_months

MONTH_DAYS = 30


def words() -> tuple[WordCount, ...]:
    """The words that stand in most entries; names are written as the person writes them."""
    return session.remembered("common words", version(), _common_words)


def _common_words() -> tuple[WordCount, ...]:
    names = {each.name.casefold(): each.name for each in named_people()}
    return tuple(replace(each, word=names.get(each.word, each.word)) for each in common_words(themes.texts()))


def words_new_this_month() -> tuple[WordCount, ...]:
    """The words of the past month that the entries before it do not have."""
    since = (session.clock()() - timedelta(days=MONTH_DAYS)).date()
    return session.remembered("new words", (version(), since), lambda: new_words(themes.texts(), since))


def named_people() -> tuple[Person, ...]:
    """The names in the entries, the commonest first."""
    return session.remembered("named people", version(), lambda: people(themes.texts()))


def times_of_writing() -> Rhythms:
    """On which weekdays and at which times of day the entries were written about."""
    return session.remembered("times of writing", version(), lambda: rhythms(themes.texts()))


def weeks(found: Themes) -> ThemeWeeks:
    """The themes over the weeks in which anything was written."""
    return session.remembered("theme weeks", themes.state(), lambda: _weeks(found))


def _weeks(found: Themes) -> ThemeWeeks:
    days = [moment.date() for moment in themes.texts()["written_at"]]
    written = sorted({day - timedelta(days=day.weekday()) for day in days})
    return theme_weeks([theme for theme in found.themes if themes.shown(theme)], written=written)


def feelings_with(found: Themes, theme_id: str) -> tuple[int, list[tuple[str, int]]]:
    """How many of the theme's entries note a feeling, and the three noted most with their counts."""
    weights = found.weights[theme_id]
    holding = set(weights.index[weights >= PRESENT_AT])
    noted = [entry.feelings for entry in held().entries if entry.id in holding and entry.feelings]
    counts = Counter(name for feelings in noted for name, strength in feelings.items() if strength > 0)
    labels = held().catalogue.feelings
    return len(noted), [(labels[name].label if name in labels else name, n) for name, n in counts.most_common(3)]


def scales_with(theme_id: str) -> list[str]:
    """What may be said of the theme and the scales: a sentence for each pair that stands."""
    return [each.says for each in change.associations() if each.feature == f"theme:{theme_id}" and each.stands]


def traps_over_time() -> Picture:
    """Which thinking traps were named when."""
    labels = {each.id: each.label for each in held().catalogue.thinking_traps.values()}
    key = (version(), palette())
    return session.remembered(
        "patterns traps", key, lambda: _marked(traps_picture(trap_months(held().entries, labels), palette()))
    )


def feelings_over_time() -> Picture:
    """Which feelings were named when."""
    labels = {each.id: each.label for each in held().catalogue.feelings.values()}
    key = (version(), palette())
    return session.remembered(
        "patterns feelings",
        key,
        lambda: _marked(feeling_months_picture(feeling_months(held().entries, labels), palette())),
    )


def picture(found: Themes) -> Picture:
    """All themes over the weeks."""
    key = (themes.state(), palette())
    return session.remembered("theme picture", key, lambda: _marked(themes_picture(weeks(found), palette())))


def line(found: Themes, theme_id: str) -> Picture:
    """One theme's own line."""
    key = (themes.state(), palette())
    return session.remembered(
        f"theme line {theme_id}", key, lambda: _marked(theme_line(weeks(found), theme_id, palette()))
    )


def _marked(picture: Picture) -> Picture:
    return with_life_events(picture, held().events, palette())
