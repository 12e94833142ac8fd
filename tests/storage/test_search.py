"""Search finds what was written, whatever was typed into the field, and gives data, never markup."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.records import Entry, Event, PracticeDone
from assessments.storage import SearchHit, Vault
from tests.storage.material import BERLIN, NOON, entry, response


def marked(hit: SearchHit) -> list[str]:
    return [piece.text for piece in hit.pieces if piece.marked]


def shown(hit: SearchHit) -> str:
    return "".join(piece.text for piece in hit.pieces)


def test_every_word_must_be_there_and_may_go_on(vault: Vault) -> None:
    first = vault.save(entry("We were walking along the river at dusk"))
    vault.save(entry("We were walking in town"))
    (hit,) = vault.search("walk RIVER")
    assert hit.id == first
    assert marked(hit) == ["walking", "river"]
    assert shown(hit).startswith("We were walking along the river at dusk")


def test_a_phrase_in_quotes_stands_together(vault: Vault) -> None:
    first = vault.save(entry("the long walk home"))
    vault.save(entry("home is a long way, I walk"))
    assert [hit.id for hit in vault.search('"long walk"')] == [first]


def test_accents_case_and_other_scripts_do_not_matter(vault: Vault) -> None:
    accented, script = vault.save(entry("Café in Zürich")), vault.save(entry("今日は日本語テキストを書いた"))
    assert [hit.id for hit in vault.search("cafe zurich")] == [accented]
    assert [hit.id for hit in vault.search("日本語")] == [script]


def test_hits_come_newest_first_and_end_at_the_limit(vault: Vault) -> None:
    ids = [vault.save(entry("rain", NOON + timedelta(days=day))) for day in range(5)]
    assert [hit.id for hit in vault.search("rain", limit=3)] == ids[:1:-1]


def test_filters_narrow_what_is_found(vault: Vault) -> None:
    late = datetime(2026, 11, 25, 0, 30, tzinfo=BERLIN)
    first = vault.save(entry("rain", NOON, tags=("home", "work"), feelings={"joy": 30}))
    second = vault.save(Entry(happened_at=late, form="thought", version=1, fields={"text": "rain"}, tags=("work",)))
    third = vault.save(response(note="rain on the way"))
    found = {
        "tags": vault.search("rain", tags=["home", "nowhere"]),
        "feelings": vault.search("", feelings=["joy"]),
        "forms": vault.search("rain", forms=["thought"]),
        "since": vault.search("rain", since=date(2026, 11, 25)),
        "until": vault.search("rain", until=date(2026, 11, 24), kinds=[Entry]),
        "instants": vault.search("rain", since=NOON, until=NOON + timedelta(hours=1)),
        "ids": vault.search("rain", ids=[second]),
        "no ids": vault.search("rain", ids=[]),
    }
    assert {name: {hit.id for hit in hits} for name, hits in found.items()} == {
        "tags": {first},
        "feelings": {first},
        "forms": {second},
        "since": {second},
        "until": {first},
        "instants": {first, third},
        "ids": {second},
        "no ids": set(),
    }


def test_titles_tags_notes_and_events_are_searched_too(vault: Vault) -> None:
    vault.save(entry("x", title="marzipan"))
    vault.save(entry("x", tags=("marzipan",)))
    vault.save(PracticeDone(happened_at=NOON, practice="p", note="marzipan"))
    vault.save(Event(happened_at=NOON, name="marzipan"))
    assert len(vault.search("marzipan")) == 4


def test_changed_and_removed_words_are_found_no_more(vault: Vault) -> None:
    record = entry("marzipan")
    vault.save(record)
    vault.revise(entry("liquorice", id=record.id))
    assert vault.search("marzipan") == []
    vault.remove(record.id)
    assert vault.search("liquorice") == []
    vault.restore(record.id)
    assert [hit.id for hit in vault.search("liquorice")] == [record.id]


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "**bold** ![x](http://x)", "a\0b \x02c\x03 d", "\ud800 x"]
)
def test_pieces_are_plain_text(vault: Vault, text: str) -> None:
    vault.save(entry(f"{text} marzipan"))
    (hit,) = vault.search("marzipan")
    assert marked(hit) == ["marzipan"]
    assert not {"\x00", "\x02", "\x03"} & set(shown(hit))
    if "<" in text:
        assert "<script>" in shown(hit)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=st.text(max_size=30) | st.text(alphabet='"*^:()-+{}ANDORNT ' + "'", max_size=20))
def test_no_question_is_an_error(vault: Vault, question: str) -> None:
    if not vault.entries():
        vault.save(entry("and near or not"))
    assert len(vault.search(question)) <= 1


def test_two_hundred_thousand_characters_are_kept_and_found(vault: Vault) -> None:
    text = "word " * 40_000 + "needle"
    record_id = vault.save(entry(text))
    found = vault.get(record_id)
    assert isinstance(found, Entry)
    assert found.fields["text"] == text
    (hit,) = vault.search("needle")
    assert marked(hit) == ["needle"]
    assert len(shown(hit)) < 1_000
