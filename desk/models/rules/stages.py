"""The stage moves by itself where a fact proves it, never backwards; with one exception (LEAD-06)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.conversation import Message
from desk.models.decisions import Decision, MoveStage, RaiseAlert
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.words import STAGES, Stage

NO_REPLY = ("auto_reply", "bounce", "inquiry")
_RANK = {stage: rank for rank, stage in enumerate(STAGES)}


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    if facts.lead.stage == Stage.LOST:
        yield from _reopen(facts, now)
        return
    if facts.lead.stage == Stage.SOLD:
        return
    proven, why = max(_proofs(facts), key=lambda proof: _RANK[proof[0]], default=(Stage.NEW, ""))
    if _RANK[proven] > _RANK[Stage(facts.lead.stage)] and not _set_by_person_since(facts, why):
        yield MoveStage(to=proven, why=("stages.by_proof", why))


def _proofs(facts: Facts) -> Iterator[tuple[Stage, str]]:
    """Every stage that a recorded fact proves, with the fact."""
    first = next((m for m in facts.sent if m.author in ("assistant", "staff")), None)
    if first is not None:
        yield Stage.CONTACTED, f"First outreach left by {first.channel}"
    elif any(log.type in ("call", "voicemail", "letter") and log.direction == "out" for log in facts.logs):
        yield Stage.CONTACTED, "First outreach was logged"
    if real_replies(facts):
        yield Stage.ENGAGED, "The customer replied"
    if _assessed(facts):
        yield Stage.QUALIFIED, "Needs assessed, vehicle and timeline known"
    if any(a.status in ("booked", "confirmed") for a in facts.appointments):
        yield Stage.APPOINTMENT_SET, "A visit is booked"


def real_replies(facts: Facts) -> tuple[datetime, ...]:
    """Moments of the customer's own replies; auto-replies, bounces and a stranger at that number are none (R8, R28)."""
    return tuple(m.at for m in facts.inbound if m.purpose not in NO_REPLY and not _stranger(m))


def _stranger(message: Message) -> bool:
    return "wrong_number" in (message.reading or {}).get("intents", ())


def _assessed(facts: Facts) -> bool:
    needs = facts.lead.needs or {}
    assessed = any(log.outcome == "connected_assessed" for log in facts.logs) or bool(needs.get("assessed"))
    named = bool(facts.lead.vehicle_title or needs.get("vehicles"))
    return assessed and named and bool(needs.get("timeline") or facts.lead.timeframe)


def _set_by_person_since(facts: Facts, why: str) -> bool:
    """A person may set any stage; the desk moves on only when a newer fact proves it."""
    latest = max((m.sent_at or m.at for m in facts.messages), default=None)
    visits = max((a.made_at for a in facts.appointments), default=None)
    logs = max((log.at for log in facts.logs), default=None)
    newest = max((moment for moment in (latest, visits, logs) if moment is not None), default=None)
    return newest is None or (facts.lead.stage_at > newest)


def _reopen(facts: Facts, now: datetime) -> Iterator[Decision]:
    """A customer who writes to a Lost lead reopens it, unless what they wrote ends it again."""
    replies = [m for m in facts.inbound if m.purpose not in NO_REPLY and m.at > facts.lead.stage_at]
    ending = ("stop", "back_off", "close_lost")
    wanted = next((m for m in reversed(replies) if (m.reading or {}).get("action") not in ending), None)
    if wanted is None:
        return
    yield MoveStage(to=Stage.ENGAGED, status="", why=("stages.reopened", "The customer wrote to a lost lead"))
    if facts.lead.owner_id:
        yield RaiseAlert(
            key=f"{facts.lead.id}·reopened·{wanted.id}", staff_id=facts.lead.owner_id, kind="attention",
            title=f"{facts.customer.full or 'A customer'} wrote again", why=("stages.reopened",), next="Open and answer",
        )  # fmt: skip
