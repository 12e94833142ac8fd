"""Text that stays text in Markdown, and the front matter of a note."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from assessments.language import say

_SIGNS: Final = re.compile(r"[\\`*_\[\]<>&~|$=%#^{}!]")
_LINE_START: Final = re.compile(r"^([ \t]*)(?:([-+])|(\d{1,9})([.)]))", re.MULTILINE)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_FRONT: Final = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
LONGEST_FRONT_MATTER: Final = 2_000_000
# The C loader is a hundred times faster; the base loader makes texts, lists and dicts and nothing else.
_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class BadFrontMatter(ValueError):
    """Front matter that is no YAML; the message is a sentence."""


def escaped(text: str) -> str:
    """The text with a backslash before every sign that Markdown, HTML in it or a notes app would act on."""
    quiet = _SIGNS.sub(r"\\\g<0>", text)
    return _LINE_START.sub(_escape_line_start, quiet)


def unescaped(text: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(r"\1", text)


def split_note(note: str) -> tuple[dict[str, Any], str]:
    """The front matter (all texts, lists and dicts of them) and the rest; BadFrontMatter where it is no YAML."""
    found = _FRONT.match(note)
    if found is None:
        return {}, note
    if len(found[1]) > LONGEST_FRONT_MATTER:
        raise BadFrontMatter(say("The front matter is too long to be read."))
    try:
        values = yaml.load(found[1], Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise BadFrontMatter(say("The front matter between the lines of dashes cannot be read.")) from error
    if values in (None, ""):
        return {}, note[found.end() :]
    if not isinstance(values, dict):
        return {}, note
    return {key: value for key, value in values.items() if isinstance(key, str)}, note[found.end() :]


def quoted(text: str) -> str:
    """The text as a YAML scalar in double quotes."""
    return '"' + "".join(_quoted_sign(sign) for sign in text) + '"'


def single_quoted(text: str) -> str:
    """An ASCII text as a YAML scalar in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def _quoted_sign(sign: str) -> str:
    if sign in ('"', "\\"):
        return "\\" + sign
    if sign.isprintable():
        return sign
    # YAML has no way to write half of a surrogate pair.
    return f"\\U{ord(sign) if not 0xD800 <= ord(sign) < 0xE000 else 0xFFFD:08X}"


def _escape_line_start(found: re.Match[str]) -> str:
    sign = f"\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}"
    return found[1] + sign
