"""Where a dragged card may land: on another stage, and nothing else may."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

#: What a dragged card carries: its lead's id, and the stage it comes from.
LEAD_MIME = "application/x-sales-desk-lead"


def carried_lead(event: QDropEvent, stage: str) -> str:
    """The id of the lead dragged over ``stage``; "" for anything else, and for a lead that stands there."""
    data = event.mimeData()
    if not data.hasFormat(LEAD_MIME):
        return ""
    lead_id, _, origin = bytes(data.data(LEAD_MIME).data()).decode().partition("\n")
    return lead_id if origin != stage else ""


class Landing:
    """Mixed into what a card may be dropped on: takes leads of other stages, refuses all else."""

    stage: str

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._answer(event)

    def _answer(self, event: QDropEvent) -> None:
        if carried_lead(event, self.stage):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        lead_id = carried_lead(event, self.stage)
        if not lead_id:
            event.ignore()
            return
        event.accept()
        self.landed(lead_id)

    def landed(self, lead_id: str) -> None:
        """A lead was dropped here. Nothing moves until the desk has answered."""
        raise NotImplementedError
