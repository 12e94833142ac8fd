"""The vault's other contents: drafts, settings, own questionnaires and derived values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assessments.storage import derived, drafts, import_notes, questionnaires, settings
from assessments.storage.clock import Clock
from assessments.storage.derived import Derived
from assessments.storage.drafts import Draft, WrittenDraft
from assessments.storage.free_space import REMOVAL_RESERVE_BYTES
from assessments.storage.store import Store


class VaultValues:
    """The part of a vault that keeps values by key."""

    _store: Store
    _clock: Clock

    def save_draft(self, key: str, value: Mapping[str, Any]) -> None:
        """Keep what was typed so far, durably; JSON values, a tuple comes back as a list."""
        with self._store.writing(len(repr(value)), counts=False) as connection:
            drafts.save_draft(connection, key, value, self._clock())

    def draft(self, key: str) -> dict[str, Any] | None:
        """The draft under the key; None where there is none."""
        with self._store.reading() as connection:
            return drafts.draft(connection, key)

    def drafts(self) -> list[Draft]:
        """Every draft, the latest first."""
        with self._store.reading() as connection:
            return drafts.all_drafts(connection)

    def discard_draft(self, which: str | WrittenDraft) -> None:
        """Drop the draft under the key, if there is one; a written one only if it still stands there as written."""
        with self._store.writing(counts=False, reserve=REMOVAL_RESERVE_BYTES) as connection:
            drafts.discard_draft(connection, which)

    def setting(self, key: str, default: Any = None) -> Any:
        """The JSON value of a setting; the default where it was never set."""
        with self._store.reading() as connection:
            return settings.setting(connection, key, default)

    def settings(self) -> dict[str, Any]:
        """Every setting by its key."""
        with self._store.reading() as connection:
            return settings.all_settings(connection)

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a JSON value as a setting."""
        with self._store.writing() as connection:
            settings.set_setting(connection, key, value)

    def save_questionnaire(self, questionnaire_id: str, version: int, toml_text: str) -> None:
        """Keep the file of one version of an own questionnaire."""
        with self._store.writing(len(toml_text)) as connection:
            questionnaires.save_questionnaire(connection, questionnaire_id, version, toml_text)

    def questionnaire_texts(self) -> dict[tuple[str, int], str]:
        """The files of the person's own questionnaires, by id and version."""
        with self._store.reading() as connection:
            return questionnaires.questionnaire_texts(connection)

    def questionnaires_put_away(self) -> dict[tuple[str, int], str]:
        """The files of questionnaires that only removed responses answer, by id and version."""
        with self._store.reading() as connection:
            return import_notes.questionnaires_put_away(connection)

    def remove_questionnaire(self, questionnaire_id: str) -> None:
        """Drop all versions of an own questionnaire; its responses stay."""
        with self._store.writing(reserve=REMOVAL_RESERVE_BYTES) as connection:
            questionnaires.remove_questionnaire(connection, questionnaire_id)

    def derived(self, key: str) -> str | None:
        """A text worked out earlier; None where there is none or an entry that it came from changed."""
        with self._store.reading() as connection:
            return derived.read_derived(connection, key)

    def all_derived(self) -> dict[str, Derived]:
        """Every text that was worked out, with the entries that it came from, by its key."""
        with self._store.reading() as connection:
            return derived.all_derived(connection)

    def set_derived(self, key: str, text: str, entry_ids: Iterable[str] = ()) -> None:
        """Keep a text worked out from these entries; it goes when one of them is revised or removed."""
        with self._store.writing(len(text), counts=False) as connection:
            derived.write_derived(connection, key, text, entry_ids)
