"""The head of the board: title, counts, whose leads, and the way to a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.board.narrowing import Narrowing
from desk.views.text import say
from desk.views.theme import Theme


class BoardHead(QWidget):
    """The board's title, its counts, whose leads are shown, and the way to a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.active = w.Badge("")
        choices = (("everyone", say("Everyone")), ("mine", say("Mine")), ("unassigned", say("Unassigned")))
        self.whose = w.Segment(choices, say("Whose leads"))
        self.narrowing = Narrowing()
        self.order = w.Words(say("Timer first, then temperature"), "secondary", "t2")
        self.order_icon = w.Icon("sliders-horizontal", "t2", 14)
        self.add = w.Button(say("Add lead"), icon="plus", key="N", size="row")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(10)
        title = w.Words(say("Board"), "title")
        for part in (title, self.active, self.whose, self.narrowing, self.order_icon, self.order):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.add)

    def choice(self) -> str:
        """What is shown, as the desk's questions name it: ``mine band:hot``."""
        return " ".join([self.whose.choice(), *self.narrowing.words()])

    def show_counts(self, active: int, unassigned: int) -> None:
        self.active.say_words(say("{n} active", n=active))
        self.whose.set_words("unassigned", say("Unassigned {n}", n=unassigned))

    def dress(self) -> None:
        """At large text the order's words give way; the order itself does not change."""
        t = Theme.current()
        self.setFixedHeight(t.px(48))
        self.order.setVisible(not t.is_large)
        self.order_icon.setVisible(not t.is_large)
