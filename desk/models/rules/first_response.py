"""The first answer to a new lead, at once, by every channel that was given (AI-01, AI-04, ILM-07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import Decision, MakeTask, QueueMessage
from desk.models.facts import Facts
from desk.models.hours import store_week
from desk.models.playbook import Playbook
from desk.models.rules import outbound
from desk.models.rules.alerts import called, raise_for, told_people
from desk.models.rules.calling import calling_time
from desk.models.rules.replies import inquiry
from desk.models.rules.wording import Draft, compose
from desk.models.words import AiState, AlertKind, Channel, Purpose

_TITLE = {"phone": "Call back", "walk_in": "Follow up the visit"}
_FIRST = 1  # the outbox sends first responses before anything else


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    lead = facts.lead
    if lead.is_history or lead.stage in ("sold", "lost"):
        return
    if lead.source_kind in book.words_list("first_response.by_person"):
        yield from _person_first(facts, book)
        return
    if _all_begun(facts):
        return
    asked = inquiry.read(facts, book, now)
    speaks = (lead.ai_state == AiState.ON or inquiry.handed_over(facts)) and not facts.contacts_by_people()
    if asked is not None:
        yield from inquiry.settle(asked, speaking=speaks)
        if asked.ends:
            return
    written = tuple(_first_messages(facts, book, now, asked)) if speaks else ()
    yield from written
    if not inquiry.refuses(asked, Channel.CALL):
        wrote = [m.text for m in facts.messages if m.purpose == Purpose.FIRST_RESPONSE]
        yield from _call_task(facts, book, now, wrote or [m.text for m in written])
    yield from _nobody_but_a_number(facts, book, now)


def _all_begun(facts: Facts) -> bool:
    """Whether every first step is taken: then nothing here has anything to say, and the inquiry need not be read again."""
    lead, done = facts.lead, facts.done
    written = (
        f"{lead.id}·first·{way}" in done
        for way in (Channel.EMAIL, Channel.TEXT)
        if outbound.reach(facts, way)
    )
    return first_call_key(facts) in done and (not lead.inquiry or inquiry.is_settled(facts)) and all(written)


def _first_messages(
    facts: Facts, book: Playbook, now: datetime, asked: inquiry.Inquiry | None
) -> Iterator[QueueMessage]:
    """One message by each channel, about the vehicle, with the answer to whatever the inquiry asks."""
    lead = facts.lead
    step = str(outbound.strategy(facts, book, "first"))
    for channel in inquiry.channels(asked, facts):
        key = f"{lead.id}·first·{channel}"
        if key in facts.done:
            continue
        draft = draft_of(facts, book, now, channel, step, asked)
        why = (
            f"strategy.{lead.source_kind}.first",
            f"A new {lead.source_kind} lead is answered at once by {channel}",
        )
        yield outbound.message(
            facts, book, now, draft, key=key, purpose=Purpose.FIRST_RESPONSE, channel=channel, why=why, step=step,
            expires_at=now + book.span("first_response.expires_after"), priority=_FIRST,
        )  # fmt: skip


def draft_of(
    facts: Facts, book: Playbook, now: datetime, channel: str, step: str, asked: inquiry.Inquiry | None
) -> Draft:
    """The first message by one channel, as the facts are now."""
    answer = inquiry.draft(asked, channel, step) if asked else None
    language = asked.language if asked else ""
    return answer or compose(
        outbound.templates(book), Purpose.FIRST_RESPONSE, step, facts, book, now, channel, language=language
    )


def _call_task(facts: Facts, book: Playbook, now: datetime, written: list[str]) -> Iterator[Decision]:
    """The call at five minutes, with what the assistant wrote in view (ILM-07)."""
    lead = facts.lead
    key = first_call_key(facts)
    answered = any(at >= lead.received_at for at, _proof in facts.contacts_by_people())
    if key in facts.done or answered or not outbound.reach(facts, Channel.CALL):
        return
    due = lead.received_at + book.span("first_response.call_task_after")
    due = calling_time(facts, book, due)
    yield MakeTask(
        key=key, kind="call", title=f"Call {facts.customer.full or facts.customer.first or 'the customer'}", due=due,
        why=("first_response.call_task_after", "Every new lead is called; the assistant never calls"), recommended=recommended(facts, written),
    )  # fmt: skip


def first_call_key(facts: Facts) -> str:
    return f"{facts.lead.id}·first_call"


def recommended(facts: Facts, written: list[str]) -> str:
    """What the caller should know: what was written, and what to do when nobody answers (FLOW-10)."""
    vehicle = facts.lead.vehicle_title or "no vehicle named"
    wrote = f"The assistant wrote:\n{written[0]}" if written else "The assistant has not written."
    return f"Inquiry: {vehicle}. {wrote}\nRefer to it and offer a visit. No answer: leave a voicemail, then send a text that refers to it."


def _person_first(facts: Facts, book: Playbook) -> Iterator[Decision]:
    """Phone-ups and walk-ins: a person calls within two hours; the assistant confirms and informs (AI-04)."""
    lead = facts.lead
    if first_call_key(facts) in facts.done:
        return
    interest = next((log.interest for log in facts.logs if log.interest), "")
    yield MakeTask(
        key=first_call_key(facts), kind="call", due=lead.received_at + book.span("first_response.person_call_within"),
        title=f"{_TITLE.get(lead.source_kind, 'Call')}: {facts.customer.full or 'the customer'}",
        why=(f"strategy.{lead.source_kind}", "High priority: this customer already spoke with the store"),
        recommended=f"Interest: {interest or 'not noted'}. Confirm what was said and offer a visit; the assistant confirms times in writing.",
    )  # fmt: skip


def _nobody_but_a_number(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """At night a lead with only a phone number cannot be written to, so a person is told at once (AI-01)."""
    if outbound.reach(facts, Channel.EMAIL) or store_week(facts.store).is_open(now):
        return
    if now - facts.lead.taken_at > book.span("first_response.late_after"):
        return
    people = (facts.store.person(staff_id) for staff_id in told_people(facts))
    for person in (one for one in people if one is not None):
        yield raise_for(
            person, facts, book, now, key=f"{facts.lead.id}·only_phone", kind=AlertKind.DOORBELL, next="Call when calling hours allow",
            title=f"{called(facts)} left only a phone number", body="The store is closed; the text waits for the morning.",
            why=("first_response.only_phone", "Only a phone number was given, outside the hours"),
        )  # fmt: skip
