"""Every setting of the app comes back from an archive, in its own kind alone, or stays behind for a reason."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import dashboard
from assessments.catalogue import load
from assessments.exchange.beside import Beside, WorkedOut
from assessments.exchange.plan import ImportPlan
from assessments.storage import Vault, create_vault
from dashboard import kept_names
from dashboard.kept_settings import KINDS, STAYS_BEHIND, with_what_may_come
from dashboard.services import themes

DASHBOARD = Path(dashboard.__file__).parent
NOT_SETTINGS = {kept_names.THEMES, kept_names.THEMES_OF}
NAMES = {value for name, value in vars(kept_names).items() if name.isupper() and isinstance(value, str)}


def coming(settings: Mapping[str, object], vault: Vault | None = None, beside: Beside | None = None) -> ImportPlan:
    planned = ImportPlan(format="archive", import_id="x", settings=settings, beside=beside or Beside())
    return with_what_may_come(planned, vault, load())


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("own_contacts", "Anna 123", 5),
        ("plan_for_bad_days", "a walk", None),
        ("step_that_matters", 3, 99),
        ("main_scale", "emotional-safety.total", "nobody.total"),
        ("idle_minutes", 30, True),
        ("entries_at_rest", ["x"], [1]),
        ("wished_balance", [1, 2.5], [1]),
        ("mood_levels", {"daylio": {"rad": 5}}, {"daylio": {"rad": 9}}),
        ("theme_edits", '[{"kind": "Rename", "theme": "t1", "name": "Mam"}]', '[{"kind": "Burn"}]'),
        ("dismissed_insights", ["a"], "a"),
        ("dismissed_suggestions", ["a"], "a"),
        ("questionnaires_set_aside", ["pulse"], {}),
    ],
)
def test_a_setting_comes_only_where_none_is_and_only_in_its_own_kind(
    key: str, good: object, bad: object, tmp_path: Path
) -> None:
    assert coming({key: good}).settings == {key: good}
    assert coming({key: bad}).settings == {}
    assert coming({"something else": good}).settings == {}
    vault, _ = create_vault(tmp_path / "vault")
    with vault:
        vault.set_setting(key, good)
        assert coming({key: good}, vault).settings == {}


@pytest.mark.parametrize("garbage", ["[", "5", "[5]", '[{"kind": "Rename"}]', '[{"kind": "Hide", "theme": 1, "x": 2}]'])
def test_theme_edits_that_were_changed_by_hand_stay_out(garbage: str) -> None:
    assert coming({"theme_edits": garbage}).settings == {}


def test_themes_and_their_names_come_together_and_only_where_there_are_neither(tmp_path: Path) -> None:
    names = {kept_names.THEME_EDITS: '[{"kind": "Hide", "theme": "t1"}]'}
    found = Beside(worked_out={kept_names.THEMES: WorkedOut(text="{}")})
    assert coming(names, None, found) == ImportPlan(format="archive", import_id="x", settings=names, beside=found)
    vault, _ = create_vault(tmp_path / "vault")
    with vault:
        vault.set_derived(kept_names.THEMES, "{}")
        assert (coming(names, vault, found).settings, coming(names, vault, found).beside) == ({}, Beside())
    other, _ = create_vault(tmp_path / "other")
    with other:
        other.set_setting(kept_names.THEME_EDITS, names[kept_names.THEME_EDITS])
        assert (coming(names, other, found).settings, coming(names, other, found).beside) == ({}, Beside())


def test_every_setting_that_the_app_keeps_comes_with_an_archive_or_stays_behind_for_a_reason() -> None:
    assert written() <= NAMES - NOT_SETTINGS
    assert KINDS.keys() | STAYS_BEHIND.keys() == NAMES - NOT_SETTINGS
    assert not KINDS.keys() & STAYS_BEHIND.keys()
    assert {themes.KEY, themes.FINGERPRINT} == NOT_SETTINGS


def written() -> set[str]:
    """The key of every call of set_setting in the app; a key that is worked out fails the test."""
    found = set()
    for path in DASHBOARD.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "set_setting":
                name = ".".join(path.relative_to(DASHBOARD.parent).with_suffix("").parts)
                found.add(constant(import_module(name), node.args[0]))
    assert len(found) > 8
    return found


def constant(module: ModuleType, named: ast.expr) -> str:
    """What a name stands for in its module."""
    return str(eval(compile(ast.Expression(named), module.__name__, "eval"), vars(module)))
