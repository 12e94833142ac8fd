"""The built-in questionnaires hold the items, order and rules that the content brief sets."""

from __future__ import annotations

import pytest

from assessments.catalogue import load
from assessments.questionnaire import Item, Questionnaire

ITEMS = {
    "roots": "old-hurt-returns expects-repeat judges-by-past held-back-by-past avoids-openness names-trigger sees-link "
    "sees-several-causes recalls-kindly",
    "patterns": "pushes-away tests-people wants-out-first withdraws reads-bad-intent all-or-nothing braces "
    "uneasy-in-company arms-length notices-thought asks-evidence answers-kindly finds-fairer",
    "emotional-safety": "self-doubt big-feelings self-criticism fear-of-openness avoids-emotion doubts-instincts "
    "seeks-reassurance numbness hard-to-get-close anxiety",
    "self-compassion": "notices-feelings sees-source allows-feelings friendly-voice questions-harshness "
    "shared-struggle forgives-self listens-closely understands-first keeps-feelings-apart limits-while-caring",
    "vulnerability": "looks-inward chooses-safe-person shares-small shares-deeper listens-with-empathy says-need "
    "says-limit looks-back fears-rejection fears-betrayal fears-judgement fears-misuse",
    "trust-building": "senses-wrong trusts-choice trusts-limits trusts-adapting trusts-self-care someone-cares "
    "speaks-honestly hears-other-side promises-kept tends-trust",
    "codependence": "needs-approval hard-to-decide-alone seeks-praise feels-let-down needs-soothing borrowed-worth "
    "self-last loses-self",
    "balance": "sense-of-self own-interests own-decisions restoring-solitude held-limits shared-feelings "
    "asked-support listened felt-heard nourishing-time",
    "romantic-trust": "fears-cheating fears-being-left jealousy checks-up old-wounds-wake pressure-of-the-one "
    "hard-to-show-self two-way-honesty small-affection small-love-risk patient-pace",
    "pulse": "then-from-now fair-reading safe-inside kind-inside lets-in trusts-someone right-mix ease-in-love",
}
SUBSCALES = {
    "roots": {"pull": 5, "sense": 4},
    "patterns": {"habits": 9, "answering": 4},
    "emotional-safety": {},
    "self-compassion": {"self": 7, "others": 4},
    "vulnerability": {"openness": 8, "fear": 4},
    "trust-building": {"self": 5, "with-others": 5},
    "codependence": {},
    "balance": {"autonomy": 5, "closeness": 5},
    "romantic-trust": {"strain": 7, "strength": 4},
    "pulse": {},
}
DID_NOT_COME_UP = {
    "roots": "names-trigger sees-link",
    "patterns": "asks-evidence answers-kindly finds-fairer",
    "self-compassion": "forgives-self listens-closely understands-first keeps-feelings-apart limits-while-caring",
    "vulnerability": "looks-inward chooses-safe-person shares-small shares-deeper listens-with-empathy says-need "
    "says-limit looks-back",
    "trust-building": "speaks-honestly hears-other-side promises-kept tends-trust",
    "codependence": "feels-let-down",
    "romantic-trust": "checks-up",
}
RECALL_AND_RHYTHM_DAYS = {
    "roots": (30, 30),
    "patterns": (14, 14),
    "emotional-safety": (7, 7),
    "self-compassion": (14, 14),
    "vulnerability": (14, 14),
    "trust-building": (14, 14),
    "codependence": (14, 14),
    "balance": (14, 14),
    "romantic-trust": (14, 14),
    "pulse": (7, 7),
}
RECALL_WORDS = {7: "past seven days", 14: "past two weeks", 30: "past month"}
PRACTICE_FOR_SIGN = {
    "self-doubt": "kinder-self-talk",
    "big-feelings": "resilience",
    "self-criticism": "kinder-self-talk",
    "fear-of-openness": "small-openness",
    "avoids-emotion": "boundaries",
    "doubts-instincts": "trust-instincts",
    "seeks-reassurance": "self-kindness",
    "numbness": "self-awareness",
    "hard-to-get-close": "small-openness",
    "anxiety": "resilience",
}
EASIER_WHEN = {
    ("roots", "pull"): "lower",
    ("roots", "sense"): "higher",
    ("patterns", "habits"): "lower",
    ("patterns", "answering"): "higher",
    ("self-compassion", "self"): "higher",
    ("self-compassion", "others"): "higher",
    ("vulnerability", "openness"): "higher",
    ("vulnerability", "fear"): "lower",
    ("trust-building", "self"): "higher",
    ("trust-building", "with-others"): "higher",
    ("balance", "autonomy"): "neither",
    ("balance", "closeness"): "neither",
    ("romantic-trust", "strain"): "lower",
    ("romantic-trust", "strength"): "higher",
}
NAMES = sorted(ITEMS)


def built_in(name: str) -> Questionnaire:
    return load().questionnaires[name]


def every_item() -> list[Item]:
    return [item for each in load().newest_questionnaires() for item in each.items]


def test_there_are_exactly_the_ten_questionnaires() -> None:
    assert {each.id for each in load().newest_questionnaires()} == set(ITEMS)


@pytest.mark.parametrize("name", NAMES)
def test_items_stand_in_the_order_of_the_brief(name: str) -> None:
    assert [item.id for item in built_in(name).items] == ITEMS[name].split()


@pytest.mark.parametrize("name", NAMES)
def test_subscales_divide_the_items_in_order(name: str) -> None:
    questionnaire = built_in(name)
    assert {each.id: len(each.item_ids) for each in questionnaire.subscales} == SUBSCALES[name]
    if questionnaire.subscales:
        assert [item for each in questionnaire.subscales for item in each.item_ids] == ITEMS[name].split()


@pytest.mark.parametrize("name", NAMES)
def test_only_the_marked_items_offer_did_not_come_up(name: str) -> None:
    marked = [item.id for item in built_in(name).items if item.may_not_come_up]
    assert marked == DID_NOT_COME_UP.get(name, "").split()


@pytest.mark.parametrize("name", NAMES)
def test_recall_and_rhythm_are_the_briefs_and_the_lead_says_the_recall(name: str) -> None:
    questionnaire = built_in(name)
    assert (questionnaire.recall_days, questionnaire.rhythm_days) == RECALL_AND_RHYTHM_DAYS[name]
    assert RECALL_WORDS[questionnaire.recall_days] in questionnaire.lead


@pytest.mark.parametrize("name", NAMES)
def test_options_are_the_five_words_from_0_to_4(name: str) -> None:
    options = [(option.value, option.label) for option in built_in(name).options]
    assert options == [(0, "never"), (1, "rarely"), (2, "sometimes"), (3, "often"), (4, "almost always")]


@pytest.mark.parametrize("name", NAMES)
def test_provenance_says_not_validated_and_no_norms(name: str) -> None:
    card = built_in(name).provenance
    assert card.based_on
    assert card.validation.startswith("Not validated")
    assert card.norms.startswith("None")
    assert "MIT" in card.licence


@pytest.mark.parametrize("name", NAMES)
def test_the_missing_item_rule_stands_in_each(name: str) -> None:
    rule = built_in(name).missing_rule
    assert (rule.answers_at_least, rule.skips_allowed, rule.skips_from_items) == (3, 1, 6)


def test_only_three_questionnaires_have_a_total() -> None:
    totals = {each.id: len(each.total_items) * 4 for each in load().newest_questionnaires() if each.has_total}
    assert totals == {"emotional-safety": 40, "codependence": 32, "pulse": 28}


def test_no_built_in_item_is_reversed_and_ids_are_unique() -> None:
    items = every_item()
    assert not any(item.reverse for item in items)
    assert len({item.id for item in items}) == len(items)


def test_each_sign_has_a_name_an_explanation_and_its_practice() -> None:
    signs = built_in("emotional-safety").items
    assert {item.id: item.practice for item in signs} == PRACTICE_FOR_SIGN
    assert all(item.title and item.explanation for item in signs)


def test_thirds_stand_only_on_the_ten_signs_and_codependence_and_are_exact() -> None:
    for questionnaire in load().newest_questionnaires():
        cuts = [(band.from_share, band.to_share) for band in questionnaire.bands]
        if questionnaire.id in ("emotional-safety", "codependence"):
            assert cuts == [(0, 1 / 3), (1 / 3, 2 / 3), (2 / 3, 1)]
            assert [band.label for band in questionnaire.bands] == ["lower third", "middle third", "upper third"]
        else:
            assert cuts == []


def test_each_scale_knows_which_way_is_easier() -> None:
    directions = {
        (each.id, sub.id): sub.easier_when for each in load().newest_questionnaires() for sub in each.subscales
    }
    assert directions == EASIER_WHEN
    assert built_in("emotional-safety").easier_when == "lower"
    assert built_in("pulse").easier_when == "higher"
    assert built_in("codependence").easier_when == "neither"


def test_romantic_trust_asks_the_situation_first_and_strength_only_with_someone() -> None:
    questionnaire = built_in("romantic-trust")
    assert questionnaire.optional and questionnaire.safety_line
    assert questionnaire.situation is not None
    assert [choice for choice, _ in questionnaire.situation.choices] == ["someone", "hoping", "not-now"]
    assert questionnaire.items_in("not-now") == ()
    assert [item.id for item in questionnaire.items_in("hoping")] == ITEMS["romantic-trust"].split()[:7]
    assert len(questionnaire.items_in("someone")) == 11


def test_ease_in_love_stands_outside_the_total_and_is_optional() -> None:
    pulse = built_in("pulse")
    assert [item.id for item in pulse.total_items] == ITEMS["pulse"].split()[:7]
    assert [item.id for item in pulse.items if item.optional] == ["ease-in-love"]


def test_the_pulse_has_one_line_for_each_step() -> None:
    assert [item.step for item in built_in("pulse").items] == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("topic", "together"),
    [
        ("reassurance", {"seeks-reassurance", "needs-approval", "needs-soothing"}),
        ("instincts", {"doubts-instincts", "senses-wrong", "hard-to-decide-alone"}),
        ("openness", {"fear-of-openness", "shares-small", "lets-in", "shared-feelings"}),
    ],
)
def test_items_on_one_subject_share_its_topic(topic: str, together: set[str]) -> None:
    assert together <= {item.id for item in every_item() if topic in item.topics}


def test_a_topic_is_shared_by_at_least_two_items() -> None:
    counts: dict[str, int] = {}
    for item in every_item():
        for topic in item.topics:
            counts[topic] = counts.get(topic, 0) + 1
    assert {topic for topic, count in counts.items() if count < 2} == set()
