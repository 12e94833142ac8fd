"""The content as data: reads TOML files into a catalogue and tells every fault in one pass."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from assessments.content_checks import Checked, Known, Read, check_references, check_together, reading_order
from assessments.content_problems import ContentError, Problem
from assessments.form import Form
from assessments.form_reading import read_form
from assessments.help_line_reading import read_help_lines
from assessments.help_lines import HelpLines
from assessments.language import say
from assessments.programme import Feeling, LookingBackTrap, Practice, Reflection, Step, ThinkingTrap
from assessments.programme_reading import Programme, read_programme
from assessments.questionnaire import Questionnaire
from assessments.questionnaire_reading import read_questionnaire
from assessments.questionnaire_writing import write_questionnaire_text
from assessments.versions import Versioned, Versions

__all__ = [
    "Catalogue",
    "ContentError",
    "Problem",
    "load",
    "read_catalogue",
    "read_questionnaire_text",
    "write_questionnaire_text",
]

CONTENT_FOLDER = Path(__file__).parent / "content"
PROGRAMME_FILE = "programme.toml"
HELP_LINES_FILE = "help_lines.toml"
CARE_PHRASES_FILE = "care_phrases.toml"


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All content that was read: dicts by id; earlier versions of questionnaires and forms by (id, version)."""

    questionnaires: Versions[Questionnaire] = field(default_factory=Versions)
    forms: Versions[Form] = field(default_factory=Versions)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    reflections: Mapping[str, Reflection] = field(default_factory=dict)
    feelings: Mapping[str, Feeling] = field(default_factory=dict)
    thinking_traps: Mapping[str, ThinkingTrap] = field(default_factory=dict)
    looking_back_traps: Mapping[str, LookingBackTrap] = field(default_factory=dict)
    help_lines: HelpLines | None = None

    def newest_questionnaires(self) -> tuple[Questionnaire, ...]:
        """The newest version of every questionnaire, in the order of the road."""
        return self.questionnaires.newest()

    def newest_forms(self) -> tuple[Form, ...]:
        """The newest version of every form, in the order of the road."""
        return self.forms.newest()

    def step(self, number: int) -> Step:
        """The step with that number; KeyError where there is none."""
        for step in self.steps.values():
            if step.number == number:
                return step
        raise KeyError(number)

    def with_questionnaires(self, *own: Questionnaire) -> Catalogue:
        """This catalogue with a person's own questionnaires added; a built-in one is never replaced."""
        built_in = {each.id for each in self.questionnaires.values() if each.built_in}
        added = [each for each in own if each.id not in built_in]
        return replace(self, questionnaires=_versions([*self.questionnaires.values(), *added], self.steps.values()))


@cache
def load() -> Catalogue:
    """The built-in content; raises ContentError, naming every problem, where it has a fault."""
    catalogue, problems = read_catalogue(CONTENT_FOLDER)
    if problems:
        raise ContentError(problems)
    return catalogue


def read_catalogue(*folders: str | Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """All that could be read in the folders, in their order, and every problem found, in one pass.

    A folder holds TOML files: programme.toml, help_lines.toml, forms in a folder `forms`, and questionnaires (all
    others). A path may also be one such file. With no folder, the built-in content is read. Where the folders hold no
    programme, practices and steps are looked up in the built-in one. A file with a fault is left out whole; of a
    programme, the faulty entries are.Later files of one id need higher versions.
    """
    problems: list[Problem] = []
    reads: list[Read] = []
    known = Known()
    help_lines: HelpLines | None = None
    for path, name in _files(folders or (CONTENT_FOLDER,), problems):
        text = _text(path, name, problems)
        if text is None:
            continue
        if path.name == HELP_LINES_FILE:
            lines, found = read_help_lines(text, name)
            help_lines = lines or help_lines
        else:
            content, found = _content(path, text, name)
            _note_declared(known, path, text)
            if content is not None:
                reads.append(Read(name, text, content, found))
        problems.extend(found)
    checked = check_together(reads)
    problems.extend(checked.problems)
    _complete(known, reads)
    dangling = check_references(reads, known)
    problems.extend(dangling)
    return _catalogue(_without_dangling(checked.kept, dangling), help_lines), tuple(problems)


def read_questionnaire_text(
    text: str, file: str, catalogue: Catalogue | None = None
) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """A person's own questionnaire from its TOML text (`built_in` False), or None, and every problem in it.

    With a catalogue, the ids of its items, its version, practices and steps are checked against that one too.
    """
    questionnaire, problems = read_questionnaire(text, file, built_in=False)
    if questionnaire is None or catalogue is None:
        return (None if problems else questionnaire), problems
    read = Read(file, text, questionnaire, problems)
    others = [Read(say("the catalogue"), "", each) for each in catalogue.questionnaires.values()]
    known = Known(practices=set(catalogue.practices), steps={step.number for step in catalogue.steps.values()})
    faults = check_together([read], Checked(kept=others)).problems + check_references([read], known)
    return (None if problems or faults else questionnaire), (*problems, *faults)


def _files(folders: Iterable[str | Path], problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    for folder in map(Path, folders):
        if folder.is_file():
            yield folder, folder.name
        elif folder.is_dir():
            found = sorted(folder.rglob("*.toml"), key=lambda path: (path.parent.as_posix(), reading_order(path.name)))
            for path in (each for each in found if each.name != CARE_PHRASES_FILE):
                yield path, path.relative_to(folder).as_posix()
        else:
            problems.append(Problem(str(folder), "", say("no such folder"), say("A folder with TOML files is needed.")))


def _text(path: Path, name: str, problems: list[Problem]) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        found = say("a byte that is not UTF-8")
        problems.append(Problem(name, "", found, say("Save the file as UTF-8 text."), line))
    except OSError as error:
        found = say("a file that cannot be opened ({reason})", reason=error.strerror or type(error).__name__)
        problems.append(Problem(name, "", found, say("A TOML file that may be read is needed.")))
    return None


def _content(path: Path, text: str, name: str) -> tuple[Questionnaire | Form | Programme | None, tuple[Problem, ...]]:
    if path.name == PROGRAMME_FILE:
        return read_programme(text, name)
    if path.parent.name == "forms":
        return read_form(text, name)
    return read_questionnaire(text, name, built_in=path.is_relative_to(CONTENT_FOLDER))


def _note_declared(known: Known, path: Path, text: str) -> None:
    """Count the ids that a file declares, whatever else is wrong in it."""
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    if path.name == PROGRAMME_FILE:
        known.practices |= _declared(values, "practices")
        known.reflections |= _declared(values, "reflections")
        known.steps |= {n for n in _values(values, "steps", "number") if isinstance(n, int)}
    elif isinstance(own := values.get("id"), str):
        (known.forms if path.parent.name == "forms" else known.questionnaires).add(own)


def _declared(values: Mapping[str, object], key: str) -> set[str]:
    return {name for name in _values(values, key, "id") if isinstance(name, str)}


def _values(values: Mapping[str, object], key: str, within: str) -> list[object]:
    entries = values.get(key)
    return [entry.get(within) for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _complete(known: Known, kept: Iterable[Read]) -> None:
    """Without a programme of their own, files refer to the built-in one."""
    if any(isinstance(read.content, Programme) for read in kept):
        return
    programme, _ = read_programme((CONTENT_FOLDER / PROGRAMME_FILE).read_text(encoding="utf-8"), PROGRAMME_FILE)
    known.practices |= {practice.id for practice in programme.practices}
    known.steps |= {step.number for step in programme.steps}


def _without_dangling(kept: Iterable[Read], dangling: Iterable[Problem]) -> list[Read]:
    faulty = {problem.file for problem in dangling}
    return [read for read in kept if isinstance(read.content, Programme) or read.file not in faulty]


def _catalogue(kept: Iterable[Read], help_lines: HelpLines | None) -> Catalogue:
    contents = [read.content for read in kept]
    programme = next((content for content in contents if isinstance(content, Programme)), Programme())
    steps = sorted(programme.steps, key=lambda step: step.number)
    return Catalogue(
        questionnaires=_versions((each for each in contents if isinstance(each, Questionnaire)), steps),
        forms=_versions((each for each in contents if isinstance(each, Form)), steps),
        practices={each.id: each for each in programme.practices},
        steps={each.id: each for each in steps},
        reflections={each.id: each for each in programme.reflections},
        feelings={each.id: each for each in programme.feelings},
        thinking_traps={each.id: each for each in programme.thinking_traps},
        looking_back_traps={each.id: each for each in programme.looking_back_traps},
        help_lines=help_lines,
    )


def _versions(contents: Iterable[Versioned], steps: Iterable[Step]) -> Versions[Versioned]:
    """Versions in the order in which the steps name them, then what no step names; the newest of each first."""
    named = [name for step in steps for name in step.questionnaires + step.forms]
    place = {name: place for place, name in reversed(list(enumerate(named)))}

    def order(content: Questionnaire | Form) -> tuple[int, str, int]:
        return place.get(content.id, len(named)), content.id, -content.version

    versions: Versions[Versioned] = Versions()
    for content in sorted(contents, key=order):
        versions[content.key if dict.__contains__(versions, content.id) else content.id] = content
    return versions
