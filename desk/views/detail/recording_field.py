"""Where the recording of a talk lies: a pasted link, or a file that is chosen or dropped (COVER-03)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desk.models.recording import is_place
from desk.views import widgets as w
from desk.views.detail.forms import mark_wrong
from desk.views.text import say


class RecordingField(QWidget):
    """One line, empty where nothing was recorded. ``ask_path`` asks which file; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.ask_path: Callable[[], str] = self._asked_path
        self.choose = w.IconButton("paperclip", say("Choose the recording's file"), size=24)
        self.field.setPlaceholderText(say("Recording: link or file"))
        self.field.setAccessibleName(say("Recording: link or file"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.field, 1)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self._chosen)

    def clear(self) -> None:
        self.field.clear()
        mark_wrong(self.field, False)

    def words(self) -> str:
        """The link or path; of a dropped file the path alone."""
        typed = self.field.text().strip()
        return QUrl(typed).toLocalFile() if typed.startswith("file:") else typed

    def is_wrong(self) -> bool:
        """Whether something stands here that is no place; it is outlined."""
        wrong = bool(self.words()) and not is_place(self.words())
        mark_wrong(self.field, wrong)
        return wrong

    def _chosen(self) -> None:
        if path := self.ask_path():
            self.field.setText(path)

    def _asked_path(self) -> str:
        return QFileDialog.getOpenFileName(self, say("Choose the recording's file"))[0]
