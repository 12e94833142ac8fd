"""Where help can be reached, by region: the frozen model, and how old what it says is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

HelpKind = Literal["emergency", "crisis", "domestic_abuse"]


@dataclass(frozen=True, kw_only=True)
class HelpLine:
    """One line that can be called or written to; `checked` is when its number was last vouched for."""

    id: str
    name: str
    kind: HelpKind
    call: str = ""
    write: str = ""
    web: str = ""
    hours: str = ""
    note: str = ""
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, kw_only=True)
class HelpRegion:
    """The lines of one country or group of countries, and what to do where no number is vouched for."""

    id: str
    title: str
    lines: tuple[HelpLine, ...]
    note: str = ""
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HelpLines:
    """All regions; `checked` is the date of the whole file; `ways_to_find` serve where no number is known."""

    checked: date
    source: str
    regions: tuple[HelpRegion, ...]
    ways_to_find: tuple[str, ...] = ()
    ways_to_company: tuple[str, ...] = ()

    def age_days(self, today: date) -> int:
        """How many days ago the file was checked; never below 0."""
        return max(0, (today - self.checked).days)

    def region(self, region_id: str) -> HelpRegion:
        """The region with that id; KeyError where there is none."""
        for region in self.regions:
            if region.id == region_id:
                return region
        raise KeyError(region_id)

    def region_of(self, country: str) -> HelpRegion | None:
        """The region that serves a country (ISO 3166 code, "AT"); None where no number is vouched for."""
        return next((region for region in self.regions if country.upper() in region.countries), None)
