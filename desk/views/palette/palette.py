"""The palette over the window (Ctrl+K or /): a box, four kinds, keys for all of it. It asks and tells; it does nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desk.views import paint
from desk.views import widgets as w
from desk.views.palette.delegate import ROW, RowDelegate
from desk.views.palette.rows import KINDS, Act, Row, Rows, fits, grouped, kind_words, row_of_act, row_of_found
from desk.views.text import STAGES, say, stage_words
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.models.snapshots.frame import FoundRow

WIDTH, TOP, HEAD, FOOT, MOST = 760, 88, 54, 38, 604
PAUSE_MS = 60  # a breath between keys, so that a fast typist asks once
VEIL = 0.36


class Palette(QWidget):
    """``asked``: what was typed; ``found_taken``: a lead, and open, wide, claim or move:STAGE. ``show_found`` takes the answer."""

    asked = Signal(str)
    found_taken = Signal(object, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._acts: Sequence[Act] = ()
        self._found: tuple[FoundRow, ...] = ()
        self._of: FoundRow | None = None
        self.sheet = _Sheet(self)
        self.box, self.kinds = self.sheet.box, self.sheet.kinds
        self.rows, self.list = Rows(self), self.sheet.list
        self.list.setModel(self.rows)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.box.text().strip()))
        self.box.textEdited.connect(self._typed)
        self.box.installEventFilter(self)
        self.kinds.chosen.connect(lambda _: self._show())
        self.list.clicked.connect(lambda index: self._take(index.row(), "open"))
        window.installEventFilter(self)
        self.setAccessibleName(say("Find or command"))
        self.hide()

    def open(self, acts: Sequence[Act]) -> None:
        """Show it over the window with these commands and settings; the box is empty and has the focus."""
        self._acts, self._found, self._of = acts, (), None
        self.box.clear()
        self.kinds.choose("all")
        self.sheet.dress()
        self._fit()
        self._show()
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_found(self, words: str, rows: Sequence[FoundRow]) -> None:
        """What the store found for ``words``; an answer to what is typed no longer is let go."""
        if words == self.box.text().strip():
            self._found = tuple(rows)
            self._show()

    def _typed(self, words: str) -> None:
        self._of = None
        if words.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._found = ()
        self._show()

    def _show(self) -> None:
        words = self.box.text().strip()
        self.sheet.delegate.typed = words
        if self._of is not None:
            every = [row_of_act(act) for act in self._acts_of(self._of)]
            rows: list[Row] = [Row("lead", title=self._of.title), *every]
        else:
            acts = [row_of_act(act) for act in self._acts if fits(act, words)]
            every = [*map(row_of_found, self._found), *acts]
            rows = list(grouped(every, self.kinds.choice()))
        self.rows.show(rows)
        kind = self.kinds.choice()
        found = sum(kind in ("all", row.kind) for row in every)
        nothing = say("Nothing found for “{words}”", words=words) if words and not found else ""
        self.sheet.tell(found, nothing)
        self._choose(self.rows.step(-1, 1))
        self._fit()

    def _acts_of(self, found: FoundRow) -> list[Act]:
        """What can be done with a lead from here."""

        def told(act: str) -> object:
            return self._leave(found, act)

        return [
            Act("lead", "panel-right-open", say("Open"), say("Beside the board"), "↵", lambda: told("open")),
            Act("lead", "external-link", say("Open wide"), "", "Ctrl ↵", lambda: told("wide")),
            Act("lead", "hand", say("Claim"), "", "", lambda: told("claim")),
            *(
                Act("lead", "square-kanban", say("Move to {stage}", stage=stage_words(stage)), "", "", lambda stage=stage: told(f"move:{stage}"))
                for stage in STAGES
                if stage != found.stage
            ),
        ]  # fmt: skip

    # --- choosing ---

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row) if row >= 0 else QModelIndex())

    def _take(self, row: int, act: str) -> None:
        if not 0 <= row < len(self.rows.rows) or self.rows.rows[row].is_head:
            return
        taken = self.rows.rows[row].payload
        if isinstance(taken, Act):
            self.hide()
            taken.run()
        elif taken.kind == "vehicle":
            self._show_leads_on(taken)
        else:
            self._leave(taken, act)

    def _leave(self, found: FoundRow, act: str) -> None:
        self.hide()
        self.found_taken.emit(found, act)

    def _show_leads_on(self, vehicle: FoundRow) -> None:
        """A vehicle was taken: the leads that ask about it."""
        stock = vehicle.detail.split(" · ", 1)[0]
        self.box.setText(stock)
        self.kinds.choose("lead")
        self._found = ()
        self._show()
        self.asked.emit(stock)

    def _unfold(self) -> bool:
        """The acts of the lead that is chosen; the cursor stays the box's while it stands inside the words."""
        row = self.list.currentIndex().row()
        taken = self.rows.rows[row].payload if 0 <= row < len(self.rows.rows) else None
        if self.box.cursorPosition() < len(self.box.text()) or isinstance(taken, Act) or taken is None:
            return False
        if taken.kind != "lead":
            return False
        self._of = taken
        self._show()
        return True

    # --- keys and place ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)  # type: ignore[arg-type]  # a key press is a QKeyEvent
        if watched is not self.box and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        row, key = self.list.currentIndex().row(), event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._choose(self.rows.step(row, 1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(row, "wide" if event.modifiers() & Qt.KeyboardModifier.ControlModifier else "open")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._next_kind(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_Escape:
            self._step_back()
        elif key == Qt.Key.Key_Right:
            return self._unfold()
        elif key == Qt.Key.Key_Left and self._of is not None:
            self._step_back()
        else:
            return False
        return True

    def _step_back(self) -> None:
        """From the acts of a lead to what was found; from there back to the window."""
        if self._of is None:
            self.hide()
            return
        self._of = None
        self._show()

    def _next_kind(self, by: int) -> None:
        at = KINDS.index(self.kinds.choice())
        self.kinds.choose(KINDS[(at + by) % len(KINDS)])
        self._of = None
        self._show()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the sheet puts it away."""
        self.hide()

    def _fit(self) -> None:
        """The sheet is as high as its rows need, as far as the window lets it."""
        t, window = Theme.current(), self.parentWidget()
        self.setGeometry(window.rect())
        width = min(t.px(WIDTH), window.width() - 2 * t.space(16))
        top = min(t.px(TOP), window.height() // 8)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        inside = max(rows, t.px(ROW)) + t.px(12)
        most = min(t.px(MOST), window.height() - top - t.space(24) - t.px(HEAD + FOOT))
        height = t.px(HEAD + FOOT) + min(inside, most)
        self.sheet.setGeometry((window.width() - width) // 2, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), paint.faded(Theme.current().colour("veil"), VEIL))


class _Sheet(QFrame):
    """The sheet itself: box and kinds, rows, and what the keys do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box, self.list, self.delegate = QLineEdit(), QListView(), RowDelegate()
        self.kinds = w.Segment([(kind, kind_words(kind)) for kind in KINDS], say("What to look for"))
        self.count, self.nothing = w.Words("", "caption", "t3"), w.Words("", "secondary", "t2")
        self._build_list()
        self.box.setProperty("bare", True)
        self.box.setPlaceholderText(say("Find a customer, stock number or command"))
        self.box.setAccessibleName(say("Find"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top, self._foot = QWidget(), QWidget()
        self._head = QHBoxLayout(self._top)
        self._head.addWidget(w.Icon("search", "t2", 18))
        self._head.addWidget(self.box, 1)
        self._head.addWidget(self.kinds)
        column.addWidget(self._top)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        self._fill_foot()
        column.addWidget(self._foot)
        self.dress()

    def _build_list(self) -> None:
        self.list.setItemDelegate(self.delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(say("Found"))
        self.list.setCursor(Qt.CursorShape.PointingHandCursor)

    def _fill_foot(self) -> None:
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 0, 12, 0)
        foot.setSpacing(6)
        for keys, words in (
            ("↑ ↓", say("choose")),
            ("↵", say("open")),
            ("Ctrl ↵", say("open wide")),
            ("Tab", say("next kind")),
            ("→", say("more for this lead")),
        ):
            for key in keys.split():
                foot.addWidget(w.KeyCap(key))
            foot.addWidget(w.Words(words, "caption", "t2"))
            foot.addSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.count)

    def dress(self) -> None:
        t = Theme.current()
        font = QFont(t.font("body"))
        font.setPixelSize(t.px(16))
        self.box.setFont(font)
        self._top.setFixedHeight(t.px(HEAD))
        self._foot.setFixedHeight(t.px(FOOT))
        self._head.setContentsMargins(t.space(18), 0, t.space(12), 0)
        self._head.setSpacing(t.space(12))
        self.list.setContentsMargins(0, 0, 0, 0)
        self.list.setViewportMargins(t.space(8), 2, t.space(8), 6)
        ground = QPalette(t.ground())
        ground.setColor(QPalette.ColorRole.Base, t.colour("surface"))
        self.list.setPalette(ground)
        self.nothing.setContentsMargins(t.space(18), t.space(8), 0, 0)

    def tell(self, found: int, nothing: str) -> None:
        self.count.setText(say("{n} results", n=found) if found != 1 else say("1 result"))
        self.nothing.setText(nothing)
        self.nothing.setVisible(bool(nothing))
        self.list.setVisible(not nothing)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press on the sheet is not one beside it

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 12, "surface", t, t.pen("line2"))
        p.setPen(t.pen("line"))
        top, foot = t.px(HEAD), self.height() - t.px(FOOT)
        p.drawLine(1, top, self.width() - 2, top)
        p.drawLine(1, foot, self.width() - 2, foot)
