"""Who may sit down at this desk, and how long one waits after wrong tries (R22, DESK-04).

What was typed is compared elsewhere; here is only what follows from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Typed = Literal["nothing", "right", "wrong"]
#: in: sits down. pin, code: that is still asked for. wrong: counted. wait: not even looked at. enrol: a second factor must be
#: set up first. no_way: nothing is set up for this person. stranger: nobody who works here.
Verdict = Literal["in", "pin", "code", "wrong", "wait", "enrol", "no_way", "stranger"]
CHOICES = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Sitter:
    """What the store knows of somebody who wants to sit down."""

    works_here: bool = True
    is_leader: bool = False
    has_pin: bool = False
    has_account: bool = False
    needs_code: bool = False
    has_code: bool = False

    @property
    def has_way(self) -> bool:
        """Whether this person can prove who they are."""
        return self.works_here and (self.has_pin or self.has_account)


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries in a row, and until when nobody is listened to. ``until`` is aware."""

    wrong: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Backoff:
    """How many wrong tries are free, and the waits after each further one; the last wait stays."""

    free: int
    waits: tuple[timedelta, ...]


def is_asked(choice: str, people: Iterable[Sitter], *, is_demo: bool) -> bool:
    """Whether one signs in at this store: by itself as soon as one who works there has a way to."""
    if choice == "never":
        return False
    has_way = any(person.has_way for person in people)
    return has_way and (choice == "always" or not is_demo)


def waits_until(tries: Tries, backoff: Backoff, now: datetime) -> datetime | None:
    """When the next try is listened to; None for at once. A clock set back prolongs no wait beyond the longest one."""
    if tries.until is None or tries.until <= now:
        return None
    return min(tries.until, now + max(backoff.waits, default=timedelta()))


def after_wrong(tries: Tries, backoff: Backoff, now: datetime) -> Tries:
    """One more wrong try."""
    wrong = tries.wrong + 1
    over = wrong - backoff.free
    if over < 0 or not backoff.waits:
        return Tries(wrong)
    return Tries(wrong, now + backoff.waits[min(over, len(backoff.waits) - 1)])


def verdict(sitter: Sitter, pin: Typed, code: Typed, *, leaders_can: bool) -> Verdict:
    """What follows from what was typed, once it is listened to.

    ``leaders_can``: a manager has a way in. Until then managers sit down freely, so that a store whose first PIN is a rep's
    shuts nobody out for good.
    """
    if not sitter.works_here:
        return "stranger"
    if not sitter.has_pin:
        return "in" if sitter.is_leader and not leaders_can else "no_way"
    if pin != "right":
        return "wrong" if pin == "wrong" else "pin"
    return _second(sitter, code)


def _second(sitter: Sitter, code: Typed) -> Verdict:
    """After the right PIN."""
    if sitter.has_code:
        return {"right": "in", "wrong": "wrong", "nothing": "code"}[code]  # type: ignore[return-value]  # each is a verdict
    return "enrol" if sitter.needs_code else "in"
