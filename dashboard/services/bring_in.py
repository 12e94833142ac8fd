"""Bringing a foreign file in: the dry run, taking it in whole, the imports so far, and taking one back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo, available_timezones

from assessments.exchange import sealed
from assessments.exchange.plan import ImportPlan
from assessments.exchange.readers import READERS, recognise
from assessments.exchange.reading import MoodLabel, Options
from assessments.exchange.sealed import CannotUnseal, unsealed_bytes
from assessments.storage import Import
from assessments.transfer import carry_out, look_at
from dashboard import kept_settings, session
from dashboard.services.belongings import held, version
from dashboard.view_models.arrivals import Arrivals, arrivals

DRY_RUN = "_dry_run"
OPENED = "_opened_archive"
BROUGHT = "_brought_in"
LEVELS = "_levels_given"
FORMATS = tuple(READERS)
_CONTINENTS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


@dataclass(frozen=True)
class Upload:
    """A file that a person handed over: its name, its bytes, and an id that no other upload has."""

    id: str
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What a person said about a file so far."""

    format: str
    zone: str
    date_pattern: str = "YYYY-MM-DD"
    day_first: bool | None = None


@dataclass(frozen=True, kw_only=True)
class LastWord:
    """What a person says when the file comes in: levels of mood words, and what else is wanted."""

    levels: Mapping[str, int] = field(default_factory=dict)
    doubtful_too: bool = False
    bring_back_removed: bool = False
    with_settings: bool = False


@dataclass(frozen=True)
class Brought:
    """What an import brought, to say so once: its records, and how many questionnaires."""

    arrivals: Arrivals
    questionnaires: int


def recognised(upload: Upload) -> str | None:
    """The format by the content; "sealed" for an encrypted archive, None where it cannot be told."""
    return session.remembered("recognised", upload.id, lambda: recognise(upload.content, upload.name))


def is_sealed(found: str | None) -> bool:
    """Whether that format is the encrypted archive."""
    return found == sealed.NAME


def opened_archive(upload: Upload) -> Upload | None:
    """What an encrypted archive holds, once its passphrase was given."""
    held_open: Upload | None = session.get(OPENED)
    return held_open if held_open is not None and held_open.id == _opened_id(upload) else None


def open_archive(upload: Upload, passphrase: str) -> str:
    """Open an encrypted archive in memory; the sentence that says why not, else nothing."""
    try:
        content = unsealed_bytes(upload.content, passphrase)
    except CannotUnseal as refused:
        return str(refused)
    session.put(OPENED, replace(upload, id=_opened_id(upload), content=content))
    return ""


def _opened_id(upload: Upload) -> str:
    return f"{upload.id}-opened"


def dry_run(upload: Upload, choices: Choices) -> ImportPlan:
    """What the file would add, worked out once for each change of the choices or of the vault; nothing is changed."""
    key = (upload.id, choices, version())
    found: tuple[object, ImportPlan] | None = session.get(DRY_RUN)
    if found is None or found[0] != key:
        found = (key, _look(upload, choices, LastWord()))
        session.put(DRY_RUN, found)
    return found[1]


def _look(upload: Upload, choices: Choices, word: LastWord) -> ImportPlan:
    options = Options(
        zone=ZoneInfo(choices.zone),
        moods=kept_settings.mood_levels(session.vault(), choices.format) | dict(word.levels),
        date_pattern=choices.date_pattern,
        day_first=choices.day_first,
        catalogue=held().catalogue,
    )
    planned = look_at(
        session.vault(),
        upload.content,
        options,
        format_name=choices.format,
        name=upload.name,
        accept_doubtful=word.doubtful_too,
    )
    return kept_settings.with_what_may_come(planned, session.vault(), held().catalogue)


def own_zone() -> str:
    """The name of the zone of the person's browser."""
    return str(getattr(session.clock()().tzinfo, "key", "UTC"))


def zones() -> list[str]:
    """The zones to choose from, the person's own among them."""
    places = {name for name in available_timezones() if name.split("/")[0] in _CONTINENTS}
    return sorted({*places, "UTC", own_zone()})


def level_to_offer(label: MoodLabel) -> int:
    """The level that this session gave the word before, else the one that its reader suggests; 0 for none."""
    return int(session.get(LEVELS, {}).get(label.label) or label.suggested or 0)


def take_in(upload: Upload, choices: Choices, word: LastWord, progress: Callable[[int, int], None]) -> Brought:
    """Take the file in as the person wants it, all or nothing; raises what the vault refuses."""
    is_as_shown = not word.levels and not word.doubtful_too
    planned = dry_run(upload, choices) if is_as_shown else _look(upload, choices, word)
    if not word.with_settings:
        planned = kept_settings.without_settings(planned)
    planned = kept_settings.with_mood_levels(planned, session.vault(), word.levels)
    carry_out(
        session.vault(),
        planned,
        bring_back_removed=word.bring_back_removed,
        with_settings=True,
        name=upload.name,
        progress=progress,
    )
    session.put(LEVELS, session.get(LEVELS, {}) | dict(word.levels))
    back = planned.removed_before if word.bring_back_removed else ()
    forget()
    return Brought(arrivals([*planned.to_add, *planned.to_revise, *back]), len(planned.questionnaires))


def forget() -> None:
    """Let go of everything that was read of a file."""
    session.take(DRY_RUN)
    session.take(OPENED)


def past() -> list[Import]:
    """The imports of which something is still here, the latest first."""
    return session.vault().imports()


def take_back(import_id: str) -> int:
    """Take an import back, all or nothing; how many records it was."""
    return session.vault().undo_import(import_id)
