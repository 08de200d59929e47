"""The sample lot: vehicles with stock numbers, VINs whose check digit is right, prices and places."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from desk.services.resources import load_toml

_VALUES = {
    letter: value
    for value, letters in enumerate(("0", "1AJ", "2BKS", "3CLT", "4DMU", "5ENV", "6FW", "7GPX", "8HY", "9RZ"))
    for letter in letters
}
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_YEAR_LETTERS = "ABCDEFGHJKLMNPRSTVWXY123456789"  # 2010 is A; they come again after thirty years
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_NEW_EVERY, _HELD_EVERY, _SOLD_EVERY = 3, 23, 17


def vehicles(count: int, rng: Random, now: datetime) -> list[Mapping[str, Any]]:
    """Column values of ``count`` vehicles; a third is new, some are sold or on hold."""
    return [_vehicle(number, rng, now) for number in range(count)]


def _vehicle(number: int, rng: Random, now: datetime) -> Mapping[str, Any]:
    tables = load_tables()
    model = tables["model"][number % len(tables["model"])]
    is_new = bool(model["new"]) and number % _NEW_EVERY != 0
    year = now.year + (1 if number % 4 == 0 else 0) if is_new else now.year - rng.randint(1, 6)
    age = max(0, now.year - year)
    stock = f"{'N' if is_new else 'U'}{24000 + number if is_new else 3000 + number * 7 % 6000}"
    return {
        "stock": stock, "vin": vin(model["wmi"], year, number, rng), "year": year, "make": model["make"], "model": model["model"],
        "trim": rng.choice(model["trims"]), "body": model["body"], "condition": "new" if is_new else "used",
        "certified": not is_new and number % 5 == 0, "mileage": rng.randint(4, 40) if is_new else age * 11_000 + rng.randint(900, 9_000),
        "exterior": rng.choice(tables["colours"]), "interior": rng.choice(tables["interiors"]), "lot": rng.choice(tables["rows"]),
        "price_cents": _price(model["price"], age, rng), "price_at": now - timedelta(hours=3), "status": _status(number),
        "price_disclosure": "Plus tax, title and a documentation fee.", "history_url": f"https://history.example/{stock}",
        "detail_url": f"https://cedarridge.example/vehicles/{stock.lower()}", "features": ["Heated seats", "Backup camera", "Roof rails"],
    }  # fmt: skip


def load_tables() -> dict[str, Any]:
    return _cached_tables


_cached_tables = load_toml("sample", "vehicles.toml")


def _status(number: int) -> str:
    if number % _SOLD_EVERY == _SOLD_EVERY - 1:
        return "sold"
    return "on_hold" if number % _HELD_EVERY == _HELD_EVERY - 1 else "available"


def _price(new_dollars: int, age: int, rng: Random) -> int:
    dollars = new_dollars * (0.88**age) * rng.uniform(0.97, 1.05)
    return int(dollars // 50) * 5000 + 4500


def vin(wmi: str, year: int, number: int, rng: Random) -> str:
    """A VIN of the right form and check digit (49 CFR 565); its serial is the vehicle's number."""
    middle = "".join(rng.choice(_LETTERS + "0123456789") for _ in range(5))
    middle = middle.translate(str.maketrans("IOQ", "HPR"))
    body = f"{wmi}{middle}0{_YEAR_LETTERS[(year - 2010) % 30]}{rng.choice('ABCDEFGH')}{number + 1:06d}"
    rest = sum(_VALUES[letter] * weight for letter, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return f"{body[:8]}{'X' if rest == 10 else rest}{body[9:]}"
