"""The gentle pointer to Help, and the person's own contacts and plan."""

from assessments.language import Sentence

GENTLY = Sentence(
    "Some of what you wrote sounds heavy to carry alone. If you would like a person to talk to, Help shows who can be "
    "reached now. This was compared on this device only; nothing was noted and nobody was told."
)
TO_HELP = Sentence("Open Help")
NOT_NOW = Sentence("Not now")
OWN = Sentence("Your own people and plan")
OWN_LOCKED = Sentence("Your own contacts and your plan for bad days appear here once the app is open.")
CONTACTS = Sentence("People I can call or write to")
CONTACTS_HINT = Sentence("A name and a number on each line.")
PLAN = Sentence("My plan for bad days")
PLAN_HINT = Sentence("What has helped before. Where I can go. What I will tell myself.")
CHANGE = Sentence("Write or change them")
KEEP = Sentence("Keep them")
NOTHING_YET = Sentence(
    "On a calm day you can set down here whom to call and what helps, so that you find it on a bad one."
)
