"""A line that is down is tried again after growing pauses, told once, and at once when there is news (DESK-10)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models.commands import Command, NoteHealth
from desk.models.errors import ChannelDown, NeedsPerson
from desk.services.lines import Line

pytestmark = pytest.mark.requirement("DESK-10")
OK = ""


class Waits:
    """Stands where a line waits: keeps each pause and lets none pass."""

    def __init__(self, line: Told, rounds: int) -> None:
        self._line, self._left = line, rounds
        self.pauses: list[float] = []

    def wait(self, pause: float) -> None:
        self.pauses.append(pause)
        self._left -= 1
        if not self._left:
            self._line.stop()

    def set(self) -> None:
        """A nudge ends no pause here: none is waited out."""

    clear = set


class Told(Line):
    """A line whose rounds go as the story says: empty for well, else what is wrong."""

    def __init__(self, story: list[str | Exception]) -> None:
        self.said: list[NoteHealth] = []
        super().__init__("mail_in", self._keep, every_s=0.5)
        self._story = iter(story)
        self._nudged: Any = Waits(self, len(story))

    def _keep(self, command: Command) -> None:
        assert isinstance(command, NoteHealth)
        self.said.append(command)

    def round(self) -> None:
        trouble = next(self._story)
        if isinstance(trouble, Exception):
            raise trouble

    def pauses(self) -> list[float]:
        self.run()
        found: list[float] = self._nudged.pauses
        return found


def down(words: str = "No network.") -> ChannelDown:
    return ChannelDown(words)


def test_pauses_grow_to_a_minute_and_begin_anew_after_a_good_round() -> None:
    line = Told([*(down() for _ in range(8)), OK, OK, down(), down()])
    assert line.pauses() == [1.0, 2.0, 5.0, 15.0, 30.0, 60.0, 60.0, 60.0, 0.5, 0.5, 1.0, 2.0]


def test_how_it_stands_is_told_when_it_changes_and_not_each_time() -> None:
    line = Told([OK, down(), down(), down("Another word."), OK, OK])
    line.run()
    assert [(note.ok, note.words) for note in line.said] == [
        (True, ""),
        (False, "No network."),
        (False, "Another word."),
        (True, ""),
    ]


def test_what_only_a_person_mends_is_told_as_such_and_tried_on_all_the_same() -> None:
    line = Told([NeedsPerson("Sign in again."), NeedsPerson("Sign in again."), OK])
    assert line.pauses() == [1.0, 2.0, 0.5]
    assert [(note.ok, note.needs_person) for note in line.said] == [(False, True), (True, False)]


def test_a_mistake_of_ours_is_a_pause_too_and_shows_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    line = Told([ZeroDivisionError("x"), OK])
    assert line.pauses() == [1.0, 0.5]
    assert line.said[0].words == "The desk stumbled over this line; it tries again."
    assert "stumbled" in caplog.text
