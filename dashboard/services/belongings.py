"""Everything the vault holds, read when it is first asked for after a change and kept for this session alone."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assessments.catalogue import Catalogue, load, read_questionnaire_text
from assessments.content_problems import Problem
from assessments.records import Entry, Event, PracticeDone, Response
from dashboard import session

if TYPE_CHECKING:
    from assessments.storage import Vault

THEME_SEARCHES = "_theme_searches"


@dataclass(frozen=True, eq=False)
class Belongings:
    """A person's records, oldest first, the catalogue that explains them, and what could not be read of their own."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    _vault: Vault

    @cached_property
    def responses(self) -> tuple[Response, ...]:
        """Every check-in."""
        return tuple(self._vault.responses())

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry."""
        return tuple(self._vault.entries())

    @cached_property
    def practices_done(self) -> tuple[PracticeDone, ...]:
        """Every practice that was logged."""
        return tuple(self._vault.practices_done())

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Every life event."""
        return tuple(self._vault.events())

    def responses_to(self, questionnaire_id: str) -> tuple[Response, ...]:
        """The responses to one questionnaire, of every version, oldest first."""
        return self._by_questionnaire.get(questionnaire_id, ())

    @cached_property
    def _by_questionnaire(self) -> Mapping[str, tuple[Response, ...]]:
        found: dict[str, list[Response]] = {}
        for response in self.responses:
            found.setdefault(response.questionnaire, []).append(response)
        return {name: tuple(responses) for name, responses in found.items()}


def version() -> tuple[int, int]:
    """What changes whenever the records of this session's vault change: the key for everything computed from them.

    Read from the vault once in a rerun, and again after a change that this session made itself.
    """
    vault = session.vault()
    now = (id(vault), session.run_number(), vault.changes_made)
    return (id(vault), session.remembered("change count", now, lambda: vault.change_count))


def theme_searches() -> int:
    """How many searches for themes have ended in this session: the same records may have other themes after each."""
    return int(session.get(THEME_SEARCHES, 0))


def note_theme_search() -> None:
    """One more search for themes has ended."""
    session.put(THEME_SEARCHES, theme_searches() + 1)


def held() -> Belongings:
    """Everything in the vault of this session."""
    return session.remembered("belongings", version(), _read)


def about(questionnaire_id: str) -> Hashable:
    """What changes whenever the responses to one questionnaire or the wordings change, and with nothing else."""
    return (held().catalogue, held().responses_to(questionnaire_id))


def catalogue() -> Catalogue:
    """The built-in content and the person's own questionnaires; the built-in content alone while it is locked."""
    return held().catalogue if session.opened() else load()


def _read() -> Belongings:
    vault = session.vault()
    texts = vault.questionnaire_texts()
    known, problems = session.remembered("catalogue", tuple(texts.items()), lambda: _with_own(texts))
    return Belongings(known, problems, vault)


def _with_own(texts: Mapping[tuple[str, int], str]) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The built-in content with the person's own questionnaires, and what could not be read of these."""
    read = [read_questionnaire_text(text, f"{name}-{version}.toml") for (name, version), text in texts.items()]
    problems = tuple(problem for _, found in read for problem in found)
    return load().with_questionnaires(*(each for each, _ in read if each is not None)), problems
