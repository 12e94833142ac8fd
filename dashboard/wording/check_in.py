"""Check in: choosing a questionnaire, answering it, and the result."""

from assessments.language import Counted, Sentence

CHOOSE_TITLE = Sentence("Check in")
CHOOSE_WHY = Sentence("Pick one. None of them is a test.")
NEVER_YET = Sentence("Not answered yet")
LAST = Sentence("Last answered {day}")
DRAFT_WAITS = Sentence("You began this one; your answers are kept.")
ANSWER = Sentence("Answer")
GO_ON = Sentence("Go on")
ITEM_COUNT = Counted("{n} question", "{n} questions")
UNDER_A_MINUTE = Sentence("under a minute")
MINUTES = Counted("about a minute", "about {n} minutes")
RECALL = Counted("about the past day", "about the past {n} days")
OPTIONAL = Sentence("One more, if you wish")
OVERLAPS = Sentence(
    "Your last one is so recent that both look at some of the same days. That is fine; it is marked on the chart."
)

PROGRESS = Sentence("{answered} of {asked} answered")
DID_NOT_COME_UP = Sentence("did not come up")
ABOUT_DAY = Sentence("The day this is about")
ABOUT_DAY_HELP = Sentence("Up to two weeks back.")
MORE = Sentence("Day and note")
NOTE = Sentence("A note to this check-in, if you like")
BECAUSE = Sentence("I am answering because something happened")
SAVE = Sentence("Save and see the result")
SAVE_UNSEEN = Sentence("Save, look another day")
OPEN_ITEMS = Counted(
    "One question is still open. Answer it, or save without it.",
    "{n} questions are still open. Answer them, or save without them.",
)
SAVE_WITHOUT = Counted("Save without it", "Save without them")
NOTHING_YET = Sentence("Nothing is answered yet, so there is nothing to save.")
SAVED_UNSEEN = Sentence("Saved. It is under Progress, Every check-in.")
CORRECTING = Sentence("You are correcting the check-in from {day}.")
LEAVE = Sentence("Finish later")
DISCARD = Sentence("Delete these answers")
DISCARD_WHAT = Sentence("What is answered here goes for good. What was saved before stays as it is.")
DISCARD_SURE = Sentence("Yes, delete them")
DAY_TOO_EARLY = Sentence("{day} is too long ago to be remembered well: a check-in reaches back to {earliest}.")
CORRECTION_WAITS = Sentence("A correction of this waits, not saved yet. “{correct}” goes on with it.")
HIDDEN_SITUATION = Sentence(
    "Then there is nothing to answer here now. You can save it so, and it never counts as missing."
)

SAVED = Sentence("Saved")
RESULT_OF = Sentence("{title}, {day}")
AID = Sentence("This is an aid for reflection, not a clinical test.")
ABOUT_OPTION = Sentence("On average: about “{option}”.")
BETWEEN_OPTIONS = Sentence("On average: between “{lower}” and “{upper}”.")
SCALE_ABOUT = Sentence("{scale}, on average: about “{option}”.")
SCALE_BETWEEN = Sentence("{scale}, on average: between “{lower}” and “{upper}”.")
TOTAL_OF = Sentence("{total} of {high}")
EASIER_WHEN = {
    "lower": Sentence("Lower is easier here."),
    "higher": Sentence("Higher is easier here."),
}
NO_SCORE = Sentence("Too few answers for a figure this time. Your answers are kept as they are.")
SCALE_NO_SCORE = Sentence("{scale}: too few answers for a figure this time.")
PRORATED = Sentence("Some questions were open or did not come up, so the figure stands on the others.")
FIRST = Sentence("It is your first. The next ones will stand beside it.")
EARLIER_RANGE = Counted(
    "Your one earlier check-in stood at {low}.",
    "Your {n} earlier ones lay between {low} and {high}.",
)
EARLIER_SAME = Counted("Your one earlier check-in stood at {low}.", "Your {n} earlier ones all stood at {low}.")
EARLY_WEEKS = Sentence("In the first weeks figures can rise simply because one notices more.")
AT_LOWEST = Sentence("This is the lowest that the scale can show.")
AT_HIGHEST = Sentence("This is the highest that the scale can show.")
THIRD = Sentence("That lies in the {third} of the range. Thirds are only thirds: they are not norms.")
ANSWERS = Sentence("Your answers")
ANSWERS_IN_FULL = Sentence("Every question and answer in full")
SKIPPED = Sentence("left open")
SIGN_PRACTICE = Sentence("What can answer it: {practice}")
CORRECT = Sentence("Correct it")
REMOVED = Sentence("Removed. It can be brought back here, or later under Your data.")
TO_PROGRESS = Sentence("See it over time")
TO_TODAY = Sentence("Back to Today")
OWN_BROKEN = Sentence("One of your own questionnaires has a fault in its file: {problem}")
