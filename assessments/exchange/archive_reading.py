"""The archive read back: exactly as it was for the person's own use, or as an import into a vault that is in use."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from assessments.catalogue import read_questionnaire_text
from assessments.content_problems import Problem
from assessments.exchange.admission import Admission, admit, fault_in, what_of
from assessments.exchange.archive import EARLIER, FORMAT, FORMAT_VERSION, KINDS, MANIFEST, REMOVED, SETTINGS
from assessments.exchange.belongings import Belongings, EarlierState
from assessments.exchange.json_stream import not_utf8, read_array, read_whole
from assessments.exchange.moments import read_moment
from assessments.exchange.reading import Doubt, Options, Reading
from assessments.exchange.record_json import record_of
from assessments.exchange.sources import LARGEST_ARCHIVE_BYTES, Folder, Refused, Source, open_folder
from assessments.language import say
from assessments.questionnaire import Questionnaire
from assessments.records import Entry, Event, PracticeDone, Record, Response

NAME = "archive"
_KINDS_BY_WORD = dict(KINDS.values())
_CHUNK = 1 << 20


class UnreadableArchive(ValueError):
    """An archive that cannot be given back whole; the message is a sentence for a person."""


def read_back(given: Path | str | bytes) -> Belongings:
    """Everything that `write_archive` wrote, exactly; UnreadableArchive where any of it is damaged or missing."""
    source = Source.of(given)
    try:
        with open_folder(source, LARGEST_ARCHIVE_BYTES) as folder:
            _check_manifest(folder, source.name)
            for doubt in _changed_files(folder, source.name):
                raise UnreadableArchive(doubt.says)
            questionnaires, problems = _questionnaires(folder)
            if problems:
                raise UnreadableArchive(problems[0].says)
            kept = [record for _, _, record in _records(folder, None)]
            return Belongings(
                responses=tuple(each for each in kept if isinstance(each, Response)),
                entries=tuple(each for each in kept if isinstance(each, Entry)),
                practices_done=tuple(each for each in kept if isinstance(each, PracticeDone)),
                events=tuple(each for each in kept if isinstance(each, Event)),
                questionnaires=questionnaires,
                settings=_settings(folder),
                removed=tuple(_of_any_kind(each) for _, each in _objects(folder, REMOVED)),
                earlier=tuple(_earlier(each) for _, each in _objects(folder, EARLIER)),
            )
    except (Refused, KeyError, TypeError) as error:
        raise UnreadableArchive(str(error)) from error


def read_archive(source: Source, options: Options) -> Reading:
    """What an archive would add to a vault, under one import id; a record that was changed by hand and is faulty
    is doubtful, and so is one that names a questionnaire, form or practice that nobody knows."""
    records: list[Record] = []
    doubtful: list[Doubt] = []
    with open_folder(source, LARGEST_ARCHIVE_BYTES) as folder:
        _check_manifest(folder, source.name)
        doubtful.extend(_changed_files(folder, source.name))
        questionnaires, problems = _questionnaires(folder)
        own = [each for each in questionnaires if not each.built_in]
        admission = admit(own, options.catalogue, source.name)
        for file, line, given in _given(folder):
            try:
                record = record_of(KINDS[file][1], given, options.import_id)
            except ValueError as error:
                doubtful.append(Doubt(file, line, say("this record cannot be read"), str(error)))
                continue
            fault = _refused_answer(record, admission) or fault_in(record, admission.catalogue)
            if fault:
                doubtful.append(Doubt(file, line, what_of(record), fault))
            else:
                records.append(record)
        left_out = [name for name in (REMOVED, EARLIER) if name in folder.names]
        settings = _settings(folder)
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(records),
        doubtful=tuple(doubtful),
        problems=(*problems, *admission.problems),
        questionnaires=tuple(each for each in admission.questionnaires if not each.built_in),
        settings=settings,
        left_out=tuple(say("{file} is history and stays in the archive.", file=name) for name in left_out),
    )


def _refused_answer(record: Record, admission: Admission) -> str:
    if isinstance(record, Response) and (record.questionnaire, record.version) in admission.refused:
        return say("It answers a questionnaire that cannot be taken in.")
    return ""


def _check_manifest(folder: Folder, name: str) -> None:
    manifest = _manifest(folder)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Refused(say("{name} is not a Footbridge archive.", name=name))
    version = manifest.get("format_version")
    if not isinstance(version, int) or version > FORMAT_VERSION:
        raise Refused(
            say("{name} was written by a newer Footbridge; bring this one up to date first.", name=name),
        )
    missing = [each for each in (*KINDS, *_sums(manifest)) if each not in folder.names]
    if missing:
        raise Refused(
            say("{name} is not whole: {file} is missing. Nothing was taken from it.", name=name, file=missing[0])
        )


def _manifest(folder: Folder) -> Any:
    if MANIFEST not in folder.names:
        return None
    with folder.open(MANIFEST) as file:
        return read_whole(file, MANIFEST)


def _sums(manifest: dict[str, Any]) -> dict[str, str]:
    sums = manifest.get("sha256")
    return {str(name): str(each) for name, each in sums.items()} if isinstance(sums, dict) else {}


def _changed_files(folder: Folder, name: str) -> Iterator[Doubt]:
    """The data files that are not as they were written; the copies in CSV and the guide do not matter."""
    for file, expected in _sums(_manifest(folder)).items():
        if file.startswith("csv/") or file == "README.md":
            continue
        with folder.open(file) as member:
            summed = hashlib.sha256()
            while chunk := member.read(_CHUNK):
                summed.update(chunk)
        if summed.hexdigest() != expected:
            why = say("It was changed after the archive was written; what it says now is read.")
            yield Doubt(name, None, file, why)


def _given(folder: Folder) -> Iterator[tuple[str, int, Any]]:
    for file in KINDS:
        for line, given in _objects(folder, file):
            yield file, line, given


def _objects(folder: Folder, file: str) -> Iterator[tuple[int, Any]]:
    if file not in folder.names:
        return
    with folder.open(file) as member:
        yield from read_array(member, file)


def _records(folder: Folder, import_id: str | None) -> Iterator[tuple[str, int, Record]]:
    for file, line, given in _given(folder):
        try:
            yield file, line, record_of(KINDS[file][1], given, import_id)
        except ValueError as error:
            raise Refused(say("{file}, line {line}: {why}", file=file, line=line, why=str(error))) from error


def _of_any_kind(given: dict[str, Any]) -> Record:
    return record_of(_KINDS_BY_WORD[given["kind"]], given)


def _earlier(given: dict[str, Any]) -> EarlierState:
    record = None if given["record"] is None else _of_any_kind(given["record"])
    return EarlierState(id=given["id"], changed_at=read_moment(given["changed_at"]), record=record)


def _settings(folder: Folder) -> dict[str, Any]:
    if SETTINGS not in folder.names:
        return {}
    with folder.open(SETTINGS) as file:
        found = read_whole(file, SETTINGS)
    return found if isinstance(found, dict) else {}


def _questionnaires(folder: Folder) -> tuple[tuple[Questionnaire, ...], tuple[Problem, ...]]:
    read: list[Questionnaire] = []
    problems: list[Problem] = []
    for name in folder.names:
        if not name.startswith("questionnaires/") or not name.endswith(".toml"):
            continue
        try:
            text = folder.read(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(not_utf8(name)) from error
        questionnaire, found = read_questionnaire_text(text, name)
        problems.extend(found)
        if questionnaire is not None:
            read.append(replace(questionnaire, built_in=name.startswith("questionnaires/built_in/")))
    return tuple(read), tuple(problems)
