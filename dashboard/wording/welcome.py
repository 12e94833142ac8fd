"""The first screen: begin, look around, open, and the recovery code."""

from assessments.language import Sentence

TITLE = Sentence("A quiet place to look at trust")
WHAT = Sentence(
    "Short check-ins, a guided journal, and an honest look at whether anything has changed. "
    "It follows eight small steps, in your own time."
)
PRIVATE = Sentence("Everything stays in one file on this device. Nothing is sent anywhere, and there is no account.")
NOT_A_TEST = Sentence("It is an aid for reflection. It does not diagnose, and it does not replace people who can help.")
BEGIN = Sentence("Begin your own")
LOOK_AROUND = Sentence("Look around with an invented person")

CHOOSE = Sentence("Choose a passphrase")
CHOOSE_WHY = Sentence("It locks your file, so that only you can read it. A few words you remember do well.")
SHORTEST = Sentence("At least eight characters.")
NO_WAY_BACK = Sentence(
    "Nobody can reset it. A recovery code comes next: if you lose both, nobody can open again what you wrote."
)
PASSPHRASE = Sentence("Passphrase")
PASSPHRASE_AGAIN = Sentence("The same passphrase again")
CREATE = Sentence("Begin with this passphrase")
WITHOUT = Sentence("Begin without a passphrase")
WITHOUT_WHY = Sentence("Without one, anyone who uses this device can read your file. You can add one later.")
NOT_THE_SAME = Sentence("The two passphrases differ. Please type them once more.")
TOO_SHORT = Sentence("Please use at least eight characters.")

CODE_TITLE = Sentence("Your recovery code")
CODE_WHY = Sentence(
    "It opens your file if you forget the passphrase, and it is shown only now. Write it on paper, or save it."
)
CODE_DOWNLOAD = Sentence("Save the code as a text file")
CODE_FILE = Sentence("Anyone can read that text file, so keep it away from this device.")
CODE_KEPT = Sentence("I have put it away")
CODE_WAITS = Sentence("You have not put a recovery code away yet.")
CODE_ANEW = Sentence("Make a new one under Your data")

LOCKED_TITLE = Sentence("Locked")
LOCKED_WHY = Sentence("It locks whenever the page is reloaded. Nothing is lost by that: drafts are kept inside.")
OPEN = Sentence("Open")
FORGOTTEN = Sentence("I forgot the passphrase")
CODE = Sentence("Recovery code")
OPEN_WITH_CODE = Sentence("Open with the code")
NEW_PASSPHRASE_NEXT = Sentence("After that you choose a new passphrase.")
RECOVERED_TITLE = Sentence("Choose a new passphrase")
RECOVERED_WHY = Sentence(
    "The recovery code has opened your file. The old passphrase stops working when you choose a new one; "
    "the code goes on working."
)
RECOVERED_CHOOSE = Sentence("Use this passphrase from now on")
OPENING = Sentence("Opening …")
PLAIN_TITLE = Sentence("Closed")
PLAIN_WHY = Sentence("Your file has no passphrase. It opens with one click.")
CLOCKWORK_WAIT = Sentence("Please wait {seconds} seconds before the next try.")

DAMAGED_TITLE = Sentence("Your file cannot be read as it is")
DAMAGED_WHY = Sentence(
    "Some of it was changed from outside or did not reach the disk. The file is left just as it was found."
)
DAMAGED_BACKUP = Sentence("The newest good backup is from {moment}.")
DAMAGED_RESTORE = Sentence("Restore that backup into a new file")
DAMAGED_NONE = Sentence("No good backup was found beside it. The file stays where it is:")
DAMAGED_ASIDE = Sentence("The damaged file was set aside at {path}.")
