"""Practices, wherever they stand, and the words that helped."""

from assessments.language import Counted, Sentence

DID_IT = Sentence("Did it today")
WITH_NOTE = Sentence("With a note")
NOTE = Sentence("A note, if you like")
LOG_WITH_NOTE = Sentence("Keep it")
NOTED_TODAY = Sentence("Noted for today.")
TAKE_BACK = Sentence("Take it back")
SOMETHING_SMALL = Sentence("Something small for today")
CHOOSE_PRACTICE = Sentence("Practice")
ANSWERS_SIGN = Sentence("For {signs}:")
MORE_SMALL = Counted("One more", "{n} more")
QUOTED_SIGN = Sentence("“{sign}”")
ANSWERS_SIGNS = Sentence("Small things that may help")
ANSWERS_WHY = Sentence("For the signs that you met often or almost always this time. Only if you like.")

WORDS_THAT_HELPED = Sentence("Words that helped")
WORDS_FROM = Sentence("You wrote this on {day}")
NO_WORDS = Sentence("Kind words and fairer thoughts that you write will wait here for you.")
READ_THEM = Sentence("Read them in the journal")
MORE_WORDS = Counted("There is one more in the journal.", "There are {n} more in the journal.")
