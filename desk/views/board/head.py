"""The head of the board: title, counts, whose leads, how they stand, and the way to a new one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.board.narrowing import Narrowing
from desk.views.board.order import WORD, OrderButton, ViewsButton
from desk.views.text import say
from desk.views.theme import Theme

LEAST = 240


class BoardHead(QWidget):
    """``changed``: other leads, or another order, are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.active = w.Badge("")
        choices = (("everyone", say("Everyone")), ("mine", say("Mine")), ("unassigned", say("Unassigned")))
        self.whose = w.Segment(choices, say("Whose leads"))
        self.narrowing, self.order, self.views = (
            Narrowing(self.whose),
            OrderButton(),
            ViewsButton(self.choice),
        )
        self.pick = w.IconButton("list-checks", say("Select leads"), size=24)
        self.add = w.Button(say("Add lead"), icon="plus", key="N", size="row")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(10)
        title = w.Words(say("Board"), "title")
        for part in (title, self.active, self.whose, self.narrowing, self.order, self.views, self.pick):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.add)
        self.whose.chosen.connect(lambda _: self.changed.emit())
        self.narrowing.changed.connect(self.changed)
        self.order.changed.connect(self.changed)
        self.views.taken.connect(self.take)

    def choice(self) -> str:
        """What is shown and how, as the desk's questions name it: ``mine band:hot order:newest``."""
        return " ".join([self.whose.choice(), *self.narrowing.words(), *self.order.words()])

    def take(self, words: str) -> None:
        """Show what ``words`` name: a view that was kept."""
        whose, *others = words.split()
        told = [word.partition(":")[::2] for word in others]
        self.whose.choose(whose)
        self.order.take(dict(told).get(WORD, ""))
        self.narrowing.take({name: value for name, value in told if name != WORD})

    def show_counts(self, active: int, unassigned: int) -> None:
        self.active.say_words(say("{n} active", n=active))
        self.whose.set_words("unassigned", say("Unassigned {n}", n=unassigned))
        self._fit()

    def dress(self) -> None:
        self.setFixedHeight(Theme.current().px(48))
        self._fit()

    def set_covered(self, width: int) -> None:
        """A pane lies over so much of the head's right end: its buttons stand before it."""
        self._row.setContentsMargins(2, 0, 4 + width, 0)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """It makes do with less: words and whose leads are shown give way."""
        return QSize(Theme.current().px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """First the words of Add give way, then whose leads are shown, which the filter's menu then offers."""
        large = Theme.current().is_large
        for short, with_whose in ((False, True), (True, True), (True, False)):
            self.add.key = "" if short else "N"
            self.add.set_words(say("Add") if short else say("Add lead"))
            self.whose.setVisible(with_whose)
            self._row.invalidate()
            if (not large or not with_whose) and self._row.minimumSize().width() <= self.width():
                return
