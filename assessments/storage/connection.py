"""Connections to the vault file: the driver under SQLAlchemy's pool, durable, keyed, and deaf to logs."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_TIMEOUT_SECONDS: Final = 10.0
READING: Final = "footbridge_reading"


def connect(path: Path, key: bytes | None) -> Any:
    """A driver connection without implicit transactions, in any thread; the key is the raw 32 bytes.

    Raises the driver's own errors; the file is neither read nor changed before the first statement.
    """
    connection = driver.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_SECONDS, cached_statements=256
    )
    try:
        unlock(connection, key)
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA checkpoint_fullfsync = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def unlock(connection: Any, key: bytes | None) -> None:
    """Silence the cipher's log and give the raw key, if there is one."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_compatibility = 4")


def make_engine(path: Path, key: bytes | None) -> Engine:
    """An engine whose write transactions take the write lock at once and whose readings see one moment."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=5,
        pool_timeout=BUSY_TIMEOUT_SECONDS,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
