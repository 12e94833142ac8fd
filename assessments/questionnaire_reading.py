"""One questionnaire read from its TOML text, with every fault noted."""

from __future__ import annotations

from collections.abc import Sequence

from assessments.content_problems import Problem
from assessments.content_reading import Notes, Table, note_repeats, parse
from assessments.language import known_locale, listing, say
from assessments.questionnaire import (
    Item,
    Provenance,
    Questionnaire,
    ResponseOption,
    Situation,
)
from assessments.scale_reading import (
    RESERVED_IDS,
    note_impossible_total,
    read_bands,
    read_direction,
    read_missing_rule,
    read_subscales,
)

USUAL_OPTIONS = tuple(
    ResponseOption(value=value, label=label)
    for value, label in enumerate(("never", "rarely", "sometimes", "often", "almost always"))
)
LONGEST_FILE = 1_000_000
LARGEST_VALUE = 1_000


def read_questionnaire(text: str, file: str, *, built_in: bool) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """The questionnaire of a TOML text and all that is wrong in it by itself.

    With problems, the questionnaire has stand-ins where something could not be read, and is good for further checks
    alone; None where the text is no TOML.
    """
    notes = Notes(file, text)
    if len(text) > LONGEST_FILE:
        notes.note((), "", say("a very long file"), say("At most {n} characters are read.", n=LONGEST_FILE))
        return None, tuple(notes.problems)
    values = parse(text, notes)
    if values is None:
        return None, tuple(notes.problems)
    return _questionnaire(Table(values, notes), built_in), tuple(notes.problems)


def _questionnaire(table: Table, built_in: bool) -> Questionnaire:
    step = table.whole_or_none("step", 1, 99)
    situation = _situation(table)
    options = _options(table)
    items = _items(table, step, situation)
    missing_rule = read_missing_rule(table)
    subscales = read_subscales(table, [item.id for item in items], missing_rule)
    has_total = table.flag("has_total", default=not subscales)
    recall_days = table.whole("recall_days", 1, 366)
    questionnaire = Questionnaire(
        id=table.identifier(),
        version=table.whole("version", 1, 1_000_000),
        title=table.text("title"),
        lead=table.text("lead"),
        description=table.text("description", ""),
        language=read_language(table),
        step=step,
        recall_days=recall_days,
        rhythm_days=table.whole("rhythm_days", 1, 366, default=recall_days),
        options=options,
        items=items,
        subscales=subscales,
        has_total=has_total,
        easier_when=read_direction(table),
        bands=read_bands(table, has_total),
        situation=situation,
        missing_rule=missing_rule,
        optional=table.flag("optional"),
        safety_line=table.flag("safety_line"),
        provenance=_provenance(table),
        built_in=built_in,
    )
    note_impossible_total(table, questionnaire)
    table.finish()
    return questionnaire


def read_language(table: Table) -> str:
    """The language of a content file, "en" where it names none."""
    language = table.text("language", "en")
    if known_locale(language) is None:
        table.note("language", language, say("The code of a language is needed here, such as en or de."))
    return language


def _options(table: Table) -> tuple[ResponseOption, ...]:
    tables = table.tables("options", at_least=2 if "options" in table.values else 0)
    note_repeats(tables, "value")
    note_repeats(tables, "label")
    options = tuple(
        ResponseOption(value=each.whole("value", -LARGEST_VALUE, LARGEST_VALUE), label=each.text("label"))
        for each in tables
    )
    for each in tables:
        each.finish()
    return options if "options" in table.values else USUAL_OPTIONS


def _items(table: Table, step: int | None, situation: Situation | None) -> tuple[Item, ...]:
    tables = table.tables("items", at_least=1)
    note_repeats(tables)
    return tuple(_item(each, step, situation, has_range="options" in table.values) for each in tables)


def _item(table: Table, step: int | None, situation: Situation | None, has_range: bool) -> Item:
    item = Item(
        id=table.identifier(reserved=RESERVED_IDS),
        text=table.text("text"),
        title=table.text("title", ""),
        explanation=table.text("explanation", ""),
        reverse=table.flag("reverse"),
        may_not_come_up=table.flag("may_not_come_up"),
        in_total=table.flag("in_total", default=True),
        optional=table.flag("optional"),
        only_in_situations=table.texts("only_in_situations", ids=True),
        practice=table.reference("practice"),
        step=table.whole("step", 1, 99, default=step) if step else table.whole_or_none("step", 1, 99),
        topics=table.texts("topics", ids=True),
    )
    if item.reverse and not has_range:
        table.note(
            "reverse",
            True,
            say(
                "A reversed item needs a range to be turned round in: write out at least two [[options]] with "
                "different values in this file."
            ),
        )
    known = [] if situation is None else [choice for choice, _ in situation.choices]
    _note_unknown(table, "only_in_situations", item.only_in_situations, known)
    table.finish()
    return item


def _note_unknown(table: Table, key: str, found: Sequence[str], known: Sequence[str]) -> None:
    for name in found:
        if name in known:
            continue
        if known:
            table.note(key, name, say("One of these is needed here: {words}.", words=listing(known)))
        else:
            table.note(key, name, say("This needs a [situation] with choices in the same file."))


def _situation(table: Table) -> Situation | None:
    within = table.table("situation")
    if within is None:
        return None
    tables = within.tables("choices", at_least=2)
    note_repeats(tables)
    choices = tuple((each.identifier(), each.text("label")) for each in tables)
    for each in tables:
        each.finish()
    situation = Situation(text=within.text("text"), choices=choices, hides=within.texts("hides", ids=True))
    _note_unknown(within, "hides", situation.hides, [choice for choice, _ in choices])
    within.finish()
    return situation


def _provenance(table: Table) -> Provenance:
    card = table.table("provenance")
    if card is None:
        return Provenance(based_on="", validation="", norms="", licence="")
    provenance = Provenance(
        based_on=card.text("based_on", ""),
        validation=card.text("validation", ""),
        norms=card.text("norms", ""),
        licence=card.text("licence", ""),
        author=card.text("author", ""),
    )
    card.finish()
    return provenance
