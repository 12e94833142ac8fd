"""The encrypted archive: any bytes under a passphrase, by Argon2id and AES-256-GCM in numbered blocks.

Layout: the magic, a JSON header's length (4 bytes, big-endian), the header (salt, Argon2id's costs, block size),
then blocks of ciphertext. A block's nonce is 7 random bytes of the header, a 4-byte number and a last byte that is 1
in the last block alone (the STREAM construction, Hoang et al. 2015), so that blocks cannot be moved, dropped or cut;
the header is authenticated with each block.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from argon2.exceptions import Argon2Error
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from assessments.language import say

NAME: Final = "sealed"
MAGIC: Final = b"FOOTBRIDGE-SEALED-1\n"
BLOCK_BYTES: Final = 1 << 20
MEMORY_KIB: Final = 65_536
PASSES: Final = 3
_TAG_BYTES: Final = 16
_LONGEST_HEADER: Final = 4_096
# A file may ask for more work than ours, but not for all of a computer's memory.
_MOST_MEMORY_KIB: Final = 1_048_576
_MOST_PASSES: Final = 20


class CannotUnseal(ValueError):
    """An encrypted archive that does not open; the message is a sentence for a person."""


def seal(source: BinaryIO, target: BinaryIO, passphrase: str) -> None:
    """Write `source` encrypted into `target`; ValueError where the passphrase is empty."""
    if not passphrase:
        raise ValueError("an empty passphrase protects nothing")
    salt, start = os.urandom(16), os.urandom(7)
    header = json.dumps(
        {
            "kdf": "argon2id",
            "salt": base64.b64encode(salt).decode(),
            "memory_kib": MEMORY_KIB,
            "passes": PASSES,
            "lanes": 1,
            "cipher": "aes-256-gcm",
            "block_bytes": BLOCK_BYTES,
            "nonce_start": base64.b64encode(start).decode(),
        }
    ).encode()
    cipher = AESGCM(_key(passphrase, salt, MEMORY_KIB, PASSES))
    target.write(MAGIC + len(header).to_bytes(4, "big") + header)
    number, block = 0, source.read(BLOCK_BYTES)
    while True:
        following = source.read(BLOCK_BYTES)
        target.write(cipher.encrypt(_nonce(start, number, last=not following), block, header))
        if not following:
            return
        number, block = number + 1, following


def unseal(source: BinaryIO, target: BinaryIO, passphrase: str) -> None:
    """Write what was sealed into `target`.

    CannotUnseal where the passphrase is another one or the file is damaged or cut; what was written to `target` until
    then must be thrown away.
    """
    for block in _opened(source, passphrase):
        target.write(block)


def unsealed_bytes(sealed: bytes | Path, passphrase: str) -> bytes:
    """What was sealed, whole; CannotUnseal otherwise."""
    content = sealed if isinstance(sealed, bytes) else sealed.read_bytes()
    target = BytesIO()
    unseal(BytesIO(content), target, passphrase)
    return target.getvalue()


def _opened(source: BinaryIO, passphrase: str) -> Iterator[bytes]:
    if source.read(len(MAGIC)) != MAGIC:
        raise CannotUnseal(say("This is not an encrypted archive of Footbridge."))
    header = source.read(min(int.from_bytes(source.read(4), "big"), _LONGEST_HEADER))
    try:
        given = json.loads(header)
        salt = base64.b64decode(given["salt"], validate=True)
        start = base64.b64decode(given["nonce_start"], validate=True)
        memory, passes, size = int(given["memory_kib"]), int(given["passes"]), int(given["block_bytes"])
        if not (8 <= memory <= _MOST_MEMORY_KIB and 1 <= passes <= _MOST_PASSES and 1 <= size <= 1 << 26):
            raise ValueError
        cipher = AESGCM(_key(passphrase, salt, memory, passes))
        number, block = 0, source.read(size + _TAG_BYTES)
        while True:
            following = source.read(size + _TAG_BYTES)
            yield cipher.decrypt(_nonce(start, number, last=not following), block, header)
            if not following:
                return
            number, block = number + 1, following
    except InvalidTag as error:
        raise CannotUnseal(say("The passphrase is another one, or the file is damaged.")) from error
    except (ValueError, KeyError, TypeError, RecursionError, Argon2Error, binascii.Error, OverflowError) as error:
        raise CannotUnseal(say("The beginning of this encrypted archive is damaged.")) from error


def _key(passphrase: str, salt: bytes, memory_kib: int, passes: int) -> bytes:
    secret = passphrase.encode("utf-8", "surrogatepass")
    return hash_secret_raw(secret, salt, passes, memory_kib, 1, 32, Type.ID)


def _nonce(start: bytes, number: int, *, last: bool) -> bytes:
    return start + number.to_bytes(4, "big") + (b"\1" if last else b"\0")
