"""Small rehearsals for tests: a store with four people, a lead, and what a test adds to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.services.rehearsal import rehearse
from desk.services.rehearsal.scenario import Scenario, scenario_of

Line = dict[str, Any]
START = "2026-03-02T10:00:00-07:00"  # a Monday; Phoenix turns no clocks
HOURS = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-20:00") | {"sat": "09:00-18:00"}
STORE = {"name": "Cedar Ridge Motors", "timezone": "America/Phoenix", "region": "AZ", "hours": HOURS}
STAFF = (
    {"id": "ana", "name": "Ana", "role": "bdc", "team": "internet"},
    {"id": "ben", "name": "Ben", "role": "sales", "team": "floor"},
    {"id": "dana", "name": "Dana", "role": "manager", "team": "floor"},
    {"id": "kay", "name": "Kay", "role": "knowledge_admin"},
)
CAR = {
    "stock": "T4410", "vin": "JTMRWRFV5KD000001", "year": 2022, "make": "Toyota", "model": "RAV4", "trim": "XLE", "body": "suv",
    "condition": "used", "mileage": 31200, "status": "available", "history_url": "https://history.example/T4410",
}  # fmt: skip
EMAIL, PHONE = "rosa@example.com", "(602) 555-0111"


def event(at: Any, do: str, **fields: Any) -> dict[str, Any]:
    return {"at": at, "do": do, "lead": "L1", **fields}


def lead(
    at: Any = "0s", name: str = "L1", *, email: str = EMAIL, phone: str = PHONE, **more: Any
) -> dict[str, Any]:
    customer = {
        "first": "Rosa",
        "last": "Vance",
        "emails": [email] if email else [],
        "phones": [phone] if phone else [],
    }
    wants = [{"year": 2022, "make": "Toyota", "model": "RAV4", "stock": "T4410"}]
    told = {"source": "Autotrader", "customer": customer, "vehicles": wants, "comments": "Is it available?"}
    return {"at": at, "do": "lead", "lead": name, **told, **more}


def story(*events: Mapping[str, Any], until: Any = "2h", start: Any = START, **tables: Any) -> Scenario:
    told = {
        "title": "A test",
        "start": start,
        "until": until,
        "store": STORE,
        "staff": STAFF,
        "vehicle": [CAR],
    }
    return scenario_of({**told, **tables, "event": list(events)}, Path("test.toml"))


def play(*events: Mapping[str, Any], **more: Any) -> list[Line]:
    return list(rehearse(story(*events, **more)))


def of(lines: list[Line], kind: str, **fields: Any) -> list[Line]:
    """Lines of a kind whose fields are as given."""
    return [
        line for line in lines if line["kind"] == kind and all(line.get(n) == v for n, v in fields.items())
    ]


def sent(lines: list[Line], **fields: Any) -> list[Line]:
    return of(lines, "message", direction="out", status="sent", **fields)


def states(lines: list[Line]) -> list[str]:
    """The assistant's states in order."""
    return [line["to"] for line in of(lines, "ai")]


def row(lines: list[Line], name: str = "L1") -> Line:
    """A lead's row of the summary."""
    return next(each for each in lines[-1]["leads"] if each["lead"] == name)


def seconds(line: Line, since: str = START) -> float:
    return (datetime.fromisoformat(line["at"]) - datetime.fromisoformat(since)).total_seconds()


def clock(lines: list[Line]) -> Iterator[str]:
    """Day and time of each line, local, to the minute."""
    return (line["at"][5:16] for line in lines)
