"""Generated records, histories and texts for every test of reading and writing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from assessments.catalogue import load
from assessments.exchange.belongings import Belongings
from assessments.exchange.beside import Beside, EarlierState, State, UnfinishedText, WorkedOut
from assessments.records import Entry, Event, PracticeDone, Record, Response

HOSTILE = tuple(
    line.encode().decode("unicode_escape").encode("latin-1").decode("utf-8") if "\\" in line else line
    for line in (Path(__file__).parent.parent / "fixtures" / "hostile_strings.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("##")
)
ZONES = (UTC, *map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")))

REPEATED_HOURS = ("2026-10-25 02:30", "2026-04-05 01:45")

texts: SearchStrategy[str] = st.text(max_size=60) | st.sampled_from(HOSTILE)
words: SearchStrategy[str] = st.text(min_size=1, max_size=20)
zones = st.sampled_from(ZONES) | st.integers(-720, 720).map(lambda m: timezone(timedelta(minutes=m)))


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """A moment in some zone, in a repeated hour as well."""
    local = draw(st.datetimes(datetime.fromisoformat("1900-01-02"), datetime.fromisoformat("2100-12-30")))
    moment = draw(st.sampled_from([local, *map(datetime.fromisoformat, REPEATED_HOURS)]))
    moment = moment.replace(tzinfo=draw(zones), fold=draw(st.sampled_from([0, 1])))
    # A wall clock that the zone skips is moved to one that it has.
    return moment.astimezone(UTC).astimezone(moment.tzinfo)


common: dict[str, SearchStrategy[Any]] = {
    "happened_at": moments(),
    "id": st.uuids(version=4).map(str),
    "recorded_at": st.none() | moments(),
    "source": st.none() | st.sampled_from(["", '"', '""', "daylio", "a, b"]) | texts,
    "import_id": st.none() | st.uuids().map(str),
}
field_values = (
    st.none()
    | texts
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.lists(texts, max_size=3).map(tuple)
    | st.dictionaries(words, st.integers(-1000, 1000), max_size=3)
)
answers = st.none() | st.integers(-1000, 1000) | texts | st.just("did not come up")


@st.composite
def responses(draw: st.DrawFn) -> Response:
    """A response to a built-in questionnaire, allowed answers or any."""
    questionnaire = draw(st.sampled_from(load().newest_questionnaires()))
    ids = [item.id for item in questionnaire.items]
    values = st.sampled_from([option.value for option in questionnaire.options])
    allowed = st.fixed_dictionaries({}, optional=dict.fromkeys(ids, st.none() | values))
    anything = st.dictionaries(st.sampled_from(ids) | words, answers, max_size=5)
    rest: dict[str, Any] = draw(st.fixed_dictionaries({**common, "answers": allowed | anything, "note": texts}))
    return Response(questionnaire=questionnaire.id, version=questionnaire.version, **rest)


@st.composite
def entries(draw: st.DrawFn, form: str | None = None) -> Entry:
    """An entry with any fields; of one form where it is named."""
    rest: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {
                **common,
                "form": st.just(form) if form else st.sampled_from(["free", "thought", "bridge", "ritual"]),
                "version": st.integers(1, 3),
                "fields": st.dictionaries(st.just("text") | words, field_values, max_size=4),
                "title": texts,
                "feelings": st.dictionaries(words, st.integers(0, 100), max_size=3),
                "tags": st.lists(texts, max_size=3).map(tuple),
                "mood": st.none() | st.integers(1, 5),
            }
        )
    )
    return Entry(**rest)


practices_done = st.builds(PracticeDone, practice=words, note=texts, **common)
events = st.builds(Event, name=texts, note=texts, **common)
records: SearchStrategy[Record] = st.one_of(responses(), entries(), practices_done, events)
settings = st.dictionaries(
    words, st.none() | texts | st.booleans() | st.integers() | st.lists(texts, max_size=2), max_size=3
)


states = st.builds(State, revision=st.integers(1, 99), changed_at=moments())
drafts = st.builds(UnfinishedText, key=words.filter(str.strip), saved_at=moments(), value=settings)
worked_out = st.builds(WorkedOut, text=texts, entry_ids=st.lists(words, max_size=2).map(tuple))


@st.composite
def earlier_states(draw: st.DrawFn) -> EarlierState:
    """What some record was before, or that it was removed then."""
    record = draw(st.none() | records)
    return EarlierState(
        id=record.id if record else draw(st.uuids().map(str)),
        changed_at=draw(moments()),
        record=record,
        revision=draw(st.integers(1, 99)),
    )


@st.composite
def histories(draw: st.DrawFn) -> Belongings:
    """Everything of one person, history included."""
    answered = tuple(draw(st.lists(responses(), max_size=4)))
    catalogue = load()
    removed = tuple(draw(st.lists(records, max_size=2)))
    return Belongings(
        responses=answered,
        entries=tuple(draw(st.lists(entries(), max_size=4))),
        practices_done=tuple(draw(st.lists(practices_done, max_size=2))),
        events=tuple(draw(st.lists(events, max_size=2))),
        questionnaires=tuple(
            catalogue.questionnaires[key] for key in sorted({(r.questionnaire, r.version) for r in answered})
        ),
        settings=draw(settings),
        beside=Beside(
            states={record.id: draw(states) for record in (*answered, *removed)},
            removed=removed,
            earlier=tuple(draw(st.lists(earlier_states(), max_size=2))),
            drafts=tuple(draw(st.lists(drafts, max_size=2))),
            worked_out=draw(st.dictionaries(words.filter(str.strip), worked_out, max_size=2)),
        ),
    )
