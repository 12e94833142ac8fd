"""What a theme is called in a report: names of people are left out of the names that a program gave."""

from __future__ import annotations

from dataclasses import replace

from analysis.naming import name_of
from analysis.theme import Theme
from analysis.theme_collection import Themes


def without_people(known: Themes) -> Themes:
    """The same themes, none of whose given names says a person's; what the person named themselves stays."""
    people = set(known.model.people.values())

    def name(theme: Theme) -> str:
        spoken = [term for term in theme.terms if term not in people]
        return theme.name if theme.name_is_own else name_of(spoken or [term[:1] + "." for term in theme.terms])

    return replace(known, themes=tuple(replace(theme, name=name(theme)) for theme in known.themes))
