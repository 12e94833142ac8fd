"""Puts the chosen parts of a report together, in their order, and hands it out as HTML or PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis.frames import MAIN_SCALE, History
from assessments.language import day, spoken_locale
from dashboard.report.choices import PARTS, Choices, Part
from dashboard.report.claims import claims
from dashboard.report.document import Document, Section, Words
from dashboard.report.findings import Findings, look_into
from dashboard.report.html import fragment, page
from dashboard.report.material import Material
from dashboard.report.pdf import pdf
from dashboard.report.records import aim, brave_steps, caveats, events, practices, thoughts
from dashboard.report.scores import scores
from dashboard.report.themes import themes
from dashboard.wording import report as words

_MAKERS: Final[dict[Part, Callable[[Material], Section | None]]] = {
    "aim": aim,
    "scores": scores,
    "claims": claims,
    "themes": themes,
    "thoughts": thoughts,
    "brave_steps": brave_steps,
    "practices": practices,
    "events": events,
    "caveats": caveats,
}


@dataclass(frozen=True)
class Report:
    """A finished report, and the parts that have something in it; nothing of it is on any disk."""

    document: Document
    parts: tuple[Part, ...] = ()

    def to_html(self) -> str:
        """A whole HTML page that loads nothing, for reading and printing."""
        return page(self.document)

    def to_html_fragment(self) -> str:
        """The same without a page around it, for showing inside another."""
        return fragment(self.document)

    def to_pdf(self) -> bytes:
        """A tagged PDF, on the paper that was chosen."""
        return pdf(self.document)


def build(history: History, choices: Choices, *, made_on: date, main_scale: str = MAIN_SCALE) -> Report:
    """The report of a history over the chosen span, with the chosen parts that have anything in them.

    Records after the span, and after `history.now`, are left out. `main_scale` is the key of the scale that has half
    of the error budget and the large chart. `made_on` is today by the caller's clock.
    """
    findings = look_into(history, choices.last_day, main_scale)
    made = {part: section(part, findings, choices) for part in PARTS if part in choices.parts}
    return put_together(made, choices, made_on=made_on)


def section(part: Part, findings: Findings, choices: Choices) -> Section | None:
    """One part; None where the span holds nothing for it. It reads no more of the choices than `read_by` keeps."""
    return _MAKERS[part](Material(findings=findings, choices=choices))


def put_together(made: Mapping[Part, Section | None], choices: Choices, *, made_on: date) -> Report:
    """The report of the sections that were made of its parts."""
    chosen = {part: each for part in PARTS if part in choices.parts and (each := made.get(part)) is not None}
    beginning = () if set(chosen) - {"aim", "caveats"} else (_kind_section(choices),)
    return Report(
        Document(
            title=words.HEADING(first=day(choices.first_day), last=day(choices.last_day)),
            subtitle=words.MADE_ON(day=day(made_on)),
            sections=(*beginning, *chosen.values()),
            footer=words.FOOTER(),
            page_number=words.PAGE(page="{page}", pages="{pages}"),
            made_on=made_on,
            paper=choices.paper,
            language=spoken_locale().split("_")[0],
        ),
        tuple(chosen),
    )


def _kind_section(choices: Choices) -> Section:
    left_out = not choices.parts - {"caveats"}
    text = words.ALL_LEFT_OUT() if left_out else words.NOTHING_YET()
    return Section(title="", blocks=(Words(text=text),))
