"""Seeded chance that gives the same draws on every Python and every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID, uuid5

T = TypeVar("T")
NAMESPACE = UUID("6f0d7a52-4b0f-5f0e-9a39-2f6a1f1f3c11")


def add_up(numbers: Iterable[float]) -> float:
    """Their sum, one after the other: the built-in sum rounds differently from Python 3.12 on."""
    total = 0.0
    for number in numbers:
        total += number
    return total


class Chance:
    """One named stream of draws; only `Random.random` and plain arithmetic are used, as their results never vary."""

    def __init__(self, seed: int, name: str) -> None:
        digest = hashlib.sha256(f"{seed}/{name}".encode()).digest()
        self._random = Random(int.from_bytes(digest[:8], "big"))

    def share(self) -> float:
        """A number from 0 to below 1."""
        return self._random.random()

    def happens(self, probability: float) -> bool:
        """True with that probability."""
        return self.share() < probability

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def pick(self, among: Sequence[T]) -> T:
        """One of them, each as likely as any other."""
        return among[int(self.share() * len(among))]

    def weighted(self, among: Sequence[tuple[T, float]]) -> T:
        """One of them, in proportion to the weights."""
        place = self.share() * add_up(weight for _, weight in among)
        for value, weight in among:
            place -= weight
            if place < 0:
                return value
        return among[-1][0]

    def some(self, among: Sequence[T], n: int) -> list[T]:
        """n different ones of them, or all there are."""
        left = list(among)
        return [left.pop(int(self.share() * len(left))) for _ in range(min(n, len(left)))]

    def normal(self) -> float:
        """About normal with mean 0 and SD 1: twelve shares less six, since logarithms differ between machines."""
        return add_up(self.share() for _ in range(12)) - 6.0


def record_id(seed: int, kind: str, number: int) -> str:
    """The fixed id of the record with that number."""
    return str(uuid5(NAMESPACE, f"{seed}/{kind}/{number}"))
