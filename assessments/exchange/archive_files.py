"""The files of an archive: whether it is whole and unchanged, and what stands in each of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from assessments.catalogue import read_questionnaire_text
from assessments.content_problems import Problem
from assessments.exchange.archive import (
    BUILT_IN,
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    PUT_AWAY,
    QUESTIONNAIRES,
    SETTINGS,
)
from assessments.exchange.json_stream import not_utf8, read_array, read_whole
from assessments.exchange.reading import Doubt
from assessments.exchange.record_json import KINDS
from assessments.exchange.sources import Folder, Refused
from assessments.language import say
from assessments.questionnaire import Questionnaire

_CHUNK: Final = 1 << 20


def check_manifest(folder: Folder, name: str) -> None:
    """Refused where the folder is no archive, one of a newer Footbridge, or not whole."""
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


def changed_files(folder: Folder, name: str) -> Iterator[Doubt]:
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


def given_lines(folder: Folder) -> Iterator[tuple[str, int, Any]]:
    """The kept records as they are written, each with its file and line."""
    for file in KINDS:
        for line, given in objects_in(folder, file):
            yield file, line, given


def objects_in(folder: Folder, file: str) -> Iterator[tuple[int, Any]]:
    """The objects of one file, each with its line; none where there is no such file."""
    if file not in folder.names:
        return
    with folder.open(file) as member:
        yield from read_array(member, file)


def settings_in(folder: Folder) -> dict[str, Any]:
    """What a person set."""
    if SETTINGS not in folder.names:
        return {}
    with folder.open(SETTINGS) as file:
        found = read_whole(file, SETTINGS)
    return found if isinstance(found, dict) else {}


@dataclass(frozen=True)
class ArchivedQuestionnaires:
    """The questionnaires of an archive, those that only removed responses answer apart, and what is wrong in them."""

    questionnaires: tuple[Questionnaire, ...]
    put_away: tuple[Questionnaire, ...]
    problems: tuple[Problem, ...]


def questionnaires_in(folder: Folder) -> ArchivedQuestionnaires:
    """The questionnaires that can be read, and every problem in the others."""
    read: list[Questionnaire] = []
    put_away: list[Questionnaire] = []
    problems: list[Problem] = []
    for name in folder.names:
        if not name.startswith(f"{QUESTIONNAIRES}/") or not name.endswith(".toml"):
            continue
        try:
            text = folder.read(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(not_utf8(name)) from error
        questionnaire, found = read_questionnaire_text(text, name)
        problems.extend(found)
        if questionnaire is not None:
            is_apart = name.startswith(f"{QUESTIONNAIRES}/{PUT_AWAY}/")
            is_built_in = name.startswith(f"{QUESTIONNAIRES}/{BUILT_IN}/")
            (put_away if is_apart else read).append(replace(questionnaire, built_in=is_built_in))
    return ArchivedQuestionnaires(tuple(read), tuple(put_away), tuple(problems))
