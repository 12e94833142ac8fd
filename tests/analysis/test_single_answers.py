"""What single answers say of a figure's noise: against a table of variance, and where they must stay silent."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from analysis.changes import standing
from analysis.results import Standing
from analysis.series import daily_series
from analysis.single_answers import COUNTS_AS, AnswerNoise, answer_noise, answers_by_day


def noise_of(answers: np.ndarray) -> AnswerNoise:
    found = answer_noise(np.asarray(answers, dtype=np.float64))
    assert found is not None
    return found


def test_two_check_ins_give_the_residual_of_statsmodels_table_of_variance() -> None:
    answers = np.random.default_rng(1).normal(size=(2, 6))
    cells = pd.DataFrame(answers).rename_axis("occasion").reset_index().melt("occasion", var_name="item")
    table = anova_lm(ols("value ~ C(occasion) + C(item)", cells).fit())
    residual = table.loc["Residual", "sum_sq"] / table.loc["Residual", "df"]
    assert noise_of(answers).variance[-1] == pytest.approx(6 * residual)


def test_the_noise_of_single_answers_is_found_beside_a_wobble_and_levels_of_their_own() -> None:
    randomness = np.random.default_rng(2)
    together, own = randomness.normal(size=(2_000, 1)), randomness.normal(size=10)
    found = noise_of(together + own + 0.7 * randomness.normal(size=(2_000, 10)))
    assert found.variance[-1] == pytest.approx(10 * 0.49, rel=0.05)
    assert found.weight[-1] == COUNTS_AS
    assert found.weight[3] == 3.0


def test_answers_that_move_together_or_drift_apart_slowly_are_no_noise() -> None:
    together = np.tile(np.random.default_rng(3).normal(size=(60, 1)), 8)
    np.testing.assert_allclose(noise_of(together).variance, 0.0, atol=1e-12)
    drifting = together + np.linspace(0, 1, 60)[:, None] * np.linspace(-2, 2, 8)
    assert noise_of(drifting).variance[-1] < 0.02


def test_only_items_that_both_check_ins_have_are_compared() -> None:
    answers = np.random.default_rng(4).normal(size=(3, 4))
    answers[1] = np.nan
    answers[2, 3] = np.nan
    found = noise_of(answers)
    moved = (answers[2] - answers[0])[:3]
    assert found.variance[-1] == pytest.approx(4 * 0.5 * moved.var(ddof=1))
    np.testing.assert_array_equal(found.weight, [0, 0, 1])


def test_two_items_or_one_check_in_say_nothing() -> None:
    assert answer_noise(np.ones((9, 2))) is None
    assert answer_noise(np.ones((1, 9))) is None
    assert answer_noise(np.full((9, 9), np.nan)) is None


def test_answers_are_put_beside_the_days_of_the_series() -> None:
    times = [date(2026, 1, day) for day in (9, 2, 2, 16)]
    values = [5.0, 3.0, 4.0, np.nan]
    series = daily_series(times, values, low=0, high=9)
    answers = [[1, 2, 2], [0, 1, 2], [2, 1, None], [3, 3, 3]]
    found = answers_by_day(times, np.array(answers, dtype=float), series)
    np.testing.assert_array_equal(found, [[1, 1, 2], [1, 2, 2]])
    with pytest.raises(ValueError, match="one row for each time"):
        answers_by_day(times, np.ones((3, 3)), series)


def test_the_order_in_which_check_ins_are_given_does_not_matter() -> None:
    randomness = np.random.default_rng(5)
    items = np.clip(np.round(2 + 0.5 * randomness.normal(size=(40, 1)) + randomness.normal(size=(40, 10))), 0, 4)
    times = [date(2026, 1, 5) + timedelta(weeks=k) for k in range(40)]
    shuffled = randomness.permutation(40)
    asked = standing(times, items.sum(axis=1), low=0, high=40, items=items)
    again = standing([times[k] for k in shuffled], items.sum(axis=1)[shuffled], low=0, high=40, items=items[shuffled])
    totals = standing(times, items.sum(axis=1), low=0, high=40)
    assert isinstance(asked, Standing)
    assert isinstance(again, Standing)
    assert isinstance(totals, Standing)
    assert again == asked
    assert totals.e_value != asked.e_value


def test_answers_of_which_none_is_known_leave_the_figures_to_themselves() -> None:
    values = 20 + 3 * np.random.default_rng(6).normal(size=40)
    times = [date(2026, 1, 5) + timedelta(weeks=k) for k in range(40)]
    alone = standing(times, values, low=0, high=40)
    assert standing(times, values, low=0, high=40, items=np.full((40, 10), np.nan)) == alone
