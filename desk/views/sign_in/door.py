"""What a locked desk still asks and takes (``services.bridge`` fulfils it)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from desk.models.commands import NoteLocked, TrySignIn
from desk.models.snapshots.sign_in import SignInView


class Door(Protocol):
    """The bridge while it is held: names, tries and nothing else."""

    def now(self) -> datetime: ...
    def hold(self) -> None: ...
    def release(self) -> None: ...
    def who_may_sit(self, success: Callable[[SignInView], None]) -> None: ...
    def at_door(
        self,
        command: TrySignIn | NoteLocked,
        success: Callable[[Any], None],
        failure: Callable[[Any], None] | None = None,
    ) -> None: ...
