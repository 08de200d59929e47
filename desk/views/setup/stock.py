"""The inventory: a file is read, shown, and taken; refused rows are listed with their reasons, never guessed (AI-05)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
)

from desk.models import commands as c
from desk.services.stock_feed import StockFeed, read_stock_feed
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.page import StepPage
from desk.views.text import say

PREVIEW = 8


class StockStep(StepPage):
    """Choose a CSV, look at it, use it."""

    key = "stock"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            bridge,
            say("Your inventory"),
            say("So the assistant can say what is on the lot, and check the vehicle before each visit."),
        )
        self.feed: StockFeed | None = None
        self._settings: dict[str, Any] = {}
        self.choose = w.Button(say("Choose a file"), icon="upload")
        self.told = w.Words(
            say("A CSV with stock numbers or VINs; prices are never said to customers."),
            "body",
            "t2",
            wrap=True,
        )
        self.anyway = w.Button(say("Take it although it is much smaller"), "destructive", size="row")
        self.columns = w.Words("", "secondary", "t2", wrap=True)
        self.preview = _table(
            (say("Stock"), say("Vehicle"), say("Type"), say("Miles"), say("Lot"), say("Status")),
            say("Preview"),
        )
        self.refused = _table((say("Row"), say("Field"), say("Why it was refused")), say("Refused rows"))
        self.refused_title = w.Words("", "section", "bad")
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.told, 1)
        self.column.addLayout(row)
        for part in (self.anyway, self.columns, self.preview, self.refused_title, self.refused):
            part.hide()
            self.column.addWidget(part)
        self.close_column()
        self.choose.clicked.connect(self._choose)
        self.anyway.clicked.connect(lambda: self._take(True))

    def show_settings(self, settings: Any) -> None:
        self._settings = dict(settings)
        if settings.get("inventory.seen_at") and self.feed is None:
            self.told.setText(say("An inventory is in. Choose a file to read a newer one."))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, say("Inventory file"), "", say("Tables (*.csv *.txt);;All files (*)")
        )
        if name:
            self.read_file(Path(name))

    def read_file(self, file: Path) -> None:
        """Read and show; nothing is recorded yet."""
        self.refusal.say("")
        self.anyway.hide()
        try:
            self.feed = read_stock_feed(file.read_bytes(), self._settings.get("inventory.mapping"))
        except (OSError, ValueError) as error:
            self.feed = None
            self.refusal.say(say("{file} could not be read. {why}", file=file.name, why=str(error)))
            return
        self.show_feed(file.name)

    def show_feed(self, name: str) -> None:
        """What the file holds: how its columns were read, its first good rows, and every refused one."""
        assert self.feed is not None, "there is nothing to show before a file was read"
        feed = self.feed
        self.told.setText(say("{file}: {n} good rows", file=name, n=formats.count(len(feed.vehicles))))
        matched = ", ".join(f"{heading} → {name.replace('_', ' ')}" for heading, name in feed.mapping.items())
        unused = say(" Not taken: {names}.", names=", ".join(feed.unused)) if feed.unused else ""
        self.columns.setText(say("Columns: {matched}.", matched=matched) + unused)
        rows = []
        for v in feed.vehicles[:PREVIEW]:
            title = " ".join(str(part) for part in (v.year, v.make, v.model, v.trim) if part)
            miles = formats.count(v.mileage) if v.mileage is not None else ""
            rows.append(
                (
                    v.stock,
                    title,
                    (v.condition or "").capitalize(),
                    miles,
                    v.lot or "",
                    v.status.replace("_", " "),
                )
            )
        _fill(self.preview, rows)
        _fill(self.refused, [(str(row.row), row.field, row.reason) for row in feed.refused])
        self.refused_title.setText(
            say("{n} rows refused, the other {good} are taken", n=len(feed.refused), good=len(feed.vehicles))
        )
        for part, shown in (
            (self.columns, True),
            (self.preview, True),
            (self.refused, bool(feed.refused)),
            (self.refused_title, bool(feed.refused)),
        ):
            part.setVisible(shown)

    def save(self) -> None:
        if self.feed is None or not self.feed.vehicles:
            self.refusal.say(say("Choose an inventory file first, or skip this step."))
            return
        self._take(False)

    def _take(self, allow_shrink: bool) -> None:
        assert self.feed is not None, "there is nothing to take before a file was read"
        command = c.ImportStock(rows=self.feed.rows, seen=self._bridge.now(), allow_shrink=allow_shrink)
        self._bridge.run(command, lambda _: self.saved.emit(self.key), self._refused)

    def _refused(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self.anyway.setVisible("confirmation" in trouble.missing)


def _table(headings: tuple[str, ...], name: str) -> QTableWidget:
    table = QTableWidget(0, len(headings))
    table.setHorizontalHeaderLabels(list(headings))
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setShowGrid(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _fill(table: QTableWidget, rows: list[tuple[str, ...]]) -> None:
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for place, words in enumerate(row):
            table.setItem(number, place, QTableWidgetItem(words))
    shown = min(len(rows), 8)
    table.setFixedHeight(
        table.horizontalHeader().sizeHint().height() + shown * table.verticalHeader().defaultSectionSize() + 6
    )
