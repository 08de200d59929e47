"""The pane beside the board: made with the first lead, beside it where there is room, over it where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desk.views.board.board import Board
from desk.views.bring import Brought
from desk.views.theme import Theme

PANE, PANE_LEAST, PANE_MOST, OVER = 420, 360, 560, 306


class Beside(QObject):
    """Keeps the pane where the look has it. ``make`` makes it (``bridge_protocol.Pane``), not a moment earlier than needed.

    The first lead waits a few turns of the window: the pane's module is brought in, the pane is made, and it is shown. ``placed``
    fires when it came, moved or went.
    """

    placed = Signal()

    def __init__(self, board: Board, splitter: QSplitter, stack: QStackedWidget) -> None:
        super().__init__(splitter)
        self._board, self._splitter, self._stack = board, splitter, stack
        self.make: Callable[[], QWidget] | None = None
        self.pane: Any = None
        self.code: Brought | None = None  # what the pane is made of, where that is not here from the start
        self._wanted, self._to_do = "", list[Callable[[Any], None]]()
        self._is_coming = self._is_beside = False
        self._rests = False  # laid over the board, and away while another screen is shown
        splitter.addWidget(board)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.installEventFilter(self)
        Theme.current().changed.connect(self.fit)

    @property
    def is_open(self) -> bool:
        return self.pane is not None and not self.pane.isHidden()

    def show_lead(self, lead_id: str) -> None:
        """Show a lead in the pane, with its place in the column."""
        self._wanted = lead_id
        if self.pane is not None:
            self._show()
        elif self.code is None or self.code.is_here:
            self._make()
            self._show()
        else:
            self.code.want()

    def bring(self, module: str) -> None:
        """What the pane is made of comes with the first lead, on a thread of its own."""
        self.code = Brought(module, self)
        self.code.here.connect(self._came)

    def do(self, act: Callable[[Any], None]) -> None:
        """Something that is done with the pane: now, or as soon as the lead that was asked for stands in it."""
        if self.pane is not None and not self._is_coming:
            act(self.pane)
        elif self._wanted:
            self._to_do.append(act)

    def _came(self) -> None:
        """Made, given its place unseen, and shown: each in a turn of its own, since each takes as long as the others."""
        if self.pane is None and self._wanted:
            self._make()
            self._is_coming = True
            QTimer.singleShot(0, self, self._adopt)

    def _adopt(self) -> None:
        if not self._is_coming or self.pane is None:
            return  # it was wanted again meanwhile, and shown at once
        self._house()
        QTimer.singleShot(0, self, lambda: self._show() if self._is_coming else None)

    def _house(self) -> None:
        """Give a new pane its place, unseen: shown before it has one, it would be a window of its own for a moment."""
        if self.pane.parent() is not None:
            return
        self.pane.hide()
        if self._is_room():
            self._splitter.addWidget(self.pane)
        else:
            self.pane.setParent(self._stack)

    def _make(self) -> None:
        if self.make is not None:
            self.pane = self.make()
            self.pane.closed.connect(self.close)
            self.pane.setMinimumWidth(PANE_LEAST)

    def _show(self) -> None:
        self._is_coming = False
        if self.pane is None or not self._wanted:
            return
        self.pane.show_lead(self._wanted, self._board.place())
        self._house()
        self.pane.show()
        self.fit()
        to_do, self._to_do = self._to_do, []
        for act in to_do:
            act(self.pane)

    def close(self) -> None:
        """Put the pane away; the board unfolds and nothing is selected."""
        self._wanted = ""
        self._to_do.clear()
        if self.pane is not None:
            self.pane.hide()
        self._board.fold(False)
        self._board.set_covered(0)
        self._board.clear_selection()
        self.placed.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the pane acted on a key that the board did not know."""
        return self.is_open and bool(self.pane.take_key(event))

    def fit(self) -> None:
        """Beside the board the pane folds Sold and Lost; where there is no room it lies over the board."""
        if not self.is_open:
            return
        beside = self._is_room()
        self._board.fold(beside)
        self._board.set_covered(0)
        if not beside:
            self._lay_over()
        elif not self._is_beside:
            self._stand_beside()
        self._is_beside = beside
        self.pane.show()
        self.placed.emit()

    def _is_room(self) -> bool:
        return self._splitter.width() - PANE >= self._board.least_beside() and not Theme.current().is_large

    def _stand_beside(self) -> None:
        self.pane.setMaximumWidth(PANE_MOST)
        if self._splitter.indexOf(self.pane) < 0:
            self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([self._splitter.width() - PANE, PANE])

    def _lay_over(self) -> None:
        if self.pane.parent() is not self._stack:
            self.pane.setParent(self._stack)
        width = min(max(PANE, Theme.current().px(OVER)), self._stack.width())
        self.pane.setMaximumWidth(width)
        self.pane.setGeometry(self._stack.width() - width, 0, width, self._stack.height())
        self._board.set_covered(width)
        self.pane.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window changed its size: the pane finds its place again."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        elif event.type() == QEvent.Type.Hide and self._splitter.isHidden() and self.is_open:
            self._rests = True  # another screen came to the front
            self.pane.hide()
        elif event.type() == QEvent.Type.Show and self._rests:
            self._rests = False
            self.pane.show()
            self.fit()
        return super().eventFilter(watched, event)
