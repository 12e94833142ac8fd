"""Whatever is done in whatever order, a vault holds what a dictionary of histories would hold."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from assessments.records import Entry, Event, PracticeDone, Record, Response
from assessments.storage import EditedMeanwhile, RecordExists, UnknownRecord, create_vault, open_vault
from assessments.storage.moments import instant_us
from tests.storage.material import SetClock, entries, records


class VaultAgainstModel(RuleBasedStateMachine):
    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name) / "vault"
        self.clock = SetClock()
        self.vault, _ = create_vault(self.folder, clock=self.clock)
        self.states: dict[str, list[Record | None]] = {}
        self.order: list[str] = []
        self.forgotten: dict[str, int] = {}

    def teardown(self) -> None:
        self.vault.close()
        self.place.cleanup()

    @rule(target=ids, record=records)
    def save(self, record: Record) -> str:
        self.clock.forward(hours=-1)
        assert self.vault.save(record) == record.id
        self.states[record.id] = [replace(record, recorded_at=record.recorded_at or self.clock.now)]
        self.order.append(record.id)
        return record.id

    @rule(some=st.lists(entries, max_size=4))
    def save_many(self, some: list[Entry]) -> None:
        assert self.vault.save_many(some) == [one.id for one in some]
        for one in some:
            self.states[one.id] = [replace(one, recorded_at=one.recorded_at or self.clock.now)]
            self.order.append(one.id)

    @rule(record_id=ids, record=records)
    def save_again(self, record_id: str, record: Record) -> None:
        if record_id in self.states:
            with pytest.raises(RecordExists):
                self.vault.save(replace(record, id=record_id))

    @rule(record_id=ids, record=entries)
    def revise(self, record_id: str, record: Entry) -> None:
        record = replace(record, id=record_id)
        states = self.states.get(record_id)
        if states is None:
            with pytest.raises(UnknownRecord):
                self.vault.revise(record)
        elif states[-1] is None:
            with pytest.raises(EditedMeanwhile) as told:
                self.vault.revise(record)
            assert told.value.newest is None
        elif not isinstance(states[-1], Entry):
            with pytest.raises(ValueError, match="kind"):
                self.vault.revise(record)
        else:
            self.vault.revise(record, expected_revision=self._revision(record_id))
            states.append(replace(record, recorded_at=record.recorded_at or states[-1].recorded_at))

    @rule(record_id=ids)
    def remove(self, record_id: str) -> None:
        states = self.states.get(record_id)
        if states is None or states[-1] is None:
            with pytest.raises(UnknownRecord):
                self.vault.remove(record_id)
        else:
            self.vault.remove(record_id)
            states.append(None)

    @rule(record_id=ids)
    def restore(self, record_id: str) -> None:
        states = self.states.get(record_id)
        if states is None or states[-1] is not None:
            with pytest.raises(UnknownRecord):
                self.vault.restore(record_id)
        else:
            self.vault.restore(record_id)
            states.append(states[-2])

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.vault = open_vault(self.folder, clock=self.clock)

    @precondition(lambda self: any(len(states) > 1 for states in self.states.values()))
    @rule()
    def empty_history(self) -> None:
        expected = sum(len(states) if states[-1] is None else len(states) - 1 for states in self.states.values())
        assert self.vault.empty_history().n == expected
        self.forgotten = {key: self._revision(key) - 1 for key in self.states}
        self.states = {key: states[-1:] for key, states in self.states.items() if states[-1] is not None}
        self.order = [one for one in self.order if one in self.states]

    def _revision(self, record_id: str) -> int:
        return self.forgotten.get(record_id, 0) + len(self.states[record_id])

    @invariant()
    def it_holds_what_the_model_holds(self) -> None:
        kept = {key: states[-1] for key, states in self.states.items() if states[-1] is not None}
        for kind, found in (
            (Response, self.vault.responses()),
            (Entry, self.vault.entries()),
            (PracticeDone, self.vault.practices_done()),
            (Event, self.vault.events()),
        ):
            expected = [kept[one] for one in self.order if isinstance(kept.get(one), kind)]
            assert found == sorted(expected, key=lambda one: instant_us(one.happened_at))
        for record_id, states in self.states.items():
            assert self.vault.get(record_id) == states[-1]
            assert [state.record for state in self.vault.history(record_id)] == states
            assert self.vault.revision_number(record_id) == self._revision(record_id)
        gone = {key for key, states in self.states.items() if states[-1] is None}
        assert {one.record.id for one in self.vault.removed()} == gone
        assert {hit.id for hit in self.vault.search("", limit=1_000)} == set(kept)
        assert self.vault.verify() == []


TestVaultAgainstModel = VaultAgainstModel.TestCase
TestVaultAgainstModel.settings = settings(
    max_examples=10, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
