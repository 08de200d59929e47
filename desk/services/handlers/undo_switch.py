"""Taking back a turn of the assistant's switch, and a person's own estimate of the temperature (FLOW-11, AI-14, TEMP-05)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, text

from desk.models import decisions as d
from desk.models.history import History
from desk.services.handlers.leads import estimate_of
from desk.services.leadfile import LeadFile
from desk.services.record import record


def take_back_switch(file: LeadFile, row: History, why: str) -> str:
    """The assistant is in the state it was in; what waited to leave is taken back into the line by its own lines of the record."""
    lead = file.lead
    if lead.ai_state != row.data["to"]:
        return "The assistant is in another state by now."
    back, returns_to = row.data["from"], row.data.get("returned_to", "")
    record(
        file,
        d.SetAssistant(
            back, (why,), reason=_reason_of(file, row), returns_to=returns_to, by=file.work.by.words
        ),
    )
    return ""


def _reason_of(file: LeadFile, row: History) -> str:
    """Why the assistant was in that state, in the words of the line that had brought it there."""
    query = select(History.why).where(
        History.lead_id == row.lead_id, History.kind == "ai", History.at < row.at
    )
    earlier = file.work.session.scalar(query.order_by(History.at.desc(), text("rowid DESC")).limit(1))
    return "; ".join(map(str, earlier or ()))


def take_back_estimate(file: LeadFile, row: History, why: str) -> str:
    """The estimate that stood before holds again for what is left of its time, else the score follows from the facts."""
    lead, was = file.lead, row.data["was"]
    if estimate_of(lead) != {"score": row.data["score"], "until": row.data["until"]}:
        return "The temperature was set anew since."
    lead.temperature_set = was["score"]
    lead.temperature_set_until = datetime.fromisoformat(was["until"]) if was["until"] else None
    lead.temperature_note = _note_of(file, row) if was["score"] is not None else ""
    file.changed()
    return ""


def _note_of(file: LeadFile, row: History) -> str:
    """Whose estimate stood before, and why, as the line that set it says."""
    lines = select(History).where(
        History.lead_id == row.lead_id, History.kind == "estimate", History.at <= row.at, History.id != row.id
    )
    was = row.data["was"]
    for line in file.work.session.scalars(lines.order_by(History.at.desc(), text("rowid DESC"))):
        if (line.data["score"], line.data["until"]) == (was["score"], was["until"]) and line.why:
            return str(line.why[0])
    return ""
