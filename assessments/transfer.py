"""Between a vault and the formats: the dry run of an import, carrying it out, and everything that an export takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assessments.catalogue import Catalogue, load, read_questionnaire_text, write_questionnaire_text
from assessments.content_problems import Problem
from assessments.exchange.belongings import Belongings
from assessments.exchange.beside import Beside, EarlierState, State, UnfinishedText, WorkedOut
from assessments.exchange.beside_json import NOTED_OF_AN_IMPORT
from assessments.exchange.plan import ImportPlan, plan
from assessments.exchange.readers import read
from assessments.exchange.reading import Options, Reading
from assessments.questionnaire import Questionnaire
from assessments.records import Record, Response
from assessments.storage import Derived, Draft, Incoming, Intake, PastState, PresentState, Vault
from assessments.storage.imports import Progress


@dataclass(frozen=True)
class OwnContent:
    """The built-in content with the vault's own questionnaires, and what could not be read of those."""

    catalogue: Catalogue
    questionnaires: tuple[Questionnaire, ...]
    problems: tuple[Problem, ...]


def content_of(vault: Vault) -> OwnContent:
    """The content that explains the vault's records."""
    texts = vault.questionnaire_texts()
    pairs = [read_questionnaire_text(text, f"{name}-{version}.toml") for (name, version), text in texts.items()]
    own = tuple(questionnaire for questionnaire, _ in pairs if questionnaire is not None)
    problems = tuple(problem for _, found in pairs for problem in found)
    return OwnContent(load().with_questionnaires(*own), own, problems)


def dry_run(vault: Vault | None, reading: Reading, *, accept_doubtful: bool = False) -> ImportPlan:
    """What taking the reading in would do to the vault; None stands for a vault that is not made yet."""
    if vault is None:
        return plan(reading, accept_doubtful=accept_doubtful)
    doubted = (doubt.record.id for doubt in reading.doubtful if doubt.record is not None)
    history = (record.id for record in reading.beside.removed)
    known = vault.known_ids([*(record.id for record in reading.records), *doubted, *history])
    return plan(
        reading,
        known,
        kept=vault.kept_among(name for name, is_kept in known.items() if is_kept).get,
        questionnaires=set(vault.questionnaire_texts()),
        drafts={draft.key for draft in vault.drafts()},
        accept_doubtful=accept_doubtful,
    )


def look_at(
    vault: Vault | None,
    given: Path | str | bytes,
    options: Options,
    *,
    format_name: str | None = None,
    name: str = "",
    accept_doubtful: bool = False,
) -> ImportPlan:
    """The dry run of a file, a folder or an upload; nothing is changed. KeyError where there is no such format."""
    if options.catalogue is None:
        options = replace(options, catalogue=load() if vault is None else content_of(vault).catalogue)
    reading = read(given, options, format_name=format_name, name=name)
    return dry_run(vault, reading, accept_doubtful=accept_doubtful)


def carry_out(
    vault: Vault,
    planned: ImportPlan,
    *,
    bring_back_removed: bool = False,
    with_settings: bool = False,
    name: str = "",
    progress: Progress | None = None,
) -> list[str]:
    """Take the planned import in, all or nothing; returns the ids of the records that it touched.

    `name` is what the import is listed under, as a rule the name of its file.

    What was removed before comes back only if wanted; the settings of an archive only if wanted.
    """
    intake = Intake(
        new=[_as_it_came(record, planned.beside) for record in planned.to_add],
        corrected=planned.to_revise,
        brought_back=planned.removed_before if bring_back_removed else (),
        questionnaires={each.key: write_questionnaire_text(each) for each in planned.questionnaires},
        settings=planned.settings if with_settings else {},
        import_id=planned.import_id,
        format=planned.format,
        name=name,
        incoming=_incoming(planned.beside),
    )
    return vault.take_in(intake, progress=progress)


def _as_it_came(record: Record, beside: Beside) -> Record:
    """A record of another vault under the import that it came by there."""
    return replace(record, import_id=beside.came_by.get(record.id)) if beside.of_a_vault else record


def _incoming(beside: Beside) -> Incoming:
    return Incoming(
        of_a_vault=beside.of_a_vault,
        states={key: PresentState(state.revision, state.changed_at) for key, state in beside.states.items()},
        removed=beside.removed,
        past=[PastState(each.id, each.changed_at, each.record, each.revision) for each in beside.earlier],
        put_away={each.key: write_questionnaire_text(each) for each in beside.put_away},
        drafts=[Draft(each.key, each.value, each.saved_at) for each in beside.drafts],
        derived={key: Derived(text=each.text, entry_ids=each.entry_ids) for key, each in beside.worked_out.items()},
        import_notes=beside.imports,
    )


def belongings_of(vault: Vault, *, with_history: bool = False) -> Belongings:
    """Everything of the vault that an export takes: its records, its settings, and the questionnaires that are own or
    were used; with its history also what was removed and what records were before.
    """
    responses = tuple(vault.responses())
    beside = _beside(vault, with_history=with_history)
    past = (*beside.removed, *(state.record for state in beside.earlier))
    used = {(each.questionnaire, each.version) for each in (*responses, *past) if isinstance(each, Response)}
    catalogue = content_of(vault).catalogue
    return Belongings(
        responses=responses,
        entries=tuple(vault.entries()),
        practices_done=tuple(vault.practices_done()),
        events=tuple(vault.events()),
        questionnaires=tuple(
            each for each in catalogue.questionnaires.values() if each.key in used or not each.built_in
        ),
        settings=vault.settings(),
        beside=beside,
    )


def _beside(vault: Vault, *, with_history: bool) -> Beside:
    """What an archive takes along."""
    removed = tuple(each.record for each in vault.removed()) if with_history else ()
    past = vault.past_states() if with_history else []
    put_away = vault.questionnaires_put_away() if with_history else {}
    kept = {each.id for each in (*vault.responses(), *vault.entries(), *vault.practices_done(), *vault.events())}
    known = kept | {each.id for each in removed}
    return Beside(
        states={
            key: State(revision=each.revision, changed_at=each.changed_at)
            for key, each in vault.present_states().items()
            if key in known
        },
        removed=removed,
        earlier=tuple(
            EarlierState(id=each.record_id, revision=each.revision, changed_at=each.changed_at, record=each.record)
            for each in sorted(past, key=lambda each: each.record_id)
        ),
        put_away=tuple(
            found
            for (name, version), text in sorted(put_away.items())
            if (found := read_questionnaire_text(text, f"{name}-{version}.toml")[0]) is not None
        ),
        drafts=tuple(
            UnfinishedText(key=each.key, saved_at=each.saved_at, value=each.value)
            for each in sorted(vault.drafts(), key=lambda each: each.key)
        ),
        worked_out={
            key: WorkedOut(text=each.text, entry_ids=each.entry_ids) for key, each in vault.all_derived().items()
        },
        imports=_import_notes(vault),
    )


def _import_notes(vault: Vault) -> dict[str, dict[str, Any]]:
    """What is noted of the imports; not of a whole archive, whose records go on bearing the imports before it."""
    notes = vault.import_notes()
    return {
        key: {name: value for name, value in note.items() if name in NOTED_OF_AN_IMPORT}
        for key, note in sorted(notes.items())
        if not note["of_a_vault"]
    }
