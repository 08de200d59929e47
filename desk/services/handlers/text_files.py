"""The files of a text, fetched from the provider after the text itself was recorded (FLOW-15)."""

from __future__ import annotations

from sqlalchemy import select

from desk.models.commands import TakeTextFiles
from desk.models.conversation import Message
from desk.models.kept import Attachment
from desk.services.desk import handles
from desk.services.received_files import keep_text_files
from desk.services.work import Work


@handles(TakeTextFiles)
def take_text_files(work: Work, command: TakeTextFiles) -> int:
    """Answers how many rows waited for them: none where they came before, or where the customer was forgotten meanwhile."""
    waiting = work.session.scalars(select(Attachment).where(Attachment.awaited == command.sid)).all()
    for row in waiting:
        keep_text_files(work, row, command.files)
        message = work.session.get(Message, row.message_id) if row.message_id else None
        lead_id = message.lead_id if message is not None else row.lead_id
        came = sum(bool(file.data) for file in command.files)
        work.tell(
            "files", lead_id, {"came": came, "of": len(command.files)}, ("Fetched from the texting provider",)
        )
        work.kinds.add("messages")
        if lead_id:
            work.leads.add(lead_id)
    return len(waiting)
