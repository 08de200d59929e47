"""What the assistant starts by itself after the first answer: lanes of e-mails, texts and call tasks (AI-02 … AI-04).

``plan`` says everything that lies ahead as things stand, for the rule and for the window alike. A step is written only when its
moment comes (drafts that a person approves a little earlier), so that it says what is true then; a step whose moment passed
while the computer was off is not made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desk.models.decisions import AskAgain, CloseTask, Decision, DropMessage, MakeTask, MoveStage, Wake
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound
from desk.models.rules.first_response import first_call_key, recommended
from desk.models.rules.planning import (
    PlannedStep,
    answered,
    ask_owner_at,
    last_heard,
    lost_at,
    may_start,
    plan,
)
from desk.models.rules.wording import compose
from desk.models.words import Channel, Purpose, Stage

__all__ = ["PlannedStep", "decide", "plan"]
_CALLS = ("call", "voicemail")
_EXPIRE = (Purpose.NURTURE, Purpose.REENGAGEMENT, Purpose.SIMILAR_VEHICLES)
_UNANSWERED = ("no_answer", "no_answer_voicemail")


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    if facts.lead.is_history:
        return
    yield from _expired(facts, now)
    yield from _calls_made(facts)
    yield from _reached(facts)
    yield from _lost(facts, book, now)
    yield from _ask_owner(facts, book, now)
    for step in plan(facts, book, now, whole=False):
        opens = step.at - step.ahead
        if opens > now:
            yield Wake(opens)
        else:
            yield from _take(step, facts, book, now)


def _take(step: PlannedStep, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    if step.channel == Channel.CALL:
        yield from _call(step, facts)
        return
    for message in facts.waiting:
        due = (message.not_before or message.at) <= now
        if (
            due
            and message.purpose == step.purpose
            and message.channel == step.channel
            and message.author != "staff"
        ):
            yield DropMessage(message.id, "superseded", ("cadence", "The next step takes its place"))
    channel = _carried_by(step, facts, book, now)
    draft = compose(
        outbound.templates(book),
        step.purpose,
        step.step,
        facts,
        book,
        now,
        channel,
        also=_band_lines(step, facts, book),
    )
    yield outbound.message(
        facts, book, now, draft, key=step.key, purpose=Purpose(step.purpose), channel=channel, why=step.why, step=step.step,
        not_before=step.at if step.at > now else None, expires_at=max(step.at, now) + book.span("cadence.expires_after"),
    )  # fmt: skip


def _carried_by(step: PlannedStep, facts: Facts, book: Playbook, now: datetime) -> str:
    """Where the day's texts are used up, e-mail carries the step (R10, FLOW-13)."""
    if step.channel != Channel.TEXT or not outbound.reach(facts, Channel.EMAIL):
        return step.channel
    texts = [
        m.sent_at or m.at
        for m in (*facts.sent, *facts.other_touches)
        if m.channel == Channel.TEXT and not m.in_exchange
    ]
    calls = [log.at for log in facts.logs if log.type in _CALLS and log.direction == "out"]
    recent = [at for at in (*texts, *calls) if (now - at).total_seconds() < 24 * 3600]
    return Channel.EMAIL if len(recent) >= book.number("caps.calls_and_texts_24h") else Channel.TEXT


def _band_lines(step: PlannedStep, facts: Facts, book: Playbook) -> tuple[str, ...]:
    """What the temperature adds to a message: the owner's direct line, details and flexible times, or something to read (TEMP-03)."""
    band = facts.lead.band
    if step.step in book.words_list("cadence.without_band"):
        return ()
    if band in book.words_list("cadence.hot_bands") and step.purpose in (
        Purpose.NURTURE,
        Purpose.REENGAGEMENT,
    ):
        return ("band.hot",)
    if step.purpose != Purpose.NURTURE:
        return ()
    return ("band.cool",) if band in book.words_list("cadence.cool_bands") else ("band.warm",)


def _call(step: PlannedStep, facts: Facts) -> Iterator[Decision]:
    """A call task; one that nobody worked gives way to it."""
    for task in facts.open_tasks:
        if task.kind == "call":
            yield CloseTask(task.id, "No call was logged; the next one takes its place", ("cadence.call",))
    wrote = [m.text for m in reversed(facts.sent) if m.author == "assistant"]
    yield MakeTask(
        key=step.key, kind="call", title=f"Call {facts.customer.full or facts.customer.first or 'the customer'}", due=step.at, why=step.why,
        recommended=recommended(facts, wrote),
    )  # fmt: skip


def _calls_made(facts: Facts) -> Iterator[Decision]:
    """A logged call closes the call task; an unanswered one asks for a voicemail and a text that refers to it."""
    for log in facts.logs:
        if log.type not in _CALLS or log.direction != "out":
            continue
        for task in facts.open_tasks:
            if task.kind == "call" and log.at >= task.made_at:
                yield CloseTask(
                    task.id, f"Logged: {log.outcome.replace('_', ' ')}", ("cadence.call", "A call was logged")
                )
        if log.outcome in _UNANSWERED and not answered(facts):
            voicemail = "" if log.outcome == "no_answer_voicemail" else "leave a voicemail, then "
            title = f"{voicemail}text that you called".capitalize()
            yield MakeTask(
                key=f"{facts.lead.id}·after_call·{log.id}", kind="text", title=title, why=("cadence.call", "The call was not answered"),
                recommended="Name yourself and the store, say that you just called about the vehicle, and ask when to call back.",
            )  # fmt: skip


def _reached(facts: Facts) -> Iterator[Decision]:
    """A message of a person's that left has done what the first call was for (ILM-07)."""
    task = next((t for t in facts.open_tasks if t.key == first_call_key(facts)), None)
    proof = next((words for at, words in facts.contacts_by_people() if at >= facts.lead.received_at), "")
    if task is not None and proof:
        yield CloseTask(
            task.id,
            f"Answered: {proof}",
            ("first_response.call_task_after", f"A person was in touch: {proof}"),
        )


def _expired(facts: Facts, now: datetime) -> Iterator[Decision]:
    """Outreach that waited too long is taken back instead of going out late."""
    for message in facts.waiting:
        if message.expires_at is None or message.author == "staff" or message.purpose not in _EXPIRE:
            continue
        if message.expires_at <= now:
            yield DropMessage(message.id, "superseded", ("cadence.expires_after", "Its moment has passed"))
        else:
            yield AskAgain(message.expires_at)


def _lost(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """Day 52: a lead that never answered is lost, and the re-engagement campaign takes over (AI-02, LEAD-06)."""
    if (
        facts.lead.stage not in (Stage.NEW, Stage.CONTACTED)
        or answered(facts)
        or not may_start(facts, now, resting=True)
    ):
        return
    due = lost_at(facts, book)
    if now < due:
        yield Wake(due)
        return
    day = int(book.number("cadence.lost_on_day"))
    why = ("cadence.lost_on_day", f"No answer by day {day}; no hold, visit, deposit or later date stands")
    yield from (
        CloseTask(task.id, "The lead is lost", why)
        for task in facts.open_tasks
        if task.kind in ("call", "text")
    )
    yield MoveStage(to=Stage.LOST, why=why, lost_reason="no_response")


def _ask_owner(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """An answered lead is never lost by the calendar: after a long silence its owner decides (AI-02)."""
    heard = last_heard(facts)
    if (
        heard is None
        or facts.lead.stage in (Stage.SOLD, Stage.LOST)
        or not may_start(facts, now, resting=True)
    ):
        return
    key, due = f"{facts.lead.id}·close_or_keep·{heard.date().isoformat()}", ask_owner_at(facts, book)
    if key in facts.done or due is None:
        return
    if now < due:
        yield Wake(due)
        return
    yield MakeTask(
        key=key, kind="close_or_keep", title="Close, hold or keep this lead?", due=now, why=("cadence.ask_owner_after", "Answered once, silent since"),
        recommended="Nobody heard from this customer for a long time. Close it with a reason, hold it with a date, or keep it with a next step.",
    )  # fmt: skip
