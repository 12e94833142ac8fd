"""Help: people who can help, one's own contacts and plan, and ways to find company."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Help")
BACK_TO_BEGINNING = Sentence("Back to the beginning")
BACK_TO_OPENING = Sentence("Back to opening it")
FIRST = Sentence("If anyone is in danger now, call the emergency number first.")
NOT_ALONE = Sentence("You do not need a reason that is good enough. These people are there to listen.")
WHERE = Sentence("Where you are")
ANYWHERE = Sentence("Somewhere else")
CRISIS = Sentence("Someone to talk to now")
DOMESTIC_ABUSE = Sentence("When somebody close to you frightens or hurts you")
CALL = Sentence("Call {number}")
WRITE_TO = Sentence("Write: {how}")
WEB = Sentence("On the web: {address}")
WAYS_TO_FIND = Sentence("Finding a line where none is listed")
COMPANY = Sentence("Ways to find company")
SET_DOWN = Counted(
    "This list was set down on {day}, one day ago, from what the services publish. "
    "Nobody called the numbers to try them.",
    "This list was set down on {day}, {n} days ago, from what the services publish. "
    "Nobody called the numbers to try them.",
)
SET_DOWN_TODAY = Sentence(
    "This list was set down today, {day}, from what the services publish. Nobody called the numbers to try them."
)
CHECK_IT = Sentence("Numbers change. If one does not answer, the ways above help to find another.")
NOT_WATCHED = Sentence(
    "This app does not watch what you write and tells nobody. If you want someone to know, tell them."
)
