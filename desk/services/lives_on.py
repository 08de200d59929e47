"""Where a merged lead lives on: what is asked of it, or comes in for it, goes to the lead it went into (LEAD-04)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.commands import Command
from desk.models.duplicate import Merge
from desk.models.lead import Lead

C = TypeVar("C", bound=Command)


def lives_on(session: Session, lead_id: str) -> str:
    """The id of the lead this one went into; its own where it stands for itself, or where there is none."""
    lead = session.get(Lead, lead_id) if lead_id else None
    return lead.merged_into or lead_id if lead is not None else lead_id


def standing(session: Session, lead: Lead) -> Lead:
    """The lead itself, or the one it went into."""
    into = session.get(Lead, lead.merged_into) if lead.merged_into else None
    return into or lead


def whose(session: Session, lead: Lead, sender: str) -> Lead:
    """The lead of whoever answers a mail of ``lead``: a mail written while two records were one names the kept lead, but since
    they were taken apart each address has its own again."""
    apart = (
        select(Merge).where(Merge.kept_id == lead.id, Merge.undone_at.is_not(None)).order_by(Merge.id.desc())
    )
    gone = next((merge.gone_id for merge in session.scalars(apart) if sender in merge.addresses), None)
    found = session.get(Lead, gone) if gone is not None else None
    return standing(session, found or lead)


def for_living(session: Session, command: C) -> C:
    """The command as it is, or about the lead that the named one went into: a window may still show the old one."""
    told: Any = command
    lead_id = getattr(command, "lead_id", "")
    into = lives_on(session, lead_id) if lead_id else lead_id
    return command if into == lead_id else replace(told, lead_id=into)
