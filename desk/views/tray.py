"""The desk in the tray: its mark with the count of alerts, the way back to the window, and the way out (DESK-01)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desk.views import paint
from desk.views.icons import mark
from desk.views.text import say
from desk.views.theme import Theme

_SIDES = (16, 22, 32, 64)


def tray_icon(count: int) -> QIcon:
    """The mark, with a red bubble for the alerts that wait."""
    made = QIcon()
    for side in _SIDES:
        made.addPixmap(_picture(side, count))
    return made


def _picture(side: int, count: int) -> QPixmap:
    t = Theme.current()
    picture = QPixmap(mark(side, t.tokens["accent"], t.tokens["on_accent"]))
    if not count:
        return picture
    p = QPainter(picture)
    p.scale(side / 22, side / 22)
    paint.paint_count(p, 22, 0, count, t, "bad", "on_bad")
    p.end()
    return picture


class Tray(QObject):
    """``opened``: bring the window; ``alerts_wanted``: the notification centre; ``quit_wanted``: end the desk."""

    opened = Signal()
    alerts_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.icon = QSystemTrayIcon(tray_icon(0), self)
        self.menu = QMenu()
        self.open_act = self.menu.addAction(say("Open Sales Desk"))
        self.alerts_act = self.menu.addAction(say("No alerts"))
        self.menu.addSeparator()
        self.quit_act = self.menu.addAction(say("Quit Sales Desk"))
        self.open_act.triggered.connect(self.opened)
        self.alerts_act.triggered.connect(self.alerts_wanted)
        self.quit_act.triggered.connect(self.quit_wanted)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.show_count(0)
        Theme.current().changed.connect(self._repaint)

    @staticmethod
    def is_available() -> bool:
        """Whether this desktop has a tray; without one the window minimises instead of hiding."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        self.icon.show()

    def show_count(self, count: int) -> None:
        words = say("1 alert needs you") if count == 1 else say("{n} alerts need you", n=count)
        words = words if count else say("No alerts")
        self.alerts_act.setText(words)
        self.icon.setToolTip(say("Sales Desk: {words}", words=words.lower()))
        if count != self.count:
            self.count = count
            self._repaint()

    def _repaint(self) -> None:
        self.icon.setIcon(tray_icon(self.count))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            (self.alerts_wanted if self.count else self.opened).emit()
