"""The monitor's lines as a table with group rows; arranged by urgency, owner or source, and again as time passes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desk.models.snapshots.monitor import MonitorRow, MonitorView
from desk.views import formats, timers
from desk.views.text import say

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
OVERDUE, SOON, ON_TIME, WAITING, ANSWERED = "overdue", "soon", "on_time", "waiting", "answered"
_TONES = {"bad": OVERDUE, "warn": SOON, "ok": ON_TIME, "wait": WAITING, "quiet": ANSWERED}
_ORDER = (OVERDUE, SOON, ON_TIME, WAITING)
COLUMNS = ("timer", "customer", "time", "source", "staff", "over", "ladder", "owner")


class Group(NamedTuple):
    """A heading across the table: which group, its words, how many stand below, and a note."""

    key: str
    words: str
    held: int
    note: str = ""


Line = Group | MonitorRow


def urgency(row: MonitorRow, now: datetime) -> str:
    """Which group a line belongs to at this moment."""
    face = timers.timer_face(row.timer, now)
    return _TONES[face.tone] if face is not None else ON_TIME


def arranged(
    view: MonitorView, by: str, now: datetime, keeps: Callable[[MonitorRow], bool] = lambda _row: True
) -> tuple[Line, ...]:
    """The lines below their headings; ``by`` is urgency, owner or source, ``keeps`` the filter. Answered ones always come last."""
    lines: list[Line] = []
    for key, words, rows in _groups([row for row in view.rows if keeps(row)], by, now):
        note = say("past target with no live response or follow-up") if key == OVERDUE else ""
        note = say("last third of the target") if key == SOON else note
        lines += [Group(key, words, len(rows), note), *rows]
    if answered := [row for row in view.answered if keeps(row)]:
        held = view.answered_count if len(answered) == len(view.answered) else len(answered)
        lines += [Group(ANSWERED, say("Answered today"), held, _answered_note(view)), *answered]
    return tuple(lines)


def _answered_note(view: MonitorView) -> str:
    if view.median_s is None or view.slowest_s is None:
        return ""
    middle, slowest = formats.span_exact(view.median_s), formats.span_exact(view.slowest_s)
    return say("median {middle}, slowest {slowest}", middle=middle, slowest=slowest)


def _groups(
    rows: Sequence[MonitorRow], by: str, now: datetime
) -> list[tuple[str, str, tuple[MonitorRow, ...]]]:
    keys = {row.card.id: _key(row, by, now) for row in rows}
    named = {
        OVERDUE: say("Overdue"),
        SOON: say("Due soon"),
        ON_TIME: say("On time"),
        WAITING: say("Starts at the next opening"),
    }
    if by == "urgency":  # who has heard from no person yet comes before a follow-up that is late
        rows = sorted(rows, key=lambda row: not row.rings)
    order = _ORDER if by == "urgency" else sorted(set(keys.values()))
    return [
        (key, named.get(key, key) if by == "urgency" else key, found)
        for key in order
        if (found := tuple(row for row in rows if keys[row.card.id] == key))
    ]


def _key(row: MonitorRow, by: str, now: datetime) -> str:
    if by == "owner":
        return row.card.owner_name or say("No owner")
    return row.card.source if by == "source" else urgency(row, now)


class MonitorModel(QAbstractTableModel):
    """The table. ``regroup`` is asked each second and only acts when a line has crossed into another group."""

    def __init__(self) -> None:
        super().__init__()
        self.view: MonitorView | None = None
        self.by = "urgency"
        self.keeps: Callable[[MonitorRow], bool] = lambda _row: True
        self.lines: tuple[Line, ...] = ()
        self._standing: tuple[str, ...] = ()
        self._headings = (
            say("Timer"),
            say("Customer"),
            say("Lead time"),
            say("Source and type"),
            say("Last staff action"),
            say("Overdue by"),
            say("Alert and ladder"),
            say("Owner"),
        )

    def show(self, view: MonitorView, now: datetime) -> None:
        """Fresh lines, arranged for this moment."""
        self.beginResetModel()
        self.view = view
        self.lines = arranged(view, self.by, now, self.keeps)
        self._standing = self._stands(now)
        self.endResetModel()

    def regroup(self, now: datetime) -> bool:
        """Arrange anew where a line became due soon or overdue; whether one did."""
        if self.view is None or self._stands(now) == self._standing:
            return False
        self.show(self.view, now)
        return True

    def _stands(self, now: datetime) -> tuple[str, ...]:
        return tuple(urgency(row, now) for row in self.view.rows) if self.view is not None else ()

    def row_of(self, lead_id: str) -> int:
        """Where a lead stands; -1 where it does not."""
        found = (
            n for n, line in enumerate(self.lines) if isinstance(line, MonitorRow) and line.card.id == lead_id
        )
        return next(found, -1)  # fmt: skip

    def count(self, key: str, now: datetime) -> int:
        """Of all lines, also those outside the filter."""
        return sum(1 for row in self.view.rows if urgency(row, now) == key) if self.view is not None else 0

    def hidden(self, now: datetime) -> tuple[int, int]:
        """How many lines wait outside the filter, and how many of these are overdue."""
        rows = [row for row in self.view.rows if not self.keeps(row)] if self.view is not None else []
        return len(rows), sum(urgency(row, now) == OVERDUE for row in rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _heard(line)
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 and isinstance(line, Group):
            return f"{line.words} {line.held}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return self._headings[section] if section < len(self._headings) else None
        return None


def _heard(line: Line) -> str:
    """A line for the ear: name, source, owner, place on the ladder."""
    if isinstance(line, Group):
        return f"{line.words}, {line.held}"
    card = line.card
    owner = say("owner {name}", name=card.owner_name) if card.owner_name else say("no owner")
    return ", ".join(
        part for part in (card.name, card.vehicle, card.source, owner, ladder_words(line)) if part
    )


def ladder_words(row: MonitorRow) -> str:
    """Step 2: group; Doorbell while no step was taken; None where nothing climbs."""
    if row.level:
        return say("Step {n}: {who}", n=row.level, who=row.step_words)
    if not row.steps:
        return say("None")
    return say("Doorbell") if row.rings else say("No step yet")
