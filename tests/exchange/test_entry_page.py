"""One entry by itself: all of it, as text, and never as markup."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from assessments.catalogue import load
from assessments.exchange.entry_page import entry_html, entry_text
from assessments.records import Entry
from tests.exchange.strategies import HOSTILE

WHEN = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_words_add_a_tag_to_the_page(hostile: str) -> None:
    def page(words: str) -> Tags:
        entry = Entry(
            happened_at=WHEN,
            form="free",
            version=1,
            fields={"text": words, "place": words},
            title=words,
            tags=(words,),
            feelings={words: 40},
            mood=2,
        )
        tags = Tags()
        tags.feed(entry_html(entry))
        return tags

    assert page(hostile).tags == page("plain").tags
    assert page(hostile).text.count("alert(1)") == 5 * hostile.count("alert(1)") + (hostile.count("alert(1)"))


def test_a_page_may_load_nothing() -> None:
    page = entry_html(Entry(happened_at=WHEN, form="free", version=1, fields={"text": "calm"}))
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page


def test_the_plain_text_holds_title_moment_and_labelled_fields() -> None:
    form = next(each for each in load().newest_forms() if each.id != "free")
    field = next(each for each in form.fields if each.kind == "long_text")
    entry = Entry(
        happened_at=WHEN, form=form.id, version=form.version, fields={field.id: "mine"}, title="Title", mood=4
    )
    text = entry_text(entry, form)
    assert text.startswith("Title\n\n")
    assert f"{field.label}\nmine" in text
    assert "Mood: 4 of 5" in text
