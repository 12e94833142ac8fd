"""How each scale stands, judged once for the session, and after a new check-in only as far as that one tells more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from analysis.evidence_so_far import Evidence, EvidenceSoFar, evidence_after
from analysis.frames import ScoreSeries
from analysis.insights import Judge, judged
from analysis.results import NotEnough, Standing
from analysis.series import Floats, Integers
from analysis.single_answers import AnswerNoise
from assessments.language import spoken_locale
from dashboard import session


def judge() -> Judge:
    """What judges how a scale stands, and knows those that it has judged, for the pages and for work beside them."""
    vault = id(session.vault())
    known: dict[str, tuple[object, Standing | NotEnough]] = session.remembered("judged", vault, dict)
    so_far: dict[str, EvidenceSoFar] = session.remembered("evidence so far", vault, dict)
    locale = spoken_locale()

    def judging(series: ScoreSeries, share: float) -> Standing | NotEnough:
        asked = (series, share, locale)
        found = known.get(series.key)
        if found is None or found[0] != asked:
            found = known[series.key] = (asked, judged(series, share, _going_on(so_far, series.key)))
        return found[1]

    return judging


def _going_on(so_far: dict[str, EvidenceSoFar], key: str) -> Evidence:
    """The evidence of one scale, which goes on from what was found of it before."""

    def finding(days: Integers, values: Floats, looks: Sequence[int], noise: AnswerNoise | None) -> Floats:
        found = so_far[key] = evidence_after(so_far.get(key), days, values, looks, noise)
        return np.array([found.by_look[look] for look in looks])

    return finding
