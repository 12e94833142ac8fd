"""The scales of a questionnaire read from its TOML table: subscales, total, bands and the rule for missing answers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import get_args

from assessments.content_reading import Table, note_repeats
from assessments.language import listing, say
from assessments.questionnaire import SITUATION, Band, Direction, MissingRule, Questionnaire, Subscale

RESERVED_IDS = frozenset({SITUATION, "total", "answered", "missing", "prorated", "band", "subscales"})
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


def read_direction(table: Table) -> Direction:
    """Which way a figure is felt as easier."""
    word = table.one_of("easier_when", DIRECTIONS, default="neither")
    return next(direction for direction in DIRECTIONS if direction == word)


def read_subscales(table: Table, item_ids: Sequence[str], rule: MissingRule) -> tuple[Subscale, ...]:
    """The subscales; an unknown item or too few of them is noted."""
    tables = table.tables("subscales")
    note_repeats(tables)
    subscales = []
    for each in tables:
        members = each.texts("items", ids=True)
        for name in members:
            if name not in item_ids:
                each.note(
                    "items", name, say("Only items of this questionnaire are known: {words}.", words=listing(item_ids))
                )
        if len(members) < rule.answers_at_least:
            each.note(
                "items",
                len(members),
                say("At least {n} items are needed, so that there can be a score.", n=rule.answers_at_least),
            )
        subscales.append(
            Subscale(
                id=each.identifier(reserved=RESERVED_IDS),
                title=each.text("title"),
                item_ids=members,
                explanation=each.text("explanation", ""),
                easier_when=read_direction(each),
            )
        )
        each.finish()
    return tuple(subscales)


def read_missing_rule(table: Table) -> MissingRule:
    """When a scale with missing answers is still scored; the usual rule where none is written."""
    rule = table.table("missing_rule")
    usual = MissingRule()
    if rule is None:
        return usual
    read = MissingRule(
        answers_at_least=rule.whole("answers_at_least", 1, 1_000, default=usual.answers_at_least),
        skips_allowed=rule.whole("skips_allowed", 0, 1_000, default=usual.skips_allowed),
        skips_from_items=rule.whole("skips_from_items", 1, 1_000, default=usual.skips_from_items),
    )
    rule.finish()
    return read


def note_impossible_total(table: Table, questionnaire: Questionnaire) -> None:
    """Note a total beside subscales, neither of them, or a total of too few items."""
    if not questionnaire.has_total:
        if not questionnaire.subscales:
            table.note("has_total", False, say("Without subscales a questionnaire has a total; leave this line out."))
        return
    if questionnaire.subscales:
        table.note("has_total", True, say("A questionnaire with subscales has no total; false is needed here."))
    counted, needed = len(questionnaire.total_items), questionnaire.missing_rule.answers_at_least
    if questionnaire.items and counted < needed:
        table.note("items", counted, say("At least {n} items are needed, so that there can be a score.", n=needed))


def read_bands(table: Table, has_total: bool) -> tuple[Band, ...]:
    """The bands of the total; they cover its range without a gap."""
    tables = table.tables("bands")
    note_repeats(tables)
    if tables and not has_total:
        table.note("bands", len(tables), say("Bands are parts of a total's range: they need has_total = true."))
    bands = []
    reached = 0.0
    for each in tables:
        start, end = _share(each, "from_share"), _share(each, "to_share")
        if start != reached or not start < end:
            each.note(
                "from_share",
                each.values.get("from_share"),
                say("Bands follow each other without a gap, from 0 to 1, each ending after it begins."),
            )
        reached = end
        bands.append(Band(id=each.identifier(), label=each.text("label"), from_share=start, to_share=end))
        each.finish()
    if tables and reached != 1:
        tables[-1].note("to_share", tables[-1].values.get("to_share"), say("The last band ends at 1."))
    return tuple(bands)


def _share(table: Table, key: str) -> float:
    """A share of the range: a number from 0 to 1, or a fraction as text such as "1/3", which is exact."""
    value = table.get(key)
    if isinstance(value, (int, float, str)) and not isinstance(value, bool) and len(str(value)) < 40:
        try:
            share = float(Fraction(value))
        except (ValueError, ZeroDivisionError, OverflowError):
            share = -1.0
        if 0 <= share <= 1:
            return share
    table.note(key, value, say('A number from 0 to 1 is needed here, or a fraction such as "1/3".'))
    return 0.0
