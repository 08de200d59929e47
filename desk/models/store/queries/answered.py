"""When the leads of some addresses came: what another system's mail to them is held against (DESK-08)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.intake.second_answer import MailHead
from desk.models.lead import Lead
from desk.models.person import Address


def came(session: Session, sent: Iterable[MailHead]) -> Mapping[str, Sequence[datetime]]:
    """The moments at which leads of the addresses these mails went to arrived."""
    wanted = {to for head in sent for to in head.to}
    query = select(Address.value, Lead.received_at).join(Lead, Lead.customer_id == Address.customer_id)
    found: dict[str, list[datetime]] = defaultdict(list)
    for value, at in session.execute(query.where(Address.value.in_(wanted))):
        found[value].append(at)
    return found
