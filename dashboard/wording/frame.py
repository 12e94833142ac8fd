"""What stands around every screen: names of the screens, the banner of the demo, the lock, words used everywhere."""

from assessments.language import Sentence

APP = Sentence("Footbridge")
TODAY = Sentence("Today")
CHECK_IN = Sentence("Check in")
JOURNAL = Sentence("Journal")
PROGRESS = Sentence("Progress")
PATTERNS = Sentence("Patterns")
YOUR_DATA = Sentence("Your data")
HELP = Sentence("Help")
ROAD = Sentence("The road")
REPORT = Sentence("Report")

LOCK = Sentence("Lock")
QUICK_EXIT = Sentence("Leave quickly")
QUICK_EXIT_HINT = Sentence("To a blank page. Esc twice does the same. What you typed is kept.")
QUICK_EXIT_TITLE = Sentence("New tab")
LEAVE_DEMO = Sentence("Leave the invented person")
DEMO_BANNER = Sentence(
    "An invented person: what you change here stays apart from your own. "
    "Start with Progress, then Patterns. To begin your own, leave."
)
UNEXPECTED = Sentence(
    "Something went wrong on this page, and it is not your doing. What you had saved is still there, "
    "and what you were typing waits as a draft."
)
TRY_AGAIN = Sentence("Try again")

SAVE = Sentence("Save")
CANCEL = Sentence("Cancel")
BACK = Sentence("Back")
EDIT = Sentence("Edit")
REMOVE = Sentence("Remove")
BRING_BACK = Sentence("Bring it back")
CLOSE = Sentence("Close")
CONTINUE = Sentence("Continue")
AS_TABLE = Sentence("As a table")
PICTURE = Sentence("{name}: a picture, described in words below it")
WHEN = Sentence("When")
DAY = Sentence("Day")
DAY_AHEAD = Sentence("{day} is still to come. Choose today or an earlier day.")
TIME = Sentence("Time")
KEPT_AS_DRAFT = Sentence("Kept as a draft.")
SAFETY_LINE = Sentence(
    "If saying no to this person frightens you, your safety comes first. Help lists people who know about that."
)
EDITED_MEANWHILE = Sentence(
    "This was changed in another window in the meantime. Both versions are here: nothing is lost until you choose."
)
KEEP_MINE = Sentence("Keep what is here")
TAKE_OTHER = Sentence("Take the other version")
OTHER_VERSION = Sentence("The other version")
FILE_FAULT = Sentence(
    "The check of your file found something: {fault} Under Your data you can take everything out or restore a backup."
)
