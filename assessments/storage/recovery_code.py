"""The printable recovery code: 128 random bits in Crockford's base 32, with two signs that catch slips of the pen."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_BYTES: Final = 16
_LENGTH: Final = 26
_CHECK_LENGTH: Final = 2
_GROUP: Final = 4


def new_recovery_code() -> str:
    """A fresh code, in seven groups of four."""
    return write_code(secrets.token_bytes(_BYTES))


def write_code(secret: bytes) -> str:
    """The 16 bytes as a printable code."""
    number = int.from_bytes(secret, "big")
    signs = "".join(_SIGNS[(number >> (5 * place)) & 31] for place in reversed(range(_LENGTH)))
    signs += _check_signs(secret)
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def read_code(text: str) -> bytes | None:
    """The secret of a typed code, forgiving spaces, case and look-alikes; None where it holds a slip."""
    signs = "".join(text.upper().replace("-", "").split()).translate(_MISREAD)
    if len(signs) != _LENGTH + _CHECK_LENGTH or any(sign not in _SIGNS for sign in signs):
        return None
    number = 0
    for sign in signs[:_LENGTH]:
        number = number << 5 | _SIGNS.index(sign)
    if number >> (8 * _BYTES):
        return None
    secret = number.to_bytes(_BYTES, "big")
    return secret if _check_signs(secret) == signs[_LENGTH:] else None


def _check_signs(secret: bytes) -> str:
    digest = hashlib.sha256(b"footbridge recovery code" + secret).digest()
    return _SIGNS[digest[0] & 31] + _SIGNS[digest[1] & 31]
