"""Whether the desk can trust what it knows right now: its clock, its inbox, and that it speaks alone."""

from __future__ import annotations

from desk.models.rules.gate.case import Case
from desk.models.rules.gate.verdict import Verdict, hold


def clock_wrong(case: Case) -> Verdict | None:
    """With a wrong clock no hours can be judged: nothing automatic leaves, and nothing by phone (R29)."""
    drift, limit = abs(case.facts.health.clock_drift), case.rules.clock_drift
    if drift <= limit or not (case.draft.automatic or case.draft.by_phone):
        return None
    minutes = round(drift.total_seconds() / 60)
    return hold("R29", f"This computer's clock is {minutes} minutes off.", "The clock is set right.")


def another_desk(case: Case) -> Verdict | None:
    """Another desk uses the same account, and nobody has named the one that speaks (DESK-12)."""
    other = case.facts.health.another_desk
    if not other or not case.draft.automatic:
        return None
    return hold(
        "DESK-12",
        f"Another desk ({other}) sends from the same account.",
        "A person names the desk that speaks.",
    )


def inbound_unread(case: Case) -> Verdict | None:
    """A stop may wait unseen: no automatic sending on a channel whose inbound is not read (R24)."""
    if not case.draft.automatic:
        return None
    read_at = case.facts.health.inbound_read_at.get(case.draft.channel)
    if read_at is not None and case.now - read_at <= case.rules.inbound_age:
        return None
    since = f"since {case.clock(read_at)}" if read_at else "yet"
    fact = f"Incoming {_NAMES[case.draft.channel]} could not be read {since}; a stop may be waiting."
    return hold("R24", fact, "Incoming messages are read again.")


_NAMES = {"email": "mail", "text": "texts", "call": "calls", "letter": "letters"}
