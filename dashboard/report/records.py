"""What was written and done in the span, as plain counts: thought records, brave steps, practices, events, the aim."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import fmean
from typing import Final

from assessments.language import day, listing, number
from dashboard.charts.thoughts import beliefs_picture
from dashboard.report.document import Block, Drawing, Items, Section, Words
from dashboard.report.material import OWN_AIM, Material
from dashboard.report.scores import score_strip_drawing
from dashboard.report.svg import to_svg
from dashboard.view_models import form_fields as ids
from dashboard.view_models.brave_steps import brave_steps as view_steps
from dashboard.view_models.thoughts import BeliefShifts, belief_shifts
from dashboard.wording import report as words

BELIEF_PX: Final = 380
BELIEF_MM: Final = 84.0
MOST_BELIEFS: Final = 8


def aim(found: Material) -> Section | None:
    """The person's own aim in their words, and its ratings apart from every other figure."""
    questionnaire = next((q for q in found.history.catalogue.newest_questionnaires() if q.id == OWN_AIM), None)
    if questionnaire is None:
        return None
    blocks: list[Block] = [Words(text=questionnaire.items[0].text)]
    course = found.aim
    rated = [point for point in course.points if found.choices.holds(point.response.happened_at)] if course else []
    if course is not None and rated:
        labels = {float(option.value): option.label for option in questionnaire.options}
        word = labels.get(rated[-1].value, number(rated[-1].value))
        blocks.append(Words(text=words.AIM_RATED(word=word, n=words.RATINGS(len(rated)))))
        blocks.append(score_strip_drawing(course, found))
    return Section(title=words.AIM(), blocks=tuple(blocks))


def thoughts(found: Material) -> Section | None:
    """Thought records: how belief moved and which traps were ticked; never the thoughts themselves."""
    kept = [each for each in found.entries if each.form == ids.THOUGHT]
    if not kept:
        return None
    shifts = belief_shifts(kept)
    blocks: list[Block] = [Words(text=words.THOUGHTS_N(len(kept)) + (" " + _belief(shifts) if shifts.n else ""))]
    if traps := _traps(found):
        blocks.append(Words(text=words.TRAPS(traps=listing(traps))))
    if shifts.n:
        blocks += [_belief_drawing(shifts, found), Words(text=words.BELIEF_WHY(), quiet=True)]
    return Section(title=words.THOUGHTS(), blocks=tuple(blocks))


def _belief(shifts: BeliefShifts) -> str:
    return words.BELIEF(
        shifts.n,
        lower=number(shifts.lower),
        same=number(shifts.same),
        higher=number(shifts.higher),
        before=number(fmean(row.before for row in shifts.rows)),
        after=number(fmean(row.after for row in shifts.rows)),
    )


def _belief_drawing(shifts: BeliefShifts, found: Material) -> Drawing:
    """The latest records by their day alone: what was thought is journal text."""
    unnamed = replace(shifts, shown=tuple(replace(row, label="") for row in shifts.shown[-MOST_BELIEFS:]))
    picture = beliefs_picture(unnamed, found.palette)
    rows = [
        words.BELIEF_ROW(day=day(row.day), before=number(row.before), after=number(row.after))
        for row in unnamed.shown
        if row.day is not None
    ]
    alt = words.BELIEF_ALT(rows=" ".join(rows))
    return Drawing(svg=to_svg(picture.chart or {}, BELIEF_PX), alt=alt, width_mm=BELIEF_MM)


def _traps(found: Material) -> list[str]:
    counts: Counter[str] = Counter()
    for entry in found.entries:
        ticked = entry.fields.get(ids.THINKING_TRAPS)
        if entry.form == ids.THOUGHT and isinstance(ticked, tuple):
            counts.update(set(ticked))
    known = found.history.catalogue.thinking_traps
    named = [(known[trap].label if trap in known else trap, n) for trap, n in counts.items()]
    return [words.COUNTED(name=name, n=number(n)) for name, n in sorted(named, key=lambda each: (-each[1], each[0]))]


def brave_steps(found: Material) -> Section | None:
    """Brave steps as plain counts; those left for now are counted like any other."""
    steps = view_steps(found.entries)
    if not steps.steps:
        return None
    outcomes = Counter(step.outcome for step in steps.steps)
    said = words.STEPS_DONE(
        steps=words.STEPS_N(len(steps.steps)),
        done=number(outcomes["done"]),
        changed=number(outcomes["changed"]),
        not_now=number(outcomes["not_now"]),
        waiting=number(outcomes["waiting"]),
    )
    compared = len(steps.compared)
    blocks = [Words(text=said)]
    if compared:
        rated = words.STEPS_COMPARED(compared, better=number(steps.better), worse=number(steps.worse))
        blocks.append(Words(text=rated))
    return Section(title=words.BRAVE_STEPS(), blocks=tuple(blocks))


def practices(found: Material) -> Section | None:
    """How often each practice was logged; its notes stay in the journal."""
    counts = Counter(each.practice for each in found.practices_done)
    if not counts:
        return None
    known = found.history.catalogue.practices
    named = [(known[name].title if name in known else name, n) for name, n in counts.items()]
    ordered = sorted(named, key=lambda each: (-each[1], each[0]))
    said = listing(words.COUNTED(name=name, n=number(n)) for name, n in ordered)
    return Section(title=words.PRACTICES(), blocks=(Words(text=words.PRACTICES_N(counts.total(), practices=said)),))


def events(found: Material) -> Section | None:
    """The marked life events by their names; their notes stay in the journal."""
    if not found.events:
        return None
    lines = tuple(words.EVENT(day=day(each.happened_at), event=each.name) for each in found.events)
    return Section(title=words.EVENTS(), blocks=(Items(items=lines),))


def caveats(_found: Material) -> Section:
    """What a page like this cannot tell."""
    return Section(title=words.CAVEATS(), blocks=(Items(items=tuple(each() for each in words.CAVEAT_ITEMS)),))
