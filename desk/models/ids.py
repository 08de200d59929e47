"""Ids are UUIDv7: sortable by the moment they were made, unique on every desk (a later sync rests on it)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import blake2b
from typing import NewType
from uuid import UUID

LeadId = NewType("LeadId", str)
CustomerId = NewType("CustomerId", str)
StaffId = NewType("StaffId", str)
MessageId = NewType("MessageId", str)
AlertId = NewType("AlertId", str)

IdSource = Callable[[datetime], str]


class CountedIds:
    """UUIDv7 made from the moment and a counter instead of randomness.

    A rehearsal gives the same bytes twice because its ids come from here; the desk itself uses
    ``services.adapters.clock.random_ids``.
    """

    def __init__(self, seed: str = "rehearsal") -> None:
        self._seed = seed
        self._count = 0

    def __call__(self, moment: datetime) -> str:
        self._count += 1
        tail = blake2b(f"{self._seed}:{self._count}".encode(), digest_size=10).digest()
        return _spelled(_bits(moment, tail))


def uuid7_of(moment: datetime, tail: bytes) -> UUID:
    """The UUIDv7 of a moment and ten bytes (RFC 9562, section 5.7); only 74 of their 80 bits are used."""
    return UUID(int=_bits(moment, tail))


def _bits(moment: datetime, tail: bytes) -> int:
    millis = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    bits = int.from_bytes(tail, "big")
    high, low = (bits >> 62) & 0xFFF, bits & ((1 << 62) - 1)
    return millis << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low


def _spelled(bits: int) -> str:
    """As ``str`` of the UUID, which costs as much as all the rest of an id."""
    told = f"{bits:032x}"
    return f"{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}"
