"""What the settings ask of this computer; whoever brings the window up fulfils it."""

from __future__ import annotations

from typing import Protocol


class Machine(Protocol):
    """Each may take its time and is called on another thread, but for what only looks. Raises DeskError in words for people."""

    #: Whether this store is the demo's own, which may be thrown away.
    is_demo: bool
    #: Whether this desktop has a place where programs are named that start with it.
    can_start_with_computer: bool

    def start_with_computer(self, on: bool) -> None: ...

    def last_backup(self) -> str:
        """When and where the newest backup was made, in words; empty where there is none."""
        ...

    def back_up(self) -> str:
        """Make a backup, prove it, and say what it holds."""
        ...

    def throw_demo_away(self) -> None:
        """End the demo and remove its folder. Called on the window's thread; does not come back to the store."""
        ...
