"""Sets the sample house up through the desk's own commands: settings, people, stock, what the store knows of itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from desk.models.commands import ImportStock, SaveKnowledge, SaveSettings, SaveStaff
from desk.services.desk import Desk
from desk.services.resources import load_toml
from desk.services.sample.lot import vehicles

_LEAST_VEHICLES = 120
_JOINED = timedelta(days=900)


@cache
def house() -> Mapping[str, Any]:
    return load_toml("sample", "house.toml")


def furnish(desk: Desk, rng: Random, leads: int, now: datetime) -> list[Mapping[str, Any]]:
    """Settings the store has not made itself, people, vehicles, knowledge. Answers the vehicles."""
    held = desk.facts().settings
    desk.run(
        SaveSettings(
            values={key: value for key, value in house()["settings"].items() if not held["store.name"]}
        )
    )
    for number, person in enumerate(house()["staff"]):
        desk.run(SaveStaff(staff_id=staff_id(desk, person["key"]), values=_person(person, number, now)))
    lot = vehicles(max(_LEAST_VEHICLES, leads // 25), rng, now)
    desk.run(ImportStock(rows=tuple(lot), seen=now - timedelta(minutes=35), full=False))
    known = {entry.question for entry in desk.facts().knowledge.entries}
    for entry in house()["knowledge"]:
        if entry["question"] not in known:
            desk.run(SaveKnowledge(question=entry["question"], answer=entry["answer"]))
    return lot


def staff_id(desk: Desk, key: str) -> str:
    """A person's id: the one they have in this store, else made from their key."""
    name = next(row["name"] for row in house()["staff"] if row["key"] == key)
    known = next((person.id for person in desk.facts().staff if person.name == name), None)
    return known or f"sample-{key}"


def _person(row: Mapping[str, Any], number: int, now: datetime) -> dict[str, Any]:
    values = {name: value for name, value in row.items() if name != "key"}
    return values | {
        "joined_at": now - _JOINED,
        "last_assigned_at": now - timedelta(minutes=7 * (number + 1)),
    }
