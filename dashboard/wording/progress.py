"""Progress: the score over time, the ten signs, the year."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Progress")
WHICH = Sentence("Questionnaire")
SCALE = Sentence("Figure")
TOTAL = Sentence("Total")
EMPTY = Sentence("There is nothing to draw yet. After your first check-in a point appears here.")
OVER_TIME = Sentence("Over time")
SIGNS = Sentence("The ten signs, one by one")
YEAR = Sentence("The year")
WHICH_YEAR = Sentence("Year")
N_POINTS = Counted("{n} check-in", "{n} check-ins")
ALL_CHECK_INS = Sentence("Every check-in")
OPEN = Sentence("Open the one from {day}")
OPEN_BUTTON = Sentence("Open")
STANDS = Sentence("How it stands now")
NOTHING_CLAIMED = Sentence("Nothing is beyond your usual ups and downs. Most of the time that is how it is.")
STEADY_TOO_FEW = Counted(
    "One more check-in, and this page says by itself when something stands beyond your usual ups and downs.",
    "{n} more check-ins, and this page says by itself when something stands beyond your usual ups and downs.",
)
ASK_LATER = Counted(
    "One more check-in, and you can ask here whether it has changed.",
    "{n} more check-ins, and you can ask here whether it has changed.",
)
FIRST_LEFT_OUT = Sentence("The first check-in is left out: first answers often run high.")
SIGNS_LATER = Sentence("From the third check-in on, each sign gets its row here.")
ASK = Sentence("Has it changed?")
ASK_WHY = Sentence("This answers once, for the check-ins up to now.")
DATE_RANGE = Sentence("If it was one step, it most likely lies between {first} and {last}.")
HOW = Sentence("How it decides")
MARKED = Sentence("Before and after what you marked")
MARKED_WHY = Sentence("This means something only where the day was not marked because the line moved there.")
MARKED_EVENT = Sentence("{event}, {day}")
ITEMS = Sentence("Question by question")
ITEM_MOVED = Sentence("**{item}** {says}")
ITEMS_WHY = Sentence("Your last three answers beside the earlier ones. This describes; it claims nothing.")
RELIABILITY = Sentence("How much the questions move together")
GOES_WITH = Sentence("What goes with what")
GOES_WITH_WHY = Sentence(
    "The seven days before each check-in: which themes, tags, feelings and practices were in them."
)
LOOK_CLOSER = Sentence("Look closer")
MAIN = Sentence("This is the figure I care about most")
MAIN_UNTIL_CHOSEN = Sentence(
    "You can choose which figure matters most to you: the app is quickest to notice change there. Until you do, it is "
    "this one."
)
MAIN_NOW = Sentence("This is the figure you care about most: the app is quickest to notice change here.")
MAIN_WHY = Sentence("The app is then quickest to notice change here, and slower elsewhere.")
HOW_BAND = Sentence(
    "Your usual range is the band in which four of five of your check-ins fall while nothing but your usual "
    "ups and downs from week to week are at work."
)
HOW_CLAIM = Sentence(
    "Something is said here only when the latest level differs from an earlier one by more than those, in a way "
    "that holds up however often you look. Tried on invented lives of two years in which nothing changed, over all "
    "figures together, it told a few in a hundred of a change all the same: about two where weeks hang together "
    "somewhat, about five where they hang together strongly."
)
HOW_FIRST = Sentence("The first check-in of each kind is drawn but left out, because first answers often run high.")
HOW_BLIND = Sentence(
    "It cannot see causes, and a slow wave over months looks like change. A change that has only just been noticed "
    "tends to be shown too large: look at the interval first."
)
