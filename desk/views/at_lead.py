"""What other screens ask to be done at a lead: it is opened in the pane, and the deed follows as soon as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desk.views.main_window import MainWindow


class AtLead(QObject):
    """Opens a lead and goes on there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def reply(self, lead_id: str) -> None:
        """Write to the customer."""
        self._window.open_lead(lead_id)
        self._window.beside.do(lambda pane: QTimer.singleShot(0, pane, pane.composer.write))

    def call(self, lead_id: str) -> None:
        """Dial and log."""
        self._window.open_lead(lead_id)
        self.call_open(lead_id)

    def call_open(self, lead_id: str) -> None:
        """Dial and log at a lead that is open already, or about to be."""
        QTimer.singleShot(
            0, self, lambda: self._window.beside.do(lambda pane: pane.when_shown(lead_id, pane.call))
        )

    def edit(self, lead_id: str, message_id: str) -> None:
        """Bring a draft into the field; sending it approves it as written (AI-18)."""
        self._window.open_lead(lead_id)
        self._window.beside.do(
            lambda pane: pane.when_shown(lead_id, lambda: pane.timeline.decide(message_id, "edit"))
        )

    def offer_another(self, lead_id: str) -> None:
        """Write to a customer whose vehicle is gone, with those like it in the field (AI-05, APPT-02)."""
        self._window.open_lead(lead_id)
        self._window.beside.do(lambda pane: pane.when_shown(lead_id, lambda: pane.open_card("swap")))
