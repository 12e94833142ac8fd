"""Day One's JSON, alone or in its ZIP with pictures and sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any, Final

from assessments.exchange.json_stream import read_array
from assessments.exchange.moments import is_plausible, known_zone
from assessments.exchange.reading import NO_FEELINGS, Doubt, Ids, Options, Reading
from assessments.exchange.sources import Refused, Source, is_hidden, is_zip, open_folder
from assessments.language import say
from assessments.records import Entry, FieldValue

NAME: Final = "day_one"
MEDIA_LISTS: Final = ("photos", "videos", "audios", "pdfAttachments")
_MEDIA_LINK: Final = re.compile(r"[ \t]*!\[[^\]\n]{0,500}\]\(dayone-moment:[^)\n]{0,500}\)[ \t]*\n?")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING: Final = re.compile(r"#{1,6}[ \t]+(.+)")


def read_day_one(source: Source, options: Options) -> Reading:
    """Entries of the form `free` in the zone that each was written in; a first line that is a heading is the title.

    `starred` becomes a tag, place and weather fields. Pictures and sound are counted and stay behind.
    """
    collected = _Collected(options)
    if source.is_folder or is_zip(source):
        with open_folder(source) as folder:
            names = [n for n in folder.names if n.endswith(".json") and n.count("/") <= 1 and not is_hidden(n)]
            if not names:
                raise Refused(say("There is no journal as JSON in {name}.", name=source.name))
            for name in names:
                with folder.open(name) as file:
                    collected.read(file, name)
    else:
        with source.open() as file:
            collected.read(file, source.name)
    return Reading(
        format=NAME,
        import_id=options.import_id,
        records=tuple(collected.entries),
        doubtful=tuple(collected.doubtful),
        media_left_behind=collected.media,
    )


class _Collected:
    """The entries of all journals in one export."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._ids = Ids(NAME)
        self.entries: list[Entry] = []
        self.doubtful: list[Doubt] = []
        self.media = 0

    def read(self, file: IO[bytes], name: str) -> None:
        journal = name.rsplit("/", 1)[-1].removesuffix(".json")
        listed = False
        for line, given in read_array(file, name, "entries"):
            if line == 0:
                listed |= given.get("entries") == []
                continue
            listed = True
            if not isinstance(given, dict):
                self._doubt(name, line, "", say("This is not an entry."))
                continue
            self._entry(name, line, given, journal)
        if not listed and not self.entries:
            raise Refused(say("{name} holds no list of entries.", name=name))

    def _entry(self, name: str, line: int, given: dict[str, Any], journal: str) -> None:
        text = _text(given.get("text"))
        links = len(_MEDIA_LINK.findall(text))
        self.media += max(links, sum(len(given[key]) for key in MEDIA_LISTS if isinstance(given.get(key), list)))
        moment = _moment(given.get("creationDate"))
        if moment is None:
            why = say("There is no creationDate that can be read, so this entry is left out.")
            self._doubt(name, line, text, why)
            return
        zone_key = given.get("timeZone")
        zone = known_zone(zone_key) if isinstance(zone_key, str) else None
        try:
            local = moment.astimezone(zone or self._options.zone)
        except OverflowError:
            local = moment
        own = _text(given.get("uuid"))
        title, body = _title_and_body(_without_media(text), escaped="richText" in given)
        entry = Entry(
            id=self._ids.of("uuid", own) if own else self._ids.of(given.get("creationDate"), text),
            happened_at=local,
            source=NAME,
            import_id=self._options.import_id,
            feelings=NO_FEELINGS,
            form="free",
            version=1,
            fields={"text": body} | _circumstances(given, journal),
            title=title,
            tags=_tags(given),
        )
        if not is_plausible(local):
            self._doubt(name, line, title or body, say("The year is an unlikely one."), entry)
        elif isinstance(zone_key, str) and zone is None:
            why = say("The zone {zone} is not known here; your own would be used.", zone=zone_key)
            self._doubt(name, line, title or body, why, entry)
        else:
            self.entries.append(entry)

    def _doubt(self, name: str, line: int, what: str, why: str, entry: Entry | None = None) -> None:
        self.doubtful.append(Doubt(name, line, what.strip()[:60] or say("an entry without text"), why, entry))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _without_media(text: str) -> str:
    return _MEDIA_LINK.sub("", text) if "dayone-moment:" in text else text


def _title_and_body(text: str, *, escaped: bool) -> tuple[str, str]:
    """A first line that is a heading, and the rest; newer exports put a backslash before signs, older ones do not."""
    first, _, rest = text.strip("\n").partition("\n")
    heading = _HEADING.fullmatch(first.strip())
    title, body = (heading[1].strip(), rest.strip("\n")) if heading else ("", text.strip("\n"))
    return (_ESCAPED.sub(r"\1", title), _ESCAPED.sub(r"\1", body)) if escaped else (title, body)


def _tags(given: dict[str, Any]) -> tuple[str, ...]:
    tags = given.get("tags")
    found = [tag.strip() for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    return tuple(dict.fromkeys([*filter(None, found), *(["starred"] if given.get("starred") is True else [])]))


def _circumstances(given: dict[str, Any], journal: str) -> dict[str, FieldValue]:
    """Where it was written and how the weather was, as far as the export says."""
    place = given.get("location")
    weather = given.get("weather")
    found: dict[str, FieldValue] = {"journal": journal} if journal else {}
    if isinstance(place, dict):
        named = _named(place, ("placeName", "localityName", "administrativeArea", "country"))
        if words := ", ".join(dict.fromkeys(named)):
            found["place"] = words
    if isinstance(weather, dict):
        words = ", ".join(_named(weather, ("conditionsDescription",)))
        degrees = weather.get("temperatureCelsius")
        if isinstance(degrees, (int, float)) and not isinstance(degrees, bool):
            words = ", ".join(filter(None, (words, f"{degrees} °C")))
        if words:
            found["weather"] = words
    return found


def _named(given: dict[str, Any], keys: tuple[str, ...]) -> Iterator[str]:
    return (given[key] for key in keys if isinstance(given.get(key), str) and given[key].strip())
