"""A lead typed by hand: a phone-up, a walk-in, or one that came by another way (LEAD-01)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUuid, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.services import typed_lead
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.forms import Refusal, TextField, captioned, mark_wrong
from desk.views.text import say


def source_kinds() -> tuple[tuple[str, str], ...]:
    """How a lead can come in by hand, as stored and as shown; the usual ones first."""
    return (
        ("phone", say("Phone-up")),
        ("walk_in", say("Walk-in")),
        ("website", say("Website")),
        ("referral", say("Referral")),
        ("chat", say("Chat")),
        ("social", say("Social")),
        ("marketplace", say("Marketplace")),
        ("oem", say("Manufacturer")),
        ("trade_in", say("Trade-in form")),
    )


class NewLead(QDialog):
    """``taken``: the id of the lead, new or already known."""

    taken = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._key = QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)
        self.name, self.phone, self.email = QLineEdit(), QLineEdit(), QLineEdit()
        self.vehicle, self.stock, self.source = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = w.Choice(say("How it came"))
        self.comments = TextField(say("What they want, in their words"), 3)
        self.refusal = Refusal()
        self.add = w.Button(say("Add lead"), "primary", key="Ctrl ↵")
        self.cancel = w.Button(say("Cancel"), "ghost", key="Esc")
        self.setWindowTitle(say("Add lead"))
        self._build()
        self.add.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        self.comments.sent.connect(self.submit)
        self.comments.left.connect(self.reject)
        w.on_ctrl_enter(self, self.submit)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(w.Words(say("Add lead"), "title"))
        line = say("A name and a phone or email are enough. It rings like any other lead.")
        column.addWidget(w.Words(line, "secondary", "t2", wrap=True))
        for kind, words in source_kinds():
            self.kind.addItem(words, kind)
        self.stock.setPlaceholderText(say("U3401"))
        self.vehicle.setPlaceholderText(say("2023 Toyota Highlander XLE"))
        self.source.setPlaceholderText(say("Where they heard of us, if known"))
        column.addLayout(self._grid())
        column.addLayout(captioned(say("Comments"), self.comments))
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        column.addLayout(row)
        self.setMinimumWidth(560)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addLayout(captioned(say("Name"), self.name), 0, 0)
        grid.addLayout(captioned(say("How it came"), self.kind), 0, 1)
        grid.addLayout(captioned(say("Phone"), self.phone), 1, 0)
        grid.addLayout(captioned(say("Email"), self.email), 1, 1)
        grid.addLayout(captioned(say("Vehicle"), self.vehicle), 2, 0)
        grid.addLayout(captioned(say("Stock number"), self.stock), 2, 1)
        grid.addLayout(captioned(say("Source"), self.source), 3, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return grid

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its fields need: Qt alone gives a new window two thirds of the screen at most, and squeezes them."""
        high = self.layout().totalHeightForWidth(self.width())
        self.resize(self.width(), min(high, self.screen().availableGeometry().height()))
        super().showEvent(event)

    def submit(self) -> None:
        wrong = self._wrong()
        if wrong:
            self.refusal.say(wrong)
            return
        kind = str(self.kind.currentData())
        prospect = typed_lead.typed_lead(
            name=self.name.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            vehicle=self.vehicle.text(),
            stock=self.stock.text(),
            source=self.source.text() or self.kind.currentText(),
            kind=kind,
            comments=self.comments.toPlainText(),
        )
        self.add.setEnabled(False)
        self._bridge.run(
            c.TakeLead(prospect=prospect, key=f"hand:{self._key}", origin="hand"), self._taken, self._refused
        )

    def _wrong(self) -> str:
        """What must be put right first, in one sentence; empty when all is sound."""
        phone, email = self.phone.text().strip(), self.email.text().strip()
        bad_phone = bool(phone) and typed_lead.sound_phone(phone) is None
        bad_email = bool(email) and typed_lead.sound_email(email) is None
        nobody = not (self.name.text().strip() or phone or email)
        mark_wrong(self.phone, bad_phone)
        mark_wrong(self.email, bad_email)
        mark_wrong(self.name, nobody)
        if nobody:
            return say("Type a name, a phone or an email.")
        if bad_phone:
            return say("This phone number cannot be dialed. Check its digits.")
        return say("This email address is not complete.") if bad_email else ""

    def _taken(self, lead_id: Any) -> None:
        self.accept()
        if lead_id:
            self.taken.emit(lead_id)

    def _refused(self, trouble: Any) -> None:
        self.add.setEnabled(True)
        self.refusal.show_trouble(trouble)
