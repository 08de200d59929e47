"""What waits on a sample lead: its clocks and their bells, the tasks, and the next step the board shows."""

from __future__ import annotations

from datetime import datetime, timedelta

from desk.models.alert import Alert
from desk.models.task import Appointment, Task, Timer
from desk.services.sample import talk
from desk.services.sample.leads import Told
from desk.services.sample.tables import signed_span
from desk.services.sample.talk import Placed
from desk.services.sample.trail import note

_LATE = timedelta(minutes=1)
_SEEN_AFTER = timedelta(minutes=5)  # by then somebody has looked; what was not done still stands
_RECENT = timedelta(days=14)  # bells older than this are long forgotten


def write_timers(lead: Told) -> None:
    """The clock of the first answer, and that of a hand-off."""
    contact, started = lead.contact, lead.house.bdc_week.opens(lead.received) or lead.received
    key = f"{lead.id}·unanswered"
    about = "A new lead waits for a person"
    if contact is None and lead.told("timer") == "unanswered":
        _running(lead, key, "unanswered", about, lead.source["class"], started)
    else:
        proof = lead.columns.get("answered_proof") or f"the lead is {lead.story.stage}"
        lead.house.batch.add(
            Timer, id=lead.new_id(lead.received), key=key, lead_id=lead.id, kind="unanswered", about=about, ladder="Unanswered lead",
            started_at=started, cleared_at=contact.at if contact else lead.now, cleared_by="a person" if contact else "", proof=proof,
        )  # fmt: skip
        _answered_bells(lead, contact)
    if lead.told("timer") == "handoff" and (asked := lead.last_in) is not None:
        _handed_off(lead, asked)


def _answered_bells(lead: Told, contact: Placed | None) -> None:
    """Bells of the last days that somebody answered stand in the history of the notification centre."""
    if contact is None or lead.received < lead.now - _RECENT or lead.owner is None:
        return
    for person in (lead.owner, lead.house.manager) if lead.told("note") else (lead.owner,):
        _alert(
            lead, f"{lead.id}·unanswered·bell·{person.id}", person.id, "doorbell", lead.received, title=f"New lead: {lead.who.full}",
            body=f"{lead.words['vehicle']}, {lead.source['name']}, {lead.source['class']} party", done="Answered",
        )  # fmt: skip


def _handed_off(lead: Told, asked: Placed) -> None:
    """The mark under which the assistant asked for a person, and the clock that runs since."""
    mark = f"{lead.id}·handoff·{lead.asked_id}"
    note(lead, asked.at, "key", {}, act=mark)
    _running(lead, f"{mark}·clock", "handoff", str(lead.told("ai_reason")), "handoff", asked.at)


def _running(lead: Told, key: str, kind: str, about: str, ladder: str, started: datetime) -> None:
    name, steps = lead.house.ladders[ladder]
    moments = [lead.house.bdc_week.after(started, step) or started + step for step in steps]
    level = sum(moment <= lead.now for moment in moments)
    next_at = next((moment for moment in moments if moment > lead.now), lead.now + timedelta(minutes=20))
    lead.house.batch.add(
        Timer,
        id=lead.new_id(started),
        key=key,
        lead_id=lead.id,
        kind=kind,
        about=about,
        ladder=name,
        started_at=started,
        level=level,
        next_at=next_at,
    )
    lead.columns |= {
        "timer_kind": kind,
        "timer_started": started,
        "timer_target": moments[0],
        "timer_level": level,
        "due_at": max(next_at, lead.now),
    }
    bell, raised = (
        key.removesuffix("·clock") if kind == "handoff" else f"{key}·bell",
        max(min(started, lead.now), lead.received),
    )
    _bells(lead, bell, kind, raised)
    for step in range(1, level + 1):
        _step(lead, key, kind, name, (step, len(steps)), moments[step - 1])


def _bells(lead: Told, bell: str, kind: str, raised: datetime) -> None:
    """The doorbell rings the owner, or everyone while nobody owns the lead; a hand-off also shows at the desk."""
    new = kind == "unanswered"
    people = [lead.owner] if lead.owner else [*lead.house.bdc]
    people += [lead.house.manager] if not lead.owner or not new else []
    for person in people:
        if person is not None:
            _alert(
                lead, f"{bell}·{person.id}", person.id, "doorbell" if new else "handoff", raised,
                title=f"New lead: {lead.who.full}" if new else f"{lead.who.full} wants a person",
                body=f"{lead.words['vehicle']}, {lead.source['name']}, {lead.source['class']} party" if new else f"“{_last_words(lead)}”",
            )  # fmt: skip


def _step(lead: Told, key: str, kind: str, ladder: str, height: tuple[int, int], at: datetime) -> None:
    step, steps = height
    people = (
        {lead.owner.id: lead.owner}
        if lead.owner and step == 1
        else {person.id: person for person in lead.house.bdc}
    )
    if step >= 2:
        people[lead.house.manager.id] = lead.house.manager
    for staff_id in people:
        whose = f"Owner: {lead.owner.name}." if lead.owner else "Nobody owns it; anyone can claim."
        waits = "wants a person" if kind == "handoff" else "waits for a first answer"
        _alert(
            lead, f"{key}·{step}.0·{staff_id}", staff_id, "escalation", at, level=step, title=f"{lead.who.full} {waits}",
            body=f"{lead.words['vehicle']}. Step {step} of {steps}. {whose}",
        )  # fmt: skip
    note(
        lead,
        at,
        "escalation",
        {"ladder": ladder, "level": step, "to": sorted(people), "about": waits},
        (f"Step {step} of {steps}",),
    )


def _last_words(lead: Told) -> str:
    return lead.fill(lead.last_in.line.say) if lead.last_in else ""


def _alert(
    lead: Told,
    key: str,
    staff_id: str,
    kind: str,
    at: datetime,
    *,
    title: str,
    body: str,
    level: int = 0,
    done: str = "",
) -> None:
    lead.house.batch.add(
        Alert, id=lead.new_id(at), key=key, staff_id=staff_id, lead_id=lead.id, kind=kind, title=title, body=body, level=level,
        next="Call, text or email; a note does not stop the clock." if kind != "appointment" else "Look that the vehicle is ready",
        via=["desktop"], sent={"desktop": "In the notification centre"}, raised_at=at, shown_at=at,
        seen_at=at + _LATE if done or at < lead.now - _SEEN_AFTER else None, done_at=at + _LATE if done else None, done_words=done,
    )  # fmt: skip


def write_tasks(lead: Told) -> None:
    """The call of the first five minutes, the open task of the story, and what was raised because of it."""
    closed, contact = lead.story.stage in ("sold", "lost"), lead.contact
    waits_for_call = lead.told("task", {}).get("kind") == "call" and contact is None and not closed
    if lead.reach != talk.ONLY_EMAIL and not waits_for_call:
        _task(
            lead,
            f"{lead.id}·first_call",
            "call",
            f"Call {lead.who.full}",
            lead.received + timedelta(minutes=5),
            done="Logged: no answer",
        )
    if (told := lead.told("task")) and not closed:
        due = lead.now + signed_span(told["due"])
        key = f"{lead.id}·first_call" if waits_for_call else f"{lead.id}·sample·task"
        _task(
            lead, key, told["kind"], lead.fill(told["title"]), due, recommended=lead.fill(told["recommended"])
        )
    if lead.told("visit", {}).get("made_by") == "the assistant" and lead.last_at > lead.now - timedelta(
        hours=20
    ):
        _visit_alerts(lead)
    if any(each.line.status == "uncertain" for each in lead.said):
        _doubt(lead)


def _task(
    lead: Told, key: str, kind: str, title: str, due: datetime, *, recommended: str = "", done: str = ""
) -> None:
    task_id, late = lead.new_id(lead.received), not done and due < lead.now
    lead.house.batch.add(
        Task, id=task_id, key=key, lead_id=lead.id, kind=kind, title=title, recommended=recommended, why=["The lead's next step"],
        owner_id=lead.owner.id if lead.owner else None, due_at=due, made_at=lead.received, overdue_at=due if late else None,
        done_at=due + timedelta(minutes=2) if done else None, done_by=lead.owner.name if done and lead.owner else "", done_words=done,
    )  # fmt: skip
    if late:
        name, steps = lead.house.ladders["overdue"]
        lead.house.batch.add(
            Timer, id=lead.new_id(due), key=f"{lead.id}·overdue·{task_id}", lead_id=lead.id, kind="overdue", about=title, ladder=name, started_at=due,
            level=len(steps),
        )  # fmt: skip


def _visit_alerts(lead: Told) -> None:
    at = lead.last_at
    for person in (lead.owner, lead.house.manager):
        if person is not None:
            title = f"Appointment set by the AI: {lead.who.full}"
            _alert(
                lead,
                f"{lead.id}·visit·sample·{person.id}",
                person.id,
                "appointment",
                at,
                title=title,
                body=f"{lead.words['visit']}, {lead.words['vehicle']}",
            )


def _doubt(lead: Told) -> None:
    at = lead.last_at
    for person in (lead.owner, lead.house.manager):
        if person is not None:
            title, body = f"Text to {lead.who.full} may not have left", "The carrier's answer was lost"
            _alert(
                lead,
                f"{lead.id}·uncertain·sample·{person.id}",
                person.id,
                "attention",
                at,
                title=title,
                body=body,
            )


def write_next(lead: Told) -> None:
    """The next step as the board shows it, by the order of ``rules.standing``."""
    told, task, visit = lead.told("next", {}), lead.told("task"), lead.told("visit")
    if hold := lead.told("hold"):
        shown: tuple[str, str, datetime | None] = (f"Held · {hold['reason']}", "pause", None)
    elif lead.told("timer") == "handoff":
        shown = (str(lead.told("ai_reason")), "bell", lead.columns.get("timer_target"))
    elif task:
        icons = {
            "call": "phone",
            "text": "message",
            "confirm_who_helps": "user",
            "trade_in": "phone",
            "financing": "file",
        }
        shown = (lead.fill(task["title"]), icons[task["kind"]], lead.now + signed_span(task["due"]))
    elif visit:
        shown = (f"Visit · {visit['status']}", "calendar", lead.visit)
    else:
        shown = (told.get("text", ""), told.get("icon", ""), None)
    if lead.story.stage not in ("sold", "lost"):
        lead.columns |= {"next_text": shown[0], "next_icon": shown[1], "next_due": shown[2]}


def write_visit(lead: Told) -> None:
    told = lead.told("visit")
    if lead.visit is None or not told:
        return
    made = lead.last_at
    lead.house.batch.add(
        Appointment, id=lead.new_id(made), key=f"{lead.id}·visit·sample", lead_id=lead.id, starts_at=lead.visit, ends_at=lead.visit + timedelta(hours=1),
        status=told["status"], vehicle=lead.words["vehicle"], stock=lead.words["stock"], made_by=lead.fill(told["made_by"]), label=lead.told("label", ""),
        staff_id=lead.owner.id if lead.owner else None, made_at=made, confirmed_at=made if told["status"] == "confirmed" else None,
    )  # fmt: skip
