"""What is written and sent, and what the provider answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desk.models.attached import Attached
from desk.models.commands.base import Command, OfLead
from desk.models.intake.second_answer import MailHead


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Command):
    """The clock: decide everything that has come due, at most ``limit`` leads a transaction."""

    act: ClassVar[str] = "look at the clock"
    limit: int = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSend(Command):
    """Ask the gate once more and mark a message as being sent; answers with the message, or None when it may not go."""

    act: ClassVar[str] = "start sending"
    message_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSend(Command):
    """What the provider answered."""

    act: ClassVar[str] = "record a send"
    message_id: str
    outcome: str
    provider_id: str = ""
    code: str = ""
    detail: str = ""
    retry_after_s: float | None = None
    address_bad: bool = False
    opted_out: bool = False
    channel_stop: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDelivery(Command):
    """A later word about a sent message: delivered, bounced or failed."""

    act: ClassVar[str] = "record a delivery"
    message_id: str
    status: str
    code: str = ""
    words: str = ""
    address_bad: bool = False
    provider_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleUncertain(Command):
    """A person says what became of an uncertain message: ``sent``, ``again`` or ``drop``."""

    act: ClassVar[str] = "settle an uncertain message"
    message_id: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMessage(OfLead):
    """A person writes to the customer (FLOW-15). ``over_budget`` is the reason given to exceed the touch budget.

    ``files`` leave with an e-mail; they are looked at once more before it is queued.
    """

    act: ClassVar[str] = "write"
    channel: str
    text: str
    subject: str = ""
    not_before: datetime | None = None
    over_budget: str = ""
    hold_assistant: bool = False
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideDraft(Command):
    """Approve, edit or skip a waiting message: ``verdict`` is approve | edit | skip | earlier | later."""

    act: ClassVar[str] = "decide on a draft"
    message_id: str
    verdict: str
    text: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordMessage(Command):
    """Other words of a language endpoint for the first sentence and the question of a waiting message (AI-20).

    They are checked like any draft; ``trouble`` says instead why there are none. Answers whether the words were taken.
    """

    act: ClassVar[str] = "word a message"
    message_id: str
    opening: str = ""
    question: str = ""
    model: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSentElsewhere(Command):
    """What lately left the store's mailbox and carries no desk's mark (DESK-08)."""

    act: ClassVar[str] = "notice another answer"
    heads: tuple[MailHead, ...]
