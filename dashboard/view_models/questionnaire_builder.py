"""A questionnaire put together from plain lines of text, and the lines of one that is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assessments.language import say
from assessments.questionnaire import (
    Direction,
    Item,
    MissingRule,
    Provenance,
    Questionnaire,
    ResponseOption,
    Subscale,
)

USUAL_ANSWERS_AT_LEAST = 3


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What was typed: questions and answers one on each line, which are reversed, and parts with their questions."""

    title: str
    lead: str
    questions: Sequence[str]
    options: Sequence[str]
    recall_days: int = 7
    reversed_questions: Sequence[str] = ()
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)
    easier_when: Direction = "neither"


def lines(text: str) -> list[str]:
    """The lines of a text that hold something, without blanks at their ends, each once."""
    return list(dict.fromkeys(stripped for line in text.splitlines() if (stripped := line.strip())))


def build(draft: Draft, questionnaire_id: str, earlier: Sequence[Questionnaire] = ()) -> Questionnaire:
    """The questionnaire of a draft, one version further; a question worded as before keeps its id."""
    item_ids = _item_ids(draft.questions, questionnaire_id, earlier)
    items = tuple(
        Item(id=item_ids[text], text=text, reverse=text in draft.reversed_questions) for text in draft.questions
    )
    parts = {title: [text for text in texts if text in item_ids] for title, texts in draft.parts.items()}
    smallest = min((len(texts) for texts in parts.values() if texts), default=len(items))
    at_least = max(1, min(USUAL_ANSWERS_AT_LEAST, smallest))
    return Questionnaire(
        id=questionnaire_id,
        version=max((each.version for each in earlier), default=0) + 1,
        title=draft.title,
        lead=draft.lead,
        items=items,
        options=tuple(ResponseOption(value=value, label=label) for value, label in enumerate(draft.options)),
        recall_days=draft.recall_days,
        rhythm_days=draft.recall_days,
        subscales=tuple(
            Subscale(
                id=f"part-{number}",
                title=title,
                item_ids=tuple(item_ids[text] for text in texts),
                easier_when=draft.easier_when,
            )
            for number, (title, texts) in enumerate(parts.items(), start=1)
        ),
        has_total=not parts,
        easier_when=draft.easier_when,
        missing_rule=MissingRule(answers_at_least=at_least),
        provenance=Provenance(
            based_on=say("Questions of one's own."),
            validation=say("Not validated."),
            norms=say("None."),
            licence=say("Yours."),
        ),
        built_in=False,
    )


def _item_ids(questions: Iterable[str], questionnaire_id: str, earlier: Sequence[Questionnaire]) -> dict[str, str]:
    known = {item.text: item.id for each in earlier for item in each.items}
    taken = set(known.values())
    found: dict[str, str] = {}
    number = 0
    for text in questions:
        if text not in known:
            number = next(
                n for n in range(number + 1, number + len(taken) + 2) if f"{questionnaire_id}-{n}" not in taken
            )
            known[text] = f"{questionnaire_id}-{number}"
        found[text] = known[text]
    return found


def draft_of(questionnaire: Questionnaire) -> dict[str, object]:
    """A questionnaire as lines to change, by the builder's field names."""
    texts = {item.id: item.text for item in questionnaire.items}
    return {
        "title": questionnaire.title,
        "lead": questionnaire.lead,
        "questions": "\n".join(texts.values()),
        "options": "\n".join(option.label for option in sorted(questionnaire.options, key=lambda each: each.value)),
        "recall_days": questionnaire.recall_days,
        "reversed": [item.text for item in questionnaire.items if item.reverse],
        "parts": "\n".join(each.title for each in questionnaire.subscales),
        "members": {each.title: [texts[name] for name in each.item_ids] for each in questionnaire.subscales},
        "easier_when": questionnaire.easier_when,
    }


def next_own_id(taken: Iterable[str]) -> str:
    """The first free id of the kind "own-1"."""
    used = set(taken)
    return next(name for n in range(1, len(used) + 2) if (name := f"own-{n}") not in used)
