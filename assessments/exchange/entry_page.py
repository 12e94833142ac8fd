"""One entry by itself, as plain text or as a page that loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from assessments.exchange.markdown_writing import field_words
from assessments.form import Form
from assessments.language import listing, moment, say
from assessments.records import Entry

_STYLE = (
    "body{font:12pt/1.5 serif;max-width:40em;margin:2em auto;padding:0 1em}h2{font-size:1em}p{white-space:pre-wrap}"
)


def entry_text(entry: Entry, form: Form | None = None) -> str:
    """The entry as plain text, its fields under their labels where the form is given."""
    parts = [entry.title, moment(entry.happened_at), *_about(entry)]
    for label, words in _fields(entry, form):
        parts.append(f"{label}\n{words}" if label else words)
    return "\n\n".join(filter(None, parts)) + "\n"


def entry_html(entry: Entry, form: Form | None = None) -> str:
    """The entry as an HTML page for printing; what a person wrote is text, never markup, and nothing is fetched."""
    title = entry.title or moment(entry.happened_at)
    lines = [
        "<!doctype html>",
        '<html><head><meta charset="utf-8">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f'<title>{escape(title)}</title><style>{_STYLE}</style></head><body dir="auto">',
        f"<h1>{escape(title)}</h1>",
    ]
    about = [moment(entry.happened_at)] if entry.title else []
    lines += [f"<p>{escape(words)}</p>" for words in (*about, *_about(entry))]
    for label, words in _fields(entry, form):
        lines += [f"<h2>{escape(label)}</h2>"] if label else []
        lines.append(f'<p dir="auto">{escape(words)}</p>')
    return "\n".join([*lines, "</body></html>", ""])


def _about(entry: Entry) -> Iterator[str]:
    if entry.mood is not None:
        yield say("Mood: {mood} of 5", mood=entry.mood)
    if entry.feelings:
        yield say("Feelings: {feelings}", feelings=listing(f"{name} {share}" for name, share in entry.feelings.items()))
    if entry.tags:
        yield say("Tags: {tags}", tags=listing(entry.tags))


def _fields(entry: Entry, form: Form | None) -> Iterator[tuple[str, str]]:
    labels = {field.id: field.label for field in form.fields} if form else {}
    for name, value in entry.fields.items():
        if words := field_words(value):
            yield ("" if entry.form == "free" and name == "text" else labels.get(name, name)), words
