"""Records to keep in a vault: a few made by hand, and any at all for property tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from assessments.records import Entry, Event, PracticeDone, Record, Response

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=BERLIN)


class SetClock:
    """A clock that stands still until it is set."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **amount: float) -> None:
        """Let time pass; a negative amount lets the clock jump back."""
        self.now += timedelta(**amount)


def entry(text: str, happened_at: datetime = NOON, **more: object) -> Entry:
    """A free entry."""
    return Entry(happened_at=happened_at, form="free", version=1, fields={"text": text}, **more)  # type: ignore[arg-type]


def response(happened_at: datetime = NOON, note: str = "") -> Response:
    """A response with an answered, a skipped and a never-came-up item."""
    answers = {"trust-1": 3, "trust-2": None, "trust-3": "did not come up"}
    return Response(happened_at=happened_at, questionnaire="pulse", version=1, answers=answers, note=note)


zones = st.one_of(
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]).map(
        ZoneInfo
    ),
    st.just(UTC),
    st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
moments = st.builds(
    lambda wall, zone, fold: wall.replace(tzinfo=zone, fold=fold),
    st.datetimes(datetime(1905, 1, 1), datetime(2120, 1, 1)),  # noqa: DTZ001
    zones,
    st.integers(0, 1),
)
texts = st.text(max_size=60)
whole = st.integers(-(2**60), 2**60)
field_values = st.one_of(
    texts,
    whole,
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.none(),
    st.lists(texts, max_size=3).map(tuple),
    st.dictionaries(texts, whole, max_size=3),
)
_origins = {"source": st.none() | texts, "import_id": st.none() | texts, "recorded_at": st.none() | moments}
entries = st.builds(
    Entry,
    happened_at=moments,
    form=texts,
    version=st.integers(1, 9),
    fields=st.dictionaries(texts, field_values, max_size=4),
    title=texts,
    feelings=st.dictionaries(texts, st.integers(0, 100), max_size=3),
    tags=st.lists(texts, max_size=3).map(tuple),
    mood=st.none() | st.integers(1, 5),
    **_origins,
)
responses = st.builds(
    Response,
    happened_at=moments,
    questionnaire=texts,
    version=st.integers(1, 9),
    answers=st.dictionaries(texts, st.none() | whole | texts, max_size=4),
    note=texts,
    **_origins,
)
practices = st.builds(PracticeDone, happened_at=moments, practice=texts, note=texts, **_origins)
events = st.builds(Event, happened_at=moments, name=texts, note=texts, **_origins)
records: st.SearchStrategy[Record] = st.one_of(entries, responses, practices, events)
