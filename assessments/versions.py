"""Versions of the same content: the newest by its id, earlier ones by (id, version)."""

from __future__ import annotations

from typing import TypeVar, overload

from assessments.form import Form
from assessments.questionnaire import Questionnaire

Versioned = TypeVar("Versioned", Questionnaire, Form)
Other = TypeVar("Other")


class Versions(dict[str | tuple[str, int], Versioned]):
    """The newest version by its id and earlier ones by (id, version).

    (id, version) finds the newest one too; iterating meets each version once.
    """

    def __missing__(self, key: str | tuple[str, int]) -> Versioned:
        if isinstance(key, tuple) and len(key) == 2 and dict.__contains__(self, key[0]):
            newest = self[key[0]]
            if newest.version == key[1]:
                return newest
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        try:
            self[key]  # type: ignore[index]
        except KeyError:
            return False
        return True

    @overload
    def get(self, key: str | tuple[str, int], default: None = None, /) -> Versioned | None: ...
    @overload
    def get(self, key: str | tuple[str, int], default: Versioned, /) -> Versioned: ...
    @overload
    def get(self, key: str | tuple[str, int], default: Other, /) -> Versioned | Other: ...
    def get(self, key: str | tuple[str, int], default: object = None, /) -> object:
        """The version under that key, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def newest(self) -> tuple[Versioned, ...]:
        """The newest version of each, in order."""
        return tuple(content for key, content in self.items() if isinstance(key, str))
