"""The road, its library of practices and its lists are whole and hang together."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.catalogue import load

STEP_QUESTIONNAIRES = {
    1: ("roots",),
    2: ("patterns",),
    3: ("emotional-safety",),
    4: ("self-compassion",),
    5: ("vulnerability",),
    6: ("trust-building",),
    7: ("codependence", "balance"),
    8: ("romantic-trust",),
}
STEP_FORMS = {
    1: ("experience",),
    2: ("thought",),
    3: (),
    4: ("self-empathy",),
    5: ("people", "brave-step"),
    6: ("bridge",),
    7: ("needs",),
    8: ("ritual",),
}
STEP_PRACTICES = {
    1: "",
    2: "",
    3: "self-awareness self-kindness boundaries resilience kinder-self-talk trust-instincts small-openness",
    4: "remember-shared-struggle",
    5: "self-awareness choose-person small-openness listen-with-empathy boundaries look-back",
    6: "keep-one-promise",
    7: "own-interests honest-talk boundaries flexibility",
    8: "connection-ritual small-openness patience",
}


@pytest.mark.parametrize("number", range(1, 9))
def test_each_step_holds_what_the_brief_gives_it(number: int) -> None:
    step = load().step(number)
    assert step.questionnaires == STEP_QUESTIONNAIRES[number]
    assert step.forms == STEP_FORMS[number]
    assert step.practices == tuple(STEP_PRACTICES[number].split())
    assert step.reflections
    assert 40 <= len(step.why.split()) < 120
    assert len(step.recap.split()) <= 30


def test_a_practice_names_the_steps_that_name_it() -> None:
    catalogue = load()
    assert len(catalogue.practices) == 17
    for practice in catalogue.practices.values():
        named_by = tuple(step.number for step in catalogue.steps.values() if practice.id in step.practices)
        assert practice.steps == named_by
        assert len(practice.how) == 2


def test_a_reflection_stands_on_the_step_it_names() -> None:
    catalogue = load()
    on_steps = {name: step.number for step in catalogue.steps.values() for name in step.reflections}
    assert on_steps == {each.id: each.step for each in catalogue.reflections.values()}
    assert all(each.text.endswith("?") for each in catalogue.reflections.values())


def test_the_lists_have_what_the_forms_need() -> None:
    catalogue = load()
    assert len(catalogue.thinking_traps) == 10
    assert len(catalogue.looking_back_traps) == 8
    assert all(trap.way_out for trap in catalogue.looking_back_traps.values())
    assert 38 <= len(catalogue.feelings) <= 48
    assert {"calm", "grateful", "joyful", "afraid", "lonely"} <= set(catalogue.feelings)


def test_the_table_of_step_four_sets_self_beside_others() -> None:
    table = load().step(4).table
    assert len(table) == 9
    assert {len(row) for row in table} == {3}
    assert load().step(4).table_title


def test_content_stands_in_the_order_of_the_road() -> None:
    catalogue = load()
    road = [name for number in range(1, 9) for name in STEP_QUESTIONNAIRES[number]]
    assert [each.id for each in catalogue.newest_questionnaires()] == [*road, "pulse"]
    assert [step.number for step in catalogue.steps.values()] == list(range(1, 9))


def test_help_lines_name_their_source_and_their_age() -> None:
    help_lines = load().help_lines
    assert help_lines is not None
    assert help_lines.age_days(help_lines.checked) == 0
    assert help_lines.age_days(date(help_lines.checked.year + 1, 11, 24)) == 365
    assert help_lines.age_days(date(2020, 1, 1)) == 0
    for region in help_lines.regions:
        assert region.lines[0].kind == "emergency"
        assert all(line.source and line.checked for line in region.lines)
        kinds = {line.kind for line in region.lines}
        assert kinds == {"emergency", "crisis", "domestic_abuse"} or region.note
    assert len(help_lines.ways_to_find) >= 3
    assert len(help_lines.ways_to_company) >= 3


def test_a_country_has_one_region_and_an_unknown_one_has_none() -> None:
    help_lines = load().help_lines
    assert help_lines is not None
    countries = [country for region in help_lines.regions for country in region.countries]
    assert len(countries) == len(set(countries))
    assert all(len(country) == 2 and country.isupper() for country in countries)
    found = help_lines.region_of("at")
    assert found is not None and found.id == "austria"
    assert help_lines.region_of("AQ") is None
    assert help_lines.region("france").title == "France"
    with pytest.raises(KeyError):
        help_lines.region("atlantis")


@pytest.mark.parametrize(
    ("region", "number"),
    [
        ("united-states", "988"),
        ("united-states", "1-800-799-7233"),
        ("united-kingdom", "116 123"),
        ("united-kingdom", "0808 2000 247"),
        ("australia", "13 11 14"),
        ("australia", "1800 737 732"),
        ("germany", "0800 111 0 111 or 0800 111 0 222"),
        ("france", "3114"),
        ("france", "3919"),
    ],
)
def test_long_established_numbers_are_written_exactly(region: str, number: str) -> None:
    help_lines = load().help_lines
    assert help_lines is not None
    assert number in {line.call for line in help_lines.region(region).lines}
