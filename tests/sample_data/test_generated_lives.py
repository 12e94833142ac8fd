"""A generated life is valid content and reads like one person."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from itertools import pairwise

from assessments.catalogue import Catalogue
from assessments.questionnaire import DID_NOT_COME_UP, OCCASION, SITUATION
from assessments.scoring import score
from sample_data import Sample
from sample_data.life import WEEKS
from tests.sample_data.lives import SIGNS, free, of, week


def test_every_answer_is_one_that_the_catalogue_allows(
    catalogue: Catalogue, shipped: Sample, lives: list[Sample]
) -> None:
    for sample in (shipped, *lives[:3]):
        for response in sample.responses:
            questionnaire = catalogue.questionnaires[(response.questionnaire, response.version)]
            assert score(questionnaire, response.answers).answered >= 3
            situation = response.answers.get(SITUATION)
            asked = [item.id for item in questionnaire.items_in(situation if isinstance(situation, str) else None)]
            assert [name for name in response.answers if name not in (SITUATION, OCCASION)] == asked


def test_every_entry_fits_its_form(catalogue: Catalogue, shipped: Sample, lives: list[Sample]) -> None:
    for sample in (shipped, *lives[:3]):
        for entry in sample.entries:
            form = catalogue.forms[(entry.form, entry.version)]
            for name, value in entry.fields.items():
                field = form.field(name)
                assert form.is_shown(name, entry.fields), (entry.form, name, entry.fields)
                if field.kind == "choice":
                    assert value in {choice.id for choice in field.choices}
                elif field.kind == "choices":
                    known = {choice.id for choice in field.choices} or set(getattr(catalogue, field.source or ""))
                    assert isinstance(value, tuple) and set(value) <= known
                elif field.kind == "feelings":
                    assert isinstance(value, dict) and set(value) <= set(catalogue.feelings)
                elif field.kind in ("slider_100", "slider_10", "number"):
                    top = {"slider_100": 100, "slider_10": 10}.get(field.kind, field.high)
                    assert isinstance(value, (int, float)) and 0 <= value <= (top or 0)
                else:
                    assert isinstance(value, str) and value.strip()
            assert set(entry.feelings) <= set(catalogue.feelings)
            assert entry.mood is None or 1 <= entry.mood <= 5


def test_practices_and_forms_are_those_of_the_catalogue(catalogue: Catalogue, shipped: Sample) -> None:
    assert {each.practice for each in shipped.practices_done} == set(catalogue.practices)
    assert {each.form for each in shipped.entries} == {form.id for form in catalogue.newest_forms()}


def test_two_years_hold_about_250_entries_and_a_check_in_nearly_every_week(shipped: Sample) -> None:
    assert 235 <= len(free(shipped)) <= 265
    for weekly in ("pulse", SIGNS):
        assert len({week(shipped, each.happened_at) for each in of(shipped, weekly)}) >= 90
    for fortnightly in ("patterns", "self-compassion", "vulnerability", "trust-building", "codependence", "balance"):
        assert len(of(shipped, fortnightly)) >= 38
    assert len(of(shipped, "roots")) >= 20
    forms = Counter(each.form for each in shipped.entries)
    assert forms["thought"] >= 40 and forms["bridge"] >= 35 and forms["brave-step"] >= 20


def test_silences_skips_backfilled_and_overlapping_check_ins_all_occur(shipped: Sample) -> None:
    weeks = {
        week(shipped, each.happened_at) for each in (*shipped.responses, *shipped.entries, *shipped.practices_done)
    }
    assert weeks == set(range(WEEKS)) - set(shipped.planted.gap_weeks)
    late = [
        each for each in shipped.responses if each.recorded_at and each.recorded_at.date() > each.happened_at.date()
    ]
    assert 5 <= len(late) <= 60
    assert all(each.recorded_at - each.happened_at < timedelta(days=14) for each in late if each.recorded_at)
    answers = [answer for each in shipped.responses for answer in each.answers.values()]
    assert answers.count(DID_NOT_COME_UP) > 50 and answers.count(None) > 10
    signs = sorted(each.happened_at for each in of(shipped, SIGNS))
    assert any(later - earlier < timedelta(days=6) for earlier, later in pairwise(signs))
    assert any(OCCASION in each.answers for each in shipped.responses)


def test_love_changes_its_situation_once_and_at_the_seam(shipped: Sample) -> None:
    for response in of(shipped, "romantic-trust"):
        after = week(shipped, response.happened_at) >= shipped.planted.seam_week
        assert response.answers[SITUATION] == ("someone" if after else "hoping")


def test_hardly_a_sentence_stands_in_two_entries(shipped: Sample, lives: list[Sample]) -> None:
    for sample in (shipped, lives[0]):
        sentences = Counter(
            sentence
            for entry in free(sample)
            for sentence in {each.strip().lower() for each in re.split(r"[.!?\n]+", str(entry.fields["text"]))}
            if len(sentence.split()) >= 4
        )
        assert sentences.most_common(1)[0][1] <= 2
        assert sum(n > 1 for n in sentences.values()) <= 0.01 * len(sentences)


def test_entries_differ_in_length_from_one_line_to_two_hundred_words(shipped: Sample) -> None:
    lengths = sorted(len(str(each.fields["text"]).split()) for each in free(shipped))
    assert lengths[0] <= 8 and lengths[-2] >= 200
    assert lengths[len(lengths) // 5] <= 35 and lengths[-len(lengths) // 5] >= 70


def test_other_seeds_are_other_lives(shipped: Sample, lives: list[Sample]) -> None:
    texts = [{str(each.fields["text"]) for each in free(sample)} for sample in (shipped, *lives[:4])]
    for index, one in enumerate(texts):
        assert all(len(one & other) < 0.2 * len(one) for other in texts[index + 1 :])
    assert len({sample.planted.change_week for sample in lives}) > 2
    assert len({each.id for sample in lives for each in sample.responses}) == sum(len(s.responses) for s in lives)
