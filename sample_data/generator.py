"""An invented person's two years, made anew from a seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessments.catalogue import load
from sample_data.answers import AUTOCORRELATION, RAMP_WEEKS, SD_POINTS, SIGNS, SLEEP_SIZE_SD, answer_all, make_latent
from sample_data.days import do_practices, mark_events
from sample_data.guided import write_guided
from sample_data.journal import SLEEP, Written, write_journal
from sample_data.life import Association, Planted, Sample, ThemeTruth
from sample_data.prose import read_banks
from sample_data.rhythm import FORTNIGHTLY, plan_check_ins
from sample_data.timeline import Calendar, make_calendar

VERSION = 1
QUESTIONNAIRES = ("pulse", SIGNS, "roots", *FORTNIGHTLY)


def make_life(seed: int, until: date) -> Sample:
    """Two years of the person with that seed: what `sample_data.generate` says."""
    catalogue = load()
    calendar = make_calendar(seed, until)
    journal = write_journal(seed, calendar)
    sleepless = [each.entry.happened_at for each in journal if SLEEP in each.themes]
    questionnaires = {name: catalogue.questionnaires[(name, VERSION)] for name in QUESTIONNAIRES}
    responses = answer_all(seed, calendar, plan_check_ins(seed, calendar), questionnaires, sleepless)
    forms = {form.id: form for form in catalogue.newest_forms()}
    entries = [each.entry for each in journal] + write_guided(seed, calendar, forms)
    return Sample(
        responses=tuple(responses),
        entries=tuple(sorted(entries, key=lambda each: (each.happened_at, each.id))),
        practices_done=tuple(do_practices(seed, calendar)),
        events=tuple(mark_events(seed, calendar)),
        planted=_planted(seed, calendar, journal),
    )


def _planted(seed: int, calendar: Calendar, journal: Sequence[Written]) -> Planted:
    return Planted(
        seed=seed,
        first_monday=calendar.first_monday,
        change_questionnaire=SIGNS,
        change_event="Started seeing a counsellor",
        change_week=calendar.anchors["counsellor"],
        ramp_weeks=RAMP_WEEKS,
        change_size_sd=make_latent(seed, calendar).change_size_sd,
        sd_points=SD_POINTS,
        autocorrelation=AUTOCORRELATION,
        associations=(Association(theme=SLEEP, questionnaire=SIGNS, size_sd=SLEEP_SIZE_SD),),
        seam_questionnaire="romantic-trust",
        seam_week=calendar.anchors["someone"],
        gap_weeks=tuple(sorted(calendar.silent)),
        themes=tuple(
            ThemeTruth(
                id=bank.id,
                episode=bank.episode,
                weeks=tuple(sorted({each.week for each in journal if bank.id in each.themes})),
                entry_ids=tuple(each.entry.id for each in journal if bank.id in each.themes),
            )
            for bank in read_banks(calendar.anchors)
            if not bank.background
        ),
    )
