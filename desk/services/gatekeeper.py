"""Takes a message to the gate: gathers, inside the transaction, everything that bears on it (R1, COMPLY-05)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import bindparam, literal, select, text

from desk.models.by import By
from desk.models.conversation import MAILED, Log, Message
from desk.models.facts import Facts
from desk.models.lead import Lead
from desk.models.rules import restated
from desk.models.rules.calling import evidence
from desk.models.rules.gate import (
    BlockFact,
    ConsentFact,
    Draft,
    GateFacts,
    GateRules,
    HumanContact,
    Inbound,
    LeadHold,
    OptOutFact,
    Outcome,
    Pause,
    SendingHealth,
    StoreFacts,
    Touch,
    Verdict,
    may_send,
    segments,
    whereabouts,
)
from desk.models.rules.gate.verdict import hold, redecide
from desk.models.rules.gate.windows import closes_at as window_closes
from desk.models.rules.shifts import staffed_add
from desk.models.store.prepared import Prepared
from desk.models.store.queries.scrub import look_up
from desk.models.time import from_micros
from desk.models.words import AiState, Author, BlockKind, Channel, Purpose
from desk.services.leadfile import LeadFile

_OPT_OUT_KINDS = (BlockKind.OPT_OUT, BlockKind.DO_NOT_CONTACT)
_DAY = timedelta(hours=24)
_CONFIRMS = Purpose.OPT_OUT_CONFIRMATION
_NTH_LAST_MAIL = Prepared(
    select(Message.sent_at)
    .where(text(MAILED), Message.sent_at > bindparam("since"))
    .order_by(Message.sent_at.desc())
    .limit(1)
    .offset(bindparam("before"))
)
_CALLS_ELSEWHERE = Prepared(
    select(Log.at)
    .join(Lead, Lead.id == Log.lead_id)
    .where(
        Lead.customer_id == bindparam("customer"),
        Log.lead_id != bindparam("lead"),
        Log.direction == "out",
        Log.type.in_([literal("call"), literal("voicemail")]),
        Log.at > bindparam("since"),
    )
)
_DISCLOSED = ("automated", "assistant"), ("asistente", "automatizado")


def ask(file: LeadFile, row: Message, now: datetime) -> Verdict:
    """What the gate says to this message at ``now``; a person's approval answers a ``person`` verdict."""
    facts = file.facts()
    if row.author != "staff" and not facts.store.automatic:
        return hold(
            "DESK-12",
            facts.store.automatic_words,
            "A person decides which desk speaks, or goes live.",
            now + _ask_again(file, row, now),
        )
    verdict = may_send(draft_of(facts, row), facts_for(facts, file, row, now), rules_of(file), now)
    approved = bool(row.approved_by) or any(str(why).startswith("Over the budget: ") for why in row.why)
    if verdict.outcome is Outcome.PERSON and (
        approved or (row.author == "staff" and verdict.rule not in ("FLOW-13", "R10"))
    ):
        return Verdict(
            Outcome.ALLOW, verdict.rule, f"A person answers for it: {row.approved_by or row.why[0]}."
        )
    if verdict.outcome is Outcome.HOLD and verdict.until is None:
        return replace(verdict, until=now + _ask_again(file, row, now))
    return (_mailbox_full(file, row, now) or _left_the_lot(file, row) if verdict.allowed else None) or verdict


def _mailbox_full(file: LeadFile, row: Message, now: datetime) -> Verdict | None:
    """The mailbox's daily ceiling, under its provider's: what is automatic waits, people's mail has the rest (R27)."""
    ceiling = int(file.work.store.settings.get("mail.per_day", 0))
    if row.channel != Channel.EMAIL or row.author == "staff" or row.purpose == _CONFIRMS or not ceiling:
        return None
    values = {"since": now - _DAY, "before": ceiling - 1}
    found = _NTH_LAST_MAIL.run(file.work.connection, values)  # what left is in the store already
    if not found:
        return None
    last = from_micros(found[0][0])
    fact = f"{ceiling:,} emails have left in the last 24 hours, which is the mailbox's limit."
    return hold("R27", fact, "Room comes back as they grow older; a person's email still goes.", last + _DAY)


def _left_the_lot(file: LeadFile, row: Message) -> Verdict | None:
    """A message that says a vehicle is here is written anew once the list no longer has it (AI-05)."""
    told = restated.said_here(row.facts or ()) if row.author != "staff" else ()
    if not told:
        return None
    cars = [file.work.vehicle("stock", stock) for stock in told]
    if all(car is None or car.status == "available" for car in cars):
        return None
    return redecide(restated.RULE, restated.SAYS_HERE, "It is written anew.")


def _ask_again(file: LeadFile, row: Message, now: datetime) -> timedelta:
    """What has no moment is asked about soon at first and ever more rarely: a line that comes back is not kept waiting."""
    soonest, latest = (file.work.book.span(f"health.{key}") for key in ("ask_again", "ask_again_at_most"))
    waits_since = max(row.at, file.work.eyes.shut_at or row.at)
    return min(max((now - waits_since) / 4, soonest), latest)


def rules_of(file: LeadFile) -> GateRules:
    rules: GateRules = file.work.book.part("gate")
    return rules


def draft_of(facts: Facts, row: Message) -> Draft:
    title = facts.lead.vehicle_title
    return Draft(
        channel=Channel(row.channel), author=Author(row.author), purpose=Purpose(row.purpose), to_address=row.to_address, text=row.text,
        created_at=row.at, expires_at=row.expires_at, subject=row.subject, marketing=row.author != "staff" and row.purpose in _MARKETING,
        segments=segments(row.text).parts if row.channel == "text" else None,
        names_vehicle=bool(title) and any(word in row.text for word in title.split()[1:3]),
        reason="; ".join(str(why)[17:] for why in row.why if str(why).startswith("Over the budget: ")),
    )  # fmt: skip


_MARKETING = frozenset({Purpose.NURTURE, Purpose.SIMILAR_VEHICLES, Purpose.REENGAGEMENT})


def gate_facts(facts: Facts, file: LeadFile, now: datetime) -> GateFacts:
    lead, store = facts.lead, facts.store
    last_in = facts.last_in
    contacts = facts.contacts_by_people()
    return GateFacts(
        store=StoreFacts(name=store.name, postal_address=store.address, state=store.region, zone=store.zone),
        health=_health(file, now), assistant=AiState(lead.ai_state), blocks=tuple(_blocks(facts)),
        stopping_status=lead.status if lead.ai_state == AiState.PAUSED_BY_STATUS else "",
        consents=tuple(ConsentFact(c.address, c.channel, c.kind, c.at) for c in facts.consents),  # type: ignore[arg-type]  # stored words
        places=evidence(facts), received_at=lead.received_at, inquiry_at=_inquiry_at(facts), sale_at=facts.bought_here_at,
        touches=tuple(_touches(facts, now)), inbound=Inbound(last_in.at, Channel(last_in.channel)) if last_in else None,
        human=HumanContact(contacts[-1][0]) if contacts else None, staffed_wait_ends_at=_staffed_wait(facts, file),
        opt_out=_opt_out(facts, file), hold=LeadHold(lead.hold_reason, lead.hold_until) if lead.hold_kind else None, strategy=lead.source_kind,
        source=lead.source, pauses=tuple(_pauses(facts)), disclosed_at=_last_saying(facts, _DISCLOSED),
        last_exchange_at=max((m.sent_at or m.at for m in (*facts.sent, *facts.inbound)), default=None),
        opt_out_line_at=_last_saying(facts, (("stop",),), channel="text"),
    )  # fmt: skip


def facts_for(facts: Facts, file: LeadFile, row: Message, now: datetime) -> GateFacts:
    """The facts about one address: a number nobody is known to have asked from is looked up in the lists (R8)."""
    told = gate_facts(facts, file, now)
    told = replace(told, touches=(*told.touches, *_calls_elsewhere(file, row, now)))
    kinds = {c.kind for c in facts.consents if c.address == row.to_address}
    if kinds != {"none"}:
        return told
    listed, scrub_at = look_up(file.work.session, row.to_address)
    inquiry_at = max((m.at for m in facts.inbound), default=None)
    return replace(told, inquiry_at=inquiry_at, on_national_list=listed, scrub_at=scrub_at)


def _health(file: LeadFile, now: datetime) -> SendingHealth:
    eyes = file.work.eyes
    read = {channel: eyes.read_at(channel, now) for channel in (Channel.EMAIL, Channel.TEXT)}
    return SendingHealth(
        inbound_read_at={channel: at for channel, at in read.items() if at is not None},
        clock_drift=eyes.drift,
    )


def _blocks(facts: Facts) -> Iterator[BlockFact]:
    for block in facts.blocks:
        if block.lifted_at is None:
            yield BlockFact(
                BlockKind(block.kind), block.address, frozenset(block.channels), block.at, block.words
            )


def _touches(facts: Facts, now: datetime) -> Iterator[Touch]:
    for message in (*facts.sent, *facts.other_touches):
        yield Touch(
            message.sent_at or message.at,
            Channel(message.channel),
            Author(message.author),
            live=message.in_exchange,
        )
    for message in facts.messages:
        if message.status in ("sending", "uncertain"):
            yield Touch(
                message.at, Channel(message.channel), Author(message.author), live=message.in_exchange
            )
    for log in facts.logs:
        if log.direction == "out" and log.type in ("call", "voicemail"):
            yield Touch(log.at, Channel.CALL, Author.STAFF)


def _calls_elsewhere(file: LeadFile, row: Message, now: datetime) -> tuple[Touch, ...]:
    """Calls to the same person about another lead of theirs: the cap counts people, not leads (R10)."""
    if row.channel not in (Channel.TEXT, Channel.CALL) or file.customer.id in file.work.born:
        return ()
    values = {"customer": file.customer.id, "lead": file.lead.id, "since": now - _DAY}
    found = _CALLS_ELSEWHERE.run(file.work.connection, values)  # recorded in transactions of their own
    return tuple(Touch(from_micros(row[0]), Channel.CALL, Author.STAFF) for row in found)


def _inquiry_at(facts: Facts) -> datetime:
    again = [m.at for m in facts.inbound]
    return max([facts.lead.received_at, *again])


def _staffed_wait(facts: Facts, file: LeadFile) -> datetime | None:
    wait = file.work.book.span("reply.staffed_wait")
    return staffed_add(_inquiry_at(facts), wait, (), facts.store)


def _opt_out(facts: Facts, file: LeadFile) -> OptOutFact | None:
    block = next(
        (b for b in reversed(facts.blocks) if b.kind in _OPT_OUT_KINDS and b.lifted_at is None), None
    )
    if block is None:
        return None
    sent = any(
        m.purpose == Purpose.OPT_OUT_CONFIRMATION
        and m.status not in ("skipped", "superseded", "queued", "held")
        for m in facts.messages
    )
    channel = Channel.EMAIL if "@" in block.address else Channel.TEXT
    heard = next((m for m in reversed(facts.inbound) if m.at <= block.at), None)
    carrier_words = file.work.book.words_list("opt_out.carrier_words")
    answered = heard is not None and heard.channel == "text" and heard.text.strip().lower() in carrier_words
    return OptOutFact(block.address, channel, block.at, confirmed=sent, carrier_answered=answered)


def _pauses(facts: Facts) -> Iterator[Pause]:
    for scope, reason in facts.store.pauses.items():
        kind, _, name = scope.partition(":")
        yield Pause(kind, name, "A manager", reason)  # type: ignore[arg-type]  # scopes are checked when saved


def _last_saying(facts: Facts, rows: tuple[tuple[str, ...], ...], channel: str = "") -> datetime | None:
    told = [(m.sent_at or m.at, m.text.lower()) for m in facts.sent if not channel or m.channel == channel]
    return max(
        (at for at, text in told if any(all(word in text for word in row) for row in rows)), default=None
    )


def closes_at(file: LeadFile, row: Message, now: datetime) -> datetime | None:
    """When the texting window closes: the provider may not deliver after it (R25). None for email."""
    if row.channel != "text":
        return None
    rules = rules_of(file)
    return window_closes(whereabouts(evidence(file.facts()), rules.places).places, now, rules.windows)


def staff_text(file: LeadFile, channel: str, text: str, by: By) -> str:
    """A person's words with what the law wants under them: the sender's name, address and opt-out line of an email (R13)."""
    if channel != "email":
        return text
    store = file.work.store
    lines = [
        text,
        "",
        by.name or store.name,
        store.name,
        store.address,
        "Reply STOP and we will not write to this address again.",
    ]
    return "\n".join(lines)


def staff_subject(file: LeadFile, channel: str) -> str:
    if channel != "email":
        return ""
    last = next((m.subject for m in reversed(file.messages) if m.channel == "email" and m.subject), "")
    title = file.lead.vehicle_title or "your inquiry"
    return last if last else f"About {title}"
