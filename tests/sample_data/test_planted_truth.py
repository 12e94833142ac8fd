"""What a life says is planted in it is there, and nothing else is."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from assessments.catalogue import Catalogue
from assessments.scoring import score
from sample_data import Sample
from sample_data.answers import make_latent
from sample_data.life import LAST_SUNDAY, WEEKS
from sample_data.timeline import make_calendar
from tests.sample_data.lives import SIGNS, of, week


def test_the_latent_signs_fall_by_the_planted_size_over_the_ramp_and_at_no_other_time() -> None:
    calendar = make_calendar(7, LAST_SUNDAY)
    latent = make_latent(7, calendar)
    start = calendar.anchors["counsellor"]
    assert set(latent.change[:start]) == {0.0}
    assert list(latent.change[start : start + 5]) == pytest.approx([-0.36, -0.72, -1.08, -1.44, -1.8])
    assert set(latent.change[start + 5 :]) == {-1.8}


def fitted(sample: Sample, catalogue: Catalogue) -> tuple[float, float, float, float]:
    """Change and effect of sleep in points, SD and weekly autocorrelation of what is left, by least squares."""
    planted = sample.planted
    responses = of(sample, SIGNS)[1:]
    totals = np.array([score(catalogue.questionnaires[SIGNS], each.answers).total for each in responses], dtype=float)
    weeks = np.array([week(sample, each.happened_at) for each in responses])
    sleep = next(theme for theme in planted.themes if theme.id == "sleep").entry_ids
    nights = [each.happened_at for each in sample.entries if each.id in sleep]
    poor = [any(timedelta(0) < each.happened_at - night <= timedelta(days=7) for night in nights) for each in responses]
    ramp = np.clip(weeks - planted.change_week + 1, 0, planted.ramp_weeks) / planted.ramp_weeks
    design = np.column_stack([np.ones(len(weeks)), ramp, poor])
    known = ~np.isnan(totals)
    effects = np.linalg.lstsq(design[known], totals[known], rcond=None)[0]
    left = dict(zip(weeks[known], totals[known] - design[known] @ effects, strict=True))
    pairs = np.array([(left[each], left[each + 1]) for each in left if each + 1 in left])
    return float(effects[1]), float(effects[2]), float(np.std(list(left.values()))), float(np.corrcoef(pairs.T)[0, 1])


def test_over_a_dozen_lives_the_planted_change_sleep_sd_and_autocorrelation_are_found(
    lives: list[Sample], catalogue: Catalogue
) -> None:
    found = np.array([fitted(sample, catalogue) for sample in lives])
    sizes = np.array([sample.planted.change_size_sd for sample in lives])
    planted = lives[0].planted
    assert found[:, 0].mean() == pytest.approx(-(sizes * planted.sd_points).mean(), rel=0.15)
    assert found[:, 1].mean() == pytest.approx(planted.associations[0].size_sd * planted.sd_points, rel=0.2)
    assert found[:, 2].mean() == pytest.approx(planted.sd_points, rel=0.1)
    assert found[:, 3].mean() == pytest.approx(planted.autocorrelation, abs=0.1)


def test_the_pulse_rises_with_the_change_and_the_other_scales_do_not_move(
    lives: list[Sample], catalogue: Catalogue
) -> None:
    def moves(questionnaire: str, subscale: str | None) -> float:
        gaps = []
        for sample in lives:
            scores = [
                (each, score(catalogue.questionnaires[(questionnaire, 1)], each.answers))
                for each in of(sample, questionnaire)
            ]
            values = [(week(sample, r.happened_at), s.subscales[subscale] if subscale else s.total) for r, s in scores]
            before = [v for w, v in values if v is not None and w < sample.planted.change_week]
            after = [v for w, v in values if v is not None and w >= sample.planted.change_week + 5]
            gaps.append((np.mean(after) - np.mean(before)) / np.std(before + after))
        return float(np.mean(gaps))

    assert moves("pulse", None) > 0.6
    for questionnaire, subscale in (
        ("patterns", "habits"),
        ("self-compassion", "self"),
        ("vulnerability", "openness"),
        ("vulnerability", "fear"),
        ("balance", "autonomy"),
        ("codependence", None),
    ):
        assert abs(moves(questionnaire, subscale)) < 0.45, (questionnaire, subscale)


def test_themes_keep_to_their_times(shipped: Sample) -> None:
    themes = {theme.id: theme for theme in shipped.planted.themes}
    move = themes["move"]
    assert move.episode and max(move.weeks) - min(move.weeks) <= 8 and len(move.entry_ids) >= 10
    assert not any(theme.episode for theme in themes.values() if theme is not move)
    assert min(themes["counsellor"].weeks) >= shipped.planted.change_week
    assert not {each for each in themes["conor"].weeks if 33 <= each < 54}
    assert not {each for each in themes["choir"].weeks if 34 <= each < 42}
    halves = [
        sum(each < WEEKS / 2 for each in themes["sleep"].weeks),
        sum(each >= WEEKS / 2 for each in themes["sleep"].weeks),
    ]
    assert min(halves) >= 12
