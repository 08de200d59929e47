"""Leads from a file: read, its columns named, shown, and taken in one by one while the desk works on (LEAD-01)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desk.models.snapshots.settings import LeadRow, LeadsRead
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.setup.columns import ColumnRows
from desk.views.setup.page import Beside, StepPage, file_card
from desk.views.setup.refused import PREVIEW, Preview, RefusedRows
from desk.views.text import say

TWO_COLUMNS = 900  # a narrower page has the preview under the columns


def lead_field_words(field: str) -> str:
    """What a column of a file of leads can hold, in the store's words."""
    told = {
        "": say("Not taken"), "first": say("First name"), "last": say("Last name"), "full": say("Full name"), "email": say("Email"),
        "cell": say("Cell phone"), "phone": say("Phone"), "home": say("Home phone"), "work": say("Work phone"), "street": say("Street"),
        "city": say("City"), "region": say("State"), "postal": say("ZIP code"), "country": say("Country"), "preferred": say("Preferred contact"),
        "vehicle": say("Vehicle"), "condition": say("New or used"), "year": say("Year"), "make": say("Make"), "model": say("Model"),
        "trim": say("Trim"), "stock": say("Stock number"), "vin": say("VIN"), "price": say("Price"), "odometer": say("Mileage"),
        "colour": say("Color"), "trade_vehicle": say("Trade-in"), "trade_year": say("Trade-in year"), "trade_make": say("Trade-in make"),
        "trade_model": say("Trade-in model"), "trade_vin": say("Trade-in VIN"), "trade_odometer": say("Trade-in mileage"),
        "comments": say("Comments"), "timeframe": say("When they buy"), "source": say("Source"), "service": say("Lead type"),
        "id": say("Lead number there"), "received": say("Date it came"), "name": say("Name"),
    }  # fmt: skip
    return told.get(field, field.replace("_", " ").capitalize())


class LeadFilePage(StepPage):
    """A file is read first; nothing is recorded before it was looked at. The same file again changes nothing."""

    key, has_save = "lead_file", False

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "", "")
        self.widen(1280)
        self.file: LeadsRead | None = None
        self._taken = self._all = 0
        self._wanted: tuple[str, Mapping[str, str] | None] = ("", None)
        self.choose = w.Button(say("Choose a file"), icon="upload")
        self.name = w.Words(say("No file is chosen"), "row")
        self.told = w.Words(
            say("A CSV of leads from another desk. Old ones come in as history: nobody is written to."),
            "secondary", "t2", wrap=True,
        )  # fmt: skip
        self.take = w.Button("", "primary")
        self.columns: ColumnRows | None = None
        headings = (say("Name"), say("Taken as"), say("Email or phone"), say("Vehicle"))
        self.preview = Preview(headings)
        self.refused = RefusedRows(
            told=say(
                "Nothing is guessed. Mend these in the file and read it again: what is in already stays as it is."
            ),
            words=lead_field_words,
        )
        self._build()
        self.choose.clicked.connect(self._choose)
        self.take.clicked.connect(self._take_in)

    def _build(self) -> None:
        self.column.addWidget(file_card(self.name, self.told, self.choose, self.take))
        self._beside, self._left, right = Beside(TWO_COLUMNS), QVBoxLayout(), QVBoxLayout()
        for part in (self.preview, self.refused):
            right.addWidget(part)
            part.hide()
        for column in (self._left, right):
            column.setSpacing(12)
            column.addStretch(1)
        self._beside.addLayout(self._left, 4)
        self._beside.addLayout(right, 5)
        self.column.addLayout(self._beside)
        self.take.hide()
        self.close_column()

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        """Nothing of it is a setting."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._beside.fit(self.viewport().width())

    # --- reading ---

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, say("File of leads"), "", say("Tables (*.csv *.txt);;All files (*)")
        )
        if name:
            self.read_file(name)

    def read_file(self, path: str) -> None:
        """Read another file; its columns are matched by their headings."""
        if self.columns is not None:
            self.columns.hide()
            self.columns.deleteLater()
            self.columns = None
        self._read(path, None)

    def _read(self, path: str, mapping: Mapping[str, str] | None) -> None:
        self.refusal.say("")
        self.take.setEnabled(False)
        self._wanted = wanted = path, mapping
        self._bridge.ask(
            lambda read: read.look_at_leads(path, mapping),
            lambda file: (
                self._show(file) if wanted == self._wanted else None
            ),  # another choice was made since
            self._could_not,
        )

    def _again(self) -> None:
        if self.file is None or self.columns is None:
            return
        if wrong := self.columns.wrong():
            self.refusal.say(wrong)
            self.take.setEnabled(False)
        else:
            self._read(self.file.path, self.columns.mapping())

    def _show(self, file: LeadsRead) -> None:
        self.file = file
        if self.columns is None:
            self.columns = ColumnRows(file.fields, words=lead_field_words)
            self.columns.show_columns(file.columns)
            self.columns.changed.connect(self._again)
            self._left.insertWidget(0, self.columns)
        good = len(file.shown)
        old = sum(row.history for row in file.rows)
        self.name.setText(file.name)
        self.told.setText(" ".join(part for part in self._tells(file, good, old) if part))
        self.preview.show_rows([self._row(row) for row in file.shown[:PREVIEW]], good)
        self.refused.show_refused(file.refused, good)
        self.take.set_words(say("Take in {n} leads", n=formats.count(len(file.rows))))
        self.take.setVisible(bool(file.rows))
        self.take.setEnabled(True)

    def _tells(self, file: LeadsRead, good: int, old: int) -> tuple[str, ...]:
        if not any(column.field for column in file.columns):
            return (say("No heading of it is known. Say which column holds what."),)
        fresh = len(file.rows) - old
        return (
            say(
                "{n} good rows, {refused} refused.",
                n=formats.count(good),
                refused=formats.count(len(file.refused)),
            ),
            say("{n} are in already.", n=formats.count(file.known)) if file.known else "",
            say("{n} come in as history: nobody is written to.", n=formats.count(old)) if old else "",
            say("{n} are new: each is answered and rings as any other.", n=formats.count(fresh))
            if fresh
            else "",
        )

    def _row(self, row: LeadRow) -> tuple[str, ...]:
        taken = say("History") if row.history else say("New lead")
        reach = row.reach if "@" in row.reach else formats.phone(row.reach)
        return row.name, taken, reach, row.vehicle

    def _could_not(self, trouble: Any) -> None:
        self.preview.hide()
        self.refused.hide()
        self.take.hide()
        self.refusal.show_trouble(trouble)

    # --- taking in ---

    def _take_in(self) -> None:
        """One lead after the other, so that whoever works at the desk meanwhile waits for none of them."""
        if self.file is None:
            return
        self._taken, self._all = 0, len(self.file.rows)
        for part in (self.take, self.choose):
            part.setEnabled(False)
        self._next()

    def _next(self) -> None:
        file = self.file
        if file is None or self._taken >= self._all:
            self._done()
            return
        self.told.setText(
            say("Taking in {n} of {all} …", n=formats.count(self._taken + 1), all=formats.count(self._all))
        )
        self._bridge.run(file.rows[self._taken], lambda _: self._one_more(), self._stopped)

    def _one_more(self) -> None:
        self._taken += 1
        self._next()

    def _done(self) -> None:
        self.choose.setEnabled(True)
        self.take.hide()
        words = say("{n} leads of {name} are in.", n=formats.count(self._taken), name=self._file_name())
        self.told.setText(words)
        self.saved.emit(self.key)

    def _stopped(self, trouble: Any) -> None:
        """What is in stays in; the same file again goes on where this one stopped."""
        self.choose.setEnabled(True)
        self.take.setEnabled(True)
        self.told.setText(say("{n} leads are in. Take it in again to go on.", n=formats.count(self._taken)))
        self.refusal.show_trouble(trouble)

    def _file_name(self) -> str:
        return Path(self.file.path).name if self.file is not None else ""
