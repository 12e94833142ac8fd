"""The first page waits for no more than it shows: no store at a locked door, no whole journal on Today."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessments.catalogue import load
from assessments.records import Entry, Response
from assessments.storage import create_vault, newest, records_read
from dashboard.services import later_imports
from dashboard.wording.practices import CHOOSE_PRACTICE

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "dashboard" / "app.py"
NOW = datetime.now(UTC).replace(microsecond=0)
WEEKS, WALKS, THOUGHTS = 30, 50, 3
HEAVY = ("sqlalchemy", "sqlcipher3", "argon2", "numpy", "PIL", "pandas", "assessments.catalogue")
DOOR = f"""
import sys
from streamlit.testing.v1 import AppTest
from dashboard.services import later_imports

later_imports.LATER = ()
later_imports._import_first()
app = AppTest.from_file({str(APP)!r}, default_timeout=100).run()
assert app.title and not app.exception
print([name for name in {HEAVY!r} if name in sys.modules])
"""


@pytest.mark.parametrize("state", ["none", "locked"])
def test_a_door_imports_neither_the_store_nor_what_draws_pictures(tmp_path: Path, state: str) -> None:
    if state == "locked":
        create_vault(tmp_path / "home", "nine quiet lamps along the quay")[0].close()
    environ = {**os.environ, "FOOTBRIDGE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", DOOR], cwd=ROOT, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def signs_of(weeks_ago: int) -> Response:
    signs = load().questionnaires["emotional-safety"]
    answers = {item.id: (weeks_ago + number) % 5 for number, item in enumerate(signs.items)}
    at = NOW - timedelta(weeks=weeks_ago)
    return Response(questionnaire=signs.id, version=signs.version, happened_at=at, answers=answers)


def entry_of(form: str, days_ago: int, **fields: str) -> Entry:
    return Entry(form=form, version=1, happened_at=NOW - timedelta(days=days_ago), fields=dict(fields))


@pytest.fixture
def today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[AppTest, Counter[str]]:
    """Today of a journal of free writing with three thoughts that wait in it, before the later imports are done."""
    made, _ = create_vault(tmp_path / "home")
    with made as vault:
        vault.save_many([signs_of(week) for week in range(1, WEEKS + 1)])
        vault.save_many([entry_of("free", day, text="A long walk.") for day in range(2, WALKS + 2)])
        thoughts = [{"thought": f"thought {n}", "fairer-thought": f"a fairer one {n}"} for n in range(THOUGHTS)]
        vault.save_many([entry_of("thought", 60 + day, **fields) for day, fields in enumerate(thoughts)])
        vault.save(entry_of("thought", 70, **{"thought": "one that is done", "evidence-or-fear": "both"}))
    monkeypatch.setenv("FOOTBRIDGE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(later_imports, "are_done", lambda: False)
    counted: Counter[str] = Counter()
    for place in (newest, records_read):
        true = place.read_row

        def counting(row: Any, database: Path, true: Any = true) -> Any:
            counted[row.kind] += 1
            return true(row, database)

        monkeypatch.setattr(place, "read_row", counting)
    return AppTest.from_file(str(APP), default_timeout=60), counted


def test_today_reads_the_newest_records_and_the_entries_that_wait(today: tuple[AppTest, Counter[str]]) -> None:
    app, read = today
    app.run()
    assert [title.value for title in app.title] == ["Today"]
    assert not app.exception
    assert read == {"response": 1, "entry": 1 + THOUGHTS}
    said = said_by(app)
    assert f"{WEEKS} check-ins" in said
    assert f"{WALKS + THOUGHTS + 1} entries" in said


def said_by(app: AppTest) -> str:
    return " ".join([*(each.value for each in app.caption), *(str(each.proto.body) for each in app.get("html"))])


def test_today_draws_what_is_folded_away_once_it_is_opened(today: tuple[AppTest, Counter[str]]) -> None:
    app, _ = today
    assert "a fairer one" not in said_by(app.run())
    assert not app.selectbox
    app.session_state["words-that-helped"] = app.session_state["something-small"] = True
    said = said_by(app.run())
    assert all(f"a fairer one {n}" in said for n in range(THOUGHTS))
    assert [each.label for each in app.selectbox] == [CHOOSE_PRACTICE()]


def test_the_journal_then_reads_all_of_them_once(today: tuple[AppTest, Counter[str]]) -> None:
    app, read = today
    app.run()
    read.clear()
    app.switch_page("screens/journal.py").run()
    assert not app.exception
    assert read["entry"] == WALKS + THOUGHTS + 1
    app.run()
    assert read["entry"] == WALKS + THOUGHTS + 1
