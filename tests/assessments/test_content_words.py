"""Every sentence of the built-in content keeps the rules for words: plain, kind, and never a label."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessments.catalogue import CONTENT_FOLDER, load

NEVER = (
    r"sabotag\w*|cling\w*|controlling|isolat\w*|fail\w*|broken|disorder\w*|patholog\w*|neuro\w*|narciss\w*|"
    r"borderline|avoidant|attachment style|toxic|trauma\w*|ptsd|depress\w*|phobi\w*|symptom\w*|patient who|suicid\w*|"
    r"self-harm|amazing|awesome|great job|well done|streak\w*|overdue|!"
)
PARTNERED = r"\b(husband|wife|boyfriend|girlfriend|spouse|my partner|my friend|my friends|he|she|him|her)\b"
NOT_SHOWN = {"care_phrases.toml"}
FILES = sorted(
    path.relative_to(CONTENT_FOLDER).as_posix() for path in CONTENT_FOLDER.rglob("*.toml") if path.name not in NOT_SHOWN
)
NOT_READ_ON_SCREEN = {"id", "kind", "source", "practice", "field", "any_of", "topics", "items", "questionnaires"}
NOT_READ_ON_SCREEN |= {"forms", "practices", "reflections", "waits_until", "language", "easier_when", "hides"}


def sentences_of(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key not in NOT_READ_ON_SCREEN:
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from sentences_of(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from sentences_of(each, key if not isinstance(each, dict) else "")


def read_aloud(file: str) -> list[str]:
    values = tomllib.loads(Path(CONTENT_FOLDER / file).read_text(encoding="utf-8"))
    return list(sentences_of(values))


def syllables_of(word: str) -> int:
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = len(word) > 3 and word.endswith("e") and not word.endswith(("le", "ee"))
    return max(1, groups - (1 if silent else 0))


def reading_grade_of(text: str) -> float:
    """The Flesch–Kincaid grade (Kincaid et al. 1975): 0.39 words/sentence + 11.8 syllables/word − 15.59."""
    sentences = max(1, len(re.findall(r"[.?:;]+(?:\s|$)", text)))
    words = re.findall(r"[A-Za-z’'-]+", text)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables_of, words)) / len(words) - 15.59


def test_the_walk_over_the_files_meets_every_kind_of_sentence() -> None:
    read = "\n".join(text for file in FILES for text in read_aloud(file))
    catalogue = load()
    assert catalogue.questionnaires["pulse"].items[0].text in read
    assert catalogue.forms["thought"].field("fairer-thought").label in read
    assert catalogue.practices["patience"].how[1] in read
    assert catalogue.steps["self-compassion"].table[3][1] in read


@pytest.mark.parametrize("file", [file for file in FILES if file != "help_lines.toml"])
def test_words_that_label_or_push_are_never_used(file: str) -> None:
    found = [text for text in read_aloud(file) if re.search(rf"(?<!\w)(?:{NEVER})", text, re.IGNORECASE)]
    assert found == []


@pytest.mark.parametrize("file", FILES)
def test_no_exclamation_marks_emoji_or_straight_apostrophes(file: str) -> None:
    for text in read_aloud(file):
        assert not re.search("[!\U0001f300-\U0001faff☀-➿]", text), text
        assert not re.search(r"\w'\w", text), text


def test_items_are_short_first_person_and_ask_one_thing() -> None:
    for questionnaire in load().newest_questionnaires():
        for item in questionnaire.items:
            assert re.search(r"\b(I|my|me|My)\b", item.text), item.text
            assert not re.search(PARTNERED, item.text, re.IGNORECASE), item.text
            assert item.text.endswith(".") and item.text.count(".") == 1, item.text
            assert len(item.text.split()) <= 16, item.text
            assert not re.search(r"\b(never|always|rarely|often|sometimes|not only)\b", item.text), item.text


def test_items_read_at_the_level_of_a_13_year_old() -> None:
    for questionnaire in load().newest_questionnaires():
        grades = {item.text: reading_grade_of(item.text) for item in questionnaire.items}
        hardest = {text: grade for text, grade in grades.items() if grade > 8}
        assert hardest == {}
        assert sum(grades.values()) / len(grades) <= 6


def test_longer_texts_stay_plain() -> None:
    catalogue = load()
    texts = [step.why for step in catalogue.steps.values()]
    texts += [line for practice in catalogue.practices.values() for line in practice.how]
    assert {text: grade for text in texts if (grade := reading_grade_of(text)) > 8.5} == {}
