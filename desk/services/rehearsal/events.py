"""A scenario's events as the commands they are. Nothing is decided here: the engine decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import THE_DESK, By
from desk.models.conversation import Message
from desk.models.errors import BadInput, Refused
from desk.models.intake.adf import read_adf
from desk.models.intake.mail import read_mail
from desk.models.intake.prospect import Prospect, Quarantined
from desk.services.desk import Desk
from desk.services.intake_tables import shipped_tables
from desk.services.rehearsal.events_asks import ASKS
from desk.services.rehearsal.inline import prospect_of
from desk.services.rehearsal.scenario import Event, Scenario, moment

_WAYS = ("text", "email")


class Stage:
    """Plays events to the engine, and knows which lead a scenario's name means."""

    def __init__(self, desk: Desk, scenario: Scenario) -> None:
        self.desk, self.scenario = desk, scenario
        self.leads: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._zone = scenario.store.get("timezone", "America/Chicago")

    def play(self, event: Event) -> None:
        """Give the command of one event. Raises Refused when the desk refuses, BadInput when the scenario is wrong."""
        _PLAY[event.do](self, event)

    def name_of(self, lead_id: str | None) -> str | None:
        return self._names.get(lead_id, lead_id) if lead_id else lead_id

    def know(self, name: str, lead_id: str) -> None:
        """From now on the scenario's name means this lead; the first name of a threaded lead stays its own."""
        self.leads[name] = lead_id
        self._names.setdefault(lead_id, name)

    def lead_or_none(self, event: Event) -> str | None:
        return self.leads.get(str(event.get("lead")))

    def lead(self, event: Event) -> str:
        name = event.need("lead")
        if name not in self.leads:
            raise BadInput(
                f"The lead {name!r} has not come in yet.",
                where=event.place,
                do="Put its lead event before this one.",
            )
        return self.leads[name]

    def by(self, event: Event, *, default: By = THE_DESK) -> By:
        staff_id = event.get("by")
        if staff_id is None:
            return default
        person = self.desk.facts().person(str(staff_id))
        if person is None:
            raise BadInput(
                f"There is nobody called {staff_id!r}.",
                where=event.place,
                do="Name one of the scenario's staff ids.",
            )
        return By("staff", person.id, person.role, person.name)

    def when(self, event: Event, name: str) -> datetime | None:
        value = event.get(name)
        return None if value is None else moment(value, self._zone, f"{event.place}, {name}")

    def message(self, event: Event) -> str:
        """By its number, or with ``lead`` alone the oldest draft of that lead that waits for approval."""
        if event.get("which") is None and event.get("lead") is not None:
            return self._oldest_draft(event)
        number = event.number("which")
        with self.desk.store.reading() as session:
            found = session.scalar(select(Message.id).where(Message.number == number))
        if found is None:
            raise BadInput(
                f"There is no message number {number}.",
                where=event.place,
                do="Look at the numbers the rehearsal printed.",
            )
        return found

    def _oldest_draft(self, event: Event) -> str:
        waiting = select(Message.id).where(
            Message.lead_id == self.lead(event), Message.status == "pending_approval"
        )
        if channel := event.get("channel"):
            waiting = waiting.where(Message.channel == channel)
        with self.desk.store.reading() as session:
            found = session.scalar(waiting.order_by(Message.number).limit(1))
        if found is None:
            raise Refused(
                "No message of this lead waits for approval.", action=event.do, missing=("message",)
            )
        return found


def _lead(stage: Stage, event: Event) -> None:
    name = event.need("lead")
    found = stage.desk.run(_take_command(stage, event, name))
    if found:
        stage.know(name, found)


def _take_command(stage: Stage, event: Event, name: str) -> c.Command:
    raw_file = event.get("adf")
    if isinstance(raw_file, str):
        return _from_file(stage, event, name, raw_file)
    prospect = prospect_of(raw_file if isinstance(raw_file, dict) else event.values, event.place)
    return _take(stage, event, name, prospect, f"scenario:{event.place}")


def _take(stage: Stage, event: Event, name: str, prospect: Prospect, key: str) -> c.TakeLead:
    received = stage.when(event, "received") or event.at
    return c.TakeLead(
        prospect=prospect,
        key=key,
        origin="rehearsal",
        received=received,
        owner=event.get("owner", ""),
        lead_ref=name,
    )


def _from_file(stage: Stage, event: Event, name: str, file: str) -> c.Command:
    path = stage.scenario.folder / file
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read.", where=event.place, do=f"Put it beside the scenario: {error.strerror}."
        ) from error
    zone, tables = ZoneInfo(stage._zone), shipped_tables()
    is_mail = path.suffix == ".eml"
    found = (
        read_mail(raw, store_zone=zone, tables=tables).prospects
        if is_mail
        else read_adf(raw, store_zone=zone, tables=tables)
    )
    first = found[0] if found else Quarantined("It holds no lead")
    if isinstance(first, Quarantined):
        return c.TakeMail(raw=raw) if is_mail else c.TakeFile(name=file, raw=raw, origin="rehearsal")
    return _take(stage, event, name, replace(first, received=None), f"scenario:{event.place}:{file}")


def _reply(stage: Stage, event: Event) -> None:
    reply = c.TakeReply(
        lead_id=stage.lead(event),
        channel=event.one_of("channel", _WAYS, "text"),
        text=str(event.need("text")),
        subject=event.get("subject", ""),
        key=event.place,
        at=event.at,
    )
    stage.desk.run(reply)


def _log(stage: Stage, event: Event) -> None:
    names = ("outcome", "summary", "objections", "next_step", "direction", "interest", "to_customer")
    told: dict[str, Any] = {name: event.get(name) for name in names if event.get(name) is not None}
    recorded = event.get("recorded")
    stage.desk.run(
        c.LogActivity(
            by=stage.by(event), lead_id=stage.lead(event), type=event.need("type"), minutes=event.get("minutes"),
            recorded=str(recorded) if recorded else "", next_due=stage.when(event, "next_due"), at=event.at, **told,
        )
    )  # fmt: skip


def _ai(stage: Stage, event: Event) -> None:
    on = event.one_of("set", ("on", "off")) == "on"
    stage.desk.run(
        c.TurnAssistant(by=stage.by(event), lead_id=stage.lead(event), on=on, reason=event.get("reason", ""))
    )


def _stage(stage: Stage, event: Event) -> None:
    moved = c.MoveLead(
        by=stage.by(event),
        lead_id=stage.lead(event),
        stage=event.need("stage"),
        status=event.get("status"),
        reason=event.get("reason", ""),
    )
    stage.desk.run(moved)


def _hold(stage: Stage, event: Event) -> None:
    held = c.HoldLead(
        by=stage.by(event), lead_id=stage.lead(event), kind=event.get("kind", ""), reason=event.get("reason", ""), until=stage.when(event, "until"),
        note=event.get("note", ""),
    )  # fmt: skip
    stage.desk.run(held)


def _resume(stage: Stage, event: Event) -> None:
    stage.desk.run(c.ResumeLead(by=stage.by(event), lead_id=stage.lead(event)))


def _claim(stage: Stage, event: Event) -> None:
    stage.desk.run(c.ClaimLead(by=stage.by(event), lead_id=stage.lead(event)))


def _assign(stage: Stage, event: Event) -> None:
    stage.desk.run(c.AssignLead(by=stage.by(event), lead_id=stage.lead(event), to=event.need("to")))


def _leave(stage: Stage, event: Event) -> None:
    stage.desk.run(c.StaffLeaves(staff_id=event.need("staff")))


def _book(stage: Stage, event: Event) -> None:
    starts = stage.when(event, "starts")
    if starts is None:
        raise BadInput("A visit needs its time.", where=event.place, do="Add starts = a date and time.")
    stage.desk.run(
        c.BookAppointment(
            by=stage.by(event), lead_id=stage.lead(event), starts=starts, vehicle=event.get("vehicle", "")
        )
    )


def _appointment(stage: Stage, event: Event) -> None:
    closed = c.CloseAppointment(
        by=stage.by(event),
        lead_id=stage.lead(event),
        result=event.need("result"),
        starts=stage.when(event, "starts"),
    )
    stage.desk.run(closed)


def _decide(stage: Stage, event: Event) -> None:
    decided = c.DecideDraft(
        by=stage.by(event), message_id=stage.message(event), verdict=event.do, text=event.get("text", "")
    )
    stage.desk.run(decided)


def _sold(stage: Stage, event: Event) -> None:
    credited = event.get("credited", ())
    names = (credited,) if isinstance(credited, str) else tuple(credited)
    stage.desk.run(c.RecordSale(by=stage.by(event), lead_id=stage.lead(event), credited=names))


def _coverage(stage: Stage, event: Event) -> None:
    stage.desk.run(
        c.AskCoverage(by=stage.by(event), lead_id=stage.lead(event), sold_by=event.get("sold_by", ""))
    )


def _lost(stage: Stage, event: Event) -> None:
    stage.desk.run(
        c.MoveLead(
            by=stage.by(event), lead_id=stage.lead(event), stage="lost", reason=event.get("reason", "")
        )
    )


def _temperature(stage: Stage, event: Event) -> None:
    adjusted = c.AdjustTemperature(
        by=stage.by(event),
        lead_id=stage.lead(event),
        score=event.number("score"),
        reason=event.get("reason", ""),
    )
    stage.desk.run(adjusted)


def _inventory(stage: Stage, event: Event) -> None:
    stage.desk.run(c.SetVehicleStatus(stock=event.need("stock"), status=event.need("status")))


def _delivery(stage: Stage, event: Event) -> None:
    status, code = event.one_of("status", ("delivered", "bounced", "failed")), str(event.get("code", ""))
    bad = (status == "bounced" and not code.startswith("4")) or code in ("30005", "30006", "21211", "21614")
    told = c.RecordDelivery(
        message_id=stage.message(event),
        status=status,
        code=code,
        words=f"The provider says {status} {code}".strip(),
        address_bad=bad,
    )
    stage.desk.run(told)


def _knowledge(stage: Stage, event: Event) -> None:
    stage.desk.run(
        c.SaveKnowledge(by=stage.by(event), question=event.need("question"), answer=event.need("answer"))
    )


def _consent(stage: Stage, event: Event) -> None:
    if event.get("given") is None and event.get("revoked") is None:
        raise BadInput(
            "Consent is given or revoked.", where=event.place, do="Add given = true or revoked = true."
        )
    given = bool(event.get("given", not event.get("revoked")))
    stage.desk.run(
        c.SetConsent(
            by=stage.by(event), lead_id=stage.lead(event), channel=event.one_of("channel", (*_WAYS, "call")), given=given,
            evidence=str(event.get("evidence", "told")),
        )
    )  # fmt: skip


def _pause(stage: Stage, event: Event) -> None:
    stage.desk.run(
        c.PauseAssistant(
            by=stage.by(event), scope=event.get("scope", "store"), reason=event.get("reason", "")
        )
    )


_PLAY: dict[str, Callable[[Stage, Event], None]] = {
    "lead": _lead, "reply": _reply, "log": _log, "ai": _ai, "stage": _stage, "hold": _hold, "resume": _resume, "claim": _claim, "assign": _assign,
    "leave": _leave, "book": _book, "appointment": _appointment, "approve": _decide, "skip": _decide, "edit": _decide, "sold": _sold, "lost": _lost,
    "temperature": _temperature, "inventory": _inventory, "delivery": _delivery, "knowledge": _knowledge, "consent": _consent, "pause": _pause,
    "coverage": _coverage, **ASKS,
}  # fmt: skip
