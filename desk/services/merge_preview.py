"""The merge page: both records and, line by line, what the plan of the rules would make of them (LEAD-04, LEAD-11).

The words of the result are read from the very changes that the merge will write, so the preview cannot promise anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desk.models.duplicate import Duplicate
from desk.models.facts import StoreFacts
from desk.models.lead import Lead
from desk.models.person import Address
from desk.models.playbook import Playbook
from desk.models.rules.assistant_words import state_title
from desk.models.rules.merging import BOTH, LEFT_WINS, Plan, Side, covered, kept_first, plan
from desk.models.snapshots.merge import MergeLine, MergeSide, MergeView
from desk.models.staff import Staff
from desk.models.store.queries import board
from desk.models.store.queries.signs import likely_words
from desk.models.words import Role, Stage
from desk.services import merge_words as words
from desk.services.lives_on import lives_on
from desk.services.merging import side
from desk.services.radar import LEADERS

Shown = Callable[[Any], str]
_KEEPS = (
    "Both originals with their proof. Un-merge puts them back at any later time, with what was added since."
)
_OPTIONAL = (
    ("language", "Language", "customer", "language"),
    ("preferred", "Prefers", "customer", "preferred_channel"),
    ("zone", "Time zone", "customer", "told_zone"),
    ("timeframe", "When", "lead", "timeframe"),
    ("inquiry", "Inquiry", "lead", "comments"),
)


@dataclass(frozen=True)
class Preview:
    """Two sides, the plan, and what it takes to put them into words."""

    left: Side
    right: Side
    plan: Plan
    store: StoreFacts
    book: Playbook
    now: datetime

    def after(self, row: Any, column: str) -> Any:
        """What ``column`` of ``row`` holds once the plan is written."""
        told = (
            c.after
            for c in self.plan.changes
            if (c.row, c.column, c.table) == (row.id, column, row.__tablename__)
        )
        return next(told, getattr(row, column))

    def person(self, staff_id: str | None) -> Staff | None:
        return self.store.person(staff_id)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The kept customer's addresses after the merge, in the order they are used."""
        both = {each.id: each for side in (self.left, self.right) for each in side.facts.addresses}
        mine = (each for each in both.values() if self.after(each, "customer_id") == self.left.customer.id)
        return tuple(sorted(mine, key=lambda each: (each.created_at, each.id)))


def merge_view(
    session: Session,
    duplicate_id: str,
    choices: Mapping[str, str],
    store: StoreFacts,
    book: Playbook,
    now: datetime,
    viewer: str,
) -> MergeView | None:
    """A pair with the merge that ``choices`` would make; None where there is no such pair, or nothing is left to merge."""
    row = session.get(Duplicate, duplicate_id)
    leads = (
        [session.get(Lead, lives_on(session, lead_id)) for lead_id in (row.lead_id, row.other_id)]
        if row
        else []
    )
    if row is None or None in leads or leads[0] is leads[1]:
        return None
    left, right = kept_first(*(side(session, lead, store) for lead in leads if lead is not None))
    it = Preview(left, right, plan(left, right, choices, book, now), store, book, now)
    cards = board.cards(session, (left.lead.id, right.lead.id), now)
    viewing = store.person(viewer)
    owners = [store.person(each.lead.owner_id) for each in (left, right)]
    turned = left.lead is not leads[0]  # the signs were written with the newer record at the left
    signs = tuple(words.sign_view(sign, (left, right), turned=turned) for sign in row.signs)
    return MergeView(
        duplicate_id=row.id, skate=row.skate, open=row.state == "open", raised=row.raised_at, raised_words=_raised(row),
        likely_words=likely_words(row.likely, sum(sign["points"] > 0 for sign in row.signs)), who_words=_who(it, owners, viewing), signs=signs,
        left=_head(it, left, cards[left.lead.id]), right=_head(it, right, cards[right.lead.id]), result_words=_result(it),
        lines=tuple(_lines(it)), does=_does(it), keeps=_KEEPS, coverage=_coverage(it, owners), one_lead=it.plan.one_lead,
        may_decide=_may(viewing, owners), tell_words=_tell(owners),
    )  # fmt: skip


# --- heads and sentences ---


def _head(it: Preview, one: Side, card: Any) -> MergeSide:
    owner = it.person(one.lead.owner_id)
    first = one.customer.first or card.name.split(" ")[0]
    return MergeSide(card, one.lead.received_at, first, _role(owner))


def _role(person: Staff | None) -> str:
    return Role(person.role).label if person is not None else ""


def _raised(row: Duplicate) -> str:
    who = row.raised_by or "the desk"
    return {
        "created": f"when {who} saved the second record",
        "edited": f"when {who} changed a record",
        "by_hand": f"by {who}",
    }.get(row.how, "found among the records")


def _who(it: Preview, owners: list[Staff | None], viewing: Staff | None) -> str:
    people = [person.name for person in (*owners, viewing) if person is not None]
    leaders = [person.name for person in it.store.staff if person.active and person.role in LEADERS][:1]
    names = words.in_turn([*people, *leaders])
    return f"{names} see the same page. Nobody's credit changes until this is decided."


def _may(viewing: Staff | None, owners: list[Staff | None]) -> bool:
    if viewing is None or viewing.role in LEADERS:
        return True
    return all(owner is None or owner.id == viewing.id for owner in owners)


def _tell(owners: list[Staff | None]) -> str:
    names = [owner.name.split()[0] for owner in owners if owner is not None]
    return f"Tell {words.in_turn(names)} why" if names else ""


def _result(it: Preview) -> str:
    if not it.plan.one_lead:
        return "One customer, two leads"
    owner = it.person(it.after(it.left.lead, "owner_id"))
    whose = f"owner {owner.name.split()[0]}" if owner is not None else "nobody owns it"
    return f"{Stage(it.after(it.left.lead, 'stage')).label}, {whose}"


def _does(it: Preview) -> str:
    if not it.plan.one_lead:
        return "One customer with two leads, since a sale keeps its own record. Addresses, consents and stops are shared."
    dropped = sum(
        c.after == "superseded" for c in it.plan.changes if (c.table, c.column) == ("message", "status")
    )
    whose = it.right.customer.first or "the other record"
    what = f"{whose}'s waiting message" if dropped == 1 else f"{dropped} waiting messages of {whose}"
    lands = "Mail and texts from any address of either land here."
    return (
        f"One lead, one timeline, one outreach{f': the assistant drops {what}' if dropped else ''}. {lands}"
    )


def _coverage(it: Preview, owners: list[Staff | None]) -> str:
    left, right = owners
    if right is None or left is None or left.id == right.id:
        return "A merge moves nobody's credit; the tower page shows each policy."
    first, worked = right.name.split()[0], words.entries(it.right.facts) > 0
    proof = f"What {first} did stays evidence for {first}. " if worked else ""
    return f"{proof}A merge moves nobody's credit; the tower page shows each policy."


# --- the lines ---


def _lines(it: Preview) -> Iterator[MergeLine]:
    yield _field(it, "name", "Name", "customer", ("full",), lambda values: values[0] or words.NONE)
    yield _addresses(it, "phone", "Phone")
    yield _addresses(it, "email", "Email")
    names = ("street", "city", "region", "postal")
    yield _field(it, "address", "Address", "customer", names, words.place_words)
    if it.plan.one_lead:
        yield _field(
            it,
            "vehicle",
            "Vehicle",
            "lead",
            ("vehicle_title", "stock"),
            lambda told: words.vehicle_words(*told),
        )
        yield _source(it)
        yield _owner(it)
        yield _cover(it)
    yield _consent(it)
    yield from _differing(it)
    if it.plan.one_lead:
        yield from _standing(it)


def _field(it: Preview, key: str, label: str, of: str, columns: tuple[str, ...], shown: Shown) -> MergeLine:
    """A line of plain columns: what each side has, and what the plan leaves in the kept row."""
    rows = (getattr(it.left, of), getattr(it.right, of))
    left, right = (shown([getattr(row, column) for column in columns]) for row in rows)
    result = shown([it.after(rows[0], column) for column in columns])
    choices = (left, right) if key in it.plan.choosable else None
    wins = it.plan.wins.get(key, LEFT_WINS)
    return MergeLine(key, label, left, right, result, wins, result != left, choices)


def _addresses(it: Preview, kind: str, label: str) -> MergeLine:
    left, right = (words.reached(one.facts.addresses, kind) for one in (it.left, it.right))
    result = words.kept_words(it.addresses, kind)
    here, there = words.differing(left, right) if kind == "phone" else ((), ())
    near = len(here) <= 2
    return MergeLine(
        kind, label, left, right, result, BOTH, words.reached(it.addresses, kind) != left,
        left_marks=here if near else (), right_marks=there if near else (),
    )  # fmt: skip


def _source(it: Preview) -> MergeLine:
    """The first source wins; how the other record came stays told in the timeline (LEAD-03)."""
    left, right = (" · ".join(words.sources(one, it.now)) for one in (it.left, it.right))
    names = tuple(one.lead.source_label or one.lead.source for one in (it.left, it.right))
    lead, wins = it.left.lead, it.plan.wins["source"]
    result = it.after(lead, "source_label") or it.after(lead, "source")
    choosable = "source" in it.plan.choosable
    lost = names[1] if wins == LEFT_WINS else names[0]
    return MergeLine(
        "source", "Source", left, right, result, wins, result != names[0], (names[0], names[1]) if choosable else None,
        note=f"{lost} kept in the timeline" if choosable else "",
    )  # fmt: skip


def _owner(it: Preview) -> MergeLine:
    people = [it.person(one.lead.owner_id) for one in (it.left, it.right)]
    left, right = (person.name if person is not None else "nobody" for person in people)
    owner = it.person(it.after(it.left.lead, "owner_id"))
    can = "owner" in it.plan.choosable
    choices = (left.split()[0], right.split()[0]) if can else None
    wins = it.plan.wins["owner"]
    result = owner.name if owner is not None else "nobody"
    return MergeLine(
        "owner",
        "Owner",
        left,
        right,
        result,
        wins,
        result != left,
        choices,
        note=_owner_note(it, wins) if can else "",
    )


def _owner_note(it: Preview, wins: str) -> str:
    winner, other = (it.left, it.right) if wins == LEFT_WINS else (it.right, it.left)
    earlier = "earlier contact" if winner.lead.received_at <= other.lead.received_at else "later contact"
    return f"{earlier}, {'covered' if covered(winner, it.book, it.now) else 'not covered'}"


def _cover(it: Preview) -> MergeLine:
    left, right = (
        words.cover_words(one.facts, one.lead.owner_id, it.book, it.now) for one in (it.left, it.right)
    )
    owner = it.after(it.left.lead, "owner_id")
    result = words.cover_words(words.together(it.left, it.right), owner, it.book, it.now)
    return MergeLine("covered", "Covered", left, right, result, BOTH, result != left)


def _consent(it: Preview) -> MergeLine:
    one, other = it.left.facts, it.right.facts
    left, right = (words.consent_words(each.addresses, each.blocks, each.consents) for each in (one, other))
    blocks = (*one.blocks, *other.blocks)
    consents = sorted((*one.consents, *other.consents), key=lambda row: (row.at, row.id))
    result = words.consent_words(it.addresses, blocks, consents)
    return MergeLine("consent", "Consent", left, right, result, BOTH, result != left)


def _differing(it: Preview) -> Iterator[MergeLine]:
    """Lines that are only worth a look where the two differ."""
    for key, label, of, column in _OPTIONAL:
        if key in it.plan.wins:
            line = _field(it, key, label, of, (column,), lambda told: str(told[0] or words.NONE))
            if line.left != line.right:
                yield line


def _standing(it: Preview) -> Iterator[MergeLine]:
    """The assistant where it differs, what comes next, and how much history there is."""
    mine, theirs = (state_title(one.lead.ai_state) for one in (it.left, it.right))
    silence = state_title(it.after(it.left.lead, "ai_state"))
    if mine != theirs:
        yield MergeLine("assistant", "Assistant", mine, theirs, silence, BOTH, silence != mine)
    one, other = (words.next_words(each.facts, it.now) for each in (it.left, it.right))
    step = words.next_words(words.together(it.left, it.right), it.now)
    yield MergeLine("next", "Next", one, other, step, BOTH, step != one)
    here, there = (words.entries(each.facts) for each in (it.left, it.right))
    whole = f"{here + there} in one timeline"
    yield MergeLine("history", "History", _counted(here), _counted(there), whole, BOTH, there > 0)


def _counted(n: int) -> str:
    return f"{n} {'entry' if n == 1 else 'entries'}"
