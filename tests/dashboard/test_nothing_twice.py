"""Unchanged data is read, scored, judged and drawn once; after a change, what did not change is not read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessments.catalogue import load
from assessments.records import Entry, Response
from assessments.storage import create_vault, open_vault, record_rows, records_read
from dashboard.services import change, figures, judging, later_imports, scores
from dashboard.wording import progress as words

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
WEEKS = 30
NOW = datetime.now(UTC).replace(microsecond=0)
DRAWN = {"score_picture": 1, "strip_picture": 1, "calendar_grid": 1, "standings": 1, "noise_band": 1}


def check_in(weeks_ago: int) -> Response:
    """A check-in on the ten signs so many weeks ago."""
    signs = load().questionnaires["emotional-safety"]
    answers = {item.id: (weeks_ago + number) % 5 for number, item in enumerate(signs.items)}
    return Response(
        questionnaire=signs.id, version=signs.version, happened_at=NOW - timedelta(weeks=weeks_ago), answers=answers
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    made, _ = create_vault(folder)
    with made as vault:
        vault.save_many([check_in(week) for week in range(1, WEEKS + 1)])
        vault.save(Entry(form="free", version=1, happened_at=NOW - timedelta(days=3), fields={"text": "A long walk."}))
    monkeypatch.setenv("FOOTBRIDGE_HOME", str(folder))
    return folder


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often each thing that costs was asked for, by its name."""
    counted: Counter[str] = Counter()

    def count(place: object, name: str) -> None:
        true: Callable[..., Any] = getattr(place, name)

        def counting(*args: object, **named: object) -> object:
            counted[name] += 1
            return true(*args, **named)

        monkeypatch.setattr(place, name, counting)

    for name in ("score_picture", "strip_picture", "calendar_grid", "noise_band"):
        count(figures, name)
    count(change, "standings")
    count(judging, "judged")
    count(scores, "score")
    count(record_rows, "read_row")
    count(records_read, "read_row")
    yield counted


def progress() -> AppTest:
    """The app with the vault open and Progress chosen."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    app.switch_page("screens/progress.py")
    return app


def view(app: AppTest) -> None:
    """Draw the page once more, and see that it is whole."""
    app.run()
    assert [title.value for title in app.title] == ["Progress"]
    assert not app.exception
    assert not app.error


def test_a_second_view_of_unchanged_data_works_nothing_out(home: Path, calls: Counter[str]) -> None:
    app = progress()
    view(app)
    assert {name: calls[name] for name in DRAWN} == DRAWN
    assert calls["score"] == WEEKS
    assert calls["read_row"] == WEEKS + 1
    calls.clear()
    view(app)
    assert not calls


def test_after_a_new_check_in_only_that_one_is_read_and_scored(home: Path, calls: Counter[str]) -> None:
    app = progress()
    view(app)
    calls.clear()
    with open_vault(home) as elsewhere:
        elsewhere.save(check_in(0))
    view(app)
    assert calls["read_row"] == 1
    assert calls["score"] == 1
    assert {name: calls[name] for name in DRAWN} == DRAWN


def test_today_and_progress_judge_a_scale_once_between_them(home: Path, calls: Counter[str]) -> None:
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.run()
    later_imports.begin()._done.wait(60)
    app.run()
    app.session_state[change.JOB]._thread.join(60)
    assert calls["judged"] == 1
    app.switch_page("screens/progress.py")
    view(app)
    assert calls["judged"] == 1


def test_a_change_of_the_journal_leaves_the_figures_as_they_are(home: Path, calls: Counter[str]) -> None:
    app = progress()
    view(app)
    calls.clear()
    with open_vault(home) as elsewhere:
        elsewhere.save(Entry(form="free", version=1, happened_at=NOW, fields={"text": "Rain again."}))
    view(app)
    assert calls == {"read_row": 1, "calendar_grid": 1}


def test_what_another_window_took_away_is_gone_at_the_next_view(home: Path) -> None:
    app = progress()
    view(app)
    with open_vault(home) as elsewhere:
        for response in elsewhere.responses():
            elsewhere.remove(response.id)
    app.run()
    assert words.EMPTY() in [text.value for text in app.markdown]
    assert not app.selectbox


def test_what_was_corrected_elsewhere_is_read_again(home: Path) -> None:
    with open_vault(home) as vault, open_vault(home) as elsewhere:
        before = vault.responses()
        changed = replace(before[-1], note="In fact it was a Tuesday.")
        elsewhere.revise(changed)
        after = vault.responses()
        assert [one.note for one in after if one.note] == [changed.note]
        assert all(old is new for old, new in zip(before[:-1], after[:-1], strict=True))
        elsewhere.remove(changed.id)
        assert changed.id not in {one.id for one in vault.responses()}
        elsewhere.restore(changed.id)
        assert vault.responses()[-1].note == changed.note
