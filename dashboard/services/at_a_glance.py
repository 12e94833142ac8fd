"""What Today says of the records: how many there are and the newest, without reading all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assessments.form import Form
from assessments.records import Entry, PracticeDone, Response
from dashboard import session
from dashboard.services.belongings import catalogue, version


@dataclass(frozen=True, eq=False)
class AtAGlance:
    """How many check-ins and entries there are, and the newest of them, each as the vault orders them by instant."""

    check_ins: int
    entries: int
    newest_check_ins: Mapping[str, Response]
    newest_practices: Mapping[str, PracticeDone]
    newest_entry: Entry | None

    @property
    def is_empty(self) -> bool:
        """Whether there is no check-in and no entry yet."""
        return not self.check_ins and not self.entries

    @property
    def newest_check_in(self) -> Response | None:
        """The newest of all; None where there is none."""
        return next(iter(list(self.newest_check_ins.values())[-1:]), None)


def at_a_glance() -> AtAGlance:
    """It, read once for each change of the vault."""
    return session.remembered("at a glance", version(), _read)


def entries_of_forms(wanted: Callable[[Form], bool]) -> list[Entry]:
    """The entries of the forms, in whichever version, that are wanted; the oldest first."""
    names = {form.id for form in catalogue().forms.values() if wanted(form)}
    return session.vault().entries(forms=names)


def _read() -> AtAGlance:
    vault = session.vault()
    return AtAGlance(
        check_ins=vault.count(Response),
        entries=vault.count(Entry),
        newest_check_ins=vault.newest_of_each(Response),
        newest_practices=vault.newest_of_each(PracticeDone),
        newest_entry=vault.newest(Entry),
    )
