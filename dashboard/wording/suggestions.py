"""What next?: one suggestion with its reason."""

from assessments.language import Counted, Sentence

TITLE = Sentence("What next?")
NOT_AGAIN = Sentence("Do not suggest this again")
AWAY = Sentence("A look at what moves: {scale} stands away from where it usually is for you.")
AWAY_BUTTON = Sentence("See it over time")
PRACTICE = Sentence(
    "“{name}” went together with an easier {scale} in your own weeks. What leads to what, nobody can tell from that."
)
PRACTICE_BUTTON = Sentence("See its step")
STEP = Sentence("You marked “{name}” as the step that matters now, and it has been a quiet week there.")
STEP_BUTTON = Sentence("Open the step")
UNFINISHED = Counted(
    "An entry from {n} week ago waits for its second half: {name}.",
    "An entry from {n} weeks ago waits for its second half: {name}.",
)
UNFINISHED_SOON = Sentence("An entry waits for its second half: {name}.")
UNFINISHED_BUTTON = Sentence("Look again")
COME_LESS_OFTEN = Sentence(
    "Things have been steady for weeks. Coming every two weeks would show as much, and leave you more of your evenings."
)
OLDEST = Counted("Your oldest check-in: {name}, {n} week ago.", "Your oldest check-in: {name}, {n} weeks ago.")
OLDEST_DAYS = Sentence("Your oldest check-in: {name}, some days ago.")
OLDEST_BUTTON = Sentence("Answer it")
