"""The person's own questionnaires: reading a file, keeping a version, setting one aside."""

from __future__ import annotations

from collections.abc import Iterable

from assessments.catalogue import Problem, load, read_questionnaire_text
from assessments.language import say
from assessments.questionnaire import Questionnaire
from assessments.questionnaire_writing import write_questionnaire_text
from dashboard import session
from dashboard.services.aim import AIM
from dashboard.services.belongings import held
from dashboard.services.check_ins import SET_ASIDE_SETTING, set_aside
from dashboard.view_models.questionnaire_builder import Draft, build, next_own_id


def own() -> list[Questionnaire]:
    """The newest version of each own questionnaire, those set aside included."""
    return [each for each in held().catalogue.newest_questionnaires() if not each.built_in and each.id != AIM]


def versions(questionnaire_id: str) -> list[Questionnaire]:
    """Every version of an own questionnaire."""
    found = {each.key: each for each in held().catalogue.questionnaires.values() if each.id == questionnaire_id}
    numbers = [number for name, number in session.vault().questionnaire_texts() if name == questionnaire_id]
    found |= {(questionnaire_id, n): held().catalogue.questionnaires[questionnaire_id, n] for n in numbers}
    return list(found.values())


def built(draft: Draft, questionnaire_id: str | None) -> Questionnaire:
    """The questionnaire that a draft makes: a new one, or the next version of the one with that id."""
    if questionnaire_id is None:
        taken = {each.id for each in held().catalogue.questionnaires.values()}
        return build(draft, next_own_id(taken))
    return build(draft, questionnaire_id, versions(questionnaire_id))


def check(text: str, file: str) -> tuple[Questionnaire | None, tuple[Problem, ...]]:
    """The questionnaire of a file, or every problem in it at once."""
    found, problems = read_questionnaire_text(text, file, held().catalogue)
    if found is not None and found.id in load().questionnaires:
        taken = Problem(file, "id", found.id, say("A built-in questionnaire has this id; choose another one."))
        return None, (*problems, taken)
    return found, problems


def check_built(questionnaire: Questionnaire) -> tuple[Problem, ...]:
    """Every problem of a questionnaire that was put together in the app."""
    return check(write_questionnaire_text(questionnaire), say("your questionnaire"))[1]


def keep(questionnaire: Questionnaire) -> None:
    """Keep this version in the vault; the versions before it stay for what was answered on them."""
    text = write_questionnaire_text(questionnaire)
    session.vault().save_questionnaire(questionnaire.id, questionnaire.version, text)


def put_aside(questionnaire_id: str, *, aside: bool) -> None:
    """Offer a questionnaire no longer, or again; what was answered stays."""
    names: Iterable[str] = set_aside() - {questionnaire_id}
    session.vault().set_setting(SET_ASIDE_SETTING, sorted({*names, questionnaire_id} if aside else names))
