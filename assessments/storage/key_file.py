"""The sidecar with the key slots: written whole, kept twice, with a checksum that tells damage from a wrong secret."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from assessments.storage.errors import DamagedVault, NewerSchema
from assessments.storage.files import sync_folder, write_durably
from assessments.storage.folder import keys_copy_path, keys_path
from assessments.storage.slots import Slot, SlotKind, unwrap

_FORMAT: Final = 1


@dataclass(frozen=True)
class KeyFile:
    """The slots in force; while the vault's key changes, also the ones before, until the file has followed."""

    slots: tuple[Slot, ...]
    previous: tuple[Slot, ...] = ()

    def with_slot(self, slot: Slot) -> KeyFile:
        """The same with that slot in the place of the one of its kind."""
        return KeyFile((*(one for one in self.slots if one.kind != slot.kind), slot), self.previous)


def read_key_file(folder: Path) -> KeyFile:
    """The folder's key file, or its copy where the file itself is damaged; DamagedVault where both are."""
    faults: list[Exception] = []
    for path in (keys_path(folder), keys_copy_path(folder)):
        try:
            return parse_key_file(path.read_bytes(), path)
        except (FileNotFoundError, DamagedVault) as fault:
            faults.append(fault)
    raise DamagedVault(keys_path(folder))


def write_key_file(folder: Path, key_file: KeyFile) -> None:
    """Write the file and then its copy; a kill at any moment leaves the old content or the new in force."""
    content = format_key_file(key_file)
    write_durably(keys_path(folder), content)
    write_durably(keys_copy_path(folder), content)


def mend_key_files(folder: Path, key_file: KeyFile) -> None:
    """Make the file and its copy alike again after a kill between the two, or damage to one; a full disk may wait."""
    content = format_key_file(key_file)
    for path in (keys_path(folder), keys_copy_path(folder)):
        with suppress(OSError):
            if not path.exists() or path.read_bytes() != content:
                write_durably(path, content)


def delete_key_file(folder: Path) -> None:
    """Delete the file and its copy, for good."""
    for path in (keys_path(folder), keys_copy_path(folder)):
        path.unlink(missing_ok=True)
    sync_folder(folder)


def parse_key_file(content: bytes, path: Path) -> KeyFile:
    """The key file in the bytes; DamagedVault where they are not what was written, NewerSchema for a later format."""
    try:
        held = json.loads(content)
        checksum = held.pop("checksum")
        if checksum != _checksum(held):
            raise DamagedVault(path)
        if held["format"] != _FORMAT:
            raise NewerSchema(path)
        slots, previous = (tuple(Slot.from_json(one) for one in held[name]) for name in ("slots", "previous"))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DamagedVault(path) from None
    return KeyFile(slots, previous)


def format_key_file(key_file: KeyFile) -> bytes:
    """The key file as bytes."""
    held: dict[str, Any] = {
        "format": _FORMAT,
        "slots": [slot.to_json() for slot in key_file.slots],
        "previous": [slot.to_json() for slot in key_file.previous],
    }
    return json.dumps({**held, "checksum": _checksum(held)}, indent=1).encode()


def unwrapped(slots: tuple[Slot, ...], kind: SlotKind, secret: bytes) -> bytes | None:
    """The data key that the secret opens among the slots of that kind; None where it opens none."""
    for slot in slots:
        if slot.kind == kind and (key := unwrap(slot, secret)) is not None:
            return key
    return None


def _checksum(held: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()
