"""The road: eight steps, each with its page, and the closing look at all of them."""

from assessments.language import Counted, Sentence

TITLE = Sentence("The road")
LEAD = Sentence("Eight steps. Take them in any order, at any pace, and leave out what is not for you.")
STEP_TITLE = Sentence("{number}. {title}")
OPEN = Sentence("Open")
ALL_STEPS = Sentence("All steps")
STEP_OF = Sentence("Step {number} of {all}")
BEFORE = Sentence("The step before")
NEXT = Sentence("The next step")
MATTERS_NOW = Sentence("This one matters to you now.")
MARK = Sentence("This step matters to me now")
UNMARK = Sentence("It no longer stands in front")

FIGURES = Sentence("Where your figures stand")
NO_FIGURES = Sentence("No figure yet. One appears after you answer: {titles}.")
FIGURE = Sentence("{scale}: {value} of {high}, on {day}.")
FIGURE_WITH_TITLE = Sentence("{title}, {scale}: {value} of {high}, on {day}.")
QUESTIONS = Sentence("Questions")
ANSWER = Sentence("Answer: {title}")
WRITE = Sentence("Write")
REFLECTIONS = Sentence("Something to turn over")
WRITE_ON = Sentence("Write about it")
GO_ON = Sentence("Go on writing")
PRACTICES = Sentence("Practices")
PICTURES = Sentence("Pictures of your own")
PRACTICE_WEEKS = Sentence("Practices by week")

WISHED = Sentence("Where I would like to be on the map")
WISHED_WHY = Sentence("Only for you. Nobody can say where the right place is, and it may move.")
WISHED_AUTONOMY = Sentence("On my own feet")
WISHED_CLOSENESS = Sentence("Close to people")
WISHED_LITTLE = Sentence("hardly")
WISHED_MUCH = Sentence("very much")
WISHED_KEEP = Sentence("Put my mark there")
WISHED_CLEAR = Sentence("Take my mark away")

RECAP = Sentence("The whole road at a glance")
RECAP_WHY = Sentence("What you did there, with one figure of yours. They are different things, so no two compare.")
DONE_CHECK_INS = Counted("{n} check-in", "{n} check-ins")
DONE_ENTRIES = Counted("{n} entry", "{n} entries")
DONE_PRACTICES = Counted("{n} practice noted", "{n} practices noted")
BEGUN_STEPS = Counted(
    "You have been on {n} of the eight steps so far. None of them is a must.",
    "You have been on {n} of the eight steps so far. None of them is a must.",
)

AIM = Sentence("An aim of your own")
AIM_WHY = Sentence(
    "If you like: one thing you would like to be true, in your own words. You can rate it with the pulse."
)
AIM_LABEL = Sentence("My aim")
AIM_HINT = Sentence("For example: I say what I need.")
AIM_KEEP = Sentence("Keep this aim")
AIM_KEPT = Sentence("Kept. After the next pulse you can say how far it was true.")
AIM_RATE = Sentence("Your aim, in the past seven days")
AIM_RATE_KEEP = Sentence("Keep the rating")
