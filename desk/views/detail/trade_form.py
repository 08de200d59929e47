"""The customer's own car, written down in the lead; a VIN whose check digit is wrong is asked about once (AI-07)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desk.models.commands import DescribeTradeIn
from desk.models.snapshots.lead import LeadView
from desk.views import widgets as w
from desk.views.detail.forms import FormCard, TextField, captioned, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say

LEAST = 40  # a field may be as narrow as this
_NUMBERS = ("year", "odometer", "owed")


class TradeForm(FormCard):
    """Nine facts; an emptied one is taken back. Only what was changed is sent, so that two people can fill it together."""

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(lead, w.Button(say("Save"), "primary", key="Ctrl ↵"), parent=parent)
        self.fields = {
            name: QLineEdit() for name in ("year", "make", "model", "odometer", "vin", "owed", "condition")
        }
        self.title_held = w.Choice(say("Title"))
        self.note = TextField(say("Note"), 1)
        self._known: dict[str, str] = {}
        self._asked_vin = ""
        self.arrange(self._grid())
        for name in _NUMBERS:
            self.fields[name].setValidator(QIntValidator(0, 99_999_999, self))
        self.fields["vin"].setMaxLength(17)
        for field in self.fields.values():
            field.returnPressed.connect(self.submit)
        self.note.sent.connect(self.submit)
        self.note.left.connect(self.closed)

    def _grid(self) -> QGridLayout:
        """What the car is, how far it went and which one it is, and what is owed."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        captions = {
            "year": (say("Year"), 0, 0, 1), "make": (say("Make"), 0, 1, 1), "model": (say("Model"), 0, 2, 1),
            "odometer": (say("Miles"), 1, 0, 1), "vin": (say("VIN"), 1, 1, 2), "owed": (say("Payoff, $"), 2, 0, 1),
            "title": (say("Title"), 2, 1, 2), "condition": (say("Condition"), 3, 0, 3), "comments": (say("Note"), 4, 0, 3),
        }  # fmt: skip
        others = {"title": self.title_held, "comments": self.note}
        for name, (caption, row, column, wide) in captions.items():
            field = others.get(name) or self.fields[name]
            field.setMinimumWidth(LEAST)
            grid.addLayout(captioned(caption, field), row, column, 1, wide)
        for column, share in enumerate((3, 3, 4)):
            grid.setColumnStretch(column, share)
        return grid

    def ask(self, view: LeadView) -> None:
        if view.forms is None:
            return
        told = view.forms.trade
        self._known = {name: _shown(told.get(name)) for name in (*self.fields, "title", "comments")}
        self._offer_titles(view.forms.titles)
        self._asked_vin = ""
        for name, field in self.fields.items():
            field.setText(self._known[name])
            mark_wrong(field, False)
        self.note.setPlainText(self._known["comments"])
        name = view.first or view.card.name
        line = say(
            "Appraise in the store; no values by text or phone. What you write stands against later messages."
        )
        self.begin(say("The trade-in of {name}", name=name), line)
        first = next((field for field in self.fields.values() if not field.text()), self.fields["year"])
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_titles(self, titles: Sequence[str]) -> None:
        """How its papers may stand; one that the store no longer names stays as it was written down."""
        known = self._known["title"]
        self.title_held.clear()
        self.title_held.addItem(say("Not asked yet"), "")
        for title in dict.fromkeys((*titles, *([known] if known else ()))):
            self.title_held.addItem(title, title)
        self.title_held.setCurrentIndex(max(0, self.title_held.findData(known)))

    def _changed(self) -> dict[str, Any]:
        """What differs from what was known when the form opened."""
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        typed |= {
            "vin": typed["vin"].upper(),
            "title": self.title_held.currentData(),
            "comments": self.note.toPlainText().strip(),
        }
        changed = {name: words for name, words in typed.items() if words != self._known[name]}
        return {name: _told(name, words) for name, words in changed.items()}

    def submit(self) -> None:
        """The same VIN saved once more is kept as it stands."""
        changed = self._changed()
        if not changed:
            self.closed.emit()
            return
        vin = str(changed.get("vin") or "")
        self.give(
            DescribeTradeIn(
                lead_id=self.lead.id, values=changed, vin_as_read=bool(vin) and vin == self._asked_vin
            )
        )
        self._asked_vin = ""

    def refuse(self, trouble: Any) -> None:
        super().refuse(trouble)
        self._asked_vin = self.fields["vin"].text().strip().upper() if "vin" in trouble.missing else ""
        for name, field in self.fields.items():
            mark_wrong(field, name in (*trouble.missing, getattr(trouble, "where", "")))


def _shown(value: Any) -> str:
    return "" if value is None else str(value)


def _told(name: str, words: str) -> Any:
    if not words:
        return None
    return int(words) if name in _NUMBERS else words
