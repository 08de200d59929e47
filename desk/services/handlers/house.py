"""The store itself: settings, people, stock, pauses, the state of its lines, and the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.errors import BadInput, Refused
from desk.models.history import Setting
from desk.models.hours import check_week
from desk.models.lead import Lead, Wanted
from desk.models.settings import PRIVATE, checked
from desk.models.staff import Staff
from desk.models.store import search
from desk.models.store.prepared import Prepared
from desk.models.store.queries.cards import given, micros
from desk.models.time import to_micros
from desk.models.vehicle import Vehicle
from desk.models.words import Role
from desk.services.desk import handles
from desk.services.handlers import digest, line_alerts, training
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_OPEN = ("new", "contacted", "engaged", "qualified", "appointment_set")
_DUE = Prepared(
    select(Lead.id).where(micros(Lead.due_at) <= given("now")).order_by(Lead.due_at).limit(given("limit"))
)


def put_setting(work: Work, key: str, value: Any) -> None:
    """Keep one setting, signed by who asked. Raises BadInput with what is allowed."""
    if key == "store.hours":
        check_week(value, key)
    row = work.session.get(Setting, key)
    if row is None:
        row = Setting(key=key, at=work.now)
        work.session.add(row)
    row.value, row.at, row.by = {"value": checked(key, value)}, work.now, work.by.words


@handles(c.Tick)
def tick(work: Work, command: c.Tick) -> int:
    """Decide what has come due, oldest first; answers how many leads were looked at (one indexed question, never a walk)."""
    asked = {"now": to_micros(work.now), "limit": command.limit}
    found = [row[0] for row in _DUE.run(work.connection, asked)]
    for lead_id in found:
        work.settle(lead_id)
    return len(found) + _summary(work)


def _summary(work: Work) -> int:
    """The store's summary, once at each opening and closing."""
    following = digest.tell_when_due(work)
    if following is None:
        return 0
    for key, value in ({digest.DUE: following.isoformat()} | training.keep(work)).items():
        put_setting(work, key, value)
    work.kinds.add("settings")
    return 1


@handles(c.IndexSome)
def index_some(work: Work, command: c.IndexSome) -> int:
    """Answers how many leads still wait to be indexed."""
    return search.index_some(work.session, command.limit)


@handles(c.SaveSettings)
def save_settings(work: Work, command: c.SaveSettings) -> None:
    if held := sorted(PRIVATE.intersection(command.values)):
        raise Refused("People's sign-in is no plain setting.", action=command.act, missing=tuple(held))
    for key, value in command.values.items():
        put_setting(work, key, value)
    work.kinds.add("settings")
    work.tell("settings", None, {"keys": sorted(command.values)}, (f"Saved by {command.by.words}",))


@handles(c.PauseAssistant)
def pause_assistant(work: Work, command: c.PauseAssistant) -> None:
    """Stops or resumes everything automatic of a scope; what fell due meanwhile is decided anew (AI-27)."""
    pauses = dict(work.store.pauses)
    pauses.pop(command.scope, None)
    if command.reason:
        pauses[command.scope] = command.reason
    put_setting(work, "assistant.pauses", pauses)
    work.kinds.add("settings")
    work.outbox = True
    work.tell(
        "pause",
        None,
        {"scope": command.scope, "paused": bool(command.reason)},
        (command.reason or f"Resumed by {command.by.words}",),
    )


@handles(c.NoteHealth)
def note_health(work: Work, command: c.NoteHealth) -> None:
    """An adapter's word about its line; told only when it changed, so that a quiet day writes nothing."""
    health = dict(work.store.settings["health"])
    before: Mapping[str, Any] = health.get(command.line, {})
    changed = before.get("ok") != command.ok or before.get("words") != command.words
    state = dict(before) | {"ok": command.ok, "words": command.words}
    if changed:
        state["since"] = work.now.isoformat()
        work.tell(
            "line", None, {"line": command.line, "ok": command.ok}, (command.words,) if command.words else ()
        )
    if command.read:
        state["read_at"] = work.now.isoformat()
    told: Mapping[str, Any] = health | {command.line: state}
    if command.ok:
        told = line_alerts.mended(work, told, command.line)
    elif command.needs_person:
        told = line_alerts.ask_person(work, told, command.line, command.words)
    put_setting(work, "health", dict(told))
    for key, value in (command.cursor or {}).items():
        put_setting(work, key, work.store.settings[key] | value if isinstance(value, dict) else value)
    work.kinds.add("health")


@handles(c.NoteOtherDesk)
def note_other_desk(work: Work, command: c.NoteOtherDesk) -> None:
    """Silences what is automatic until a person decides; about a desk that was decided on, nobody is asked again."""
    others = work.store.settings["desk.other"]
    if command.mark in others.values() or command.mark in work.store.settings["desk.decided"]:
        return
    put_setting(work, "desk.other", dict(others) | {command.line: command.mark})
    work.kinds |= {"settings", "alerts"}
    work.tell(
        "other_desk", None, {"line": command.line}, ("DESK-12: another desk was seen on the same line",)
    )


@handles(c.NameSpeakingDesk)
def name_speaking_desk(work: Work, command: c.NameSpeakingDesk) -> None:
    settings = work.store.settings
    decided = {*settings["desk.decided"], *settings["desk.other"].values()}
    put_setting(work, "desk.decided", sorted(decided))
    put_setting(work, "desk.other", {})
    put_setting(work, "desk.speaks", command.this_desk)
    work.kinds.add("settings")
    work.outbox = True
    work.tell("speaking_desk", None, {"this": command.this_desk}, (f"Named by {command.by.words}",))


@handles(c.SaveStaff)
def save_staff(work: Work, command: c.SaveStaff) -> None:
    row = work.session.get(Staff, command.staff_id)
    role = command.values.get("role", row.role if row else "")
    if role not in set(Role):
        raise BadInput(f"{role!r} is no role.", where="role", do=f"Use one of {', '.join(Role)}.")
    if row is None:
        row = Staff(
            id=command.staff_id,
            name=command.values.get("name", command.staff_id),
            role=role,
            joined_at=work.now,
        )
        work.session.add(row)
    for name, value in command.values.items():
        if name not in Staff.__table__.columns:
            raise BadInput(f"A person has no {name!r}.", where=name)
        if name == "shift" and value is not None:
            check_week(value, "shift")
        setattr(row, name, value)
    work.kinds.add("staff")
    work.tell("staff", None, {"staff": row.id}, (f"Saved by {command.by.words}",))


@handles(c.StaffLeaves)
def staff_leaves(work: Work, command: c.StaffLeaves) -> int:
    """Out of rotation at once; each open lead goes to the assignment rules in the same transaction (FLOW-01)."""
    person = work.session.get(Staff, command.staff_id)
    if person is None:
        raise BadInput("There is no such person.", where=command.staff_id, do="Choose somebody of the list.")
    person.active = False
    work.kinds.add("staff")
    known = work.store.person(command.staff_id)
    if known is not None:
        known.active = False
    open_leads = list(
        work.session.scalars(
            select(Lead.id).where(Lead.owner_id == person.id, Lead.stage.in_(_OPEN)).order_by(Lead.id)
        )
    )
    for lead_id in open_leads:
        file = LeadFile(work, work.lead(lead_id))
        record(file, d.AssignOwner(None, (f"{person.name} has left",), by=command.by.words))
        work.settle(lead_id)
    return len(open_leads)


@handles(c.ImportStock)
def import_stock(work: Work, command: c.ImportStock) -> dict[str, int]:
    """Take a feed. A vehicle gone from a full feed is gone; a feed shrunk by more than half is refused until a person says so."""
    known = {row.stock: row for row in work.session.scalars(select(Vehicle))}
    listed = {str(row["stock"]) for row in command.rows}
    gone = (
        [
            row
            for stock, row in known.items()
            if stock not in listed and not row.by_hand and row.status in ("available", "on_hold")
        ]
        if command.full
        else []
    )
    here = sum(row.status in ("available", "on_hold") for row in known.values())
    _check_shrink(work, command, here, len(gone))
    counts = {"new": 0, "changed": 0, "gone": len(gone)}
    touched = [take_vehicle(work, known, row, command, counts) for row in command.rows]
    for row in gone:
        row.status, row.seen_at = "gone", command.seen
    put_setting(work, "inventory.seen_at", command.seen.isoformat())
    work.kinds |= {"stock", "settings"}
    work.tell("stock", None, counts, ("Inventory feed read",))
    settle_askers(work, [*gone, *(row for row in touched if row is not None)])
    return counts


def _check_shrink(work: Work, command: c.ImportStock, here: int, gone: int) -> None:
    """A broken feed ends no vehicle: one that lost too much at once is refused until a person says so (AI-05)."""
    much = gone > here * work.book.number("stock.shrink_share")
    if much and here >= work.book.number("stock.shrink_from") and not command.allow_shrink:
        raise Refused(
            f"The feed lost {gone} of {here} vehicles at once, so nothing was changed.", action=command.act, missing=("confirmation",),
            do="Check the feed; import it again with the shrink allowed if it is right.",
        )  # fmt: skip


def take_vehicle(
    work: Work,
    known: dict[str, Vehicle],
    values: Mapping[str, Any],
    command: c.ImportStock,
    counts: dict[str, int],
) -> Vehicle | None:
    row = known.get(str(values["stock"]))
    is_new = row is None
    if row is None:
        row = Vehicle(id=work.new_id(), stock=str(values["stock"]), seen_at=command.seen)
        work.session.add(row)
        known[row.stock] = row
    before = row.status
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if "price_cents" in changed:  # the price record's own moment (R20)
        row.price_at = command.seen if row.price_cents else None
    row.seen_at = command.seen
    counts["new" if is_new else "changed"] += 1 if is_new or changed else 0
    return row if before != row.status and not is_new else None


@handles(c.SetVehicleStatus)
def set_vehicle_status(work: Work, command: c.SetVehicleStatus) -> None:
    row = work.session.scalar(select(Vehicle).where(Vehicle.stock == command.stock))
    if row is None:
        raise BadInput("There is no such stock number.", where=command.stock, do="Check it against the feed.")
    row.status, row.seen_at = command.status, work.now
    work.kinds.add("stock")
    work.tell("stock", None, {"stock": row.stock, "status": row.status}, (f"Set by {command.by.words}",))
    settle_askers(work, [row])


def settle_askers(work: Work, vehicles: Iterable[Vehicle]) -> None:
    """Every open lead on a vehicle that changed is looked at again in the same transaction (AI-05)."""
    stocks, vins = {v.stock for v in vehicles}, {v.vin for v in vehicles if v.vin}
    if not stocks and not vins:
        return
    work.session.flush()
    query = select(Wanted.lead_id).join(Lead, Lead.id == Wanted.lead_id).where(Lead.stage.in_(_OPEN))
    query = query.where(Wanted.stock.in_(stocks) | Wanted.vin.in_(vins))
    for lead_id in work.session.scalars(query.distinct().order_by(Wanted.lead_id)):
        work.settle(lead_id)
