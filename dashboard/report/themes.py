"""Themes by name, and the person's own sentences only where each was ticked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

import pandas as pd

from analysis.days_before import THEME_PRESENT
from analysis.entry_texts import entry_texts
from analysis.frames import History
from analysis.passages import sentences
from analysis.theme import Theme
from analysis.theme_collection import Themes
from assessments.language import day, listing
from assessments.records import Entry
from dashboard.report.choices import Choices
from dashboard.report.document import Block, Quote, Section, Words
from dashboard.report.material import Material
from dashboard.wording import report as words

MOST_THEMES: Final = 8
MOST_OFFERED: Final = 4
ENTRIES_READ: Final = 12
FEWEST_WORDS, MOST_WORDS = 6, 30


@dataclass(frozen=True, kw_only=True)
class OfferedQuote:
    """A sentence of the span that may be ticked; the id stays the same while the sentence does."""

    id: str
    theme_id: str
    theme_name: str
    text: str
    written_at: datetime


def themes(found: Material) -> Section | None:
    """The themes that entries of the span hold, by name and count, each with the quotes that were ticked."""
    known = _themes(found.history)
    if known is None:
        return None
    shown = _shown(known, found.entries)
    if not shown:
        return None
    ticked = [
        each for each in quotes_on_offer(found.history, found.choices) if each.id in found.choices.quotes
    ] if found.choices.quotes else []  # fmt: skip
    blocks: list[Block] = []
    for theme, n in shown:
        blocks.append(Words(text=_line(theme, n)))
        blocks += [Quote(text=each.text, source=day(each.written_at)) for each in ticked if each.theme_id == theme.id]
    why = words.EARLY_WHY() if known.early else words.THEMES_WHY()
    return Section(title=words.THEMES(), blocks=(*blocks, Words(text=why, quiet=True)))


def quotes_on_offer(history: History, choices: Choices) -> tuple[OfferedQuote, ...]:
    """At most four sentences of the span for each theme, nearest first, one an entry, 6 to 30 words long.

    Sentences of forms that are never quoted (past experiences) are offered only where the choices allow them.
    """
    known = _themes(history)
    if known is None:
        return ()
    entries = [each for each in history.until_now().entries if choices.holds(each.happened_at)]
    texts = entry_texts(entries, history.catalogue)
    allowed = texts[texts["quotable"] | choices.experience_allowed]
    readable = dict(zip(allowed["id"].tolist(), allowed["text"].tolist(), strict=True))
    days = {each.id: each.happened_at for each in entries}
    return tuple(
        OfferedQuote(
            id=_quote_id(entry_id, text), theme_id=theme.id, theme_name=theme.name, text=text, written_at=days[entry_id]
        )
        for theme, _ in _shown(known, entries)
        for entry_id, text in _nearest(theme, known, readable)
    )


def _nearest(theme: Theme, known: Themes, readable: Mapping[str, str]) -> list[tuple[str, str]]:
    """The sentences nearest to the theme, with their entries' ids, read in the entries that hold most of it."""
    weights = known.weights.loc[known.weights.index.isin(list(readable)), theme.id]
    strongest = weights[weights >= THEME_PRESENT].sort_values(ascending=False, kind="stable").head(ENTRIES_READ)
    frame = pd.DataFrame(
        [
            (f"{entry_id} {place}", entry_id, sentence)
            for entry_id in strongest.index
            for place, sentence in enumerate(sentences(readable[entry_id]))
            if FEWEST_WORDS <= sentence.count(" ") + 1 <= MOST_WORDS
        ],
        columns=["id", "entry_id", "text"],
    )
    if frame.empty:
        return []
    # Each sentence is sorted in as if it were an entry of its own; when it was written plays no part in that.
    near = known.assign(frame.assign(written_at=pd.Timestamp(0, tz="UTC")))[theme.id]
    frame["nearness"] = near.reindex(frame["id"]).to_numpy()
    best = frame[frame["nearness"] >= THEME_PRESENT].sort_values(["nearness", "id"], ascending=[False, True])
    best = best.drop_duplicates("entry_id").drop_duplicates("text").head(MOST_OFFERED)
    return list(zip(best["entry_id"].tolist(), best["text"].tolist(), strict=True))


def _quote_id(entry_id: str, text: str) -> str:
    return hashlib.sha256(f"{entry_id}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _themes(history: History) -> Themes | None:
    return cast("Themes | None", history.themes)


def _shown(known: Themes, entries: Sequence[Entry]) -> list[tuple[Theme, int]]:
    """The themes that are not hidden with how many of the entries hold each, most first."""
    held = known.weights[known.weights.index.isin([each.id for each in entries])]
    counted = [(theme, int((held[theme.id] >= THEME_PRESENT).sum())) for theme in known.themes if not theme.hidden]
    present = sorted((each for each in counted if each[1]), key=lambda each: -each[1])
    return present[:MOST_THEMES]


def _line(theme: Theme, n: int) -> str:
    said = [words.THEME_IN(n)]
    if theme.recurs:
        said.append(words.RECURS())
    elif theme.is_episode:
        said.append(words.EPISODE())
    if theme.direction:
        said.append(words.RISES() if theme.direction == "rises" else words.FALLS())
    return words.THEME_LINE(name=theme.name, entries=listing(said))
