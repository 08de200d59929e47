"""Everything around a visit: confirmed, reminded, prepared for, asked about afterwards (APPT-01 … APPT-03).

Visits booked in the conversation are confirmed by the answer itself; those a person books, moves or cancels are confirmed here.
What the assistant may not write, because it is off or the lead is with a person, becomes a task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from desk.models.decisions import CloseTask, Decision, MakeTask, QueueMessage, Wake, Why
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound
from desk.models.rules.alerts import called, raise_for, told_people
from desk.models.rules.greeting import greeting
from desk.models.rules.known import Known, Speech, language_of
from desk.models.rules.shifts import staffed_add
from desk.models.rules.slots import LIVE
from desk.models.rules.wording import compose
from desk.models.task import Appointment
from desk.models.words import AiState, AlertKind, Channel, Purpose, Stage

_SAYS = (Purpose.APPOINTMENT_CONFIRMATION, Purpose.REPLY, Purpose.FIRST_RESPONSE)
_WRITES: dict[AiState, tuple[Purpose, ...]] = {
    AiState.ON: (Purpose.APPOINTMENT_CONFIRMATION, Purpose.APPOINTMENT_REMINDER),
    AiState.REACTIVE: (Purpose.APPOINTMENT_CONFIRMATION,),
}
_VISIT_TASKS = ("prepare_vehicle", "paperwork", "visit_outcome", "confirm_visit")
_CAME = ("shown", "sold")
_GONE = ("sold", "gone")


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    for visit in facts.appointments:
        if visit.status in LIVE:
            yield from _told(visit, facts, book, now)
            yield from _ahead(visit, facts, book, now)
            yield from _prepared(visit, facts, book, now)
            yield from _outcome(visit, facts, book, now)
        elif visit.closed_at is not None:
            yield from _closed(visit, facts, book, now)
    yield from _vehicle_gone(facts, book, now)


# --- what the customer is told ---


def _told(visit: Appointment, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """The confirmation of a visit a person booked or moved, unless the conversation has said it."""
    if visit.starts_at <= now:
        return
    if visit.sequence == 0 and not _said_since(visit.made_at, facts):
        yield from _write(
            visit,
            facts,
            book,
            now,
            "visit_booked",
            Purpose.APPOINTMENT_CONFIRMATION,
            ("visit.booked", "A person booked it"),
        )
    elif visit.sequence:
        yield from _write(
            visit,
            facts,
            book,
            now,
            "visit_moved",
            Purpose.APPOINTMENT_CONFIRMATION,
            ("visit.moved", "A person moved it"),
        )


def _said_since(since: datetime, facts: Facts) -> bool:
    return any(
        m.at >= since and m.direction == "out" and m.purpose in _SAYS and m.author == "assistant"
        for m in facts.messages
    )


def _ahead(visit: Appointment, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """The day before: directions, contact, another time offered. Two hours before: a reminder."""
    due = visit.starts_at - book.span("visit.confirm_before")
    fresh = visit.made_at > due - book.span("visit.confirm_unless_booked_within")
    remind = visit.starts_at - book.span("visit.remind_before")
    why = ("visit.confirm_before", "The visit is a day away")
    if not fresh:
        yield from _at(
            due,
            remind - due,
            visit,
            facts,
            book,
            now,
            "visit_tomorrow",
            Purpose.APPOINTMENT_CONFIRMATION,
            why,
        )
    if visit.made_at < remind - book.span("visit.on_time"):
        why = ("visit.remind_before", "The visit is soon")
        yield from _at(
            remind,
            book.span("visit.on_time"),
            visit,
            facts,
            book,
            now,
            "visit_soon",
            Purpose.APPOINTMENT_REMINDER,
            why,
        )


def _at(
    due: datetime, late: timedelta, visit: Appointment, facts: Facts, book: Playbook, now: datetime, step: str, purpose: Purpose,
    why: Why,
) -> Iterator[Decision]:  # fmt: skip
    if now < due:
        yield Wake(due)
    elif now < due + late:
        yield from _write(visit, facts, book, now, step, purpose, why)


def _write(
    visit: Appointment, facts: Facts, book: Playbook, now: datetime, step: str, purpose: Purpose, why: Why
) -> Iterator[Decision]:
    key = f"{facts.lead.id}·{step}·{visit.id}·{visit.sequence}"
    if key in facts.done:
        return
    channel = told_by(facts, purpose)
    if not channel:
        yield from _by_hand(key, visit, facts, book, why)
    else:
        yield _message(key, visit, facts, book, now, step, purpose, channel, why)


def _message(
    key: str,
    visit: Appointment,
    facts: Facts,
    book: Playbook,
    now: datetime,
    step: str,
    purpose: Purpose,
    channel: str,
    why: Why,
) -> QueueMessage:
    templates = outbound.templates(book)
    speech = Speech(templates, facts, now, templates.language(language_of(facts)))
    extra = {"visit": Known(speech.when(visit.starts_at), (f"appointment:{visit.id}",))}
    draft = compose(templates, purpose, step, facts, book, now, channel, extra)
    ends = visit.starts_at if visit.starts_at > now else now + book.span("visit.length")
    return outbound.message(
        facts, book, now, draft, key=key, purpose=purpose, channel=channel, why=why, step=step, expires_at=ends, priority=2
    )  # fmt: skip


def _by_hand(key: str, visit: Appointment, facts: Facts, book: Playbook, why: Why) -> Iterator[Decision]:
    """The assistant is silent here, so a person tells the customer."""
    task = f"{facts.lead.id}·confirm_visit·{visit.id}·{visit.sequence}"
    if task not in facts.done and visit.status in LIVE:
        yield MakeTask(
            key=task, kind="confirm_visit", title=f"Confirm the visit with {called(facts)}", why=why,
            due=visit.starts_at - book.span("visit.tell_before"), recommended="The assistant does not write here: call or write yourself.",
        )  # fmt: skip


def told_by(facts: Facts, purpose: Purpose) -> str:
    """The channel by which the assistant tells the customer of a visit; empty where a person must."""
    writes = purpose in _WRITES.get(AiState(facts.lead.ai_state), ())
    return _channel(facts) if writes else ""


def _channel(facts: Facts) -> str:
    """The way the customer wrote last; a first confirmation by e-mail where there is one, since it carries the invitation."""
    told = facts.last_in.channel if facts.last_in else ""
    ways = (Channel.EMAIL, Channel.TEXT) if told != Channel.TEXT else (Channel.TEXT, Channel.EMAIL)
    return next((str(way) for way in ways if outbound.reach(facts, way)), "")


# --- what people do ---


def _prepared(visit: Appointment, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """Vehicle and papers ready before the visit, with the greeting sheet (APPT-02)."""
    due = max(visit.starts_at - book.span("visit.prepare_before"), now)
    yield from _superseded(visit, facts)
    what = visit.vehicle or "vehicle"
    yield from _task(
        visit, facts, "prepare_vehicle", f"Make the {what} ready for {called(facts)}", due,
        "Check that it is still here and not sold, clean it, fuel it, and put it in front.",
    )  # fmt: skip
    yield from _task(
        visit, facts, "paperwork", f"Papers and greeting for {called(facts)}", due, greeting(visit, facts)
    )


def _superseded(visit: Appointment, facts: Facts) -> Iterator[Decision]:
    """Tasks of the time before it was moved, and the hot lead's own, give way to those of this visit."""
    mine = f"·{visit.id}·{visit.sequence}"
    for task in facts.open_tasks:
        if task.kind in _VISIT_TASKS and not task.key.endswith(mine) and _only(visit, facts):
            yield CloseTask(task.id, "The visit has a new time", ("visit", "The visit has a new time"))


def _only(visit: Appointment, facts: Facts) -> bool:
    return all(other.id == visit.id or other.status not in LIVE for other in facts.appointments)


def _task(
    visit: Appointment, facts: Facts, kind: str, title: str, due: datetime, recommended: str
) -> Iterator[Decision]:
    key = f"{facts.lead.id}·{kind}·{visit.id}·{visit.sequence}"
    if key not in facts.done:
        yield MakeTask(
            key=key,
            kind=kind,
            title=title,
            due=due,
            why=("visit", "A visit is booked"),
            recommended=recommended,
        )


def _outcome(visit: Appointment, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """A visit whose time has passed is asked about until somebody says how it went."""
    due = visit.ends_at + book.span("visit.outcome_after")
    if now < due:
        yield Wake(due)
        return
    yield from _task(
        visit, facts, "visit_outcome", f"How did the visit of {called(facts)} go?", _at_once(facts, book, now),
        "Record shown, no-show, moved, cancelled or sold.",
    )  # fmt: skip


def _at_once(facts: Facts, book: Playbook, moment: datetime) -> datetime:
    return staffed_add(moment, book.span("task.at_once"), (), facts.store)


def _closed(visit: Appointment, facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    mine = f"·{visit.id}·"
    for task in facts.open_tasks:
        if task.kind in _VISIT_TASKS and mine in task.key:
            yield CloseTask(
                task.id,
                f"The visit: {visit.status.replace('_', '-')}",
                ("visit", f"Recorded as {visit.status}"),
            )
    if visit.status in _CAME:
        yield from _notes(visit, facts, book)
    elif (
        visit.status == "cancelled"
        and visit.closed_at is not None
        and not _said_since(visit.closed_at, facts)
    ):
        yield from _write(
            visit, facts, book, now, "visit_cancelled", Purpose.APPOINTMENT_CONFIRMATION, ("visit.cancelled", "A person cancelled it")
        )  # fmt: skip
    elif visit.status == "no_show":
        yield from _missed(visit, facts, book)
    elif visit.status == "rescheduled":
        yield from _new_time(visit, facts, book)


def _notes(visit: Appointment, facts: Facts, book: Playbook) -> Iterator[Decision]:
    """Notes are asked for until they are written (AI-15's counterpart at the desk)."""
    came = visit.closed_at or visit.starts_at
    written = any(
        log.at >= min(visit.starts_at, came) and log.type in ("note", "visit") for log in facts.logs
    )
    key = f"{facts.lead.id}·visit_notes·{visit.id}"
    open_task = next((task for task in facts.open_tasks if task.key == key), None)
    if written and open_task is not None:
        yield CloseTask(open_task.id, "The notes are written", ("visit.notes", "The notes are written"))
    elif not written and key not in facts.done:
        yield MakeTask(
            key=key, kind="visit_notes", title=f"Write down the visit of {called(facts)}", why=("visit.notes", "A visit took place"),
            due=came + book.span("visit.notes_within"), recommended="What they looked at, what they said, what comes next and when.",
        )  # fmt: skip


def _missed(visit: Appointment, facts: Facts, book: Playbook) -> Iterator[Decision]:
    key = f"{facts.lead.id}·missed·{visit.id}"
    if key not in facts.done and Stage(facts.lead.stage).is_open:
        yield MakeTask(
            key=key, kind="call", title=f"Call {called(facts)} about the missed visit", due=_at_once(facts, book, visit.closed_at or visit.ends_at),
            why=("visit.no_show", "The customer did not come"), recommended="Ask whether all is well and offer two new times.",
        )  # fmt: skip


def _new_time(visit: Appointment, facts: Facts, book: Playbook) -> Iterator[Decision]:
    """A visit put off without a new time asks for one."""
    key = f"{facts.lead.id}·new_time·{visit.id}"
    if key not in facts.done and not any(other.status in LIVE for other in facts.appointments):
        yield MakeTask(
            key=key, kind="call", title=f"Find a new time with {called(facts)}", due=_at_once(facts, book, visit.closed_at or visit.ends_at),
            why=("visit.rescheduled", "The visit was put off without a new time"), recommended="Offer two times of the next days.",
        )  # fmt: skip


# --- the vehicle ---


def _vehicle_gone(facts: Facts, book: Playbook, now: datetime) -> Iterator[Decision]:
    """A vehicle that was sold or left the feed flags every open lead and visit on it (AI-05, APPT-02)."""
    car = facts.stock
    if car is None or car.status not in _GONE or not Stage(facts.lead.stage).is_open or facts.lead.is_history:
        return
    key = f"{facts.lead.id}·vehicle_gone·{car.stock}"
    if key in facts.done:
        return
    visit = next((v for v in facts.appointments if v.status in LIVE and v.starts_at > now), None)
    words = "is sold" if car.status == "sold" else "is no longer in stock"
    why = ("vehicle.gone", f"The {facts.lead.vehicle_title} {words}")
    yield MakeTask(
        key=key, kind="vehicle_gone", title=f"Offer {called(facts)} another vehicle: the {facts.lead.vehicle_title} {words}", why=why,
        due=_at_once(facts, book, now), recommended="Tell them before they come, and propose one like it." if visit else "Propose one like it.",
    )  # fmt: skip
    for person in (facts.store.person(staff_id) for staff_id in told_people(facts)):
        if person is not None:
            yield raise_for(
                person, facts, book, now, key=f"{key}·told", kind=AlertKind.APPOINTMENT if visit else AlertKind.ATTENTION, why=why,
                title=f"The vehicle {called(facts)} {'comes for' if visit else 'asked about'} {words}", body=facts.lead.vehicle_title,
                next="Call before the visit" if visit else "Propose another one",
            )  # fmt: skip
