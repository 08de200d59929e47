"""What the engine needs from the outside world. Adapters fulfil these; the engine knows no library.

Every call may block and runs in the adapters' pool, never on the GUI or the writer thread. A trouble that is
known comes back as a value (``SendResult``) or as ``ChannelDown``; a time-out after the request left is
``uncertain``, never a plain failure, because the message may be out (R23).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from desk.models.attached import Attached
from desk.models.intake.second_answer import MailHead
from desk.models.probe import ProbeStep

Outcome = Literal["accepted", "refused", "retry", "uncertain"]


@dataclass(frozen=True, slots=True)
class SendResult:
    """What a provider answered. ``detail`` is a sentence for people; ``code`` the provider's own.

    ``address_bad`` marks the address as unusable (R26, R28); ``opted_out`` a block the provider knows of
    (21610); ``channel_stop`` stops the whole channel until a person looks (5.7.x from our own server).
    """

    outcome: Outcome
    provider_id: str = ""
    code: str = ""
    detail: str = ""
    retry_after_s: float | None = None
    address_bad: bool = False
    opted_out: bool = False
    channel_stop: bool = False


@dataclass(frozen=True, slots=True)
class CalendarInvite:
    """An .ics part: METHOD, and the whole calendar text."""

    method: Literal["REQUEST", "CANCEL"]
    ics: str


@dataclass(frozen=True, slots=True)
class OutgoingMail:
    """One e-mail as decided; the adapter only dresses it as MIME.

    ``message_id`` is derived from the decision (R23) and ``references`` thread it. ``reply_token`` goes into
    the Reply-To address (``desk+TOKEN@…`` where the provider knows plus addressing). ``desk_mark`` names the
    desk that sent it (DESK-12). ``text`` is final: footer, postal address and opt-out line are already in it.
    """

    message_id: str
    to: str
    to_name: str
    subject: str
    text: str
    references: tuple[str, ...] = ()
    reply_token: str = ""
    unsubscribe_token: str = ""
    desk_mark: str = ""
    automatic: bool = True
    marketing: bool = True
    invite: CalendarInvite | None = None
    files: tuple[Attached, ...] = ()


@dataclass(frozen=True, slots=True)
class OutgoingText:
    """One text; ``valid_until`` becomes the provider's validity period (R25); ``key`` is our own row id."""

    key: str
    to: str
    text: str
    valid_until: datetime | None = None
    media_url: str = ""


@dataclass(frozen=True, slots=True)
class IncomingMail:
    """A raw message as fetched: ``mailbox`` and ``uid`` say where it stands, ``raw`` is whole."""

    mailbox: str
    uidvalidity: int
    uid: int
    raw: bytes
    internal_date: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncomingText:
    """A text that the provider holds; ``sid`` is its id there, unique for ever. ``files`` counts what came with it."""

    sid: str
    sender: str
    to: str
    text: str
    at: datetime
    files: int = 0


@dataclass(frozen=True, slots=True)
class TextStatus:
    """Where a sent text stands: the provider's status word, its error code, and whether it is final."""

    sid: str
    status: str
    code: str = ""
    final: bool = False
    to: str = ""
    text: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MailboxCursor:
    """How far a mailbox folder has been read."""

    uidvalidity: int = 0
    last_uid: int = 0


class MailOut(Protocol):
    """Sends e-mail (SMTP)."""

    def send(self, mail: OutgoingMail) -> SendResult:
        """Hand over one mail. Never raises for a refusal or a lost answer: both are results, and a lost one is uncertain (R23)."""
        ...

    def probe(self) -> Sequence[ProbeStep]:
        """Each step of a connection test: what was seen, and what to do where it failed."""
        ...

    def close(self) -> None:
        """End the connection; a later send makes a new one."""
        ...


class MailIn(Protocol):
    """Reads one or more mailbox folders (IMAP)."""

    def fetch(
        self, cursor: MailboxCursor, *, limit: int = 200
    ) -> tuple[Sequence[IncomingMail], MailboxCursor]:
        """The next messages after ``cursor``, oldest first, and the cursor after them. Raises ChannelDown."""
        ...

    def wait(self, seconds: float) -> bool:
        """Wait for news (IDLE where the server has it, else a plain poll); True when there may be some."""
        ...

    def nudge(self) -> None:
        """End a ``wait`` in another thread at once."""
        ...

    def find_sent(self, message_id: str) -> bool | None:
        """Whether our own message is in the Sent folder; None when that cannot be told (R23)."""
        ...

    def heads(self, since: datetime, *, sent: bool = False) -> Sequence[MailHead]:
        """The heads of mails since a moment, of the folder or of what was sent; some may be older (DESK-08). Raises ChannelDown."""
        ...

    def meet(self, own_mark: str, now: datetime) -> Sequence[str]:
        """Leave this desk's mark in the Sent folder, then the marks of other desks at work there (DESK-12)."""
        ...

    def probe(self) -> Sequence[ProbeStep]:
        """Each step of a connection test: what was seen, and what to do where it failed."""
        ...

    def close(self) -> None:
        """End a wait in another thread and the connection."""
        ...


class Texts(Protocol):
    """Sends and polls texts (a Twilio-shaped REST API)."""

    def send(self, text: OutgoingText) -> SendResult:
        """Hand over one text. Never raises for a refusal or a lost answer: both are results, and a lost one is uncertain (R23)."""
        ...

    def inbound(self, since: datetime) -> Iterator[IncomingText]:
        """All texts to our number since ``since`` (overlapping a UTC day, R24), oldest first; may repeat."""
        ...

    def files(self, sid: str) -> Sequence[Attached]:
        """What came with a text, in its order; a file that is gone or too large comes without bytes. Raises ChannelDown."""
        ...

    def status(self, sid: str) -> TextStatus:
        """How a text we sent stands with the provider. Raises ChannelDown."""
        ...

    def find(self, to: str, since: datetime, text: str) -> TextStatus | None:
        """The text of this body sent to ``to`` since ``since``, if the provider has it (R23)."""
        ...

    def sent_sids(self, since: datetime) -> frozenset[str]:
        """The sids of all texts that left our number since ``since``, whoever sent them (DESK-12)."""
        ...

    def probe(self, test_to: str = "") -> Sequence[ProbeStep]:
        """Each step of a connection test; with ``test_to`` (E.164) a text is sent there."""
        ...

    def close(self) -> None:
        """End the connections."""
        ...


@dataclass(frozen=True, slots=True)
class Wording:
    """Other words for the two sentences of a draft that state no fact."""

    opening: str
    question: str


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a model says a message is about; ``intents`` are unchecked words."""

    intents: tuple[str, ...]
    language: str


class Language(Protocol):
    """A language endpoint (AI-20). Every call raises ChannelDown when there is no usable answer within its time."""

    model: str

    def word(self, opening: str, question: str, language: str, hidden: Sequence[str]) -> Wording:
        """Other words; ``hidden`` are the customer's own names and addresses, which do not leave this computer where redaction is on."""
        ...

    def read(self, text: str, intents: Sequence[str], hidden: Sequence[str]) -> SecondReading: ...
    def probe(self) -> Sequence[ProbeStep]: ...
    def close(self) -> None: ...


class Secrets(Protocol):
    """The operating system's keyring, or its stated fallback."""

    name: str

    def get(self, key: str) -> str | None: ...
    def set(self, key: str, value: str) -> None: ...
    def delete(self, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Notice:
    """A desktop notification: as little personal data as possible (ALERT-02). ``actions``: open | claim | snooze."""

    alert_id: str
    lead_id: str
    kind: str
    title: str
    body: str
    sound: str = ""
    actions: tuple[str, ...] = field(default_factory=tuple)


class Notifier(Protocol):
    """Shows a notice outside the window; returns False where there is nobody to show it."""

    def notify(self, notice: Notice) -> bool: ...


class Awake(Protocol):
    """This computer's wakefulness (DESK-13)."""

    @property
    def is_held(self) -> bool: ...

    def hold(self) -> bool:
        """Keep the computer awake from now on; False where its system lets no program do so. Takes seconds at most."""
        ...

    def release(self) -> None:
        """It may sleep again. Also true once this process has ended."""
        ...
