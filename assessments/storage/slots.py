"""Key slots: the random data key of a vault, wrapped by a passphrase or a recovery code."""

from __future__ import annotations

import base64
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SlotKind: TypeAlias = Literal["passphrase", "recovery"]
KEY_BYTES: Final = 32
MEMORY_KIB = 65_536
PASSES = 3
LANES = 1
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_MOST_MEMORY_KIB: Final = 1_048_576
_MOST_PASSES: Final = 20


@dataclass(frozen=True)
class Slot:
    """The data key as one secret wraps it: Argon2id makes a key of the secret, AES-256-GCM wraps with that."""

    kind: SlotKind
    salt: bytes
    memory_kib: int
    passes: int
    lanes: int
    nonce: bytes
    wrapped: bytes

    def to_json(self) -> dict[str, Any]:
        """The slot as JSON values, its bytes in base 64."""
        numbers = {"memory_kib": self.memory_kib, "passes": self.passes, "lanes": self.lanes}
        held = {"salt": self.salt, "nonce": self.nonce, "wrapped": self.wrapped}
        return {"kind": self.kind, **numbers, **{name: base64.b64encode(some).decode() for name, some in held.items()}}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Slot:
        """The slot that `to_json` wrote; ValueError, KeyError or TypeError on anything else."""
        memory, passes, lanes = int(value["memory_kib"]), int(value["passes"]), int(value["lanes"])
        if not (8 <= memory <= _MOST_MEMORY_KIB and 1 <= passes <= _MOST_PASSES and 1 <= lanes <= 16):
            raise ValueError("a slot whose derivation no Footbridge ever asked for")
        if value["kind"] not in ("passphrase", "recovery"):
            raise ValueError("a slot of an unknown kind")
        salt, nonce, wrapped = (base64.b64decode(value[name], validate=True) for name in ("salt", "nonce", "wrapped"))
        return cls(value["kind"], salt, memory, passes, lanes, nonce, wrapped)


def new_data_key() -> bytes:
    """A fresh random key for a vault's file."""
    return secrets.token_bytes(KEY_BYTES)


def passphrase_bytes(passphrase: str) -> bytes:
    """The passphrase as bytes, the same whichever way a keyboard composes its letters; ValueError where empty."""
    if not passphrase:
        raise ValueError("a passphrase has at least one character")
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def wrap(kind: SlotKind, secret: bytes, data_key: bytes) -> Slot:
    """A slot in which the secret, and nothing else, opens the data key."""
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping = _derive(secret, salt, MEMORY_KIB, PASSES, LANES)
    wrapped = AESGCM(wrapping).encrypt(nonce, data_key, _associated(kind))
    return Slot(kind, salt, MEMORY_KIB, PASSES, LANES, nonce, wrapped)


def unwrap(slot: Slot, secret: bytes) -> bytes | None:
    """The data key, or None where the secret is not the slot's own."""
    wrapping = _derive(secret, slot.salt, slot.memory_kib, slot.passes, slot.lanes)
    try:
        return AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, _associated(slot.kind))
    except InvalidTag:
        return None


def _derive(secret: bytes, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    return hash_secret_raw(secret, salt, passes, memory_kib, lanes, KEY_BYTES, Type.ID)


def _associated(kind: SlotKind) -> bytes:
    return b"footbridge data key, slot of kind " + kind.encode()
