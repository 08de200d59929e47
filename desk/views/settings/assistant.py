"""The assistant's section: whether it writes by itself, and its contact card for phones and mail programs (ALERT-04)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from desk.models.contact_card import contact_card
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.settings.strategies import StrategiesCard
from desk.views.setup.steps import LiveStep
from desk.views.text import say


class ContactCard(w.Card):
    """The card to save, and how to keep the assistant's e-mails out of spam."""

    def __init__(self) -> None:
        super().__init__()
        self._settings: Mapping[str, Any] = {}
        self.keep = w.Button(say("Save the contact card"), icon="download", size="row")
        self.told = w.Words("", "secondary", "t2", wrap=True)
        self.kept = w.Words("", "secondary", "ok")
        self.keep.clicked.connect(self._ask_where)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(w.Words(say("Contact card and filing"), "name"))
        column.addWidget(self.told)
        row.addWidget(self.keep)
        row.addWidget(self.kept, 1)
        column.addLayout(row)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        mail = settings["store.email"] or say("the store's address")
        self.told.setText(
            say(
                "Save the card in your phone, and alerts by text show who writes. The assistant's emails come from {mail}: in Outlook choose Rules, Create rule, From; in Gmail choose Filter messages like these. Let the rule put them in a folder of their own and never in spam.",
                mail=mail,
            )
        )  # fmt: skip

    def write(self, place: str) -> None:
        """Keep the card as a file; what goes wrong is said."""
        try:
            Path(place).write_text(contact_card(self._settings), "utf-8", newline="")
        except OSError as error:
            self.kept.set_tone("bad")
            self.kept.setText(
                say("The card could not be saved: {reason}", reason=error.strerror or str(error))
            )
            return
        self.kept.set_tone("ok")
        self.kept.setText(say("Saved. Send the file to your phone and open it there."))

    def _ask_where(self) -> None:
        place, _ = QFileDialog.getSaveFileName(
            self, say("Save the contact card"), "assistant.vcf", "vCard (*.vcf)"
        )
        if place:
            self.write(place)


class AssistantPage(LiveStep):
    """Going live, below it how each kind of lead is treated, and the contact card."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.strategies, self.card = StrategiesCard(bridge), ContactCard()
        below = self.column.indexOf(self.live) + 1
        self.column.insertWidget(below, self.card)
        self.column.insertWidget(below, self.strategies)

    def show_settings(self, settings: Mapping[str, Any]) -> None:
        super().show_settings(settings)
        if "store.email" in settings:  # the whole of the settings
            self.card.show_settings(settings)
