"""Which language is spoken: the person's own where it was translated, English otherwise, or the pseudo-locale."""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from assessments.language import ENGLISH, Language, known_locale
from dashboard.pseudo_locale import PseudoTranslations

FOLDER: Final = Path(__file__).parent / "locale"
LANGUAGE_VARIABLE: Final = "FOOTBRIDGE_LANGUAGE"
PSEUDO: Final = "pseudo"


def language_for(asked: str | None, environ: Mapping[str, str]) -> Language:
    """The language and locale for what a browser or a system asks for ("de-AT"; None: English).

    FOOTBRIDGE_LANGUAGE goes before it. The value "pseudo" keeps the locale of dates and numbers and says every
    sentence of the catalogue in disguised letters, so that a translator sees which sentence does not pass through it.
    """
    named = environ.get(LANGUAGE_VARIABLE, "").strip()
    is_pseudo = named == PSEUDO
    locale = known_locale((None if is_pseudo else named) or asked or "en") or "en"
    return Language(PseudoTranslations(), locale) if is_pseudo else _translated(locale)


@cache
def _translated(locale: str) -> Language:
    """The nearest translation there is: for de_AT that of de_AT, then that of de; English where there is none."""
    for name in dict.fromkeys((locale, locale.split("_")[0])):
        path = FOLDER / name / "footbridge.po"
        if path.exists():
            return Language(read_translations(path), locale)
    return Language(ENGLISH.translations, locale)


def read_translations(path: Path) -> gettext.GNUTranslations:
    """The translations of a .po file, plural forms included; what is not translated there stays English."""
    from babel.messages.mofile import write_mo  # English, the usual case, needs neither
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file)
    made = io.BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    return gettext.GNUTranslations(made)
