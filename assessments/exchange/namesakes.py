"""Own questionnaires of an archive that bear the id of another one here: they get an id that is always the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final

from assessments.catalogue import Catalogue, write_questionnaire_text
from assessments.content_reading import LONGEST_ID
from assessments.exchange.admission import is_equal
from assessments.exchange.beside import Beside
from assessments.questionnaire import Questionnaire
from assessments.records import Record, Response

_DIGEST_SIGNS: Final = 8
_TOKEN: Final = re.compile(r"[\w.:~-]+")


@dataclass(frozen=True, kw_only=True)
class Namesakes:
    """The new ids: of questionnaires by id and version, and of their items by the questionnaire's id."""

    ids: Mapping[tuple[str, int], str] = field(default_factory=dict)
    items: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def questionnaire(self, given: Questionnaire) -> Questionnaire:
        """The questionnaire under its new id, or as it is."""
        return _renamed(given, self.ids[given.key]) if given.key in self.ids else given

    def record(self, given: Record) -> Record:
        """The record with the new ids where it answers such a questionnaire."""
        if not isinstance(given, Response):
            return given
        new = self.ids.get((given.questionnaire, given.version))
        if new is None:
            return given
        items = self.items[given.questionnaire]
        answers = {items.get(item, item): answer for item, answer in given.answers.items()}
        return replace(given, questionnaire=new, answers=answers)

    def settings(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Settings whose values name such a questionnaire, or a scale of it, naming the new one."""
        return {key: self._value(value) for key, value in given.items()} if self.ids else dict(given)

    def beside(self, given: Beside) -> Beside:
        """The same for what an archive holds beside its records."""
        if not self.ids:
            return given
        return replace(
            given,
            removed=tuple(map(self.record, given.removed)),
            earlier=tuple(
                each if each.record is None else replace(each, record=self.record(each.record))
                for each in given.earlier
            ),
            put_away=tuple(map(self.questionnaire, given.put_away)),
            drafts=tuple(
                replace(each, key=self._token(each.key), value=self._named(each.value)) for each in given.drafts
            ),
            imports={key: self._note(note) for key, note in given.imports.items()},
        )

    def _note(self, note: Mapping[str, Any]) -> dict[str, Any]:
        ids = [[self.ids.get((name, version), name), version] for name, version in note["questionnaires"]]
        return {**note, "questionnaires": ids}

    def _named(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        items = {item: new for each in self.items.values() for item, new in each.items()}
        return {items.get(key, key): value for key, value in draft.items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._token(value)
        return [self._value(each) for each in value] if isinstance(value, list) else value

    def _token(self, text: str) -> str:
        """A name made of ids, such as "own-1.total", with the new id in it; a sentence stays as it is."""
        if not _TOKEN.fullmatch(text):
            return text
        for (old, _), new in self.ids.items():
            text = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text)
        return text


def find_namesakes(arriving: Sequence[Questionnaire], catalogue: Catalogue | None) -> Namesakes:
    """The new ids of arriving own questionnaires of which another one with the same id and version is here.

    Later versions of such a one follow it. One that is here already under whatever id is known again.
    """
    if catalogue is None:
        return Namesakes()
    ids: dict[tuple[str, int], str] = {}
    items: dict[str, dict[str, str]] = {}
    moved: dict[str, str] = {}
    for each in sorted(arriving, key=lambda one: (one.id, one.version)):
        there = catalogue.questionnaires.get(each.key)
        if each.id not in moved and (there is None or there.built_in or is_equal(there, each)):
            continue
        moved.setdefault(each.id, _known_as(each, catalogue) or _new_id(each))
        ids[each.key] = moved[each.id]
        items.setdefault(each.id, {}).update(
            {item.id: _new_item(item.id, each.id, moved[each.id]) for item in each.items}
        )
    return Namesakes(ids=ids, items=items)


def _known_as(arriving: Questionnaire, catalogue: Catalogue) -> str | None:
    own = sorted(each.id for each in catalogue.questionnaires.values() if each.version == arriving.version)
    for name in own:
        there = catalogue.questionnaires.get((name, arriving.version))
        if there is not None and not there.built_in and is_equal(there, _renamed(arriving, name)):
            return name
    return None


def _new_id(arriving: Questionnaire) -> str:
    digest = sha256(write_questionnaire_text(arriving).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST_SIGNS]
    return f"{arriving.id[: LONGEST_ID // 2].rstrip('-_')}-{digest}"


def _new_item(item_id: str, old: str, new: str) -> str:
    rest = item_id.removeprefix(f"{old}-")
    if len(new) + 1 + len(rest) > LONGEST_ID:
        rest = sha256(item_id.encode()).hexdigest()[:_DIGEST_SIGNS]
    return f"{new}-{rest}"


def _renamed(given: Questionnaire, new: str) -> Questionnaire:
    names = {item.id: _new_item(item.id, given.id, new) for item in given.items}
    return replace(
        given,
        id=new,
        items=tuple(replace(item, id=names[item.id]) for item in given.items),
        subscales=tuple(
            replace(each, item_ids=tuple(names[item] for item in each.item_ids)) for each in given.subscales
        ),
    )
