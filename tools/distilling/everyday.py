"""Invented sentences of an everyday diary: templates filled with words that belong together."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools.distilling.wordnet import PARTS, everyday_words, lines_of

Floats = npt.NDArray[np.float32]
SEED = 29
COMMON, MOST_COMMON = ("10", "20"), ("10",)
UNUSED, MOST_COUNTED = 0.5, 25.0
ANY_WORD, NEARNESS, FREQUENCY = 0.2, 28.0, 0.9
TWO_SENTENCES = 0.15
SLOT = re.compile(r"\{(\w+)\}")


KEPT = tomllib.loads((Path(__file__).parent / "everyday.toml").read_text(encoding="utf-8"))


class Writer:
    """Writes sentences about one subject after another; `alone` holds the teacher's vectors of `words`."""

    def __init__(self, share: Path, words: list[str], alone: Floats) -> None:
        self.chance = random.Random(SEED)
        self.irregular = _irregular(share)
        counted = _words_by_kind(share)
        centred = alone - alone.mean(axis=0)
        vectors = dict(zip(words, centred / np.linalg.norm(centred, axis=1, keepdims=True), strict=True))
        self.words = {kind: sorted(found) for kind, found in counted.items()}
        self.counts = {kind: np.array([counted[kind][word] for word in self.words[kind]]) for kind in counted}
        self.vectors = {kind: np.array([vectors[word] for word in found]) for kind, found in self.words.items()}
        most = set(everyday_words(share, MOST_COMMON))
        of_weight = (kind for kind in counted if kind.startswith(("noun", "verb")))
        of_words = dict[str, float](
            {word: n for kind in of_weight for word, n in counted[kind].items() if word in most}
        )
        self.subjects = sorted(of_words)
        self.how_often = np.cumsum([of_words[word] ** 0.5 for word in self.subjects]).tolist()
        self.by_subject = {subject: vectors[subject] for subject in self.subjects}
        self.near: dict[tuple[str, str], list[float]] = {}
        self.subject = self.subjects[0]

    def sentences(self, n: int) -> list[str]:
        """n of them, some two together; each about a subject of its own."""
        return [self._sentence() for _ in range(n)]

    def _sentence(self) -> str:
        self.subject = self.chance.choices(self.subjects, cum_weights=self.how_often)[0]
        told = self._filled()
        return f"{told} {self._filled()}" if self.chance.random() < TWO_SENTENCES else told

    def _filled(self) -> str:
        told = SLOT.sub(lambda slot: self._slot(slot.group(1)), self.chance.choice(KEPT["templates"]))
        return re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", told[0].upper() + told[1:])

    def _slot(self, name: str) -> str:
        low = name.lower()
        if low in ("do", "did", "doing"):
            verb = self._word(f"verb.{self.chance.choice(KEPT['deeds'])}")
            found = {"do": verb, "did": self._past(verb), "doing": self._going_on(verb)}[low]
        elif low == "moved":
            found = self._past(self._word("verb.motion"))
        elif low == "such":
            found = self._word("adj.all")
        elif low == "place":
            found = self.chance.choice(["home", "work", "school", *3 * ["the " + self._word("noun.artifact")]])
        elif low in ("who", "when", "mood", "some"):
            found = str(self.chance.choice(KEPT[low]))
        else:
            kind = (
                self.chance.choices(list(KEPT["things"]), list(KEPT["things"].values()))[0] if low == "thing" else low
            )
            found = self._word(f"noun.{kind}")
        return found if name == low else found[0].upper() + found[1:]

    def _word(self, kind: str) -> str:
        """One of that kind, mostly by how near the subject it lies and how common it is."""
        if self.chance.random() < ANY_WORD:
            return self.chance.choices(self.words[kind], self.counts[kind].tolist())[0]
        known = (self.subject, kind)
        if known not in self.near:
            likeness = self.vectors[kind] @ self.by_subject[self.subject]
            self.near[known] = np.cumsum(self.counts[kind] ** FREQUENCY * np.exp(NEARNESS * likeness)).tolist()
        return self.chance.choices(self.words[kind], cum_weights=self.near[known])[0]

    def _past(self, verb: str) -> str:
        told = [form for form in self.irregular.get(verb, []) if not form.endswith("ing")]
        if told:
            return {"go": "went", "be": "was"}.get(verb, told[0])
        if verb.endswith("e"):
            return verb + "d"
        if re.search("[^aeiou]y$", verb):
            return verb[:-1] + "ied"
        return _doubled(verb) + "ed"

    def _going_on(self, verb: str) -> str:
        told = [form for form in self.irregular.get(verb, []) if form.endswith("ing")]
        if told:
            return told[0]
        ends = verb.endswith("e") and not verb.endswith("ee")
        return (verb[:-1] if ends else _doubled(verb)) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if re.search("^[^aeiou]*[aeiou][bdgmnprt]$", verb) else verb


def _irregular(share: Path) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for line in lines_of(share, "verb.exc"):
        form, verb = line.split()[:2]
        forms.setdefault(verb, []).append(form)
    return forms


def _words_by_kind(share: Path) -> dict[str, dict[str, float]]:
    """Common words by the kind of their first sense, each with how often WordNet's own texts use it."""
    common = set(everyday_words(share, COMMON))
    kind_of = {
        (part, line.split(" ", 1)[0]): KEPT["kinds"][int(line.split(" ", 2)[1])]
        for part in PARTS
        for line in lines_of(share, f"data.{part}")
    }
    found: dict[str, dict[str, float]] = {}
    for part in PARTS:
        for line in lines_of(share, f"index.{part}"):
            fields = line.split()
            senses = int(fields[2])
            if fields[0] in common:
                used = min(UNUSED + int(fields[-senses - 1]), MOST_COUNTED)
                found.setdefault(kind_of[part, fields[-senses]], {})[fields[0]] = used
    return found
