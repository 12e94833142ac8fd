"""A composed diary and its themes, fitted once."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.themes import Themes, find_themes
from tests.analysis.composed_diary import composed_diary


@pytest.fixture(scope="session")
def diary() -> pd.DataFrame:
    return composed_diary(160)


@pytest.fixture(scope="session")
def themes(diary: pd.DataFrame) -> Themes:
    found = find_themes(diary)
    assert isinstance(found, Themes)
    return found
