"""The monitor: every lead that waits for a person, live, with the ladder of the selected one (ILM-02, monitor.png)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.changes import Changes
from desk.models.snapshots.frame import PersonView
from desk.models.snapshots.monitor import LadderView, MonitorRow, MonitorView
from desk.models.snapshots.today import Routine
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.monitor.delegate import HEAD, ROW, MonitorDelegate
from desk.views.monitor.ladder import LadderPanel
from desk.views.monitor.model import COLUMNS, LINE_ROLE, OVERDUE, Group, MonitorModel
from desk.views.monitor.narrow import Hidden, Narrow
from desk.views.monitor.parts import Figure, Headings, Table
from desk.views.monitor.rule_sheet import RuleSheet
from desk.views.pulse import Pulse
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.throttle import POURING_MS, Throttle

#: Widths by column; customer, source and ladder share what is left.
WIDTHS = {"timer": 88, "time": 96, "staff": 142, "over": 82, "owner": 108}
NARROW = {"timer": 86, "time": 84, "staff": 118, "owner": 52}
TIGHT, SMALL = 780, 670
SHARES = {"customer": 0.36, "source": 0.27, "ladder": 0.37}
HIDDEN_TIGHT, HIDDEN_SMALL = ("over",), ("over", "time", "source", "staff")
MOVING = ("timer", "over", "ladder")


class MonitorScreen(QWidget):
    """``opened``, ``call_wanted``: a lead; ``counted``: how many are overdue now."""

    opened = Signal(str)
    call_wanted = Signal(str)
    counted = Signal(int)

    def __init__(self, bridge: Bridge, pulse: Pulse, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._pulse, self.selected = bridge, pulse, ""
        self.model, self.table = MonitorModel(), Table()
        self.painter = MonitorDelegate(bridge.now, zone)
        self.by = w.Segment(
            (("urgency", say("Urgency")), ("owner", say("Owner")), ("source", say("Source"))), say("Group by")
        )
        self.narrow, self.hidden = Narrow(), Hidden()
        self.model.keeps = self.narrow.keeps
        self.figures = {
            "waiting": Figure(say("waiting for a person")),
            "overdue": Figure(say("overdue")),
            "median": Figure(say("median response today")),
            "first": Figure(say("median AI first touch")),
            "climbing": Figure(say("escalations running")),
        }
        self.note = w.ErrorStrip()
        self.panel = LadderPanel(bridge.now, zone)
        self.sheet: RuleSheet | None = None
        self.empty = w.EmptyState(
            "check", say("Nobody waits for a person"), say("New leads and hand-offs show here.")
        )
        self._due = Throttle(self.read, self, most_ms=POURING_MS)
        self._build()
        self._connect()

    # --- parts ---

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self._tiles())
        column.addWidget(self.note)
        column.addWidget(self.hidden)
        column.addWidget(self.empty, 1)
        column.addWidget(self._framed(), 1)
        row.addLayout(column, 1)
        row.addWidget(self.panel)
        self.setAccessibleName(say("Monitor"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(w.Words(say("Monitor"), "title"))
        row.addWidget(w.Badge(say("Live"), "ok", "activity"))
        row.addStretch(1)
        row.addWidget(self.by)
        row.addWidget(self.narrow)
        return row

    def _tiles(self) -> QWidget:
        card = w.Cells()
        row = QHBoxLayout(card)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for figure in self.figures.values():
            row.addWidget(figure, 1)
        return card

    def _framed(self) -> QWidget:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(self.painter)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.setHorizontalHeader(Headings(table))
        table.setAccessibleName(say("Leads by urgency"))
        self.setFocusProxy(table)
        self.frame = w.Card()
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(table)
        return self.frame

    def _connect(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._pulse.second.connect(self._tick)
        self._pulse.minute.connect(self._due)
        self.by.chosen.connect(self._group_by)
        self.narrow.changed.connect(self._arrange)
        self.hidden.cleared.connect(self.narrow.clear)
        self.panel.acted.connect(self.act)
        self.table.selectionModel().currentRowChanged.connect(self._went)
        self.table.doubleClicked.connect(lambda _: self.act("open"))
        Theme.current().changed.connect(self._lay_out)

    def _lay_out(self) -> None:
        """Fixed columns as wide as they need; the others share the rest.

        In a narrow table the timer alone says how overdue a lead is; in a small one who it is, its ladder and its owner stay,
        and the panel beside tells the rest.
        """
        t, table = Theme.current(), self.table
        wide = table.width() - table.verticalScrollBar().sizeHint().width() - 2
        is_tight, is_small = wide < t.px(TIGHT), wide < t.px(SMALL)
        hidden = HIDDEN_SMALL if is_small else HIDDEN_TIGHT if is_tight else ()
        self.painter.tells_late = "over" not in hidden
        widths = NARROW if is_tight else WIDTHS
        fixed = {name: t.px(width) for name, width in widths.items() if name not in hidden}
        shares = {name: share for name, share in SHARES.items() if name not in hidden}
        rest = max(wide - sum(fixed.values()), 0) / sum(shares.values())
        for place, name in enumerate(COLUMNS):
            table.setColumnHidden(place, name in hidden)
            table.setColumnWidth(place, int(rest * shares[name]) if name in shares else fixed.get(name, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # --- facts in ---

    def read(self) -> None:
        if self.isVisible():
            self._bridge.ask(lambda read: read.monitor(), self.show_view)

    def _changed(self, changes: Changes) -> None:
        if changes.leads or changes.kinds & {"staff", "settings", "playbook", "alerts"}:
            self._due()

    def show_view(self, view: MonitorView) -> None:
        """Fresh lines; the selected lead stays selected wherever it stands now."""
        self.narrow.show_rows((*view.rows, *view.answered))
        self.model.show(view, self._bridge.now())
        self._after_arranging()
        self._show_figures(view)
        if self.selected:
            self._read_ladder()

    def _after_arranging(self) -> None:
        t, table = Theme.current(), self.table
        table.clearSpans()
        for place, line in enumerate(self.model.lines):
            is_head = isinstance(line, Group)
            table.setRowHeight(place, t.px(HEAD if is_head else ROW))
            if is_head:
                table.setSpan(place, 0, 1, len(COLUMNS))
        told = ", ".join(self.narrow.shown())
        self.empty.title.setText(
            say("Nobody waits here: {filter}", filter=told) if told else say("Nobody waits for a person")
        )
        self.empty.setVisible(not self.model.lines)
        self.frame.setVisible(bool(self.model.lines))
        self._lay_out()
        place = self.model.row_of(self.selected)
        if place < 0:
            place = next((n for n, line in enumerate(self.model.lines) if isinstance(line, MonitorRow)), -1)
        self._select(place)
        self.hidden.say(self.narrow.shown(), *self.model.hidden(self._bridge.now()))
        self.counted.emit(self.model.count(OVERDUE, self._bridge.now()))

    def _show_figures(self, view: MonitorView) -> None:
        late = self.model.count(OVERDUE, self._bridge.now())
        climbing = sum(1 for row in view.rows if row.level)
        self.figures["waiting"].say(formats.count(len(view.rows)))
        self.figures["overdue"].say(formats.count(late), "bad" if late else "t1")
        self.figures["median"].say(formats.span_exact(view.median_s) if view.median_s is not None else "–")
        first = view.median_first_s
        self.figures["first"].say(formats.span_exact(first) if first is not None else "–")
        self.figures["climbing"].say(formats.count(climbing))

    def _tick(self) -> None:
        """One second: only what moves and stands in the window is painted anew."""
        if not self.isVisible() or self.model.view is None:
            return
        if self.model.regroup(self._bridge.now()):
            self._after_arranging()
            self._show_figures(self.model.view)
        for place in self.visible_rows():
            for column in map(COLUMNS.index, MOVING):
                self.table.viewport().update(self.table.visualRect(self.model.index(place, column)))
        self.panel.tick()

    def visible_rows(self) -> range:
        """The rows that stand in the window now."""
        high = self.table.viewport().height()
        first, last = self.table.rowAt(0), self.table.rowAt(high - 1)
        return range(0) if first < 0 else range(first, (last if last >= 0 else self.model.rowCount() - 1) + 1)

    # --- the selected line ---

    def _select(self, place: int) -> None:
        if place < 0:
            self.selected = ""
            self.panel.show_ladder(None)
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.table.selectionModel().setCurrentIndex(self.model.index(place, 0), flags)

    def select_lead(self, lead_id: str) -> None:
        self._select(self.model.row_of(lead_id))

    def _went(self, now: QModelIndex, before: QModelIndex) -> None:
        line = now.data(LINE_ROLE) if now.isValid() else None
        if isinstance(line, MonitorRow) and line.card.id != self.selected:
            self.selected = line.card.id
            self._read_ladder()

    def _read_ladder(self) -> None:
        asked = self.selected
        self._bridge.ask(lambda read: read.ladder(asked), lambda view: self._show_ladder(asked, view))

    def _show_ladder(self, asked: str, view: LadderView | None) -> None:
        if asked == self.selected:
            self.panel.show_ladder(view)

    def step(self, by: int) -> None:
        """The next or previous lead, over the headings."""
        place = self.table.currentIndex().row() + by
        while 0 <= place < self.model.rowCount() and isinstance(self.model.lines[place], Group):
            place += by
        if 0 <= place < self.model.rowCount():
            self._select(place)

    # --- acts ---

    def act(self, act: str) -> None:
        """Claim, call, assign or open the selected lead; let its alert rest, or read its rule."""
        if not self.selected:
            return
        self.note.say("")
        if act == "snooze":
            self._bridge.ask(lambda read: read.routine(), self._snooze)
        elif act == "rule":
            self._show_rule()
        elif act == "claim":
            self._bridge.run(c.ClaimLead(lead_id=self.selected), None, self._troubled)
        elif act == "assign":
            self._bridge.ask(lambda read: read.people(), self._offer_owners)
        else:
            {"call": self.call_wanted, "open": self.opened}[act].emit(self.selected)

    def _offer_owners(self, people: Sequence[PersonView]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in sorted((p for p in people if p.active), key=lambda p: not p.on_shift):
            shift = say("on shift") if person.on_shift else say("off shift")
            act = menu.addAction(f"{person.name} · {person.role_words} · {shift}")
            act.triggered.connect(lambda _=False, to=person.id: self.assign(to))
        button = self.panel.buttons["assign"]
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def assign(self, to: str) -> None:
        self._bridge.run(c.AssignLead(lead_id=self.selected, to=to), None, self._troubled)

    def _snooze(self, routine: Routine) -> None:
        """Every alert of this person about the lead rests; its ladder climbs on (ALERT-03)."""
        view, until = self.panel.view, self._bridge.now() + routine.snooze
        if view is None or view.alarm.until is not None:
            return
        for alert_id in view.alarm.alert_ids:
            self._bridge.run(
                c.SnoozeAlert(alert_id=alert_id, until=until), lambda _: self._read_ladder(), self._troubled
            )

    def _show_rule(self) -> None:
        view = self.panel.view
        if view is None or view.rule is None:
            return
        self.sheet = RuleSheet(self._bridge, view.rule, view.may_change, self)
        self.sheet.saved.connect(self._read_ladder)
        self.sheet.hang_below(self.panel.edit)

    def _group_by(self, by: str) -> None:
        self.model.by = by
        self._arrange()

    def _arrange(self) -> None:
        """The same facts in another order, or narrowed."""
        if self.model.view is not None:
            self.model.show(self.model.view, self._bridge.now())
            self._after_arranging()

    def _troubled(self, trouble: Any) -> None:
        self.note.say(trouble.said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        acts = {
            Qt.Key.Key_G: "claim",
            Qt.Key.Key_C: "call",
            Qt.Key.Key_O: "assign",
            Qt.Key.Key_S: "snooze",
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
        }
        if key in (Qt.Key.Key_J, Qt.Key.Key_K):
            self.step(1 if key == Qt.Key.Key_J else -1)
        elif key in acts:
            self.act(acts[key])
        elif key == Qt.Key.Key_F:
            self.narrow.offer()
        elif key == Qt.Key.Key_Escape and self.narrow.shown():
            self.narrow.clear()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))
