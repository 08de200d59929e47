"""Theme and text size, where the frame that usually holds them is not there yet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import SCALES, Theme


class LookButtons(QWidget):
    """Each press goes on to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = w.Button("", "ghost", icon="sun", size="row")
        self.size_button = w.Button("", "ghost", size="row")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.theme)
        row.addWidget(self.size_button)
        self.theme.clicked.connect(self._next_theme)
        self.size_button.clicked.connect(self._next_size)
        Theme.current().changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        theme = Theme.current()
        names = {"light": say("Light"), "dark": say("Dark"), "high_contrast": say("High contrast")}
        self.theme.set_words(names.get(theme.choice, say("As the system")))
        self.size_button.set_words(say("Text size {n}%", n=round(theme.scale * 100)))

    def _next_theme(self) -> None:
        Theme.current().switch("dark" if Theme.current().choice == "light" else "light")

    def _next_size(self) -> None:
        theme = Theme.current()
        theme.switch(None, SCALES[(SCALES.index(theme.scale) + 1) % len(SCALES)])
