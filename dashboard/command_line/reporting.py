"""report: a page or two as HTML or PDF, without any text of the journal."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path

from analysis.entry_texts import entry_texts
from analysis.frames import MAIN_SCALE, History, ThemeWeights
from analysis.themes import Themes, edits_from_json, find_themes, kept_themes
from assessments.catalogue import Catalogue
from assessments.storage import Vault
from assessments.transfer import content_of
from dashboard import kept_names
from dashboard import report as reports
from dashboard.command_line.exporting import require_free, write_whole
from dashboard.command_line.outcome import Exit, Refusal
from dashboard.command_line.terminal import note, tell
from dashboard.command_line.vaults import clock, opened
from dashboard.wording import command_line as words


def report(given: Namespace) -> Exit:
    """Write the report of the chosen span."""
    target = Path(given.target)
    kind = target.suffix.lower()
    if kind not in (".html", ".pdf"):
        raise Refusal(words.BAD_REPORT_NAME(), Exit.NOT_UNDERSTOOD)
    choices = choices_of(given, clock()().date())
    require_free(target, replace=given.replace)
    with opened(given) as vault:
        main_scale = str(vault.setting(kept_names.MAIN_SCALE, MAIN_SCALE))
        history = history_of(vault)
    made = reports.build(history, choices, made_on=clock()().date(), main_scale=main_scale)
    content = made.to_pdf() if kind == ".pdf" else made.to_html().encode()
    write_whole(target, lambda path: _write(path, content))
    tell(words.WRITTEN(path=target))
    note(words.NOT_ENCRYPTED())
    return Exit.DONE


def choices_of(given: Namespace, today: date) -> reports.Choices:
    """The span and the paper that were asked for, every part, no quotes."""
    until = _day(given.until) if given.until else today
    since = _day(given.since) if given.since else reports.last_weeks(until)[0]
    if until < since:
        raise Refusal(words.SPAN_ENDS_FIRST(first=since.isoformat(), last=until.isoformat()), Exit.NOT_UNDERSTOOD)
    return reports.Choices(first_day=since, last_day=until, paper=given.paper)


def history_of(vault: Vault) -> History:
    """The records as the analyses read them, with the themes where the person has looked for them."""
    catalogue = content_of(vault).catalogue
    return History(
        catalogue=catalogue,
        responses=vault.responses(),
        entries=vault.entries(),
        practices_done=vault.practices_done(),
        events=vault.events(),
        themes=_themes(vault, catalogue),
        now=clock()(),
    )


def _themes(vault: Vault, catalogue: Catalogue) -> ThemeWeights | None:
    kept = kept_themes(vault.derived(kept_names.THEMES))
    if kept is None:
        return None
    edits = edits_from_json(vault.setting(kept_names.THEME_EDITS, "[]"))
    texts = entry_texts(vault.entries(), catalogue)
    found = find_themes(texts, previous=kept, edits=edits)
    return found if isinstance(found, Themes) else None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(words.BAD_DAY(day=text), Exit.NOT_UNDERSTOOD) from error


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
