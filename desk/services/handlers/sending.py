"""Messages on their way: claimed for sending, answered by the provider, written or decided on by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.attached import Attached
from desk.models.attaching import looked_at
from desk.models.conversation import Message
from desk.models.errors import BadInput, Refused
from desk.models.facts import StoreFacts
from desk.models.rules.gate.verdict import Outcome, remedy
from desk.models.task import Appointment
from desk.services import gatekeeper, outgoing
from desk.services.attachments import files_of, keep_files
from desk.services.desk import handles
from desk.services.handlers import line_alerts
from desk.services.handlers.house import put_setting
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_VERDICTS = ("approve", "edit", "skip", "earlier", "later")
_NOT_REACHED = frozenset({"unreachable", "lost", "token"})


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that the gate let out and that is now marked ``sending``: what the provider must be given."""

    message: Message
    to_name: str
    reply_token: str
    store: StoreFacts
    marketing: bool
    valid_for: timedelta | None
    visit: Appointment | None = None
    files: tuple[Attached, ...] = ()


def _message(work: Work, message_id: str) -> Message:
    found = work.session.get(Message, message_id)
    if found is None:
        raise BadInput("There is no such message in this store.", where=message_id)
    return found


def _file(work: Work, message: Message) -> tuple[LeadFile, Message]:
    file = LeadFile.of(work, message.lead_id)
    return file, next(m for m in file.messages if m.id == message.id)


@handles(c.ClaimSend)
def claim_send(work: Work, command: c.ClaimSend) -> Claimed | None:
    """The last question at the gate, in the transaction that marks the message ``sending`` (R1, AI-25)."""
    found = _message(work, command.message_id)
    if found.status not in ("queued", "held") or (found.not_before and found.not_before > work.now):
        return None
    file, message = _file(work, found)
    verdict = gatekeeper.ask(file, message, work.now)
    if verdict.outcome is not Outcome.ALLOW:
        outgoing.apply_verdict(file, message, verdict)
        work.settle(message.lead_id)
        return None
    message.attempts += 1
    outgoing.set_status(file, message, "sending")
    closes = gatekeeper.closes_at(file, message, work.now)
    return Claimed(
        message=message, to_name=file.customer.full, reply_token=file.lead.reply_token, store=work.store,
        marketing=message.author != "staff", valid_for=closes - work.now if closes else None,
        visit=file.appointments[-1] if file.appointments else None, files=files_of(work.session, message),
    )  # fmt: skip


@handles(c.RecordSend)
def record_send(work: Work, command: c.RecordSend) -> None:
    file, message = _file(work, _message(work, command.message_id))
    if command.provider_id:
        message.provider_id = command.provider_id
    {"accepted": _sent, "retry": _retry, "uncertain": _uncertain, "refused": _failed}[command.outcome](
        file, message, command
    )
    if command.address_bad:
        _mark_bad(file, message, command.detail)
    if command.opted_out:
        _provider_block(file, message, command.detail)
    if command.channel_stop:
        _ask_person(work, message.channel, command.detail)
    work.settle(message.lead_id)


def _ask_person(work: Work, channel: str, words: str) -> None:
    """The provider stopped the whole channel: only a person who looks at the account lifts that (R28)."""
    line = "mail_out" if channel == "email" else "texts_out"
    health = line_alerts.ask_person(work, work.store.settings["health"], line, words)
    put_setting(work, "health", dict(health))
    work.kinds.add("health")


def _sent(file: LeadFile, message: Message, command: c.RecordSend) -> None:
    lead, now = file.lead, file.work.now
    outgoing.set_status(file, message, "sent", words="Accepted by the server", code=command.code)
    lead.first_sent_at = lead.first_sent_at or now
    if message.author == "staff":
        lead.last_human_at = now


def _retry(file: LeadFile, message: Message, command: c.RecordSend) -> None:
    """Tried again later by the table of waits; after the last one it has failed (R28).

    A try that never reached the provider is none: the message waits for its line alone (DESK-10).
    """
    if command.channel_stop or command.code in _NOT_REACHED:
        message.attempts -= 1
        message.not_before = file.work.now
        outgoing.set_status(file, message, "queued", words=command.detail, code=command.code)
        return
    waits = file.work.book.words_list(f"sending.{message.channel}_retries_s")
    if message.attempts > len(waits):
        _failed(file, message, command)
        return
    wait = command.retry_after_s or float(waits[message.attempts - 1])
    message.not_before = file.work.now + timedelta(seconds=wait)
    outgoing.set_status(file, message, "queued", words=command.detail, code=command.code)


def _uncertain(file: LeadFile, message: Message, command: c.RecordSend) -> None:
    outgoing.set_status(
        file, message, "uncertain", words=command.detail or "The answer was lost", code=command.code
    )
    file.work.kinds.add("alerts")


def _failed(file: LeadFile, message: Message, command: c.RecordSend) -> None:
    outgoing.set_status(file, message, "failed", words=command.detail, code=command.code)


def _mark_bad(file: LeadFile, message: Message, words: str) -> None:
    channels = ("email",) if message.channel == "email" else ("text",)
    record(
        file,
        d.BlockAddress(
            key=f"{message.lead_id}·bad·{message.id}", kind="bad_address", address=message.to_address, channels=channels,
            why=("R28" if message.channel == "email" else "R26", words), words=words, by="the provider",
        ),
    )  # fmt: skip


def _provider_block(file: LeadFile, message: Message, words: str) -> None:
    record(
        file,
        d.BlockAddress(
            key=f"{message.lead_id}·provider-stop·{message.id}", kind="opt_out", address=message.to_address, channels=("text", "call"),
            why=("R26 21610", words), words=words, by="the provider",
        ),
    )  # fmt: skip


@handles(c.RecordDelivery)
def record_delivery(work: Work, command: c.RecordDelivery) -> None:
    """A later word from the provider; a final state is never taken back."""
    file, message = _file(work, _message(work, command.message_id))
    if message.status == command.status or message.status in ("bounced",):
        return
    message.provider_id = command.provider_id or message.provider_id
    outgoing.set_status(file, message, command.status, words=command.words, code=command.code)
    if command.address_bad:
        _mark_bad(file, message, command.words)
    work.settle(message.lead_id)


@handles(c.SettleUncertain)
def settle_uncertain(work: Work, command: c.SettleUncertain) -> None:
    file, message = _file(work, _message(work, command.message_id))
    if message.status not in ("uncertain", "sending"):
        raise Refused("This message is not uncertain any more.", action=command.act)
    if command.verdict == "again":
        message.not_before = work.now
        outgoing.set_status(file, message, "queued", words=f"Sent again by {command.by.words}")
        work.outbox = True
    else:
        words = {
            "sent": "It was sent",
            "drop": "Dropped",
            "unknown": "The desk stopped while it was being sent",
        }[command.verdict]
        status = {"sent": "sent", "drop": "skipped", "unknown": "uncertain"}[command.verdict]
        outgoing.set_status(file, message, status, words=f"{words}, by {command.by.words}")
    work.settle(message.lead_id)


@handles(c.WriteMessage)
def write_message(work: Work, command: c.WriteMessage) -> str:
    """A person writes. A blocked channel is refused with the rule and what lifts it; quiet hours hold it (FLOW-15)."""
    if not command.text.strip():
        raise Refused("There is nothing to send.", action=command.act, missing=("text",))
    file = LeadFile(work, work.lead(command.lead_id))
    address = file.facts().address("phone" if command.channel == "text" else "email")
    if address is None:
        raise Refused(
            f"This customer has no {command.channel} address.",
            action=command.act,
            missing=("address",),
            do="Add one first.",
        )
    files = _looked_at(work, command)
    row = outgoing.queue_message(file, _as_decision(work, command, file, address.value))
    keep_files(work, row, files)
    if row.status == "skipped":
        verdict = gatekeeper.ask(file, row, work.now)
        raise Refused(row.status_words, action=command.act, do=remedy(verdict.rule, verdict.lifts))
    if row.status == "pending_approval":  # a person may go past the budget, with a reason (FLOW-13)
        raise Refused(
            row.status_words,
            action=command.act,
            missing=("over_budget",),
            do="Say why it cannot wait, or send it later.",
        )
    if command.hold_assistant:
        _hold_assistant(file)
    work.outbox = True
    work.settle(command.lead_id)
    return row.id


def _looked_at(work: Work, command: c.WriteMessage) -> tuple[Attached, ...]:
    """The files as they may leave. Raises Refused for one that may not, whatever was said when it was attached."""
    if command.files and command.channel != "email":
        raise Refused("Files go with an email only.", action=command.act, missing=("files",), do="Write an email, or send a link.")  # fmt: skip
    found = tuple(looked_at(command.files, (), work.book))
    refused = [words for words in found if isinstance(words, str)]
    if refused:
        raise Refused(refused[0], action=command.act, missing=("files",))
    return tuple(file for file in found if isinstance(file, Attached))


def _as_decision(work: Work, command: c.WriteMessage, file: LeadFile, to: str) -> d.QueueMessage:
    text = gatekeeper.staff_text(file, command.channel, command.text.strip(), command.by)
    return d.QueueMessage(
        key=f"{command.lead_id}·staff·{work.txn}", channel=command.channel, purpose="staff", to=to, text=text,
        subject=command.subject or gatekeeper.staff_subject(file, command.channel), author="staff", not_before=command.not_before,
        why=(f"Written by {command.by.words}", *((f"Over the budget: {command.over_budget}",) if command.over_budget else ())), priority=1,
    )  # fmt: skip


def _hold_assistant(file: LeadFile) -> None:
    for message in file.facts().waiting:
        if message.author == "assistant":
            record(file, d.DropMessage(message.id, "superseded", ("A person writes instead",)))


@handles(c.DecideDraft)
def decide_draft(work: Work, command: c.DecideDraft) -> None:
    """Approve, edit, skip, or move a waiting message (AI-18). Raises BadInput for any other word."""
    if command.verdict not in _VERDICTS:
        raise BadInput(
            f"{command.verdict!r} is no decision on a message.",
            where="verdict",
            do=f"Use one of {', '.join(_VERDICTS)}.",
        )
    file, message = _file(work, _message(work, command.message_id))
    if message.status not in ("pending_approval", "queued", "held"):
        raise Refused("This message has already left or was dropped.", action=command.act)
    if command.verdict == "skip":
        outgoing.set_status(file, message, "skipped", words=f"Skipped by {command.by.words}")
    else:
        _let_go(file, message, command)
    work.settle(message.lead_id)


def _moment(work: Work, message: Message, command: c.DecideDraft) -> datetime:
    """When it leaves: at the time that was named, at once for "earlier", else at its own moment. Raises Refused for a later without one."""
    if command.at is not None:
        return max(command.at, work.now)
    if command.verdict == "later":
        raise Refused("Say when it should leave.", action=command.act, missing=("at",))
    return work.now if command.verdict == "earlier" else max(message.not_before or work.now, work.now)


def _let_go(file: LeadFile, message: Message, command: c.DecideDraft) -> None:
    work = file.work
    if command.verdict == "edit":
        if not command.text.strip():
            raise Refused("The message is empty.", action=command.act, missing=("text",))
        message.text = message.full_text = command.text
        message.facts = []
    message.not_before = _moment(work, message, command)
    message.approved_by = command.by.words
    message.why = [*message.why, f"{command.verdict} by {command.by.words}"]
    outgoing.set_status(
        file, message, "queued", words=f"Approved by {command.by.words}" if command.verdict != "later" else ""
    )
    verdict = gatekeeper.ask(file, message, max(work.now, message.not_before))
    if verdict.outcome is not Outcome.ALLOW:
        outgoing.apply_verdict(file, message, verdict)
    work.outbox = True
