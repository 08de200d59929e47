"""Rows for screens that open after the first paint: the lead, alerts, the frame, search, quarantine, doctor.

They stand apart because a frozen class costs about a millisecond to make; ``desk.models.snapshots`` names them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from desk.models.snapshots import CardView, TimerView

if TYPE_CHECKING:
    from desk.models.attached import FileLine
    from desk.models.snapshots_lead import LeadForms
    from desk.models.snapshots_merge import MergedView


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One line of the one timeline per lead (DESK-11).

    ``kind``: message | call | voicemail | note | letter | visit | stage | ai | handoff | appointment | system | alert | task.
    ``author``: customer | assistant | staff | system. ``status`` is a message's own word: queued, held, pending_approval,
    sending, sent, delivered, bounced, failed, uncertain, skipped, superseded; ``status_words`` the sentence to show.
    ``files`` came or go with an email.
    """

    id: str
    kind: str
    at: datetime
    author: str
    author_name: str
    channel: str = ""
    direction: str = ""
    subject: str = ""
    text: str = ""
    full_text: str = ""
    status: str = ""
    status_words: str = ""
    purpose: str = ""
    due: datetime | None = None
    why: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    number: int = 0
    evidence: bool = False
    files: tuple[FileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ConsentTile:
    """One address: what it is, whether it is preferred, and whether it may be used, with the reason."""

    channel: str
    address: str
    shown: str
    role: str
    preferred: bool
    ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class NextSend:
    """What will be sent next to a lead, or what will not be and why (FLOW-13)."""

    message_id: str
    channel: str
    purpose: str
    due: datetime | None
    state: str
    words: str


@dataclass(frozen=True, slots=True)
class TaskView:
    id: str
    kind: str
    title: str
    due: datetime | None
    owner_name: str
    done: bool
    why: tuple[str, ...] = ()
    recommended: str = ""


@dataclass(frozen=True, slots=True)
class VehicleView:
    """A vehicle asked about, joined with the stock row it names, as of the feed's time."""

    title: str
    stock: str
    vin: str
    condition: str
    mileage: int | None
    status: str
    status_words: str
    interest: str
    comments: str = ""
    history_url: str = ""


@dataclass(frozen=True, slots=True)
class AssistantView:
    """The assistant's state at a lead: since when and by which fact, what stops, what resumes (states.png)."""

    state: str
    title: str
    one_line: str
    since: datetime | None
    by: str
    reason: str
    stops: str
    resumes: str
    switch_on: bool
    switch_enabled: bool
    locked_words: str
    next_send_words: str
    off_consequence: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    at: datetime
    who: str
    what: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeadView:
    """Everything the detail pane and the wide lead show, in one read.

    ``temperature_change`` is that since last night, in points; ``assistant_wrote`` and ``assistant_writes`` are moments near now: whoever writes meanwhile is told (FLOW-15).
    ``forms`` is what can be edited here, told by whoever knows the playbook and the person.
    """

    card: CardView
    customer_id: str
    first: str
    last: str
    language: str
    received: datetime
    source_words: str
    order_kind: str
    marks: tuple[str, ...]
    tiles: tuple[ConsentTile, ...]
    channels: tuple[str, ...]
    blocked_channels: tuple[tuple[str, str], ...]
    preferred_channel: str
    customer_zone: str
    text_hours_words: str
    text_open: bool
    text_opens: datetime | None
    temperature_reasons: tuple[tuple[str, int], ...]
    temperature_note: str
    assistant: AssistantView
    handoff_words: str
    handoff_quote: str
    handoff_timer: TimerView
    vehicles: tuple[VehicleView, ...]
    trade_in: str
    needs: tuple[tuple[str, str], ...]
    tasks: tuple[TaskView, ...]
    next_sends: tuple[NextSend, ...]
    timeline: tuple[TimelineItem, ...]
    audit: tuple[AuditLine, ...]
    position: int = 0
    of: int = 0
    coverage_words: str = ""
    coverage_rows: tuple[tuple[str, str, str, str], ...] = ()
    temperature_change: int | None = None
    assistant_wrote: datetime | None = None
    assistant_writes: datetime | None = None
    merged: tuple[MergedView, ...] = ()
    forms: LeadForms | None = None


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert of the notification centre. ``kind``: doorbell | handoff | escalation | appointment | attention | quarantine."""

    id: str
    kind: str
    lead_id: str
    title: str
    name: str
    body: str
    next: str
    raised: datetime
    timer: TimerView
    temperature: int | None
    band: str
    level: int = 0
    claimable: bool = False
    callable: bool = False
    phone: str = ""
    seen: bool = False
    snoozed_until: datetime | None = None
    done: bool = False
    quarantine_id: str = ""
    inbox_key: str = ""
    staff_id: str = ""


@dataclass(frozen=True, slots=True)
class QuarantineView:
    """A mail or file that could not be read, kept whole; its answer clock runs since it came (LEAD-02)."""

    id: str
    received: datetime
    sender: str
    to: str
    subject: str
    source: str
    reason: str
    text: str
    size: int
    guesses: tuple[tuple[str, str], ...] = ()
    state: str = "open"
    timer: TimerView = field(default_factory=TimerView)


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person of the store. ``shift`` None is the store's hours; ``alerts`` is what they chose per kind (ALERT-02)."""

    id: str
    name: str
    initials: str
    role: str
    role_words: str
    team: str
    on_shift: bool
    active: bool = True
    email: str = ""
    phone: str = ""
    shift: Mapping[str, str] | None = None
    alerts: Mapping[str, str] = field(default_factory=dict)
    away_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChannelHealth:
    """One outside line: mail in, mail out, texts. ``ok`` with ``since``; else ``words`` says what, since when, what waits."""

    name: str
    ok: bool
    since: datetime | None
    words: str
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ShellView:
    """What the top bar and rail show. ``views`` are the person's own views of the board: name, and words of ``board_filter``."""

    store_name: str
    zone: str
    person: PersonView
    people: tuple[PersonView, ...]
    alerts_new: int
    alerts_open: int
    quarantined: int
    uncertain: int
    next_send: datetime | None
    next_send_words: str
    queue_length: int
    assistant_on: bool
    assistant_words: str
    channels: tuple[ChannelHealth, ...]
    is_demo: bool = False
    set_up: bool = True
    views: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row of a search: ``kind`` lead | vehicle. A lead brings its temperature and owner along."""

    kind: str
    id: str
    title: str
    detail: str
    stage: str = ""
    temperature: int | None = None
    band: str = ""
    owner_id: str = ""
    owner_initials: str = ""


@dataclass(frozen=True, slots=True)
class DoctorLine:
    """One check of ``desk doctor``: state ok | warn | bad | off, what was seen, and what to do."""

    name: str
    state: str
    words: str
    do: str = ""
