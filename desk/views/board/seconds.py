"""What a second changes in a column: the figures of its timers, painted alone where nothing else changed with them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from desk.views import timers
from desk.views.theme import Theme
from desk.views.timers import TimerFace

_KEPT = 256  # timers that are remembered as they were painted: more than any window shows


class Second(NamedTuple):
    """A timer to be painted on its card's ground: what it shows, where it ends, its middle, and the place that it takes."""

    face: TimerFace
    right: float
    middle: float
    ground: str
    place: QRect


class Painted:
    """By lead: the timer as it was painted last."""

    def __init__(self) -> None:
        self._faces: dict[str, TimerFace | None] = {}

    def note(self, lead_id: str, face: TimerFace | None) -> None:
        if len(self._faces) >= _KEPT:
            self._faces.clear()
        self._faces[lead_id] = face

    def shows(self, lead_id: str, face: TimerFace | None) -> bool:
        """Whether that is what stands there: longer times say the same for a minute."""
        return lead_id in self._faces and timers.looks_like(self._faces[lead_id], face)

    def is_as_wide(self, lead_id: str, face: TimerFace, t: Theme) -> bool:
        """Whether the name beside it keeps its room."""
        stands = self._faces.get(lead_id)
        return stands is not None and timers.timer_width(stands, t) == timers.timer_width(face, t)


def second(face: TimerFace, right: float, middle: float, ground: str, t: Theme) -> Second:
    """The timer that ends at ``right``."""
    left, height = floor(right - timers.timer_width(face, t)) - 1, t.px(20)
    place = QRect(left, floor(middle - height / 2), ceil(right) - left, height)
    return Second(face, right, middle, ground, place)


def region(seconds: Sequence[Second]) -> QRegion:
    """All their places."""
    whole = QRegion()
    for one in seconds:
        whole += one.place
    return whole


def paint_seconds(p: QPainter, seconds: Sequence[Second], t: Theme) -> None:
    for one in seconds:
        p.fillRect(one.place, t.colour(one.ground))
        timers.paint_timer(p, one.right, one.middle, one.face, t)
