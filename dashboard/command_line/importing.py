"""import: a dry run of a file or folder, and, unless that was all that was wanted, taking it in whole or not at all."""

from __future__ import annotations

import csv
from argparse import Namespace
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assessments.catalogue import load
from assessments.exchange import sealed
from assessments.exchange.plan import ImportPlan
from assessments.exchange.readers import recognise
from assessments.exchange.reading import Options
from assessments.exchange.sealed import CannotUnseal, unsealed_bytes
from assessments.storage import Vault, create_vault, vault_exists
from assessments.transfer import carry_out, content_of, look_at
from dashboard import kept_settings
from dashboard.clock import zone_named
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.command_line.passphrases import archive_passphrase
from dashboard.command_line.plan_words import told_moods, told_plan
from dashboard.command_line.terminal import ProgressLine, note, tell
from dashboard.command_line.vaults import clock, home, opened
from dashboard.wording import command_line as words

NO_LEVEL = "none"
LEVELS = ("1", "2", "3", "4", "5")


def import_file(given: Namespace) -> Exit:
    """Say what the file would add and, unless it is a dry run, add it."""
    moods = read_map(given.map)
    options = options_of(given, moods)
    with ExitStack() as stack:
        vault = stack.enter_context(opened(given)) if _is_there(given) else None
        if vault is not None:
            remembered = kept_settings.mood_levels(vault, given.format or recognise(Path(given.file)))
            options = replace(options, catalogue=content_of(vault).catalogue, moods=remembered | dict(options.moods))
        planned = _planned(vault, given, options)
        if planned.refused:
            raise Refusal(planned.refused)
        needed = [each for each in planned.mapping_needed if each.label.strip().casefold() not in moods]
        if given.dry_run or needed:
            tell(told_plan(planned, is_done=False))
        else:
            planned = kept_settings.with_mood_levels(planned, vault, options.moods if moods else {})
            _take_in(stack, vault, planned, bring_back=given.bring_back, name=Path(given.file).name)
        if needed:
            note(told_moods(needed, moods))
            return Exit.NEEDS_A_WORD
    return Exit.NEEDS_A_WORD if planned.doubtful or planned.problems else Exit.DONE


def read_map(text: str | None) -> dict[str, int | None]:
    """The levels of mood words, casefolded, None for a word without one; a Refusal where a part is no such pair."""
    found: dict[str, int | None] = {}
    for part in filter(str.strip, next(csv.reader([text or ""]), [])):
        label, sign, level = part.rpartition("=")
        level = level.strip()
        if not sign or not label.strip() or level not in (*LEVELS, NO_LEVEL):
            raise Refusal(words.BAD_MAP(part=part.strip()), Exit.NOT_UNDERSTOOD)
        found[label.strip().casefold()] = None if level == NO_LEVEL else int(level)
    return found


def options_of(given: Namespace, moods: dict[str, int | None]) -> Options:
    """What the person said beforehand, for the readers."""
    try:
        zone = ZoneInfo(given.zone) if given.zone else zone_named(None)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refusal(words.BAD_ZONE(name=given.zone), Exit.NOT_UNDERSTOOD) from error
    options = Options(
        zone=zone, moods={label: level for label, level in moods.items() if level}, day_first=given.day_first
    )
    return replace(options, date_pattern=given.date_pattern) if given.date_pattern else options


def _is_there(given: Namespace) -> bool:
    if vault_exists(home()) != "none":
        return True
    if not given.new:
        raise Refusal(words.NO_VAULT(folder=home()))
    return False


def _planned(vault: Vault | None, given: Namespace, options: Options) -> ImportPlan:
    path = Path(given.file)
    note(words.READING(name=path.name or path))
    content: Path | bytes = path
    if recognise(path) == sealed.NAME:
        try:
            content = unsealed_bytes(path, archive_passphrase(given.archive_passphrase_fd, is_new=False))
        except CannotUnseal as error:
            raise Refusal(str(error), Exit.NO_SECRET) from error
    planned = look_at(
        vault,
        content,
        options,
        format_name=given.format,
        name=path.name,
        accept_doubtful=given.accept_doubtful,
    )
    return kept_settings.with_what_may_come(planned, vault, options.catalogue or load())


def _take_in(stack: ExitStack, vault: Vault | None, planned: ImportPlan, *, bring_back: bool, name: str) -> None:
    is_new = vault is None
    if vault is None:
        made, _ = create_vault(home(), clock=clock())
        vault = stack.enter_context(made)
    try:
        changed = carry_out(
            vault, planned, bring_back_removed=bring_back, with_settings=True, name=name, progress=ProgressLine()
        )
    except BaseException:
        if is_new:
            vault.delete_everything(backups_too=True)
        raise
    if is_new:
        note(words.MADE_VAULT(folder=home()))
    tell(told_plan(planned, is_done=True))
    if changed or planned.questionnaires or planned.beside.n or planned.settings:
        note(words.UNDO_WITH(import_id=planned.import_id))
