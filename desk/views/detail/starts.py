"""What a person may start from: the store's wordings and vehicles, each read before it is taken (FLOW-15)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QWidget

from desk.views import widgets as w
from desk.views.popover import Popover
from desk.views.text import say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.models.snapshots.bank import StartView

SHOWN_ROWS = 6


def wording_words(name: str) -> str:
    """A wording's title; one of the store's own shows its name."""
    return {
        "introduce": say("Introduce yourself"),
        "missed_call": say("After a call that was not answered"),
        "invite": say("Invite to a visit"),
        "directions": say("Address and hours"),
        "still_looking": say("Still looking?"),
        "trade_photos": say("Photos of the trade-in"),
        "another_vehicle": say("Offer another vehicle"),
        "thanks_for_visit": say("Thank you for coming in"),
    }.get(name, name.replace("_", " "))


class StartsPopover(Popover):
    """A list and below it what the chosen one says; Enter or Insert takes it. ``taken`` carries a StartView."""

    taken = Signal(object)

    def __init__(self, title: str, starts: Sequence[StartView], parent: QWidget) -> None:
        super().__init__(title, parent)
        self.starts = starts
        self.list, self.preview = QListWidget(), w.Words("", "body", "t1", wrap=True)
        self.insert = w.Button(say("Insert"), "primary", key="↵", size="row")
        self.column.addWidget(w.Words(title, "section"))
        if not starts:
            none = say("Nothing fits this lead and this channel yet.")
            self.column.addWidget(w.Words(none, "secondary", "t2", wrap=True))
            return
        self._build(title)
        self.list.setCurrentRow(0)

    def _build(self, title: str) -> None:
        self.list.setAccessibleName(title)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([wording_words(start.name) for start in self.starts])
        row = Theme.current().line("body") + 8
        self.list.setFixedHeight(row * min(len(self.starts), SHOWN_ROWS) + 6)
        foot = QHBoxLayout()
        foot.addWidget(self.insert)
        foot.addStretch(1)
        for part in (self.list, self.preview):
            self.column.addWidget(part)
        self.column.addLayout(foot)
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self._take())
        self.insert.clicked.connect(self._take)
        self.setFocusProxy(self.list)

    def _show(self, row: int) -> None:
        self.preview.setText(self.starts[row].text)
        foot = self.y() + self.height()
        self.fit()
        if self.isVisible():
            self.move(self.x(), foot - self.height())  # it stands on what was pressed, and grows upwards

    def _take(self) -> None:
        if self.list.currentRow() >= 0:
            self.taken.emit(self.starts[self.list.currentRow()])
        self.close()
