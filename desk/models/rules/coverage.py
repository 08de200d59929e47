"""Who is covered on a lead, until when and on which evidence; and how a sale's credit is split (COVER-01 … COVER-06).

Pure: a verdict follows from the record, a policy and a moment, so that a proposed policy can be tried on past deals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.evidence import Evidence, evidence_of, workers
from desk.models.staff import Staff
from desk.models.words import Role

_SELLING = (Role.BDC, Role.SALES, Role.SENIOR_SALES)
_KEEPS: Mapping[str, tuple[str, ...]] = {
    "contact": ("Counts",),
    "follow_up": ("Counts", "Follow-up", "No proof"),
    "any": ("Counts", "Follow-up", "No proof", "Not evidence"),
}
FULL, HALF = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class CoverageVerdict:
    """Whether a person is covered under a policy, until when, why, and every row that was weighed."""

    staff_id: str
    policy: str
    words: str
    covered: bool
    until: datetime | None
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a deal: 1 or 0.5."""

    staff_id: str
    team: str
    share: float


@dataclass(frozen=True, slots=True)
class Split:
    """A deal's credit: the shares of people, the same for their teams' managers, and the verdicts it rests on."""

    shares: tuple[Share, ...]
    managers: tuple[Share, ...]
    verdicts: tuple[CoverageVerdict, ...]
    why: tuple[str, ...]


NAMED = "coverage.named"  # the reason's name where a person said who is credited


@dataclass(frozen=True, slots=True)
class PastDeal:
    """A sale as it was: the lead's record, who sold it and when."""

    facts: Facts
    seller_id: str
    sold_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """What a proposed policy would have changed for one person over past deals, in deals."""

    staff_id: str
    before: float
    after: float


def verdict(facts: Facts, staff_id: str, policy: str, book: Playbook, now: datetime) -> CoverageVerdict:
    """Whether ``staff_id`` is covered on this lead under ``policy`` at ``now`` (aware)."""
    rule: Mapping[str, Any] = book.get(f"policy.{policy}")
    rows = _rows(facts, staff_id, book, now)
    until = _until(rows, rule)
    covered = until is not None and now <= until
    shown = tuple(_as_weighed(row, rule) for row in rows)
    return CoverageVerdict(
        staff_id, policy, str(rule["words"]), covered, until, _why(until, rule, covered), shown
    )


def _rows(facts: Facts, staff_id: str, book: Playbook, now: datetime) -> tuple[Evidence, ...]:
    found = evidence_of(facts, staff_id, call_needs_recording=book.flag("covering.call_needs_recording"))
    return tuple(row for row in found if row.at <= now)


def _as_weighed(row: Evidence, rule: Mapping[str, Any]) -> Evidence:
    """A row as this policy takes it: where notes are enough, every row a person made counts."""
    return replace(row, weight="Counts") if rule["starts"] == "any" and not row.by_assistant else row


def _until(rows: Iterable[Evidence], rule: Mapping[str, Any]) -> datetime | None:
    """The end of the cover: begun by what starts it, kept up by what keeps it, lost at the first gap too long."""
    lasts, until = timedelta(days=float(rule["days"])), None
    starting = ("Counts",) if rule["starts"] == "contact" else _KEEPS["any"]
    keeping = _KEEPS[str(rule["keeps"])]
    for row in rows:
        if row.by_assistant:
            continue
        running = until is not None and row.at <= until
        if row.weight in (keeping if running else starting):
            until = row.at + lasts
    return until


def _why(until: datetime | None, rule: Mapping[str, Any], covered: bool) -> str:
    if until is None:
        return "No proven contact" if rule["starts"] == "contact" else "Nothing was logged"
    days = f"{rule['days']:g} days"
    kept = {"contact": "contact both ways", "follow_up": "follow-up", "any": "a note or follow-up"}[
        str(rule["keeps"])
    ]
    return f"{kept[0].upper()}{kept[1:]} within {days}" if covered else f"More than {days} without {kept}"


def policy_of(person: Staff | None, book: Playbook) -> str:
    """The policy of a person's role."""
    role = person.role if person is not None else Role.SALES
    return book.words(f"coverage.{role}")


def policies(own: str, book: Playbook) -> tuple[str, ...]:
    """All policies, ``own`` first (COVER-04)."""
    return (own, *(name for name in book.get("policy") if name != own))


def side_by_side(facts: Facts, staff_id: str, book: Playbook, now: datetime) -> tuple[CoverageVerdict, ...]:
    """What each policy would decide, the store's own first (COVER-04)."""
    own = policy_of(facts.store.person(staff_id), book)
    return tuple(verdict(facts, staff_id, policy, book, now) for policy in policies(own, book))


def claimant(facts: Facts, sold_by: str) -> str:
    """Whose coverage is asked about when ``sold_by`` sells: the owner's, else of whoever else worked the lead."""
    return next(
        (staff_id for staff_id in workers(facts) if staff_id != sold_by), facts.lead.owner_id or sold_by
    )


def seller(facts: Facts, recorded_by: str) -> str:
    """Who made a sale: who recorded it, or the owner where a manager or the desk did."""
    person = facts.store.person(recorded_by)
    if person is not None and person.role in _SELLING:
        return person.id
    return facts.lead.owner_id or recorded_by


def split(facts: Facts, sold_by: str, book: Playbook, now: datetime, named: tuple[str, ...] = ()) -> Split:
    """The credit of a sale: half to whoever is covered beside the seller, else all to the seller (COVER-05).

    ``named`` are people a person credited by hand; then nobody is weighed.
    """
    others = tuple(staff_id for staff_id in workers(facts) if staff_id != sold_by)
    weighed = (
        ()
        if named
        else tuple(verdict(facts, who, policy_of(facts.store.person(who), book), book, now) for who in others)
    )
    covered = next((it for it in weighed if it.covered), None)
    people = named[:2] or ((sold_by, covered.staff_id) if covered else (sold_by,))
    return Split(
        shares_of(people, facts),
        _managers(people, facts),
        weighed,
        tuple(_reasons(named, covered, weighed, facts)),
    )


def shares_of(people: Iterable[str], facts: Facts) -> tuple[Share, ...]:
    """One person's full share, or two halves."""
    whom = tuple(dict.fromkeys(people))
    return tuple(
        Share(staff_id, _team(staff_id, facts), FULL if len(whom) == 1 else HALF) for staff_id in whom
    )


def _managers(people: Iterable[str], facts: Facts) -> tuple[Share, ...]:
    """The same shares for the managers of the teams (COVER-05)."""
    shares = shares_of(people, facts)
    leads = {
        person.team: person.id
        for person in facts.store.staff
        if person.active and person.role == Role.MANAGER and person.team
    }
    return tuple(Share(leads[it.team], it.team, it.share) for it in shares if it.team in leads)


def _reasons(
    named: tuple[str, ...],
    covered: CoverageVerdict | None,
    weighed: tuple[CoverageVerdict, ...],
    facts: Facts,
) -> Iterator[str]:
    if named:
        yield NAMED
        yield "Credited by hand"
        return
    yield f"coverage.{covered.policy}" if covered else "coverage"
    for it in weighed:
        person = facts.store.person(it.staff_id)
        yield f"{person.name if person else it.staff_id}: {'covered' if it.covered else 'not covered'}. {it.why}"
    if not weighed:
        yield "Nobody else worked it"


def _team(staff_id: str, facts: Facts) -> str:
    person = facts.store.person(staff_id)
    return person.team if person is not None else ""


def replayed(deals: Iterable[PastDeal], now_book: Playbook, proposed: Playbook) -> tuple[Difference, ...]:
    """Who would have gained or lost under a proposed playbook, over past deals (COVER-06)."""
    totals: dict[str, list[float]] = {}
    for deal in deals:
        for place, book in enumerate((now_book, proposed)):
            for it in split(deal.facts, deal.seller_id, book, deal.sold_at).shares:
                totals.setdefault(it.staff_id, [0.0, 0.0])[place] += it.share
    changed = ((who, before, after) for who, (before, after) in sorted(totals.items()) if before != after)
    return tuple(Difference(who, before, after) for who, before, after in changed)
