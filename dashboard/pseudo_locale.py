"""The pseudo-locale: every sentence of the catalogue in letters that no untranslated sentence has."""

from __future__ import annotations

import re
from typing import Final

PLAIN: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DISGUISED: Final = "àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
OPENING: Final = "⟦"
CLOSING: Final = "⟧"
_LETTERS: Final = str.maketrans(PLAIN, DISGUISED)
# Places to fill in, what Markdown reads as a target or an icon, and the names of HTML tags stay as they are.
_AS_IT_IS: Final = re.compile(r"(\{[^{}]*\}|\]\([^)]*\)|:material/\w+:|https?://\S+|</?\w+[^>]*>)")


class PseudoTranslations:
    """Stands where a language's translations stand; made from the message itself, so that it has every one."""

    def gettext(self, message: str) -> str:
        """The message in disguise, bracketed so that a sentence glued from pieces shows its seams."""
        return disguise(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The message for `n` things in disguise, by English's rule for plurals."""
        return disguise(msgid1 if n == 1 else msgid2)


def disguise(message: str) -> str:
    """The message with every Latin letter replaced by a likeness, some longer for it, in brackets of its own."""
    if not message:
        return message
    parts = _AS_IT_IS.split(message)
    return (
        OPENING + "".join(part if place % 2 else part.translate(_LETTERS) for place, part in enumerate(parts)) + CLOSING
    )
