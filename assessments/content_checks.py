"""What is wrong between content files: repeated ids, versions that go back, references to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assessments.content_problems import KeyPath, Problem, line_of, lines_of, shown
from assessments.form import Form
from assessments.language import listing, say
from assessments.programme_reading import Programme
from assessments.questionnaire import Questionnaire


@dataclass(frozen=True)
class Read:
    """One content file that was read: its name, its text, what it holds, and its faults so far."""

    file: str
    text: str
    content: Questionnaire | Form | Programme
    faults: tuple[Problem, ...] = ()


@dataclass
class Known:
    """The ids that references may name; those of faulty files count, so that one fault is told once."""

    questionnaires: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    practices: set[str] = field(default_factory=set)
    reflections: set[str] = field(default_factory=set)
    steps: set[int] = field(default_factory=set)


@dataclass
class Checked:
    """The files that may stand together, in reading order, and the problems of those that may not."""

    kept: list[Read] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def reading_order(name: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts file names so that pulse comes before pulse-2, and pulse-2 before pulse-10."""
    stem = name.rsplit(".", 1)[0]
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", stem))


def check_together(reads: Iterable[Read], checked: Checked | None = None) -> Checked:
    """Keep each file that has no fault and whose version and item ids go with those kept before it."""
    checked = checked or Checked()
    for read in reads:
        faults = tuple(_clashes(read, [kept for kept in checked.kept if type(kept.content) is type(read.content)]))
        checked.problems.extend(faults)
        if not faults and (not read.faults or isinstance(read.content, Programme)):
            checked.kept.append(read)
    return checked


def _clashes(read: Read, earlier: Sequence[Read]) -> Iterable[Problem]:
    content = read.content
    if isinstance(content, Programme):
        if earlier:
            yield _problem(
                read,
                (),
                "",
                say("a second programme"),
                say("One programme is read; it is in {file}.", file=earlier[0].file),
            )
        return
    versions = [
        (other, other.content)
        for other in earlier
        if not isinstance(other.content, Programme) and other.content.id == content.id
    ]
    if versions:
        yield from _version_clash(read, content, *max(versions, key=lambda version: version[1].version))
    if isinstance(content, Questionnaire):
        yield from _item_clashes(read, content, earlier)


def _version_clash(
    read: Read, content: Questionnaire | Form, other: Read, earlier: Questionnaire | Form
) -> Iterable[Problem]:
    version_was_read = all(fault.key != "version" for fault in read.faults)
    if version_was_read and content.version <= earlier.version:
        yield _problem(
            read,
            ("version",),
            "version",
            content.version,
            say(
                "A version above {version} is needed: {file} has that one already, and files are read in the order of "
                "their names, so call the next version {name}.",
                version=earlier.version,
                file=other.file,
                name=f"{content.id}-{earlier.version + 1}.toml",
            ),
        )
    if (
        isinstance(content, Questionnaire)
        and isinstance(earlier, Questionnaire)
        and content.built_in != earlier.built_in
    ):
        yield _problem(
            read, ("id",), "id", content.id, say("An id of its own is needed: {file} has this one.", file=other.file)
        )


def _item_clashes(read: Read, content: Questionnaire, earlier: Sequence[Read]) -> Iterable[Problem]:
    holders: dict[str, str] = {}
    for other in earlier:
        if isinstance(other.content, Questionnaire) and other.content.id != content.id:
            for item in other.content.items:
                holders.setdefault(item.id, other.file)
    for place, item in enumerate(content.items):
        if item.id in holders:
            yield _problem(
                read,
                ("items", place, "id"),
                f"items.{item.id}.id",
                item.id,
                say("An item id of its own is needed: {file} has this one.", file=holders[item.id]),
            )


def check_references(reads: Iterable[Read], known: Known) -> list[Problem]:
    """Every reference to a practice, step, questionnaire, form or reflection that is not known."""
    problems: list[Problem] = []
    for read in reads:
        match read.content:
            case Questionnaire():
                problems.extend(_questionnaire_references(read, read.content, known))
            case Form():
                problems.extend(_step_reference(read, ("step",), "step", read.content.step, known))
            case Programme():
                problems.extend(_programme_references(read, read.content, known))
    return problems


def _questionnaire_references(read: Read, content: Questionnaire, known: Known) -> Iterable[Problem]:
    yield from _step_reference(read, ("step",), "step", content.step, known)
    for place, item in enumerate(content.items):
        path: KeyPath = ("items", place)
        if item.step != content.step:
            yield from _step_reference(read, (*path, "step"), f"items.{item.id}.step", item.step, known)
        if item.practice is not None and item.practice not in known.practices:
            yield _problem(
                read, (*path, "practice"), f"items.{item.id}.practice", item.practice, _only(known.practices)
            )


def _step_reference(read: Read, path: KeyPath, key: str, step: int | None, known: Known) -> Iterable[Problem]:
    if step is not None and step not in known.steps:
        yield _problem(read, path, key, step, _only(str(number) for number in sorted(known.steps)))


def _programme_references(read: Read, programme: Programme, known: Known) -> Iterable[Problem]:
    for step in programme.steps:
        named: Mapping[str, tuple[Sequence[str], set[str]]] = {
            "questionnaires": (step.questionnaires, known.questionnaires),
            "forms": (step.forms, known.forms),
            "practices": (step.practices, known.practices),
            "reflections": (step.reflections, known.reflections),
        }
        for key, (names, allowed) in named.items():
            for name in names:
                if name not in allowed:
                    yield _problem(read, ("steps", key), f"steps.{step.id}.{key}", name, _only(allowed))
    for practice in programme.practices:
        for number in practice.steps:
            yield from _step_reference(read, ("practices",), f"practices.{practice.id}.steps", number, known)
    for reflection in programme.reflections:
        key = f"reflections.{reflection.id}.step"
        yield from _step_reference(read, ("reflections",), key, reflection.step, known)


def _only(known: Iterable[str]) -> str:
    names = sorted(known)
    if not names:
        return say("None of these is known in the content that was read.")
    return say("Only these are known: {names}.", names=listing(names))


def _problem(read: Read, path: KeyPath, key: str, found: object, allowed: str) -> Problem:
    return Problem(read.file, key, shown(found), allowed, line_of(lines_of(read.text), path) if path else None)
