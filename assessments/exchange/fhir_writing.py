"""A FHIR R4 (4.0.1) Bundle of Questionnaires and QuestionnaireResponses, totals as read-only decimal items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from assessments.exchange.belongings import Belongings
from assessments.exchange.fhir_terms import (
    DID_NOT_COME_UP_CODE,
    NOTE_ITEM,
    ORDINAL_VALUE,
    OWN_OPTIONS,
    OWN_QUESTIONNAIRE,
    SCORE_PREFIX,
    ZONE,
    Json,
    fhir_id,
)
from assessments.exchange.moments import zone_name
from assessments.exchange.record_json import write_json
from assessments.exchange.tables import scales
from assessments.language import say
from assessments.questionnaire import DID_NOT_COME_UP, SITUATION, Item, Questionnaire
from assessments.records import Answer, Response

# FHIR's string and markdown types hold no other control characters and are never empty.
_NOT_IN_TEXT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

# The pattern of FHIR's strings knows four kinds of white space; a no-break space becomes a plain one.
_OTHER_SPACE: Final = re.compile(r"[^\S \r\n\t]")


def write_fhir(belongings: Belongings, target: Path | str | BinaryIO) -> None:
    """Write the bundle as JSON; a response whose questionnaire is not among the belongings stays out."""
    content = (write_json(fhir_bundle(belongings), indent=1) + "\n").encode()
    if isinstance(target, (Path, str)):
        Path(target).write_bytes(content)
    else:
        target.write(content)


def fhir_bundle(belongings: Belongings) -> Json:
    """The bundle, of the type collection.

    A questionnaire's item is a choice with an ordinal value per option; a skipped item has no answer. Each total and
    subscale is a read-only decimal. FHIR has no place for a wall clock's zone, so that is an extension of `authored`.
    """
    known = {each.key: each for each in belongings.questionnaires}
    entries = [_entry(f"{OWN_QUESTIONNAIRE}{each.id}|{each.version}", _questionnaire(each)) for each in known.values()]
    for response in belongings.responses:
        questionnaire = known.get((response.questionnaire, response.version))
        if questionnaire is not None:
            entries.append(_entry(response.id, _response(questionnaire, response)))
    bundle: Json = {"resourceType": "Bundle", "type": "collection"}
    return bundle | ({"entry": entries} if entries else {})


def _entry(name: str, resource: Json) -> Json:
    return {"fullUrl": "urn:uuid:" + _uuid(name), "resource": resource}


def _uuid(name: str) -> str:
    made = fhir_id(name)
    return made if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made) else fhir_id("urn:" + name + "/")


def _questionnaire(questionnaire: Questionnaire) -> Json:
    card = questionnaire.provenance
    written: Json = {
        "resourceType": "Questionnaire",
        "id": fhir_id(f"{questionnaire.id}-{questionnaire.version}"),
        "language": questionnaire.language,
        "url": OWN_QUESTIONNAIRE + questionnaire.id,
        "version": str(questionnaire.version),
        "name": "Footbridge_" + re.sub(r"[^A-Za-z0-9]", "_", questionnaire.id),
        "title": _clean(questionnaire.title),
        "status": "active",
        "experimental": True,
        "subjectType": ["Patient"],
    }
    about = " ".join(filter(None, (questionnaire.description, card.based_on, card.validation, card.norms)))
    if about := _clean(about):
        written["description"] = about
    if licence := _clean(card.licence):
        written["copyright"] = licence
    items: list[Json] = [{"linkId": "lead", "type": "display", "text": _clean(questionnaire.lead) or "…"}]
    if questionnaire.situation is not None:
        choices = [
            {"valueCoding": _coding(questionnaire, name, label)} for name, label in questionnaire.situation.choices
        ]
        text = _clean(questionnaire.situation.text) or "…"
        items.append({"linkId": SITUATION, "type": "choice", "text": text, "answerOption": choices})
    items += [_item(questionnaire, item) for item in questionnaire.items]
    items += [
        {"linkId": SCORE_PREFIX + scale, "type": "decimal", "text": _clean(title) or scale, "readOnly": True}
        for scale, title in _scale_titles(questionnaire).items()
    ]
    items.append({"linkId": NOTE_ITEM, "type": "text", "text": say("Note")})
    return written | {"item": items}


def _item(questionnaire: Questionnaire, item: Item) -> Json:
    options = [{"valueCoding": _value_coding(questionnaire, option.value)} for option in questionnaire.options]
    if item.may_not_come_up:
        options.append({"valueCoding": _coding(questionnaire, DID_NOT_COME_UP_CODE, DID_NOT_COME_UP)})
    return {
        "linkId": item.id,
        "type": "choice",
        "text": _clean(item.text) or item.id,
        "required": False,
        "answerOption": options,
    }


def _scale_titles(questionnaire: Questionnaire) -> dict[str, str]:
    total = {"total": say("Total")} if questionnaire.has_total else {}
    return total | {each.id: each.title for each in questionnaire.subscales}


def _response(questionnaire: Questionnaire, response: Response) -> Json:
    written: Json = {
        "resourceType": "QuestionnaireResponse",
        "id": fhir_id(response.id),
        "identifier": {"system": "urn:footbridge:record", "value": _clean(response.id) or "…"},
        "questionnaire": f"{OWN_QUESTIONNAIRE}{questionnaire.id}|{questionnaire.version}",
        "status": "completed",
        "authored": fhir_moment(response.happened_at),
    }
    if zone := zone_name(response.happened_at):
        written["_authored"] = {"extension": [{"url": ZONE, "valueCode": zone}]}
    items = list(_answers(questionnaire, response))
    found = scales(questionnaire, response)
    titles = _scale_titles(questionnaire)
    for scale, value in (found[0] if found else {}).items():
        if value is not None:
            text = _clean(titles[scale]) or scale
            answer = [{"valueDecimal": int(value) if float(value).is_integer() else value}]
            items.append({"linkId": SCORE_PREFIX + scale, "text": text, "answer": answer})
    if note := _clean(response.note):
        items.append({"linkId": NOTE_ITEM, "answer": [{"valueString": note}]})
    return written | ({"item": items} if items else {})


def _answers(questionnaire: Questionnaire, response: Response) -> Iterator[Json]:
    """The answers in the order of the items; what the questionnaire does not know follows as it is."""
    order = {item.id: place for place, item in enumerate(questionnaire.items)}
    texts = {item.id: item.text for item in questionnaire.items}
    for name, answer in sorted(response.answers.items(), key=lambda each: order.get(each[0], -1)):
        item: Json = {"linkId": _clean(name) or "…"}
        if text := _clean(texts.get(name, "")):
            item["text"] = text
        written = _answer(questionnaire, name, answer)
        yield item | ({"answer": [written]} if written else {})


def _answer(questionnaire: Questionnaire, name: str, answer: Answer) -> Json | None:
    """An answer as FHIR; None for a skipped item, which stands without one."""
    if answer is None:
        return None
    if isinstance(answer, int):
        known = any(option.value == answer for option in questionnaire.options)
        return {"valueCoding": _value_coding(questionnaire, answer)} if known else {"valueInteger": answer}
    if answer == DID_NOT_COME_UP:
        return {"valueCoding": _coding(questionnaire, DID_NOT_COME_UP_CODE, DID_NOT_COME_UP)}
    choices = dict(questionnaire.situation.choices) if questionnaire.situation and name == SITUATION else {}
    if answer in choices:
        return {"valueCoding": _coding(questionnaire, answer, choices[answer])}
    return {"valueString": text} if (text := _clean(answer)) else None


def _value_coding(questionnaire: Questionnaire, value: int) -> Json:
    label = next(option.label for option in questionnaire.options if option.value == value)
    extension = [{"url": ORDINAL_VALUE, "valueDecimal": value}]
    return {"extension": extension} | _coding(questionnaire, str(value), label)


def _coding(questionnaire: Questionnaire, code: str, label: str) -> Json:
    return {
        "system": f"{OWN_OPTIONS}{questionnaire.id}:{questionnaire.version}",
        "code": code,
        "display": _clean(label) or code,
    }


def fhir_moment(moment: datetime) -> str:
    """The moment as a FHIR dateTime: with whole seconds or milliseconds and an offset in whole minutes."""
    written = moment.isoformat(timespec="milliseconds" if moment.microsecond else "seconds")
    return re.sub(r"([+-]\d\d:\d\d):\d\d(?:\.\d+)?$", r"\1", written)


def _clean(text: str) -> str:
    return _OTHER_SPACE.sub(" ", _NOT_IN_TEXT.sub("", text)).strip()
