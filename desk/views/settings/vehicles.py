"""The stock by hand: a vehicle found by a few words, entered or changed, for a store whose feed does not tell of it (AI-05)."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desk.models.commands import SaveVehicle
from desk.models.snapshots.bank import StockRow, StockView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.settings.listed import Entry, ListedPage
from desk.views.text import say

_NUMBERS = ("year", "mileage")
_TEXTS = ("vin", "make", "model", "trim", "body", "exterior", "price_disclosure", "history_url", "photo_url")


class VehiclesPage(ListedPage):
    """In hand is a vehicle, with when it was last told of."""

    key, told_by, wide = "vehicles", "stock", 820

    def __init__(self, bridge: Bridge, zone: str) -> None:
        super().__init__(bridge, say("Find a vehicle"))
        self._zone, self.number, self._shown = zone, "", StockView()
        self.told = w.Words("", "secondary", "t3", wrap=True)
        self.stock, self.price = QLineEdit(), QLineEdit()
        self.told_of = {name: QLineEdit() for name in (*_TEXTS, *_NUMBERS)}
        self.condition, self.status = w.Choice(say("Condition")), w.Choice(say("Status"))
        self.keep = w.Button(say("Save the vehicle"), "primary", key="Ctrl ↵")
        self.keep.clicked.connect(self.save)
        self._build()

    # --- parts ---

    def _build(self) -> None:
        for value, words in (("used", say("Used")), ("new", say("New"))):
            self.condition.addItem(words, value)
        for value, words in (
            ("available", say("Available")), ("on_hold", say("On hold")), ("sold", say("Sold")), ("gone", say("Gone")),
        ):  # fmt: skip
            self.status.addItem(words, value)
        self._fields()

    def _fields(self) -> None:
        told, acts = self.told_of, QHBoxLayout()
        self.add_rows(
            ((say("Stock number"), self.stock), (say("VIN"), told["vin"])),
            ((say("Year"), told["year"]), (say("Make"), told["make"])),
            ((say("Model"), told["model"]), (say("Trim"), told["trim"])),
            ((say("Body"), told["body"]), (say("Color"), told["exterior"])),
            ((say("Condition"), self.condition), (say("Miles"), told["mileage"])),
            ((say("Price, in dollars"), self.price), (say("Status"), self.status)),
            ((say("What the price leaves out"), told["price_disclosure"]),),
            ((say("History report"), told["history_url"]), (say("Photos"), told["photo_url"])),
        )
        acts.addWidget(self.keep)
        acts.addWidget(self.told, 1)
        self.form.addLayout(acts)
        self.form.addStretch(1)

    # --- facts in ---

    def read(self) -> None:
        words = self.find.text()
        self._bridge.ask(lambda read: read.stock(words), self._show)

    def _show(self, view: StockView) -> None:
        self._shown = view
        self.count.setText(say("{n} shown, {here} available in all", n=len(view.vehicles), here=view.here))
        self.show_entries(
            Entry(self._words(car), car.stock == self.number, partial(self.choose, car))
            for car in view.vehicles
        )

    def _words(self, car: StockRow) -> str:
        name = " ".join(str(part) for part in (car.year, car.make, car.model, car.trim) if part)
        here = car.status == "available"
        state = "" if here else f" · {self.status.itemText(self.status.findData(car.status))}"
        return f"{car.stock} · {name}{state}"

    def choose(self, car: StockRow | None) -> None:
        """Take a vehicle in hand; None begins a new one."""
        self.number = car.stock if car else ""
        self.stock.setText(self.number)
        self.stock.setEnabled(car is None)
        for name, field in self.told_of.items():
            told = getattr(car, name) if car else None
            field.setText("" if told is None else str(told))
        self.price.setText(
            f"{car.price_cents / 100:.2f}".removesuffix(".00") if car and car.price_cents else ""
        )
        self.condition.setCurrentIndex(max(0, self.condition.findData(car.condition if car else "used")))
        self.status.setCurrentIndex(max(0, self.status.findData(car.status if car else "available")))
        self.told.setText(self._moments(car) if car else "")
        self.refusal.say("")
        self._show(self._shown)
        (self.stock if car is None else self.told_of["make"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _moments(self, car: StockRow) -> str:
        now = self._bridge.now()
        seen = formats.when(car.seen_at, self._zone, now)
        source = say("Entered by hand, {at}", at=seen) if car.by_hand else say("From the feed, {at}", at=seen)
        priced = say("Price of {at}", at=formats.when(car.price_at, self._zone, now)) if car.price_at else ""
        return " · ".join(part for part in (source, priced) if part)

    # --- acts ---

    def save(self) -> None:
        """Enter it as it stands in the fields; what no vehicle has is refused in place."""
        command = SaveVehicle(stock=self.stock.text(), values=self.values_of())
        self._bridge.run(command, self._saved, self.refusal.show_trouble)

    def values_of(self) -> dict[str, Any]:
        """The fields as a vehicle's values; digits that are none are told by the engine, which names the field."""
        values: dict[str, Any] = {name: self.told_of[name].text().strip() for name in _TEXTS}
        for name in _NUMBERS:
            values[name] = _number(self.told_of[name].text())
        price = _number(self.price.text(), cents=True)
        return values | {
            "price_cents": price, "condition": str(self.condition.currentData()), "status": str(self.status.currentData()),
        }  # fmt: skip

    def _saved(self, stock: str) -> None:
        self.number = stock
        self.stock.setEnabled(False)
        self.recorded()


def _number(text: str, *, cents: bool = False) -> int | str | None:
    """What was typed as a whole number, without its commas; what is none stays as it is, to be refused by its name."""
    plain = text.strip().replace(",", "").lstrip("$").strip()
    if not plain:
        return None
    try:
        return round(float(plain) * 100) if cents else int(plain)
    except ValueError:
        return text.strip()
