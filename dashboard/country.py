"""In which country a browser most likely is: its time zone says so better than the language it asks for."""

from __future__ import annotations

from babel.core import get_global


def likely_country(zone: str | None, locale: str) -> str:
    """The country (ISO 3166 code, "IE") of a time zone ("Europe/Dublin"), else of a locale ("en_IE"); "" where
    neither names one. Which country a zone lies in is Unicode's CLDR, as Babel brings it."""
    named = get_global("zone_aliases").get(zone, zone) if zone else None
    of_zone = get_global("zone_territories").get(named) if named else None
    if of_zone not in (None, "ZZ", "001"):
        return str(of_zone)
    parts = locale.split("_")
    return next((part for part in parts[1:] if len(part) == 2 and part.isupper()), "")
