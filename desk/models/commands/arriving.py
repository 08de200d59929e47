"""What arrives at the store: leads, mails, texts, files, and what of them is kept aside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desk.models.attached import Attached
from desk.models.commands.base import Command
from desk.models.intake.lessons import Lesson
from desk.models.intake.prospect import Prospect


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeLead(Command):
    """A lead that was read. ``key`` makes a second delivery of the same harmless; ``origin`` says how it came.

    ``history`` takes it in without outreach or timers (LEAD-01). ``asked`` is False where nothing shows that the customer
    got in touch: their number is then a cold one (R8). ``lead_ref`` is a scenario's own name for it.
    """

    act: ClassVar[str] = "take a lead"
    prospect: Prospect
    key: str
    origin: str
    received: datetime | None = None
    raw_id: str = ""
    message_header: str = ""
    owner: str = ""
    history: bool = False
    asked: bool = True
    lead_ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeMail(Command):
    """A raw e-mail as fetched: a lead, a reply, a bounce, or something to ignore or quarantine."""

    act: ClassVar[str] = "take in mail"
    raw: bytes
    mailbox: str = ""
    uidvalidity: int = 0
    uid: int = 0
    internal_date: datetime | None = None
    history_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAside(Command):
    """An arrival the desk stumbled over: kept whole in quarantine for a person, so that nothing is lost (LEAD-02)."""

    act: ClassVar[str] = "keep an arrival for a person"
    raw: bytes
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFile(Command):
    """A file of the drop folder, or dragged onto the window."""

    act: ClassVar[str] = "take in a file"
    name: str
    raw: bytes
    origin: str = "drop_folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeText(Command):
    """A text the provider holds for us; ``sid`` is its id there. ``files`` that came with it are fetched after it is recorded."""

    act: ClassVar[str] = "take in a text"
    sid: str
    sender: str
    text: str
    at: datetime
    to: str = ""
    files: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTextFiles(Command):
    """The files of a text that was taken in before, by its provider's id; one without bytes did not come (FLOW-15)."""

    act: ClassVar[str] = "take in the files of a text"
    sid: str
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReply(Command):
    """A customer's message to a known lead, already read off its carrier (scenario, hand-typed)."""

    act: ClassVar[str] = "take in a reply"
    lead_id: str
    channel: str
    text: str
    subject: str = ""
    key: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveQuarantine(Command):
    """``verdict``: lead (with ``prospect``), join (with ``lead_id``), or none (with ``reason``)."""

    act: ClassVar[str] = "clear the quarantine"
    quarantine_id: str
    verdict: str
    prospect: Prospect | None = None
    lead_id: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachReader(Command):
    """The layout of a mail that was picked from in quarantine: the next one of its sender is read by itself (LEAD-02).

    Answers the lesson's id. A lesson with the same words as one that stands takes its place.
    """

    act: ClassVar[str] = "teach the reader"
    quarantine_id: str
    lesson: Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetLesson(Command):
    """A layout that was taught is not used any more; what was read by it stays."""

    act: ClassVar[str] = "forget a taught layout"
    lesson_id: str
