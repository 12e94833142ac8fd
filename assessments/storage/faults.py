"""The driver's faults, told as the vault's own; nothing of a statement or its values passes through."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError, TimeoutError

from assessments.storage.errors import (
    DamagedVault,
    DiskFault,
    DiskFull,
    FolderGone,
    ReadOnlyVault,
    VaultBusy,
    VaultError,
)
from assessments.storage.folder import database_path
from assessments.storage.free_space import free_bytes

_BUSY: Final = (5, 6)
_READ_ONLY: Final = (3, 8, 23)
_IO: Final = 10
_READ_ERRORS: Final = (10 | 1 << 8, 10 | 2 << 8, 10 | 33 << 8)
_WRITE_ERRORS: Final = (10 | 3 << 8, 10 | 4 << 8, 10 | 5 << 8, 10 | 6 << 8, 10 | 19 << 8)
_DAMAGED: Final = (1, 11, 26)
_FULL: Final = 13
_CANNOT_OPEN: Final = 14
_FULL_DISK_ERRORS: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
_FORBIDDEN_ERRORS: Final = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def told_as_vault_errors(folder: Path) -> Iterator[None]:
    """Raise every fault of the driver or the file system inside as a VaultError, without its cause.

    A fault of ours (a bad argument) passes through as it is.
    """
    try:
        yield
    except TimeoutError:
        raise VaultBusy from None
    except DBAPIError as fault:
        raise _as_vault_error(fault.orig, folder) from None
    except driver.Error as fault:
        raise _as_vault_error(fault, folder) from None
    except OSError as fault:
        raise _file_fault(fault, folder) from None


def _as_vault_error(fault: BaseException | None, folder: Path) -> Exception:
    code = getattr(fault, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in _BUSY:
        return VaultBusy()
    if primary == _FULL or "disk is full" in str(fault):
        return DiskFull()
    if not database_path(folder).exists():
        return FolderGone(folder)
    if primary in _READ_ONLY or primary == _CANNOT_OPEN:
        return ReadOnlyVault(folder)
    if isinstance(code, int) and primary == _IO:
        return _io_fault(code, folder)
    if primary in _DAMAGED or "UTF-8" in str(fault):
        return DamagedVault(database_path(folder))
    return RuntimeError(f"the database refused a statement ({type(fault).__name__} {primary})")


def _io_fault(code: int, folder: Path) -> VaultError:
    """An input or output error: no room to write, bytes that cannot be read, or something of the computer's own."""
    if code in _WRITE_ERRORS:
        return DiskFull(free_bytes(folder))
    return DamagedVault(database_path(folder)) if code in _READ_ERRORS else DiskFault(folder)


def _file_fault(fault: OSError, folder: Path) -> VaultError:
    if fault.errno in _FULL_DISK_ERRORS:
        return DiskFull()
    if fault.errno in _FORBIDDEN_ERRORS:
        return ReadOnlyVault(folder)
    return DiskFault(folder) if folder.exists() else FolderGone(folder)
