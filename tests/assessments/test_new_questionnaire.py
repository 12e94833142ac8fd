"""The acceptance test of the design: a new questionnaire is one TOML file and one golden CSV, and no Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd

from assessments.catalogue import CONTENT_FOLDER, read_catalogue
from assessments.scoring import scales, score_frame

TOML = """
id = "evenings"
version = 1
title = "Evenings"
lead = "Think of the past two weeks. How often was this true for you?"
recall_days = 14
rhythm_days = 14

[provenance]
based_on = "Made for a test."
validation = "Not validated."
norms = "There are none."
licence = "MIT"

[[options]]
value = 0
label = "no"

[[options]]
value = 1
label = "a little"

[[options]]
value = 2
label = "yes"

[[items]]
id = "evening-calm"
text = "My evenings were calm."

[[items]]
id = "evening-rush"
text = "I rushed through my evenings."
reverse = true

[[items]]
id = "evening-company"
text = "I had the company I wanted."
may_not_come_up = true
"""
GOLDEN = """evening-calm,evening-rush,evening-company,expected_total
2,0,2,6
0,2,0,0
2,1,1,4
"""


def test_one_file_is_enough_to_be_listed_scored_and_charted(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT_FOLDER, folder)
    (folder / "questionnaires" / "evenings.toml").write_text(TOML, encoding="utf-8")
    golden = tmp_path / "evenings.csv"
    golden.write_text(GOLDEN, encoding="utf-8")

    catalogue, problems = read_catalogue(folder)
    assert problems == ()
    questionnaire = catalogue.questionnaires["evenings"]
    assert questionnaire in catalogue.newest_questionnaires()
    (total,) = scales(questionnaire)
    assert (total.low, total.high) == (0.0, 6.0)
    rows = pd.read_csv(golden)
    found = score_frame(questionnaire, rows[[item.id for item in questionnaire.items]])
    assert found["total"].tolist() == rows["expected_total"].tolist()
