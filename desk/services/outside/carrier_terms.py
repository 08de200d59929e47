"""The stand-in carrier's words: what it keeps, what it refuses, and how it can be told to fail."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

FaultKind = Literal["answer", "garbage", "drop", "drop_after_store", "timeout", "timeout_after_store"]
Json = dict[str, object]

_REFUSALS: dict[int, str] = {
    20001: "Parameter is not known or not valid.",
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20429: "Too Many Requests",
    20503: "Service unavailable",
    21211: "Invalid 'To' Phone Number",
    21602: "Message body is required",
    21603: "A 'From' phone number is required",
    21606: "The 'From' number is not owned by this account",
    21610: "Attempt to send to unsubscribed recipient",
    21617: "The message body exceeds the 1600 character limit",
    21701: "The Messaging Service does not exist",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """How the next answer to a send goes wrong: a status with an error code, or a broken connection."""

    kind: FaultKind
    status: int = 500
    code: int = 0
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CarrierFile:
    """A file that a customer sent along: what their phone says it is, and its bytes."""

    kind: str
    data: bytes = field(repr=False)


@dataclass(slots=True)
class CarrierText:
    """A text as the carrier keeps it."""

    sid: str
    sender: str
    to: str
    body: str
    direction: str
    made: datetime
    status: str = "queued"
    error: int = 0
    looks: int = 0
    valid_s: int = 0
    media: tuple[CarrierFile, ...] = ()


class Refusal(Exception):
    """An answer other than success: the HTTP status and the provider's code."""

    def __init__(self, status: int, code: int) -> None:
        super().__init__(_REFUSALS.get(code, "Error"))
        self.status, self.code = status, code

    def as_json(self) -> Json:
        more = f"https://errors.example/{self.code}"
        return {"code": self.code, "message": str(self), "more_info": more, "status": self.status}


def rfc2822(at: datetime) -> str:
    """A moment as the provider writes it."""
    return at.strftime("%a, %d %b %Y %H:%M:%S +0000")
