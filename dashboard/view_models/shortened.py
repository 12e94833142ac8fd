"""Text that is too long for its place, cut between words."""

from __future__ import annotations


def shorten(text: str, longest: int) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than that many characters."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    at_word = cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut
    return at_word.rstrip(" ,;:.") + "…"
