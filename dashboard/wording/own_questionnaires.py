"""Building a questionnaire of one's own, or bringing one as a file."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Questions of your own")
WHY = Sentence(
    "You can put together a short questionnaire of your own, or bring one as a TOML file. It stays with everything "
    "else of yours."
)
BUILD = Sentence("Put one together")
CHANGE = Sentence("Change")
PUT_ASIDE = Sentence("Set it aside")
TAKE_BACK = Sentence("Offer it again")
BRING = Sentence("Bring a TOML file")
FOUND_PROBLEMS = Counted("There is one thing to mend first:", "There are {n} things to mend first:")
NOT_TEXT = Sentence("That file is not UTF-8 text.")
KEEP_FILE = Sentence("Keep this questionnaire")
KEPT = Sentence("Kept. It stands among the questionnaires now.")

NEW_TITLE = Sentence("A questionnaire of your own")
CHANGE_TITLE = Sentence("Change “{title}”")
NEW_VERSION = Sentence("What you change becomes a new version. What you answered before stays with the old one.")
NAME = Sentence("What it is called")
LEAD = Sentence("What stands above the questions")
LEAD_USUAL = Sentence("Think of the past seven days. How often was this true for you?")
QUESTIONS = Sentence("The questions, one on each line")
QUESTIONS_HINT = Sentence("I slept well.")
ANSWERS = Sentence("The answers, one on each line, from least to most")
ANSWERS_USUAL = Sentence("never\nrarely\nsometimes\noften\nalmost always")
RECALL = Sentence("How many days it asks about")
REVERSED = Sentence("Which questions count the other way round (reverse-scored)")
PARTS = Sentence("Parts with a figure of their own (subscales), one name on each line, if you like")
PART_MEMBERS = Sentence("Questions of “{part}”")
EASIER = Sentence("When is it easier?")
EASIER_CHOICES = {
    "neither": Sentence("neither way"),
    "lower": Sentence("with a lower figure"),
    "higher": Sentence("with a higher figure"),
}
PREVIEW = Sentence("How it will look")
PREVIEW_WAITS = Sentence("With a name, a question and two answers, you see here how it will look.")
SAVE = Sentence("Keep it")
LEAVE = Sentence("Leave it as a draft")
DISCARD = Sentence("Throw the draft away")
DISCARD_SURE = Sentence("Yes, throw it away")
