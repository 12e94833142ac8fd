"""Small sound content files to spoil, and the ways to spoil them."""

from __future__ import annotations

from pathlib import Path

from assessments.catalogue import Problem, read_catalogue

GOOD = """
id = "mine"
version = 1
title = "Mine"
lead = "In the past week, how often was this true?"
recall_days = 7

[[options]]
value = 1
label = "no"
[[options]]
value = 5
label = "yes"

[[items]]
id = "first"
text = "I slept well."
[[items]]
id = "second"
text = "I ate well."
reverse = true
[[items]]
id = "third"
text = "I walked."
"""
SUBSCALE = '\n[[subscales]]\nid = "part"\ntitle = "Part"\nitems = ["first", "second", "third"]\n'
FORM = """
id = "note"
version = 1
title = "Note"
[[parts]]
id = "page"
[[parts.fields]]
id = "mood"
label = "Mood"
kind = "slider_10"
[[parts.fields]]
id = "why"
label = "Why?"
kind = "long_text"
when = { field = "mood", at_least = 8 }
"""


def problems_in(folder: Path, **files: str) -> tuple[Problem, ...]:
    """Write these files and read them as a catalogue; what was found wrong."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_catalogue(folder)[1]


def only(problems: tuple[Problem, ...]) -> Problem:
    """The one problem that there is."""
    assert len(problems) == 1, [problem.says for problem in problems]
    return problems[0]


def changed(text: str, before: str, after: str) -> str:
    """The text with one place changed, which must be there."""
    assert before in text
    return text.replace(before, after, 1)
