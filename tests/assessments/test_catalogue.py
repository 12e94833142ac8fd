"""The catalogue reads all it can and tells every fault in one pass."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from assessments.catalogue import (
    CONTENT_FOLDER,
    ContentError,
    Problem,
    load,
    read_catalogue,
    read_questionnaire_text,
    write_questionnaire_text,
)

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
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_catalogue(folder)[1]


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [problem.says for problem in problems]
    return problems[0]


def changed(text: str, before: str, after: str) -> str:
    assert before in text
    return text.replace(before, after, 1)


def test_the_built_in_content_has_no_fault_and_is_read_once() -> None:
    assert read_catalogue()[1] == ()
    assert read_catalogue(CONTENT_FOLDER)[0] == load()
    assert load() is load()


def test_a_new_questionnaire_is_one_file_and_no_python(tmp_path: Path) -> None:
    shutil.copytree(CONTENT_FOLDER, tmp_path / "content")
    (tmp_path / "content" / "questionnaires" / "mine.toml").write_text(GOOD, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path / "content")
    assert problems == ()
    mine = catalogue.questionnaires["mine"]
    assert (mine.has_total, mine.rhythm_days, mine.lowest_value, mine.highest_value) == (True, 7, 1, 5)
    assert mine in catalogue.newest_questionnaires()


def test_options_are_the_usual_five_words_where_none_are_written() -> None:
    start, end = GOOD.index("[[options]]"), GOOD.index("[[items]]")
    text = GOOD[:start] + GOOD[end:].replace("reverse = true", "")
    questionnaire, problems = read_questionnaire_text(text, "mine.toml")
    assert problems == () and questionnaire is not None
    assert [option.value for option in questionnaire.options] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("before", "after", "key", "found", "allowed"),
    [
        ('id = "second"', 'id = "first"', "items.first.id", "“first”", "already"),
        ('text = "I ate well."', 'text = "  "', "items.second.text", "“  ”", "not empty"),
        ('text = "I ate well."', "", "items.second.text", "nothing", "quotation marks"),
        ('text = "I ate well."', "text = 7", "items.second.text", "7", "quotation marks"),
        ("reverse = true", "revers = true", "items.second.revers", "“revers”", "reverse"),
        ("reverse = true", 'reverse = "yes"', "items.second.reverse", "“yes”", "true or false"),
        ("reverse = true", 'practice = "juggling"', "items.second.practice", "“juggling”", "patience"),
        ("reverse = true", "step = 12", "items.second.step", "12", "1, 2, 3"),
        ("reverse = true", 'only_in_situations = ["x"]', "items.second.only_in_situations", "“x”", "situation"),
        ("version = 1", "version = 0", "version", "0", "whole number from 1"),
        ("version = 1", "version = true", "version", "true", "whole number"),
        ("version = 1", "version = 1.5", "version", "1.5", "whole number"),
        ("value = 5", "value = 1", "options[2].value", "1", "already"),
        ("value = 5", 'value = "5"', "options[2].value", "“5”", "whole number"),
        ('id = "mine"', 'id = "Mine!"', "id", "“Mine!”", "small letters"),
        ('id = "third"', 'id = "total"', "items.total.id", "“total”", "Another id"),
        ("recall_days = 7", "recall_days = -7", "recall_days", "-7", "from 1 to 366"),
        ("recall_days = 7", 'recall_days = 7\nlanguage = "klingon"', "language", "“klingon”", "code of a language"),
        ("recall_days = 7", "recall_days = 7\nhas_total = false", "has_total", "false", "has a total"),
        ("recall_days = 7", 'recall_days = 7\neasier_when = "up"', "easier_when", "“up”", "lower, higher"),
    ],
)
def test_one_fault_is_told_with_its_key_and_what_is_allowed(
    tmp_path: Path, before: str, after: str, key: str, found: str, allowed: str
) -> None:
    text = changed(GOOD, before, after)
    problem = only(problems_in(tmp_path, mine=text))
    assert (problem.file, problem.key, problem.found) == ("mine.toml", key, found)
    assert allowed in problem.allowed
    assert problem.file in problem.says and key in problem.says
    assert read_catalogue(tmp_path)[0].questionnaires == {}


def test_a_reversed_item_without_a_range_is_told(tmp_path: Path) -> None:
    start, end = GOOD.index("[[options]]"), GOOD.index("[[items]]")
    problem = only(problems_in(tmp_path, mine=GOOD[:start] + GOOD[end:]))
    assert problem.key == "items.second.reverse"
    assert "range" in problem.allowed


def test_a_range_of_one_option_is_no_range(tmp_path: Path) -> None:
    one_option = changed(GOOD, '[[options]]\nvalue = 5\nlabel = "yes"\n', "")
    assert only(problems_in(tmp_path, mine=one_option)).key == "options"


def test_unknown_items_in_a_subscale_are_told_each(tmp_path: Path) -> None:
    text = GOOD + changed(SUBSCALE, '"third"', '"third", "fourth", "fifth"')
    problems = problems_in(tmp_path, mine=text)
    assert [(problem.key, problem.found) for problem in problems] == [
        ("subscales.part.items", "“fourth”"),
        ("subscales.part.items", "“fifth”"),
    ]


def test_a_subscale_too_short_to_be_scored_is_told(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path, mine=GOOD + changed(SUBSCALE, ', "third"', "")))
    assert (problem.key, problem.found) == ("subscales.part.items", "2")


def test_subscales_and_a_total_do_not_go_together(tmp_path: Path) -> None:
    text = changed(GOOD, "recall_days = 7", "recall_days = 7\nhas_total = true") + SUBSCALE
    assert only(problems_in(tmp_path, mine=text)).key == "has_total"


def test_bands_must_cover_the_range_without_a_gap(tmp_path: Path) -> None:
    bands = (
        '\n[[bands]]\nid = "low"\nlabel = "low"\nfrom_share = 0\nto_share = "1/3"\n'
        '[[bands]]\nid = "high"\nlabel = "high"\nfrom_share = "1/2"\nto_share = 1\n'
    )
    assert only(problems_in(tmp_path, mine=GOOD + bands)).key == "bands.high.from_share"


def test_item_ids_are_unique_across_questionnaires_but_shared_by_versions(tmp_path: Path) -> None:
    other = changed(changed(GOOD, '"mine"', '"other"'), '"second"', '"fresh"')
    later = changed(GOOD, "version = 1", "version = 2")
    problems = problems_in(tmp_path, **{"mine": GOOD, "mine-2": later, "other": changed(other, '"third"', '"last"')})
    problem = only(problems)
    assert (problem.file, problem.key, problem.found) == ("other.toml", "items.first.id", "“first”")
    assert "mine.toml" in problem.allowed


def test_earlier_versions_are_found_by_id_and_version(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(GOOD, encoding="utf-8")
    for version in range(2, 12):
        text = changed(GOOD, "version = 1", f"version = {version}")
        (tmp_path / f"mine-{version}.toml").write_text(text, encoding="utf-8")
    catalogue, problems = read_catalogue(tmp_path)
    assert problems == ()
    questionnaires = catalogue.questionnaires
    assert questionnaires["mine"].version == 11
    assert [questionnaires["mine", version].version for version in range(1, 12)] == list(range(1, 12))
    assert len(questionnaires) == 11 and len(catalogue.newest_questionnaires()) == 1
    assert ("mine", 11) in questionnaires and ("mine", 12) not in questionnaires
    assert questionnaires.get(("mine", 12)) is None
    with pytest.raises(KeyError):
        questionnaires["yours"]


@pytest.mark.parametrize("versions", [(2, 1), (2, 2)])
def test_a_version_that_goes_back_or_repeats_is_told(tmp_path: Path, versions: tuple[int, int]) -> None:
    first, second = (changed(GOOD, "version = 1", f"version = {version}") for version in versions)
    problem = only(problems_in(tmp_path, **{"mine": first, "mine-later": second}))
    assert (problem.file, problem.key, problem.found) == ("mine-later.toml", "version", str(versions[1]))
    assert "above 2" in problem.allowed and "mine.toml" in problem.allowed


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path, mine=changed(GOOD, "recall_days = 7", "recall_days = ")))
    assert problem.line == GOOD[: GOOD.index("recall_days")].count("\n") + 1
    assert "TOML" in problem.found


def test_broken_toml_at_the_end_is_told_with_the_last_line(tmp_path: Path) -> None:
    assert only(problems_in(tmp_path, mine='id = "mine"\ntitle = "Mine')).line == 2


def test_a_fault_is_told_with_the_line_it_stands_on(tmp_path: Path) -> None:
    problem = only(problems_in(tmp_path, mine=changed(GOOD, '"I walked."', '""')))
    assert problem.line == GOOD[: GOOD.index('"I walked."')].count("\n") + 1


def test_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(changed(GOOD, "Mine", "Für mich").encode("latin-1"))
    (tmp_path / "utf16.toml").write_text(GOOD, encoding="utf-16")
    problems = read_catalogue(tmp_path)[1]
    assert [problem.file for problem in problems] == ["mine.toml", "utf16.toml"]
    assert all("UTF-8" in problem.allowed for problem in problems)
    assert problems[0].line == 4


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(GOOD.replace("\n", "\r\n").encode("utf-8-sig"))
    catalogue, problems = read_catalogue(tmp_path)
    assert problems == () and "mine" in catalogue.questionnaires


def test_a_missing_folder_and_a_folder_called_toml_are_told(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").mkdir()
    problems = read_catalogue(tmp_path / "nowhere", tmp_path)[1]
    assert len(problems) == 2
    assert problems[0].file.endswith("nowhere")
    assert problems[1].file == "odd.toml"


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


def test_many_faults_in_many_files_are_told_at_once_and_the_rest_is_read(tmp_path: Path) -> None:
    faulty = changed(
        changed(changed(GOOD, "I slept well.", ""), "recall_days = 7", "recall_days = 0"), '"mine"', '"A B"'
    )
    problems = problems_in(
        tmp_path,
        fine=GOOD,
        faulty=faulty,
        broken="= = =",
        forms__note=changed(FORM, 'field = "mood"', 'field = "x"'),
        forms__fine=changed(FORM, '"note"', '"fine"'),
    )
    told = {(problem.file, problem.key) for problem in problems}
    assert {
        ("broken.toml", ""),
        ("faulty.toml", "id"),
        ("faulty.toml", "recall_days"),
        ("faulty.toml", "items.first.text"),
        ("forms/note.toml", "parts.page.fields.why.when.field"),
    } <= told
    catalogue, _ = read_catalogue(tmp_path)
    assert list(catalogue.questionnaires) == ["mine"]
    assert list(catalogue.forms) == ["fine"]


def test_faults_in_the_built_in_content_raise_with_every_problem() -> None:
    problems = (Problem("a.toml", "id", "“X”", "An id."), Problem("b.toml", "", "noise", "TOML.", 3))
    error = ContentError(problems)
    assert error.problems == problems
    assert "a.toml, id" in str(error) and "b.toml, line 3" in str(error)


def test_a_persons_own_questionnaire_is_marked_and_never_replaces_a_built_in_one() -> None:
    own, problems = read_questionnaire_text(GOOD, "mine.toml", load())
    assert problems == () and own is not None and not own.built_in
    newer = replace(own, version=2)
    impostor = replace(own, id="pulse", version=9)
    catalogue = load().with_questionnaires(own, newer, impostor)
    assert catalogue.questionnaires["mine"] == newer
    assert catalogue.questionnaires["mine", 1] == own
    assert catalogue.questionnaires["pulse"].built_in
    assert "mine" not in load().questionnaires


def test_an_own_questionnaire_is_checked_against_the_catalogue_it_joins() -> None:
    text = changed(changed(GOOD, '"first"', '"anxiety"'), 'id = "third"', 'id = "third"\npractice = "fly"')
    own, problems = read_questionnaire_text(text, "mine.toml", load())
    assert own is None
    assert [problem.key for problem in problems] == ["items.anxiety.id", "items.third.practice"]
    taken, problems = read_questionnaire_text(changed(GOOD, '"mine"', '"pulse"'), "mine.toml", load())
    assert taken is None and "id" in {problem.key for problem in problems}


def test_an_own_questionnaire_edited_needs_a_higher_version() -> None:
    own, _ = read_questionnaire_text(GOOD, "mine.toml")
    assert own is not None
    again, problems = read_questionnaire_text(GOOD, "mine.toml", load().with_questionnaires(own))
    assert again is None and [problem.key for problem in problems] == ["version"]
    later, problems = read_questionnaire_text(
        changed(GOOD, "version = 1", "version = 2"), "mine.toml", load().with_questionnaires(own)
    )
    assert problems == () and later is not None and later.version == 2


@pytest.mark.parametrize("name", sorted(name for name in load().questionnaires if isinstance(name, str)))
def test_a_written_questionnaire_reads_back_the_same(name: str) -> None:
    questionnaire = load().questionnaires[name]
    read, problems = read_questionnaire_text(write_questionnaire_text(questionnaire), "again.toml")
    assert problems == ()
    assert read == replace(questionnaire, built_in=False)
