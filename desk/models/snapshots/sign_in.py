"""What the window sees of signing in: never a hash, never a secret that was shown before (R22)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class NewCodes:
    """A second factor as it is shown once: ``secret`` to type, ``uri`` (otpauth) to open, and codes for a lost phone."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)
    recovery: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignInAnswer:
    """What came of a try: a verdict of ``rules.sign_in``, and until when one waits. ``codes`` where one must be set up first."""

    verdict: str
    until: datetime | None = None
    codes: NewCodes | None = None


@dataclass(frozen=True, slots=True)
class SitterView:
    """A person as the sign-in sheet and the settings show them. ``account`` is the computer account that signs them in."""

    id: str
    name: str
    role_words: Said
    has_pin: bool = False
    has_code: bool = False
    needs_code: bool = False
    account: str = ""
    wrong: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class SignInView:
    """Who may sit down here, whether one is asked, and after how many minutes the desk locks by itself (0: never)."""

    asked: bool
    lock_minutes: int
    people: tuple[SitterView, ...] = ()

    def person(self, staff_id: str) -> SitterView | None:
        """One of them, by their id."""
        return next((person for person in self.people if person.id == staff_id), None)


@dataclass(frozen=True, slots=True)
class ExportsView:
    """How many customers' data left the store by people's hands, each export counted anew. From ``line`` in ``days`` on the law
    wants a report, should it get into wrong hands (16 CFR 314.4)."""

    this_month: int
    in_days: int
    days: int
    line: int
    exports: int
