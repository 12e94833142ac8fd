"""Text whose themes are known: labelled passages, diaries made of them, the invented person; and one that is not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from sample_data import generate

FEWEST_OF_A_THEME = 4


@dataclass(frozen=True, eq=False)
class Diary:
    """Entries (id, written_at, text) and the truth: entries × subjects, and the one subject that is a burst, if any."""

    name: str
    entries: pd.DataFrame
    truth: pd.DataFrame
    burst: str | None = None


def labelled_passages(path: Path) -> pd.DataFrame:
    """The columns text and label of a file with one JSON object a line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return pd.DataFrame(rows)[["text", "label"]]


def one_passage_an_entry(passages: pd.DataFrame, name: str) -> Diary:
    """Each passage an entry, one a day."""
    truth = pd.get_dummies(passages["label"])
    return _diary(name, passages["text"].tolist(), truth.to_numpy(dtype=bool), list(truth.columns), None)


def composed(passages: pd.DataFrame, name: str, seed: int) -> Diary:
    """One to three subjects an entry, no passage twice; subjects begin, end, come with the seasons, return, burst.

    The subjects take these courses in a random order; the burst lasts a twentieth of the diary. It ends when the
    passages do.
    """
    random = np.random.default_rng(seed)
    pools = {
        str(label): [str(text) for text in random.permutation(texts.to_numpy(dtype=object))]
        for label, texts in passages.groupby("label")["text"]
    }
    labels = [str(label) for label in random.permutation(sorted(pools))]
    n = len(passages) // 2
    chances = {label: _course(at, np.linspace(0, 1, n)) for at, label in enumerate(labels)}
    texts, truth = [], []
    for at in range(n):
        open_now = [label for label in labels if pools[label] and chances[label][at] > 0]
        if not open_now:
            continue
        odds = np.array([chances[label][at] * len(pools[label]) for label in open_now])
        size = min(int(random.choice([1, 2, 3], p=[0.4, 0.4, 0.2])), len(open_now))
        chosen = [str(label) for label in random.choice(open_now, size=size, replace=False, p=odds / odds.sum())]
        texts.append(" ".join(pools[label].pop() for label in chosen))
        truth.append([label in chosen for label in labels])
    return _diary(f"{name}, composed, seed {seed}", texts, np.array(truth), labels, labels[0])


def _course(
    kind: int, share: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How likely a subject is over the diary: a burst, from a day on, until a day, by season, gone and back, steady."""
    courses = (
        np.where((share > 0.55) & (share < 0.60), 8.0, 0.0),
        np.where(share > 0.4, 1.0, 0.0),
        np.where(share < 0.6, 1.0, 0.0),
        np.maximum(np.sin(4 * np.pi * share), 0.0),
        np.where((share < 0.25) | (share > 0.75), 1.0, 0.0),
    )
    return courses[kind] if kind < len(courses) else np.ones_like(share)


def invented_person(seed: int) -> Diary:
    """The free entries of an invented person with that seed, and the themes planted in them."""
    sample = generate(seed)
    written = [entry for entry in sample.entries if entry.form == "free"]
    entries = pd.DataFrame(
        {
            "id": [entry.id for entry in written],
            "written_at": [entry.happened_at for entry in written],
            "text": [str(entry.fields["text"]) for entry in written],
        }
    )
    planted = [theme for theme in sample.planted.themes if len(theme.entry_ids) >= FEWEST_OF_A_THEME]
    truth = pd.DataFrame({theme.id: entries["id"].isin(theme.entry_ids).to_numpy() for theme in planted})
    burst = next((theme.id for theme in planted if theme.episode), None)
    return Diary(f"invented person, seed {seed}", entries, truth.set_axis(entries["id"]), burst)


def dated_text(path: Path) -> pd.DataFrame:
    """The entries of a real diary, one JSON object with date and text a line; what has no readable date is left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    days = pd.to_datetime([str(row["date"]) for row in rows], format="%Y-%m-%d", errors="coerce", utc=True)
    frame = pd.DataFrame({"id": [f"p{at}" for at in range(len(rows))], "written_at": days})
    return frame.assign(text=[str(row["text"]) for row in rows]).dropna().reset_index(drop=True)


def _diary(
    name: str,
    texts: list[str],
    truth: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    labels: list[str],
    burst: str | None,
) -> Diary:
    ids = [f"e{at:05}" for at in range(len(texts))]
    days = pd.date_range("2020-01-01 20:00", periods=len(texts), freq="D", tz="UTC")
    entries = pd.DataFrame({"id": ids, "written_at": days, "text": texts})
    return Diary(name, entries, pd.DataFrame(truth, index=pd.Index(ids), columns=labels), burst)
