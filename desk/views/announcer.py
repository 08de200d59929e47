"""Says to a screen reader what only the eye would see: a timer that turns amber or red, and each ladder step (look, section 7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desk.views import timers
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.snapshots.board import CardView

_SAID = ("warn", "bad")


class Announcer(QObject):
    """Remembers how each timer stood; ``said`` carries what it told. Nothing is said twice, and nothing at first sight."""

    said = Signal(str)

    def __init__(self, about: QObject) -> None:
        super().__init__(about)
        self._about = about
        self._seen: dict[str, tuple[str, int]] = {}

    def look(self, cards: Iterable[CardView], now: datetime) -> None:
        """Once a second, with the cards whose timers run; those not among them are forgotten."""
        seen: dict[str, tuple[str, int]] = {}
        for card in cards:
            face = timers.timer_face(card.timer, now)
            if face is not None:
                seen[card.id] = (face.tone, card.timer.level)
                self._compare(card, seen[card.id], now)
        self._seen = seen

    def _compare(self, card: CardView, stands: tuple[str, int], now: datetime) -> None:
        tone, level = stands
        was_tone, was_level = self._seen.get(card.id, stands)
        if tone != was_tone and tone in _SAID:
            self._say(say("{name}: {timer}", name=card.name, timer=timers.timer_words(card.timer, now)))
        if level > was_level:
            self._say(say("{name}: alert step {n}", name=card.name, n=level))

    def _say(self, words: str) -> None:
        self.said.emit(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._about, words))
