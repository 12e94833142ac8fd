"""Archives changed by hand: what still makes sense comes in, the rest is told, and the vault stays sound."""

from __future__ import annotations

import io
import json
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.catalogue import load
from assessments.exchange.archive_reading import UnreadableArchive, read_back
from assessments.exchange.beside_json import FILES
from assessments.exchange.reading import Options
from assessments.exchange.record_json import KINDS
from assessments.storage import create_vault
from assessments.transfer import carry_out, look_at
from dashboard.kept_settings import with_what_may_come
from tests.exchange.lived_in import archive_of, lived_in
from tests.exchange.test_archive import rewritten

KEYS = (
    *("", "again", "id", "kind", "revision", "changed_at", "record", "key", "value", "text", "entries", "saved_at"),
    *("import_id", "imported_at", "questionnaires", "corrected", "settings", "version", "form", "fields"),
)
MOMENTS = ("2026-05-01T20:00:00+00:00", "0001-01-01T00:00:00+14:00", "yesterday")
ODD: st.SearchStrategy[Any] = (
    st.none()
    | st.booleans()
    | st.integers(-2, 1 << 70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6)
    | st.sampled_from([*MOMENTS, [], {}, [["own-1", 1]], {"kind": "entry"}, "a\ud800"])
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    vault, _ = create_vault(tmp_path_factory.mktemp("vault") / "vault")
    with vault:
        lived_in(vault)
        return archive_of(vault, with_history=True)


@st.composite
def changes(draw: st.DrawFn) -> dict[str, list[tuple[int, str, Any]]]:
    """For some files: which line, which key of it, and what stands there instead ("" for the whole line)."""
    keys = st.sampled_from(KEYS)
    one = st.tuples(st.integers(0, 3), keys, ODD)
    return draw(
        st.dictionaries(
            st.sampled_from([*FILES, *KINDS]), st.lists(one, min_size=1, max_size=2), min_size=1, max_size=2
        )
    )


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(changes())
def test_no_change_by_hand_raises_or_leaves_a_vault_unsound(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, changed: dict[str, list[tuple[int, str, Any]]]
) -> None:
    archive = rewritten(whole, {name: with_changes(whole, name, some) for name, some in changed.items()})
    with suppress(UnreadableArchive):
        read_back(archive)
    vault, _ = create_vault(tmp_path_factory.mktemp("vault") / "vault")
    with vault:
        planned = with_what_may_come(look_at(vault, archive, Options()), vault, load())
        carry_out(vault, planned, with_settings=True)
        assert vault.verify() == []
        for entry in vault.entries():
            vault.revise(entry)
        vault.undo_import(planned.import_id)
        assert vault.verify() == []
        assert vault.entries() == []


def with_changes(archive: bytes, name: str, some: list[tuple[int, str, Any]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        objects: list[Any] = json.loads(packed.read(name)) if name in packed.namelist() else [{}]
    for line, key, odd in some:
        place = line % len(objects)
        if key == "again":
            objects.append(objects[place])
        elif key and isinstance(objects[place], dict):
            objects[place] = {**objects[place], key: odd}
        else:
            objects[place] = odd
    return json.dumps(objects).encode()


def test_a_state_of_another_kind_or_a_number_that_does_not_grow_is_put_right_or_told(
    whole: bytes, tmp_path: Path
) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        states = json.loads(packed.read("earlier_states.json"))
    for state in states:
        state["revision"] = 7
    other_kind = {**states[0], "record": {**(states[0]["record"] or {}), "kind": "event", "name": "x"}}
    vault, _ = create_vault(tmp_path / "vault")
    with vault:
        planned = look_at(
            vault, rewritten(whole, {"earlier_states.json": json.dumps([*states, other_kind]).encode()}), Options()
        )
        carry_out(vault, planned)
        assert vault.verify() == []
        (entry,) = vault.entries()
        assert len(vault.history(entry.id)) == 2
