"""A check box whose words wrap, so that nothing of them is lost in large text or a narrow window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from desk.views.theme import Theme

_LOTS = 10_000


class Tick(QCheckBox):
    """The whole of it can be pressed; its height follows its width."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(Theme.current().px(24), self._words_in(width - self._left()).height() + 4)

    def sizeHint(self) -> QSize:
        wide = self._left() + self.fontMetrics().horizontalAdvance(self.text()) + 4
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), Theme.current().px(24))

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, option = QPainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.rect = QRect(0, 0, self._left(), min(self.height(), Theme.current().px(24)))
        self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, p, self)
        p.setPen(Theme.current().colour("t1" if self.isEnabled() else "t3"))
        words = self._words_in(self.width() - self._left())
        top = max(0, (option.rect.height() - self.fontMetrics().height()) // 2)
        p.drawText(words.translated(self._left(), top), Qt.TextFlag.TextWordWrap, self.text())

    def _left(self) -> int:
        t = Theme.current()
        return t.px(16) + t.space(8)

    def _words_in(self, width: int) -> QRect:
        room = QRect(0, 0, max(1, width), _LOTS)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
