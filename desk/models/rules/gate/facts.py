"""What the gate is told: the message that wants to leave, and everything that bears on it, as frozen values.

The services gather these in the transaction that would send, so that the gate judges the present (AI-25, R1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from desk.models.rules.gate.places import PlaceEvidence
from desk.models.words import AiState, Author, BlockKind, Channel, Purpose

#: In a block's channels: no automated call, and a person who dials by hand is asked for a reason first.
AUTOMATED_CALL = "automated_call"
#: In a block's or consent's channels: every channel.
ALL_CHANNELS = "all"

ConsentKind = Literal["none", "inquiry", "express", "written", "revoked"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A message or call that wants to leave.

    ``to_address`` is normalised (E.164 or lower-case e-mail); ``text`` is exactly what the customer gets.
    ``marketing`` marks advertising; ``reason`` is what a person gave for going past a ``person`` verdict.
    """

    channel: Channel
    author: Author
    purpose: Purpose
    to_address: str
    text: str
    created_at: datetime
    not_before: datetime | None = None
    expires_at: datetime | None = None
    subject: str = ""
    marketing: bool = False
    segments: int | None = None
    names_vehicle: bool = False
    states_total_price: bool = False
    reason: str = ""

    @property
    def automatic(self) -> bool:
        """Whether no person wrote it: the assistant's, and the system's confirmations and reminders."""
        return self.author is not Author.STAFF

    @property
    def by_phone(self) -> bool:
        return self.channel in (Channel.TEXT, Channel.CALL)


@dataclass(frozen=True, slots=True)
class BlockFact:
    """Something that forbids an address, for everyone (R3); lifted blocks are not handed to the gate."""

    kind: BlockKind
    address: str
    channels: frozenset[str]
    at: datetime
    words: str = ""

    def covers(self, address: str, channel: Channel) -> bool:
        return self.address == address and bool(self.channels & {channel.value, ALL_CHANNELS})


@dataclass(frozen=True, slots=True)
class ConsentFact:
    """Consent of an address on a channel (or ``all``), or its revocation, with the moment (R6)."""

    address: str
    channel: str
    kind: ConsentKind
    at: datetime

    def covers(self, address: str, channel: Channel) -> bool:
        """Whether it was given for this very address and this channel, or for all channels."""
        return self.address == address and self.channel in (channel.value, ALL_CHANNELS)


@dataclass(frozen=True, slots=True)
class Touch:
    """One message or call that went to the person, from whomever; ``live``: a direct reply, not counted."""

    at: datetime
    channel: Channel
    author: Author
    live: bool = False


@dataclass(frozen=True, slots=True)
class Inbound:
    """The person's latest message."""

    at: datetime
    channel: Channel


@dataclass(frozen=True, slots=True)
class HumanContact:
    """The latest message a person sent or call that connected; unanswered attempts are none (AI-25)."""

    at: datetime
    by: str = "A person"


@dataclass(frozen=True, slots=True)
class OptOutFact:
    """The opt-out that a confirmation would answer, and whether it has been confirmed already (R5)."""

    address: str
    channel: Channel
    at: datetime
    confirmed: bool = False
    carrier_answered: bool = False


@dataclass(frozen=True, slots=True)
class LeadHold:
    """The lead rests (FLOW-03): nothing of the assistant's own starts before ``until``."""

    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause of all automatic sending for the store, a strategy or a source (AI-27)."""

    scope: Literal["store", "strategy", "source"]
    name: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class SendingHealth:
    """Whether the desk may trust its eyes: inbound read by channel, clock, another desk (R24, R29)."""

    inbound_read_at: Mapping[Channel, datetime] = field(default_factory=dict)
    clock_drift: timedelta = timedelta()
    another_desk: str = ""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """The sender: name, postal address (R13), state (R20) and the zone in which its days are counted."""

    name: str
    postal_address: str
    state: str
    zone: str


@dataclass(frozen=True, slots=True)
class GateFacts:
    """All that bears on sending to one person about one lead.

    ``received_at`` is day 0 of the lead, ``inquiry_at`` the latest inquiry; ``touches`` reach back a week,
    over all leads and numbers of the person. ``staffed_wait_ends_at`` is when 15 staffed minutes have
    passed since their latest word (AI-25). ``stopping_status`` names a status that stops the assistant
    (AI-16), else empty. ``on_national_list``: the number stands on the do-not-call list of ``scrub_at``.
    """

    store: StoreFacts
    health: SendingHealth
    assistant: AiState = AiState.ON
    stopping_status: str = ""
    blocks: tuple[BlockFact, ...] = ()
    consents: tuple[ConsentFact, ...] = ()
    places: PlaceEvidence = field(default_factory=PlaceEvidence)
    received_at: datetime | None = None
    inquiry_at: datetime | None = None
    sale_at: datetime | None = None
    touches: tuple[Touch, ...] = ()
    inbound: Inbound | None = None
    human: HumanContact | None = None
    staffed_wait_ends_at: datetime | None = None
    opt_out: OptOutFact | None = None
    hold: LeadHold | None = None
    strategy: str = ""
    source: str = ""
    pauses: tuple[Pause, ...] = ()
    on_national_list: bool = False
    scrub_at: datetime | None = None
    disclosed_at: datetime | None = None
    last_exchange_at: datetime | None = None
    opt_out_line_at: datetime | None = None
