"""The store's figures over a period: rates of the leads that came in it, times, and what was sent (REPORT-01, REPORT-02, REPORT-05).

The cohort of a rate is the leads received in the period. Everything is counted by the store, in a fixed number of questions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.conversation import Message
from desk.models.history import History
from desk.models.lead import Lead
from desk.models.rules.gate.segments import segments
from desk.models.task import WAS_BOOKED, Appointment, Task
from desk.models.time import local
from desk.models.words import LEFT

By = Literal["", "source", "source_class", "owner_id", "source_kind", "shift"]
OpenAt = Callable[[datetime], bool]
CAME, _HELD = ("shown", "sold"), ("shown", "sold", "no_show")
_QUICK = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a group of leads, each a share from 0 to 1, None where there is nothing to divide by (REPORT-01).

    response: with a customer's reply, of those the assistant wrote to. appointment: with a visit, of all. show: came, of visits
    whose time has passed without being moved or cancelled. close: sold, of visits that stood. opt_out: opted out, of those written to.
    """

    leads: int
    response: float | None
    appointment: float | None
    show: float | None
    close: float | None
    opt_out: float | None
    temperature: float | None
    quick: float | None
    by_person: float | None


@dataclass(frozen=True, slots=True)
class Spread:
    """Seconds from receipt: the middle, the slowest hundredth, the slowest (REPORT-02)."""

    p50: float | None = None
    p99: float | None = None
    max: float | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A period's figures, with the same of the period before it."""

    since: datetime
    until: datetime
    rates: Rates
    before: Rates
    assistant: Spread
    people: Spread
    escalations: int
    overdue: int
    delivery: Mapping[str, int]
    texts: int
    text_parts: int
    replies_by_hour: Mapping[int, int]
    replies_by_weekday: Mapping[int, int]
    switched_off: Mapping[tuple[str, str], int]
    became: Mapping[tuple[str, str], Mapping[str, int]]
    groups: Mapping[str, Rates] = field(default_factory=dict)


def _always(_moment: datetime) -> bool:
    """A store without hours is open."""
    return True


@dataclass(slots=True)
class _Facts:
    """What is known of the leads of a cohort beside their own rows."""

    visits: dict[str, list[str]]
    written: frozenset[str]


def figures(
    session: Session,
    since: datetime,
    until: datetime,
    now: datetime,
    zone: str,
    by: By = "",
    open_at: OpenAt = _always,
) -> Figures:
    """The figures of ``since`` up to ``until`` (aware), told apart ``by`` a column of the lead, or by shift: whether the store
    was open when the lead came in, which ``open_at`` says.
    """
    leads, known = _cohort(session, since, until, now)
    earlier, known_before = _cohort(session, since - (until - since), since, now)
    replies = _replies(session, since, until, zone)
    texts = _texts(session, since, until)
    return Figures(
        since=since, until=until, rates=_rates(leads, known), before=_rates(earlier, known_before),
        assistant=_spread(lead.first_sent_at - lead.received_at for lead in leads if lead.first_sent_at is not None),
        people=_spread(timedelta(seconds=lead.answered_s) for lead in leads if lead.answered_s is not None),
        escalations=_count(session, History.kind == "escalation", History.at >= since, History.at < until),
        overdue=_count(session, Task.overdue_at >= since, Task.overdue_at < until),
        delivery=_delivery(session, since, until), texts=len(texts), text_parts=sum(segments(text).parts for text in texts),
        replies_by_hour=Counter(at.hour for at in replies), replies_by_weekday=Counter(at.weekday() for at in replies),
        switched_off=_switched_off(leads), became=_became(leads), groups=_groups(leads, known, by, open_at) if by else {},
    )  # fmt: skip


def _cohort(
    session: Session, since: datetime, until: datetime, now: datetime
) -> tuple[Sequence[Lead], _Facts]:
    came = (
        Lead.received_at >= since, Lead.received_at < until, Lead.is_history.is_(False), Lead.merged_into.is_(None),
    )  # fmt: skip
    leads = session.scalars(select(Lead).where(*came)).all()
    visits: dict[str, list[str]] = {}
    query = select(Appointment.lead_id, Appointment.status, Appointment.starts_at).join(
        Lead, Lead.id == Appointment.lead_id
    )
    for row in session.execute(query.where(*came, WAS_BOOKED)):
        passed = row.starts_at <= now or row.status in _HELD
        visits.setdefault(row.lead_id, []).append(row.status if passed else "ahead")
    wrote = select(Message.lead_id).join(Lead, Lead.id == Message.lead_id)
    wrote = wrote.where(*came, Message.author == "assistant", Message.status.in_(LEFT)).distinct()
    return leads, _Facts(visits, frozenset(session.scalars(wrote)))


def _rates(leads: Iterable[Lead], known: _Facts) -> Rates:
    leads = tuple(leads)
    written = [lead for lead in leads if lead.id in known.written]
    visits = [status for lead in leads for status in known.visits.get(lead.id, ())]
    held = [status for status in visits if status in _HELD]
    standing = [status for status in visits if status not in ("cancelled", "rescheduled")]
    return Rates(
        leads=len(leads),
        response=_share(written, lambda lead: lead.first_reply_at is not None),
        appointment=_share(leads, lambda lead: lead.id in known.visits),
        show=_share(held, lambda status: status in CAME),
        close=sum(lead.stage == "sold" for lead in leads) / len(standing) if standing else None,
        opt_out=_share(written, lambda lead: lead.ai_state == "opted_out"),
        temperature=sum(lead.temperature for lead in leads) / len(leads) if leads else None,
        quick=_share(leads, is_quick),
        by_person=_share(leads, lambda lead: lead.answered_at is not None),
    )


def is_quick(lead: Lead) -> bool:
    """Whether a first message left within 90 seconds of receipt (AI-01)."""
    return lead.first_sent_at is not None and lead.first_sent_at - lead.received_at <= _QUICK


def _share(rows: Sequence[Any], is_one: Callable[[Any], bool]) -> float | None:
    return sum(1 for row in rows if is_one(row)) / len(rows) if rows else None


def _groups(leads: Iterable[Lead], known: _Facts, by: By, open_at: OpenAt) -> dict[str, Rates]:
    apart: dict[str, list[Lead]] = {}
    for lead in leads:
        name = ("open" if open_at(lead.received_at) else "closed") if by == "shift" else getattr(lead, by)
        apart.setdefault(str(name or ""), []).append(lead)
    return {name: _rates(rows, known) for name, rows in sorted(apart.items())}


def _spread(spans: Iterable[timedelta]) -> Spread:
    seconds = sorted(span.total_seconds() for span in spans)
    if not seconds:
        return Spread()
    from statistics import quantiles  # fractions and all: for whoever asks for figures

    cuts = quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else seconds * 99
    return Spread(cuts[49], cuts[98], seconds[-1])


def _replies(session: Session, since: datetime, until: datetime, zone: str) -> list[datetime]:
    """Moments of customers' own replies, on the store's clock."""
    query = select(Message.at).where(
        Message.direction == "in", Message.purpose == "", Message.at >= since, Message.at < until
    )
    return [local(at, zone) for at in session.scalars(query)]


def _texts(session: Session, since: datetime, until: datetime) -> list[str]:
    query = select(Message.text).where(
        Message.channel == "text", Message.sent_at >= since, Message.sent_at < until
    )
    return list(session.scalars(query))


def _delivery(session: Session, since: datetime, until: datetime) -> dict[str, int]:
    query = select(Message.status, func.count()).where(
        Message.direction == "out", Message.at >= since, Message.at < until
    )
    rows = session.execute(query.group_by(Message.status).order_by(Message.status))
    return {str(status): int(count) for status, count in rows}


def _switched_off(leads: Iterable[Lead]) -> dict[tuple[str, str], int]:
    """Who turned the assistant off and for which reason, over the cohort's leads (REPORT-05)."""
    return dict(Counter((lead.ai_by, lead.ai_reason) for lead in leads if lead.ai_state == "off"))


def _became(leads: Iterable[Lead]) -> dict[tuple[str, str], dict[str, int]]:
    """What became of the leads whose assistant a person turned off: by person and reason, how many stand in which stage (REPORT-05)."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for lead in leads:
        if lead.ai_state == "off":
            found.setdefault((lead.ai_by, lead.ai_reason), Counter())[str(lead.stage)] += 1
    return {who: dict(stages) for who, stages in found.items()}


def _count(session: Session, *where: Any) -> int:
    return session.scalar(select(func.count()).where(*where)) or 0
