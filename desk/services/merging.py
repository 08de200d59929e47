"""Merging two leads and taking them apart again: the plan of the rules written as rows, and taken back row by row (LEAD-04)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.alert import Alert
from desk.models.base import Base
from desk.models.conversation import Log, Message
from desk.models.duplicate import Merge
from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.rules.merging import Plan, Side, is_quieter
from desk.models.store.search import forget, touch
from desk.models.task import Appointment, Task, Timer
from desk.services.desk import settle
from desk.services.work import Work

_TABLES: Mapping[str, type[Any]] = {
    kind.__tablename__: kind
    for kind in (Customer, Address, Lead, Wanted, Message, Log, Task, Timer, Alert, Appointment)
}
_STOPS = ("opt_out", "do_not_contact")
#: Columns a person would miss, with the words that say they were changed since.
_NAMED = {
    ("customer", "full"): "the name",
    ("customer", "street"): "the address",
    ("lead", "owner_id"): "the owner",
    ("lead", "stage"): "the stage",
    ("lead", "vehicle_title"): "the vehicle",
    ("lead", "source"): "the source",
}


# --- what is merged ---


def side(session: Session, lead: Lead, store: StoreFacts) -> Side:
    """A lead with everything that a merge looks at."""
    customer = session.get(Customer, lead.customer_id)
    assert customer is not None, "a lead always has a customer (foreign key)"
    addresses = _rows(session, Address, Address.customer_id == customer.id, Address.created_at)
    values = [address.value for address in addresses]
    facts = Facts(
        lead=lead, customer=customer, store=store, addresses=addresses,
        blocks=_rows(session, Block, Block.address.in_(values), Block.at),
        consents=_rows(session, Consent, Consent.address.in_(values), Consent.at),
        **{name: _rows(session, kind, kind.lead_id == lead.id, order) for name, kind, order in _FILED},  # type: ignore[arg-type]  # rows by kind
    )  # fmt: skip
    return Side(
        facts,
        others=_rows(
            session, Lead, (Lead.customer_id == customer.id) & (Lead.id != lead.id), Lead.received_at
        ),
        absorbed=_rows(session, Lead, Lead.merged_into == lead.id, Lead.received_at),
        former=_rows(session, Customer, Customer.merged_into == customer.id, Customer.created_at),
    )


_FILED: tuple[tuple[str, Any, Any], ...] = (
    ("wanted", Wanted, Wanted.position),
    ("messages", Message, Message.at),
    ("logs", Log, Log.at),
    ("tasks", Task, Task.made_at),
    ("timers", Timer, Timer.started_at),
    ("alerts", Alert, Alert.raised_at),
    ("appointments", Appointment, Appointment.starts_at),
)


def _rows(session: Session, kind: Any, named: Any, order: Any) -> tuple[Any, ...]:
    return tuple(session.scalars(select(kind).where(named).order_by(order, kind.id)))


# --- merging ---


State = dict[tuple[str, str], dict[str, Any]]


def write(work: Work, kept: Side, gone: Side, plan: Plan, why: Sequence[str]) -> Merge:
    """Write the plan, let the rules look at the one lead, and keep what the two changed, so that it can be taken back."""
    rows = tuple(_all_rows(kept, gone))
    before = _state(rows)
    for change in plan.changes:
        row = work.session.get(_TABLES[change.table], change.row)
        setattr(row, change.column, change.after)
        if (change.table, change.column) == ("message", "status"):
            work.note_delivery(change.row, change.after, "", "Dropped by a merge")
    merge = Merge(
        id=work.new_id(), kept_id=kept.lead.id, gone_id=gone.lead.id, addresses=list(plan.addresses), why=list(why), at=work.now,
        by=work.by.words,
    )  # fmt: skip
    work.session.add(merge)
    _after(work, merge, one_lead=plan.one_lead)
    merge.changes = list(_differences(before, _state(rows)))
    return merge


def _all_rows(*sides: Side) -> Iterator[Any]:
    for each in sides:
        its = each.facts
        yield from (each.customer, each.lead, *each.others, *each.absorbed, *each.former, *its.addresses)
        for name, _kind, _order in _FILED:
            yield from getattr(its, name)


def _state(rows: Iterable[Any]) -> State:
    return {
        (row.__tablename__, row.id): {
            column.key: getattr(row, column.key) for column in row.__table__.columns
        }
        for row in rows
    }


def _differences(before: State, after: State) -> Iterator[list[Any]]:
    """What the merge and the rules after it changed, as it is kept: table, row, column, before, after."""
    for (table, row_id), columns in before.items():
        for column, value in columns.items():
            now = after[table, row_id][column]
            if value != now:
                yield [table, row_id, column, _plain(value), _plain(now)]


def _after(work: Work, merge: Merge, *, one_lead: bool) -> None:
    """The rules look at what is one now; whoever shows either of the two reads again; the search finds the lead that lives."""
    work.kinds |= {"leads", "messages", "tasks", "alerts", "duplicates"}
    work.leads |= {merge.kept_id, merge.gone_id}
    for lead_id in (merge.kept_id,) if one_lead else (merge.kept_id, merge.gone_id):
        work.files.drop(lead_id)
        settle(work, lead_id)
    if one_lead:
        forget(work.session, merge.gone_id)


def _plain(value: Any) -> Any:
    return {"at": value.isoformat()} if isinstance(value, datetime) else value


def _real(value: Any) -> Any:
    is_moment = isinstance(value, dict) and value.keys() == {"at"}
    return datetime.fromisoformat(value["at"]) if is_moment else value


# --- taking apart ---


def take_apart(work: Work, merge: Merge, why: str) -> tuple[str, ...]:
    """Every value goes back to where it was unless somebody changed it since; what came to an address goes with the address.

    Answers in words what was changed since and therefore stays with the kept lead.
    """
    later = _later(work, merge)
    kept = [words for row in reversed(merge.changes) if (words := _put_back(work, merge, later, row))]
    _share_out(work, merge)
    for lead_id in (merge.kept_id, merge.gone_id):
        _keep_silence(work, merge, lead_id)
    merge.undone_at, merge.undone_by, merge.undone_reason = work.now, work.by.words, why
    work.kinds |= {"leads", "messages", "tasks", "alerts", "duplicates"}
    for lead_id in (merge.kept_id, merge.gone_id):
        work.leads.add(lead_id)
        work.settle(lead_id)
        touch(work.connection, lead_id)
    return tuple(dict.fromkeys(kept))


def _later(work: Work, merge: Merge) -> list[Merge]:
    """Merges into the same lead that came after and still stand, oldest first."""
    query = select(Merge).where(
        Merge.kept_id == merge.kept_id, Merge.undone_at.is_(None), Merge.id > merge.id
    )
    return list(work.session.scalars(query.order_by(Merge.id)))


def _put_back(work: Work, merge: Merge, later: Iterable[Merge], packed: Sequence[Any]) -> str:
    """One value; answers what was kept in words, or nothing."""
    table, row_id, column, before, after = packed
    row = work.session.get(_TABLES[table], row_id)
    if row is None or _is_past(work, row, column):
        return ""
    if _plain(getattr(row, column)) == after:
        setattr(row, column, _real(before))
        if (table, column) == ("message", "status"):
            work.note_delivery(row_id, before, "", "Waits again: the merge was taken apart")
            work.outbox = True
        return ""
    if any(_relinked(other, packed) for other in later):
        return ""
    words = _NAMED.get((table, column), "")
    return f"{words.capitalize()} was changed since the merge and stays." if words else ""


def _is_past(work: Work, row: Base, column: str) -> bool:
    """A message whose moment has passed is not put back in the line: the rules decide anew (R12)."""
    return (
        isinstance(row, Message)
        and column in ("status", "status_words")
        and row.expires_at is not None
        and row.expires_at <= work.now
    )


def _relinked(later: Merge, packed: Sequence[Any]) -> bool:
    """A later merge began where this one ended: from now on it began where this one began."""
    table, row_id, column, before, after = packed
    place = next(
        (n for n, told in enumerate(later.changes) if told[:4] == [table, row_id, column, after]), None
    )
    if place is None:
        return False
    changes = [list(told) for told in later.changes]
    changes[place][3] = before
    later.changes = changes
    return True


def _share_out(work: Work, merge: Merge) -> None:
    """What was said since with an address that has gone back is filed where the address is."""
    if not merge.addresses:
        return
    gone = work.lead(merge.gone_id)
    kept = work.lead(merge.kept_id)
    for message in _said_with(work, merge):
        message.lead_id = gone.id
        if message.direction == "in" and message.purpose != "auto_reply":
            moved = min(1, kept.unread)
            kept.unread, gone.unread = kept.unread - moved, gone.unread + moved
            gone.last_in_at = max(gone.last_in_at or message.at, message.at)
            gone.first_reply_at = gone.first_reply_at or message.at


def _said_with(work: Work, merge: Merge) -> Iterator[Message]:
    query = select(Message).where(
        Message.lead_id == merge.kept_id,
        Message.to_address.in_(merge.addresses) | Message.from_address.in_(merge.addresses),
    )
    yield from work.session.scalars(query.order_by(Message.at))


def _keep_silence(work: Work, merge: Merge, lead_id: str) -> None:
    """Whoever asked to be left alone while the two were one is left alone on either (R3)."""
    lead = work.lead(lead_id)
    values = select(Address.value).where(Address.customer_id == lead.customer_id)
    stopped = select(Block.id).where(
        Block.address.in_(values), Block.kind.in_(_STOPS), Block.at >= merge.at, Block.lifted_at.is_(None)
    )
    if is_quieter("opted_out", lead.ai_state) and work.session.scalar(stopped.limit(1)) is not None:
        lead.ai_state, lead.ai_returns_to = "opted_out", ""
        lead.ai_at, lead.ai_by = work.now, work.by.words
        lead.ai_reason = "Asked to be left alone while the two records were one"
