"""How the board's cards stand, and the views a person keeps: two buttons of its head (FLOW-12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

#: As the desk's questions name them; the board's own has no name.
ORDERS = ("", "hottest", "newest", "due")
WORD = "order"


def order_words(order: str) -> str:
    return {
        "": say("Sort: timer, then temperature"),
        "hottest": say("Sort: hottest first"),
        "newest": say("Sort: newest first"),
        "due": say("Sort: next step first"),
    }.get(order, order)


class OrderButton(w.Button):
    """Says the order and offers the others; where there is no room its icon says it alone. ``changed``: read the board anew."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(order_words(""), "ghost", icon="sliders-horizontal", size="row", parent=parent)
        self.order = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.text())
        self.clicked.connect(lambda: self.menu().popup(self.mapToGlobal(self.rect().bottomLeft())))

    def words(self) -> list[str]:
        """As the desk's questions name it; nothing for the board's own."""
        return [f"{WORD}:{self.order}"] if self.order else []

    def take(self, order: str) -> None:
        """Stand so, without asking for the board."""
        self.order = order
        self.set_words(order_words(order))
        self.setToolTip(self.text())

    def minimumSizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(14) + 2 * t.space(5), self.sizeHint().height())

    def _paint_inside(self, p: QPainter, rect: QRectF, ink: str, t: Theme) -> None:
        if rect.width() >= self.sizeHint().width():
            super()._paint_inside(p, rect, ink, t)
            return
        side = t.px(14)
        paint_icon(p, self.icon_kind, t.space(5), rect.center().y() - side / 2, side, t.tokens[ink])

    def menu(self) -> QMenu:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        for order in ORDERS:
            act = menu.addAction(order_words(order))
            act.setCheckable(True)
            act.setChecked(order == self.order)
            act.triggered.connect(lambda _=False, order=order: self.choose(order))
        return menu

    def choose(self, order: str) -> None:
        self.take(order)
        self.changed.emit()


class ViewsButton(w.IconButton):
    """The views this person keeps. ``taken`` carries a view's words; ``save_wanted`` and ``dropped`` go to the desk."""

    taken = Signal(str)
    save_wanted = Signal()
    dropped = Signal(str)

    def __init__(self, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__("bookmark", say("Saved views"), size=24, parent=parent)
        self.views: Sequence[tuple[str, str]] = ()
        self._now = now
        self.clicked.connect(lambda: self.menu().popup(self.mapToGlobal(self.rect().bottomLeft())))

    def menu(self) -> QMenu:
        """The kept views, the one that is shown checked; then to keep or to forget one."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        for name, words in self.views:
            act = menu.addAction(name)
            act.setCheckable(True)
            act.setChecked(words == self._now())
            act.triggered.connect(lambda _=False, words=words: self.taken.emit(words))
        if self.views:
            menu.addSeparator()
        menu.addAction(say("Save this view"), self.save_wanted.emit)
        if self.views:
            forget = menu.addMenu(say("Forget a view"))
            for name, _ in self.views:
                forget.addAction(name, lambda name=name: self.dropped.emit(name))
        return menu
