"""Progress: the score over time, the ten signs, the year."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Progress")
WHICH = Sentence("Questionnaire")
SCALE = Sentence("Figure")
TOTAL = Sentence("The whole")
EMPTY = Sentence("There is nothing to draw yet. After your first check-in a point appears here.")
OVER_TIME = Sentence("Over time")
SIGNS = Sentence("The ten signs, one by one")
YEAR = Sentence("The year")
WHICH_YEAR = Sentence("Year")
N_POINTS = Counted("{n} check-in", "{n} check-ins")
MORE_NEEDED = Counted(
    "One more check-in and your usual range can be drawn.",
    "{n} more check-ins and your usual range can be drawn.",
)
ALL_CHECK_INS = Sentence("Every check-in")
OPEN = Sentence("Open the one from {day}")
OPEN_BUTTON = Sentence("Open")
