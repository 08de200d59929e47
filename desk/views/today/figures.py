"""What happened since closing, or in the week of a review: a number a cell, with its words and a note."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.today import TodayView
from desk.views import formats
from desk.views import widgets as w
from desk.views.text import say
from desk.views.widgets.rows import emptied

FEWEST = 3  # of them stand where there is little room


class Figures(w.Cells):
    """The figures of a part of the day. ``zone``: the store's."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(1, 1, 1, 1)
        self.row.setSpacing(0)

    def show_figures(self, view: TodayView, now: datetime, is_narrow: bool) -> None:
        emptied(self.row)
        since = formats.when(view.since, self._zone, now)
        heading = say("The week from") if view.part == "review" else say("Since closing")
        self.row.addWidget(_told("", heading, since), 1)
        for number, words, note in view.figures[: FEWEST if is_narrow else None]:
            self.row.addWidget(_told(formats.count(number), words, note), 1)


def _told(number: str, words: str, note: str) -> QWidget:
    """A figure with its words beside it and a note below; words alone are its heading."""
    box, row = QWidget(), QHBoxLayout()
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 6, 6, 7)
    column.setSpacing(0)
    row.setSpacing(6)
    if number:
        row.addWidget(w.Words(number, "title"))
    row.addWidget(w.ElidedWords(words, "secondary" if number else "name", "t2" if number else "t1"), 1)
    column.addLayout(row, 1)
    column.addWidget(w.ElidedWords(note, "caption", "t3"))
    box.setAccessibleName(f"{number} {words}. {note}".strip())
    return box
