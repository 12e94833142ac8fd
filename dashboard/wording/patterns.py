"""Patterns: themes that come back, their words and quotes."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Patterns")
WHAT = Sentence("Subjects that come back in what you write, found on this computer from the words alone.")
EMPTY = Sentence("Once you have written some entries, what they share can be looked for here.")
FIND = Sentence("Look for themes")
FINDING = Sentence("Reading through your entries. You can leave this page; it waits for you.")
EARLY = Sentence("These are early impressions: with more entries they settle.")
OVER_WEEKS = Sentence("Themes over the weeks")
RECURS = Sentence("Keeps coming back")
EPISODE = Sentence("One stretch of time")
IN_ENTRIES = Counted("in {n} entry", "in {n} entries")
IN_MONTHS = Counted("in {n} month", "in {n} different months")
WORDS = Sentence("Words: {words}")
QUOTES = Sentence("In your words")
OPEN_ENTRY = Sentence("Open the entry from {day}")
RISES = Sentence("More often lately than before")
FALLS = Sentence("Less often lately than before")
COMMON_WORDS = Sentence("Words you use most")
WORD_COUNT = Sentence("{word} ({n})")
STALE = Sentence("Some entries are newer than these themes and were sorted into them.")
AGAIN = Sentence("Look again from the start")
