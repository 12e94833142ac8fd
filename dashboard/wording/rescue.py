"""A damaged file, what can still be read in it, what was set aside, and where backups are kept."""

from assessments.language import Counted, Sentence

LOOK_TITLE = Sentence("What can still be read")
LOOK_WHY = Sentence("Nothing in the file is changed by looking. A copy is read, and thrown away afterwards.")
LOOK = Sentence("See what can be read")
LOOK_PASSPHRASE = Sentence("The passphrase of that file")
READABLE = Sentence("Readable: {things}.")
READABLE_NONE = Sentence("Nothing in it can be read any more.")
UNREADABLE = Counted("One more cannot be read.", "{n} more cannot be read.")
UNREADABLE_UNKNOWN = Sentence("How much more there was cannot be told.")
NEW_HERE = Counted("One of them is not in your present file.", "{n} of them are not in your present file.")
NOTHING_NEW = Sentence("All of them are in your present file already.")
BRING_IN = Sentence("Bring those in")
BROUGHT_IN = Counted("Brought in one.", "Brought in {n}.")

AFTER_RESTORING = Sentence(
    "After that, what the backup lacks and the damaged file still shows can be brought in, under Your data."
)
BEGIN_ANEW = Sentence("Set the file aside and begin anew")
BEGIN_ANEW_WHY = Sentence(
    "The damaged file is kept whole beside the new one. What can still be read in it can be brought in later, "
    "under Your data."
)

ASIDE_TITLE = Sentence("Files that were set aside")
ASIDE_WHY = Sentence("They were replaced or could not be read. They hold what they held, until you delete them.")
ASIDE_ONE = Sentence("A file last changed {moment}, {size}.")
ASIDE_DELETE = Sentence("Delete this file for good")
ASIDE_DELETE_WHY = Sentence("What only that file holds is gone then.")

FOLDER_TITLE = Sentence("Where backups are kept")
FOLDER_IS = Sentence("New backups go to this folder:")
FOLDER_GONE = Sentence("That folder is not there at the moment, so no backup is made until it is.")
FOLDER_WHY = Sentence(
    "A folder on another drive keeps your writing safe if this device is lost. Earlier backups stay where they are. "
    "Kept are the newest of the last 7 days, 4 weeks and 12 months."
)
FOLDER_PLAIN = Sentence("Your file has no passphrase, so whoever can open that folder can read the backups.")
FOLDER_LABEL = Sentence("Another folder, with its whole path")
FOLDER_USE = Sentence("Keep new backups there")
FOLDER_BESIDE = Sentence("Keep them beside the file again")
FOLDER_CHANGED = Sentence("New backups go there from now on.")
NO_BACKUP_MADE = Sentence("The backup that is due was not made. {reason}")
