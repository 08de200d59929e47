"""The store itself: its name and place, its hours, and the days it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import DayField
from desk.views.setup.hours import WeekFields
from desk.views.setup.page import StepPage
from desk.views.setup.steps import StorePlace
from desk.views.text import say
from desk.views.widgets.rows import emptied


class StorePage(StorePlace):
    """Name and place."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "", "")
        self.close_column()


class HoursPage(StepPage):
    """The week and the holidays. A holiday is a day on which no clock runs and nobody is on shift (ILM-09, FLOW-01)."""

    key = "hours"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge, "", "")
        self.week, self.day = WeekFields(1), DayField()
        self.holidays: list[str] = []
        self.add = w.Button(say("Add this day"), icon="plus")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._add_week()
        self._add_holidays()
        self.close_column()
        self.add.clicked.connect(self._add_day)

    def _add_week(self) -> None:
        told = say("For example 09:00-18:00, or 09:00-12:00,13:00-17:00; empty means closed.")
        self._card(say("Open"), told).addWidget(self.week)

    def _card(self, title: str, told: str) -> QVBoxLayout:
        """A card below the last one, headed; what it holds is added to its column."""
        card = w.Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(w.Words(title, "name"))
        column.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        self.column.addWidget(card)
        return column

    def _add_holidays(self) -> None:
        told = say("Closed all day: clocks stand still, and what is due waits for the next open hour.")
        column = self._card(say("Holidays"), told)
        column.addLayout(self._list)
        row = QHBoxLayout()
        self.day.setAccessibleName(say("A day the store is closed"))
        row.addWidget(self.day)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self.week.show_week(settings.get("store.hours"))
        self.day.setDate(self._bridge.now().date())
        self._show_days(settings.get("store.holidays", []))

    def _show_days(self, days: list[str]) -> None:
        self.holidays = sorted(set(days))
        emptied(self._list)
        for told in self.holidays:
            self._list.addWidget(self._row(told))

    def _row(self, told: str) -> QWidget:
        line, day = QWidget(), date.fromisoformat(told)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = f"{day:%A, %B} {day.day}, {day.year}"
        remove = w.Button(say("Open after all"), "ghost", size="row")
        remove.setAccessibleName(say("Open after all on {day}", day=words))
        remove.clicked.connect(lambda: self._show_days([day for day in self.holidays if day != told]))
        row.addWidget(w.Icon("calendar", "t2", 16))
        row.addWidget(w.Words(words, "body"), 1)
        row.addWidget(remove)
        return line

    def _add_day(self) -> None:
        picked = self.day.date()
        self._show_days([*self.holidays, date(picked.year(), picked.month(), picked.day()).isoformat()])

    def values(self) -> dict[str, Any]:
        return {"store.hours": self.week.week(), "store.holidays": self.holidays}

    def missing(self) -> dict[str, str]:
        wrong = self.week.wrong()
        return {"store.hours": wrong} if wrong else {}
