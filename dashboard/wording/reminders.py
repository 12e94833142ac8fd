"""Reminders for one's calendar: of what, how often, when, and in which words."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Reminders")
WHY = Sentence(
    "A file for your calendar. It shows the words below and nothing else, so that a lock screen gives nothing away."
)
STEADY = Sentence("Things have been steady for ten weeks; twice as long between check-ins is enough.")
WHAT = Sentence("Of what")
NOTHING_CHOSEN = Sentence("Choose one or more")
EVERY = Sentence("{title}: how often")
AT = Sentence("{title}: at")
DAYS = Counted("every day", "every {n} days")
WEEKS = Counted("every week", "every {n} weeks")
FIRST = Sentence("From which day on")
ZONE = Sentence("In your time zone, {zone}.")
WORDS = Sentence("What the calendar shows")
DOWNLOAD = Sentence("Download the calendar file")
AFTERWARDS = Sentence(
    "Open the file with your calendar. A newer file changes a reminder instead of adding a second one. "
    "To end one, delete it in the calendar."
)
