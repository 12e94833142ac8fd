"""Whether what a file brings can stand beside what is there: its questionnaires, and the content that records name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assessments.answers import find_problems
from assessments.catalogue import Catalogue, read_questionnaire_text, write_questionnaire_text
from assessments.content_problems import Problem
from assessments.language import say
from assessments.questionnaire import Questionnaire
from assessments.records import Entry, PracticeDone, Record, Response


@dataclass(frozen=True)
class Admission:
    """The questionnaires that can be taken in, why the others cannot, and the catalogue with the former in it."""

    questionnaires: tuple[Questionnaire, ...]
    problems: tuple[Problem, ...]
    catalogue: Catalogue | None
    refused: frozenset[tuple[str, int]] = frozenset()


def is_equal(there: Questionnaire, arriving: Questionnaire) -> bool:
    """Whether two questionnaires of one id and version are the same in everything."""
    return replace(there, built_in=arriving.built_in) == arriving


def asks_the_same(there: Questionnaire, arriving: Questionnaire) -> bool:
    """Whether the second has no item and no answer of its own; for a format that cannot carry all of the first."""
    items, values = ({item.id for item in there.items}, {option.value for option in there.options})
    return {item.id for item in arriving.items} <= items and {option.value for option in arriving.options} <= values


def admit(
    arriving: Sequence[Questionnaire],
    catalogue: Catalogue | None,
    file: str,
    is_same: Callable[[Questionnaire, Questionnaire], bool] = is_equal,
) -> Admission:
    """Part the questionnaires of a file; without a catalogue every one is taken in.

    One that is there already stays among them; one that another of the same id and version stands against, or whose
    id or items are taken, is refused, for its answers would be scored by the other one.
    """
    if catalogue is None:
        return Admission(tuple(arriving), (), None)
    taken: list[Questionnaire] = []
    problems: list[Problem] = []
    refused: set[tuple[str, int]] = set()
    for each in sorted(arriving, key=lambda one: (one.id, one.version)):
        there = catalogue.questionnaires.get(each.key)
        if there is not None and is_same(there, each):
            taken.append(there)
            continue
        faults = _clash(each, there, catalogue, file)
        if faults:
            problems += faults
            refused.add(each.key)
        else:
            taken.append(each)
            catalogue = catalogue.with_questionnaires(each)
    return Admission(tuple(taken), tuple(problems), catalogue, frozenset(refused))


def _clash(
    arriving: Questionnaire, there: Questionnaire | None, catalogue: Catalogue, file: str
) -> tuple[Problem, ...]:
    if there is not None:
        allowed = say("Another one of that id and version is here, so this one and the answers to it stay out.")
        return (Problem(file, arriving.id, arriving.title, allowed),)
    if any(each.built_in and each.id == arriving.id for each in catalogue.questionnaires.values()):
        allowed = say("A built-in questionnaire has this id, so this one and the answers to it stay out.")
        return (Problem(file, arriving.id, arriving.title, allowed),)
    return read_questionnaire_text(write_questionnaire_text(arriving), file, catalogue)[1]


def fault_in(record: Record, catalogue: Catalogue | None) -> str:
    """Why a record could not be shown here, as a sentence; empty where it can, or without a catalogue."""
    if catalogue is None:
        return ""
    if isinstance(record, Response):
        questionnaire = catalogue.questionnaires.get((record.questionnaire, record.version))
        if questionnaire is None:
            return say("No questionnaire of that id and version is known here or in the file, so it cannot be scored.")
        faults = find_problems(questionnaire, record.answers)
        return faults[0].says if faults else ""
    if isinstance(record, Entry) and (record.form, record.version) not in catalogue.forms:
        return say("This Footbridge has no form {form} of version {n}.", form=record.form[:60], n=record.version)
    if isinstance(record, PracticeDone) and record.practice not in catalogue.practices:
        return say("This Footbridge has no practice {practice}.", practice=record.practice[:60])
    return ""


def what_of(record: Record) -> str:
    """What a doubt calls a record: what it is about, and its day."""
    match record:
        case Response():
            about = record.questionnaire
        case Entry():
            about = record.title or record.form
        case PracticeDone():
            about = record.practice
        case _:
            about = record.name
    return f"{about[:60]} ({record.happened_at.date().isoformat()})"
