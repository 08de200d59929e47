"""The mail as it came: monospaced, read only, and picked from with one key per field (LEAD-02)."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desk.models.intake.lessons import Pick
from desk.views.text import say
from desk.views.theme import Theme

PICKS = {"N": "name", "P": "phone", "E": "email", "V": "vehicle", "S": "source"}
#: What ends a value on its line: a leader of dots, a label's colon, a wide gap, brackets and quotes.
_EDGES = re.compile(r"\.{2,}\s*|:\s+|\s{2,}|\t|[<>\"()]|^\s*[*•-]\s+|\s+or\s*$")


def value_at(line: str, column: int) -> tuple[int, int]:
    """Where the whole value around ``column`` begins and ends on its line."""
    start = 0
    for edge in _EDGES.finditer(line):
        if edge.start() >= column and edge.start() > start:
            return start, edge.start()
        start = edge.end()
    return start, len(line.rstrip())


class RawMail(QPlainTextEdit):
    """``picked``: a field and the words selected for it. Single keys work here, because nothing can be typed."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setAccessibleName(say("The mail as it came. Select words and press N, P, E, V or S"))
        self._places: dict[str, tuple[int, int]] = {}
        Theme.current().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(Theme.current().px(13))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._mark()

    def show_text(self, text: str) -> None:
        self._places.clear()
        self.setPlainText(text)
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        field = PICKS.get(event.text().upper())
        if field and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.pick(field)
        elif event.text().strip().isalnum() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def pick(self, field: str) -> None:
        """Take the selection for ``field``; without one, the whole value where the cursor stands."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor = self._whole_value(cursor)
        words = " ".join(cursor.selectedText().replace("\u2029", " ").split())
        if words:
            self._places[field] = (cursor.selectionStart(), cursor.selectionEnd())
            self.picked.emit(field, words)
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self._mark()

    def picks(self) -> tuple[Pick, ...]:
        """What was picked, with the words around it, for the reader to learn from."""
        return tuple(self._pick(field, start, end) for field, (start, end) in self._places.items())

    def _pick(self, field: str, start: int, end: int) -> Pick:
        block = self.document().findBlock(start)
        ends = block.position() + block.length() - 1
        words = [
            self._words(*span)
            for span in ((start, min(end, ends)), (block.position(), start), (min(end, ends), ends))
        ]
        return Pick(field, block.blockNumber(), *words)

    def _words(self, start: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def find_words(self, words: str) -> None:
        """Select the first place where these words stand."""
        found = self.document().find(words)
        if not found.isNull():
            self.setTextCursor(found)

    def forget(self, field: str) -> None:
        if self._places.pop(field, None) is not None:
            self._mark()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double-click selects the whole value."""
        self.setTextCursor(self._whole_value(self.cursorForPosition(event.position().toPoint())))

    def _whole_value(self, cursor: QTextCursor) -> QTextCursor:
        block = cursor.block()
        start, end = value_at(block.text(), cursor.positionInBlock())
        made = QTextCursor(self.document())
        made.setPosition(block.position() + start)
        made.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        return made

    def _mark(self) -> None:
        """Picked words stand on the accent's tint with a line under them."""
        t = Theme.current()
        look = QTextCharFormat()
        look.setBackground(t.colour("accent_tint"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(t.tokens["accent"]))
        marks = []
        for field, (start, end) in self._places.items():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(self.document())
            mark.cursor.setPosition(start)
            mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.format = QTextCharFormat(look)
            mark.format.setToolTip(field)
            marks.append(mark)
        self.setExtraSelections(marks)
