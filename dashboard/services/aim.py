"""The person's own aim: kept as a questionnaire of one question, so that it is charted and exported like the others."""

from __future__ import annotations

from datetime import timedelta

from assessments.language import say
from assessments.questionnaire import Item, MissingRule, Provenance, Questionnaire, ResponseOption
from assessments.questionnaire_writing import write_questionnaire_text
from assessments.records import Response
from dashboard import session
from dashboard.charts.picture import Picture
from dashboard.services import figures
from dashboard.services.belongings import held

AIM = "own-aim"
ITEM = "own-aim-nearness"
PULSE = "pulse"
WITH_THE_PULSE = timedelta(days=1)


def _questionnaire(text: str, version: int) -> Questionnaire:
    labels = (say("not at all"), say("a little"), say("half of it"), say("mostly"), say("fully"))
    return Questionnaire(
        id=AIM,
        version=version,
        title=say("My own aim"),
        lead=say("Think of the past seven days. How far was this true?"),
        items=(Item(id=ITEM, text=text),),
        options=tuple(ResponseOption(value=value, label=label) for value, label in enumerate(labels)),
        recall_days=7,
        rhythm_days=7,
        has_total=True,
        easier_when="higher",
        missing_rule=MissingRule(answers_at_least=1, skips_allowed=0, skips_from_items=1),
        provenance=Provenance(
            based_on=say("An aim in the person's own words."),
            validation=say("Not validated."),
            norms=say("None."),
            licence=say("Yours."),
        ),
        built_in=False,
    )


def questionnaire() -> Questionnaire | None:
    """The aim as it is worded now; None where there never was one."""
    return held().catalogue.questionnaires.get(AIM)


def text() -> str:
    """The aim in the person's words; "" where there is none."""
    found = questionnaire()
    return found.items[0].text if found else ""


def word(new: str) -> None:
    """Keep the aim in these words; other words make a new version, and what was rated before keeps the old ones."""
    found = questionnaire()
    if found is None or found.items[0].text != new:
        made = _questionnaire(new, 1 if found is None else found.version + 1)
        session.vault().save_questionnaire(AIM, made.version, write_questionnaire_text(made))


def waits_for_rating() -> bool:
    """Whether a pulse of the last day has no rating of the aim beside it."""
    pulses = held().responses_to(PULSE)
    if questionnaire() is None or not pulses:
        return False
    pulse = pulses[-1].happened_at
    rated = held().responses_to(AIM)
    is_fresh = session.clock()() - pulse < WITH_THE_PULSE
    return is_fresh and not (rated and rated[-1].happened_at >= pulse)


def rate(value: int) -> None:
    """Rate the aim now, beside the pulse."""
    found = questionnaire()
    if found is None:
        raise RuntimeError("there is no aim to rate")
    session.vault().save(
        Response(
            questionnaire=AIM, version=found.version, happened_at=session.clock()(), answers={found.items[0].id: value}
        )
    )


def picture() -> Picture | None:
    """The aim's ratings over time, apart from every other figure; None before the first."""
    found = questionnaire()
    if found is None or not held().responses_to(AIM):
        return None
    return figures.series(figures.scales_of(found)[0])
