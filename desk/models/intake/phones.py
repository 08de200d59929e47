"""Phone numbers to E.164 beside what was typed (LEAD-02).

The numbering plans of the world are five megabytes: they come in with the first number that is read, and a desk at rest does
without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desk.models.intake.prospect import PhoneIn

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_NANP = re.compile(r"[2-9]\d\d[2-9]\d{6}")
_SEVERAL = re.compile(r"\s*(?:[/;,|]|\bor\b|\band\b)\s*", re.IGNORECASE)
_MOBILE = frozenset({"cellphone", "cell", "mobile", "cellular", "cell phone", "mobile phone"})
_NO_TIME = frozenset({None, "nopreference"})


def e164(raw: str, region: str = "US") -> str | None:
    """`raw` in E.164, or None where none can be made: seven digits, too few or many, dummies like 123-4567."""
    parsed = _parse(raw, region)
    return _spelled(parsed) if parsed else None


def possible(raw: str, region: str = "US") -> str | None:
    """`raw` in E.164 where the numbering plan holds such a number to be possible; else None."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(raw, region)
    except phonenumbers.NumberParseException:
        return None
    return _spelled(parsed) if phonenumbers.is_possible_number(parsed) else None


def read_phones(
    raw: str, *, type: str | None, time: str | None, regions: tuple[str, ...]
) -> Iterator[PhoneIn]:
    """The phones typed in one field; the first of `regions` that makes a number of it wins."""
    pieces = [piece for piece in _SEVERAL.split(raw) if len(re.sub(r"\D", "", piece)) >= 7]
    for piece in pieces if len(pieces) > 1 else [raw]:
        parsed = next((found for region in regions if (found := _parse(piece, region))), None)
        number = _spelled(parsed) if parsed else None
        yield PhoneIn(number, piece, type, time, parsed.extension if parsed else None)


def merge_phones(phones: Iterator[PhoneIn] | list[PhoneIn]) -> tuple[PhoneIn, ...]:
    """The same number once, under its most telling type: a sender repeats one for the day and the evening."""
    kept: dict[str, PhoneIn] = {}
    for phone in phones:
        key = phone.number or re.sub(r"\D", "", phone.raw) or phone.raw
        kept[key] = _more_telling(kept[key], phone) if key in kept else phone
    return tuple(kept.values())


def _more_telling(old: PhoneIn, new: PhoneIn) -> PhoneIn:
    better, other = (new, old) if new.type in _MOBILE and old.type not in _MOBILE else (old, new)
    time = other.time if better.time in _NO_TIME and other.time not in _NO_TIME else better.time
    return PhoneIn(better.number, better.raw, better.type or other.type, time, better.ext or other.ext)


def _spelled(parsed: PhoneNumber) -> str:
    from phonenumbers import PhoneNumberFormat, format_number

    return format_number(parsed, PhoneNumberFormat.E164)


def _parse(raw: str, region: str) -> PhoneNumber | None:
    from phonenumbers import NumberParseException, parse

    try:
        parsed = parse(raw[:60], region)
    except NumberParseException:
        return None
    return parsed if _dialable(parsed) and not _dummy(str(parsed.national_number)) else None


def _dialable(parsed: PhoneNumber) -> bool:
    # North American numbers are judged by their shape: new area codes come faster than a library's tables.
    if parsed.country_code == 1:
        return _NANP.fullmatch(str(parsed.national_number)) is not None
    from phonenumbers import ValidationResult, is_possible_number_with_reason

    return bool(is_possible_number_with_reason(parsed) == ValidationResult.IS_POSSIBLE)


def _dummy(national: str) -> bool:
    """A run of digits (1234567890), or a last seven that nobody has: 0000000, 5555555, 123-4567."""
    last = national[-7:]
    runs = "01234567890123", "98765432109876"
    return len(set(last)) == 1 or last == "1234567" or any(national in run for run in runs)
