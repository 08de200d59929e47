"""The night desk: the one desk that stays up, keeps its computer awake, and says when it cannot (DESK-13)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from desk.models.commands import NoteHealth
from desk.models.errors import StoreDown
from desk.services.ports import Awake

LINE = "night"
MAY_SLEEP = "This computer may fall asleep: its system lets no program keep it awake."
DO = "Switch sleep off in the system's power settings."


class NightDesk:
    """``call`` gives a command to the engine; ``awake`` is this computer, None where a store lies in no real one."""

    def __init__(self, call: Callable[..., Any], awake: Awake | None) -> None:
        self._call, self._awake = call, awake
        self._said: bool | None = None

    def see_to_it(self, settings: Mapping[str, Any]) -> None:
        """Hold the computer awake where this is the night desk, let it go elsewhere; a change is told once."""
        if self._awake is None:
            return
        if not settings["desk.night"]:
            self._awake.release()
            self._say(True, told=LINE in settings["health"])
            return
        self._say(self._awake.hold(), told=True)

    def end(self) -> None:
        if self._awake is not None:
            self._awake.release()

    def _say(self, ok: bool, *, told: bool) -> None:
        if not told or ok is self._said:
            return
        words = "" if ok else f"{MAY_SLEEP} {DO}"
        with suppress(StoreDown):
            self._call(NoteHealth(line=LINE, ok=ok, words=words, needs_person=not ok))
            self._said = ok
