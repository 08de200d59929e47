"""The five fields a person fills from a mail that could not be read: where each came from, and whether it is sound."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.intake.prospect import Prospect
from desk.services import typed_lead
from desk.views import widgets as w
from desk.views.detail.forms import TextField, captioned
from desk.views.text import say
from desk.views.theme import Theme


def field_words(field: str) -> tuple[str, str, str]:
    """Its key, its name, and what to do to fill it."""
    return {
        "name": ("N", say("Name"), say("Press N to take the selected text")),
        "phone": ("P", say("Phone"), say("Press P to take the selected text")),
        "email": ("E", say("Email"), say("Press E to take the selected text")),
        "vehicle": ("V", say("Vehicle"), say("Press V to take the selected text")),
        "source": ("S", say("Source"), say("Press S to take the selected text")),
    }[field]


NARROW = 330
FIELDS = ("name", "phone", "email", "vehicle", "source")


class PickedFields(QWidget):
    """``changed`` when something was picked or typed; ``cleared`` names a field that was emptied."""

    changed = Signal()
    cleared = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {field: QLineEdit() for field in FIELDS}
        self.notes = {field: w.Words("", "secondary", "t3", wrap=True) for field in FIELDS}
        self.signs = {field: w.Icon("minus", "t3", 16) for field in FIELDS}
        self.comments = TextField(say("What the customer wrote, if anything"), 3)
        self._picked: set[str] = set()
        self._guessed: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, field in enumerate(FIELDS):
            self._add(grid, 2 * row, field)
        self._is_narrow = False
        column.addLayout(grid)
        column.addLayout(captioned(say("Comments"), self.comments))

    def _add(self, grid: QGridLayout, row: int, field: str) -> None:
        key, name, hint = field_words(field)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(w.Words(name, "row"))
        words.addWidget(self.notes[field])
        line = self.lines[field]
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.textEdited.connect(lambda _: self._typed(field))
        line.textChanged.connect(lambda _: self._check(field))
        grid.addWidget(w.KeyCap(key), row, 0)
        grid.addLayout(words, row, 1)
        grid.addWidget(line, row, 2)
        grid.addWidget(self.signs[field], row, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room each value stands under its name, so that it can be read."""
        super().resizeEvent(event)
        t = Theme.current()
        narrow = event.size().width() < t.px(NARROW)
        for field in FIELDS:
            self.notes[field].setMinimumWidth(0 if narrow else t.space(112))
            self.notes[field].setMaximumWidth(t.px(NARROW) if narrow else t.space(112))
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._grid.setColumnStretch(1, int(narrow))
            self._grid.setColumnStretch(2, int(not narrow))
            for row, field in enumerate(FIELDS):
                self._grid.removeWidget(self.lines[field])
                place = (2 * row + 1, 1, 1, 3) if narrow else (2 * row, 2, 1, 1)
                self._grid.addWidget(self.lines[field], *place)

    def show_guesses(self, guesses: tuple[tuple[str, str], ...]) -> None:
        """Start anew with what the reader could make of it."""
        self._picked.clear()
        told = dict(guesses)
        self._guessed = {field for field in FIELDS if told.get(field)}
        for field in FIELDS:
            self.lines[field].setText(told.get(field, ""))
            self._check(field)
        self.comments.setPlainText(told.get("comments", ""))

    def take(self, field: str, words: str) -> None:
        """Words picked from the mail."""
        self._picked.add(field)
        self._guessed.discard(field)
        self.lines[field].setText(words)
        self.lines[field].setCursorPosition(0)
        self._check(field)

    def _typed(self, field: str) -> None:
        self._picked.discard(field)
        self._guessed.discard(field)
        if not self.lines[field].text():
            self.cleared.emit(field)
        self._check(field)

    def _check(self, field: str) -> None:
        """Say where the value came from and whether it can be used."""
        words = self.lines[field].text().strip()
        sound = self._sound(field, words)
        icon, tone = (
            ("minus", "t3") if not words else ("circle-check", "ok") if sound else ("circle-alert", "warn")
        )
        self.signs[field].show_icon(icon, tone)
        origin = self._origin(field) if words else say("not yet")
        if words and field == "source":
            origin = typed_lead.source_line(words)
        elif words and not sound:
            origin = {"phone": say("cannot be dialed"), "email": say("is no address")}.get(field, origin)
        self.notes[field].setText(origin)
        self.changed.emit()

    def _origin(self, field: str) -> str:
        if field in self._picked:
            return say("you, from the mail")
        return say("the reader's guess") if field in self._guessed else say("you")

    def is_untouched(self) -> bool:
        """Whether all of it is still the reader's own guess."""
        return not self._picked and self.filled() == len(self._guessed)

    def _sound(self, field: str, words: str) -> bool:
        if field == "phone":
            return typed_lead.sound_phone(words) is not None
        if field == "email":
            return typed_lead.sound_email(words) is not None
        return bool(words)

    def filled(self) -> int:
        return sum(bool(line.text().strip()) for line in self.lines.values())

    def prospect(self) -> Prospect:
        told = {field: line.text().strip() for field, line in self.lines.items()}
        return typed_lead.typed_lead(**told, comments=self.comments.toPlainText())
