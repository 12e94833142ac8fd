"""Bringing one's past in: the file, what it would add, what is doubtful, taking it back."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Bring your past in")
WHY = Sentence(
    "A diary or check-ins from elsewhere. First you see what the file would add; nothing is added until you "
    "say so, and the whole of it can be taken back at once."
)
FILE = Sentence("A file, or a folder as a ZIP")
BOUND = Sentence(
    "Up to {n} MB here; the file is held in memory and written nowhere. "
    "For a larger file, or for a folder as it is, type in a terminal: {command}"
)
COMMAND = "footbridge import FILE"
DEMO = Sentence("Nothing of your own comes into an invented person's data. Begin your own to bring a diary in.")

READING = Sentence("Reading the file")
SEALED = Sentence("This is an encrypted archive. Its passphrase opens it; nothing is added yet.")
SEALED_PASSPHRASE = Sentence("The archive's passphrase")
SEALED_OPEN = Sentence("Open the archive")

FORMAT = Sentence("What this file is")
FORMAT_UNKNOWN = Sentence("Choose what it is")
FORMATS = {
    "archive": Sentence("An archive of Footbridge"),
    "csv": Sentence("Tables of Footbridge (CSV)"),
    "daylio": Sentence("Daylio (CSV)"),
    "day_one": Sentence("Day One (JSON or ZIP)"),
    "jrnl": Sentence("jrnl (JSON or text)"),
    "bearable": Sentence("Bearable (CSV)"),
    "markdown": Sentence("Markdown notes"),
    "fhir": Sentence("FHIR R4 (JSON)"),
}
NOT_RECOGNISED = Sentence("What this file is cannot be told from its content. If you know, choose it here.")
ZONE = Sentence("The time zone it was written in")
ZONE_WHY = Sentence("This kind of file does not say in which zone its times are.")
PATTERN = Sentence("How the date stands in the file names")
PATTERN_WHY = Sentence(
    "YYYY year, MM month, DD day, MMMM the month's name, HH and mm the time, * anything, [words] in brackets stand for "
    "themselves. With slashes it is the pattern of the whole path."
)
DAY_FIRST = Sentence("What is 3/4?")
DAY_FIRST_CHOICES = {
    "unknown": Sentence("I cannot say; leave such days out"),
    "day": Sentence("3 April: the day stands first"),
    "month": Sentence("4 March: the month stands first"),
}

WOULD_COME_IN = Sentence("What would come in")
NOTHING_NEW = Sentence("Nothing in it is new here.")
COMES = Sentence("{things}, from {first} to {last}.")
COMES_ON_ONE_DAY = Sentence("{things}, on {first}.")
QUESTIONNAIRES = Counted("{n} questionnaire of your own", "{n} questionnaires of your own")
QUESTIONNAIRES_COME = Counted(
    "{n} questionnaire, which becomes one of your own:", "{n} questionnaires, which become your own:"
)
SAMPLE = Sentence("{moment}: {words}")
SAMPLES = Sentence("For instance:")
WITHOUT_WORDS = Sentence("without words")
ALREADY_THERE = Counted(
    "{n} of it is here already and stays as it is.", "{n} of it are here already and stay as they are."
)
DIFFERING = Counted(
    "{n} is here with other words; what is here stays.", "{n} are here with other words; what is here stays."
)
CORRECTED = Counted(
    "{n} corrects what is here; the earlier state stays in its history.",
    "{n} correct what is here; the earlier states stay in their history.",
)
REMOVED_BEFORE = Counted(
    "Bring back {n} that was here before and was taken out", "Bring back {n} that were here before and were taken out"
)
AS_REMOVED = Counted(
    "{n} was removed before the archive was made. It stays removed here, and can be brought back.",
    "{n} were removed before the archive was made. They stay removed here, and can be brought back.",
)
DRAFTS = Counted("{n} unfinished text comes too.", "{n} unfinished texts come too.")
MEDIA = Counted(
    "{n} picture or sound belongs to it and stays behind: Footbridge keeps words alone.",
    "{n} pictures or sounds belong to it and stay behind: Footbridge keeps words alone.",
)
SETTINGS = Sentence("Take its settings and the names of its themes too, where there are none here yet")
DOUBTFUL = Counted("{n} place needs your eye", "{n} places need your eye")
DOUBTFUL_TOO = Counted("Bring in {n} doubtful one all the same", "Bring in {n} doubtful ones all the same")
MORE = Counted("And {n} more of the kind.", "And {n} more of the kind.")
PROBLEMS = Counted("{n} part cannot be taken in", "{n} parts cannot be taken in")

MOODS = Sentence("Your words for moods")
MOODS_WHY = Sentence(
    "Footbridge keeps a mood as a level from 1 to 5. Say which level each word stands for; what is set is only a guess."
)
MOOD = Counted("{label} ({n} time)", "{label} ({n} times)")
LEVELS = {
    0: Sentence("no level"),
    1: Sentence("1, the hardest"),
    2: Sentence("2"),
    3: Sentence("3, in between"),
    4: Sentence("4"),
    5: Sentence("5, the best"),
}
MOODS_LEFT = Counted("One rarer word gets no level.", "{n} rarer words get no level.")

BRING_IN = Sentence("Bring it in")
WORKING = Sentence("Writing {done} of {n}")
CAME_IN = Sentence("Came in: {things}.")
REST_CAME_IN = Sentence("What it held beside check-ins and entries came in.")
READ_THEM = Sentence("Read them in the journal")
SEE_PROGRESS = Sentence("See them under Progress")
SEE_QUESTIONNAIRES = Sentence("See it among the questionnaires")

PAST = Sentence("What came in before")
PAST_LINE = Sentence("{name}, {moment}: {things}")
RECORDS = Counted("{n} record", "{n} records")
TAKE_BACK = Sentence("Take it back")
TAKE_BACK_WHY = Sentence(
    "Everything that came in with it is taken out again. It waits under “{removed}” until you erase it there."
)
TAKING_BACK = Sentence("Taking it back")
TAKEN_BACK = Counted("Taken back: {n} record.", "Taken back: {n} records.")
