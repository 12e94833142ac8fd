"""Short ways into a sample, shared by its tests."""

from __future__ import annotations

from datetime import datetime

from assessments.records import Entry, Response
from sample_data import Sample

SIGNS = "emotional-safety"


def of(sample: Sample, questionnaire: str) -> list[Response]:
    return [each for each in sample.responses if each.questionnaire == questionnaire]


def free(sample: Sample) -> list[Entry]:
    return [each for each in sample.entries if each.form == "free"]


def week(sample: Sample, moment: datetime) -> int:
    return (moment.date() - sample.planted.first_monday).days // 7
