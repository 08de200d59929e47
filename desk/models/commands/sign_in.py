"""Signing in, the lock, and who looked at what (R22)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from desk.models.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class TrySignIn(Command):
    """Somebody at the locked desk says who they are. Answers a ``SignInAnswer``; a wrong PIN or code is counted.

    ``code`` is one from the person's phone or a recovery code. PIN and code are recorded nowhere.
    """

    act: ClassVar[str] = "sign in"
    staff_id: str
    pin: str = field(default="", repr=False)
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SitByAccount(Command):
    """At the start: who is bound to the account that is signed in to this computer. Answers their id, or an empty one."""

    act: ClassVar[str] = "sign in with the computer"
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BindAccount(Command):
    """This computer account signs the person in at the start; an empty one binds none. Their PIN opens a locked desk."""

    act: ClassVar[str] = "bind a computer account"
    staff_id: str
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartCodes(Command):
    """A new second factor for a person (RFC 6238). Answers ``NewCodes``, shown this once; it counts once it is confirmed."""

    act: ClassVar[str] = "set up sign-in codes"
    staff_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmCodes(Command):
    """The person's phone shows this code: from now on one is asked beside the PIN."""

    act: ClassVar[str] = "confirm sign-in codes"
    staff_id: str
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DropCodes(Command):
    """No code is asked of this person any more, such as when their phone is lost."""

    act: ClassVar[str] = "take sign-in codes away"
    staff_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetTryAgain(Command):
    """A manager forgives a person's wrong tries."""

    act: ClassVar[str] = "let a person try again"
    staff_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLocked(Command):
    """The desk was locked: by its person, or by itself after a time without key or mouse."""

    act: ClassVar[str] = "lock the desk"
    staff_id: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Viewed:
    """One look: who at what, and when. ``lead_id`` is empty for what is no single lead, such as the day sheet."""

    staff_id: str
    what: str
    lead_id: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteViews(Command):
    """What people looked at since the last note, one for each person, thing and span of time (R22)."""

    act: ClassVar[str] = "view"
    views: tuple[Viewed, ...]
