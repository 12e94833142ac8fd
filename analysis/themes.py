"""What keeps coming back in a journal: themes found in its sentences, with names, quotes and weeks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from analysis.cohesion import faint
from analysis.features import Floats
from analysis.naming import Quote, name_of, quotes_of, telling_terms
from analysis.passages import Passage, passages
from analysis.people import Person, name_stems, people
from analysis.recurrence import PRESENT_AT, by_week, direction, months, recurs
from analysis.results import NotEnough
from analysis.theme import Theme
from analysis.theme_collection import Themes, entry_shares, entry_weights, shown_nearness, shown_shares
from analysis.theme_course import Course, course_of, with_course
from analysis.theme_edits import Edit, Hide, Merge, NotATheme, Rename, Split, edits_from_json, edits_to_json
from analysis.theme_groups import Groups, grouped, with_splits
from analysis.theme_model import ThemeModel, fit, only_written
from analysis.tokens import english_texts
from analysis.word_counts import Rhythms, WordCount, common_words, new_words, rhythms
from analysis.writings import clean_entries
from assessments.language import say, say_count

__all__ = [
    "Edit", "Hide", "Merge", "NotATheme", "Person", "Quote", "Rename", "Rhythms", "Split", "Theme", "Themes",
    "WordCount",
    "common_words", "edits_from_json", "edits_to_json", "find_themes", "kept_themes", "needs_refit", "new_words",
    "people", "rhythms",
]  # fmt: skip

ENOUGH_FOR_THEMES = 20
ENOUGH_TO_SETTLE = 60
REFIT_ENTRIES = 20
REFIT_SHARE = 0.05
CLEAR_AT = 0.5


def kept_themes(text: str | None) -> Themes | None:
    """The themes kept as that text; None where there is none, or another version wrote it and they are found anew."""
    try:
        return None if text is None else Themes.from_json(text)
    except ValueError:
        return None


def find_themes(
    entries: pd.DataFrame,
    previous: Themes | None = None,
    edits: Sequence[Edit] = (),
    *,
    cold: bool = False,
    progress: Callable[[float], None] | None = None,
) -> Themes | NotEnough:
    """The themes of a journal: frame with id, written_at, text and, if wished, quotable (bool).

    With `previous` the themes stay and new entries are sorted into them, until there are enough of these for a refit
    (`needs_refit`), which starts where the old themes stand and keeps each; `cold` starts anew and carries ids over
    where themes match, as is always done with themes that an older table of word vectors or an older recipe found.
    `edits` are the person's, in order. `progress` hears shares from 0 to 1. An entry that may not be quoted is read but
    never quoted; one that is not English is left out and counted in `notice`.
    NotEnough below 20 entries with words of substance. Method: sentences as weighted word vectors beside a latent
    semantic space, spherical k-means, near themes merged (see `analysis.features`, `analysis.clustering`).
    """
    tell = progress or _unheard
    tell(0.0)
    whole = clean_entries(entries)
    english = english_texts(whole["text"])
    frame = whole[english].reset_index(drop=True)
    found = passages(frame["text"].tolist())
    n = len({passage.row for passage in found})
    notice = _notice(len(whole) - len(frame))
    if n < ENOUGH_FOR_THEMES:
        return _not_enough(n, notice)
    tell(0.2)
    cold = cold or (previous is not None and previous.model.is_outdated)
    if previous is not None and not cold and not _refit_due(previous.model, frame["id"].tolist()):
        model = only_written(previous.model, found)
        all_there = set(previous.model.fitted_on) <= set(frame["id"])
        course = previous.course if all_there else None
        points = model.points(found)
    else:
        course = None
        model, points = fit(
            found, frame, name_stems(frame["text"].tolist()), previous.model if previous else None,
            warm=not cold, progress=tell,
        )  # fmt: skip
    model = with_splits(model, edits, found)
    shown = _present(model, grouped(model, edits), frame, found, points, course, notice)
    tell(1.0)
    return shown


def _unheard(_share: float) -> None:
    """Nobody listens."""


def needs_refit(previous: Themes, entries: pd.DataFrame) -> bool:
    """Whether enough came or went since the last fit, 20 entries and 5 % of those fitted on, or the method is new."""
    if previous.model.is_outdated:
        return True
    frame = clean_entries(entries)
    read = frame.loc[english_texts(frame["text"]), "id"].tolist()
    return _refit_due(previous.model, read)


def _refit_due(model: ThemeModel, ids: Sequence[str]) -> bool:
    changed = len(set(ids) ^ set(model.fitted_on))
    return changed >= max(REFIT_ENTRIES, REFIT_SHARE * len(model.fitted_on))


def _not_enough(n: int, notice: str) -> NotEnough:
    says = say_count(
        "{n} entry with words to read so far; from {needed} on themes can be looked for.",
        "{n} entries with words to read so far; from {needed} on themes can be looked for.",
        n,
        needed=ENOUGH_FOR_THEMES,
    )
    joined = say("{notice} {rest}", notice=notice, rest=says) if notice else says
    return NotEnough(n=n, needed=ENOUGH_FOR_THEMES, says=joined)


def _notice(n_other: int) -> str:
    if not n_other:
        return ""
    return say_count(
        "{n} entry does not read as English. Themes are found in English alone; its words are still counted.",
        "{n} entries do not read as English. Themes are found in English alone; their words are still counted.",
        n_other,
    )


def _present(
    model: ThemeModel, groups: Groups, frame: pd.DataFrame, found: Sequence[Passage], points: Floats,
    course: Course | None, notice: str,
) -> Themes:  # fmt: skip
    """Names, quotes, weeks and what became of each theme, for the model and the person's edits as they stand.

    `course`: the one that the entries were told by before, so that those sorted in since move no other; None
    where there was none, or it still counts an entry that is gone.
    """
    shares = shown_shares(model, groups, model.shares(points))
    every = list(shares)
    table = np.column_stack([shares[theme] for theme in every]).astype(np.float32)
    terms = dict(zip(every, telling_terms(found, table, model.people), strict=True))
    kept = [theme for theme in every if theme not in groups.refused]
    near = shown_nearness(model, groups, model.nearness(points))
    parts = entry_shares(shares, found, frame, kept)
    days = pd.DatetimeIndex(frame["day"])
    if course is None or set(course.shares) != set(kept):
        course = course_of(days, parts)
    alone = entry_weights(shares, near, found, frame, kept)
    weights = with_course(alone, days, course)
    rows = np.array([passage.row for passage in found], dtype=np.int64)
    loose = {theme for theme, is_loose in zip(every, faint(points, table, rows), strict=True) if is_loose}
    built = []
    for theme in kept:
        nearest = table.argmax(axis=1) == every.index(theme)
        mine = nearest & (shares[theme] >= CLEAR_AT)
        held = weights[theme].to_numpy()
        there = held >= PRESENT_AT
        present = pd.DatetimeIndex(frame["day"][there])
        weeks = by_week(pd.DatetimeIndex(frame["day"]), parts[theme])
        is_faint = theme in loose and theme not in groups.names
        often = not is_faint and recurs(present, (frame["day"].iloc[0], frame["day"].iloc[-1]), held[there])
        built.append(
            Theme(
                id=theme,
                name=groups.names.get(theme, name_of(terms[theme])),
                terms=terms[theme],
                quotes=quotes_of(found, shares[theme], mine, frame),
                weeks=weeks,
                recurs=often,
                is_episode=not often and not is_faint and len(present) >= 4,
                direction=None if is_faint else direction(weeks, len(frame), len(kept)),
                n_entries=len(present),
                n_months=months(present),
                faint=is_faint,
                hidden=theme in groups.hidden,
                name_is_own=theme in groups.names,
            )
        )
    ordered = sorted(built, key=lambda theme: (-theme.n_entries, theme.id))
    return Themes(
        themes=tuple(ordered), weights=weights[[theme.id for theme in ordered]], n=len(frame),
        early=len(frame) < ENOUGH_TO_SETTLE, notice=notice, model=model, groups=groups,
        course=course,
    )  # fmt: skip
