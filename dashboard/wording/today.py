"""Today: what waits, the pulse, and what stands out."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Today")
WELCOME = Sentence("Good to see you.")
AFTER_GAP = Sentence("Good to see you. Nothing is overdue.")
WAITING = Sentence("Waiting for you, if you like")
DRAFT_CHECK_IN = Sentence("You began “{title}”.")
DRAFT_ENTRY = Sentence("You began to write: {title}.")
GO_ON = Sentence("Go on")
PULSE = Sentence("The pulse: seven short questions and one more if you wish · {time}")
PULSE_BUTTON = Sentence("Take the pulse")
SIGNS = Sentence("The ten signs: how safe feelings were in the past week · {time}")
SIGNS_BUTTON = Sentence("Answer the ten signs")
WRITE = Sentence("Write something")
LATEST = Sentence("Lately")
ANSWERED_TODAY = Sentence("Answered today: {title}")
SEE_RESULT = Sentence("See the result")
LATEST_CHECK_IN = Sentence("{title}: {day}")
OPEN = Sentence("Open")
LATEST_ENTRY = Sentence("Last entry: {day}")
COUNTS = Sentence("{check_ins} and {entries} so far.")
CHECK_INS = Counted("{n} check-in", "{n} check-ins")
ENTRIES = Counted("{n} entry", "{n} entries")
FIRST_TIME = Sentence(
    "This is yours now. A good beginning is the ten signs: ten sentences on how safe feelings were. "
    "Or write a few lines first."
)
LOOKING = Sentence("Looking whether anything stands out.")
NOTHING_STANDS_OUT = Sentence("Nothing stands out from your usual ups and downs just now.")
TOO_EARLY = Sentence("Too early for anything to stand out. Your answers are kept.")
STANDS_OUT = Sentence("What stands out")
SEE = Sentence("See it")
NOT_AGAIN = Sentence("Do not show this again")
