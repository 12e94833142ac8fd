"""One journal entry by itself, for printing: its fields under their labels, and nothing around it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assessments.catalogue import Catalogue
from assessments.language import clock_time, listing, long_day, spoken_locale
from assessments.records import Entry
from dashboard.report.building import Report
from dashboard.report.choices import Paper
from dashboard.report.document import Document, Section, Words
from dashboard.view_models.entry_words import feelings_in_words, labelled_fields
from dashboard.wording import journal as journal_words
from dashboard.wording import report as words


def build_entry(entry: Entry, catalogue: Catalogue, *, made_on: date, paper: Paper = "a4") -> Report:
    """The entry as a report of its own, by the version of the form that it was written in."""
    form = catalogue.forms[entry.form, entry.version]
    fields = [
        Section(title=label, blocks=(Words(text=said),)) for label, said in labelled_fields(entry, form, catalogue)
    ]
    about = [Section(title=label, blocks=(Words(text=said),)) for label, said in _about(entry, catalogue)]
    return Report(
        Document(
            title=entry.title or form.title,
            subtitle=f"{long_day(entry.happened_at)} · {clock_time(entry.happened_at)}",
            sections=(*fields, *about),
            footer=words.FOOTER(),
            page_number=words.PAGE(page="{page}", pages="{pages}"),
            made_on=made_on,
            paper=paper,
            language=spoken_locale().split("_")[0],
        )
    )


def _about(entry: Entry, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    if entry.mood is not None:
        yield journal_words.MOOD(), journal_words.MOODS[entry.mood - 1]()
    if entry.feelings:
        yield journal_words.FEELINGS(), feelings_in_words(entry.feelings, catalogue)
    if entry.tags:
        yield journal_words.TAGS(), listing(entry.tags)
