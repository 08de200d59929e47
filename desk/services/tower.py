"""The tower's answer: who is covered on the person standing here, under which policy, with the proof (COVER-07)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.facts import Facts, StoreFacts
from desk.models.person import Address
from desk.models.playbook import Playbook
from desk.models.rules.coverage import CoverageVerdict, side_by_side
from desk.models.rules.evidence import workers
from desk.models.snapshots.tower import Credit, PolicyView, Proof, TowerView
from desk.models.store.queries import board
from desk.models.store.queries.first_board import initials
from desk.models.store.queries.says import when
from desk.models.time import span_words
from desk.services.day import facts_of
from desk.services.tower_others import others
from desk.services.tower_past import earlier

_WORTH = ("Counts", "Follow-up", "No proof", "Not evidence")
_MANY = 2  # so many messages of the assistant are told in one row


def tower(
    session: Session, lead_id: str, store: StoreFacts, book: Playbook, now: datetime
) -> TowerView | None:
    """The lead's coverage at ``now``, read only; None when the store has no such lead."""
    facts = facts_of(session, lead_id, store)
    if facts is None:
        return None
    holder, found = _weighed(facts, book, now)
    name = _name(holder, store)
    own = found[0] if found else None
    covered = own is not None and own.covered
    return TowerView(
        card=board.cards(session, (lead_id,), now)[lead_id],
        holder=name if covered else "",
        title=_title(name, own, now, store.zone),
        why=" ".join(_why(name, own, now)),
        phone=_phone(session, facts),
        visit=next((v.starts_at for v in facts.appointments if v.status in ("booked", "confirmed")), None),
        policies=tuple(_policy(it, name, holder, place == 0) for place, it in enumerate(found)),
        proofs=_proofs(own, facts, now),
        others=others(session, facts, holder, book, now),
        earlier=earlier(session, facts.customer.id, store, now),
    )


def _weighed(facts: Facts, book: Playbook, now: datetime) -> tuple[str, tuple[CoverageVerdict, ...]]:
    """Whoever is covered, the owner first; where nobody is, the owner or the first who worked the lead."""
    people = workers(facts)
    by_person = {staff_id: side_by_side(facts, staff_id, book, now) for staff_id in people}
    holder = next((who for who in people if by_person[who][0].covered), people[0] if people else "")
    return holder, by_person.get(holder, ())


def _name(staff_id: str, store: StoreFacts) -> str:
    person = store.person(staff_id)
    return person.name if person is not None else ""


def _title(name: str, own: CoverageVerdict | None, now: datetime, zone: str) -> str:
    if own is None or not own.covered or own.until is None:
        return "Nobody is covered"
    return f"{name} is covered until {when(own.until, now, zone)}"


def _why(name: str, own: CoverageVerdict | None, now: datetime) -> Iterator[str]:
    """One line: the age of the last contact, what the policy says, and what happens to the deal."""
    if own is None:
        yield "Nobody has worked this customer. Whoever sells has the whole deal."
        return
    last = max((row for row in own.evidence if row.weight == "Counts"), key=lambda row: row.at, default=None)
    if last is not None:
        yield f"{last.what}, {span_words(now - last.at)} ago."
    yield f"{own.why}."
    if own.covered:
        yield f"If someone else sells today, the deal is half {name}, half the seller."
    else:
        yield "Whoever sells has the whole deal."


def _policy(it: CoverageVerdict, name: str, holder: str, in_force: bool) -> PolicyView:
    theirs, sellers = ("Half", "Half") if it.covered else ("None", "Full")
    credits = (Credit(name, initials(name), holder, theirs), Credit("Seller", "", "", sellers))
    return PolicyView(it.words, in_force, it.covered, it.until, it.why, credits)


def _proofs(own: CoverageVerdict | None, facts: Facts, now: datetime) -> tuple[Proof, ...]:
    """Every row that was weighed, those that count first, each kind latest first; what the assistant wrote is one row."""
    said = _said(facts)
    rows = sorted(own.evidence, key=lambda row: row.at, reverse=True) if own else []
    own_words = [row for row in rows if row.weight == "Not evidence" and row.by_assistant]
    told = [
        Proof(row.at, row.what, row.weight, row.icon, said.get(row.row, ""))
        for weight in _WORTH
        for row in rows
        if row.weight == weight and (len(own_words) < _MANY or row not in own_words)
    ]
    if len(own_words) >= _MANY:
        since = when(own_words[-1].at, now, facts.store.zone)
        words = f"{len(own_words)} messages by the assistant since {since}"
        told.append(Proof(own_words[0].at, words, "Not evidence", own_words[0].icon))
    return tuple(told)


def _said(facts: Facts) -> dict[str, str]:
    """The own words behind each row, on one line: a customer's message, a person's, or what was noted of a call."""
    people = (m for m in facts.messages if m.author != "assistant")
    rows = [*((m.id, m.text) for m in people), *((log.id, log.summary) for log in facts.logs)]
    return {row_id: " ".join(words.split()) for row_id, words in rows if words}


def _phone(session: Session, facts: Facts) -> str:
    wanted = select(Address.value).where(Address.customer_id == facts.customer.id, Address.kind == "phone")
    return session.scalar(wanted.order_by(Address.created_at, Address.id).limit(1)) or ""
