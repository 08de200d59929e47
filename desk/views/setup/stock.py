"""The inventory: a file is read, its columns named, shown, and taken; nothing is guessed (AI-05, setup.png)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desk.models import commands as c
from desk.services.stock_feed import StockFeed, feed_columns, feed_fields, read_stock_feed
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.columns import ColumnRows, StatusWords
from desk.views.setup.page import Beside, StepPage, file_card
from desk.views.setup.refused import FeedPreview, RefusedRows
from desk.views.text import say, told

TWO_COLUMNS = 900  # a narrower page has the preview under the columns


class StockStep(StepPage):
    """Choose a CSV, name its columns, look at it, use it."""

    key = "stock"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            bridge,
            say("Match the columns of your inventory"),
            say("So the assistant can say what is on the lot, and check the vehicle before each visit."),
        )
        self.widen(1280)
        self.feed: StockFeed | None = None
        self._file, self._raw = "", b""
        self._settings: dict[str, Any] = {}
        self.choose = w.Button(say("Choose a file"), icon="upload")
        self.name = w.Words(say("No file is chosen"), "row")
        self.told = w.Words(
            say("A CSV with stock numbers or VINs; prices are never said to customers."),
            "secondary",
            "t2",
            wrap=True,
        )
        self.again = w.Tick()
        self.anyway = w.Button(say("Take it although it is much smaller"), "destructive", size="row")
        self.columns, self.statuses = ColumnRows(feed_fields()), StatusWords()
        self.preview, self.refused = FeedPreview(), RefusedRows()
        self.tried = w.Words("", "secondary", "ok", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.column.addWidget(file_card(self.name, self.told, self.choose))
        self.column.addWidget(self.again)
        self.column.addWidget(self.anyway)
        self._beside = Beside(TWO_COLUMNS)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (self.columns, self.statuses)),
            (right, (self.preview, self.refused, self.tried)),
        ):
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        self._beside.addLayout(left, 4)
        self._beside.addLayout(right, 5)
        self.column.addLayout(self._beside)
        for part in (self.again, self.anyway, self.columns, self.preview, self.refused):
            part.hide()
        self.close_column()

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.anyway.clicked.connect(lambda: self._take(True))
        self.columns.changed.connect(self._read_again)
        self.statuses.changed.connect(self._read_again)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self._settings = dict(settings)
        minutes = settings.get("inventory.every_minutes", 15)
        self.again.setText(say("Look at this file again every {n} minutes", n=minutes))
        self.again.setChecked(bool(settings.get("folder.inventory")))
        if settings.get("inventory.seen_at") and self.feed is None:
            self.name.setText(settings.get("folder.inventory") or say("An inventory is in"))
            self.told.setText(say("Choose a file to read a newer one."))

    # --- reading ---

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, say("Inventory file"), "", say("Tables (*.csv *.txt);;All files (*)")
        )
        if name:
            self.read_file(Path(name))

    def read_file(self, file: Path) -> None:
        """Read and show; nothing is recorded yet. A file whose headings mean nothing shows its columns to be named."""
        self.refusal.say("")
        self.anyway.hide()
        self.feed, self._file = None, str(file)
        try:
            self._raw = file.read_bytes()
            columns = feed_columns(self._raw, self._settings.get("inventory.mapping"))
        except (OSError, ValueError) as error:
            self._cannot(file.name, error)
            return
        self._read(self._settings.get("inventory.mapping"), self._settings.get("inventory.statuses"))
        self.columns.show_columns(columns)
        self.columns.show()

    def _read_again(self) -> None:
        self._read(self.columns.mapping(), self.statuses.statuses())

    def _read(self, mapping: Mapping[str, str] | None, statuses: Mapping[str, str] | None) -> None:
        self.refusal.say("")
        try:
            self.feed = read_stock_feed(self._raw, mapping, statuses)
        except ValueError as error:
            self.feed = None
            self._cannot(Path(self._file).name, error)
            return
        self.statuses.show_words(self.feed.unclear, statuses or {})
        self.show_feed(Path(self._file).name)

    def _cannot(self, name: str, error: Exception) -> None:
        self.preview.hide()
        self.refused.hide()
        self.refusal.say(say("{file} could not be read. {why}", file=name, why=told(str(error))))

    def show_feed(self, name: str) -> None:
        """What the file holds: its first good rows, and every refused one."""
        assert self.feed is not None, "there is nothing to show before a file was read"
        good, refused = len(self.feed.vehicles), len(self.feed.refused)
        self.name.setText(name)
        self.told.setText(
            say(
                "{good} good rows, {refused} refused",
                good=formats.count(good),
                refused=formats.count(refused),
            )
        )
        self.preview.show_vehicles(self.feed.vehicles)
        self.refused.show_refused(self.feed.refused, good)
        self.again.setVisible(bool(self._file))
        self._bridge.ask(lambda read: read.asked_now(), self._try_on_leads)

    def _try_on_leads(self, asked: Sequence[frozenset[str]]) -> None:
        """How many open leads name a vehicle of this feed: a feed of another store shows at once."""
        if self.feed is None or not asked:
            self.tried.setText("")
            return
        here = {told for vehicle in self.feed.vehicles for told in (vehicle.stock, vehicle.vin) if told}
        named, nothing = sum(bool(told & here) for told in asked), sum(not told for told in asked)
        self.tried.setText(
            say(
                "Tried on your open leads: {n} of {all} name a vehicle in this feed, {nothing} name no stock number.",
                n=formats.count(named), all=formats.count(len(asked)), nothing=formats.count(nothing),
            )
        )  # fmt: skip

    # --- taking ---

    def save(self) -> None:
        if self.feed is None or not self.feed.vehicles:
            self.refusal.say(say("Choose an inventory file first, or skip this step."))
            return
        if wrong := self.columns.wrong():
            self.refusal.say(wrong)
            return
        self._take(False)

    def _take(self, allow_shrink: bool) -> None:
        assert self.feed is not None, "there is nothing to take before a file was read"
        command = c.ImportStock(rows=self.feed.rows, seen=self._bridge.now(), allow_shrink=allow_shrink)
        self._bridge.run(command, lambda _: self._taken(), self._refused)

    def _taken(self) -> None:
        """How it was read is kept, so that the next one is read the same way."""
        watched = self._file if self.again.isChecked() else ""
        self.record(
            {
                "inventory.mapping": self.columns.mapping(),
                "inventory.statuses": self.statuses.statuses(),
                "folder.inventory": watched,
            }
        )

    def _refused(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self.anyway.setVisible("confirmation" in trouble.missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.fit(event.size().width())
