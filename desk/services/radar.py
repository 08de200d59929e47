"""The skate radar: what is entered or edited is compared with what is there, and shown to those it concerns (LEAD-11).

Nothing is blocked and nothing is joined here. A pair is shown once; told apart by a person it comes back only with new signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from sqlalchemy import or_, select

from desk.models import decisions as d
from desk.models.alert import Alert
from desk.models.duplicate import Duplicate
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Customer
from desk.models.rules.likeness import Likeness, Record, likeness
from desk.models.store.queries.alike import candidates, record_of, records
from desk.models.store.queries.signs import sign_words
from desk.models.words import AlertKind, Role
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

LEADERS = (Role.MANAGER, Role.OWNER)


def watch(work: Work, lead_id: str, how: str) -> tuple[str, ...]:
    """Compare a lead that was just created, edited or found; answers the ids of the pairs that are new, likeliest first."""
    if not work.book.flag("duplicates.watch"):
        return ()
    own = _own(work, lead_id)
    alike = sorted(_alike(work, own), key=lambda pair: (-pair[1].points, pair[0].lead_id))
    most = int(work.book.number("duplicates.most"))
    found = (_note(work, own, other, signs, how) for other, signs in alike[:most])
    return tuple(row.id for row in found if row is not None)


def _own(work: Work, lead_id: str) -> Record:
    """What of this lead is compared. One that came in alone with its customer is at hand: nothing need be written to read it."""
    lead = work.lead(lead_id)
    customer = work.born.get(lead.customer_id)
    rows = tuple(work.born.values())
    if lead_id in work.born and isinstance(customer, Customer) and work.bore_one_lead:
        reached = [(row.kind, row.value) for row in rows if isinstance(row, Address)]
        wanted = [(row.vin, row.stock) for row in rows if isinstance(row, Wanted)]
        return record_of(lead_id, customer, reached, wanted)
    work.flush()
    return records(work.session, (lead_id,))[lead_id]


def _alike(work: Work, own: Record) -> Iterator[tuple[Record, Likeness]]:
    """Those worth a look. Leads of the same customer are no duplicates: the inquiry was threaded or is a new one."""
    since = work.now - work.book.span("duplicates.looks_back")
    for other in records(work.session, candidates(work.connection, own, since)).values():
        if other.customer_id != own.customer_id:
            signs = likeness(own, other, work.book)
            if signs.likely:
                yield other, signs


def pair_key(one: str, other: str) -> str:
    """The name of a pair, whichever of the two is looked at."""
    return "·".join(sorted((one, other)))


def _note(work: Work, own: Record, other: Record, signs: Likeness, how: str) -> Duplicate | None:
    """Write the pair down, or bring it up to date; None where there is nothing new to show."""
    key = pair_key(own.lead_id, other.lead_id)
    row = work.session.scalar(select(Duplicate).where(Duplicate.key == key))
    told = {sign["kind"] for sign in row.signs} if row is not None else set()
    if row is not None and {sign.kind for sign in signs.signs} <= told:
        return None
    is_new = row is None or row.state != "open"
    if row is None:
        row = _new(work, own, other, how)
    _fill(work, row, signs, how)
    row.skate = _is_skate(work, own, other)
    _tell(work, row, is_new=is_new)
    return row if is_new else None


def suspect(work: Work, lead_id: str, other_id: str) -> str:
    """A person puts two leads beside each other, whatever the signs say; answers the pair's id."""
    work.session.flush()
    both = records(work.session, (lead_id, other_id))
    signs = likeness(both[lead_id], both[other_id], work.book)
    row = work.session.scalar(select(Duplicate).where(Duplicate.key == pair_key(lead_id, other_id)))
    if row is None:
        row = _new(work, both[lead_id], both[other_id], "by_hand")
    if row.state != "open" or not row.signs:
        _fill(work, row, signs, "by_hand")
        row.likely = signs.likely or "possible"
        _tell(work, row, is_new=False)
    return row.id


def _new(work: Work, own: Record, other: Record, how: str) -> Duplicate:
    key = pair_key(own.lead_id, other.lead_id)
    row = Duplicate(
        id=work.new_id(), key=key, lead_id=own.lead_id, other_id=other.lead_id, points=0, likely="", how=how
    )
    work.session.add(row)
    return row


def _fill(work: Work, row: Duplicate, signs: Likeness, how: str) -> None:
    row.signs, row.points, row.likely = [asdict(sign) for sign in signs.signs], signs.points, signs.likely
    row.state, row.how, row.raised_at, row.raised_by = "open", how, work.now, work.by.words


def _is_skate(work: Work, own: Record, other: Record) -> bool:
    """Somebody's entry or edit hits a customer whom another person has."""
    owner = work.lead(other.lead_id).owner_id
    mine = work.by.staff_id or work.lead(own.lead_id).owner_id
    return work.by.kind == "staff" and owner is not None and owner != mine


def _tell(work: Work, row: Duplicate, *, is_new: bool) -> None:
    words = tuple(sign_words(sign) for sign in row.signs)
    work.kinds.add("duplicates")
    data = {
        "duplicate": row.id,
        "with": row.other_id,
        "likely": row.likely,
        "how": row.how,
        "skate": row.skate,
    }
    for lead_id, other_id in ((row.lead_id, row.other_id), (row.other_id, row.lead_id)):
        work.tell("duplicate", lead_id, {**data, "with": other_id}, words)
    if row.skate and is_new:
        people = {*leaders(work), *_owners(work, row), work.by.staff_id}
        raise_alerts(work, row, people, words)


def leaders(work: Work) -> Iterator[str]:
    yield from (person.id for person in work.store.staff if person.active and person.role in LEADERS)


def _owners(work: Work, row: Duplicate) -> Iterator[str]:
    yield from (
        owner for owner in (work.lead(row.lead_id).owner_id, work.lead(row.other_id).owner_id) if owner
    )


def raise_alerts(
    work: Work, row: Duplicate, people: Iterable[str], why: Sequence[str], note: str = ""
) -> None:
    """Both people and the managers see the same evidence; nobody's work is stopped."""
    file = LeadFile.of(work, row.lead_id)
    title = f"{_name(file.customer)} looks like {_name(customer_of(work, row.other_id))}"
    for staff_id in sorted(filter(None, people)):
        alert = d.RaiseAlert(
            key=f"duplicate·{row.id}·{staff_id}·{work.txn}", staff_id=staff_id, kind=AlertKind.ATTENTION, title=title,
            body=" · ".join(filter(None, (note, *why))), next="Look at both in the inbox and decide", why=("LEAD-11", *why),
        )  # fmt: skip
        record(file, alert)


def customer_of(work: Work, lead_id: str) -> Customer:
    found = work.session.get(Customer, work.lead(lead_id).customer_id)
    assert found is not None, "a lead always has a customer (foreign key)"
    return found


def _name(customer: Customer) -> str:
    return customer.full or f"{customer.first} {customer.last}".strip() or "A customer without a name"


def entered_again(work: Work, lead: Lead, signs: Sequence[str]) -> None:
    """A person typed in a customer whom another has: it was threaded to the lead, and both and the managers are told (LEAD-11)."""
    if work.by.kind != "staff" or lead.owner_id in (None, work.by.staff_id):
        return
    file = LeadFile.of(work, lead.id)
    owner = work.store.person(lead.owner_id)
    work.tell("entered_again", lead.id, {"by": work.by.staff_id, "owner": lead.owner_id}, tuple(signs))
    for staff_id in sorted({*leaders(work), str(lead.owner_id), work.by.staff_id} - {""}):
        alert = d.RaiseAlert(
            key=f"{lead.id}·again·{work.txn}·{staff_id}", staff_id=staff_id, kind=AlertKind.ATTENTION,
            title=f"{work.by.words} entered {_name(file.customer)}, a customer of {owner.name if owner else 'another person'}",
            body=f"The entry stands in the same lead: {', '.join(signs)}. Nobody's credit changes.",
            next="Agree who goes on", why=("LEAD-11", *signs),
        )  # fmt: skip
        record(file, alert)


def pairs_of(work: Work, lead_ids: Iterable[str]) -> Sequence[Duplicate]:
    """Open pairs that one of these leads is in."""
    ids = tuple(lead_ids)
    of_them = or_(Duplicate.lead_id.in_(ids), Duplicate.other_id.in_(ids))
    return list(work.session.scalars(select(Duplicate).where(Duplicate.state == "open", of_them)))


def quiet(work: Work, row: Duplicate, words: str) -> None:
    """Whoever was told of this pair need not look any more."""
    begins = f"duplicate·{row.id}·"
    told = select(Alert).where(
        Alert.key >= begins, Alert.key < f"{begins}\U0010ffff", Alert.done_at.is_(None)
    )
    for alert in work.session.scalars(told):
        alert.done_at, alert.done_words = work.now, words
    work.kinds.add("alerts")
