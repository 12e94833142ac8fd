"""The schema: migrations and tables agree, and Alembic stays out of an ordinary morning."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from assessments.storage import create_vault, migrate, open_vault, restore_backup
from assessments.storage.schema import NEWEST_REVISION, REVISIONS, metadata
from tests.storage.material import entry

FIXTURES = Path(__file__).parent / "fixtures"


def _schema_of(folder: Path) -> dict[str, str]:
    with open_vault(folder) as vault, vault._store.unshared_connection() as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: " ".join(sql.split()) for name, sql in rows}


def test_the_migrations_make_the_tables_that_the_code_knows(folder: Path) -> None:
    with create_vault(folder)[0] as vault, vault._store.reading() as connection:
        differing = compare_metadata(MigrationContext.configure(connection), metadata)
    ours = [one for one in differing if "search_index" not in str(one)]
    assert ours == []


@pytest.mark.parametrize("schema", REVISIONS)
def test_an_earlier_schema_becomes_the_newest(schema: str, tmp_path: Path) -> None:
    create_vault(tmp_path / "new")[0].close()
    restore_backup(FIXTURES / f"schema-{schema}-plain.backup", tmp_path / "old")
    assert _schema_of(tmp_path / "old") == _schema_of(tmp_path / "new")


def test_every_schema_version_is_known_in_its_order_and_has_its_fixtures() -> None:
    scripts = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert tuple(reversed([one.revision for one in scripts.walk_revisions()])) == REVISIONS
    for schema in REVISIONS:
        for kind in ("plain", "encrypted"):
            assert (FIXTURES / f"schema-{schema}-{kind}.backup").exists()


def test_a_migration_that_fails_leaves_the_earlier_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    restore_backup(FIXTURES / f"schema-{REVISIONS[0]}-plain.backup", tmp_path / "vault")

    def fail(connection: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("assessments.storage.search.rebuild", fail)
        with pytest.raises(KeyboardInterrupt):
            open_vault(tmp_path / "vault")
    with open_vault(tmp_path / "vault") as vault:
        assert len(vault.search("river")) == 1
        vault.save(entry("x"))


def test_alembic_is_not_imported_when_there_is_nothing_to_migrate(folder: Path) -> None:
    create_vault(folder)[0].close()
    program = (
        "import sys; from pathlib import Path; from assessments.storage import open_vault\n"
        "with open_vault(Path(sys.argv[1])) as vault: vault.entries()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert REVISIONS[-1] == NEWEST_REVISION
