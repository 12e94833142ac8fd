"""Your data: where it is, what was removed, deleting everything."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Your data")
WHERE = Sentence("Everything is in this folder:")
SIZE = Sentence("{size} on disk.")
ENCRYPTED = Sentence("The file is encrypted with your passphrase.")
NOT_ENCRYPTED = Sentence("The file is not encrypted: whoever can use this device can read it.")
HOLDS = Sentence("It holds {things}.")
HOLDS_NOTHING = Sentence("It holds nothing yet.")
PRACTICES = Counted("{n} practice done", "{n} practices done")
EVENTS = Counted("{n} life event", "{n} life events")

REMOVED = Sentence("Removed, and still here")
REMOVED_NONE = Sentence("Nothing is waiting there.")
REMOVED_MORE = Counted("And {n} more.", "And {n} more.")
REMOVED_TOGETHER = Counted(
    "{n} record that came in together and was taken back: {name}",
    "{n} records that came in together and were taken back: {name}",
)
REMOVED_WHAT = Sentence("{what}, {day}")
EMPTY_HISTORY = Sentence("Erase what was removed and all earlier versions")
EMPTY_HISTORY_WHY = Sentence("After this they cannot be brought back. Backups that still hold them are named.")
EMPTIED = Sentence("Erased.")
BACKUPS_HOLD = Counted("One backup still holds earlier words:", "{n} backups still hold earlier words:")

BACKUP = Sentence("Backups")
BACKUP_NOW = Sentence("Make a backup now")
BACKUP_MADE = Sentence("Backup made: {path}")
LAST_BACKUP = Sentence("The last one is from {moment}.")
NO_BACKUP = Sentence("There is none yet.")

PLAIN_BACKUP = Sentence("{name}, from {moment}, is not encrypted: anyone who has it can read it.")
OLD_WORDS_BACKUP = Sentence("{name}, from {moment}, still holds what was erased since.")
DELETE_BACKUP = Sentence("Delete this backup")
GO_BACK = Sentence("Go back to a backup")
GO_BACK_WHY = Sentence(
    "What is here now is set aside whole in the same folder, not deleted. "
    "Afterwards the app locks and you open it again."
)
GO_BACK_TO = Sentence("Back to {moment}")

DELETE = Sentence("Delete everything")
DELETE_WHY = Sentence(
    "This erases every check-in, entry and setting, and cannot be undone. Type the word {word} to confirm."
)
DELETE_WORD = Sentence("delete")
DELETE_FIELD = Sentence("The word")
DELETE_NOW = Sentence("Delete everything now")
DELETE_BACKUPS = Sentence("Delete the backups too")
CHECK = Sentence("Check the file")
CHECK_FINE = Sentence("The file is whole.")
CHECK_FAULTS = Counted("The check found one fault:", "The check found {n} faults:")

PASSPHRASE = Sentence("Passphrase")
ADD_PASSPHRASE = Sentence("Add a passphrase")
CHANGE_PASSPHRASE = Sentence("Change the passphrase")
OLD = Sentence("The present passphrase")
NEW = Sentence("The new passphrase")
AGAIN = Sentence("The new one again")
CHANGED = Sentence("The passphrase is changed.")
CHANGE_KEY = Sentence("Change the key too")
CHANGE_KEY_WHY = Sentence(
    "For when somebody may have learnt a passphrase or code and may have a copy of the file. Other windows are locked, "
    "and a new recovery code is shown. Backups made so far still open with the old secrets."
)
KEY_PASSPHRASE = Sentence("Your passphrase, which stays the same")
CHANGE_KEY_NOW = Sentence("Write the file anew under a new key")
IDLE = Sentence("Lock after so many minutes without use")
IDLE_WHY = Sentence("What you were typing waits as a draft. Zero means never.")
NEW_CODE = Sentence("Make a new recovery code")
NEW_CODE_WHY = Sentence("The old code stops working.")
