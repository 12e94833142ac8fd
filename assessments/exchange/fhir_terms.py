"""The addresses and ids by which FHIR R4 resources and our models name each other."""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

Json = dict[str, Any]

ORDINAL_VALUE: Final = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
ITEM_WEIGHT: Final = "http://hl7.org/fhir/StructureDefinition/itemWeight"
ZONE: Final = "http://hl7.org/fhir/StructureDefinition/tz-code"
OWN_QUESTIONNAIRE: Final = "urn:footbridge:questionnaire:"
OWN_OPTIONS: Final = "urn:footbridge:options:"
DID_NOT_COME_UP_CODE: Final = "did-not-come-up"
NOTE_ITEM: Final = "note"
SCORE_PREFIX: Final = "score."
_FHIR_ID: Final = re.compile(r"[A-Za-z0-9\-.]{1,64}")
_NOT_IN_SLUGS: Final = re.compile(r"[^a-z0-9]+")
LARGEST_VERSION: Final = 1_000_000


def fhir_id(own: str) -> str:
    """A record's id where FHIR allows it, else one made from it."""
    return own if _FHIR_ID.fullmatch(own) else str(uuid5(NAMESPACE_URL, own.encode("utf-8", "surrogatepass").hex()))


def questionnaire_key(canonical: str, version: str | None = None) -> tuple[str, int]:
    """The id and version under which we know a FHIR questionnaire, from its address ("…/phq-9|1.2").

    Ours come back as they are; another's id is the end of its address and a short sum of the whole.
    """
    url, _, written = canonical.partition("|")
    number = version_number(version or written)
    if url.startswith(OWN_QUESTIONNAIRE):
        return url.removeprefix(OWN_QUESTIONNAIRE), number
    name = slug(re.split(r"[/:#]", url.rstrip("/"))[-1])[:30].strip("-") or "questionnaire"
    return f"{name}-{hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}", number


def item_id(questionnaire_id: str, link_id: str, *, own: bool) -> str:
    """The id of an item: the link id in our own questionnaires, else one that no other questionnaire has."""
    if own:
        return link_id
    short = slug(link_id)
    mark = "" if short == link_id else "-" + hashlib.sha256(link_id.encode("utf-8", "surrogatepass")).hexdigest()[:4]
    return f"{questionnaire_id[:36].rstrip('-')}-{short[:16].strip('-') or 'item'}{mark}"


def version_number(written: str | None) -> int:
    """A version as a whole number that keeps the order: "3" is 3, "1.2.0" is 10200; 1 where there is none."""
    parts = re.findall(r"\d{1,6}", written or "")[:3]
    if not parts:
        return 1
    if len(parts) == 1:
        return min(max(int(parts[0]), 1), LARGEST_VERSION)
    major, minor, patch = (int(part) for part in [*parts, "0"][:3])
    return min(max(major * 10_000 + min(minor, 99) * 100 + min(patch, 99), 1), LARGEST_VERSION)


def slug(text: str) -> str:
    """Small letters and digits with single dashes, beginning with a letter."""
    found = _NOT_IN_SLUGS.sub("-", text.casefold()).strip("-")
    return found if not found or found[0].isalpha() else "q" + found


def extension_number(element: Any) -> float | None:
    """The ordinal value or item weight of an option, None where it has neither."""
    extensions = element.get("extension") if isinstance(element, dict) else None
    for each in extensions if isinstance(extensions, list) else []:
        if isinstance(each, dict) and each.get("url") in (ORDINAL_VALUE, ITEM_WEIGHT):
            value = each.get("valueDecimal", each.get("valueInteger"))
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return value
    return None
