"""What happened in life, marked on the charts."""

from assessments.language import Counted, Sentence

TITLE = Sentence("What happened in life")
WHY = Sentence(
    "Mark something that may matter, such as a move or a first session of therapy. "
    "Every picture over time then shows it."
)
MARKED = Counted("{n} mark", "{n} marks")
ON_DAY = Sentence("{day}: {name}")
NAME = Sentence("What happened")
NO_NAME = Sentence("It needs a few words to be known by.")
NAME_HINT = Sentence("For example: started therapy")
NOTE = Sentence("A note, if you like")
ADD = Sentence("Mark something")
KEEP = Sentence("Keep it")
CHANGE = Sentence("Change")
MORE = Counted("There is one more before these.", "There are {n} more before these.")
SHOW_ALL = Sentence("Show them all")
