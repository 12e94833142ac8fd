"""Whatever a TOML file holds, reading it answers and never raises; whatever is written reads back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.catalogue import read_catalogue, read_questionnaire_text, write_questionnaire_text
from assessments.questionnaire import Band, Item, MissingRule, Provenance, Questionnaire, ResponseOption, Subscale

WORDS = """
id version title lead description step recall_days rhythm_days has_total easier_when options items subscales bands
situation choices hides missing_rule provenance text reverse practice topics value label from_share to_share parts
fields kind when field any_of at_least waits_until waiting_line pauses steps practices feelings how table number why
recap checked regions lines call name source odd
"""
KEYS = st.sampled_from(WORDS.split())
LEAVES: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(["", " ", "first", "pulse", "1/3", "1/0", "x\x00y", "lower", "slider_10", "9" * 50, "Ⅷ"]),
    st.text(st.characters(blacklist_categories=["Cs"]), max_size=12),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.booleans(),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.just(datetime(2026, 11, 24, 13, tzinfo=UTC)),
    st.just(time(13)),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=25,
)
FILES = st.sampled_from(["mine.toml", "programme.toml", "help_lines.toml", "forms/note.toml", "questionnaires/a.toml"])


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(FILES, st.dictionaries(KEYS, VALUES, max_size=10), min_size=1, max_size=3))
def test_any_table_is_answered_with_a_catalogue_and_problems(contents: dict[str, dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        for name, values in contents.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(tomli_w.dumps(values), encoding="utf-8")
        catalogue, problems = read_catalogue(folder)
    named = {problem.file for problem in problems}
    assert named <= set(contents)
    assert all(problem.allowed and problem.says for problem in problems)
    assert all(name in named for name in contents if name in ("mine.toml", "questionnaires/a.toml", "forms/note.toml"))
    assert catalogue.questionnaires == {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(noise: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / "noise.toml").write_bytes(noise)
        catalogue, problems = read_catalogue(folder)
    assert catalogue.questionnaires == {}
    assert problems


IDS = st.from_regex(r"\A[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4}){0,2}\Z").filter(
    lambda name: name not in {"situation", "total", "answered", "missing", "prorated", "band", "subscales"}
)
TEXTS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\"'\\"), min_size=1, max_size=30
).filter(lambda text: bool(text.strip()))


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    ids = draw(st.lists(IDS, min_size=3, max_size=8, unique=True))
    values = draw(st.lists(st.integers(-9, 9), min_size=2, max_size=6, unique=True))
    labels = draw(st.lists(TEXTS, min_size=len(values), max_size=len(values), unique=True))
    has_total = draw(st.booleans())
    subscale = Subscale(
        id=draw(IDS), title=draw(TEXTS), item_ids=tuple(ids[:3]), easier_when=draw(st.sampled_from(["lower", "higher"]))
    )
    thirds = (
        Band(id="low", label="low", from_share=0, to_share=1 / 3),
        Band(id="high", label="high", from_share=1 / 3, to_share=1),
    )
    return Questionnaire(
        id=draw(IDS),
        version=draw(st.integers(1, 99)),
        title=draw(TEXTS),
        lead=draw(TEXTS),
        description=draw(st.just("") | TEXTS),
        items=tuple(
            Item(
                id=name,
                text=draw(TEXTS),
                title=draw(st.just("") | TEXTS),
                reverse=draw(st.booleans()),
                may_not_come_up=draw(st.booleans()),
                step=draw(st.none() | st.integers(1, 8)),
                topics=tuple(draw(st.lists(IDS, max_size=2, unique=True))),
            )
            for name in ids
        ),
        options=tuple(ResponseOption(value=v, label=label) for v, label in zip(values, labels, strict=True)),
        recall_days=draw(st.integers(1, 90)),
        rhythm_days=draw(st.integers(1, 90)),
        provenance=Provenance(based_on=draw(st.just("") | TEXTS), validation="", norms="", licence=""),
        subscales=() if has_total else (subscale,),
        has_total=has_total,
        bands=thirds if has_total and draw(st.booleans()) else (),
        missing_rule=MissingRule(answers_at_least=draw(st.integers(1, 3)), skips_allowed=draw(st.integers(0, 3))),
        optional=draw(st.booleans()),
        built_in=False,
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(questionnaires())
def test_any_own_questionnaire_reads_back_exactly_as_written(questionnaire: Questionnaire) -> None:
    read, problems = read_questionnaire_text(write_questionnaire_text(questionnaire), "own.toml")
    assert problems == ()
    assert read == questionnaire
