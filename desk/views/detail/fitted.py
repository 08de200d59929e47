"""Parts as high as what shows in them: a stack of pages, and a column of cards that scrolls where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)


def height_at(layout: QLayout, width: int) -> int:
    """How high the parts of ``layout`` are at this width; Qt itself tells -1 where none of those that show has words that wrap."""
    hint = (
        layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    )
    return max(0, hint)


def put(layout: QBoxLayout | QGridLayout, part: QWidget, *place: int) -> None:
    """Put a part into what stands in the window already, and show it in the same turn.

    Qt by itself shows it in the next: what is renewed with each fact would be gone for a frame.
    """
    layout.addWidget(part, *place)
    part.show()


class Rolled(QScrollArea):
    """Parts that ask for the height they need, and scroll where they get less; the one with the focus stays in sight.

    They keep ``BAR`` free at their right for the bar, so that they are as wide with it as without.
    """

    LEAST, BAR, EDGE = 72, 10, 6

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fits = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        fits.setHeightForWidth(True)
        self.setSizePolicy(fits)
        for ground in (self.viewport(), inside):
            ground.setAutoFillBackground(False)
        inside.installEventFilter(self)
        self.verticalScrollBar().rangeChanged.connect(
            lambda _least, most: self._leave(0 if most else self.BAR)
        )
        self._leave(self.BAR)
        QApplication.instance().focusChanged.connect(self._follow)

    def _leave(self, room: int) -> None:
        if (layout := self._inside.layout()) is not None:
            layout.setContentsMargins(0, 0, room, 0)

    def heightForWidth(self, width: int) -> int:
        layout = self._inside.layout()
        return height_at(layout, width - self._held()) if layout is not None else 0

    def _held(self) -> int:
        """What the bar takes of the width: nothing while the parts leave its room free."""
        layout = self._inside.layout()
        return self.BAR - (layout.contentsMargins().right() if layout is not None else 0)

    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        width = self._inside.minimumSizeHint().width() + self._held()
        return QSize(width, min(self.LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another part shows, or a word takes another line."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._stretch()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _stretch(self) -> None:
        """Words that wrap are as high inside as they need to be at this width; what has the focus is not pushed out of sight."""
        self._inside.setMinimumHeight(self.heightForWidth(self.width()))
        self._follow(None, self._inside.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inside.isAncestorOf(now):
            QTimer.singleShot(0, self, lambda: self._bring(now))

    def _bring(self, part: QWidget) -> None:
        """All of it into sight; of a field Qt itself would only show where its cursor stands."""
        middle = part.mapTo(self._inside, part.rect().center()).y()
        self.ensureVisible(0, middle, 0, part.height() // 2 + self.EDGE)


class FittedStack(QStackedWidget):
    """As high as the page that shows. ``most`` is how high a page with rolled parts may be, where that is less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most: Callable[[], int] | None = None
        self.currentChanged.connect(self.fit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        for place in range(self.count()):
            shown = place == self.currentIndex()
            high = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            self.widget(place).setSizePolicy(QSizePolicy.Policy.Preferred, high)
        if self.currentWidget() is not None and self.currentWidget().layout() is not None:
            layout, rolled = self.currentWidget().layout(), self.currentWidget().findChild(Rolled)
            if rolled is not None:
                rolled.updateGeometry()  # its layout remembers how high it was before
            layout.invalidate()
            needed = max(layout.sizeHint().height(), height_at(layout, self.width()))
            if rolled is not None and self.most is not None:
                gives = max(0, rolled.heightForWidth(rolled.width()) - Rolled.LEAST)
                needed = min(needed, max(needed - gives, self.most()))
            self.setFixedHeight(needed)


class CardColumn(QScrollArea):
    """Cards over the conversation; ``room`` is how high they may stand. Without a card that shows it takes none."""

    def __init__(self, cards: Sequence[QWidget], room: Callable[[], int]) -> None:
        super().__init__()
        self._cards, self._room, self._inside = list(cards), room, QWidget()
        self.setWidget(self._inside)
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 10, 20, 0)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for ground in (self.viewport(), self._inside):
            ground.setAutoFillBackground(False)
        self._inside.installEventFilter(self)
        self.setFixedHeight(0)

    def insert(self, card: QWidget) -> None:
        """A further card, over the last one."""
        self._column.insertWidget(self._column.indexOf(self._cards[-1]), card)
        self._cards.insert(-1, card)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap need another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """As high as the cards need at this width, as far as there is room; the field with the focus stays in sight."""
        shown, room = any(not card.isHidden() for card in self._cards), self._room()
        if not shown:  # never hidden: a card takes the focus before it is laid out
            self.setFixedHeight(0)
            return
        layout = self._inside.layout()
        width = self.width() if self.isVisible() else self.parentWidget().width()
        needed = height_at(layout, width) if layout is not None else 0
        self._inside.setMinimumHeight(needed)
        self.setFixedHeight(max(0, min(needed, room)))
        if (field := self._inside.focusWidget()) is not None:
            self.ensureWidgetVisible(field)
