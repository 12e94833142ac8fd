"""Every format that can be read, told by its content, and one door to all of them through which no fault escapes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from assessments.exchange import (
    archive_reading,
    bearable,
    day_one,
    daylio,
    fhir_reading,
    jrnl,
    markdown_reading,
    sealed,
    table_reading,
)
from assessments.exchange.archive import MANIFEST
from assessments.exchange.reading import Options, Reader, Reading
from assessments.exchange.sources import LARGEST_ARCHIVE_BYTES, Folder, Refused, Source, is_hidden, is_zip, open_folder
from assessments.exchange.table_rows import columns_of
from assessments.exchange.tables import IMPORTED
from assessments.language import say

READERS: Final[dict[str, Reader]] = {
    archive_reading.NAME: archive_reading.read_archive,
    table_reading.NAME: table_reading.read_tables,
    daylio.NAME: daylio.read_daylio,
    day_one.NAME: day_one.read_day_one,
    jrnl.NAME: jrnl.read_jrnl,
    bearable.NAME: bearable.read_bearable,
    markdown_reading.NAME: markdown_reading.read_markdown,
    fhir_reading.NAME: fhir_reading.read_fhir,
}
ALONE_IN_A_ZIP: Final = (".csv", ".json", ".txt")
_START_BYTES: Final = 1 << 20


def read(
    given: Path | str | bytes, options: Options | None = None, *, format_name: str | None = None, name: str = ""
) -> Reading:
    """What a file, a folder or an upload would add; nothing is kept, and a file that cannot be taken says why.

    Without `format_name` the format is told by the content. KeyError where a format of that name is unknown.
    """
    options = options or Options()
    source = Source.of(given, name)
    reader = READERS[format_name] if format_name else None
    try:
        source = _unpacked(source)
        found = format_name or _recognised(source)
        if found is None:
            raise Refused(say("{name} is of no kind that Footbridge can read.", name=source.name))
        if found == sealed.NAME:
            raise Refused(say("{name} is an encrypted archive; open it with its passphrase first.", name=source.name))
        return (reader or READERS[found])(source, options)
    except Refused as refusal:
        return Reading(format=format_name or "", import_id=options.import_id, refused=str(refusal))
    except UnicodeError:
        return Reading(
            format=format_name or "",
            import_id=options.import_id,
            refused=say("{name} is not UTF-8 text; save it as UTF-8 and try again.", name=source.name),
        )


def recognise(given: Path | str | bytes, name: str = "") -> str | None:
    """The name of the format, told by the content; "sealed" for an encrypted archive, None for anything else."""
    try:
        return _recognised(_unpacked(Source.of(given, name)))
    except (Refused, UnicodeError):
        return None


def _unpacked(source: Source) -> Source:
    """The table or text in a ZIP that holds nothing else, as phones share it; any other source as it is."""
    if source.is_folder or not is_zip(source):
        return source
    with open_folder(source) as folder:
        names = [name for name in folder.names if not is_hidden(name)]
        if len(names) != 1 or not names[0].casefold().endswith(ALONE_IN_A_ZIP) or _of_folder(folder) is not None:
            return source
        return Source.of(folder.read(names[0]), names[0].rsplit("/", 1)[-1])


def _recognised(source: Source) -> str | None:
    if source.is_folder or is_zip(source):
        with open_folder(source, LARGEST_ARCHIVE_BYTES) as folder:
            return _of_folder(folder)
    start = source.start(_START_BYTES)
    if start.startswith(sealed.MAGIC):
        return sealed.NAME
    columns = columns_of(source)
    if table_reading.table_name(columns):
        return table_reading.NAME
    if daylio.is_daylio(columns):
        return daylio.NAME
    if bearable.is_bearable(columns):
        return bearable.NAME
    text = start.decode("utf-8-sig", "ignore").lstrip()
    if text[:1] in ("{", "["):
        return _of_json(text)
    if jrnl.HEADER.fullmatch(text.split("\n", 1)[0].rstrip("\r")):
        return jrnl.NAME
    return markdown_reading.NAME if markdown_reading.is_note(source.name) or text.startswith("---\n") else None


def _of_folder(folder: Folder) -> str | None:
    names = [name for name in folder.names if not is_hidden(name)]
    if MANIFEST in names:
        return archive_reading.NAME
    if any(name.rsplit("/", 1)[-1] in IMPORTED for name in names):
        return table_reading.NAME
    for name in names:
        if name.endswith(".json") and name.count("/") <= 1:
            with folder.open(name) as file:
                found = _of_json(file.read(_START_BYTES).decode("utf-8-sig", "ignore").lstrip())
            if found == day_one.NAME:
                return found
    if any(map(jrnl.DAY_FILE.fullmatch, names)):
        return jrnl.NAME
    return markdown_reading.NAME if any(map(markdown_reading.is_note, names)) else None


def _of_json(text: str) -> str | None:
    """By the keys that each format has near its beginning; a key counts in quotation marks alone."""

    def has(*keys: str) -> bool:
        return all(json.dumps(key) in text for key in keys)

    if has("resourceType"):
        return fhir_reading.NAME
    if has("entries", "creationDate") or has("metadata", "entries"):
        return day_one.NAME
    if has("entries"):
        return jrnl.NAME
    return None
