"""A week of hours, one field a day: the store's or a person's (ILM-09)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desk.models.hours import DAYS
from desk.views import widgets as w
from desk.views.detail.forms import mark_wrong
from desk.views.text import say

_SPAN = r"(?:[01]?\d|2[0-3]):[0-5]\d-(?:[01]?\d|2[0-4]):[0-5]\d"
_HOURS = re.compile(rf"{_SPAN}(?:,\s*{_SPAN})*")


def day_words(day: str) -> str:
    return {"mon": say("Monday"), "tue": say("Tuesday"), "wed": say("Wednesday"), "thu": say("Thursday"),
            "fri": say("Friday"), "sat": say("Saturday"), "sun": say("Sunday")}[day]  # fmt: skip


class WeekFields(QWidget):
    """Hours such as 09:00-18:00, or 09:00-12:00,13:00-17:00 with a break; an empty day is closed."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = {day: QLineEdit() for day in DAYS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for place, (day, field) in enumerate(self.days.items()):
            field.setAccessibleName(day_words(day))
            row, column = divmod(place, columns)
            grid.addWidget(w.Words(day_words(day), "body"), row, 2 * column)
            grid.addWidget(field, row, 2 * column + 1)

    def show_week(self, week: Mapping[str, str] | None) -> None:
        for day, field in self.days.items():
            field.setText((week or {}).get(day, ""))

    def week(self) -> dict[str, str]:
        """The days that have hours, as settings and shifts hold them."""
        return {day: field.text().strip() for day, field in self.days.items() if field.text().strip()}

    def wrong(self) -> str:
        """What cannot be read, in words; its fields are outlined. Empty when all of it can."""
        bad = [day for day, told in self.week().items() if not _HOURS.fullmatch(told)]
        for day, field in self.days.items():
            mark_wrong(field, day in bad)
        days = ", ".join(day_words(day) for day in bad)
        return say("Write the hours of {days} like 09:00-18:00.", days=days) if bad else ""
