"""Until when a sample lead's owner is covered: ruled on what was said, so that card and Coverage tab agree (COVER-04)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from desk.models.facts import Facts
from desk.models.rules.coverage import policy_of, verdict
from desk.services.sample.leads import Told
from desk.services.sample.talk import Placed

_LEFT = ("", "sent", "delivered")
_CLOSED = ("sold", "lost")


def write_cover(lead: Told) -> None:
    """Only for a lead that is open and that its owner has worked on."""
    owner, said = lead.owner, [each for each in lead.said if each.line.by != "assistant"]
    if owner is None or lead.story.stage in _CLOSED or not any(each.line.by != "customer" for each in said):
        return
    book, now = lead.house.rules, lead.now
    until = verdict(_facts(lead, said, owner.id), owner.id, policy_of(owner, book), book, now).until
    if until is not None:
        lead.columns |= {"coverage_until": until, "coverage_by": owner.id}


def _facts(lead: Told, said: list[Placed], owner_id: str) -> Facts:
    """As much of the record as coverage is ruled on. The rows are on their way into the store; the rule sees them as they will be."""
    rows: list[Any] = [_row(number, each, owner_id) for number, each in enumerate(said)]
    messages = tuple(row for row, each in zip(rows, said, strict=True) if each.line.is_message)
    logs = tuple(row for row, each in zip(rows, said, strict=True) if not each.line.is_message)
    owned = cast(Any, SimpleNamespace(owner_id=owner_id))
    return Facts(lead=owned, customer=owned, store=lead.house.store, messages=messages, logs=logs)


def _row(number: int, each: Placed, owner_id: str) -> SimpleNamespace:
    """A message or a log with the fields that coverage reads."""
    line, inbound = each.line, each.line.by == "customer"
    left = line.status in _LEFT
    return SimpleNamespace(
        id=f"{number:04d}", at=each.at, sent_at=each.at if left and not inbound else None, author=line.by, channel=line.ch,
        staff_id=None if inbound else owner_id, purpose="" if inbound else line.purpose or "staff", type=line.by,
        direction="in" if inbound or line.by == "visit" else "out", status="received" if inbound else "sent" if left else line.status,
        outcome=line.outcome, recorded="",
    )  # fmt: skip
