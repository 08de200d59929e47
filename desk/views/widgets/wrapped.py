"""Parts side by side, in as many lines as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Wrapped(QLayout):
    """The first ``left`` parts stand at the left, the others at the right of their lines; hidden parts take no room."""

    def __init__(self, gap: int, left: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._left = left
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt asks past the end too
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = list(self._lines(width))
        return sum(_height(line) for line in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._shown()]
        wide = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """As narrow as the widest part."""
        return QSize(max((item.sizeHint().width() for item in self._shown()), default=0), 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        for line in self._lines(rect.width()):
            self._lay(line, QRect(rect.x(), y, rect.width(), _height(line)))
            y += _height(line) + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        for item in self._shown():
            if line and self._wide([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line

    def _wide(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * (len(line) - 1)

    def _lay(self, line: list[QLayoutItem], room: QRect) -> None:
        x, spare = room.x(), max(0, room.width() - self._wide(line))
        for item in line:
            if self._items.index(item) >= self._left:
                x, spare = x + spare, 0
            size = item.sizeHint()
            item.setGeometry(
                QRect(x, room.y() + (room.height() - size.height()) // 2, size.width(), size.height())
            )
            x += size.width() + self.spacing()


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)


def wrapped(gap: int, left: tuple[QWidget, ...], right: tuple[QWidget, ...] = ()) -> Wrapped:
    """``left`` and ``right`` in one line where there is room, else in several."""
    made = Wrapped(gap, len(left))
    for part in (*left, *right):
        made.addWidget(part)
    return made
