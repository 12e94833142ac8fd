"""The command line: what each command does, what it asks, what it says when it is done or cannot."""

from assessments.language import Counted, Sentence

ABOUT = Sentence("Footbridge on the command line: start the app, bring writing in, take everything out, look after it.")
MORE = Sentence(
    "Everything happens in the data folder {folder} (set FOOTBRIDGE_HOME for another one) and on this computer "
    "alone.\n"
    "A passphrase is asked for where one is needed. For scripts, hand it over with --passphrase-fd or in the "
    "environment variable FOOTBRIDGE_PASSPHRASE; it is never an argument, because other programs can read those.\n\n"
    "Exit codes: 0 done; 1 not done, and nothing was changed; 2 the command was not understood; 3 something needs your "
    "word first, or was left out and is listed; 4 the passphrase is missing or another one; 5 the check found damage; "
    "130 stopped by Ctrl+C, and nothing was changed.\n\n"
    "“footbridge COMMAND --help” explains one command."
)
COMMANDS = Sentence("commands")
COMMAND = Sentence("COMMAND")

RUN = Sentence("Open the app in the browser")
RUN_MORE = Sentence("Starts the app on this computer alone and opens the browser. Stop it with Ctrl+C.")
DEMO = Sentence("Open the app with an invented person's two years")
DEMO_MORE = Sentence("Starts the app as “run” does, and shows an invented person. Your own file is not touched.")
IMPORT = Sentence("Bring in an archive, a diary or tables")
IMPORT_MORE = Sentence(
    "Reads a file or a folder, says what it would add, and adds it: all of it or, when anything goes wrong, nothing. "
    "It is safe to run twice: what is there already is left alone. Begin with --dry-run."
)
EXPORT = Sentence("Take everything out")
EXPORT_MORE = Sentence(
    "Writes everything of your file. “archive” is one ZIP that can be brought in again whole, history included; “csv” "
    "are tables, “fhir” the questionnaires and answers for medical software, “markdown” a folder of notes, “sealed” "
    "the archive, encrypted with a passphrase of its own. All but “sealed” can be read by whoever can open the file."
)
UNDO = Sentence("Take an import back, or list the imports")
UNDO_MORE = Sentence(
    "Removes what one import brought. It can be brought back in the app, under Your data, until you erase it there."
)
BACKUP = Sentence("Make a backup and check it")
BACKUP_MORE = Sentence("Writes a backup of your file, opens it to check it, and prints where it is.")
RESTORE = Sentence("Go back to a backup")
RESTORE_MORE = Sentence(
    "Puts a backup in the place of your file. The file that stands there is set aside whole, never deleted."
)
VERIFY = Sentence("Check every page of your file")
VERIFY_MORE = Sentence("Reads everything in your file and says whether all is as it was written.")
REPORT = Sentence("Write a report for yourself or a therapist")
REPORT_MORE = Sentence(
    "Writes a page or two as HTML or PDF, by the ending of TARGET. Nothing of the journal's text stands in it."
)

PORT = Sentence("the port to listen on (otherwise FOOTBRIDGE_PORT, or 8501)")
NO_BROWSER = Sentence("do not open the browser")
PASSPHRASE_FD = Sentence("read the passphrase from this open file descriptor, to its end")
ARCHIVE_PASSPHRASE_FD = Sentence(
    "read the passphrase of the encrypted archive from this file descriptor (otherwise FOOTBRIDGE_ARCHIVE_PASSPHRASE, "
    "or it is asked for)"
)
IMPORT_FILE = Sentence("the file or folder to bring in")
FORMAT = Sentence("the kind of file; without it, the content tells")
DRY_RUN = Sentence("only say what would be added; change nothing")
MAP = Sentence(
    "levels from 1 to 5 (5 is best) for a diary's own mood words, as “rad=5,meh=3”; “none” for a word without a level"
)
NEW = Sentence("begin a file, without a passphrase, where there is none yet")
ZONE = Sentence("the time zone of entries that name none, as “Europe/Berlin” (otherwise this computer's)")
DATE_PATTERN = Sentence("where the date stands in the names of notes, as “YYYY-MM-DD”")
DAY_FIRST = Sentence("read 3/4 as the third of April")
MONTH_FIRST = Sentence("read 3/4 as the fourth of March")
ACCEPT_DOUBTFUL = Sentence("add what is doubtful too, as far as it can be read")
BRING_BACK = Sentence("bring back what came before and was removed since")
EXPORT_FORMAT = Sentence("what to write")
EXPORT_TARGET = Sentence("where to write it; for csv and markdown a folder, or a ZIP where the name ends in .zip")
REPLACE = Sentence("replace a file that is there already")
WITHOUT_HISTORY = Sentence("leave out of an archive what was removed and what records were before they were changed")
RESTORE_FILE = Sentence("the backup to go back to")
RESTORE_NEWEST = Sentence("go back to the newest backup that is whole")
RESTORE_LIST = Sentence("list the backups, the newest first")
UNDO_ID = Sentence("the import to take back, by the name that the import printed")
UNDO_LIST = Sentence("list the imports, the latest first")
REPORT_TARGET = Sentence("the file to write; its name ends in .html or .pdf")
REPORT_SINCE = Sentence("the first day, as “2026-01-31” (otherwise twelve weeks before the last day)")
REPORT_UNTIL = Sentence("the last day (otherwise today)")
REPORT_PAPER = Sentence("the paper of a PDF")

NEVER_AN_ARGUMENT = Sentence(
    "A passphrase is never given as an argument, because other programs can read those. "
    "Use --passphrase-fd, FOOTBRIDGE_PASSPHRASE, or wait to be asked."
)
ASK_PASSPHRASE = Sentence("Passphrase: ")
ASK_ARCHIVE_PASSPHRASE = Sentence("Passphrase of the encrypted archive: ")
ASK_AGAIN = Sentence("The same passphrase again: ")
NOT_THE_SAME = Sentence("The two passphrases differ. Nothing was written.")
EMPTY_PASSPHRASE = Sentence("An empty passphrase protects nothing. Nothing was written.")
NO_TERMINAL = Sentence(
    "A passphrase is needed, and there is no terminal to ask on. Hand it over with {option} or in {variable}."
)
NOT_A_DESCRIPTOR = Sentence("File descriptor {number} cannot be read.")

STOPPED = Sentence("Stopped. Nothing was changed.")
UNEXPECTED = Sentence("Something went wrong that should not have ({kind}). Nothing was changed.")
NO_VAULT = Sentence(
    "There is no Footbridge file in {folder} yet. Add --new to make one without a passphrase, or begin in the app."
)
MADE_VAULT = Sentence("Began a file without a passphrase in {folder}.")
READING = Sentence("Reading {name} …")
SAVING = Sentence("Saving: {share} %")

WOULD_ADD = Sentence("Would add:")
ADDED = Sentence("Added:")
NOTHING_NEW = Sentence("Nothing new.")
CHECK_INS = Counted("{n} check-in", "{n} check-ins")
ENTRIES = Counted("{n} journal entry", "{n} journal entries")
PRACTICES = Counted("{n} practice done", "{n} practices done")
EVENTS = Counted("{n} life event", "{n} life events")
QUESTIONNAIRES = Counted("{n} questionnaire", "{n} questionnaires")
CORRECTED = Counted("{n} correction of what is there", "{n} corrections of what is there")
SPAN = Sentence("from {first} to {last}")
ALREADY_THERE = Counted("{n} is there already and stays as it is.", "{n} are there already and stay as they are.")
DIFFERING = Counted(
    "{n} is there already with other words; those stay.", "{n} are there already with other words; those stay."
)
REMOVED_BEFORE = Counted(
    "{n} came before and was removed; it stays away (--bring-back brings it back).",
    "{n} came before and were removed; they stay away (--bring-back brings them back).",
)
AS_REMOVED = Counted(
    "{n} was removed before the archive was made and stays removed.",
    "{n} were removed before the archive was made and stay removed.",
)
DRAFTS = Counted("{n} unfinished text", "{n} unfinished texts")
SETTINGS = Counted("{n} setting", "{n} settings")
MEDIA = Counted(
    "{n} picture or recording stays behind: Footbridge keeps words.",
    "{n} pictures and recordings stay behind: Footbridge keeps words.",
)
DOUBTFUL = Counted(
    "{n} place is doubtful and left out (--accept-doubtful adds what can be read):",
    "{n} places are doubtful and left out (--accept-doubtful adds what can be read):",
)
FAULTS = Counted("{n} place in a questionnaire cannot be used:", "{n} places in questionnaires cannot be used:")
MORE_PLACES = Counted("and {n} more", "and {n} more")
MOODS_NEEDED = Sentence(
    "The diary has mood words of its own. Say their levels (1 to 5, 5 is best), perhaps like this, and run it again:"
)
MOOD_GUESS = Sentence("“{label}”, {times}: {level}")
TIMES = Counted("{n} time", "{n} times")
NO_GUESS = Sentence("which level?")
BAD_MAP = Sentence("“{part}” is no level for a mood word. Write it as word=3, with a level from 1 to 5, or word=none.")
BAD_ZONE = Sentence("There is no time zone “{name}”. An example is Europe/Berlin.")
BAD_DAY = Sentence("“{day}” is no day. Write it as 2026-01-31.")
UNDO_WITH = Sentence("To take all of it back: footbridge undo {import_id}")
NO_IMPORTS = Sentence("There are no imports.")
IMPORT_LINE = Sentence("{import_id}  {moment}  {source}, {n}")
RECORDS = Counted("{n} record", "{n} records")
TAKEN_BACK = Counted("Took back {n} record.", "Took back {n} records.")
UNKNOWN_IMPORT = Sentence("There is no import {import_id} of which anything is left.")

WRITTEN = Sentence("Written: {path}")
NOT_ENCRYPTED = Sentence("It is not encrypted: whoever can open it can read everything in it.")
SEALED = Sentence("It is encrypted. Without its passphrase nobody can open it, you included.")
IN_THE_WAY = Sentence("{path} is there already. Choose another name, or add --replace.")
FOLDER_IN_THE_WAY = Sentence("{path} is a folder that is not empty. Choose another name.")
CANNOT_WRITE = Sentence("{path} cannot be written: {why}.")
BACKUP_MADE = Sentence("A backup was made and checked: {path}")
NO_BACKUPS = Sentence("There is no backup.")
BACKUP_LINE = Sentence("{moment}  {size}  {path}")
RESTORED = Sentence("Your file is now that of the backup {path}.")
SET_ASIDE = Sentence("The one before it was set aside: {path}")
WHOLE = Sentence("All is as it was written: {counts}.")
DAMAGE = Counted("{n} fault was found:", "{n} faults were found:")

ALREADY_RUNS = Sentence("Footbridge already runs: open {address}")
OPENS = Sentence("Footbridge opens at {address} (stop it with Ctrl+C).")
PORT_TAKEN = Sentence("Port {port} is used by another program. Choose another one: {way_out}")
BAD_PORT = Sentence("{name} has to be a number from 1024 to 65535.")
SPAN_ENDS_FIRST = Sentence("A report ends on or after its first day; {first} comes after {last}.")
BAD_REPORT_NAME = Sentence("The name of a report ends in .html or .pdf.")
