"""What a customer agreed to, with its evidence, by channel; in their own writing it opens what they had stopped (COMPLY-03, R6)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView
from desk.views import widgets as w
from desk.views.detail.forms import FormCard, captioned, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.widgets.wrapped import wrapped

WRITTEN = "written: "  # how evidence in the customer's own writing begins (R6)


class ConsentForm(FormCard):
    """Begins with the first channel that is closed, else with texts."""

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__(lead, w.Button(say("Record consent"), "primary", key="↵"), parent=parent)
        self.channel = w.Segment(
            (("text", say("Texts")), ("email", say("Emails")), ("call", say("Calls"))), say("Channel")
        )
        self.how = w.Segment(
            (("written", say("In writing")), ("spoken", say("Spoken"))), say("How they agreed")
        )
        self.evidence = QLineEdit()
        self.evidence.setPlaceholderText(say("Their words, where and when they stand"))
        choices = wrapped(8, (self.channel, self.how))
        self.arrange(choices, captioned(say("Evidence"), self.evidence))
        self.evidence.returnPressed.connect(self.submit)

    def ask(self, view: LeadView) -> None:
        name = view.first or view.card.name
        line = say(
            "In their own writing it is their opt-in: a channel that they had stopped opens again. A spoken yes is kept, and opens nothing."
        )
        self.begin(say("What did {name} agree to?", name=name), line)
        closed = [channel for channel, _ in view.blocked_channels]
        self.channel.choose(closed[0] if closed else "text")
        self.how.choose("written")
        self.evidence.clear()
        mark_wrong(self.evidence, False)
        self.evidence.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        evidence = self.evidence.text().strip()
        mark_wrong(self.evidence, not evidence)
        if not evidence:
            self.refusal.say(say("Say where it stands, or what they said and when."))
            self.evidence.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        written = WRITTEN if self.how.choice() == "written" else ""
        self.give(
            c.SetConsent(
                lead_id=self.lead.id,
                channel=self.channel.choice(),
                given=True,
                evidence=f"{written}{evidence}",
            )
        )
