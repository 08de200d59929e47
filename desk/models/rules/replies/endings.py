"""Messages that end or interrupt the conversation: stop, wrong number, backed off, lost, "write me in June" (AI-09, AI-17, R2 … R5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.models.decisions import (
    BlockAddress,
    ChangeVisit,
    CloseTask,
    Decision,
    DropMessage,
    MakeTask,
    MoveStage,
    PauseUntil,
    QueueMessage,
    SetAssistant,
)
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound, slots
from desk.models.rules.alerts import called, raise_for, told_people
from desk.models.rules.gate.optout_scope import Said, opt_out_scope
from desk.models.rules.replies import handoff
from desk.models.rules.replies.heard import Heard
from desk.models.rules.wording import Pen
from desk.models.words import AiState, AlertKind, Channel, Purpose, Stage

_LOST = {"bought_elsewhere": "bought elsewhere", "not_interested": "not interested"}


def decide(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterable[Decision]:
    """What ends here and now, whatever the assistant's state; nothing when the conversation goes on."""
    if "opt_out" in heard.intents:
        return tuple(_opt_out(facts, book, now, heard))
    if heard.doubt:
        return tuple(_in_doubt(facts, book, now, heard))
    if "wrong_number" in heard.intents:
        return tuple(_wrong_number(facts, book, now, heard))
    refused = tuple(_refused_channels(facts, heard))
    if "already_bought_here" in heard.intents:
        return (*refused, *_backed_off(facts, book, now, heard, "already bought here", "Match the sale"))
    if "working_with_someone" in heard.intents:
        return (
            *refused,
            *_backed_off(facts, book, now, heard, "is working with someone here", "Confirm who helps"),
        )
    reason = next((words for intent, words in _LOST.items() if intent in heard.intents), None)
    return (*refused, *_lost(facts, book, now, heard, reason)) if reason else refused


def _opt_out(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    lead, message = facts.lead, heard.message
    why = ("R3", f"The customer asked us to stop, by {message.channel}")
    yield from _blocks(facts, heard, why)
    yield from dropped(facts, "The customer asked us to stop", keep=(Purpose.OPT_OUT_CONFIRMATION,))
    if lead.ai_state != AiState.OPTED_OUT:
        yield SetAssistant(
            AiState.OPTED_OUT,
            why,
            reason="The customer opted out",
            returns_to=lead.ai_state,
            by="the customer",
        )
    yield from _called_off(facts, now, heard)
    yield from _confirmation(facts, book, now, heard)
    yield from _no_more_calls(facts, why)
    yield from told(
        facts,
        book,
        now,
        heard,
        "opt_out",
        "asked us to stop",
        "Nothing more goes out by itself; use only a way that is not blocked",
    )


def _called_off(facts: Facts, now: datetime, heard: Heard) -> Iterator[Decision]:
    """The visit called off beside the stop, so that nobody waits for it; nothing is written of it."""
    standing = slots.upcoming(facts, now)
    if "cancel" in heard.intents and standing is not None:
        yield ChangeVisit(standing[1], "cancelled", ("visit", "The customer cancelled, and asked us to stop"))


def _in_doubt(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    """Taken for a stop until a person has read it: blocked at once, but neither confirmed nor for good (R2, R4)."""
    yield from _blocks(facts, heard, (heard.doubt, "In doubt, it is held for a stop"), {"opt_out"})
    yield from dropped(facts, "The customer may have said stop")
    yield from handoff.ask_whether_stopped(facts, heard)
    if facts.lead.ai_state not in (AiState.ON, AiState.REACTIVE):  # a hand-off rings its people by itself
        yield from told(
            facts, book, now, heard, "in_doubt", "may have said stop", "Read it, and say whether they did"
        )


def _blocks(
    facts: Facts, heard: Heard, why: tuple[str, ...], taken_for: Collection[str] = ()
) -> Iterator[Decision]:
    """As wide as the STOP agreement makes it, which is wider than the words; of what was heard, or is `taken_for`."""
    said = Said(
        do_not=heard.do_not, intents=taken_for or heard.intents, channel=Channel(heard.message.channel), address=heard.message.from_address,
        phones=_values(facts, "phone"), emails=_values(facts, "email"), at=heard.message.at, words=words_of(heard.message.text),
    )  # fmt: skip
    for block in opt_out_scope(said).blocks:
        key = f"{facts.lead.id}·block·{heard.message.id}·{block.kind}·{block.address}"
        yield BlockAddress(
            key=key,
            kind=block.kind,
            address=block.address,
            channels=tuple(sorted(block.channels)),
            why=why,
            words=block.words,
        )


def words_of(text: str) -> str:
    """What a block keeps of the message that made it, by which it is found again."""
    return text[:120]


def _values(facts: Facts, kind: str) -> tuple[str, ...]:
    return tuple(address.value for address in facts.addresses if address.kind == kind)


def _confirmation(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    """Exactly one, on the channel the customer used, within minutes or not at all (R5)."""
    lead, message = facts.lead, heard.message
    until = message.at + timedelta(minutes=book.number("opt_out.confirm_minutes"))
    to = message.from_address or next(
        iter(_values(facts, "email" if message.channel == Channel.EMAIL else "phone")), ""
    )
    asked_before = any(
        m.purpose == Purpose.OPT_OUT_CONFIRMATION and m.to_address == to for m in facts.messages
    )
    if now >= until or asked_before or not to:
        return
    pen = Pen(outbound.templates(book), facts, book, now, message.channel)
    said = pen.say(f"optout.{message.channel}", message.id)
    if said is not None:
        subject = facts.store.name if message.channel == Channel.EMAIL else ""
        yield QueueMessage(
            key=f"{lead.id}·opt_out·{message.id}", channel=message.channel, purpose=Purpose.OPT_OUT_CONFIRMATION, to=to, text=said.text,
            subject=subject, why=("R5", "One confirmation of the opt-out"), facts=said.rows, expires_at=until, in_exchange=True, priority=0,
        )  # fmt: skip


def _wrong_number(facts: Facts, book: Playbook, now: datetime, heard: Heard) -> Iterator[Decision]:
    why = ("R8", "Someone else answers at this number")
    yield from _blocks(facts, heard, why)
    yield from (
        DropMessage(m.id, "superseded", why)
        for m in facts.waiting
        if m.channel == Channel.TEXT and m.author != "staff"
    )
    yield from _no_more_calls(facts, why)
    yield from told(
        facts, book, now, heard, "wrong_number", "is not at this number", "Find another way to reach them"
    )


def _refused_channels(facts: Facts, heard: Heard) -> Iterator[Decision]:
    """ "No texts please, email me": that channel is closed, the assistant goes on by the other."""
    if heard.do_not:
        why = ("R3", f"The customer wants nothing more by {' and '.join(sorted(heard.do_not))}")
        yield from _blocks(facts, heard, why)
        yield from (
            DropMessage(m.id, "superseded", why)
            for m in facts.waiting
            if m.channel in heard.do_not and m.author != "staff"
        )


def _backed_off(
    facts: Facts, book: Playbook, now: datetime, heard: Heard, words: str, title: str
) -> Iterator[Decision]:
    why = ("AI-17", f"The customer {words}")
    yield from dropped(facts, "The assistant backed off")
    yield from _state(facts, why)
    yield MakeTask(
        key=f"{facts.lead.id}·confirm_who_helps·{heard.message.id}", kind="confirm_who_helps", title=title, why=why,
        recommended=f"They wrote: {heard.message.text[:200]}\nFind out who is helping and note it; the assistant stays silent.",
    )  # fmt: skip
    yield from told(facts, book, now, heard, "backed_off", words, title)


def _lost(facts: Facts, book: Playbook, now: datetime, heard: Heard, reason: str) -> Iterator[Decision]:
    why = ("AI-17", f"The customer: {reason}")
    yield from dropped(facts, "The customer ended it")
    yield from _no_more_calls(facts, why)
    yield from _state(facts, why)
    if facts.lead.stage != Stage.SOLD:
        yield MoveStage(
            to=Stage.LOST, why=why, status="", lost_reason=reason.replace(" ", "_"), by="the customer"
        )
    yield from told(
        facts, book, now, heard, "closed", f"is lost: {reason}", "Nothing, or thank them yourself"
    )


def _no_more_calls(facts: Facts, why: tuple[str, ...]) -> Iterator[Decision]:
    """Nobody is asked to call or text someone who ended it."""
    return (CloseTask(task.id, why[1], why) for task in facts.open_tasks if task.kind in ("call", "text"))


def _state(facts: Facts, why: tuple[str, ...]) -> Iterator[Decision]:
    if facts.lead.ai_state in (AiState.ON, AiState.REACTIVE, AiState.HANDED_OFF):
        yield SetAssistant(AiState.BACKED_OFF, why, reason=why[1], returns_to=facts.lead.ai_state)


def dropped(facts: Facts, words: str, keep: tuple[str, ...] = ()) -> Iterator[Decision]:
    """Take back what is waiting, except what a person wrote and what ``keep`` names."""
    return (
        DropMessage(m.id, "superseded", (words,))
        for m in facts.waiting
        if m.author != "staff" and m.purpose not in keep
    )


def told(
    facts: Facts,
    book: Playbook,
    now: datetime,
    heard: Heard,
    about: str,
    what: str,
    next_: str,
    kind: str = AlertKind.ATTENTION,
) -> Iterator[Decision]:
    """Let the owner (or the managers) know, once for this message: who, and what to do; never what was written."""
    people = (facts.store.person(staff_id) for staff_id in told_people(facts))
    for person in (one for one in people if one is not None):
        yield raise_for(
            person, facts, book, now, key=f"{facts.lead.id}·{about}·{heard.message.id}", kind=kind, title=f"{called(facts)} {what}", next=next_,
            body=facts.lead.vehicle_title, why=(f"replies.{about}", f"The customer {what}"),
        )  # fmt: skip


def pause(facts: Facts, heard: Heard, resume_on: str) -> Iterator[Decision]:
    """The customer named a date: nothing of the assistant's own before that morning."""
    day = date.fromisoformat(str(resume_on)[:10])
    moment = datetime.combine(day, time(9), ZoneInfo(facts.store.zone)).astimezone(UTC)
    why = ("replies.pause_until", f"The customer asked to be written to again on {day.isoformat()}")
    yield PauseUntil(key=f"{facts.lead.id}·pause·{heard.message.id}", on=moment, why=why)
