"""Where a lead stands for the people who look at the board: its next step, and its place in the column."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.models.decisions import Decision, SetLead, Wake
from desk.models.facts import Facts
from desk.models.lead import Lead
from desk.models.playbook import Playbook
from desk.models.rules.states import State, state_of
from desk.models.time import to_micros

_ICONS = {
    "call": "phone",
    "handoff": "bell",
    "confirm_who_helps": "user",
    "first_call": "phone",
    "similar": "message",
    "visit": "calendar",
}
_PURPOSES = {
    "first_response": "First answer",
    "nurture": "Follow-up",
    "similar_vehicles": "Similar vehicles",
    "reply": "Answer",
    "reengagement": "Re-engage",
    "handoff_notice": "Hand-off note",
    "appointment_confirmation": "Confirm visit",
    "appointment_reminder": "Visit reminder",
}
_NEVER = "9" * 17

__all__ = ["State", "decide", "place_in_column", "place_of_closed", "sort_key", "state_of"]


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    """The next step: what a person must do first, else what the assistant will do, else nothing."""
    text, icon, due = _next_step(facts)
    yield SetLead({"next_text": text, "next_icon": icon, "next_due": due})
    until = state_of(facts, book, now).until
    if until is not None and until > now:
        yield Wake(until)


def _next_step(facts: Facts) -> tuple[str, str, datetime | None]:
    lead = facts.lead
    if lead.hold_kind:
        return f"Held · {lead.hold_reason}", "pause", lead.hold_until
    if lead.ai_state == "handed_off":
        timer = next((t for t in facts.open_timers if t.kind == "handoff"), None)
        return timer.about if timer and timer.about else "Wants a person", "bell", lead.timer_target
    tasks = sorted(facts.open_tasks, key=lambda task: (task.due_at is None, task.due_at))
    if tasks:
        return tasks[0].title, _ICONS.get(tasks[0].kind, "task"), tasks[0].due_at
    visit = next((a for a in facts.appointments if a.status in ("booked", "confirmed")), None)
    if visit is not None:
        return f"Visit · {visit.status}", "calendar", visit.starts_at
    waiting = sorted(facts.waiting, key=lambda m: m.not_before or m.at)
    if waiting:
        message = waiting[0]
        words = "approve " if message.status == "pending_approval" else ""
        return (
            f"{_PURPOSES.get(message.purpose, 'Message')}: {words}{message.channel}",
            _icon(message.channel),
            message.not_before,
        )
    if not lead.owner_id and lead.stage not in ("sold", "lost"):
        return "Assign owner", "user-plus", None
    return "", "", None


def _icon(channel: str) -> str:
    return {"email": "mail", "text": "message", "call": "phone"}.get(channel, "message")


def sort_key(lead: Lead) -> str:
    """The lead's place in its column: what was closed last stands first, unless somebody still waits."""
    running = lead.timer_kind not in ("none", "answered")
    if not running and lead.stage in ("sold", "lost"):
        return place_of_closed(lead.stage_at)
    return place_in_column(lead.timer_target if running else None, lead.temperature, lead.next_due)


def place_of_closed(closed: datetime) -> str:
    """The order of Sold and Lost as one sortable text, the newest first."""
    return f"1{int(_NEVER) - to_micros(closed):017d}"


def place_in_column(target: datetime | None, temperature: int, next_due: datetime | None) -> str:
    """The board's order as one sortable text: running timers by their target, then the next step, then the
    warmest first.
    """
    first = f"0{to_micros(target):017d}" if target else f"1{_NEVER}"
    due = f"{to_micros(next_due):017d}" if next_due else _NEVER
    return f"{first}{999 - temperature:03d}{due}"
