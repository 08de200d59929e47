"""A person's word on a message that may have said stop; the rules then do what follows from it (R4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from desk.models.commands import SettleStop
from desk.models.conversation import Message
from desk.models.decisions import ClearTimer, Decision, QuietAlerts, SetAssistant
from desk.models.errors import Refused
from desk.models.facts import Facts
from desk.models.rules.replies.endings import words_of
from desk.models.rules.replies.handoff import in_doubt
from desk.models.words import LEFT, AiState, AlertKind, BlockKind, TimerKind
from desk.services.desk import handles
from desk.services.hearing import QUOTED, hear
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_WORDS = {
    True: "{by} read it: the customer said stop",
    False: "{by} read it: the customer did not say stop",
}


@handles(SettleStop)
def settle_stop(work: Work, command: SettleStop) -> None:
    """Read anew, with the person's word for it, whatever was in doubt; raises `Refused` where nothing is."""
    file = LeadFile.of(work, command.lead_id)
    rows = [row for row in file.messages if (row.reading or {}).get("doubt")]
    inquiry = dict(file.lead.inquiry or {})
    if not rows and not inquiry.get("doubt"):
        raise Refused("Nothing here waits for that word any more.", action=command.act)
    words = _WORDS[command.stopped].format(by=command.by.words)
    for row in rows:
        row.reading = _settled(file, row, stopped=command.stopped)
        work.tell("reading", file.lead.id, row.reading, (words,), private=QUOTED)
    if inquiry.get("doubt"):
        file.lead.inquiry = _inquiry(file, inquiry, stopped=command.stopped)
        work.tell("reading", file.lead.id, file.lead.inquiry, (words,), private=QUOTED)
    if not command.stopped:
        texts = [row.text for row in rows]
        texts += [str(inquiry.get("visible") or file.lead.comments)] if inquiry.get("doubt") else []
        _reopen(file, {words_of(text) for text in texts} - {""}, words, command.by.words)
    file.changed()
    for decision in _quieted(file.facts(), work.now, words, command):
        record(file, decision)
    work.kinds.add("messages")
    work.settle(file.lead.id)


def _reopen(file: LeadFile, texts: Collection[str], words: str, by: str) -> None:
    """Lifts what was blocked while it was in doubt; what was stopped at another time stays so."""
    held = [
        b for b in file.blocks if b.kind == BlockKind.OPT_OUT and b.lifted_at is None and b.words in texts
    ]
    for block in held:
        block.lifted_at, block.lifted_by, block.lift_evidence = file.work.now, by, words
        told = {"block": block.kind, "channels": list(block.channels), "lifted": True}
        file.work.tell("block", file.lead.id, told, ("R4", words), by=by)


def _quieted(facts: Facts, now: datetime, words: str, command: SettleStop) -> Iterator[Decision]:
    """The clock of the hand-off stops with the word; where the talk goes on, so does the assistant."""
    why = ("handoff.settled", words)
    for timer in facts.open_timers:
        if timer.kind == TimerKind.HANDOFF:
            yield ClearTimer(timer.id, now, words, why, by="a person")
    yield QuietAlerts((AlertKind.HANDOFF, AlertKind.ESCALATION), words)
    if not command.stopped and in_doubt(facts):
        yield SetAssistant(AiState(facts.lead.ai_returns_to or AiState.ON), why, by=command.by.words)


def _settled(file: LeadFile, row: Message, *, stopped: bool) -> dict[str, Any]:
    earlier = (m for m in reversed(file.messages) if m.at <= row.at and m.direction == "out")
    asked = next((m.asks for m in earlier if m.status in LEFT and m.asks), "")
    text = (row.full_text or row.text) if row.channel == "email" else row.text
    reading = hear(
        file.work,
        row.id,
        text,
        row.at,
        channel=row.channel,
        subject=row.subject,
        asked=asked,
        stop=stopped,
    )
    return reading.to_json() | {"stop_settled": stopped}


def _inquiry(file: LeadFile, told: dict[str, Any], *, stopped: bool) -> dict[str, Any]:
    """The words of a new lead are in doubt as a message's may be."""
    own = str(told.get("visible") or file.lead.comments)
    reading = hear(file.work, str(told.get("id", "")), own, file.lead.received_at, stop=stopped)
    return reading.to_json() | {"visible": own, "stop_settled": stopped}
