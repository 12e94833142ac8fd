"""FHIR R4 that validates against two independent definitions and comes back with every answer."""

from __future__ import annotations

import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft6Validator

from assessments.catalogue import load
from assessments.exchange.belongings import Belongings
from assessments.exchange.fhir_writing import fhir_bundle, write_fhir
from assessments.exchange.readers import read
from assessments.exchange.reading import Options
from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Questionnaire
from assessments.records import Answer, Response
from assessments.scoring import score
from tests.exchange.strategies import histories

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "fixtures" / "fhir_r4_questionnaire.schema.json").read_text("utf-8")
)
VALIDATOR = Draft6Validator(SCHEMA)
WHEN = datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))


def answered(questionnaire: Questionnaire) -> Response:
    answers: dict[str, Answer] = {}
    if questionnaire.situation is not None:
        answers[SITUATION] = next(
            name for name, _ in questionnaire.situation.choices if name not in questionnaire.situation.hides
        )
    for place, item in enumerate(questionnaire.items):
        option = questionnaire.options[place % len(questionnaire.options)]
        answers[item.id] = DID_NOT_COME_UP if item.may_not_come_up and place % 2 else option.value
    answers[questionnaire.items[-1].id] = None
    key = {"questionnaire": questionnaire.id, "version": questionnaire.version}
    return Response(happened_at=WHEN, answers=answers, note="<b>a note</b>", **key)  # type: ignore[arg-type]


def all_answered() -> Belongings:
    questionnaires = load().newest_questionnaires()
    return Belongings(responses=tuple(map(answered, questionnaires)), questionnaires=questionnaires)


def faults(bundle: dict[str, Any]) -> list[str]:
    return [error.message[:200] for error in VALIDATOR.iter_errors(bundle)]


def test_the_bundle_of_every_questionnaire_validates_twice() -> None:
    bundle = fhir_bundle(all_answered())
    assert faults(bundle) == []
    assert len(Bundle.model_validate(bundle).entry or ()) == 2 * len(load().newest_questionnaires())


def test_the_schema_finds_what_is_wrong() -> None:
    bundle = fhir_bundle(all_answered())
    bundle["entry"][0]["resource"]["status"] = 7
    assert faults(bundle)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_any_history_validates(history: Belongings) -> None:
    bundle = fhir_bundle(history)
    assert faults(bundle) == []
    Bundle.model_validate(bundle)


@given(st.sampled_from(load().newest_questionnaires()))
@settings(max_examples=20, deadline=None)
def test_answers_note_moment_and_zone_come_back(questionnaire: Questionnaire) -> None:
    response = answered(questionnaire)
    target = io.BytesIO()
    write_fhir(Belongings(responses=(response,), questionnaires=(questionnaire,)), target)
    found = read(target.getvalue(), Options(catalogue=load(), import_id="i"))
    assert found.doubtful == ()
    assert found.questionnaires == ()
    (back,) = found.records
    assert isinstance(back, Response)
    assert dict(back.answers) == dict(response.answers)
    assert (back.id, back.note, back.version) == (response.id, response.note, response.version)
    assert (back.happened_at, back.happened_at.fold, str(back.happened_at.tzinfo)) == (WHEN, 1, "Europe/Berlin")


def test_totals_are_read_only_decimals_that_equal_the_score() -> None:
    belongings = all_answered()
    bundle = fhir_bundle(belongings)
    resources = [entry["resource"] for entry in bundle["entry"]]
    for resource in resources:
        for item in resource["item"]:
            if not item["linkId"].startswith("score."):
                continue
            if resource["resourceType"] == "Questionnaire":
                assert (item["type"], item["readOnly"]) == ("decimal", True)
                continue
            response = next(each for each in belongings.responses if each.id == resource["id"])
            questionnaire = load().questionnaires[response.questionnaire]
            figure = score(questionnaire, response.answers).figure(item["linkId"].removeprefix("score."))
            assert item["answer"][0]["valueDecimal"] == pytest.approx(figure)


def test_our_questionnaire_comes_back_as_an_own_one_where_it_is_not_known() -> None:
    questionnaire = load().questionnaires["emotional-safety"]
    target = io.BytesIO()
    write_fhir(Belongings(questionnaires=(questionnaire,)), target)
    found = read(target.getvalue(), Options())
    (back,) = found.questionnaires
    assert (back.id, back.version) == (questionnaire.id, questionnaire.version)
    assert [item.id for item in back.items] == [item.id for item in questionnaire.items]
    assert back.options == questionnaire.options
