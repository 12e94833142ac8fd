"""A diary put together from templates: which subject an entry holds is known, and when each one comes and goes."""

from __future__ import annotations

import numpy as np
import pandas as pd

_SUBJECTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "garden": (
        ("I watered", "I weeded around", "I looked at", "We planted", "I pruned"),
        ("the tomatoes", "the roses", "the beans", "the young apple tree", "the lavender"),
        ("and the soil smelled of rain", "until the seedlings stood straight", "while bees worked the flowers"),
    ),
    "swim": (
        ("I swam", "I went to the pool for", "Before breakfast I did", "I managed"),
        ("forty slow lengths", "a long set of crawl", "breaststroke laps", "a mile in the cold lake"),
        ("and my shoulders ached afterwards", "and the water held me up", "with my goggles leaking"),
    ),
    "rent": (
        ("The landlord raised", "I worried about", "I paid", "A letter came about"),
        ("the rent", "the electricity bill", "the overdraft at the bank", "the loan and its interest"),
        ("and my savings shrink", "so the budget is tight", "and I counted every euro twice"),
    ),
    "sister": (
        ("My sister rang", "My sister and I argued", "I visited my sister", "I missed my sister"),
        ("about our parents", "over the family dinner", "and her two children", "about our childhood"),
        ("and we cried a little", "and neither of us apologised", "and my niece drew a picture"),
    ),
    "deadline": (
        ("My manager wanted", "The whole office waited for", "I rewrote", "The client rejected"),
        ("the quarterly report", "the slides for the meeting", "the project proposal"),
        ("before the deadline", "and my colleagues went quiet", "so I answered emails until nine"),
    ),
    "boxes": (
        ("We packed", "The movers carried", "I unpacked", "I taped and labelled"),
        ("boxes of crockery", "the sofa and the wardrobe", "the kitchen boxes"),
        ("into the new flat", "up four flights of stairs", "and lost the keys of the old flat"),
    ),
}
BURST = "boxes"


def composed_diary(n: int, seed: int = 3) -> pd.DataFrame:
    """The first n entries of one endless diary, one every other day: id, written_at, text, subjects (joined by spaces).

    An entry holds one to three subjects of one to two sentences; `boxes` is there from entry 60 to entry 75 alone.
    """
    rows = []
    for at in range(n):
        random = np.random.default_rng([seed, at])
        usual = [subject for subject in _SUBJECTS if subject != BURST]
        chosen = [str(subject) for subject in random.choice(usual, size=int(random.integers(1, 4)), replace=False)]
        if 60 <= at < 76:
            chosen = [BURST, *chosen[:1]]
        told = [_sentence(subject, random) for subject in chosen for _ in range(int(random.integers(1, 3)))]
        moment = pd.Timestamp("2023-01-02 20:00", tz="Europe/Berlin") + pd.Timedelta(days=2 * at)
        rows.append({"id": f"e{at}", "written_at": moment, "text": " ".join(told), "subjects": " ".join(chosen)})
    return pd.DataFrame(rows)


def _sentence(subject: str, random: np.random.Generator) -> str:
    return " ".join(str(random.choice(part)) for part in _SUBJECTS[subject]) + "."
