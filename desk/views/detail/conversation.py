"""The rows of a conversation as Qt asks for them, and as they are read out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desk.models.snapshots.lead import TimelineItem
from desk.views.detail.bubble import Row, rows_of
from desk.views.detail.bubble_files import name_of, state_words
from desk.views.detail.bubble_words import author_words, first_reason, line_words, meta_words, status_words
from desk.views.text import say

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Conversation(QAbstractListModel):
    """The rows; a fresh reading changes only the rows that changed, so that the place is kept."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.zone = zone
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row, self.zone)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].kind == "day":
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def show_items(self, items: tuple[TimelineItem, ...], now: datetime) -> None:
        fresh, old = rows_of(items, self.zone, now), self.rows
        head = _same(old, fresh)
        tail = min(_same(old[::-1], fresh[::-1]), len(old) - head, len(fresh) - head)
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self.rows = old[:head] + old[len(old) - tail :]
            self.endRemoveRows()
        if len(fresh) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(fresh) - tail - 1)
            self.rows = fresh
            self.endInsertRows()


def _same(old: list[Row], fresh: list[Row]) -> int:
    """How many rows at the start are the same in both."""
    return next(
        (n for n, (a, b) in enumerate(zip(old, fresh, strict=False)) if a != b), min(len(old), len(fresh))
    )


def spoken(row: Row, zone: str) -> str:
    """A row for the ear: who, by which channel, when, what, and what became of it."""
    item = row.item
    if item is None:
        return row.words
    names = ", ".join(
        name_of(file) if file.state == "here" else f"{name_of(file)}, {state_words(file)}"
        for file in item.files
    )
    files = say("Files: {names}", names=names) if names else ""
    if row.kind == "line":
        return " ".join(part for part in (line_words(item, zone), files) if part)
    parts = (author_words(item), meta_words(item, zone), item.subject, item.text, files)
    why = say("Why: {reason}", reason=first_reason(item)) if item.author == "assistant" and item.why else ""
    return ". ".join(part for part in (*parts, status_words(item.status), item.status_words, why) if part)
