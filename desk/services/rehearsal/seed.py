"""Furnishes the store of a rehearsal from its scenario: settings, people, vehicles, knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from desk.models.commands import ImportStock, SaveKnowledge, SaveSettings, SaveStaff
from desk.models.errors import BadInput
from desk.models.vehicle import Vehicle
from desk.services.desk import Desk
from desk.services.rehearsal.scenario import Scenario

_STORE_KEYS = {"name", "timezone", "region", "hours", "address", "phone", "email", "website", "holidays"}
_MARKS = ("flag", "program")  # what a ladder may ask of a vehicle: demo, a manufacturer's program (ILM-05)
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def furnish(desk: Desk, scenario: Scenario) -> None:
    """Everything before the first event. Raises BadInput naming the key that is wrong."""
    desk.run(SaveSettings(values=_settings(scenario.store) | dict(scenario.settings)))
    for number, person in enumerate(scenario.staff, start=1):
        desk.run(SaveStaff(staff_id=_need(person, "id", f"staff {number}"), values=_person(person, number)))
    if scenario.vehicles:
        rows = tuple(_vehicle(row, number) for number, row in enumerate(scenario.vehicles, start=1))
        desk.run(ImportStock(rows=rows, seen=scenario.start, full=False))
    for number, entry in enumerate(scenario.knowledge, start=1):
        place = f"knowledge {number}"
        desk.run(
            SaveKnowledge(
                question=_need(entry, "question", place),
                answer=_need(entry, "answer", place),
                language=entry.get("language", "en"),
            )
        )


def _need(row: Mapping[str, Any], name: str, place: str) -> Any:
    if name not in row:
        raise BadInput(f"{name!r} is missing.", where=place, do=f"Add {name} = … to it.")
    return row[name]


def _settings(store: Mapping[str, Any]) -> dict[str, Any]:
    if unknown := sorted(set(store) - _STORE_KEYS):
        raise BadInput(
            f"Unknown key {unknown[0]!r}.",
            where="store",
            do=f"A store holds {', '.join(sorted(_STORE_KEYS))}.",
        )
    told = {f"store.{'zone' if name == 'timezone' else name}": value for name, value in store.items()}
    basics = {
        "store.name": "Rehearsal Motors", "store.address": "1 Example Street", "store.phone": "(208) 555-0100",
        "store.email": "sales@store.example", "assistant.live": True, "desk.id": "rehearsal", "mail.smtp_host": "rehearsal",
        "text.from_number": "+12085550100",
    }  # fmt: skip
    if "store.holidays" in told:
        told["store.holidays"] = [str(day) for day in told["store.holidays"]]
    return basics | told


def _person(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    known = {"id", "name", "role", "team", "shift", "email", "phone", "alerts", "active"}
    if unknown := sorted(set(row) - known):
        raise BadInput(
            f"Unknown key {unknown[0]!r}.",
            where=f"staff {number}",
            do=f"A person holds {', '.join(sorted(known))}.",
        )
    values = {name: value for name, value in row.items() if name != "id"}
    return {"name": row["id"], "joined_at": _LONG_AGO} | values


def _vehicle(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    values = {name: value for name, value in row.items() if name in Vehicle.__table__.columns}
    if unknown := sorted(set(row) - set(values) - {"price", "link", *_MARKS}):
        raise BadInput(
            f"Unknown key {unknown[0]!r}.",
            where=f"vehicle {number}",
            do="Use stock, vin, year, make, model, trim, body …",
        )
    _need(row, "stock", f"vehicle {number}")
    values["features"] = [*values.get("features", ()), *(row[name] for name in _MARKS if name in row)]
    if row.get("price"):
        values["price_cents"] = round(float(row["price"]) * 100)
    return values
