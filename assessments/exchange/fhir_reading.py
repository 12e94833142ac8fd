"""FHIR R4 Questionnaires and QuestionnaireResponses, alone, in an array or in a Bundle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any, Final

from assessments.content_problems import Problem
from assessments.exchange.admission import admit, asks_the_same
from assessments.exchange.fhir_answers import read_answers
from assessments.exchange.fhir_questionnaire import read_fhir_questionnaire
from assessments.exchange.fhir_terms import OWN_QUESTIONNAIRE, ZONE, Json, questionnaire_key
from assessments.exchange.json_stream import read_array
from assessments.exchange.moments import is_plausible, known_zone, read_moment, write_moment
from assessments.exchange.reading import Doubt, Ids, Options, Reading
from assessments.exchange.sources import Refused, Source
from assessments.language import say
from assessments.questionnaire import Questionnaire
from assessments.records import Response

NAME: Final = "fhir"


def read_fhir(source: Source, options: Options) -> Reading:
    """Own questionnaires from Questionnaires, and responses from QuestionnaireResponses by their status.

    completed is added, amended is added or corrects what came before, entered-in-error is left out, in-progress and
    stopped are doubtful, and so is anything else. Other resources are counted and left out.
    """
    questionnaires, problems, n_responses, others = _questionnaires(source)
    if not questionnaires and not problems and not n_responses and not others:
        raise Refused(say("{name} holds nothing in FHIR's layout.", name=source.name))
    admission = admit(list(questionnaires.values()), options.catalogue, source.name, asks_the_same)
    kept = {each.key: each for each in admission.questionnaires}
    reader = _Responses(source.name, options, kept, admission.refused)
    for line, each in _resources(source) if n_responses else ():
        if _is_a(each, "QuestionnaireResponse"):
            reader.read(line, each)
    left_out = [say("Other FHIR resources stay out: {n}.", n=others)] if others else []
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(reader.responses.values()),
        doubtful=tuple(reader.doubtful),
        problems=(*problems, *admission.problems),
        questionnaires=tuple(each for each in kept.values() if not each.built_in),
        left_out=(*left_out, *reader.left_out()),
        amended=frozenset(reader.amended),
    )


def _is_a(each: Any, resource_type: str) -> bool:
    return isinstance(each, dict) and each.get("resourceType") == resource_type


def _questionnaires(source: Source) -> tuple[dict[tuple[str, int], Questionnaire], list[Problem], int, int]:
    """The Questionnaires, their problems, and how many responses and other resources there are.

    The file is read once for these and once for the responses, which may stand before what they answer, so that the
    responses never stand in memory as JSON all at once.
    """
    found: dict[tuple[str, int], Questionnaire] = {}
    problems: list[Problem] = []
    n_responses = others = 0
    for _, each in _resources(source):
        if _is_a(each, "QuestionnaireResponse"):
            n_responses += 1
        elif _is_a(each, "Questionnaire"):
            read, faults = read_fhir_questionnaire(each, source.name)
            problems += faults
            if read is not None:
                found.setdefault(read.key, read)
        else:
            others += 1
    return found, problems, n_responses, others


def _resources(source: Source) -> Iterator[tuple[int, Any]]:
    """Each resource with its line; a Bundle is opened, a single resource is put together from its members."""
    single: Json = {}
    with source.open() as file:
        for line, each in read_array(file, source.name, "entry"):
            if line == 0:
                single |= each
            elif isinstance(each, dict) and "resourceType" not in each:
                yield from _within(line, each.get("resource"))
            else:
                yield from _within(line, each)
    if single and single.get("resourceType") != "Bundle":
        yield 1, single


def _within(line: int, each: Any) -> Iterator[tuple[int, Any]]:
    if isinstance(each, dict) and each.get("resourceType") == "Bundle" and isinstance(each.get("entry"), list):
        for inner in each["entry"]:
            yield line, inner.get("resource") if isinstance(inner, dict) else inner
    else:
        yield line, each


class _Responses:
    """The responses read so far; a later state of the same one takes the earlier one's place."""

    def __init__(
        self,
        file: str,
        options: Options,
        own: dict[tuple[str, int], Questionnaire],
        refused: frozenset[tuple[str, int]],
    ) -> None:
        self._file = file
        self._refused = refused
        self._options = options
        self._own = own
        self._ids = Ids(NAME)
        self._in_error = 0
        self.responses: dict[str, Response] = {}
        self.doubtful: list[Doubt] = []
        self.amended: set[str] = set()

    def left_out(self) -> list[str]:
        """What was left out on purpose."""
        n = self._in_error
        return [say("Responses that were marked as entered in error stay out: {n}.", n=n)] if n else []

    def read(self, line: int, given: Json) -> None:
        """Take one QuestionnaireResponse."""
        status = given.get("status")
        own_id = self._own_id(given)
        if status == "entered-in-error":
            self._in_error += 1
            self.responses.pop(own_id, None)
            return
        moment, why = _authored(given, self._options)
        canonical = given.get("questionnaire")
        if moment is None or not isinstance(canonical, str) or not canonical:
            why = why or say("It does not name its questionnaire, so it is left out.")
            self._doubt(line, canonical, why, None)
            return
        key = questionnaire_key(canonical)
        questionnaire = self._questionnaire(key, "|" in canonical)
        answers, note, faults = read_answers(given, questionnaire, key[0], canonical.startswith(OWN_QUESTIONNAIRE))
        response = Response(
            id=own_id,
            happened_at=moment,
            source=NAME,
            import_id=self._options.import_id,
            questionnaire=key[0],
            version=questionnaire.version if questionnaire else key[1],
            answers=answers,
            note=note,
        )
        if questionnaire is None or key in self._refused:
            why = say("Its questionnaire is not known here or in the file, so it cannot be scored.")
            self._doubt(line, canonical, why, None)
            return
        if status not in ("completed", "amended"):
            why = say("Its status is {status}, so it may not be whole.", status=str(status)[:30])
        elif not is_plausible(moment):
            why = say("The year is an unlikely one.")
        elif faults:
            why = say("The answer to {item} is none of the options and would be left out.", item=faults[0][:60])
        if why:
            self._doubt(line, canonical, why, response)
            return
        if status == "amended":
            self.amended.add(own_id)
        self.responses[own_id] = response

    def _doubt(self, line: int, canonical: object, why: str, response: Response | None) -> None:
        what = canonical[:80] if isinstance(canonical, str) else say("a response")
        self.doubtful.append(Doubt(self._file, line, what, why, response))

    def _questionnaire(self, key: tuple[str, int], has_version: bool) -> Questionnaire | None:
        catalogue = self._options.catalogue.questionnaires if self._options.catalogue else {}
        found = self._own.get(key) or catalogue.get(key)
        if found is None and not has_version:
            newest = [each for each in self._own.values() if each.id == key[0]]
            found = max(newest, key=lambda each: each.version) if newest else catalogue.get(key[0])
        return found

    def _own_id(self, given: Json) -> str:
        identifier = given.get("identifier")
        if isinstance(identifier, dict) and isinstance(identifier.get("value"), str):
            if identifier.get("system") == "urn:footbridge:record":
                return str(identifier["value"])[:200]
            return Ids(NAME).of("identifier", identifier.get("system"), identifier["value"])
        if isinstance(given.get("id"), str):
            return Ids(NAME).of("id", given.get("questionnaire"), given["id"])
        return self._ids.of(given)


def _authored(given: Json, options: Options) -> tuple[datetime | None, str]:
    written = given.get("authored")
    text = written if isinstance(written, str) else ""
    try:
        if len(text) == len("2026-11-24"):
            noon = datetime.combine(date.fromisoformat(text), time(12), options.zone)
            return noon, say("It has a day without a time; it would be added at noon.")
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None, say("There is no moment of authoring that can be read, so it is left out.")
    if moment.tzinfo is None:
        return moment.replace(tzinfo=options.zone), ""
    beside = given.get("_authored")
    extensions = beside.get("extension") if isinstance(beside, dict) else None
    for each in extensions if isinstance(extensions, list) else []:
        zone = each.get("valueCode") if isinstance(each, dict) and each.get("url") == ZONE else None
        if isinstance(zone, str) and known_zone(zone):
            return read_moment(f"{write_moment(moment)}[{zone}]"), ""
    return (moment.astimezone(UTC) if not moment.utcoffset() else moment), ""
