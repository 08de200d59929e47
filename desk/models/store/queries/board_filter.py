"""What a board is narrowed to, in words that name it: ``mine band:hot overdue``. Each word is one clause of the questions asked.

The first word says whose leads: everyone, mine or unassigned. The others may follow in any order: ``owner:ID``, ``band:BAND``,
``source:KIND``, ``overdue``, ``unread``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

EVERYONE, MINE, UNASSIGNED = "everyone", "mine", "unassigned"
_BY_STAGE, _BY_OWNER = "ix_lead_board", "ix_lead_owner"
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


class Narrowed(NamedTuple):
    """The clauses, the index that then gives a column in order, and the values the clauses name."""

    clauses: str
    by_index: str
    values: dict[str, Any]


def asked(question: str, who: str) -> str:
    """A question of the board with what ``who`` adds to it."""
    told = narrowed(who)
    return question.format(filter=told.clauses, index=told.by_index)


def narrowed(who: str) -> Narrowed:
    """What ``who`` narrows a board to. Raises ValueError for a word that is none of ours."""
    told = [word.partition(":")[::2] for word in who.split()]
    unknown = [name for name, _ in told if name not in _CLAUSES]
    if unknown:
        raise ValueError(f"a board cannot be narrowed by {unknown[0]!r}")
    by_owner = any(name in _OWNERS for name, _ in told)
    return Narrowed(
        "".join(_CLAUSES[name] for name, _ in told),
        _BY_OWNER if by_owner else _BY_STAGE,
        {name: value for name, value in told if value},
    )
