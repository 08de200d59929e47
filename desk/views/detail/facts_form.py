"""What a person corrects of a lead: who it is, how to reach them, lead or order, price first, the assistant's pace (LEAD-08, AI-18)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView
from desk.services.typed_lead import sound_email, sound_phone
from desk.views import widgets as w
from desk.views.detail.forms import FormCard, captioned, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.paces import paces
from desk.views.text import say


class FactsForm(FormCard):
    """Begins with what is known; only what was changed is recorded."""

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(lead, w.Button(say("Save"), "primary", key="Ctrl ↵"), parent=parent)
        self.first, self.last, self.phone, self.email = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        kinds = (("lead", say("Lead")), ("live", say("Live order")), ("organic", say("Organic order")))
        self.kind = w.Segment(kinds, say("Kind of record"))
        self.shopper = w.Tick(say("Asks for the price first"))
        steps = (("slower", say("Slower")), ("usual", say("Usual")), ("faster", say("Faster")))
        self.pace = w.Segment(steps, say("How often the assistant writes"))
        self.why = w.Words("", "secondary", "t2", wrap=True)
        names, reach, writes = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (names, reach, writes):
            row.setSpacing(8)
        names.addLayout(captioned(say("First name"), self.first))
        names.addLayout(captioned(say("Last name"), self.last))
        reach.addLayout(captioned(say("Another phone"), self.phone))
        reach.addLayout(captioned(say("Another email"), self.email))
        writes.addWidget(w.Words(say("The assistant writes"), "caption_medium", "t2"))
        writes.addWidget(self.pace)
        writes.addStretch(1)
        self.arrange(names, reach, self.kind, self.why, self.shopper, writes)
        self.column.setAlignment(self.kind, Qt.AlignmentFlag.AlignLeft)
        for field in (self.first, self.last, self.phone, self.email):
            field.returnPressed.connect(self.submit)

    def ask(self, view: LeadView) -> None:
        self._view = view
        self.begin(say("What is known of {name}", name=view.card.name))
        self.first.setText(view.first)
        self.last.setText(view.last)
        for field in (self.phone, self.email):
            field.clear()
            mark_wrong(field, False)
        self.kind.choose(view.order_kind)
        self.why.setText(". ".join(view.mark_reasons))
        self.why.setVisible(bool(view.mark_reasons))
        self.shopper.setChecked(view.price_shopper)
        self._was_pace = _nearest(view.forms.pace if view.forms is not None else paces("lead")["usual"])
        self.pace.choose(self._was_pace)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        wrong = self._wrong()
        if wrong:
            self.refusal.say(wrong)
            return
        lead, customer = self._of_lead(), self._of_customer()
        phone, email = self.phone.text().strip(), self.email.text().strip()
        if lead or customer or phone or email:
            self.give(
                c.EditLead(lead_id=self.lead.id, lead=lead, customer=customer, phone=phone, email=email)
            )
        else:
            self.closed.emit()

    def _wrong(self) -> str:
        """What cannot be used, outlined."""
        phone, email = self.phone.text().strip(), self.email.text().strip()
        bad_phone = bool(phone) and sound_phone(phone) is None
        bad_email = bool(email) and sound_email(email) is None
        mark_wrong(self.phone, bad_phone)
        mark_wrong(self.email, bad_email)
        if bad_phone:
            return say("This phone number cannot be dialed.")
        return say("This email address is not complete.") if bad_email else ""

    def _of_lead(self) -> dict[str, object]:
        view, pace = self._view, self.pace.choice()
        told = {
            "order_kind": (view.order_kind, self.kind.choice()),
            "price_shopper": (view.price_shopper, self.shopper.isChecked()),
            "ai_pace": (paces("lead")[self._was_pace], paces("lead")[pace]),
        }
        return {name: now for name, (before, now) in told.items() if now != before}

    def _of_customer(self) -> dict[str, object]:
        first, last = self.first.text().strip(), self.last.text().strip()
        if (first, last) == (self._view.first, self._view.last):
            return {}
        return {"first": first, "last": last, "full": f"{first} {last}".strip()}


def _nearest(times: float) -> str:
    """The pace that stretches most like this; the store may have had others."""
    return min(paces("lead"), key=lambda name: abs(paces("lead")[name] - times))
