"""The PIN by which a person takes the desk: kept as an argon2id hash, never as digits (DESK-04)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # imported when a PIN is first asked for: many a day passes without one
    from argon2 import PasswordHasher

PINS = "people.pins"


@cache
def _hasher() -> PasswordHasher:
    """RFC 9106's idea at OWASP's smaller size: a PIN is asked often, and the store it lies in is encrypted."""
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(pin: str) -> str:
    """What is kept of a PIN."""
    return _hasher().hash(pin)


def fits(settings: Mapping[str, Any], staff_id: str, pin: str) -> bool:
    """Whether this is the person's PIN; anything fits where they have none."""
    kept = settings[PINS].get(staff_id, "")
    if not kept:
        return True
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(kept, pin)
    except (Argon2Error, InvalidHashError):
        return False
