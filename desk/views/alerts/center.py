"""The notification centre, 400 x 600: who needs this person, with what can be done at once (ALERT-03).

Nothing unseen disappears: what is done stands in the history.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.models.changes import Changes
from desk.models.commands import SeeAlert
from desk.models.snapshots.frame import AlertView
from desk.models.snapshots.today import Routine
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.alerts.chips import CLASSES, FilterChip, class_of, class_words
from desk.views.alerts.row import AlertRow
from desk.views.bridge_protocol import Bridge
from desk.views.pulse import Pulse
from desk.views.sounds import Ringer
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.throttle import Throttle
from desk.views.toasts import acts_of

WIDTH, HEIGHT, MOST = 400, 600, 60
READ_MS = 500  # how often the store is asked, while much changes
HIDDEN_MS = 4000  # while much rings and nobody looks at the list, its count waits for so long


class AlertCenter(QFrame):
    """``acted``: alert and act. A panel of its own that stands under the doorbell or above the tray."""

    acted = Signal(object, str)
    counted = Signal(int)
    settings_wanted = Signal()

    def __init__(
        self, bridge: Bridge, pulse: Pulse, zone: str, ringer: Ringer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._bridge, self._pulse, self._zone, self.ringer = bridge, pulse, zone, ringer
        self._open: Sequence[AlertView] = ()
        self._done: Sequence[AlertView] = ()
        self.kind, self.history, self.chosen = "", False, 0
        self.rows: list[AlertRow] = []
        self.badge = w.Badge("", "accent")
        self.mute = w.Button(say("Mute for a while"), "ghost", icon="bell-off", size="row")
        self.gear = w.IconButton("settings", say("Which alerts reach you, and how"))
        self._read_due = Throttle(self.read, self, READ_MS, most_ms=HIDDEN_MS)
        self.chips: dict[str, FilterChip] = {}
        self.done_words = w.Words("", "secondary", "t3")
        self.show_history = w.Button(say("Show history"), "ghost", size="row")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(say("Alerts"))
        self._build()
        bridge.changed.connect(self._changed)
        pulse.second.connect(self._tick)
        pulse.minute.connect(self.read)
        self.mute.clicked.connect(self._mute)
        self.gear.clicked.connect(self._to_settings)
        self.show_history.clicked.connect(self._turn)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 10, 4)
        head.setSpacing(8)
        for part in (w.Words(say("Alerts"), "section"), self.badge):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.mute)
        head.addWidget(self.gear)
        column.addLayout(head)
        column.addLayout(self._filters())
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        column.addWidget(self.scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 6, 8, 7)
        foot.setSpacing(8)
        foot.addWidget(w.Icon("check-check", "t3", 16))
        foot.addWidget(self.done_words, 1)
        foot.addWidget(self.show_history)
        column.addLayout(foot)
        self._fit()
        Theme.current().changed.connect(self._fit)

    def _filters(self) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setContentsMargins(10, 2, 8, 8)
        row.setSpacing(2)
        for kind in CLASSES:
            chip = self.chips[kind] = FilterChip()
            group.addButton(chip)
            chip.clicked.connect(lambda _=False, kind=kind: self._choose_kind(kind))
            row.addWidget(chip)
        row.addStretch(1)
        return row

    def _fit(self) -> None:
        """400 by 600, grown with the text as far as the screen is wide and high."""
        t, room = Theme.current(), QGuiApplication.primaryScreen().availableGeometry()
        self.setFixedSize(min(t.px(WIDTH), room.width()), min(t.px(HEIGHT), room.height()))

    # --- facts in ---

    def read(self) -> None:
        self._bridge.ask(lambda read: (read.alerts(), read.alerts_done()), self._show)  # type: ignore[attr-defined]  # the reader's history

    def _changed(self, changes: Changes) -> None:
        if changes.new_alerts or changes.kinds & {"alerts", "staff", "quarantine"} or changes.leads:
            self.follow()

    def follow(self) -> None:
        """Something rang or was seen to: read again, at once while somebody looks at the list."""
        self._read_due(soon=self.isVisible())

    def _show(self, read: tuple[Sequence[AlertView], Sequence[AlertView]]) -> None:
        self._open, self._done = read
        self.counted.emit(len(self.awake()))
        if self.isVisible():
            self.refresh()

    def awake(self) -> list[AlertView]:
        """Open alerts that do not sleep; of the steps of one ladder the highest, which says all that the lower ones did."""
        now, found = self._pulse.now(), dict[str, AlertView]()
        for alert in self._open:
            if alert.snoozed_until is None or alert.snoozed_until <= now:
                found.setdefault(alert.climb or alert.id, alert)
        return list(found.values())

    def _below(self, alert: AlertView) -> list[AlertView]:
        """The lower steps that stand behind this one."""
        return [one for one in self._open if one.id != alert.id and one.climb == alert.climb != ""]

    def refresh(self) -> None:
        """Build what is seen: the chips with their counts, and the rows of the chosen kind."""
        needed = len(self.awake())
        self.badge.say_words(say("1 needs you") if needed == 1 else say("{n} need you", n=needed))
        self.badge.setVisible(bool(needed))
        self._show_chips()
        self.done_words.setText(say("{n} earlier alerts done", n=len(self._done)))
        self.show_history.set_words(say("Show open") if self.history else say("Show history"))
        self.show_history.setVisible(bool(self._done) or self.history)
        self._show_rows()
        self._show_mute()

    def shown(self) -> list[AlertView]:
        alerts = list(self._done) if self.history else self.awake()
        return [alert for alert in alerts if not self.kind or class_of(alert) == self.kind]

    def _show_chips(self) -> None:
        alerts = self._done if self.history else self.awake()
        counts = Counter(class_of(alert) for alert in alerts)
        for kind, chip in self.chips.items():
            count = counts[kind] if kind else len(alerts)
            chip.say_words(f"{class_words(kind)} {count}" if count else class_words(kind))
            chip.setChecked(kind == self.kind)

    def _choose_kind(self, kind: str) -> None:
        self.kind, self.chosen = kind, 0
        self.refresh()

    def _show_rows(self) -> None:
        alerts = self.shown()
        self.chosen = max(0, min(self.chosen, len(alerts) - 1))
        place = self.scroll.verticalScrollBar().value()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = [
            AlertRow(alert, self._pulse.now, self._zone, n == self.chosen)
            for n, alert in enumerate(alerts[:MOST])
        ]
        for row in self.rows:
            row.acted.connect(lambda act, alert=row.alert: self._act(alert, act))
            column.addWidget(row)
        if not alerts:
            column.addWidget(_nothing(self.history), 1)
        elif len(alerts) > MOST:
            column.addWidget(w.Words(say("{n} more", n=len(alerts) - MOST), "secondary", "t3"))
        column.addStretch(1)
        self.scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.scroll.verticalScrollBar().setValue(place)

    def _tick(self) -> None:
        if self.isVisible():
            for row in self.rows:
                row.tick()

    # --- acts ---

    def open_at(self, corner: QPoint) -> None:
        """Show it with its top right at ``corner``, inside the screen."""
        self.history = False
        self.read()
        screen = (QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()).availableGeometry()
        x = min(max(screen.left(), corner.x() - self.width()), screen.right() - self.width())
        y = min(max(screen.top(), corner.y()), screen.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.refresh()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _act(self, alert: AlertView, act: str) -> None:
        if act in ("open", "call", "claim"):
            self.hide()
        for lower in self._below(alert):
            if act == "snooze":
                self.acted.emit(lower, act)
            else:
                self._bridge.run(SeeAlert(alert_id=lower.id))
        self.acted.emit(alert, act)

    def _turn(self) -> None:
        self.history, self.kind, self.chosen = not self.history, "", 0
        self.refresh()

    def _to_settings(self) -> None:
        self.hide()
        self.settings_wanted.emit()

    def _mute(self) -> None:
        if self.ringer.is_muted():
            self.ringer.unmute()
        else:
            self._bridge.ask(lambda read: read.routine(), self._mute_for)
        self._show_mute()

    def _mute_for(self, routine: Routine) -> None:
        self.ringer.mute(routine.mute)
        self._show_mute()

    def _show_mute(self) -> None:
        until = self.ringer.muted_until
        muted = until is not None and self.ringer.is_muted()
        words = (
            say("Muted to {at}", at=formats.clock(until, self._zone))
            if muted and until
            else say("Mute for a while")
        )
        self.mute.set_words(words)

    def showEvent(self, event: QShowEvent) -> None:
        """Its clocks move also while the window is away."""
        super().showEvent(event)
        self._pulse.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alerts = self.shown()
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key()), 0
        )
        acts = {
            Qt.Key.Key_G: "claim",
            Qt.Key.Key_C: "call",
            Qt.Key.Key_S: "snooze",
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
        }
        act = acts.get(Qt.Key(event.key()), "")
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif step and alerts:
            self.chosen = max(0, min(len(alerts) - 1, self.chosen + step))
            self._show_rows()
            self.scroll.ensureWidgetVisible(self.rows[min(self.chosen, len(self.rows) - 1)])
        elif act and alerts and act in {name for name, _ in acts_of(alerts[self.chosen])}:
            self._act(alerts[self.chosen], act)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        paint.rounded(p, QRectF(self.rect()), 12, "surface", t, t.pen("line2"))
        p.setPen(t.pen("line"))
        for edge in (self.scroll.geometry().top() - 1, self.scroll.geometry().bottom() + 1):
            p.drawLine(1, edge, self.width() - 2, edge)


def _nothing(history: bool) -> w.EmptyState:
    if history:
        return w.EmptyState(
            "history", say("No alert was done yet"), say("What you have seen to stands here.")
        )
    return w.EmptyState("bell", say("No one is waiting"), say("New leads and hand-offs ring here."))
