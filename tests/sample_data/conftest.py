"""The shipped sample and a dozen other lives, each made once."""

from __future__ import annotations

import pytest

from assessments.catalogue import Catalogue, load
from sample_data import Sample, generate, load_sample

LIVES = range(101, 113)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="session")
def shipped() -> Sample:
    return load_sample()


@pytest.fixture(scope="session")
def lives() -> list[Sample]:
    return [generate(seed) for seed in LIVES]
