"""Which column of a feed holds what: matched by name, or named by a person beside its first cell (setup.png)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.intake.columns import FeedColumn
from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme


def field_words(field: str) -> str:
    """A field of a vehicle in the store's words."""
    told = {
        "": say("Not taken"), "stock": say("Stock number"), "vin": say("VIN"), "condition": say("New or used"), "certified": say("Certified"),
        "year": say("Year"), "make": say("Make"), "model": say("Model"), "trim": say("Trim"), "body": say("Body"), "mileage": say("Mileage"),
        "internet_price": say("Internet price"), "price": say("Price"), "msrp": say("Sticker price"), "exterior": say("Exterior color"),
        "interior": say("Interior color"), "drivetrain": say("Drivetrain"), "fuel": say("Fuel"), "engine": say("Engine"),
        "transmission": say("Transmission"), "status": say("Status"), "lot": say("Lot position"), "description": say("Description"),
        "features": say("Features"), "photo_url": say("Photo link"), "history_url": say("Vehicle history link"), "detail_url": say("Detail page link"),
        "days": say("Days in stock"), "date_in_stock": say("In stock since"),
    }  # fmt: skip
    return told.get(field, field.replace("_", " ").capitalize())


def status_words(status: str) -> str:
    return {"available": say("On the lot"), "on_hold": say("Held or pending"), "sold": say("Sold")}[status]


class ColumnRows(w.Card):
    """One row a column: its heading, its first cell, and what it is here. ``changed`` when a person chose."""

    changed = Signal()

    def __init__(
        self,
        fields: Sequence[str],
        parent: QWidget | None = None,
        words: Callable[[str], str] = field_words,
    ) -> None:
        """``words``: how a field is called."""
        super().__init__(parent=parent)
        self._fields, self._words = fields, words
        self.choices: dict[str, w.Choice] = {}
        self._signs: dict[str, w.Icon] = {}
        self.told = w.Words("", "body", "t3")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 12, 12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(w.Words(say("Columns"), "name"))
        head.addWidget(self.told, 1)
        self.column.addLayout(head)
        self._rows = QWidget()
        self.column.addWidget(self._rows)

    def show_columns(self, columns: Sequence[FeedColumn]) -> None:
        """Start anew with the columns of a file, as they are understood so far."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, words in enumerate((say("In the file"), say("First cell"), "", say("In Sales Desk"))):
            grid.addWidget(w.Words(words, "caption_medium", "t3"), 0, place)
        self.choices, self._signs = {}, {}
        for row, column in enumerate(columns, 1):
            self._add(grid, row, column)
        self.column.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh
        self._tell()

    def _add(self, grid: QGridLayout, row: int, column: FeedColumn) -> None:
        name = w.ElidedWords(column.heading, "body")
        name.setFixedWidth(Theme.current().px(112))
        choice = self.choices[column.heading] = w.Choice(say("What {heading} holds", heading=column.heading))
        for field in ("", *self._fields):
            choice.addItem(self._words(field), field)
        choice.setCurrentIndex(max(0, choice.findData(column.field)))
        choice.setFixedWidth(Theme.current().px(168))
        choice.activated.connect(lambda _: self._chosen())
        sign = self._signs[column.heading] = w.Icon("minus", "t3", 14)
        grid.addWidget(name, row, 0)
        grid.addWidget(w.ElidedWords(column.cell, "body", "t2"), row, 1)
        grid.addWidget(w.Icon("chevron-right", "t3", 14), row, 2)
        grid.addWidget(choice, row, 3)
        grid.addWidget(sign, row, 4)

    def _tell(self) -> None:
        held, twice = self.mapping(), self._twice()
        taken = sum(bool(field) for field in held.values())
        self.told.setText(say("{n} of {all} are taken", n=taken, all=len(held)))
        for heading, sign in self._signs.items():
            doubled = held[heading] in twice
            face = (
                ("circle-alert", "warn") if doubled else ("check", "ok") if held[heading] else ("minus", "t3")
            )
            sign.show_icon(*face)
            sign.setToolTip(say("Another column is taken as this too") if doubled else "")

    def _chosen(self) -> None:
        self._tell()
        self.changed.emit()

    def _twice(self) -> set[str]:
        """Fields that more than one column claims; while one goes through a list by the keys that is no mistake yet."""
        return {field for field, count in Counter(self.mapping().values()).items() if field and count > 1}

    def wrong(self) -> str:
        """What stands twice, in words; empty where each field has one column."""
        names = ", ".join(sorted(self._words(field) for field in self._twice()))
        return say("Only one column can be taken as: {names}.", names=names) if names else ""

    def mapping(self) -> dict[str, str]:
        """Each heading with its field; an empty one leaves the column out."""
        return {heading: str(choice.currentData()) for heading, choice in self.choices.items()}


class StatusWords(w.Card):
    """What a feed's own words for a vehicle's status mean here: asked, never guessed. ``changed`` when a person chose."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        self.choices: dict[str, w.Choice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        self.title = w.Words(
            say("What do these words of the status column mean?"), "secondary_strong", "warn", wrap=True
        )
        column.addWidget(self.title)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        column.addLayout(self._grid)
        self.hide()

    def show_words(self, words: Sequence[str], known: Mapping[str, str]) -> None:
        """``words`` nobody knows yet; ``known`` are those a person has told, which stay to be changed."""
        for word in (*known, *words):
            if word not in self.choices:
                self._add(word, known.get(word, ""))
        self.setVisible(bool(self.choices))

    def _add(self, word: str, status: str) -> None:
        choice = self.choices[word] = w.Choice(say("What {word} means", word=word))
        if not status:
            choice.addItem(say("Not told yet"), "")
        for each in ("available", "on_hold", "sold"):
            choice.addItem(status_words(each), each)
        choice.setCurrentIndex(max(0, choice.findData(status)))
        choice.activated.connect(lambda _: self.changed.emit())
        row = self._grid.rowCount()
        self._grid.addWidget(w.Words(word, "row"), row, 0)
        self._grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignLeft)

    def statuses(self) -> dict[str, str]:
        """The words that a person has told."""
        told = {word: str(choice.currentData() or "") for word, choice in self.choices.items()}
        return {word: status for word, status in told.items() if status}
