"""Taking everything out: the kinds of files, what protects them, and what is in them."""

from assessments.language import Sentence

TITLE = Sentence("Take everything with you")
KIND = Sentence("As what")
KINDS = {
    "archive": Sentence("One archive"),
    "sealed": Sentence("One encrypted archive"),
    "tables": Sentence("Tables for a spreadsheet"),
    "fhir": Sentence("FHIR R4, for a health record"),
    "markdown": Sentence("Notes in Markdown"),
}
ABOUT = {
    "archive": Sentence("Everything, and it comes back whole: ZIP with JSON, tables, questionnaires and a guide."),
    "sealed": Sentence("The same, under a passphrase."),
    "tables": Sentence("Check-ins long and wide, entries and the rest, for pandas or R too: ZIP of CSV."),
    "fhir": Sentence("Questionnaires and answers alone, without the journal: JSON."),
    "markdown": Sentence("One note for each entry and check-in, for any notes app: ZIP."),
}
NOT_ENCRYPTED = Sentence("This file is not encrypted. Whoever has it can read it.")
ENCRYPTED = Sentence("This file opens with its passphrase alone. Nobody can open it without, and nobody can reset it.")
WITH_HISTORY = Sentence("With what I removed and what entries were before I changed them")
NOT_IN_IT = Sentence(
    "Drafts, settings, and themes with their names are in the archives alone. Backups are in none of these files."
)
DOWNLOAD = Sentence("Download")
PASSPHRASE = Sentence("A passphrase for the file")
AGAIN = Sentence("The same once more")
PREPARE = Sentence("Encrypt it")
PREPARING = Sentence("Encrypting")
