"""Themes may begin at the domains of life that a journal speaks of, and never at those alone."""

from __future__ import annotations

import numpy as np

from analysis.clustering import begin, refine
from analysis.encoder_weights import DIMENSIONS, encoder_weights
from analysis.features import Floats, unit
from analysis.life_domains import MOST_DOMAINS, domain_vectors, life_domains, spoken_domains

NAMES = list(life_domains())


def passages_about(*domains: str, each: int = 50, spread: float = 0.02, axes: int = DIMENSIONS) -> Floats:
    """Points that lie close around the vectors of these domains."""
    chance = np.random.default_rng(4)
    middles = domain_vectors()[[NAMES.index(domain) for domain in domains]].repeat(each, axis=0)
    points = np.zeros((len(middles), axes), dtype=np.float32)
    points[:, :DIMENSIONS] = middles + chance.normal(0, spread, middles.shape)
    return unit(points)


def test_every_word_of_a_domain_is_known_to_the_encoder_and_told_once() -> None:
    rows = encoder_weights().rows
    for name, told in life_domains().items():
        words = told.split()
        assert len(words) >= 10, name
        assert len(set(words)) == len(words), name
        assert not [word for word in words if word not in rows], name


def test_a_domain_lies_nearest_to_its_own_words() -> None:
    vectors = domain_vectors()
    assert vectors.shape == (len(NAMES), DIMENSIONS)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    alike = vectors @ vectors.T - 2 * np.eye(len(NAMES))
    assert alike.max() < 0.8, "no two domains are one"


def test_only_domains_that_are_spoken_of_begin_a_theme() -> None:
    points = passages_about("sleep", "work", "faith")
    found = spoken_domains(points)
    assert found is not None
    assert len(found) == 3
    wanted = domain_vectors()[[NAMES.index(name) for name in ("sleep", "work", "faith")]]
    assert (found @ wanted.T).max(axis=1).min() > 0.95


def test_a_short_journal_begins_with_the_domains_that_are_spoken_of_most() -> None:
    points = np.vstack([passages_about("sleep", "work", each=20), passages_about("faith", each=3)])
    found = spoken_domains(points, 2)
    assert found is not None
    wanted = domain_vectors()[[NAMES.index("sleep"), NAMES.index("work")]]
    assert len(found) == 2
    assert (found @ wanted.T).max(axis=0).min() > 0.9


def test_a_journal_whose_passages_lie_between_the_domains_begins_by_its_own_words() -> None:
    assert spoken_domains(passages_about(*NAMES[: MOST_DOMAINS + 1], each=20)) is None
    assert spoken_domains(passages_about(*NAMES[:MOST_DOMAINS], each=20)) is not None
    assert spoken_domains(passages_about("sleep")) is None


def test_what_only_this_person_writes_of_begins_a_theme_beside_the_domains() -> None:
    from scipy.sparse import csr_array

    chance = np.random.default_rng(5)
    about = passages_about("sleep", "work", each=80, axes=DIMENSIONS + 4)
    own = np.zeros((40, DIMENSIONS + 4), dtype=np.float32)
    own[:, :DIMENSIONS] = unit(chance.normal(0, 1, (40, DIMENSIONS)).astype(np.float32)) / 2
    own[:, DIMENSIONS:] = 0.5
    points = unit(np.vstack([about, own]))
    terms = (
        np.repeat(np.eye(3, dtype=np.float32), [80, 80, 40], axis=0) + chance.random((200, 3)).astype(np.float32) / 9
    )
    begun = begin(points, csr_array(terms), np.arange(200), 3, 0)
    assert len(begun) == 3
    assert (begun @ unit(own.mean(axis=0, keepdims=True)).T).max() > 0.95


def test_a_pulled_centroid_stays_nearer_to_where_it_began() -> None:
    points = passages_about("sleep", "work", spread=0.05)
    began = unit(domain_vectors()[[NAMES.index("sleep"), NAMES.index("work")]] + 0.05)
    free, pulled = refine(points, began), refine(points, began, pull=0.5)
    assert ((pulled * began).sum(axis=1) > (free * began).sum(axis=1)).all()
