"""A FHIR R4 Questionnaire as one of the person's own questionnaires, with all that cannot be scored said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from assessments.catalogue import read_questionnaire_text, write_questionnaire_text
from assessments.content_problems import Problem, shown
from assessments.exchange.fhir_terms import (
    DID_NOT_COME_UP_CODE,
    NOTE_ITEM,
    OWN_QUESTIONNAIRE,
    SCORE_PREFIX,
    Json,
    extension_number,
    item_id,
    questionnaire_key,
)
from assessments.language import known_locale, say
from assessments.questionnaire import Item, MissingRule, Provenance, Questionnaire, ResponseOption

DEEPEST: Final = 50
USUAL_DAYS: Final = 7
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_LONGEST_TEXT: Final = 4_000
Options = tuple[ResponseOption, ...]


@dataclass(frozen=True)
class _Choice:
    """One choice item that can be scored."""

    link: str
    text: str
    options: Options
    may_not_come_up: bool


def read_fhir_questionnaire(given: Json, file: str) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """The questionnaire, or None, and everything in it that cannot be scored.

    Only choice items whose options all have an ordinal value or item weight in whole numbers are scored, and only
    those that share their options with most others: our questionnaires have one set of options.
    """
    problems: list[Problem] = []
    url = given.get("url") or given.get("name") or given.get("id")
    if not isinstance(url, str) or not url.strip():
        found = say("no url, name or id")
        return None, (Problem(file, "Questionnaire", found, say("One of them is needed to know it again.")),)
    version = given.get("version")
    own_id, number = questionnaire_key(url, version if isinstance(version, str) else None)
    choices = list(_choices(given, file, problems))
    if not choices:
        allowed = say("At least one choice item whose options have ordinal values is needed.")
        return None, (*problems, Problem(file, own_id, say("nothing that can be scored"), allowed))
    common = Counter(each.options for each in choices).most_common(1)[0][0]
    for each in choices:
        if each.options != common:
            allowed = say("Only items with the options that most items have are scored; this one is left out.")
            problems.append(Problem(file, each.link, say("other options"), allowed))
    kept = [each for each in choices if each.options == common]
    questionnaire = _questionnaire(given, own_id, number, common, kept, own=url.startswith(OWN_QUESTIONNAIRE))
    # What came from outside passes the same checks as a file that a person wrote.
    checked, faults = read_questionnaire_text(write_questionnaire_text(questionnaire), file)
    return checked, (*problems, *faults)


def _questionnaire(
    given: Json, own_id: str, version: int, options: Options, kept: list[_Choice], *, own: bool
) -> Questionnaire:
    title = _text(given.get("title")) or _text(given.get("name")) or own_id
    language = given.get("language")
    return Questionnaire(
        id=own_id,
        version=version,
        title=title,
        lead=_text(given.get("purpose")) or title,
        description=_text(given.get("description")),
        language=language if isinstance(language, str) and known_locale(language) else "en",
        items=tuple(
            Item(
                id=item_id(own_id, each.link, own=own),
                text=each.text or each.link,
                may_not_come_up=each.may_not_come_up,
            )
            for each in kept
        ),
        options=options,
        recall_days=USUAL_DAYS,
        rhythm_days=USUAL_DAYS,
        has_total=True,
        missing_rule=MissingRule(answers_at_least=min(3, len(kept))),
        provenance=Provenance(
            based_on=_text(given.get("publisher")) or say("A FHIR questionnaire that you brought in."),
            validation=say("Not known here."),
            norms=say("None here."),
            licence=_text(given.get("copyright")),
        ),
        built_in=False,
    )


def _choices(given: Json, file: str, problems: list[Problem]) -> Iterator[_Choice]:
    contained = given.get("contained")
    sets = {
        "#" + each["id"]: each
        for each in (contained if isinstance(contained, list) else [])
        if isinstance(each, dict) and isinstance(each.get("id"), str)
    }
    seen: set[str] = set()
    for item in _items(given, 0):
        link, kind = item.get("linkId"), item.get("type")
        if kind in ("group", "display") or not isinstance(link, str) or not link:
            continue
        if link.startswith(SCORE_PREFIX) or (link == NOTE_ITEM and kind == "text") or item.get("readOnly") is True:
            continue
        if link in seen:
            problems.append(Problem(file, link, shown(link), say("Each link id stands once; this one is left out.")))
            continue
        seen.add(link)
        if kind != "choice" or item.get("repeats") is True:
            found = say("an item of the type {type}", type=str(kind)[:30])
            problems.append(Problem(file, link, found, say("Only choice items with one answer can be scored.")))
            continue
        options, may_not_come_up = _options(item, sets)
        if len({each.value for each in options}) < max(2, len(options)):
            allowed = say("Every option needs an ordinal value or item weight of its own, a whole number.")
            problems.append(Problem(file, link, say("options without values of their own"), allowed))
            continue
        yield _Choice(link, _text(item.get("text")), options, may_not_come_up)


def _items(given: Json, depth: int) -> Iterator[Json]:
    items = given.get("item")
    for item in items if isinstance(items, list) and depth < DEEPEST else []:
        if isinstance(item, dict):
            yield item
            yield from _items(item, depth + 1)


def _options(item: Json, sets: dict[str, Json]) -> tuple[Options, bool]:
    """The options in the order of the file; none at all where one of them has no value."""
    found: list[ResponseOption] = []
    may_not_come_up = False
    for label, value in _labelled(item, sets):
        if label is None:
            may_not_come_up = True
        elif value is None or not float(value).is_integer() or abs(value) > 1_000:
            return (), False
        else:
            found.append(ResponseOption(value=int(value), label=label))
    return tuple(found), may_not_come_up


def _labelled(item: Json, sets: dict[str, Json]) -> Iterator[tuple[str | None, float | None]]:
    """(label, value) of each option; the label is None for our own "did not come up"."""
    written = item.get("answerOption")
    for option in written if isinstance(written, list) else []:
        option = option if isinstance(option, dict) else {}
        whole = option.get("valueInteger")
        if isinstance(whole, int) and not isinstance(whole, bool):
            yield str(whole), whole
        else:
            yield _of_coding(option.get("valueCoding"), extension_number(option))
    named = item.get("answerValueSet")
    if isinstance(named, str) and named in sets:
        compose = sets[named].get("compose")
        concepts = [
            concept
            for include in _dicts(compose.get("include") if isinstance(compose, dict) else None)
            for concept in _dicts(include.get("concept"))
        ]
        expansion = sets[named].get("expansion")
        contained = _dicts(expansion.get("contains") if isinstance(expansion, dict) else None)
        for concept in concepts or contained:
            yield _of_coding(concept, None)


def _of_coding(coding: Any, beside: float | None) -> tuple[str | None, float | None]:
    if not isinstance(coding, dict):
        return "", None
    if coding.get("code") == DID_NOT_COME_UP_CODE:
        return None, None
    own = extension_number(coding)
    return _text(coding.get("display")) or _text(coding.get("code")), beside if own is None else own


def _dicts(given: object) -> Iterator[Json]:
    return (each for each in given if isinstance(each, dict)) if isinstance(given, list) else iter(())


def _text(value: object) -> str:
    return _CONTROL.sub("", value).strip()[:_LONGEST_TEXT] if isinstance(value, str) else ""
