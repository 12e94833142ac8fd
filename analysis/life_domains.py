"""Where themes may begin: what people spend their days with and write of, each as the words that tell of it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import numpy as np

from analysis.encoder_weights import DIMENSIONS, encoder_weights
from analysis.features import Floats, means, unit
from analysis.sentence_encoder import encode

SPOKEN_OF = 0.02
MOST_DOMAINS = 18


def spoken_domains(points: Floats, most: int = MOST_DOMAINS) -> Floats | None:
    """Centroids of the passages (passages × axes, meaning first) by the nearest of the domains that are spoken of.

    A domain is spoken of where it is the nearest to 2 % of the passages; of these, the `most` that are spoken of
    most. None where that is so of more than eighteen: then the passages lie between the domains and tell of something
    else.
    """
    near = unit(points[:, :DIMENSIONS]) @ domain_vectors().T
    sizes = np.bincount(near.argmax(axis=1), minlength=near.shape[1])
    spoken = np.flatnonzero(sizes >= SPOKEN_OF * len(points))
    if not 2 <= spoken.size <= MOST_DOMAINS:
        return None
    kept = spoken[np.argsort(-sizes[spoken], kind="stable")[:most]]
    return means(points, near[:, kept].argmax(axis=1), kept.size)


@cache
def domain_vectors() -> Floats:
    """A vector for each domain (domains × 128): the mean of its words', less what the words of all domains share."""
    told = [_told(words.split()) for words in life_domains().values()]
    shared = np.vstack([each.mean(axis=0) for each in told]).mean(axis=0)
    return unit(np.array([unit(each - shared).mean(axis=0) for each in told], dtype=np.float32))


@cache
def life_domains() -> dict[str, str]:
    """The domains by name, each with its words."""
    return tomllib.loads((files("analysis") / "data" / "life_domains.toml").read_text(encoding="utf-8"))


def _told(words: list[str]) -> Floats:
    rows = encoder_weights().rows
    alone = [np.array([rows[word]], dtype=np.int64) for word in words]
    return encode(alone, [np.ones(1, dtype=np.float32)] * len(alone))
