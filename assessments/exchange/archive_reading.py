"""The archive read back: exactly as it was for the person's own use, or as an import into a vault that is in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from assessments.catalogue import Catalogue
from assessments.exchange.admission import Admission, admit, fault_in, what_of
from assessments.exchange.archive_files import (
    ArchivedQuestionnaires,
    changed_files,
    check_manifest,
    given_lines,
    objects_in,
    questionnaires_in,
    settings_in,
)
from assessments.exchange.belongings import Belongings
from assessments.exchange.beside import Beside, State, numbered
from assessments.exchange.beside_json import EARLIER, REMOVED, read_beside, read_state
from assessments.exchange.namesakes import Namesakes, find_namesakes
from assessments.exchange.reading import Doubt, Options, Reading
from assessments.exchange.record_json import KINDS, record_of
from assessments.exchange.sources import LARGEST_ARCHIVE_BYTES, Folder, Refused, Source, open_folder
from assessments.language import say
from assessments.questionnaire import Questionnaire
from assessments.records import Entry, Event, PracticeDone, Record, Response

NAME = "archive"


class UnreadableArchive(ValueError):
    """An archive that cannot be given back whole; the message is a sentence for a person."""


def read_back(given: Path | str | bytes) -> Belongings:
    """Everything that `write_archive` wrote, exactly; UnreadableArchive where any of it is damaged or missing."""
    source = Source.of(given)
    try:
        with open_folder(source, LARGEST_ARCHIVE_BYTES) as folder:
            check_manifest(folder, source.name)
            for doubt in changed_files(folder, source.name):
                raise UnreadableArchive(doubt.says)
            found = questionnaires_in(folder)
            if found.problems:
                raise UnreadableArchive(found.problems[0].says)
            states: dict[str, State] = {}
            kept = [record for _, _, record in _records(folder, states)]
            beside = read_beside(partial(objects_in, folder), _refuse)
            return Belongings(
                responses=tuple(each for each in kept if isinstance(each, Response)),
                entries=tuple(each for each in kept if isinstance(each, Entry)),
                practices_done=tuple(each for each in kept if isinstance(each, PracticeDone)),
                events=tuple(each for each in kept if isinstance(each, Event)),
                questionnaires=found.questionnaires,
                settings=settings_in(folder),
                beside=replace(beside, states=states | dict(beside.states), put_away=found.put_away),
            )
    except Refused as error:
        raise UnreadableArchive(str(error)) from error


def read_archive(source: Source, options: Options) -> Reading:
    """What an archive would add to a vault, under one import id; a record that was changed by hand and is faulty
    is doubtful, and so is one that names a questionnaire, form or practice that nobody knows."""
    arriving = _Arriving(options, source.name)
    with open_folder(source, LARGEST_ARCHIVE_BYTES) as folder:
        check_manifest(folder, source.name)
        arriving.doubtful.extend(changed_files(folder, source.name))
        found = questionnaires_in(folder)
        arriving.admit(found)
        for file, line, given in given_lines(folder):
            arriving.take(file, line, given)
        settings = settings_in(folder)
        beside = arriving.beside(read_beside(partial(objects_in, folder), arriving.doubt))
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(arriving.records),
        doubtful=tuple(arriving.doubtful),
        problems=(*found.problems, *arriving.admission.problems),
        questionnaires=tuple(each for each in arriving.admission.questionnaires if not each.built_in),
        settings=arriving.namesakes.settings(settings),
        beside=beside,
    )


class _Arriving:
    """An archive on its way in: what of it can stand here, under which ids, and what is doubtful."""

    def __init__(self, options: Options, name: str) -> None:
        self._options, self._name = options, name
        self.records: list[Record] = []
        self.doubtful: list[Doubt] = []
        self.namesakes = Namesakes()
        self.admission = Admission((), (), options.catalogue)
        self._states: dict[str, State] = {}
        self._came_by: dict[str, str] = {}
        self._put_away: tuple[Questionnaire, ...] = ()

    def admit(self, found: ArchivedQuestionnaires) -> None:
        """Take the questionnaires in; those that bear another one's id get an id of their own."""
        own = [each for each in found.questionnaires if not each.built_in]
        self.namesakes = find_namesakes([*own, *found.put_away], self._options.catalogue)
        self.admission = admit([*map(self.namesakes.questionnaire, own)], self._options.catalogue, self._name)
        self._put_away = tuple(map(self.namesakes.questionnaire, found.put_away))

    def doubt(self, file: str, line: int, why: str) -> None:
        """Note a line that cannot be read."""
        self.doubtful.append(Doubt(file, line, say("this record cannot be read"), why))

    def take(self, file: str, line: int, given: Any) -> None:
        """Take a kept record in, or note why it is doubtful."""
        try:
            bare = record_of(KINDS[file][1], given)
            state = read_state(given)
        except ValueError as error:
            self.doubt(file, line, str(error))
            return
        record = replace(self.namesakes.record(bare), import_id=self._options.import_id)
        if fault := self._fault_in(record, self.admission.catalogue):
            self.doubtful.append(Doubt(file, line, what_of(record), fault))
            return
        self.records.append(record)
        if state is not None:
            self._states[record.id] = state
        if bare.import_id:
            self._came_by[record.id] = bare.import_id

    def beside(self, found: Beside) -> Beside:
        """The rest, as far as it can stand here and belongs to a record that does."""
        found = self.namesakes.beside(found)
        catalogue = self.admission.catalogue
        if catalogue is not None:
            catalogue = catalogue.with_questionnaires(*self._put_away)
        removed = tuple(each for each in found.removed if self._stands(REMOVED, each, catalogue))
        kinds = {each.id: type(each) for each in (*removed, *self.records)}
        earlier = [each for each in found.earlier if each.id in kinds]
        stand = [each for each in earlier if each.record is None or self._is_state(each.record, kinds, catalogue)]
        states = self._states | {each.id: found.states[each.id] for each in removed if each.id in found.states}
        return replace(
            found,
            of_a_vault=True,
            removed=removed,
            put_away=self._put_away,
            came_by=self._came_by,
            **numbered(states, stand),
        )

    def _is_state(self, record: Record, kinds: dict[str, type[Record]], catalogue: Catalogue | None) -> bool:
        return type(record) is kinds[record.id] and self._stands(EARLIER, record, catalogue)

    def _stands(self, file: str, record: Record, catalogue: Catalogue | None) -> bool:
        fault = self._fault_in(record, catalogue)
        if fault:
            self.doubtful.append(Doubt(file, None, what_of(record), fault))
        return not fault

    def _fault_in(self, record: Record, catalogue: Catalogue | None) -> str:
        return _refused_answer(record, self.admission) or fault_in(record, catalogue)


def _refused_answer(record: Record, admission: Admission) -> str:
    if isinstance(record, Response) and (record.questionnaire, record.version) in admission.refused:
        return say("It answers a questionnaire that cannot be taken in.")
    return ""


def _records(folder: Folder, states: dict[str, State]) -> Iterator[tuple[str, int, Record]]:
    for file, line, given in given_lines(folder):
        try:
            record = record_of(KINDS[file][1], given)
            state = read_state(given)
        except ValueError as error:
            _refuse(file, line, str(error))
        if state is not None:
            states[record.id] = state
        yield file, line, record


def _refuse(file: str, line: int, why: str) -> NoReturn:
    raise Refused(say("{file}, line {line}: {why}", file=file, line=line, why=why))
