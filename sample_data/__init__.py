"""An invented person: two years of check-ins, journal and practices, with the truth about them known."""

from __future__ import annotations

from datetime import date

from sample_data.files import load_sample
from sample_data.life import LAST_SUNDAY, Association, Planted, Sample, ThemeTruth

__all__ = ["Association", "Planted", "Sample", "ThemeTruth", "generate", "load_sample"]


def generate(seed: int = 7, *, until: date = LAST_SUNDAY) -> Sample:
    """Two years of the person with that seed, ending on the last Sunday that is not after `until`.

    The same seed and date give the same records everywhere; each other seed gives another person of the same world.
    """
    from sample_data.generator import make_life  # the catalogue is read only where something is made

    return make_life(seed, until)
