"""Markdown notes in which text stays text and from which every record comes back."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt

from assessments.catalogue import load
from assessments.exchange.belongings import Belongings
from assessments.exchange.markdown_text import escaped, split_note, unescaped
from assessments.exchange.markdown_writing import note_of, write_markdown
from assessments.exchange.readers import read, recognise
from assessments.exchange.reading import Options
from assessments.exchange.record_json import record_object
from assessments.records import Entry
from tests.exchange.strategies import HOSTILE, histories, texts

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@given(texts)
@example("\\")
@example("\\*1. \\")
def test_escaped_text_comes_back_exactly(text: str) -> None:
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_tag_a_picture_a_link_or_a_heading(text: str) -> None:
    shown = MarkdownIt("commonmark").render(escaped(text))
    assert set(re.findall(r"<(/?\w+)", shown)) <= {"p", "/p", "pre", "/pre", "code", "/code", "br"}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_every_record_comes_back_from_its_note(history: Belongings) -> None:
    target = io.BytesIO()
    write_markdown(history, target, load())
    found = read(target.getvalue(), Options(import_id="new"), format_name="markdown")
    assert found.doubtful == ()
    written = {record.id: record_object(record) | {"import_id": "new"} for record in history.records()}
    assert {record.id: record_object(record) for record in found.records} == written


def test_what_a_person_changes_in_a_note_of_theirs_is_read() -> None:
    entry = Entry(happened_at=WHEN, form="free", version=1, fields={"text": "a *star*"}, title="Later: yes")
    note = note_of(entry, Belongings()).decode()
    assert "a \\*star\\*" in note
    front, _ = split_note(note)
    assert front["title"] == "Later: yes"
    (changed,) = read(note.replace("star", "moon").encode(), name="x.md").records
    assert isinstance(changed, Entry)
    assert (changed.fields["text"], changed.id) == ("a *moon*", entry.id)


def test_a_guided_entry_shows_its_labels(tmp_path: Path) -> None:
    form = next(each for each in load().newest_forms() if each.id != "free")
    field = next(each for each in form.fields if each.kind == "long_text")
    entry = Entry(happened_at=WHEN, form=form.id, version=form.version, fields={field.id: "<b>mine</b>"})
    write_markdown(Belongings(entries=(entry,)), tmp_path, load())
    (note,) = tmp_path.rglob("2026-01-02*.md")
    assert f"## {escaped(field.label)}" in note.read_text("utf-8")
    assert "\\<b\\>mine" in note.read_text("utf-8")
    assert recognise(tmp_path) == "markdown"


def test_a_title_cannot_choose_where_its_note_stands(tmp_path: Path) -> None:
    entries = tuple(Entry(happened_at=WHEN, form="free", version=1, fields={}, title=title) for title in HOSTILE)
    write_markdown(Belongings(entries=entries), tmp_path)
    notes = list((tmp_path / "journal" / "2026").glob("*.md"))
    assert len(notes) == len(entries)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "journal"]
