"""What a board is narrowed to, in words that name it: ``mine band:hot overdue``. Each word is one clause of the questions asked.

The first word says whose leads: everyone, mine or unassigned. The others may follow in any order: ``owner:ID``, ``band:BAND``,
``source:KIND``, ``overdue``, ``unread``, and ``order:NAME`` for another order than the timer's (FLOW-12).
"""

from __future__ import annotations

from typing import Any, NamedTuple

EVERYONE, MINE, UNASSIGNED = "everyone", "mine", "unassigned"
_BY_OWNER = "ix_lead_owner"


class Order(NamedTuple):
    """How the cards of a column stand: by ``key``, a text that grows downwards, which the index ``held_by`` holds by stage."""

    key: str
    held_by: str


#: The orders by name; the one without a name is the board's own: timer first, then temperature.
ORDERS = {
    "": Order("lead.sort_key", "ix_lead_board"),
    "hottest": Order("printf('%04d', 1000 - lead.temperature)", "ix_lead_hottest"),
    "newest": Order("printf('%019d', 9000000000000000000 - lead.received_at)", "ix_lead_newest"),
    "due": Order("printf('%019d', ifnull(lead.next_due, 9000000000000000000))", "ix_lead_next"),
}
_CLAUSES = {
    EVERYONE: "",
    MINE: " AND lead.owner_id = :viewer",
    UNASSIGNED: " AND lead.owner_id IS NULL",
    "owner": " AND lead.owner_id = :owner",
    "band": " AND lead.band = :band",
    "source": " AND lead.source_kind = :source",
    "unread": " AND lead.unread > 0",
    # The same two halves as the count of what is late.
    "overdue": " AND (lead.next_due < :now OR (lead.timer_kind NOT IN ('none', 'answered') AND lead.timer_target < :now))",
}
_OWNERS = (MINE, UNASSIGNED, "owner")
_ORDER = "order"


class Narrowed(NamedTuple):
    """The clauses, the order's key, the index that then gives a column in order, and the values the clauses name."""

    clauses: str
    key: str
    by_index: str
    values: dict[str, Any]


def asked(question: str, who: str) -> str:
    """A question of the board with what ``who`` adds to it."""
    told = narrowed(who)
    return question.format(filter=told.clauses, index=told.by_index, key=told.key)


def narrowed(who: str) -> Narrowed:
    """What ``who`` narrows a board to. Raises ValueError for a word that is none of ours."""
    words = [word.partition(":")[::2] for word in who.split()]
    told, named = [word for word in words if word[0] != _ORDER], dict(words).get(_ORDER, "")
    unknown = [name for name, _ in told if name not in _CLAUSES]
    if unknown or named not in ORDERS:
        raise ValueError(f"a board cannot be narrowed by {(unknown or [named])[0]!r}")
    by_owner, order = any(name in _OWNERS for name, _ in told), ORDERS[named]
    return Narrowed(
        "".join(_CLAUSES[name] for name, _ in told),
        order.key,
        _BY_OWNER if by_owner else order.held_by,
        {name: value for name, value in told if value},
    )
