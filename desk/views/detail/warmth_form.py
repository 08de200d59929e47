"""A person's own estimate of the temperature, with its reason; it holds for the playbook's time (TEMP-05)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView
from desk.models.words import band_of
from desk.views import widgets as w
from desk.views.detail.forms import FormCard, captioned, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.text import band_words, say

HOTTEST = 100


class WarmthForm(FormCard):
    """Begins with the score that stands."""

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(lead, w.Button(say("Set it"), "primary", key="↵"), parent=parent)
        self.score, self.reason, self.band = QSpinBox(), QLineEdit(), w.Words("", "name")
        self.score.setRange(0, HOTTEST)
        self.score.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)  # the arrow keys count as well
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(captioned(say("Score, 0 to 100"), self.score))
        row.addLayout(captioned(say("Why"), self.reason), 1)
        self.arrange(self.band, row)
        self.score.valueChanged.connect(self._show_band)
        self.reason.returnPressed.connect(self.submit)

    def _show_band(self, score: int) -> None:
        self.band.setText(f"{score} {band_words(band_of(score))}")

    def ask(self, view: LeadView) -> None:
        name = view.first or view.card.name
        line = say(
            "Your estimate stands in place of the score for a while, with your name. Then the score follows from the facts again."
        )
        self.begin(say("How warm is {name}?", name=name), line)
        self.score.setValue(view.card.temperature)
        self._show_band(view.card.temperature)
        self.reason.clear()
        mark_wrong(self.reason, False)
        self.score.setFocus(Qt.FocusReason.OtherFocusReason)
        self.score.selectAll()

    def submit(self) -> None:
        reason = self.reason.text().strip()
        mark_wrong(self.reason, not reason)
        if not reason:
            self.refusal.say(say("Say why, in a few words."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.give(c.AdjustTemperature(lead_id=self.lead.id, score=self.score.value(), reason=reason))
