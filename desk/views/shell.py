"""The frame round every screen: rail, top bar, and strips for an outside line that is down.

Widgets fed by a ``ShellView``; what is pressed goes out as signals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.rail import Rail, Screen
from desk.views.text import say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from desk.models.snapshots.frame import ChannelHealth, PersonView, ShellView

__all__ = ["CommandBox", "PersonButton", "Rail", "Screen", "Strips", "TopBar", "next_send_words"]

BAR = 48


class CommandBox(w.Pressable):
    """Where one looks for anything: pressing it, Ctrl+K or / opens the palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Find a customer, stock number or command"), "", parent)
        self.setToolTip(say("Find or command (Ctrl+K or /)"))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().space(420), Theme.current().px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), Theme.current().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        edge = "ctl" if self.underMouse() else "line2"
        paint.rounded(p, QRectF(self.rect()), 6, "surface", t, t.pen(edge))
        side, middle = t.px(14), self.height() / 2
        paint_icon(p, "search", t.space(10), middle - side / 2, side, t.tokens["t2"])
        right = self.width() - t.space(8)
        for key in ("Ctrl K",) if t.is_large else ("K", "Ctrl"):
            right -= paint.keycap_width(key, t)
            paint.paint_keycap(p, right, middle, key, t)
            right -= t.space(6)
        left = t.space(10) + side + t.space(8)
        words = say("Find") if t.is_large else self.text()
        paint.text(p, "body", "t3", left, middle, paint.elided("body", words, right - left, t), t)


class PersonButton(w.Pressable):
    """Who sits at the desk, and their role; pressing it offers the others, and the way out. ``switched``: a person's id."""

    switched = Signal(str)
    lock_pressed = Signal()
    quit_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Person"), "", parent)
        self._person: PersonView | None = None
        self._people: Sequence[PersonView] = ()
        self.hide()  # until somebody is here
        self.clicked.connect(self._offer)

    def show_people(self, person: PersonView, people: Sequence[PersonView]) -> None:
        if (person, people) == (self._person, self._people):
            return
        self._person, self._people = person, people
        self.setVisible(bool(person.id))
        self.setText(person.name)
        self.setAccessibleName(say("Signed in: {name}, {role}", name=person.name, role=person.role_words))
        self.setToolTip(self.accessibleName())
        self._resized()

    def _offer(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        for person in self._people:
            act = menu.addAction(f"{person.name} · {person.role_words}")
            act.setEnabled(person != self._person)
            act.triggered.connect(lambda _=False, person_id=person.id: self.switched.emit(person_id))
        menu.addSeparator()
        menu.addAction(say("Lock") + "\tCtrl+L").triggered.connect(self.lock_pressed)
        menu.addAction(say("Quit Sales Desk") + "\tCtrl+Q").triggered.connect(self.quit_pressed)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        t = Theme.current()
        if t.is_large or self._person is None:
            return QSize(t.px(32), t.px(32))
        words = max(t.width("secondary_strong", self.text()), t.width("caption", self._person.role_words))
        return QSize(round(t.px(26) + t.space(8) + words + t.space(10) + t.px(14) + t.space(6)), t.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._person is None:
            return
        t, p = Theme.current(), QPainter(self)
        middle, x = self.height() / 2, t.space(3)
        paint.paint_avatar(p, x, middle, self._person.initials, t, self._person.id, 26)
        if t.is_large:
            return
        x += t.px(26) + t.space(8)
        paint.text(p, "secondary_strong", "t1", x, middle - t.px(7), self.text(), t)
        paint.text(p, "caption", "t3", x, middle + t.px(8), self._person.role_words, t)
        side = t.px(14)
        paint_icon(p, "chevron-down", self.width() - side - 2, middle - side / 2, side, t.tokens["t2"])


class TopBar(QWidget):
    """Search, doorbell, what is sent next, the assistant, the person."""

    find_pressed = Signal()
    doorbell_pressed = Signal()
    next_send_pressed = Signal()
    assistant_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ""
        self.find = CommandBox()
        self.doorbell = w.Button(say("Alerts"), icon="bell-ring", size="bar")
        self.next_send = w.Button("", "ghost", icon="timer", size="bar")
        self.assistant = w.Button("", "ai", icon="sparkles", size="bar")
        self.person = PersonButton()
        self.next_send.icon_tone = "ok"
        self._row = QHBoxLayout(self)
        self._row.setSpacing(8)
        self._row.addWidget(self.find, 1)
        self._row.addStretch(1)
        for part in (self.doorbell, self.next_send, self.assistant, self.person):
            self._row.addWidget(part)
        self.find.clicked.connect(self.find_pressed)
        self.doorbell.clicked.connect(self.doorbell_pressed)
        self.next_send.clicked.connect(self.next_send_pressed)
        self.assistant.clicked.connect(self.assistant_pressed)
        self.setAccessibleName(say("Top bar"))
        Theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        t = Theme.current()
        self.setFixedHeight(t.px(BAR))
        self.find.setMaximumWidth(t.space(420))
        self._row.setContentsMargins(t.space(12), 0, t.space(12), 1)
        self.next_send.setVisible(not t.is_large and bool(self.next_send.text()))
        self.assistant.set_words("" if t.is_large else self._state)
        self.assistant.setVisible(bool(self._state))

    def show_shell(self, view: ShellView, now: datetime) -> None:
        self._show_doorbell(view.alerts_new, view.alerts_open)
        self.next_send.set_words(next_send_words(view, now))
        self.next_send.icon_tone = "ok" if view.next_send is not None else ""
        self.assistant.kind = "ai" if view.assistant_on else "default"
        state = say("AI on") if view.assistant_on else say("AI paused")
        self.assistant.icon_kind = "sparkles" if view.assistant_on else "circle-pause"
        self._state = state
        self._dress()
        words = view.assistant_words
        self.assistant.setAccessibleName(f"{state}. {words}" if words else state)
        self.assistant.setToolTip(words or state)
        self.person.show_people(view.person, view.people)

    def _show_doorbell(self, fresh: int, still_open: int) -> None:
        """It rings once and never pulses: petrol while something is new."""
        self.doorbell.kind = "primary" if fresh else "default"
        quiet = say("{n} open", n=still_open) if still_open else say("No alerts")
        self.doorbell.set_words(say("{n} new", n=fresh) if fresh else quiet)
        self.doorbell.setToolTip(say("Alerts: {new} new, {open} open", new=fresh, open=still_open))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.setPen(t.pen("line"))
        p.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def next_send_words(view: ShellView, now: datetime) -> str:
    """Next send 9:20, with the day when it is another one; or what the desk says instead."""
    if view.next_send_words:
        return view.next_send_words
    if view.next_send is None:
        return say("Nothing to send")
    away = formats.days_away(view.next_send, now, view.zone)
    day = "" if away == 0 else f"{formats.weekday(view.next_send, view.zone)} "
    return say("Next send {time}", time=day + formats.clock(view.next_send, view.zone))


class Strips(QWidget):
    """Red strips under the top bar: an outside line that is down, since when and what waits, in its own words."""

    look_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: tuple[ChannelHealth, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_channels(self, channels: Sequence[ChannelHealth]) -> None:
        down = tuple(channel for channel in channels if not channel.ok)
        if down == self._shown:
            return
        self._shown = down
        while self._column.count():
            self._column.takeAt(0).widget().deleteLater()
        for channel in down:
            strip = w.ErrorStrip(channel.words, (say("Look"),))
            strip.acted.connect(lambda _, name=channel.name: self.look_pressed.emit(name))
            self._column.addWidget(strip)
        self.setVisible(bool(down))
