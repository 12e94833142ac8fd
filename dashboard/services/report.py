"""The report: what is found once for each last day, each part made once for what it reads, files made on demand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date

from assessments.language import spoken_locale
from assessments.records import Entry, Record
from dashboard import report, session
from dashboard.report.material import OWN_AIM
from dashboard.services import change, themes
from dashboard.services.background import Job
from dashboard.services.belongings import catalogue, held
from dashboard.view_models import form_fields as ids

JOB = "_report_findings"


def today() -> date:
    """The present day of the person's browser."""
    return session.clock()().date()


def first_kept_day() -> date | None:
    """The day of the oldest thing kept; None where nothing is."""
    everything = held()
    kept = (everything.responses, everything.entries, everything.practices_done, everything.events)
    return min((records[0].happened_at.date() for records in kept if records), default=None)


def parts_with_something(first_day: date, last_day: date) -> frozenset[report.Part]:
    """The parts that may hold something for these days; the others surely hold nothing."""
    everything = held()

    def some(records: Iterable[Record]) -> bool:
        return any(first_day <= record.happened_at.date() <= last_day for record in records)

    holding: dict[report.Part, bool] = {
        "aim": any(each.id == OWN_AIM for each in everything.catalogue.newest_questionnaires()),
        "scores": some(everything.responses),
        "claims": bool(everything.responses),
        "themes": has_themes(),
        "thoughts": some(entry for entry in everything.entries if entry.form == ids.THOUGHT),
        "brave_steps": some(entry for entry in everything.entries if entry.form == ids.BRAVE_STEP),
        "practices": some(everything.practices_done),
        "events": some(everything.events),
        "caveats": True,
    }
    return frozenset(part for part, is_there in holding.items() if is_there)


def findings(last_day: date) -> report.Findings:
    """What is found in everything up to that day."""
    return session.remembered(
        "report findings", _key(last_day), lambda: report.look_into(change.history(), last_day, change.main_scale())
    )


def _key(last_day: date) -> Hashable:
    return themes.state(), change.main_scale(), last_day


def knows_what_stands_out(last_day: date) -> bool:
    """Whether it is worked out what may be claimed on that day; if not, this begins with it, beside the page."""
    found, job = findings(last_day), session.get(JOB)
    if job is None or job.key != _key(last_day):
        job = Job(_key(last_day), found.work_out)
        session.put(JOB, job)
    return job.result() is not None


def made(choices: report.Choices) -> report.Report:
    """The report as it is chosen; a part is made anew only where what it reads has changed."""
    found = findings(choices.last_day)
    known = (themes.state(), change.main_scale(), spoken_locale())
    sections = {
        part: session.remembered(
            f"report part {part}",
            (known, choices.read_by(part)),
            lambda part=part: report.section(part, found, choices),  # type: ignore[misc]
        )
        for part in report.PARTS
        if part in choices.parts
    }
    return report.put_together(sections, choices, made_on=today())


def quotes(choices: report.Choices) -> tuple[report.OfferedQuote, ...]:
    """The lines that may be ticked for these days."""
    key = (themes.state(), choices.first_day, choices.last_day, choices.experience_allowed)
    return session.remembered(
        "report quotes", key, lambda: report.quotes_on_offer(findings(choices.last_day).history, choices)
    )


def has_themes() -> bool:
    """Whether themes were looked for."""
    return change.history().themes is not None


def entry_files(entry: Entry, paper: report.Paper) -> tuple[Callable[[], bytes], Callable[[], bytes]]:
    """What makes one entry's PDF and its web page; needs no session."""
    everything, day = catalogue(), today()

    def build() -> report.Report:
        return report.build_entry(entry, everything, made_on=day, paper=paper)

    return lambda: build().to_pdf(), lambda: build().to_html().encode()
