"""What people correct of a lead and its customer: names, addresses, needs, the trade-in (LEAD-02, LEAD-11)."""

from __future__ import annotations

from collections.abc import Iterable

from desk.models import commands as c
from desk.models.errors import BadInput
from desk.models.person import TOLD_OF_CUSTOMER, Address
from desk.models.rules import acts
from desk.services import radar
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.replacing import check_open, put
from desk.services.work import Work

_EDITABLE = frozenset(
    {
        "comments",
        "timeframe",
        "language",
        "needs",
        "trade_in",
        "order_kind",
        "price_shopper",
        "ai_pace",
        "status",
    }
)
_CUSTOMER = frozenset({*TOLD_OF_CUSTOMER, "language"})


@handles(c.EditLead)
def edit_lead(work: Work, command: c.EditLead) -> None:
    file = LeadFile(work, work.lead(command.lead_id))
    check_open(work, file.lead, command.act)
    for row, values, allowed in (
        (file.lead, command.lead, _EDITABLE),
        (file.customer, command.customer, _CUSTOMER),
    ):
        _check_names(values, allowed)
        put(work, row, file.lead.id, values)
    for kind, raw in (("phone", command.phone), ("email", command.email)):
        if raw:
            _add_address(file, kind, raw)
    changed = sorted(
        [
            *command.lead,
            *command.customer,
            *(k for k, v in (("phone", command.phone), ("email", command.email)) if v),
        ]
    )
    work.tell("edit", file.lead.id, {"fields": changed}, (f"Edited by {command.by.words}",))
    if command.customer or command.phone or command.email:
        radar.watch(work, file.lead.id, "edited")
    work.settle(file.lead.id)


def _check_names(values: Iterable[str], allowed: frozenset[str]) -> None:
    for name in values:
        if name not in allowed:
            raise BadInput(
                f"{name} cannot be edited.", where=name, do=f"These can: {', '.join(sorted(allowed))}."
            )


def _add_address(file: LeadFile, kind: str, raw: str) -> None:
    value = acts.normal_address(kind, raw)
    if value is None:
        raise BadInput(
            f"{raw!r} is not a {kind} that can be used.", where=kind, do="Check the digits or the spelling."
        )
    if any(a.value == value for a in file.addresses):
        return
    work = file.work
    work.session.add(
        Address(
            id=work.new_id(),
            customer_id=file.customer.id,
            kind=kind,
            value=value,
            raw=raw,
            created_at=work.now,
        )
    )
