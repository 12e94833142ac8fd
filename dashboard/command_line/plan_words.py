"""What an import would add or has added, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assessments.exchange.plan import ImportPlan
from assessments.exchange.reading import MoodLabel
from assessments.language import day
from assessments.records import Entry, Event, PracticeDone, Response
from dashboard.wording import command_line as words

PLACES_SHOWN = 50
KINDS = (
    (Response, words.CHECK_INS),
    (Entry, words.ENTRIES),
    (PracticeDone, words.PRACTICES),
    (Event, words.EVENTS),
)


def told_plan(planned: ImportPlan, *, is_done: bool) -> str:
    """What is new, what is there already, what is doubtful and where, as lines."""
    new = [f"  {line}" for line in _new(planned)]
    heading = words.ADDED() if is_done else words.WOULD_ADD()
    return "\n".join([*([heading, *new] if new else [words.NOTHING_NEW()]), *_beside(planned), *_doubts(planned)])


def told_moods(needed: Sequence[MoodLabel], given: Mapping[str, int | None]) -> str:
    """The mood words that need a level, with a suggestion, and an argument that can be copied."""
    lines = [
        "  "
        + words.MOOD_GUESS(
            label=each.label, times=words.TIMES(each.n), level=each.suggested if each.suggested else words.NO_GUESS()
        )
        for each in needed
    ]
    levels = dict(given) | {each.label: each.suggested for each in needed}
    example = ",".join(f"{label}={level or 'none'}" for label, level in levels.items())
    return "\n".join([words.MOODS_NEEDED(), f'  --map "{example}"', *lines])


def _new(planned: ImportPlan) -> Iterator[str]:
    for kind, counted in KINDS:
        found = [record for record in planned.to_add if type(record) is kind]
        if found:
            moments = sorted(record.happened_at for record in found)
            span = words.SPAN(first=day(moments[0].date()), last=day(moments[-1].date()))
            yield f"{counted(len(found))}, {span}"
    if planned.questionnaires:
        yield words.QUESTIONNAIRES(len(planned.questionnaires))
    for n, counted in (
        (len(planned.to_revise), words.CORRECTED),
        (len(planned.beside.drafts), words.DRAFTS),
        (len(planned.settings), words.SETTINGS),
    ):
        if n:
            yield counted(n)


def _beside(planned: ImportPlan) -> Iterator[str]:
    there = planned.already_there + planned.questionnaires_already_there
    for n, counted in (
        (there, words.ALREADY_THERE),
        (len(planned.differing), words.DIFFERING),
        (len(planned.removed_before), words.REMOVED_BEFORE),
        (len(planned.beside.removed), words.AS_REMOVED),
        (planned.media_left_behind, words.MEDIA),
    ):
        if n:
            yield counted(n)
    yield from planned.left_out


def _doubts(planned: ImportPlan) -> Iterator[str]:
    for counted, says in (
        (words.DOUBTFUL, [doubt.says for doubt in planned.doubtful]),
        (words.FAULTS, [problem.says for problem in planned.problems]),
    ):
        if says:
            yield counted(len(says))
            yield from (f"  {each}" for each in says[:PLACES_SHOWN])
        if len(says) > PLACES_SHOWN:
            yield "  " + words.MORE_PLACES(len(says) - PLACES_SHOWN)
