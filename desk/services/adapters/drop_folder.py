"""A folder that other programs drop lead files into (LEAD-01).

A file is handed over once it has stopped growing, and stays where it is until the desk has recorded it: a
crash in between hands it over again, and the ledger of contents knows it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from desk.models.errors import ChannelDown
from desk.services.adapters.data import channel_table

TAKEN, NOT_READ = "taken", "not-read"


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """A file that is complete. ``trouble`` says why ``data`` is empty: too large, or not readable."""

    path: Path
    data: bytes
    trouble: str = ""


class DropFolder:
    """Watches one folder by looking at it; where a file looked the same twice, it is complete."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, tuple[int, int]] = {}

    def look(self) -> list[DroppedFile]:
        """The files that are complete, by name. Raises ChannelDown where the folder cannot be read."""
        try:
            present = dict(self._present())
        except OSError as trouble:
            words = f"The drop folder cannot be read: {trouble.strerror}."
            raise ChannelDown(words, where=str(self._folder), do="Check the folder in Settings.") from trouble
        steady = sorted(path for path, shape in present.items() if self._seen.get(path) == shape)
        self._seen = present
        return [_read(path, present[path][0]) for path in steady]

    def taken(self, path: Path) -> Path:
        """File a recorded file away; where it lies now."""
        return self._move(path, TAKEN)

    def not_read(self, path: Path) -> Path:
        """File away one that could not be read and stands in quarantine; where it lies now."""
        return self._move(path, NOT_READ)

    def _present(self) -> Iterator[tuple[Path, tuple[int, int]]]:
        """Size and time of each file; links, hidden and half-written files are left out."""
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = tuple(channel_table("drop")["unfinished"])
        with os.scandir(self._folder) as entries:
            for entry in entries:
                whole = not entry.name.startswith((".", "~$")) and not entry.name.lower().endswith(unfinished)
                if whole and entry.is_file(follow_symlinks=False):
                    shape = entry.stat(follow_symlinks=False)
                    yield Path(entry.path), (shape.st_size, shape.st_mtime_ns)

    def _move(self, path: Path, place: str) -> Path:
        """Move a file into a subfolder under a name that is free there; nothing is written over."""
        folder = self._folder / place
        folder.mkdir(exist_ok=True)
        names = (f"{path.stem}{'' if number == 1 else f'-{number}'}{path.suffix}" for number in count(1))
        target = next(folder / name for name in names if not (folder / name).exists())
        path.rename(target)
        self._seen.pop(path, None)
        return target


def _read(path: Path, size: int) -> DroppedFile:
    limit = channel_table("drop")["largest_bytes"]
    if size > limit:
        return DroppedFile(path, b"", f"The file is larger than {limit // 1_000_000} MB.")
    try:
        return DroppedFile(path, path.read_bytes())
    except OSError as trouble:
        return DroppedFile(path, b"", f"The file cannot be read: {trouble.strerror}.")
