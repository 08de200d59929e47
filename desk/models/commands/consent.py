"""Who may be written to: consent, stops and what may have been one (R2 to R4), and the lists of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from desk.models.commands.base import Command, OfLead

if TYPE_CHECKING:
    from desk.models.intake.number_lists import AnsweredRow, ListedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SetConsent(OfLead):
    act: ClassVar[str] = "record consent"
    channel: str
    given: bool
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut(OfLead):
    """A spoken or written opt-out that a person records (R3); ``channels`` may be text, call, email, all."""

    act: ClassVar[str] = "record an opt-out"
    channels: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptIn(OfLead):
    """The customer's own opt-in, with its evidence, lifts blocks of these channels."""

    act: ClassVar[str] = "record an opt-in"
    channels: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNumbers(Command):
    """The next part of a number list: ``rows`` of ``desk.models.intake.number_lists``, read as far as ``rows_done`` (R8).

    ``kind`` is dnc or reassigned; ``digest`` names the file, so that a second import of it changes nothing; ``dated`` is
    the list's own day.
    """

    act: ClassVar[str] = "take in a number list"
    kind: str
    digest: str
    name: str
    dated: datetime
    rows: tuple[ListedRow | AnsweredRow, ...]
    rows_done: int
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleStop(OfLead):
    """A person's word on a message that may have said stop: ``stopped``, or it goes on. The same words are read so from then on (R4)."""

    act: ClassVar[str] = "say whether the customer said stop"
    stopped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain(Command):
    """A language endpoint's reading of a message that the desk's own reader did not understand; empty where it knew none (AI-20)."""

    act: ClassVar[str] = "read a message again"
    message_id: str
    intents: tuple[str, ...] = ()
    language: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveConsentWording(Command):
    """What a source's own form asks its customers to agree to: their leads come with that consent and this evidence (R6).

    ``kind`` is express or written; ``page`` is where the form stands, ``wording`` a copy of what it shows. An empty
    wording takes it back for leads to come.
    """

    act: ClassVar[str] = "enter a consent wording"
    source: str
    wording: str
    kind: str = "written"
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStateRow(Command):
    """A row of the store's own over the law's table of states (R9): ``row`` in the place of ``was``.

    Without ``was`` it is a further one, without ``row`` the one that stood is taken back. ``kind`` is rule, halt or holiday;
    the rows are as the playbook holds them. Answers the playbook's new version.
    """

    act: ClassVar[str] = "change the state rules"
    kind: str
    row: Mapping[str, Any] | None = None
    was: Mapping[str, Any] | None = None
