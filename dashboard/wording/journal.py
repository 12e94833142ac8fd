"""Journal: writing, reading, editing, searching, and the words of its fields."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Journal")
WRITE = Sentence("Write")
WRITE_WHAT = Sentence("What would you like to write?")
EMPTY = Sentence("Nothing is written yet. One line is enough for a beginning.")
FOUND = Counted("{n} entry", "{n} entries")
NONE_FOUND = Sentence("No entry has these words.")
SEARCH = Sentence("Search in everything you wrote")
NARROW = Sentence("Narrow it down")
FROM_DAY = Sentence("From")
TO_DAY = Sentence("Until")
WITH_TAGS = Sentence("With these tags")
WITH_FEELINGS = Sentence("With these feelings")
OF_FORM = Sentence("Of this kind")
OPEN = Sentence("Open")
UNTITLED = Sentence("Without a title")
DRAFT_FOUND = Sentence("A draft is waiting: {title}")
GO_ON = Sentence("Go on writing")
REMOVED = Sentence("The entry was removed. It can be brought back.")
SAVED = Sentence("Saved.")
TO_LIST = Sentence("All entries")
HISTORY = Sentence("Earlier versions")
HISTORY_AT = Sentence("As it was on {moment}")
WRITTEN_LATER = Sentence("Written down on {day}")

ENTRY_TITLE = Sentence("Title, if you like")
MOOD = Sentence("Mood")
MOODS = (
    Sentence("very low"),
    Sentence("low"),
    Sentence("in between"),
    Sentence("good"),
    Sentence("very good"),
)
FEELINGS = Sentence("Feelings")
FEELING_STRENGTH = Sentence("How strong: {feeling}")
FEELINGS_BEFORE_AFTER = Sentence("{feeling}: {strength} of 100")
TAGS = Sentence("Tags")
TAGS_HELP = Sentence("Type a word and press Enter.")
MORE = Sentence("Mood, feelings, tags and day")
ABOUT = Sentence("When this was")
UNSET = Sentence("not set")
CLEAR = Sentence("unset")
NOTHING_YET = Sentence("There is nothing to save yet.")
LEAVE = Sentence("Leave it as a draft")
DISCARD = Sentence("Throw the draft away")
DISCARD_SURE = Sentence("Yes, throw it away")
CHOOSE = Sentence("Choose")
YES = Sentence("yes")
NO = Sentence("no")
MORE_FIELDS = Sentence("More, if you like")
NEW_PERSON = Sentence("Initial or name")
PAGE = Sentence("Page")
SECOND_SITTING = Sentence("Go on with the second half")
WROTE_BEFORE = Sentence("What you wrote before")
NOTE_LABEL = Sentence("Note")
