"""Dates, numbers and lists are written as the person's locale writes them, whatever language is spoken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assessments.language import (
    ENGLISH,
    clock_time,
    day,
    file_size,
    listing,
    long_day,
    number,
    say_count,
    spoken_locale,
    use_language,
    weekday_names,
)
from dashboard.pseudo_locale import disguise
from dashboard.translations import LANGUAGE_VARIABLE, PSEUDO, language_for, read_translations
from dashboard.wording.check_in import ITEM_COUNT

MARCH = date(2026, 3, 7)
EVENING = datetime(2026, 3, 7, 20, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language(ENGLISH)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("en-GB", ("7 Mar 2026", "Saturday, 7 March 2026", "20:05", "1,234.5", "Monday", "a, b and c", "1.5 MB")),
        (
            "en-US",
            ("Mar 7, 2026", "Saturday, March 7, 2026", "8:05\u202fPM", "1,234.5", "Monday", "a, b, and c", "1.5 MB"),
        ),
        ("de-DE", ("07.03.2026", "Samstag, 7. März 2026", "20:05", "1.234,5", "Montag", "a, b und c", "1,5 MB")),
        ("fr-FR", ("7 mars 2026", "samedi 7 mars 2026", "20:05", "1\u202f234,5", "lundi", "a, b et c", "1,5 MB")),
        (
            "ar",
            ("07\u200f/03\u200f/2026", "السبت، 7 مارس 2026", "8:05 م", "1,234.5", "الاثنين", "a وb وc", "1.5 MB"),
        ),
    ],
)
def test_a_locale_writes_its_own_dates_times_numbers_and_lists(asked: str, written: tuple[str, ...]) -> None:
    use_language(language_for(asked, {}))
    assert spoken_locale() == asked.replace("-", "_")
    found = (day(MARCH), long_day(MARCH), clock_time(EVENING), number(1234.5, 1), weekday_names()[0])
    assert (*found, listing(["a", "b", "c"]), file_size(1_500_000)) == written


@pytest.mark.parametrize("asked", [None, "", "xx-nowhere", "C", "i-klingon"])
def test_a_locale_that_nobody_knows_is_english(asked: str | None) -> None:
    use_language(language_for(asked, {}))
    assert (spoken_locale(), number(1234.5, 1)) == ("en", "1,234.5")


def test_the_pseudo_locale_keeps_places_targets_icons_and_the_locale() -> None:
    use_language(language_for("de-DE", {LANGUAGE_VARIABLE: PSEUDO}))
    assert ITEM_COUNT(1234) == "⟦1.234 ǫûéšţîöñš⟧"
    assert ITEM_COUNT(1) == "⟦1 ǫûéšţîöñ⟧"
    said = disguise("See [the page](https://a.b/c) of {name} :material/edit: <b>now</b>")
    assert said == "⟦Šéé [ţĥé þàĝé](https://a.b/c) öƒ {name} :material/edit: <b>ñöŵ</b>⟧"


def test_a_language_named_in_the_environment_goes_before_the_browsers() -> None:
    use_language(language_for("de-DE", {LANGUAGE_VARIABLE: "fr"}))
    assert spoken_locale() == "fr"


def test_a_translation_is_spoken_with_its_own_plurals_and_what_it_lacks_stays_english(tmp_path: Path) -> None:
    file = tmp_path / "footbridge.po"
    file.write_text(
        'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n'
        'msgid "{n} question"\nmsgid_plural "{n} questions"\n'
        'msgstr[0] "{n} pytanie"\nmsgstr[1] "{n} pytania"\nmsgstr[2] "{n} pytań"\n',
        encoding="utf-8",
    )
    spoken = read_translations(file)
    said = [spoken.ngettext("{n} question", "{n} questions", n).format(n=n) for n in (1, 3, 5, 22)]
    assert said == ["1 pytanie", "3 pytania", "5 pytań", "22 pytania"]
    assert spoken.gettext("Today") == "Today"
    assert say_count("{n} question", "{n} questions", 2) == "2 questions"
