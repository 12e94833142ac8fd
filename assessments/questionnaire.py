"""The frozen model of a questionnaire: its items, response options, subscales and provenance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

DID_NOT_COME_UP: Final = "did not come up"
SITUATION: Final = "situation"
OCCASION: Final = "occasion"
SOMETHING_HAPPENED: Final = "something happened"

Direction = Literal["lower", "higher", "neither"]


@dataclass(frozen=True, kw_only=True)
class ResponseOption:
    """One labelled answer and the value that it scores."""

    value: int
    label: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One statement to answer; its id is permanent and unique across all questionnaires.

    An optional item is not asked about again when it is left out.
    """

    id: str
    text: str
    title: str = ""
    explanation: str = ""
    reverse: bool = False
    may_not_come_up: bool = False
    in_total: bool = True
    optional: bool = False
    only_in_situations: tuple[str, ...] = ()
    practice: str | None = None
    step: int | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Subscale:
    """A named part of a questionnaire; `easier_when` says which way its figure is felt as easier."""

    id: str
    title: str
    item_ids: tuple[str, ...]
    explanation: str = ""
    easier_when: Direction = "neither"


@dataclass(frozen=True, kw_only=True)
class Band:
    """One stretch of the total's range (`from_share` and `to_share` of it), a place and never a norm."""

    id: str
    label: str
    from_share: float
    to_share: float


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A first question whose answer is kept with the response under the key "situation".

    `choices` are (id, label); an answer in `hides` ends the check-in without any items.
    """

    text: str
    choices: tuple[tuple[str, str], ...]
    hides: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MissingRule:
    """When a scale with missing answers is still scored.

    `answers_at_least` answers are needed always; beyond "did not come up", `skips_allowed` items may be skipped in
    a scale of `skips_from_items` items or more, and none in a shorter one.
    """

    answers_at_least: int = 3
    skips_allowed: int = 1
    skips_from_items: int = 6


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where the questionnaire comes from and what may not be claimed for it."""

    based_on: str
    validation: str
    norms: str
    licence: str
    author: str = ""


@dataclass(frozen=True, kw_only=True)
class Questionnaire:
    """One version of a questionnaire, whole; everything that a renderer, a score or an export needs."""

    id: str
    version: int
    title: str
    lead: str
    items: tuple[Item, ...]
    options: tuple[ResponseOption, ...]
    recall_days: int
    rhythm_days: int
    provenance: Provenance
    description: str = ""
    language: str = "en"
    step: int | None = None
    subscales: tuple[Subscale, ...] = ()
    has_total: bool = False
    easier_when: Direction = "neither"
    bands: tuple[Band, ...] = ()
    situation: Situation | None = None
    missing_rule: MissingRule = MissingRule()
    optional: bool = False
    safety_line: bool = False
    built_in: bool = True

    @property
    def key(self) -> tuple[str, int]:
        """The id and version by which a response names this questionnaire."""
        return (self.id, self.version)

    @property
    def lowest_value(self) -> int:
        """The smallest value among the response options."""
        return min(option.value for option in self.options)

    @property
    def highest_value(self) -> int:
        """The largest value among the response options."""
        return max(option.value for option in self.options)

    @property
    def total_items(self) -> tuple[Item, ...]:
        """The items that the total counts; empty where there is no total."""
        return tuple(item for item in self.items if item.in_total) if self.has_total else ()

    def item(self, item_id: str) -> Item:
        """The item with that id; KeyError where there is none."""
        for item in self.items:
            if item.id == item_id:
                return item
        raise KeyError(item_id)

    def items_in(self, situation: str | None) -> tuple[Item, ...]:
        """The items that are asked in a situation; all of them where no situation is asked."""
        if self.situation is None:
            return self.items
        if situation is None or situation in self.situation.hides:
            return ()
        return tuple(i for i in self.items if not i.only_in_situations or situation in i.only_in_situations)
