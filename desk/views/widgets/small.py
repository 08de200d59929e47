"""Things one reads: chip, badge, glyph, avatar, timer, coverage, key cap, gauge. Thin widgets over ``paint``.

Each is a QLabel, so that its words are its accessible name, with our own paint.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from desk.views import paint, timers
from desk.views.text import ai_words, band_words, say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from desk.models.snapshots.board import TimerView


class Words(QLabel):
    """A line or a paragraph in a type role and tone of the theme; selectable where it is a fact to copy."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        tone: str = "t1",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._tone = tone
        self._dress()
        Theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        t = Theme.current()
        self.setFont(t.font(self.role))
        ink = QPalette(t.ground())
        ink.setColor(QPalette.ColorRole.WindowText, t.colour(self._tone))
        self.setPalette(ink)

    def showEvent(self, event: QShowEvent) -> None:
        """Words that were hidden while the theme changed were given their old ink and size back by Qt's style sheets."""
        super().showEvent(event)
        t = Theme.current()
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        if ink != t.colour(self._tone) or self.font().pixelSize() != t.font(self.role).pixelSize():
            self._dress()

    def set_tone(self, tone: str) -> None:
        """Another ink, a token of the theme."""
        if self._tone != tone:
            self._tone = tone
            self._dress()


class ElidedWords(Words):
    """One line that ends in an ellipsis where it does not fit, with the whole in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(24), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t, words = Theme.current(), self.text()
        shown = paint.elided(self.role, words, self.width(), t)
        self.setToolTip(words if shown != words else "")
        paint.text(QPainter(self), self.role, self._tone, 0, self.height() / 2, shown, t)


class CarWords(ElidedWords):
    """A vehicle with its stock number and what follows it, in one line: the vehicle alone gives way."""

    def paintEvent(self, event: QPaintEvent) -> None:
        t, words = Theme.current(), self.text()
        vehicle, _, rest = words.partition(" · ")
        shown = words
        if t.width(self.role, words) > self.width():
            shown = paint.elided_car(self.role, vehicle, rest, self.width(), t)
        self.setToolTip(words if shown != words else "")
        paint.text(QPainter(self), self.role, self._tone, 0, self.height() / 2, shown, t)


class Painted(QLabel):
    """A painted label: ``words`` for the ear, ``measure`` and ``draw`` for the eye."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.current().changed.connect(self.updateGeometry)

    def say_words(self, words: str) -> None:
        """New words; the label is measured and painted again."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def measure(self, t: Theme) -> tuple[float, float]:
        raise NotImplementedError

    def draw(self, p: QPainter, t: Theme) -> None:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        width, height = self.measure(Theme.current())
        return QSize(round(width + 0.5), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw(QPainter(self), Theme.current())


class Chip(Painted):
    """A plain chip, rounded at its ends."""

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.width("chip", self.text()) + 2 * t.space(8), t.px(20)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.paint_chip(p, 0, self.height() / 2, self.text(), t)


class TemperatureChip(Painted):
    """The temperature: number and band word, always both."""

    def __init__(self, degrees: int = 0, band: str = "cold", parent: QWidget | None = None) -> None:
        self.degrees, self.band = degrees, band
        super().__init__(f"{degrees} {band_words(band)}", parent)

    def show_temperature(self, degrees: int, band: str) -> None:
        self.degrees, self.band = degrees, band
        self.say_words(f"{degrees} {band_words(band)}")

    def measure(self, t: Theme) -> tuple[float, float]:
        return paint.temperature_width(self.degrees, self.band, t), t.px(18)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.paint_temperature(p, 0, self.height() / 2, self.degrees, self.band, t)


class Badge(Painted):
    """A badge of 18 px: tint and text. ``tone``: plain | accent | ai | ok | warn | bad."""

    TONES: ClassVar[dict[str, tuple[str, str]]] = {
        "plain": ("sunken", "t2"),
        "accent": ("accent_tint", "accent"),
        "ai": ("ai_tint", "ai"),
        "ok": ("ok_tint", "ok"),
        "warn": ("warn_tint", "warn"),
        "bad": ("bad_tint", "bad"),
    }

    def __init__(
        self, words: str, tone: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        self.tone, self.icon_kind = tone, icon
        super().__init__(words, parent)

    def measure(self, t: Theme) -> tuple[float, float]:
        return paint.badge_width(self.text(), t, self.icon_kind), t.px(18)

    def draw(self, p: QPainter, t: Theme) -> None:
        fill, ink = self.TONES[self.tone]
        paint.paint_badge(p, 0, self.height() / 2, self.text(), t, fill, ink, self.icon_kind)


class AiGlyph(Painted):
    """The assistant's state as a glyph; its words are the state's title."""

    def __init__(self, state: str = "on", size: int = 18, parent: QWidget | None = None) -> None:
        self.state, self.box = state, size
        super().__init__(say("AI: {state}", state=ai_words(state)), parent)
        self.setToolTip(self.text())

    def show_state(self, state: str) -> None:
        self.state = state
        self.say_words(say("AI: {state}", state=ai_words(state)))
        self.setToolTip(self.text())

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(self.box), t.px(self.box)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.paint_ai_glyph(p, 0, self.height() / 2, self.state, t, self.box)


class Avatar(Painted):
    """A person's initials in their colour, or a dashed figure when nobody owns the lead."""

    def __init__(
        self,
        name: str = "",
        initials: str = "",
        person_id: str = "",
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        self.initials, self.person_id, self.box = initials, person_id, size
        super().__init__(name or say("Unassigned"), parent)
        self.setToolTip(self.text())

    def show_person(self, name: str, initials: str, person_id: str) -> None:
        self.initials, self.person_id = initials, person_id
        self.say_words(name or say("Unassigned"))
        self.setToolTip(self.text())

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(self.box), t.px(self.box)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.paint_avatar(p, 0, self.height() / 2, self.initials, t, self.person_id, self.box)


class TimerTag(Painted):
    """A response timer; call ``tick`` once a second. ``now`` gives the moment."""

    def __init__(self, timer: TimerView, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self.timer, self.now = timer, now
        super().__init__(timers.timer_words(timer, now()), parent)

    def show_timer(self, timer: TimerView) -> None:
        self.timer = timer
        self.say_words(timers.timer_words(timer, self.now()))

    def tick(self) -> None:
        """Show the present second; the words stay, so that nobody is read to death."""
        self.updateGeometry()
        self.update()

    def measure(self, t: Theme) -> tuple[float, float]:
        face = timers.timer_face(self.timer, self.now())
        return (timers.timer_width(face, t) if face else 0), t.px(20)

    def draw(self, p: QPainter, t: Theme) -> None:
        if face := timers.timer_face(self.timer, self.now()):
            timers.paint_timer(p, self.width(), self.height() / 2, face, t)


class CoverageBadge(Painted):
    """Shield with days left."""

    def __init__(self, days: int = 0, parent: QWidget | None = None) -> None:
        self.days = days
        super().__init__(self._words(days), parent)

    @staticmethod
    def _words(days: int) -> str:
        return say("covered {n} days", n=days) if days > 0 else say("not covered")

    def show_days(self, days: int) -> None:
        self.days = days
        self.say_words(self._words(days))

    def measure(self, t: Theme) -> tuple[float, float]:
        return paint.coverage_width(self.days, t), t.px(18)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.paint_coverage(p, self.width(), self.height() / 2, self.days, t)


class KeyCap(Painted):
    """A key, outlined."""

    def measure(self, t: Theme) -> tuple[float, float]:
        return paint.keycap_width(self.text(), t), t.px(18)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.paint_keycap(p, 0, self.height() / 2, self.text(), t)


class Icon(Painted):
    """An icon that stands alone; ``words`` say what it means, empty where the text beside it does."""

    def __init__(
        self, kind: str, tone: str = "t3", size: int = 16, words: str = "", parent: QWidget | None = None
    ) -> None:
        self.kind, self.tone, self.box = kind, tone, size
        super().__init__(words, parent)

    def show_icon(self, kind: str, tone: str) -> None:
        self.kind, self.tone = kind, tone
        self.update()

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(self.box), t.px(self.box)

    def draw(self, p: QPainter, t: Theme) -> None:
        side = t.px(self.box)
        paint.paint_icon(p, self.kind, 0, (self.height() - side) / 2, side, t.tokens[self.tone])


#: The bands' floors as the gauge draws them, with the token of each segment (the catalogue's TEMP-02).
_SEGMENTS = (
    (0, 30, "cold"),
    (30, 50, "cool"),
    (50, 70, "warm"),
    (70, 90, "hot"),
    (90, 100, "extremely_hot_fill"),
)


class Gauge(QProgressBar):
    """Five segments at 0, 30, 50, 70 and 90 with a marker; the score is its value, for the ear too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_temperature(0, "cold")

    def show_temperature(self, degrees: int, band: str) -> None:
        self.setValue(degrees)
        self.setAccessibleName(say("Temperature {n}, {band}", n=degrees, band=band_words(band)))
        self.update()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(240), t.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        per, top = self.width() / 100, t.px(6)
        for start, end, token in _SEGMENTS:
            strong = start <= self.value() < end or (end == 100 and self.value() == 100)
            p.setOpacity(1.0 if strong else 0.42)
            paint.rounded(p, QRectF(start * per, top, (end - start) * per - 2, t.px(5)), 1, token, t)
            p.setOpacity(1.0)
            paint.text(p, "tiny_plain", "t3", start * per, top + t.px(14), str(start), t)
        x = min(self.width() - t.px(4), max(0.0, self.value() * per - t.px(2)))
        paint.rounded(p, QRectF(x - 1, 0, t.px(4) + 2, t.px(16)), 3, "surface", t)
        paint.rounded(p, QRectF(x, 1, t.px(4), t.px(14)), 2, "t1", t)
