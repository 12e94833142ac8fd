"""FHIR questionnaires and responses of others: what can be scored is, every status is honoured, the rest is told."""

from __future__ import annotations

import json
from pathlib import Path

from assessments.catalogue import load
from assessments.exchange.plan import plan
from assessments.exchange.readers import read
from assessments.exchange.reading import Options
from assessments.records import Response

FOREIGN = Path(__file__).parent.parent / "fixtures" / "foreign"


def both_fhir_files() -> bytes:
    one, two = ((FOREIGN / f"fhir_{name}.json").read_text() for name in ("questionnaire", "responses"))
    return f"[{one},{two}]".encode()


def test_a_fhir_questionnaire_becomes_an_own_one_and_what_cannot_be_scored_is_told() -> None:
    found = read(FOREIGN / "fhir_questionnaire.json", Options(catalogue=load()))
    (questionnaire,) = found.questionnaires
    assert [item.text for item in questionnaire.items] == ["I slept well", "I had time", "I ate well"]
    assert [option.value for option in questionnaire.options] == [0, 1, 2]
    assert questionnaire.version == 10200
    assert not questionnaire.built_in
    assert [problem.key for problem in found.problems] == ["4", "5"]


def test_options_are_found_in_the_expansion_of_a_value_set_too() -> None:
    given = json.loads((FOREIGN / "fhir_questionnaire.json").read_text())
    (often,) = given["contained"]
    often["expansion"] = {"contains": often.pop("compose")["include"][0]["concept"]}
    (questionnaire,) = read(json.dumps(given).encode(), Options(catalogue=load())).questionnaires
    assert [option.label for option in questionnaire.options] == ["Not at all", "Some days", "Most days"]


def test_responses_may_stand_before_the_questionnaire_that_they_answer() -> None:
    one, two = ((FOREIGN / f"fhir_{name}.json").read_text() for name in ("responses", "questionnaire"))
    found = read(f"[{one},{two}]".encode(), Options(catalogue=load()))
    assert len(found.records) == 1


def test_every_fhir_status_is_honoured() -> None:
    found = read(both_fhir_files(), Options(catalogue=load()))
    (response,) = found.records
    assert isinstance(response, Response)
    assert list(response.answers.values()) == [0]
    assert found.amended == {response.id}
    whys = " ".join(doubt.why for doubt in found.doubtful)
    assert "in-progress" in whys
    assert "stopped" in whys
    assert len(found.doubtful) == 3
    assert any("entered in error" in each for each in found.left_out)


def test_an_amended_response_corrects_the_one_that_is_there() -> None:
    found = read(both_fhir_files(), Options(catalogue=load()))
    (response,) = found.records
    assert isinstance(response, Response)
    kept = Response(
        id=response.id,
        happened_at=response.happened_at,
        questionnaire=response.questionnaire,
        version=1,
        answers={"x": 2},
        import_id="an earlier import",
    )
    planned = plan(found, {response.id}, kept={kept.id: kept}.get)
    assert planned.to_add == ()
    (revised,) = planned.to_revise
    assert isinstance(revised, Response)
    assert (revised.answers, revised.import_id) == (response.answers, "an earlier import")
