"""The board: seven columns side by side, one selection, a filter, and the keys that move leads.

Facts come in by ``show_board`` and ``update_cards``; more is asked of a ``BoardSource``; what is wanted
goes out as signals. The board itself moves nothing: a card changes its column when the desk says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.board.choosing import FOLDING, Choosing
from desk.views.board.column import HEAD, LEAST, STRIP, Column, Strip
from desk.views.board.head import BoardHead
from desk.views.board.marks import Marks
from desk.views.board.sideways import Sideways
from desk.views.pulse import Pulse
from desk.views.text import STAGES, say
from desk.views.theme import Theme
from desk.views.turns import Turns

if TYPE_CHECKING:
    from desk.models.snapshots.board import BoardView, CardView, ColumnView
    from desk.views.announcer import Announcer
    from desk.views.board.refusal import RefusalNote
    from desk.views.board.source import BoardSource


class Board(Choosing):
    """Seven stages of leads. ``stands`` fires once, when the first cards have been painted."""

    lead_opened = Signal(str)
    move_requested = Signal(str, str)
    new_lead_requested = Signal()
    escaped = Signal()
    many_wanted = Signal()
    stands = Signal()

    def __init__(self, source: BoardSource, pulse: Pulse, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._pulse = source, pulse
        self.marks, self._turns = Marks(self), Turns(self)
        self._fresh = False
        self.columns = {stage: self._made_column(stage, zone) for stage in STAGES}
        self.strips = {stage: self._made_strip(stage) for stage in FOLDING}
        self.head = BoardHead(self)
        self._row = QHBoxLayout()
        self._scroll = Sideways(self._row, [*self.columns.values()], [*self.strips.values()], self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._scroll, 1)
        self._foot = QHBoxLayout()
        self._column.addLayout(self._foot)
        self.head.changed.connect(self._narrow)
        self.head.pick.clicked.connect(lambda: self.marks.pick(not self.marks.picking))
        self.marks.changed.connect(self._repaint)
        self.head.add.clicked.connect(self.new_lead_requested)
        pulse.second.connect(self._tick)
        pulse.minute.connect(self._minute)
        Theme.current().changed.connect(self._dress)
        self.setAccessibleName(say("Board"))
        self._dress()
        QTimer.singleShot(w.LOADING_MS, self, self._is_slow)

    def _is_slow(self) -> None:
        """The board is still being read: still bars stand where its cards will."""
        for column in self.columns.values():
            column.is_slow = True
            column.update()

    def set_zone(self, zone: str) -> None:
        """Times are shown in ``zone`` from now on."""
        for column in self.columns.values():
            column.set_zone(zone)

    # --- facts in ---

    def show_board(self, view: BoardView) -> None:
        """Show a fresh first page of every column; the person's place is kept."""
        self._turns.forget()
        self.head.show_counts(view.active, view.unassigned)
        self._show_pages(view.columns)

    def _show_gently(self, view: BoardView) -> None:
        """The same, a column a turn; those between which the chosen lead moves go together, so that it is never nowhere."""
        self._turns.forget()
        self.head.show_counts(view.active, view.unassigned)
        apart = {page.stage: page for page in view.columns}
        card = self.selected_card()
        if card is not None:
            now = [page.stage for page in view.columns if any(one.id == card.id for one in page.cards)]
            self._show_pages([apart.pop(stage) for stage in {card.stage, *now} if stage in apart])
        for stage, page in apart.items():
            self._turns.ask(stage, lambda page=page: self._show_pages((page,)))  # type: ignore[misc]  # a default binds it

    def _show_pages(self, pages: Iterable[ColumnView]) -> None:
        with self._settling():
            for page in pages:
                self.columns[page.stage].show_page(page)
                self._note(page)

    def update_cards(self, cards: Iterable[CardView]) -> None:
        """Cards that changed, in whatever stage they are now."""
        changed = list(cards)
        with self._settling():
            for column in self.columns.values():
                column.model.update(changed)

    def _note(self, page: ColumnView) -> None:
        """How many lost leads are written to again; a plus where not all pages were counted."""
        found = sum(card.reengage_day is not None for card in page.cards)
        back = f"{found}{'+' if page.cursor else ''}" if found else ""
        if page.stage in self.strips:
            words = say("{n} re-engaging", n=back) if back else ""
            self.strips[page.stage].set_count(page.count, words)
            self.columns[page.stage].note = back

    # --- marks ---

    def _mark(self, column: Column, row: int, ranged: bool) -> None:
        if ranged:
            self.marks.reach(column.model.cards(), row)
        else:
            self.marks.toggle(column.model.card(row))

    # --- refusals ---

    @cached_property
    def refusal(self) -> RefusalNote:
        from desk.views.board.refusal import RefusalNote

        return RefusalNote(self)

    @cached_property
    def announcer(self) -> Announcer:
        from desk.views.announcer import Announcer

        return Announcer(self)

    def refuse(self, stage: str, words: str) -> None:
        """Say why a lead did not move to ``stage``, where it was meant to go."""
        folded = self.folded and stage in FOLDING
        place = self.strips[stage] if folded else self.columns[stage]
        if not folded:
            self._scroll.ensureWidgetVisible(self.columns[stage], 12, 0)
        self.refusal.tell(words, place, Theme.current().px(HEAD))

    # --- keys ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()))
        side = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif step:
            self.step(step)
        elif side:
            self.step_column(side)
        elif event.text() and event.text() in "1234567":
            self.ask_move(STAGES[int(event.text()) - 1])
        elif event.key() == Qt.Key.Key_N:
            self.new_lead_requested.emit()
        elif event.key() == Qt.Key.Key_M and self.marks.any:
            self.many_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Esc puts away what lies nearest: a refusal, then the marks, then the lead."""
        if "refusal" in self.__dict__ and self.refusal.isVisible():
            self.refusal.hide()
        elif self.marks.any:
            self.marks.pick(False)
        else:
            self.escaped.emit()

    def ask_move(self, stage: str) -> None:
        """Ask that the selected lead moves to ``stage``; the key equal of a drag."""
        card = self.selected_card()
        if card is not None and card.stage != stage:
            self.move_requested.emit(card.id, stage)

    # --- shape ---

    def fold(self, folded: bool) -> None:
        """Fold Sold and Lost to strips while a pane is open beside the board; strips still take drops."""
        self.folded = folded
        for stage in FOLDING:
            self.columns[stage].setVisible(not folded)
            self.strips[stage].setVisible(folded)

    def least_beside(self) -> int:
        """The width the board needs beside a pane: five columns and two strips."""
        t = Theme.current()
        return (len(STAGES) - len(FOLDING)) * t.px(LEAST) + len(FOLDING) * t.px(STRIP) + 6 * 6 + t.space(20)

    def add_foot(self, foot: QWidget) -> None:
        """What stands below the columns: the acts for the marked leads."""
        self._foot.addWidget(foot)

    def set_covered(self, width: int) -> None:
        """A pane lies over so much of the board's right end: head and foot keep to what is seen, and columns are brought there."""
        self.head.set_covered(width)
        self._foot.setContentsMargins(0, 0, width, 0)
        self._scroll.cover(width)

    def _dress(self) -> None:
        t = Theme.current()
        gutter = t.space(12)
        self._column.setContentsMargins(gutter, 0, t.space(8), t.space(8))
        self.head.dress()
        for column in self.columns.values():
            column.dress()
        policy = Qt.ScrollBarPolicy
        wide = policy.ScrollBarAlwaysOn if t.is_large else policy.ScrollBarAsNeeded
        self._scroll.setHorizontalScrollBarPolicy(wide)
        self._repaint()

    def _repaint(self) -> None:
        for column in self.columns.values():
            column.update()
            if column.is_furnished:
                column.list.repaint_all()

    def _tick(self) -> None:
        if not self.isVisible():
            return
        shown = [column for column in self.columns.values() if column.is_furnished and column.isVisible()]
        running = [card for column in shown for card in column.list.tick()]
        self.announcer.look(running, self._pulse.now())

    def _minute(self) -> None:
        """Times of day pass by: only the cards that tell another one are painted again."""
        for column in self.columns.values():
            if column.is_furnished:
                column.list.minute()

    def show_whose(self, whose: str) -> None:
        """Everyone's leads, mine, or those nobody owns."""
        self.head.whose.choose(whose)
        self._narrow()

    def _narrow(self) -> None:
        """Other leads are wanted: what is shown goes when they are here, and nothing unseen stays marked."""
        self.marks.pick(False)
        on = self.head.narrowing.shown()
        for column in self.columns.values():
            column.empty_words = say("None: {filter}", filter=", ".join(on)) if on else say("No leads here")
        self._fresh = True
        self.read()

    def read(self, *, gently: bool = False) -> None:
        """Ask for the board anew; an answer to what is wanted no longer is let go. ``gently``: shown a column a turn."""
        wanted = self.head.choice()
        self._source.board(wanted, lambda view: self._take(wanted, view, gently))

    def _take(self, wanted: str, view: BoardView, gently: bool) -> None:
        if wanted != self.head.choice():
            return
        if self._fresh:
            self._fresh = False
            for column in self.columns.values():
                column.model.clear()
            gently = False
        (self._show_gently if gently else self.show_board)(view)

    def _more(self, stage: str, cursor: str) -> None:
        self._source.page(stage, cursor, self.head.choice(), self.columns[stage].model.append)

    def _made_column(self, stage: str, zone: str) -> Column:
        column = Column(
            stage,
            zone,
            self._pulse.now,
            lambda cursor: self._more(stage, cursor),
            self._wire,
            self.marks,
            self,
        )
        column.empty_words = say("No leads here")
        return column

    def _wire(self, column: Column) -> None:
        """A column's list was made: what happens in it is the board's."""
        stage = column.stage
        column.list.selectionModel().selectionChanged.connect(lambda *_: self._selected(stage))
        column.list.opened.connect(self.lead_opened)
        column.list.dropped.connect(lambda lead_id: self.move_requested.emit(lead_id, stage))
        column.list.marked.connect(lambda row, ranged: self._mark(column, row, ranged))
        column.list.all_marked.connect(lambda: self.marks.add(column.model.cards()))
        if stage == STAGES[0]:
            self.setFocusProxy(column.list)
            column.list.painted.connect(self.stands)

    def _made_strip(self, stage: str) -> Strip:
        strip = Strip(stage, self)
        strip.dropped.connect(lambda lead_id: self.move_requested.emit(lead_id, stage))
        strip.pressed.connect(lambda: self.fold(False))
        strip.hide()
        return strip
