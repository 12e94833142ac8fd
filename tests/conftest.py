"""The order of the files, and no deadline for properties: a busy machine is not a fault."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import settings

settings.register_profile("unhurried", parent=settings.default, deadline=None)
settings.load_profile("unhurried")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let files without a browser stand between those with one, whose waiting leaves the processors idle."""
    files = [list(of_file) for _, of_file in groupby(items, lambda item: item.path)]
    waiting = [each for each in files if each[0].get_closest_marker("browser")]
    working = [each for each in files if not each[0].get_closest_marker("browser")]
    places = [(number / len(each), each) for each in (waiting, working) for number in range(len(each))]
    items[:] = [item for share, each in sorted(places, key=lambda at: at[0]) for item in each[round(share * len(each))]]
