"""A whole copy of an open store under the same key: made before a migration, and for a backup."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any


def copy_store(execute: Callable[[str, tuple[str, ...]], Any], target: Path) -> Path:
    """Copy the store to ``target`` while others use it; the name appears only when the copy is on the disk.

    ``execute`` runs a statement on a connection outside a transaction. A half-made copy is dropped.
    ``sqlcipher3.DatabaseError`` or ``OSError`` (a full disk); ``target`` is then as it was.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        execute("VACUUM INTO ?", (str(part),))
        on_disk(part)
        os.replace(part, target)
        on_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)
    return target


def on_disk(path: Path) -> None:
    """Wait until the disk holds it; Windows cannot be asked for a folder, and there the rename is enough. Raises OSError."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
