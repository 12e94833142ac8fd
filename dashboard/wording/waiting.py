"""Entries that wait for a second look."""

from assessments.language import Counted, Sentence

LOOK_AGAIN = Sentence("Look again")
LET_REST = Sentence("Let it rest")
FROM_DAY = Sentence("From {day}")
FROM_DAY_WITH_WORDS = Sentence("{day}: “{words}”")
MORE_WAIT = Counted("One more is there if you like", "{n} more are there if you like")
BEGAN_ON = Sentence("You began to write on: {question}")
GO_ON = Sentence("Go on writing")
