"""What the store knows about the fields that are picked: the vehicle on the lot, and a lead that is there already (LEAD-04)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.frame import FoundRow
from desk.services import typed_lead
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.text import say, stage_words
from desk.views.throttle import Throttle


class Hints(QWidget):
    """``join_wanted``: the lead that has this phone or email already."""

    join_wanted = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._reach, self._stock, self._lead = "", "", ""
        self._due = Throttle(self._ask, self)
        self.vehicle, self.known = (
            w.Words("", "secondary", "t2", wrap=True),
            w.Words("", "secondary", "t2", wrap=True),
        )
        self.join = w.Button(say("Join it"), size="row")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._lines = (self._line("car", self.vehicle), self._line("user-round", self.known, self.join))
        for line in self._lines:
            column.addWidget(line)
        self.join.clicked.connect(lambda: self.join_wanted.emit(self._lead))
        self._show((), ())

    def _line(self, icon: str, words: w.Words, *more: QWidget) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(w.Icon(icon, "t3", 16))
        row.addWidget(words, 1)
        for part in more:
            row.addWidget(part)
        return line

    def look(self, phone: str, email: str, vehicle: str) -> None:
        """Ask about these, if they can be asked about."""
        reach = typed_lead.sound_phone(phone) or typed_lead.sound_email(email) or ""
        stock = typed_lead.picked_vehicle(vehicle).stock or "" if vehicle.strip() else ""
        if (reach, stock) != (self._reach, self._stock):
            self._reach, self._stock = reach, stock
            self._due()

    def _ask(self) -> None:
        reach, stock = self._reach, self._stock
        if not (reach or stock):
            self._show((), ())
            return
        self._bridge.ask(
            lambda read: (read.at_address(reach) if reach else (), read.found(stock) if stock else ()),
            lambda found: self._came((reach, stock), *found),
        )

    def _came(
        self, asked: tuple[str, str], by_reach: Sequence[FoundRow], by_stock: Sequence[FoundRow]
    ) -> None:
        """An answer to what was picked before is let go: of a stock number it did not ask for it knows nothing."""
        if asked == (self._reach, self._stock):
            self._show(by_reach, by_stock)

    def _show(self, by_reach: Sequence[FoundRow], by_stock: Sequence[FoundRow]) -> None:
        car = next((row for row in by_stock if row.kind == "vehicle"), None)
        lead = next((row for row in by_reach if row.kind == "lead"), None)
        self._lead = lead.id if lead is not None else ""
        self.vehicle.setText(
            say("Matches {car}, {detail}", car=car.title, detail=car.detail)
            if car is not None
            else say("No vehicle on the lot has the stock number {stock}.", stock=self._stock)
        )
        self.known.setText(
            say("{name} has this phone or email: {stage}.", name=lead.title, stage=stage_words(lead.stage))
            if lead is not None
            else say("No lead has this phone or email.")
        )
        self._lines[0].setVisible(bool(self._stock))
        self._lines[1].setVisible(bool(self._reach))
        self.join.setVisible(lead is not None)
