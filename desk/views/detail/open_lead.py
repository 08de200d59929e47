"""The lead that is open: read whole, read again when the desk says that it changed, and acted on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.models import commands as c
from desk.models.changes import Changes
from desk.models.snapshots.lead import LeadView
from desk.views.bridge_protocol import Bridge


class OpenLead(QObject):
    """``shown`` carries each reading (LeadView), ``gone`` that there is no such lead, ``troubled`` a Trouble.

    A burst of changes costs one reading at a time: while one is under way, the next waits for its answer.
    """

    shown = Signal(object)
    gone = Signal()
    troubled = Signal(object)

    def __init__(self, bridge: Bridge, zone: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.zone = bridge, zone
        self.id = ""
        self.view: LeadView | None = None
        self._reading = self._stale = False
        bridge.changed.connect(self._changed)

    def now(self) -> datetime:
        return self._bridge.now()

    def open(self, lead_id: str) -> None:
        """Read this lead; an unread reply of it counts as read from now on."""
        if lead_id != self.id:
            self.id, self.view, self._reading = lead_id, None, False
        self.read()

    def read(self) -> None:
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale, asked = True, False, self.id
        self._bridge.ask(lambda read: read.lead(asked), lambda view: self._take(asked, view), self._failed)

    def ask(self, question: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        self._bridge.ask(question, then)

    def run(
        self,
        command: c.Command,
        then: Callable[[Any], None] | None = None,
        refused: Callable[[Any], None] | None = None,
    ) -> None:
        """Give a command; a refusal goes to ``refused`` where the act has a place for it, else to the pane."""
        self._bridge.run(command, then, refused or self.troubled.emit)

    def _take(self, asked: str, view: LeadView | None) -> None:
        if asked != self.id:
            return
        self._reading = False
        if self._stale:
            self.read()
        if view is None:
            self.gone.emit()
            return
        first = self.view is None
        self.id = view.card.id  # a lead that went into another shows as the one it lives on in
        self.view = view
        self.shown.emit(view)
        if first and view.card.unread:
            self.run(c.ReadLead(lead_id=self.id))

    def _failed(self, trouble: Any) -> None:
        self._reading = False
        self.troubled.emit(trouble)

    def _changed(self, changes: Changes) -> None:
        if self.id in changes.leads or changes.kinds & {"settings", "staff", "health"}:
            self.read()
