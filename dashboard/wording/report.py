"""The report: what stands on the page that a person prints or takes to somebody, and the screen that prepares it."""

from assessments.language import Counted, Sentence

TITLE = Sentence("Report")
WHAT = Sentence("A page or two to keep, or to take to somebody you trust. You see it here first.")

HEADING = Sentence("How it has been, {first} to {last}")
MADE_ON = Sentence(
    "Made with Footbridge on {day} from your own check-ins and notes. A reflection aid, not a clinical test."
)
FOOTER = Sentence("Private. This file is not encrypted.")
PAGE = Sentence("Page {page} of {pages}")
NOTHING_YET = Sentence(
    "There is nothing from these days yet, and that is fine. After a check-in or an entry this page fills by itself."
)
ALL_LEFT_OUT = Sentence("Every part is left out. Tick one and it appears here.")

AIM = Sentence("Your own aim")
AIM_RATED = Sentence("Latest rating: {word} ({n}).")
RATINGS = Counted("{n} rating in these days", "{n} ratings in these days")

SCORES = Sentence("The figures")
FIGURE = Sentence("Figure")
COURSE = Sentence("{first} to {last}")
LATEST = Sentence("Latest")
USUAL = Sentence("Usual range")
CHECK_INS = Sentence("Check-ins")
LATEST_OF = Sentence("{value} of {high}")
RANGE = Sentence("{low} to {high}")
N_EVER = Sentence("{n} in all")
N_BOTH = Counted("{n} check-in in these days, {ever} in all", "{n} check-ins in these days, {ever} in all")
MAIN_FIGURE = Sentence("{title} ({direction}): {n}. Usual range: {usual}.")
NOT_YET_KNOWN = Sentence("not yet known")
LOWER = Sentence("lower is easier")
HIGHER = Sentence("higher is easier")
NEITHER = Sentence("neither way is better")
STANDS_OUT = Sentence("{way} · stands out, see below")
SCORES_WHY = Sentence(
    "Each dot is a check-in, over long spans the average of some weeks; hollow ones stand on fewer answers. Thin lines "
    "are the lowest and the highest figure there can be. The grey band is the usual range, where about four of five of "
    "your check-ins fall, known from {n} on: no norm, and dots inside it are everyday ups and downs."
)
STRIP_ALT = Counted(
    "{title}: {n} check-in in these days, {value} of {high}.",
    "{title}: {n} check-ins in these days, between {least} and {most}; the latest is {value} of {high}.",
)
STRIP_BAND = Sentence("Usual range about {low} to {high}.")

CLAIMS = Sentence("What stands beyond the usual ups and downs")
TOO_EARLY = Sentence("Too early to tell.")
NOTHING_CLAIMED = Sentence("Nothing does. Most of the time that is how it is.")
TESTED_SCALES = Counted(
    "Looked at: {n} figure with enough check-ins for a verdict. Beyond the ups and downs: {claimed}.",
    "Looked at: {n} figures with enough check-ins for a verdict. Beyond the ups and downs: {claimed}.",
)
TOO_FEW = Counted(
    "{n} more figure has too few check-ins so far.",
    "{n} more figures have too few check-ins so far.",
)
TESTED_PAIRS = Counted(
    "What goes with what: {n} pair tested, of which about {chance} would look like something by chance; "
    "{claimed} held.",
    "What goes with what: {n} pairs tested, of which about {chance} would look like something by chance; "
    "{claimed} held.",
)
TESTED_MARKS = Counted(
    "Before and after a marked day, on the main figure: {n} compared; {claimed} more than usual ups and downs.",
    "Before and after marked days, on the main figure: {n} compared; {claimed} more than usual ups and downs.",
)
MARKED_CLAIM = Sentence("{event}. {says}")

THEMES = Sentence("What comes back in what you write")
THEME_LINE = Sentence("{name}: {entries}")
THEME_IN = Counted("in {n} entry of these days", "in {n} entries of these days")
RECURS = Sentence("keeps coming back")
EPISODE = Sentence("one stretch of time")
RISES = Sentence("more often lately than before")
FALLS = Sentence("less often lately than before")
EARLY_WHY = Sentence("Early impressions from few entries, found by a program from shared words; with more they settle.")
THEMES_WHY = Sentence(
    "Found and named by a program from shared words, names of people left out; whether they recur is judged over "
    "everything written."
)

THOUGHTS = Sentence("Thought records")
THOUGHTS_N = Counted("{n} thought record in these days.", "{n} thought records in these days.")
BELIEF = Counted(
    "In {n} the belief in the thought was rated before and after: lower in {lower}, the same in {same}, higher in "
    "{higher}; {before} to {after} of 100.",
    "In {n} the belief in the thought was rated before and after: lower in {lower}, the same in {same}, higher in "
    "{higher}; on average {before} to {after} of 100.",
)
TRAPS = Sentence("Thinking traps that were ticked: {traps}.")
COUNTED = Sentence("{name} ({n})")
BELIEF_ALT = Sentence("Belief in each thought before and after, by day. {rows}")
BELIEF_ROW = Sentence("{day}: {before} to {after}.")
BELIEF_WHY = Sentence("Ring: belief before. Dot: belief after, of 100. It can also stay as it is.")

BRAVE_STEPS = Sentence("Brave steps")
STEPS_N = Counted("{n} step in these days", "{n} steps in these days")
STEPS_DONE = Sentence("{steps}: {done} taken, {changed} taken in another way, {not_now} left for now, {waiting} open.")
STEPS_COMPARED = Counted(
    "In {n} the risk was rated before and after: {better} went better than feared, {worse} worse.",
    "In {n} the risk was rated before and after: {better} went better than feared, {worse} worse.",
)

PRACTICES = Sentence("Practices")
PRACTICES_N = Counted("Logged {n} time in these days: {practices}.", "Logged {n} times in these days: {practices}.")

EVENTS = Sentence("What happened")
EVENT = Sentence("{day}: {event}")

CAVEATS = Sentence("What this page cannot tell")
CAVEAT_ITEMS = (
    Sentence("The questionnaires are reflection aids. They are not validated, and there are no norms to compare with."),
    Sentence("It says nothing about a diagnosis, about causes, or about how safe a person is with somebody else."),
    Sentence(
        "Distrust is sometimes accurate. A high figure can be a fair answer to what is happening, and a low one can "
        "mean that little was asked of it."
    ),
    Sentence(
        "A slow wave over months looks like change, a fresh change tends to be shown too large, and first answers "
        "often run high. Of twenty people in whom nothing changes, at most about one is told of a change within two "
        "years, over all figures together."
    ),
    Sentence("Days without a check-in or an entry are missing here, and they may have been different days."),
)

SPAN = Sentence("Which days")
SPAN_WEEKS = Counted("The last {n} week", "The last {n} weeks")
SPAN_YEAR = Sentence("The last year")
SPAN_ALL = Sentence("Everything")
SPAN_OWN = Sentence("From a day to a day")
FROM_DAY = Sentence("From")
TO_DAY = Sentence("Until")
SPAN_TURNED = Sentence("The first day lies after the last one, so they are read the other way round.")
PAPER = Sentence("Paper")
PAPER_NAMES = {"a4": Sentence("A4"), "letter": Sentence("US Letter")}
WHICH_PARTS = Sentence("What is in it")
PART_NAMES = {
    "aim": AIM,
    "scores": SCORES,
    "claims": Sentence("What stands out"),
    "themes": Sentence("Themes"),
    "thoughts": THOUGHTS,
    "brave_steps": BRAVE_STEPS,
    "practices": PRACTICES,
    "events": Sentence("Life events"),
    "caveats": Sentence("What it cannot tell"),
}
NOTHING_FOR = Sentence("Nothing from these days for: {parts}.")
QUOTES = Sentence("Lines in your own words")
QUOTES_WHY = Sentence(
    "No sentence of your journal is in the report unless you tick it here. The names of themes, tags and life events "
    "are in it with their parts, and your aim as you worded it."
)
QUOTE_TICK = Sentence("“{text}” ({day})")
NO_QUOTES = Sentence("No theme has a line to offer for these days.")
NO_THEMES = Sentence("Once themes were looked for under Patterns, lines that belong to them are offered here.")
QUOTES_EXPERIENCE = Sentence("Offer lines from past experiences too")
PREVIEW = Sentence("How it will look")
DRAWING = Sentence("Drawing it.")
LOOKING = Sentence("What stands out is still being worked out. It joins the rest by itself, and then come the files.")
NOT_ENCRYPTED = Sentence("These files are not encrypted. Whoever has them can read them.")
AS_PDF = Sentence("PDF, for printing")
AS_HTML = Sentence("Web page, one file")
PRINT_ENTRY = Sentence("Print it")
