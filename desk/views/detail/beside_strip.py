"""Says to whoever writes that the assistant wrote or will write about now, and asks which of the two shall go (FLOW-15)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.models.snapshots.lead import LeadView
from desk.views import widgets as w
from desk.views.text import say


class BesideStrip(w.Card):
    """Holding the assistant's message is the default; ``holds`` says whether the person left it so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ai", 6, parent)
        self.words = w.Words("", "secondary", "t1", wrap=True)
        choices = (("hold", say("Hold it")), ("both", say("Send both")))
        self.choice = w.Segment(choices, say("What becomes of the assistant's message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(w.Icon("sparkles", "ai", 14))
        row.addWidget(self.words, 1)
        row.addWidget(self.choice)
        self._asks = False
        self.hide()

    @property
    def holds(self) -> bool:
        return self._asks and self.choice.choice() == "hold"

    def show_lead(self, view: LeadView, now: datetime) -> None:
        """Read again with each reading of the lead; what was chosen for it stands."""
        self._asks = view.assistant_writes is not None
        words = self._words(view, now)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.choice.setVisible(self._asks)

    def _words(self, view: LeadView, now: datetime) -> str:
        if view.assistant_writes is not None:
            minutes = max(0, round((view.assistant_writes - now).total_seconds() / 60))
            if minutes <= 1:
                return say("The assistant writes within a minute: hold it?")
            return say("The assistant writes in {n} minutes: hold it?", n=minutes)
        if view.assistant_wrote is not None:
            ago = max(1, round((now - view.assistant_wrote).total_seconds() / 60))
            return (
                say("The assistant wrote a minute ago.")
                if ago == 1
                else say("The assistant wrote {n} minutes ago.", n=ago)
            )
        return ""

    def again(self) -> None:
        """Another lead, or sent: holding is the default anew."""
        self.choice.choose("hold")
