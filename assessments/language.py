"""The one gettext catalogue: every sentence that code says passes through here, in the person's language and locale."""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from gettext import NullTranslations
from typing import Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal


class _Translations(Protocol):
    def gettext(self, message: str) -> str: ...
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str: ...


@dataclass(frozen=True)
class Language:
    """What is spoken: a set of translations and the locale that writes dates and numbers."""

    translations: _Translations
    locale: str


ENGLISH = Language(NullTranslations(), "en")
_A_YEAR = 2000
_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


def use_language(language: Language) -> None:
    """Speak that language in this context (one thread or session) from here on."""
    _spoken.set(language)


def spoken_locale() -> str:
    """The locale of the language in use, as Babel writes it ("en_GB")."""
    return _spoken.get().locale


@cache
def known_locale(name: str) -> str | None:
    """The name as Babel knows it ("de-AT" becomes "de_AT"); None where Babel does not know it."""
    try:
        return str(Locale.parse(name.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return None


def say(message: str, **values: object) -> str:
    """The message in the person's language, its {named} places filled in."""
    spoken = _spoken.get().translations.gettext(message)
    return spoken.format(**values) if values else spoken


def say_count(one: str, many: str, n: int, **values: object) -> str:
    """The message for `n` things in the person's language; {n} is filled in as their locale writes it."""
    return _spoken.get().translations.ngettext(one, many, n).format(n=number(n), **values)


def number(value: float, digits: int = 0) -> str:
    """A number as the person's locale writes it, with that many decimals."""
    return _decimal(value, digits, spoken_locale())


@lru_cache(maxsize=4096)
def _decimal(value: float, digits: int, locale: str) -> str:
    shown = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, format=shown, locale=locale)


def file_size(size_bytes: int) -> str:
    """A file's size in kilobytes or megabytes (1,000 bytes, 1,000,000 bytes), as the person's locale writes it."""
    if size_bytes < 1_000_000:
        return say("{n} kB", n=number(max(1, round(size_bytes / 1_000))))
    return say("{n} MB", n=number(size_bytes / 1_000_000, 1))


def day(value: date) -> str:
    """A date as the person's locale writes it, without a time ("24 Nov 2026")."""
    around_year = _day_of_year(spoken_locale(), value.month, value.day)
    if around_year is None or value.year < _A_YEAR:
        return format_date(value, format="medium", locale=spoken_locale())
    return str(value.year).join(around_year)


@cache
def _day_of_year(locale: str, month: int, day_of_month: int) -> tuple[str, str] | None:
    """What stands before and after the year in a date of every year; None where the year is not written in full.

    Babel takes a tenth of a millisecond for each date, and a picture of ten years has two thousand.
    """
    parts = format_date(date(_A_YEAR, month, day_of_month), format="medium", locale=locale).split(str(_A_YEAR))
    return (parts[0], parts[1]) if len(parts) == 2 else None


def long_day(value: date) -> str:
    """A date with its weekday, written out."""
    return format_date(value, format="full", locale=spoken_locale())


def weekday_names() -> list[str]:
    """The names of the days of the week, Monday first."""
    names = get_day_names("wide", locale=spoken_locale())
    return [names[number] for number in range(7)]


def month(value: date) -> str:
    """A month and its year ("November 2026")."""
    return format_date(value, format="LLLL y", locale=spoken_locale())


def clock_time(value: datetime) -> str:
    """A time of day, hours and minutes."""
    return format_time(value, format="short", locale=spoken_locale())


def moment(value: datetime) -> str:
    """A date with its time of day, in the value's own zone."""
    return format_datetime(value, format="medium", locale=spoken_locale(), tzinfo=value.tzinfo)


def listing(parts: Iterable[str]) -> str:
    """Several things named in one breath ("fear, anger and shame")."""
    return format_list(list(parts), locale=spoken_locale())


@dataclass(frozen=True)
class Sentence:
    """One message of the catalogue, said in the person's language when it is called with its values."""

    message: str

    def __call__(self, **values: object) -> str:
        """The sentence as it is said now."""
        return say(self.message, **values)


@dataclass(frozen=True)
class Counted:
    """One message of the catalogue in its singular and plural."""

    one: str
    many: str

    def __call__(self, n: int, **values: object) -> str:
        """The sentence as it is said now, for `n` things."""
        return say_count(self.one, self.many, n, **values)
