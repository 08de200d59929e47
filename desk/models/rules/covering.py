"""Keeps each lead's cover in view: until when its owner is covered, and a warning before it lapses (COVER-04)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from desk.models.decisions import Decision, SetLead, Wake
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.alerts import called, raise_for
from desk.models.rules.coverage import policy_of, verdict
from desk.models.time import local, to_micros
from desk.models.words import AlertKind, Stage


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    """Only the owner's own policy, so that it costs little; the others are asked for when somebody looks."""
    lead, owner = facts.lead, facts.owner
    if not Stage(lead.stage).is_open:
        return
    if owner is None or not _worked(facts, owner.id):
        yield SetLead({"coverage_until": None, "coverage_by": ""})
        return
    found = verdict(facts, owner.id, policy_of(owner, book), book, now)
    yield SetLead({"coverage_until": found.until, "coverage_by": owner.id if found.until else ""})
    if found.until is None or found.until <= now:
        return
    warn = found.until - book.span("covering.warn_before")
    key = f"{lead.id}·lapse·{owner.id}·{to_micros(found.until)}"
    if now < warn:
        yield Wake(warn)
    elif f"{key}·{owner.id}" not in facts.done:
        when = f"{local(found.until, facts.store.zone):%a %H:%M}"
        yield raise_for(
            owner, facts, book, now, key=key, kind=AlertKind.ATTENTION, title=f"Cover on {called(facts)} ends {when}",
            body=lead.vehicle_title, next="Write or call before then", why=(f"coverage.{found.policy}", found.why),
        )  # fmt: skip


def _worked(facts: Facts, staff_id: str) -> bool:
    """Whether anything on the lead is this person's; without it no policy covers them."""
    wrote = any(message.staff_id == staff_id for message in facts.messages)
    return wrote or any(log.staff_id == staff_id for log in facts.logs)
