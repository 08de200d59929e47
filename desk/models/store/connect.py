"""A keyed connection to the store, without SQLAlchemy: for the first paint, and for the engines (DESK-03)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

FILE_NAME = "desk.db"
_SAFE = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "busy_timeout = 5000",
    "temp_store = MEMORY",
    "mmap_size = 0",
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "cache_size = -32000",
)
_WRITER = ("journal_mode = WAL", "journal_size_limit = 67108864", "fullfsync = ON", *_SAFE)


def raw_connection(path: Path, key: bytes, *, read_only: bool) -> Any:
    """Open the store with its 32-byte key. Raises ``sqlcipher3.DatabaseError``, at once for a wrong key.

    ``read_only`` opens an existing file that others may be writing (WAL); it never makes one.
    """
    target = path.absolute().as_uri() + ("?mode=ro" if read_only else "")
    connection = sqlcipher.connect(target, uri=True, check_same_thread=False, isolation_level=None)
    try:
        # At a wrong key the library would print page numbers to the terminal; the error raised says enough.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _SAFE if read_only else _WRITER:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlcipher.Error:
        connection.close()
        raise
    return connection
