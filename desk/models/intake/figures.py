"""Years, odometers, prices and VINs as senders write them (LEAD-02). What is not one clear figure is None."""

from __future__ import annotations

import re

from desk.models.intake.prospect import Unit

_YEAR = re.compile(r"(?<!\d)(19[0-9]{2}|20[0-9]{2})(?!\d)")
_AMOUNT = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[,.' \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?)(?!\d)\s?([kK](?![A-Za-z]))?"
)
_KILOMETRES = re.compile(r"\bk(?:m|ms|ilomet(?:er|re)s?)\b", re.IGNORECASE)
_MILES = re.compile(r"\bmi(?:les?)?\b", re.IGNORECASE)
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_VIN_VALUES = dict(
    zip(
        "0123456789ABCDEFGHJKLMNPRSTUVWXYZ",
        [*range(10), *range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10)],
        strict=True,
    )
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def read_year(text: str | None) -> int | None:
    """The one model year in `text`; a range or nothing gives None."""
    years = {int(each) for each in _YEAR.findall(text or "")}
    return years.pop() if len(years) == 1 else None


def read_amount(text: str | None) -> int | float | None:
    """The one amount in `text`, in whole units where it is whole. 0 and blank are None, so is a range."""
    amounts = {value for each in _AMOUNT.finditer(text or "") if (value := _amount(each[1], bool(each[2])))}
    return amounts.pop() if len(amounts) == 1 else None


def _amount(digits: str, thousands: bool) -> int | float | None:
    plain = re.sub(r"[\s'\u00a0]", "", digits)
    decimals = re.search(r"[.,](\d{1,2})$", plain)
    whole = re.sub(r"\D", "", plain[: decimals.start()] if decimals else plain)
    value = float(f"{whole or 0}.{decimals[1] if decimals else 0}") * (1000 if thousands else 1)
    return int(value) if value.is_integer() else value


def read_unit(*hints: str | None) -> Unit | None:
    """The odometer's unit, as an attribute or beside the figure names it; None where nobody said."""
    for hint in hints:
        if hint and _KILOMETRES.search(hint):
            return "km"
        if hint and _MILES.search(hint):
            return "mi"
    return None


def read_vin(text: str | None) -> str | None:
    """A VIN as sent, in capitals and without blanks."""
    vin = re.sub(r"[\s\u00a0]", "", text or "").upper()
    return vin or None


def vin_doubt(vin: str) -> str | None:
    """Why `vin` may be wrong: its length, its letters or its check digit. A doubt never drops a VIN."""
    if len(vin) != 17:
        return f"VIN {vin} has {len(vin)} characters, not 17"
    if not _VIN.fullmatch(vin):
        return f"VIN {vin} has a character that no VIN has"
    rest = sum(_VIN_VALUES[letter] * weight for letter, weight in zip(vin, _VIN_WEIGHTS, strict=True)) % 11
    return None if vin[8] == ("X" if rest == 10 else str(rest)) else f"VIN {vin} fails its check digit"
