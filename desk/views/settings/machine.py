"""What the settings ask of this computer; whoever brings the window up fulfils it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desk.models.snapshots.settings import BackupFile, NumbersRead, RestorePreview


class Machine(Protocol):
    """Each may take its time and is called on another thread, but for what only looks. Raises DeskError in words for people."""

    #: Whether this store is the demo's own, which may be thrown away.
    is_demo: bool
    #: Whether this desktop has a place where programs are named that start with it.
    can_start_with_computer: bool
    #: The account that is signed in to this computer; empty where it cannot be told (R22).
    account: str

    def start_with_computer(self, on: bool) -> None: ...

    def back_up(self) -> str:
        """Make a backup, prove it, and say what it holds."""
        ...

    #: Whether this window can close, put a backup in place of the store, and open again.
    can_restore: bool

    def backups(self) -> Sequence[BackupFile]:
        """The backups in the folder of the settings, newest first."""
        ...

    def look_into(self, path: str) -> RestorePreview:
        """Read all of a backup, and hold it beside the present store."""
        ...

    def restore(self, path: str) -> None:
        """Close the window, put the backup in place and open again. Called on the window's thread once a manager allowed it."""
        ...

    def recovery_code(self) -> str:
        """What opens this store where its key is lost, as it is printed (DESK-03)."""
        ...

    def read_numbers(self, path: str, kind: str, dated: str, *, take: bool) -> NumbersRead:
        """Read a number list of ``kind`` (dnc, reassigned), or take it in; an empty ``dated`` is its own day (R8)."""
        ...

    def throw_demo_away(self) -> None:
        """End the demo and remove its folder. Called on the window's thread; does not come back to the store."""
        ...
