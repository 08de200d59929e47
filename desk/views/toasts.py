"""Alerts on the screen: up to three toasts above the tray, the rest counted. None takes the focus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.frame import AlertView
from desk.views import formats, paint, timers
from desk.views import widgets as w
from desk.views.pulse import Pulse
from desk.views.text import say
from desk.views.theme import Theme

SHOWN, GAP = 3, 16
#: Kind -> icon, ground, ink.
KINDS = {
    "doorbell": ("bell-ring", "accent_tint", "accent"),
    "handoff": ("concierge-bell", "warn_tint", "warn"),
    "escalation": ("triangle-alert", "bad_tint", "bad"),
    "appointment": ("calendar-check", "ok_tint", "ok"),
    "attention": ("circle-alert", "warn_tint", "warn"),
    "quarantine": ("mail-warning", "warn_tint", "warn"),
    "digest": ("sun", "accent_tint", "accent"),
}


def act_words() -> dict[str, str]:
    """What can be done from an alert, in words; a notice outside the window says the same."""
    return {"claim": say("Claim"), "call": say("Call"), "open": say("Open"), "snooze": say("Snooze")}


def acts_of(alert: AlertView) -> list[tuple[str, str]]:
    """What can be done from the alert, the first one first: claim, call, open, snooze."""
    can = {"claim": alert.claimable, "call": alert.callable}
    return [(act, words) for act, words in act_words().items() if can.get(act, True)]


class AlertIcon(w.Painted):
    """The class of an alert: icon on its tint, 30 px; the title beside it says it in words."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        self.kind = kind
        super().__init__("", parent)

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(30), t.px(30)

    def draw(self, p: QPainter, t: Theme) -> None:
        icon, ground, ink = KINDS[self.kind]
        side, inset = t.px(16), (self.width() - t.px(16)) / 2
        paint.rounded(p, QRectF(self.rect()), 7, ground, t)
        paint.paint_icon(p, icon, inset, inset, side, t.tokens[ink])


class AlertToast(w.Toast):
    """One alert: who it is about, what to do next. ``acted`` carries the act."""

    acted = Signal(str)

    def __init__(self, alert: AlertView, now: Callable[[], datetime], zone: str) -> None:
        fresh = (now() - alert.raised).total_seconds() < 60
        at = say("now") if fresh else formats.clock_full(alert.raised, zone)
        self._head = say("Sales Desk · {at}", at=at)
        super().__init__(self._head)
        self.alert, self._now = alert, now
        self.timer = w.TimerTag(alert.timer, now)
        self.body.addLayout(self._words())
        self.body.addLayout(self._buttons())
        self.setAccessibleName(f"{alert.title}. {alert.body}")
        self.tick()

    def _words(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(w.Words(self.alert.title, "section", wrap=True))
        words.addWidget(w.Words(self.alert.body, "body", "t2", wrap=True))
        row, top = QHBoxLayout(), Qt.AlignmentFlag.AlignTop
        row.setSpacing(12)
        row.addWidget(AlertIcon(self.alert.kind), 0, top)
        row.addLayout(words, 1)
        row.addWidget(self.timer, 0, top)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for place, (act, words) in enumerate(acts_of(self.alert)):
            button = w.Button(words, "default" if place else "primary")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, act=act: self._act(act))
            row.addWidget(button, 1)
        return row

    def count_more(self, more: int) -> None:
        """How many alerts wait behind it."""
        self.head.setText(say("{head} · {n} more", head=self._head, n=more) if more else self._head)

    def _act(self, act: str) -> None:
        self.acted.emit(act)
        self.close()

    def tick(self) -> None:
        """The timer and the line at the upper edge move with the second."""
        self.timer.tick()
        face = timers.timer_face(self.alert.timer, self._now())
        if face is not None and face.tone in ("ok", "warn"):
            self.show_share(face.tone, face.left)
        else:
            self.show_share("", 0.0)


class ToastStack(QObject):
    """Stacks toasts from the bottom right. ``acted``: alert, act."""

    acted = Signal(object, str)

    def __init__(self, pulse: Pulse, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pulse, self._zone = pulse, zone
        self.toasts: list[AlertToast] = []
        self.waiting: list[AlertView] = []
        pulse.second.connect(self._tick)

    def show_alert(self, alert: AlertView) -> None:
        """Show it now, or count it while three stand already."""
        if any(toast.alert.id == alert.id for toast in self.toasts):
            return
        if len(self.toasts) >= SHOWN:
            self.waiting.append(alert)
            self._stack()
            return
        toast = AlertToast(alert, self._pulse.now, self._zone)
        toast.acted.connect(lambda act: self.acted.emit(alert, act))
        toast.closed.connect(lambda: self._gone(toast))
        self.toasts.append(toast)
        toast.fit()
        self._stack()
        toast.show()

    def _gone(self, toast: AlertToast) -> None:
        if toast in self.toasts:
            self.toasts.remove(toast)
            toast.deleteLater()
        if self.waiting:
            self.show_alert(self.waiting.pop(0))
        self._stack()

    def _stack(self) -> None:
        edge = QGuiApplication.primaryScreen().availableGeometry().bottomRight() - QPoint(GAP, GAP)
        for toast in self.toasts:
            edge -= QPoint(0, toast.height())
            toast.move(edge.x() - toast.width(), edge.y())
            edge -= QPoint(0, GAP)
            toast.count_more(len(self.waiting) if toast is self.toasts[-1] else 0)

    def _tick(self) -> None:
        for toast in self.toasts:
            toast.tick()
