"""A fault in a form, the programme or the help lines leaves the sound rest standing."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessments.catalogue import (
    CONTENT_FOLDER,
    read_catalogue,
)
from tests.assessments.catalogue_cases import FORM, changed, problems_in


@pytest.mark.parametrize(
    ("before", "after", "key", "found"),
    [
        ('field = "mood"', 'field = "mod"', "parts.page.fields.why.when.field", "“mod”"),
        ("at_least = 8", 'any_of = ["sad"]', "parts.page.fields.why.when.any_of", "“sad”"),
        ('kind = "slider_10"', 'kind = "long_text"', "parts.page.fields.why.when.at_least", "8"),
        ('kind = "slider_10"', 'kind = "slider_5"', "parts.page.fields.mood.kind", "“slider_5”"),
        ('id = "why"', 'id = "mood"', "parts.page.fields.mood.id", "“mood”"),
        ('label = "Mood"', 'label = ""', "parts.page.fields.mood.label", "“”"),
        ('label = "Mood"', 'label = "Mood"\nhnt = "x"', "parts.page.fields.mood.hnt", "“hnt”"),
        ('title = "Note"', 'title = "Note"\nstep = 31', "step", "31"),
        ('title = "Note"', 'title = "Note"\nwaiting_line = "w"\nwaits_until = ["x"]', "waits_until", "“x”"),
    ],
)
def test_a_fault_in_a_form_is_told(tmp_path: Path, before: str, after: str, key: str, found: str) -> None:
    problems = problems_in(tmp_path, forms__note=changed(FORM, before, after))
    assert (key, found) in [(problem.key, problem.found) for problem in problems]
    assert {problem.file for problem in problems} == {"forms/note.toml"}
    assert read_catalogue(tmp_path)[0].forms == {}


def test_a_programme_keeps_its_sound_entries_and_tells_the_faulty_ones(tmp_path: Path) -> None:
    programme = """
[[feelings]]
id = "calm"
label = "calm"
[[feelings]]
id = "calm"
label = "again"
[[practices]]
id = "walk"
title = "Walk"
how = ["One line only."]
steps = [1]
[[steps]]
id = "one"
number = 1
title = "One"
why = "Because."
recap = "Done."
practices = ["walk", "fly"]
forms = ["nothing"]
table = [["a", "b"], ["c"]]
[[steps]]
id = "two"
number = 2
title = "Two"
why = "Because."
recap = "Done."
forms = ["nothing"]
"""
    (tmp_path / "programme.toml").write_text(programme, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path)
    assert list(catalogue.feelings) == ["calm"]
    assert list(catalogue.steps) == ["two"]
    assert [problem.key for problem in problems] == [
        "steps.one.table",
        "practices.walk.how",
        "feelings.calm.id",
        "steps.two.forms",
    ]


def test_a_wrong_help_line_leaves_all_of_them_out(tmp_path: Path) -> None:
    source = (CONTENT_FOLDER / "help_lines.toml").read_text(encoding="utf-8")
    text = changed(source, 'call = "988", write = "Text 988", web = "988lifeline.org"', 'cal = "988"')
    (tmp_path / "help_lines.toml").write_text(text, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path)
    assert catalogue.help_lines is None
    assert [problem.key for problem in problems] == [
        "regions.united-states.lines.us-988.call",
        "regions.united-states.lines.us-988.cal",
    ]
