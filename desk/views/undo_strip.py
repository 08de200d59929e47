"""What one just did can be taken back for ten seconds: named, by its button or Ctrl+Z (FLOW-11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desk.models.changes import UNDOABLE
from desk.views import paint
from desk.views import widgets as w
from desk.views.text import say, stage_words
from desk.views.theme import Theme

if TYPE_CHECKING:
    from desk.models.changes import Changes

SHOWN_MS, EDGE = 10_000, 20
FOOT = "foot"  # the name of what stands at the foot of a screen and must stay in reach
_MOVED = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


def undo_words(changes: Changes, name_of: Callable[[str], str]) -> str:
    """The act as undoing names it: "put Aisha Karim on hold"; empty for what cannot be taken back."""
    found = next((one for one in changes.happened if one.kind in UNDOABLE and one.lead_id), None)
    if found is None or not changes.txn:
        return ""
    stage = next((str(one.data["to"]) for one in changes.happened if one.kind == "stage"), "")
    touched = {one.lead_id for one in changes.happened if one.kind in UNDOABLE and one.lead_id}
    name = name_of(found.lead_id or "") or say("a lead")
    if len(touched) > 1:
        name = say("{n} leads", n=len(touched))
    return {
        "move": say("move {name} to {stage}", name=name, stage=stage_words(stage)),
        "claim": say("claim {name}", name=name),
        "assign": say("assign {name}", name=name),
        "put on hold": say("put {name} on hold", name=name),
        "take off hold": say("take {name} off hold", name=name),
        "write": say("write to {name}", name=name),
        "finish a task": say("finish a task of {name}", name=name),
        "merge": say("merge {name}", name=name),
        "record a sale": say("record the sale to {name}", name=name),
        "turn the assistant": say("turn the assistant at {name}", name=name),
        "adjust the temperature": say("adjust the temperature of {name}", name=name),
        "book a visit": say("book a visit for {name}", name=name),
        "record a visit": say("record the visit of {name}", name=name),
        "assess the needs": say("change the needs of {name}", name=name),
        "describe the trade-in": say("change the trade-in of {name}", name=name),
        "edit": say("edit {name}", name=name),
    }.get(changes.act, "")


class UndoStrip(QFrame):
    """Stands at the foot of the window, over everything. ``undo_wanted``: the transaction to take back."""

    undo_wanted = Signal(str)

    def __init__(self, window: QWidget, foots: Callable[[], Sequence[QWidget]] = tuple) -> None:
        """``foots``: what may stand at the window's foot and must stay readable; the strip stands above what is seen of it."""
        super().__init__(window)
        self._txn, self._foots = "", foots
        self.words = w.Words("", "body")
        self.undo = w.Button(say("Undo"), key="Ctrl Z", size="row")
        self.away = w.IconButton("x", say("Close"), size=24)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        for part in (self.words, self.undo, self.away):
            row.addWidget(part)
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self.hide)
        self.undo.clicked.connect(self._ask)
        self.away.clicked.connect(self.hide)
        self._keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), window, self._ask)
        window.installEventFilter(self)
        Theme.current().changed.connect(self._fit)
        self.hide()

    def offer(self, txn: str, words: str) -> None:
        """Offer to take ``txn`` back for ten seconds; a later act takes its place."""
        self._txn = txn
        self.undo.show()
        self._tell(say("Undo: {act}", act=words))

    def told(self, conflicts: Any) -> None:
        """The desk took it back; what was changed since is kept, and said."""
        if conflicts:
            self._tell(" ".join(conflicts))
        else:
            self.hide()

    def troubled(self, trouble: Any) -> None:
        """The desk could not: why, in the same place."""
        self._tell(trouble.said)

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        self._fit()
        self.show()
        self.raise_()
        self._shown.start(SHOWN_MS)

    def _ask(self) -> None:
        if not self.isVisible() or not self._txn:
            return
        txn, self._txn = self._txn, ""
        self.undo.hide()
        self.undo_wanted.emit(txn)

    def _fit(self) -> None:
        self.adjustSize()
        window, foots = self.parentWidget(), self._foots()
        for part in foots:
            part.installEventFilter(self)  # it may grow, come or go while the strip stands
        taken = max((part.height() for part in foots if part.isVisible()), default=0)
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - EDGE - taken)

    def keep_clear(self) -> None:
        """Something else may stand at the foot by now."""
        if self.isVisible():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = Theme.current()
        paint.rounded(QPainter(self), QRectF(self.rect()), 10, "surface", t, t.pen("line2"))
