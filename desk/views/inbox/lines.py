"""The inbox's list: group headings, at most two items of each, then how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.models.snapshots.inbox import InboxGroup, InboxItem, InboxView
from desk.views import formats, paint, timers
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

HEAD, ITEM, MORE, FIRST = 28, 44, 24, 2
LINE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Head(NamedTuple):
    """A group's heading with its whole count."""

    key: str
    held: int


class More(NamedTuple):
    """``held`` further items of a group stand folded here."""

    key: str
    held: int


Line = Head | InboxItem | More


def group_face(key: str) -> tuple[str, str, str]:
    """Icon, words and note of a group."""
    return {
        "approval": ("sparkles", say("Approvals"), ""),
        "handoff": ("concierge-bell", say("Hand-offs"), say("each has its own clock")),
        "unread": ("message-square", say("Unread replies"), ""),
        "quarantine": ("mail-warning", say("Could not read"), say("the timer runs already")),
        "uncertain": ("circle-alert", say("Uncertain sends"), ""),
        "knowledge": ("book-open", say("Knowledge requests"), ""),
        "duplicate": ("users", say("Possible duplicates"), ""),
        "flag": ("flag", say("Compliance flags"), say("since yesterday")),
    }[key]


class InboxModel(QAbstractListModel):
    """``unfold`` opens a group; the item in hand stays in the list until another is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.view = InboxView(())
        self.lines: tuple[Line, ...] = ()
        self.unfolded: set[str] = set()

    def show(self, view: InboxView, in_hand: InboxItem | None = None) -> None:
        """Fresh facts. What is being worked on keeps its place although it no longer waits."""
        self.beginResetModel()
        self.view = view
        self.lines = tuple(self._arranged(in_hand))
        self.endResetModel()

    def unfold(self, key: str, in_hand: InboxItem | None = None) -> None:
        self.unfolded.add(key)
        self.show(self.view, in_hand)

    def _arranged(self, in_hand: InboxItem | None) -> Iterator[Line]:
        known = {item.key for group in self.view.groups for item in group.items}
        kept = in_hand if in_hand is not None and in_hand.key not in known else None
        for group in self.view.groups:
            yield Head(group.key, group.count)
            if kept is not None and kept.group == group.key:
                yield kept
                kept = None
            yield from self._of_group(group, in_hand)
        if kept is not None:
            yield Head(kept.group, 0)
            yield kept

    def _of_group(self, group: InboxGroup, in_hand: InboxItem | None) -> Iterator[Line]:
        hidden = group.items[FIRST:]
        if in_hand is not None and any(item.key == in_hand.key for item in hidden):
            self.unfolded.add(group.key)
        if group.key in self.unfolded or len(hidden) <= 1:
            yield from group.items
        else:
            yield from group.items[:FIRST]
            yield More(group.key, group.count - FIRST)

    def place_of(self, key: str) -> int:
        """Where an item stands, by its key; -1 where it does not."""
        places = (n for n, line in enumerate(self.lines) if isinstance(line, InboxItem) and line.key == key)
        return next(places, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_head = isinstance(self.lines[index.row()], Head)
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return enabled if is_head else enabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return heard(line)
        return None


def heard(line: Line) -> str:
    """A line for the ear."""
    if isinstance(line, Head):
        return f"{group_face(line.key)[1]}, {line.held}"
    if isinstance(line, More):
        return say("{n} more", n=line.held)
    return f"{line.name}. {line.words}"


class InboxDelegate(QStyledItemDelegate):
    """Paints the list. ``now`` gives the moment, ``zone`` the store's."""

    def __init__(self, now: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self._now, self.zone = now, zone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        high = HEAD if isinstance(line, Head) else ITEM if isinstance(line, InboxItem) else MORE
        return QSize(100, Theme.current().px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, line, rect = Theme.current(), index.data(LINE_ROLE), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(line, Head):
            self._head(painter, rect, line, t)
        elif isinstance(line, More):
            self._more(painter, rect, line, t, chosen)
        else:
            self._item(painter, rect, line, t, chosen)
        painter.setPen(t.pen("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        edge = round(rect.bottom()) - 1
        painter.drawLine(round(rect.left()), edge, round(rect.right()), edge)
        painter.restore()

    def _head(self, p: QPainter, rect: QRectF, line: Head, t: Theme) -> None:
        p.fillRect(rect, t.colour("rail"))
        icon, words, note = group_face(line.key)
        x, cy, side = rect.x() + t.space(14), rect.center().y(), t.px(14)
        paint_icon(p, icon, x, cy - side / 2, side, t.tokens["t2"])
        x += side + t.space(7)
        x += paint.text(p, "secondary_strong", "t1", x, cy, words, t) + t.space(7)
        x += paint.text(p, "secondary", "t3", x, cy, str(line.held), t) + t.space(12)
        if t.width("caption", note) <= rect.right() - t.space(12) - x:
            paint.text_right(p, "caption", "t3", rect.right() - t.space(12), cy, note, t)

    def _more(self, p: QPainter, rect: QRectF, line: More, t: Theme, chosen: bool) -> None:
        p.fillRect(rect, t.colour("accent_tint" if chosen else "canvas"))
        words = say("{n} more", n=line.held)
        paint.text(p, "caption", "t2", rect.x() + t.space(16), rect.center().y(), words, t)

    def _item(self, p: QPainter, rect: QRectF, item: InboxItem, t: Theme, chosen: bool) -> None:
        p.fillRect(rect, t.colour("accent_tint" if chosen else "canvas"))
        if chosen:
            p.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), t.colour("accent"))
        x, right, middle = rect.x() + t.space(16), rect.right() - t.space(12), rect.center().y()
        above, below = middle - t.px(9), middle + t.px(9)
        edge = right - self._clock(p, right, above, item, t) - t.space(8)
        paint.text(p, "row", "t1", x, above, paint.elided("row", item.name, edge - x, t), t)
        paint.text(p, "caption", "t3", x, below, paint.elided("caption", item.words, right - x, t), t)

    def _clock(self, p: QPainter, right: float, cy: float, item: InboxItem, t: Theme) -> float:
        """The clock or the moment, never both; its width."""
        if face := timers.timer_face(item.timer, self._now()):
            return timers.paint_timer(p, right, cy, face, t)
        if item.at is None:
            return 0.0
        at = formats.when(item.at, self.zone, self._now()).removeprefix(say("Today "))
        words = f"{item.at_words} {at}".strip()
        return paint.text_right(p, "caption", "t3", right, cy, words, t)
