"""The person's own questionnaires, as the text of their files."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from assessments.storage.schema import questionnaires


def save_questionnaire(connection: Connection, questionnaire_id: str, version: int, text: str) -> None:
    """Keep the text of one version, in the place of an earlier text of the same version."""
    statement = upsert(questionnaires).values(id=questionnaire_id, version=version, text=text)
    connection.execute(statement.on_conflict_do_update(index_elements=["id", "version"], set_={"text": text}))


def questionnaire_texts(connection: Connection) -> dict[tuple[str, int], str]:
    """The texts of all kept versions, by id and version."""
    rows = connection.execute(select(questionnaires).order_by(questionnaires.c.id, questionnaires.c.version))
    return {(row.id, row.version): row.text for row in rows}


def remove_questionnaire(connection: Connection, questionnaire_id: str) -> None:
    """Drop all versions of the questionnaire; its responses stay."""
    connection.execute(delete(questionnaires).where(questionnaires.c.id == questionnaire_id))


def remove_questionnaire_version(connection: Connection, questionnaire_id: str, version: int) -> None:
    """Drop one version of the questionnaire."""
    table = questionnaires.c
    connection.execute(delete(questionnaires).where(table.id == questionnaire_id, table.version == version))
