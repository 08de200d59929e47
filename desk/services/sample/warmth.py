"""How warm the open leads of a small sample are: the rule's own word, so that nothing jumps when the desk first looks (TEMP-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from desk.models.decisions import SetTemperature
from desk.models.ids import IdSource
from desk.models.lead import Lead
from desk.models.rules import temperature
from desk.models.rules.standing import sort_key
from desk.models.words import Stage
from desk.services.desk import Desk
from desk.services.leadfile import LeadFile
from desk.services.record import record


def feel(desk: Desk, now: datetime, ids: IdSource) -> None:
    """Ask the rule about each open lead and record what it says, as the desk would at ``now``."""
    with desk.store.writing() as session:
        work = replace(desk.looking(session, now), ids=ids)
        for lead in session.scalars(select(Lead).order_by(Lead.id)).all():
            if Stage(lead.stage).is_open:
                _felt(LeadFile(work, lead))
        work.write()


def _felt(file: LeadFile) -> None:
    for decision in temperature.decide(file.facts(), file.work.book, file.work.now):
        if isinstance(decision, SetTemperature):
            record(file, decision)
    file.lead.sort_key = sort_key(file.lead)
