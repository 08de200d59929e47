"""One act on many leads: each is asked by its own rules, what refuses stays, one undo takes the rest back (FLOW-12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desk.models import commands as c
from desk.models.commands import ManyDone, NotDone, OnMany
from desk.models.errors import BadInput, Refused
from desk.models.person import Customer
from desk.models.rights import check
from desk.services.desk import handles
from desk.services.handlers import leads
from desk.services.lives_on import for_living
from desk.services.work import Work

#: What can be done to many at once. Each of these refuses before it changes anything.
_EACH: Mapping[type[c.OfLead], Callable[[Work, Any], Any]] = {
    c.AssignLead: leads.assign_lead,
    c.HoldLead: leads.hold_lead,
    c.MoveLead: leads.move_lead,
    c.StartOutreach: leads.start_outreach,
}


@handles(OnMany)
def on_many(work: Work, command: OnMany) -> ManyDone:
    """Raises BadInput for an act that is not one for many, NotAllowed where the person's role may not do it."""
    handler = _EACH.get(type(command.given))
    if handler is None:
        raise BadInput(f"{command.given.act.capitalize()} is done lead by lead.", where=command.given.act)
    check(replace(command.given, by=command.by))
    work.act = command.given.act
    done, refused = [], []
    for lead_id in dict.fromkeys(command.lead_ids):
        one = for_living(work.session, replace(command.given, lead_id=lead_id, by=command.by))
        try:
            handler(work, one)
        except (Refused, BadInput) as error:
            refused.append(NotDone(lead_id, _name(work, one.lead_id), error.what, error.do))
        else:
            done.append(lead_id)
    return ManyDone(tuple(done), tuple(refused))


def _name(work: Work, lead_id: str) -> str:
    try:
        customer = work.session.get(Customer, work.lead(lead_id).customer_id)
    except BadInput:
        return ""
    return customer.full or f"{customer.first} {customer.last}".strip() if customer is not None else ""
