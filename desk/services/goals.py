"""The week's goals with their progress, for the store and for each who sells (REPORT-05)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.deal import Deal
from desk.models.facts import StoreFacts
from desk.models.lead import Lead
from desk.models.playbook import Playbook
from desk.models.playbook_declared.goals import PERSON, STORE
from desk.models.rules.people import sellers
from desk.models.store.queries.says import start_of_day
from desk.models.task import WAS_BOOKED, Appointment
from desk.models.time import local
from desk.services.figures import CAME, is_quick


@dataclass(frozen=True, slots=True)
class Progress:
    """One goal of the store (``staff_id`` empty) or of a person, and how far it is; shares in percent, None without any lead."""

    staff_id: str
    name: str
    goal: float
    done: float | None

    @property
    def met(self) -> bool:
        return self.done is not None and self.done >= self.goal


def week_began(now: datetime, zone: str) -> datetime:
    """Monday's first moment in the store's zone."""
    noon = start_of_day(now, zone) + timedelta(
        hours=12
    )  # far enough from midnight when the clocks change between
    return start_of_day(noon - timedelta(days=local(now, zone).weekday()), zone)


def progress(
    session: Session, store: StoreFacts, book: Playbook, since: datetime, until: datetime
) -> tuple[Progress, ...]:
    """Every goal with what was reached from ``since`` up to ``until`` (aware); the store's first, then each person's."""
    week = _Week(session, since, until)
    return (
        *_told("", book.get(STORE), week),
        *(it for person in sellers(store) for it in _told(person.id, _goals_of(person.id, book), week)),
    )


def _goals_of(staff_id: str, book: Playbook) -> Mapping[str, float]:
    """A person's own goals over those of everybody who sells."""
    return {**book.get(PERSON), **book.values.get(f"goals.staff.{staff_id}", {})}


def _told(staff_id: str, goals: Mapping[str, float], week: _Week) -> Iterator[Progress]:
    reached = week.reached(staff_id)
    yield from (Progress(staff_id, name, float(goal), reached[name]) for name, goal in goals.items())


WORDS = {
    "answered_in_90s": "% answered in 90 s", "answered_by_person": "% answered by a person", "booked": "visits booked",
    "shown": "visits that came", "sold": "sold",
}  # fmt: skip


def as_figures(told: tuple[Progress, ...], staff_id: str) -> tuple[tuple[int, str, str], ...]:
    """A person's goals (``""``: the store's) as Today shows them: number, words, and of how many."""
    return tuple(
        (round(it.done or 0), WORDS[it.name], f"goal {it.goal:g}{', met' if it.met else ''}")
        for it in told
        if it.staff_id == staff_id
    )


class _Week:
    """What happened in a week, read once."""

    def __init__(self, session: Session, since: datetime, until: datetime) -> None:
        came = (Lead.received_at >= since, Lead.received_at < until, Lead.is_history.is_(False), Lead.merged_into.is_(None))  # fmt: skip
        self._leads = session.scalars(select(Lead).where(*came)).all()
        self._booked = session.scalars(
            select(Appointment).where(Appointment.made_at >= since, Appointment.made_at < until, WAS_BOOKED)
        ).all()
        self._shown = session.scalars(
            select(Appointment).where(
                Appointment.starts_at >= since, Appointment.starts_at < until, Appointment.status.in_(CAME)
            )
        ).all()
        sold = (Deal.sold_at >= since, Deal.sold_at < until, Deal.undone_at.is_(None))
        self._deals = session.scalars(select(Deal).where(*sold)).all()

    def reached(self, staff_id: str) -> dict[str, float | None]:
        leads = [lead for lead in self._leads if staff_id in ("", lead.owner_id)]
        shares = [share for deal in self._deals for share in deal.shares if staff_id in ("", share["staff"])]
        return {
            "answered_in_90s": _percent([is_quick(lead) for lead in leads]),
            "answered_by_person": _percent([lead.answered_at is not None for lead in leads]),
            "booked": float(sum(staff_id in ("", visit.staff_id) for visit in self._booked)),
            "shown": float(sum(staff_id in ("", visit.staff_id) for visit in self._shown)),
            "sold": float(sum(share["share"] for share in shares)),
        }


def _percent(answers: list[bool]) -> float | None:
    return 100 * sum(answers) / len(answers) if answers else None
