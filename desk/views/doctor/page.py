"""Each check of the desk: its state, what was seen, and what to do (the same lines as ``desk doctor``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.models.snapshots.doctor import DoctorLine
from desk.views import widgets as w
from desk.views.detail.side import Ruled
from desk.views.setup.trial import Trial
from desk.views.text import say
from desk.views.theme import Theme


def state_face(state: str) -> tuple[str, str, str]:
    """Icon, tone and word of a check's state."""
    return {
        "ok": ("circle-check", "ok", say("Fine")),
        "warn": ("circle-alert", "warn", say("Look at it")),
        "bad": ("circle-x", "bad", say("Does not work")),
        "off": ("minus", "t3", say("Not set up")),
    }.get(state, ("info", "t3", state))


class DoctorPage(QWidget):
    """``lines`` may take its time: it runs on another thread."""

    def __init__(self, lines: Callable[[], Sequence[DoctorLine]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._trial = Trial(self)
        self.again = w.Button(say("Check again"), icon="refresh-cw")
        self.told = w.Words("", "body", "t2")
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(w.Words(say("How the desk is doing"), "title"))
        head.addWidget(self.told, 1)
        head.addWidget(self.again)
        column.addLayout(head)
        column.addWidget(self.scroll, 1)
        self.again.clicked.connect(self.check)
        self._trial.done.connect(self.show_lines)
        self._trial.failed.connect(self._failed)

    def check(self) -> None:
        self.again.setEnabled(False)
        self.told.setText(say("Checking …"))
        self._trial.start(self._lines)

    def show_lines(self, lines: Sequence[DoctorLine]) -> None:
        self.again.setEnabled(True)
        troubled = sum(line.state in ("bad", "warn") for line in lines)
        self.told.setText(say("{n} to look at", n=troubled) if troubled else say("Everything works"))
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 4, 16, 6)
        column.setSpacing(0)
        for line in lines:
            column.addWidget(_line(line))
        holder = QWidget()
        whole = QVBoxLayout(holder)
        whole.setContentsMargins(0, 0, 8, 0)
        whole.addWidget(card)
        whole.addStretch(1)
        self.scroll.setWidget(holder)
        holder.setAutoFillBackground(False)

    def _failed(self, words: str) -> None:
        self.show_lines((DoctorLine(say("The checks"), "bad", words, say("Try again, or run desk doctor.")),))

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.check()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))


def _line(line: DoctorLine) -> QWidget:
    row_box = Ruled()
    icon, tone, word = state_face(line.state)
    row_box.setAccessibleName(f"{line.name}: {word}. {line.words} {line.do}")
    row = QHBoxLayout(row_box)
    row.setContentsMargins(0, 9, 0, 10)
    row.setSpacing(12)
    row.addWidget(w.Icon(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
    name = w.Words(line.name, "row", wrap=True)
    name.setFixedWidth(Theme.current().px(150))
    row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    seen = w.Words(line.words, "body", "t1", wrap=True)
    seen.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for part in (seen, *([w.Words(line.do, "secondary", "t2", wrap=True)] if line.do else [])):
        part.setMinimumWidth(1)  # a long address in it does not make the page wider than its window
        words.addWidget(part)
    row.addLayout(words, 1)
    row.addWidget(w.Words(word, "secondary_medium", tone), 0, Qt.AlignmentFlag.AlignTop)
    return row_box
