"""The frozen models of the road: steps, practices, reflections, feelings and traps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Step:
    """One of the eight steps, with what belongs to it; `why` has under 120 words."""

    id: str
    number: int
    title: str
    why: str
    recap: str
    questionnaires: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    reflections: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    table_title: str = ""


@dataclass(frozen=True, kw_only=True)
class Practice:
    """Something to do in life and log; `how` has two lines."""

    id: str
    title: str
    how: tuple[str, ...]
    steps: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Reflection:
    """An open question that leads to a free entry."""

    id: str
    text: str
    step: int


@dataclass(frozen=True, kw_only=True)
class Feeling:
    """One feeling that an entry can name."""

    id: str
    label: str


@dataclass(frozen=True, kw_only=True)
class ThinkingTrap:
    """One habit of thinking that a thought record can name."""

    id: str
    label: str
    explanation: str


@dataclass(frozen=True, kw_only=True)
class LookingBackTrap:
    """One trap of looking back, and its way out."""

    id: str
    label: str
    way_out: str
