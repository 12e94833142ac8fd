"""What may be claimed at the span's last day, and how much was looked at to find it."""

from __future__ import annotations

from analysis import link_sentences
from analysis.marked import around_events
from analysis.results import Association, Difference
from assessments.language import number
from dashboard.report.document import Block, Items, Section, Words
from dashboard.report.material import OWN_AIM, Material
from dashboard.wording import report as words

KIND_OF_THEME = "theme:"


def claims(found: Material) -> Section | None:
    """The section; None where there is no check-in at all.

    Only what may be looked at every week is claimed: `standing` for scales, `stands` for what goes with what. A pair
    that names a theme is left out with the themes, one that names the aim with the aim.
    """
    if not found.findings.series:
        return None
    pairs = found.findings.pairs
    said = [*_standing_claims(found), *(pair.says for pair in pairs if pair.stands and _is_shown(pair, found))]
    marked = _marked(found)
    said += [words.MARKED_CLAIM(event=name, says=each.says) for name, each in marked if each.claimed]
    was_looked_at = found.findings.standings or pairs or marked
    nothing = words.NOTHING_CLAIMED() if was_looked_at else words.TOO_EARLY()
    first: Block = Items(items=tuple(said)) if said else Words(text=nothing)
    return Section(
        title=words.CLAIMS(), blocks=(first, Words(text=" ".join(_tested(found, pairs, marked)), quiet=True))
    )


def _standing_claims(found: Material) -> list[str]:
    titles = {
        each.key: each.title for each in found.findings.series if _scale_is_shown(each.scale.questionnaire_id, found)
    }
    return [
        link_sentences.named(titles[key], standing.says)
        for key, standing in found.findings.standings.items()
        if standing.claimed and key in titles
    ]


def _scale_is_shown(questionnaire_id: str, found: Material) -> bool:
    return questionnaire_id != OWN_AIM or "aim" in found.choices.parts


def _is_shown(pair: Association, found: Material) -> bool:
    hides_themes = "themes" not in found.choices.parts
    if hides_themes and pair.feature.startswith(KIND_OF_THEME):
        return False
    return _scale_is_shown(pair.score.split(".")[0], found)


def _marked(found: Material) -> list[tuple[str, Difference]]:
    if found.main is None or "events" not in found.choices.parts:
        return []
    around = around_events(found.history, found.main)
    return [
        (each.event.name, each.found)
        for each in around
        if isinstance(each.found, Difference) and found.choices.holds(each.event.happened_at)
    ]


def _tested(found: Material, pairs: list[Association], marked: list[tuple[str, Difference]]) -> list[str]:
    looked_at = len(found.findings.standings)
    claimed = sum(each.claimed for each in found.findings.standings.values())
    said = [words.TESTED_SCALES(looked_at, claimed=number(claimed))]
    if few := len(found.findings.series) - looked_at:
        said.append(words.TOO_FEW(few))
    if pairs:
        chance = number(pairs[0].expected_by_chance, 1)
        said.append(words.TESTED_PAIRS(len(pairs), chance=chance, claimed=number(sum(each.stands for each in pairs))))
    if marked:
        said.append(words.TESTED_MARKS(len(marked), claimed=number(sum(each.claimed for _, each in marked))))
    return said
