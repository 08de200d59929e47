"""What a merged record will hold, value by value: the preview shows this plan and the merge writes it (LEAD-04).

Pure. Nothing is deleted: rows of the lead that goes are filed under the one that stays, and each change knows what stood before,
so that it can be taken back at any later time. What silences somebody always wins; addresses, evidence and history are united.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.models.facts import Facts
from desk.models.lead import Lead, Wanted
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.rules.coverage import side_by_side
from desk.models.words import AI_PRIORITY, LEFT, MERGED, STAGES, WAITING, OrderKind, Purpose, Stage

LEFT_WINS, RIGHT_WINS, BOTH = "left", "right", "both"
_OUTREACH = (Purpose.FIRST_RESPONSE, Purpose.NURTURE, Purpose.SIMILAR_VEHICLES, Purpose.REENGAGEMENT)
_ORDERS = (OrderKind.LEAD, OrderKind.ORGANIC, OrderKind.LIVE)
DROPPED_WORDS = "Merged: one outreach for one customer"


@dataclass(frozen=True, slots=True)
class Side:
    """A lead with its customer, and what else hangs on the two: other leads of the customer, and what went into them before."""

    facts: Facts
    others: tuple[Lead, ...] = ()
    absorbed: tuple[Lead, ...] = ()
    former: tuple[Customer, ...] = ()

    @property
    def lead(self) -> Lead:
        return self.facts.lead

    @property
    def customer(self) -> Customer:
        return self.facts.customer


@dataclass(frozen=True, slots=True)
class Change:
    """One column of one row, before and after."""

    table: str
    row: str
    column: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole merge. ``wins`` says for each line who wins; ``choosable`` which lines a person may decide.

    ``one_lead`` is False where one of the two is sold: a sale keeps its own record, and only the customers become one.
    ``addresses`` are those that come to the kept customer.
    """

    wins: Mapping[str, str]
    choosable: frozenset[str]
    changes: tuple[Change, ...]
    one_lead: bool
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Columns that go together; the first of them says whether anything is there."""

    key: str
    of: Callable[[Side], Any]
    columns: tuple[str, ...]


def _lead(side: Side) -> Lead:
    return side.lead


def _customer(side: Side) -> Customer:
    return side.customer


#: The lines of a customer, and those of a lead, that a person may decide where both sides say something.
CUSTOMER_FIELDS = (
    Field("name", _customer, ("full", "first", "last")),
    Field("address", _customer, ("street", "city", "region", "postal", "country")),
    Field("language", _customer, ("language",)),
    Field("preferred", _customer, ("preferred_channel",)),
    Field("zone", _customer, ("told_zone",)),
)
LEAD_FIELDS = (
    Field("vehicle", _lead, ("vehicle_title", "stock")),
    Field("source", _lead, ("source", "source_kind", "source_class", "source_label")),
    Field("owner", _lead, ("owner_id", "owner_at", "claimed_at")),
    Field("inquiry", _lead, ("comments", "inquiry")),
    Field("timeframe", _lead, ("timeframe",)),
    Field("trade_in", _lead, ("trade_in",)),
)


def kept_first(one: Side, other: Side) -> tuple[Side, Side]:
    """Which lead lives on: an open one before a closed one, then the earlier; the other goes into it."""

    def place(side: Side) -> tuple[bool, datetime, str]:
        return not Stage(side.lead.stage).is_open, side.lead.received_at, side.lead.id

    left, right = sorted((one, other), key=place)
    return left, right


def plan(kept: Side, gone: Side, choices: Mapping[str, str], book: Playbook, now: datetime) -> Plan:
    """How ``gone`` goes into ``kept`` at ``now`` (aware). ``choices`` names the winning side of lines that may be chosen."""
    one_lead = Stage.SOLD not in (kept.lead.stage, gone.lead.stage)
    same_person = kept.customer.id == gone.customer.id
    fields = (*(() if same_person else CUSTOMER_FIELDS), *(LEAD_FIELDS if one_lead else ()))
    open_to_choice = frozenset(field.key for field in fields if _both_say(field, kept, gone))
    wins = {field.key: _winner(field, kept, gone, choices, book, now) for field in fields}
    changes = [*_fields(fields, wins, kept, gone)]
    if not same_person:
        changes += _people(kept, gone)
    if one_lead:
        changes += [*_leads(kept, gone, now), *_filed(kept, gone, wins["vehicle"], now)]
    changed = tuple(change for change in changes if change.before != change.after)
    came = tuple(
        change.row for change in changed if (change.table, change.column) == ("address", "customer_id")
    )
    values = tuple(address.value for address in gone.facts.addresses if address.id in came)
    return Plan(wins, open_to_choice, changed, one_lead, values)


def _said(field: Field, side: Side) -> Any:
    return getattr(field.of(side), field.columns[0])


def _both_say(field: Field, kept: Side, gone: Side) -> bool:
    left, right = _said(field, kept), _said(field, gone)
    return bool(left) and bool(right) and left != right


def _winner(
    field: Field, kept: Side, gone: Side, choices: Mapping[str, str], book: Playbook, now: datetime
) -> str:
    if not _both_say(field, kept, gone):
        return LEFT_WINS if _said(field, kept) or not _said(field, gone) else RIGHT_WINS
    chosen = choices.get(field.key, "")
    if chosen in (LEFT_WINS, RIGHT_WINS):
        return chosen
    is_covered_right = field.key == "owner" and covered(gone, book, now) and not covered(kept, book, now)
    return RIGHT_WINS if is_covered_right else LEFT_WINS


def covered(side: Side, book: Playbook, now: datetime) -> datetime | None:
    """Until when the owner of this lead is covered on it; None where nobody is."""
    owner = side.facts.owner
    found = side_by_side(side.facts, owner.id, book, now)[0] if owner is not None else None
    return found.until if found is not None and found.covered else None


def _fields(fields: tuple[Field, ...], wins: Mapping[str, str], kept: Side, gone: Side) -> Iterator[Change]:
    for field in fields:
        if wins[field.key] == RIGHT_WINS:
            values = {column: getattr(field.of(gone), column) for column in field.columns}
            yield from _set(field.of(kept), **values)


def _set(row: Any, **values: Any) -> Iterator[Change]:
    for column, after in values.items():
        yield Change(row.__tablename__, row.id, column, getattr(row, column), after)


# --- the customers ---


def _people(kept: Side, gone: Side) -> Iterator[Change]:
    """The customer that goes lives on in the kept one, with each address once and every other lead of theirs."""
    into = kept.customer.id
    held = {address.value: address for address in kept.facts.addresses}
    for address in gone.facts.addresses:
        if address.value not in held:
            yield from _set(address, customer_id=into)
        elif not address.can_text:
            yield from _set(held[address.value], can_text=False)
    for person in (gone.customer, *gone.former):
        yield from _set(person, merged_into=into)
    for lead in gone.others:
        yield from _set(lead, customer_id=into)
    if Stage.SOLD in (kept.lead.stage, gone.lead.stage):
        yield from _set(gone.lead, customer_id=into)


# --- the leads ---


def _leads(kept: Side, gone: Side, now: datetime) -> Iterator[Change]:
    """Where the one lead stands: the further stage, the stricter silence, the earliest firsts and the latest lasts."""
    left, right = kept.lead, gone.lead
    yield from _stage(left, right)
    yield from _silence(left, right)
    yield from _moments(left, right)
    yield from _set(
        left,
        provider_ids=[
            *left.provider_ids,
            *(told for told in right.provider_ids if told not in left.provider_ids),
        ],
        needs={**right.needs, **left.needs},
        unread=left.unread + right.unread,
        price_shopper=left.price_shopper or right.price_shopper,
        order_kind=max(left.order_kind, right.order_kind, key=_ORDERS.index),
        is_history=left.is_history and right.is_history,
    )
    for lead in (right, *gone.absorbed):
        yield from _set(lead, merged_into=left.id)
    yield from _set(right, stage=MERGED, due_at=None)


def _stage(left: Lead, right: Lead) -> Iterator[Change]:
    if _rank(right) > _rank(left):
        yield from _set(
            left,
            stage=right.stage,
            status=right.status,
            stage_at=right.stage_at,
            lost_reason=right.lost_reason,
        )


def _rank(lead: Lead) -> int:
    return -1 if lead.stage == Stage.LOST else STAGES.index(Stage(lead.stage))


def _silence(left: Lead, right: Lead) -> Iterator[Change]:
    """The assistant is as quiet as at the quieter of the two; a date to be written to again is the later one."""
    if is_quieter(right.ai_state, left.ai_state):
        names = ("ai_state", "ai_returns_to", "ai_at", "ai_by", "ai_reason")
        yield from _set(left, **{name: getattr(right, name) for name in names})
    yield from _set(left, resume_on=_latest(left.resume_on, right.resume_on))


def is_quieter(one: str, other: str) -> bool:
    """Whether the assistant in state ``one`` says less than in state ``other``."""
    order = [str(state) for state in AI_PRIORITY]
    return order.index(one) < order.index(other)


def _moments(left: Lead, right: Lead) -> Iterator[Change]:
    yield from _set(
        left,
        first_sent_at=_earliest(left.first_sent_at, right.first_sent_at),
        first_reply_at=_earliest(left.first_reply_at, right.first_reply_at),
        last_in_at=_latest(left.last_in_at, right.last_in_at),
        last_human_at=_latest(left.last_human_at, right.last_human_at),
    )
    if left.answered_at is None and right.answered_at is not None and left.timer_kind == "none":
        names = ("answered_at", "answered_s", "answered_proof")
        yield from _set(left, **{name: getattr(right, name) for name in names})


def _earliest(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


def _latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)


# --- what is filed under them ---


def _filed(kept: Side, gone: Side, vehicle: str, now: datetime) -> Iterator[Change]:
    """Everything of the lead that goes comes under the kept one; what would say the same thing twice is put to rest."""
    into, its = kept.lead.id, gone.facts
    for row in (*its.messages, *its.logs, *its.tasks, *its.timers, *its.alerts, *its.appointments):
        yield from _set(row, lead_id=into)
    yield from _wanted(kept, gone, first=vehicle == RIGHT_WINS)
    yield from _one_outreach(kept, gone)
    yield from _one_task(kept, gone, now)
    yield from _one_clock(kept, gone, now)


def _wanted(kept: Side, gone: Side, *, first: bool) -> Iterator[Change]:
    """Each vehicle once; those of the side whose vehicle wins stand first."""
    known = {_named(row) for row in kept.facts.wanted}
    new = [row for row in gone.facts.wanted if _named(row) not in known]
    places = [row.position for row in kept.facts.wanted] or [0]
    start = min(places) - len(new) if first else max(places) + 1
    for place, row in enumerate(new, start=start):
        yield from _set(row, lead_id=kept.lead.id, position=place)


def _named(row: Wanted) -> tuple[Any, ...]:
    exact = row.vin or row.stock
    return (exact,) if exact else (row.year, row.make.casefold(), row.model.casefold(), row.trim.casefold())


def _one_outreach(kept: Side, gone: Side) -> Iterator[Change]:
    """What the assistant would write of its own accord is dropped where it already writes, or wrote, to this customer."""
    is_written_to = any(m.direction == "out" and m.status in (*LEFT, *WAITING) for m in kept.facts.messages)
    if not (is_written_to and Stage(kept.lead.stage).is_open):
        return
    for message in gone.facts.waiting:
        if message.author == "assistant" and message.purpose in _OUTREACH:
            yield from _set(message, status="superseded", status_words=DROPPED_WORDS)


def _one_task(kept: Side, gone: Side, now: datetime) -> Iterator[Change]:
    known = {task.kind for task in kept.facts.open_tasks}
    for task in gone.facts.open_tasks:
        if task.kind in known:
            yield from _set(task, done_at=now, done_words="Merged: the same task stands on the kept lead")


def _one_clock(kept: Side, gone: Side, now: datetime) -> Iterator[Change]:
    """A clock that runs on both runs once; the one of the lead that goes shows where the kept lead shows none."""
    running = {timer.kind for timer in kept.facts.open_timers}
    for timer in gone.facts.open_timers:
        if timer.kind in running:
            yield from _set(timer, cleared_at=now, proof="Merged: the kept lead's clock runs on")
        elif kept.lead.timer_kind in ("none", "answered") and gone.lead.timer_kind == timer.kind:
            names = ("timer_kind", "timer_started", "timer_target", "timer_level")
            yield from _set(kept.lead, **{name: getattr(gone.lead, name) for name in names})
