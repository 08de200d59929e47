"""The rail at the left: the screens that exist, slim with icons or wide with words, each with its count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desk.views import paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

SLIM, WIDE, MARK = 52, 192, 26


class Screen(NamedTuple):
    """A place the rail leads to. ``foot`` stands at the rail's foot."""

    key: str
    icon: str
    words: str
    shortcut: str
    foot: bool = False


def bubble(urgent: bool, t: Theme) -> tuple[str, str]:
    """Ground and ink of a count; in high contrast lines and text are of one colour, so that the ink is the ground's."""
    if urgent:
        return "bad", "on_bad"
    return ("t1", "surface") if t.name == "high_contrast" else ("line2", "t1")


class RailItem(w.Pressable):
    """One screen on the rail: an icon with a count; its words beside it where the rail is wide."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(screen.words, screen.shortcut, parent)
        self.screen_key, self.icon_kind = screen.key, screen.icon
        self.count, self.urgent, self.is_wide = 0, False, False
        self.setCheckable(True)

    def set_count(self, count: int, urgent: bool = False) -> None:
        if (count, urgent) == (self.count, self.urgent):
            return
        self.count, self.urgent = count, urgent
        name = say("{screen}, {n} waiting", screen=self.text(), n=count) if count else self.text()
        self.setAccessibleName(name)
        self.update()

    def set_wide(self, wide: bool) -> None:
        self.is_wide = wide
        self._resized()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.space(WIDE - 16) if self.is_wide else t.space(36), t.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            paint.rounded(p, rect, 7, "surface", t, t.pen("line"))
        elif self.underMouse():
            paint.rounded(p, rect, 7, "hover", t)
        side, ink = t.px(17), "accent" if self.isChecked() else "t2"
        left = t.space(10) if self.is_wide else (rect.width() - side) / 2
        paint_icon(p, self.icon_kind, left, (rect.height() - side) / 2, side, t.tokens[ink])
        if self.is_wide:
            words = "t1" if self.isChecked() else "t2"
            paint.text(p, "row", words, left + side + t.space(10), rect.center().y(), self.text(), t)
        if self.count:
            fill, text = bubble(self.urgent, t)
            top = (rect.height() - t.px(14)) / 2 if self.is_wide else 0
            right = rect.width() - (t.space(8) if self.is_wide else 1)
            paint.paint_count(p, right, top, self.count, t, fill, text)


class Rail(QWidget):
    """Only screens that exist. ``chosen`` carries the screen's key. From 150 % text on it is always slim."""

    chosen = Signal(str)

    def __init__(self, screens: Sequence[Screen], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: dict[str, RailItem] = {}
        self.wants_wide = False
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._mark = QHBoxLayout()
        self._mark.addWidget(w.Mark(MARK), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._mark)
        self._column.addSpacing(12)
        self._column.addStretch(1)
        for screen in screens:
            self.add(screen)
        self.setAccessibleName(say("Screens"))
        Theme.current().changed.connect(self._dress)
        self._dress()

    def add(self, screen: Screen, *, first: bool = False) -> None:
        """One more place, above all others if ``first``; those of the foot stand below. A key that is here already stays."""
        if screen.key in self.items:
            return
        item = self.items[screen.key] = RailItem(screen, self)
        self._group.addButton(item)
        above = sum(1 for kept in self.items.values() if not kept.property("foot")) - 1
        item.setProperty("foot", screen.foot)
        at = self._column.count() if screen.foot else 2 if first else above + 2
        self._column.insertWidget(at, item, 0, Qt.AlignmentFlag.AlignHCenter)
        item.clicked.connect(lambda _=False: self.chosen.emit(screen.key))
        item.set_wide(self.is_wide)
        self._put_in_tab_order(item)

    def _put_in_tab_order(self, item: RailItem) -> None:
        """Tab goes down the rail as the eye does, whenever a place was added."""
        column = (self._column.itemAt(place).widget() for place in range(self._column.count()))
        seen = [each for each in column if isinstance(each, RailItem)]
        at = seen.index(item)
        if at:
            QWidget.setTabOrder(seen[at - 1], item)
        elif len(seen) > 1:  # above all others: after the next one first, then that one after it
            QWidget.setTabOrder(seen[1], item)
            QWidget.setTabOrder(item, seen[1])

    @property
    def is_wide(self) -> bool:
        return self.wants_wide and not Theme.current().is_large

    def set_wide(self, wide: bool) -> None:
        """Words beside the icons, or icons alone."""
        self.wants_wide = wide
        self._dress()

    def _dress(self) -> None:
        t = Theme.current()
        self._column.setContentsMargins(0, t.px(11), 1, t.space(10))
        self.setFixedWidth(t.space(WIDE if self.is_wide else SLIM))
        self._mark.setContentsMargins((t.space(SLIM) - t.px(MARK)) // 2, 0, 0, 0)
        for item in self.items.values():
            if item.is_wide != self.is_wide:
                item.set_wide(self.is_wide)

    def choose(self, key: str) -> None:
        if key in self.items:
            self.items[key].setChecked(True)

    def set_count(self, key: str, count: int, urgent: bool = False) -> None:
        if key in self.items:
            self.items[key].set_count(count, urgent)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("rail"))
        p.setPen(t.pen("line"))
        p.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
