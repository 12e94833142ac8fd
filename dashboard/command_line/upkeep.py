"""backup, restore, verify and undo: looking after the vault."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from assessments.language import file_size, listing, moment
from assessments.storage import DamagedVault, backups_in, newest_good_backup, restore_backup
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.command_line.terminal import note, tell
from dashboard.command_line.vaults import home, opened
from dashboard.wording import command_line as words


def backup(given: Namespace) -> Exit:
    """Make a backup, checked by opening it."""
    with opened(given) as vault:
        tell(words.BACKUP_MADE(path=vault.backup()))
    return Exit.DONE


def restore(given: Namespace) -> Exit:
    """Put a backup in the vault's place, or list the backups."""
    if given.list:
        return _list_backups()
    path = _newest() if given.newest else Path(given.file)
    aside = restore_backup(path, home())
    tell(words.RESTORED(path=path))
    if aside is not None:
        tell(words.SET_ASIDE(path=aside))
    return Exit.DONE


def verify(given: Namespace) -> Exit:
    """Check every page and record."""
    try:
        with opened(given) as vault:
            problems = [problem.says for problem in vault.verify()]
            counts = (
                (
                    words.CHECK_INS(len(vault.responses())),
                    words.ENTRIES(len(vault.entries())),
                    words.PRACTICES(len(vault.practices_done())),
                    words.EVENTS(len(vault.events())),
                )
                if not problems
                else ()
            )
    except DamagedVault as damaged:
        problems, counts = [damaged.says], ()
    if not problems:
        tell(words.WHOLE(counts=listing(counts)))
        return Exit.DONE
    note(words.DAMAGE(len(problems)))
    for problem in problems:
        note(problem)
    return Exit.DAMAGE


def undo(given: Namespace) -> Exit:
    """Take one import back, or list the imports."""
    with opened(given) as vault:
        found = vault.imports()
        if given.list:
            for each in found:
                line = words.IMPORT_LINE(
                    import_id=each.import_id,
                    moment=moment(each.imported_at),
                    source=each.source or "",
                    n=words.RECORDS(each.n),
                )
                tell(line)
            if not found:
                note(words.NO_IMPORTS())
            return Exit.DONE
        if given.import_id not in {each.import_id for each in found}:
            raise Refusal(words.UNKNOWN_IMPORT(import_id=given.import_id))
        tell(words.TAKEN_BACK(vault.undo_import(given.import_id)))
    return Exit.DONE


def _list_backups() -> Exit:
    found = backups_in(home())
    for each in found:
        tell(words.BACKUP_LINE(moment=moment(each.made_at), size=file_size(each.size_bytes), path=each.path))
    if not found:
        note(words.NO_BACKUPS())
    return Exit.DONE


def _newest() -> Path:
    found = newest_good_backup(home())
    if found is None:
        raise Refusal(words.NO_BACKUPS())
    return found.path
