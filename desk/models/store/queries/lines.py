"""The record in plain lines: what a history row says on the timeline and in the audit (DESK-11, DESK-04)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.models.rules.assistant_words import state_title
from desk.models.snapshots.lead import AuditLine, DeskLine, TimelineItem
from desk.models.snapshots.said import said
from desk.models.store.queries.says import when
from desk.models.words import Stage

#: Kept for the rules alone: keys of decisions, readings, and the running of timers.
NOT_SHOWN = ("key", "reading", "timer")
_AUTHORS = {"the customer": "customer", "the assistant": "assistant", "the desk": "system"}

_VISITS = {
    "booked": said("booked"), "confirmed": said("confirmed"), "shown": said("shown"), "no_show": said("no-show"),
    "rescheduled": said("rescheduled"), "cancelled": said("cancelled"), "sold": said("sold"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence needs to know beyond its own row."""

    now: datetime
    zone: str
    names: Mapping[str, str]

    def name(self, staff_id: str | None) -> str:
        """Who this is; "nobody" where nobody is named or known."""
        return self.names.get(staff_id or "", "nobody")

    def moment(self, moment: datetime) -> str:
        return when(moment, self.now, self.zone)

    def when(self, iso: str | None) -> str:
        return self.moment(datetime.fromisoformat(iso)) if iso else "later"


Sentence = Callable[[Mapping[str, Any], Told], str]


def _stage(data: Mapping[str, Any], told: Told) -> str:
    to = Stage(data["to"]).label + (f" · {data['status']}" if data.get("status") else "")
    return to if data["from"] == data["to"] else f"{Stage(data['from']).label} to {to}"


def _escalation(data: Mapping[str, Any], told: Told) -> str:
    """Who was told; which step that was stands in its reason."""
    return f"Told {', '.join(told.name(person) for person in data['to'])}"


def _visit(data: Mapping[str, Any], told: Told) -> str:
    return f"Visit {_VISITS.get(data['status'], data['status'])} · {told.when(data.get('starts'))}"


def _credit(data: Mapping[str, Any], told: Told) -> str:
    """Who is credited for the sale: ``Credit: Ana, half · Ben, half``."""
    parts = [f"{told.name(row['staff'])}{', half' if row['share'] < 1 else ''}" for row in data["shares"]]
    return f"Credit: {' · '.join(parts)}" if parts else "Credit taken back"


def _coverage(data: Mapping[str, Any], told: Told) -> str:
    until = f" until {told.when(data['until'])}" if data["covered"] else ""
    return f"{told.name(data['staff'])} {'covered' if data['covered'] else 'not covered'}{until} ({data['policy']})"


def _block(data: Mapping[str, Any], told: Told) -> str:
    """What nobody may use, or may again because a person read that it was no stop (R4)."""
    channels = ", ".join(data["channels"])
    return f"Open again: {channels}" if data.get("lifted") else f"Closed for everyone: {channels}"


_TIMELINE: dict[str, tuple[str, Sentence]] = {
    "stage": ("stage", _stage),
    "ai": ("ai", lambda data, told: f"Assistant: {state_title(data['to'])}"),
    "appointment": ("appointment", _visit),
    "escalation": ("alert", _escalation),
    "task": ("task", lambda data, told: f"Task: {data['title']}"),
    "task_done": ("task", lambda data, told: f"Done: {data['title']}"),
    "owner": ("system", lambda data, told: f"Owner: {told.name(data['to'])}"),
    "claim": ("system", lambda data, told: f"Claimed by {told.name(data['by'])}"),
    "hold": ("system", lambda data, told: f"On hold until {told.when(data.get('until'))}"),
    "resumed": ("system", lambda data, told: "Back from hold"),
    "paused_until": ("system", lambda data, told: f"To be written to again {told.when(data['until'])}"),
    "block": ("system", _block),
    "opt_in": ("system", lambda data, told: f"Open again: {', '.join(data['channels'])}"),
    "consent": (
        "system",
        lambda data, told: f"Consent {'recorded' if data['given'] else 'taken back'}: {data['channel']}",
    ),
    "merged": ("system", lambda data, told: "Two records of this customer became one"),
    "unmerged": ("system", lambda data, told: "The two records were taken apart again"),
    "duplicate": ("system", lambda data, told: "May be the same customer as another record"),
    "not_same": ("system", lambda data, told: "Told apart from another record: two customers"),
    "entered_again": (
        "system",
        lambda data, told: f"Entered again by {told.name(data['by'])}, owned by {told.name(data['owner'])}",
    ),
    "manager_told": ("system", lambda data, told: "The managers were asked about a possible duplicate"),
    "outreach_started": ("system", lambda data, told: "The assistant was started on this older lead"),
    "lesson": (
        "system",
        lambda data, told: "Read by a taught layout" if data.get("read") else "The reader was taught",
    ),
    "shared_files": (
        "system",
        lambda data, told: (
            f"These files came with a mail that names {data['people']} people; they may be another's"
        ),
    ),
    "mark": ("system", lambda data, told: str(data["mark"])),
    "credit": ("system", _credit),
    "refused": ("system", lambda data, told: f"Refused: {data.get('action', '')}"),
}
_LOOKS = {
    "audit": "Record read",
    "day_sheet": "Day sheet read",
    "file": "File opened",
    "file_out": "File saved outside the store",
}
ON_TIMELINE = tuple(_TIMELINE)
_SENTENCES: dict[str, Sentence] = {kind: sentence for kind, (_, sentence) in _TIMELINE.items()} | {
    "task_overdue": lambda data, told: "Task overdue",
    "alert": lambda data, told: said("Alert"),
    "files": lambda data, told: f"{data['came']} of {data['of']} files of a text came",
    "message": lambda data, told: f"{data['channel'].capitalize()} {data['status'].replace('_', ' ')}",
    "temperature": lambda data, told: f"Temperature {data['score']}, {data['band'].replace('_', ' ')}",
    "blocked": lambda data, told: f"Not sent now: {data['rule']}, {data['fact']}",
    "estimate": lambda data, told: (
        f"Temperature set to {data['score']} until {told.when(data['until'])}"
        if data["score"] is not None
        else "Temperature left to the facts"
    ),
    "undone": lambda data, told: f"Taken back: {data['act']}",
    "edit": lambda data, told: f"Changed: {', '.join(data['fields'])}",
    "intake": lambda data, told: f"Lead taken in: {data['result']}",
    "coverage": _coverage,
    "viewed": lambda data, told: f"{_LOOKS.get(data['what'], 'Viewed')} by {told.name(data['staff'])}",
    "merged_into": lambda data, told: "This record went into another of the same customer",
}


def timeline_item(row: Any, told: Told) -> TimelineItem:
    """A history row as a line without a bubble; a hand-off is told apart from other assistant states."""
    kind, sentence = _TIMELINE[row.kind]
    if kind == "ai" and row.data.get("to") == "handed_off":
        kind = "handoff"
    author = _AUTHORS.get(row.by, "staff")
    text = sentence(row.data, told)
    return DeskLine(row.id, kind, row.at, author, row.by, text=text, why=tuple(map(str, row.why)))


def audit_line(row: Any, told: Told) -> AuditLine:
    """A history row for the audit: who, what, why. Ids and states only, as recorded (COMPLY-06)."""
    sentence = _SENTENCES.get(row.kind)
    what = sentence(row.data, told) if sentence else row.kind.replace("_", " ").capitalize()
    return AuditLine(row.at, row.by, what, tuple(map(str, row.why)))
