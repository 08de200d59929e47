"""What a rehearsal prints: one object a line, in the fields and order of the specification, the same bytes every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from statistics import quantiles
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.models.changes import Happened
from desk.models.lead import Lead
from desk.models.rules.standing import state_of
from desk.services.desk import Desk
from desk.services.leadfile import LeadFile
from desk.services.rehearsal.events import Stage

KINDS = frozenset(
    "intake message blocked reading stage ai temperature task task_done task_overdue escalation escalation_cleared alert appointment hold "
    "resumed owner coverage credit refused knowledge_request digest".split()
)
_MOMENTS = frozenset({"due", "starts", "until"})
_BETWEEN = (
    "sending",
)  # a message in its provider's hands is between two states; what became of it is printed


class Printer:
    """Turns what happened into lines, with the scenario's own names for leads and the store's offset on every moment."""

    def __init__(self, stage: Stage, zone: str) -> None:
        self._stage, self._zone = stage, ZoneInfo(zone)
        self.counts: Counter[str] = Counter()

    def lines(self, happened: Iterable[Happened]) -> Iterator[dict[str, Any]]:
        for event in happened:
            if event.kind in KINDS and event.data.get("status") not in _BETWEEN:
                self.counts[event.kind] += 1
                yield self._line(event)

    def _line(self, event: Happened) -> dict[str, Any]:
        line: dict[str, Any] = {"at": self._iso(event.at), "kind": event.kind}
        if event.lead_id:
            line["lead"] = self._stage.name_of(event.lead_id)
        for name, value in event.data.items():
            shown = self._iso(datetime.fromisoformat(value)) if name in _MOMENTS and value else value
            line[name] = self._stage.name_of(shown) if name == "into" else shown
        return line | {"why": list(event.why)}

    def _iso(self, moment: datetime) -> str:
        return moment.astimezone(self._zone).isoformat(timespec="seconds")

    def summary(self, desk: Desk, now: datetime) -> dict[str, Any]:
        with desk.store.reading() as session:
            leads = list(session.scalars(select(Lead).order_by(Lead.received_at, Lead.id)))
            rows = [self._lead_row(desk, session, lead, now) for lead in leads]
            seconds = sorted(_first_seconds(session, leads))
        return {
            "at": self._iso(now), "kind": "summary", "leads": rows, "counts": dict(sorted(self.counts.items())),
            "first_response_s": _spread(seconds), "stuck": [row["lead"] for row in rows if row["state"] == "stuck"], "why": [],
        }  # fmt: skip

    def _lead_row(self, desk: Desk, session: Any, lead: Lead, now: datetime) -> dict[str, Any]:
        file = LeadFile.of(desk.looking(session, now), lead.id)
        return {
            "lead": self._stage.name_of(lead.id), "stage": lead.stage, "status": lead.status, "ai": lead.ai_state, "temperature": lead.temperature,
            "owner": lead.owner_id, "state": str(state_of(file.facts(), desk.book, now)),
        }  # fmt: skip


def _first_seconds(session: Any, leads: Iterable[Lead]) -> Iterator[float]:
    """Seconds from receipt to the first message that left, the store's own figure (AI-01)."""
    for lead in leads:
        if lead.first_sent_at is not None and not lead.is_history:
            yield (lead.first_sent_at - lead.received_at).total_seconds()


def _spread(seconds: list[float]) -> dict[str, float | None]:
    if not seconds:
        return {"p50": None, "p99": None, "max": None}
    cuts = quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else [seconds[0]] * 99
    return {"p50": round(cuts[49], 3), "p99": round(cuts[98], 3), "max": round(seconds[-1], 3)}
