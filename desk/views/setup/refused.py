"""What a feed holds, for the eye: its first good rows, and the refused ones with their reasons (AI-05)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.models.intake.columns import Refused
from desk.models.intake.inventory_csv import VehicleRow
from desk.views import formats
from desk.views import widgets as w
from desk.views.setup.columns import field_words, status_words
from desk.views.text import say
from desk.views.theme import Theme

PREVIEW, REFUSED_SHOWN = 8, 8


class Lines(QAbstractTableModel):
    """Plain words in rows under headings."""

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self.lines: tuple[tuple[str, ...], ...] = ()

    def show(self, lines: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return self.lines[index.row()][index.column()] if index.isValid() and shown else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_heading = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_heading and 0 <= section < len(self._headings) else None


class Table(QTableView):
    """A table as high as its rows, at most ``shown`` of them; it takes no focus, for nothing in it can be pressed."""

    def __init__(self, model: Lines, name: str, shown: int) -> None:
        super().__init__()
        self._shown = shown
        self.setModel(model)
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelReset.connect(self._fit)
        Theme.current().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        row = Theme.current().px(29)
        self.verticalHeader().setDefaultSectionSize(row)
        shown = min(self.model().rowCount(), self._shown)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + shown * row + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(260), super().minimumSizeHint().height())


class Preview(w.Card):
    """The first good rows of a file as the desk understands them."""

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.told = w.Words("", "body", "t3")
        self.model = Lines(headings, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 8)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(w.Words(say("Preview"), "name"))
        head.addWidget(self.told, 1)
        column.addLayout(head)
        column.addWidget(Table(self.model, say("Preview"), PREVIEW))

    def rowCount(self) -> int:
        return self.model.rowCount()

    def show_rows(self, rows: Sequence[tuple[str, ...]], good: int) -> None:
        """``rows`` are the first of the ``good`` ones."""
        self.told.setText(say("{n} of {all} good rows", n=len(rows), all=formats.count(good)))
        self.model.show(rows)
        self.show()


class FeedPreview(Preview):
    """The first good rows of an inventory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        headings = (say("Stock"), say("Vehicle"), say("Type"), say("Miles"), say("Lot"), say("Status"))
        super().__init__(headings, parent)

    def show_vehicles(self, vehicles: Sequence[VehicleRow]) -> None:
        self.show_rows([_shown(vehicle) for vehicle in vehicles[:PREVIEW]], len(vehicles))


def _shown(vehicle: VehicleRow) -> tuple[str, ...]:
    title = " ".join(str(part) for part in (vehicle.year, vehicle.make, vehicle.model, vehicle.trim) if part)
    miles = formats.count(vehicle.mileage) if vehicle.mileage is not None else ""
    kind = (vehicle.condition or "").capitalize()
    return vehicle.stock, title, kind, miles, vehicle.lot or "", status_words(vehicle.status)


class RefusedRows(w.Card):
    """Rows that were not taken, each with its reason; the list can be saved for whoever mends the file.

    ``told`` is the line below them, ``words`` how a field is called.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        told: str = "",
        words: Callable[[str], str] = field_words,
    ) -> None:
        super().__init__("bad", parent=parent)
        self._words = words
        self._refused: Sequence[Refused] = ()
        self.title, self.others = w.Words("", "name"), w.Words("", "body", "t2")
        self.keep = w.Button(say("Save the list"), icon="download", size="row")
        self.model = Lines((say("Row"), say("Column"), say("Why it was refused")), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 10)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 4, 0)
        head.setSpacing(8)
        head.addWidget(w.Icon("triangle-alert", "bad", 16))
        head.addWidget(self.title)
        head.addWidget(self.others, 1)
        head.addWidget(self.keep)
        column.addLayout(head)
        column.addWidget(Table(self.model, say("Refused rows"), REFUSED_SHOWN))
        own = say(
            "Nothing is guessed: the assistant will not speak of these. Fix them at the source, the next reading takes them in."
        )
        note = w.Words(told or own, "secondary", "t2", wrap=True)
        note.setContentsMargins(8, 4, 8, 0)
        column.addWidget(note)
        self.keep.clicked.connect(self._save)

    def rowCount(self) -> int:
        return self.model.rowCount()

    def show_refused(self, refused: Sequence[Refused], good: int) -> None:
        self._refused = refused
        count = len(refused)
        self.title.setText(say("1 row refused") if count == 1 else say("{n} rows refused", n=count))
        self.others.setText(say("the other {good} are taken", good=formats.count(good)))
        self.model.show([(str(row.row), self._words(row.field), _sentence(row.reason)) for row in refused])
        self.setVisible(bool(refused))

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, say("Save the refused rows"), "refused-rows.csv", say("Tables (*.csv)")
        )
        if name:
            self.write(name)

    def write(self, name: str) -> None:
        """The list as a CSV file."""
        try:
            with open(name, "w", encoding="utf-8", newline="") as file:
                out = csv.writer(file)
                out.writerow(("row", "field", "reason"))
                out.writerows((row.row, row.field, row.reason) for row in self._refused)
        except OSError as error:
            self.others.setText(say("The list could not be saved: {why}", why=error.strerror or str(error)))


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
