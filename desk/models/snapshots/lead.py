"""Rows of an open lead: its timeline, consent, tasks, assistant, what is sent next, and its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desk.models.snapshots.board import CardView, TimerView
from desk.models.snapshots.merge import MergedView
from desk.models.snapshots.said import Said

if TYPE_CHECKING:
    from desk.models.attached import FileLine


@dataclass(frozen=True, slots=True)
class NeedView:
    """One question of the needs assessment. ``answer`` is what is known, lists joined by commas; ``several`` takes such a list."""

    key: str
    caption: Said
    ask: Said
    answer: str = ""
    several: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome that a visit may be given, and what follows from it, said before it is done (APPT-03)."""

    result: str
    follows: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class VisitView:
    """The visit that stands: when, for which vehicle, how that stands as of the feed, and whether it was looked at.

    ``check_task`` is the open task to make the vehicle ready; empty where it is done or there is none.
    """

    id: str
    starts: datetime
    status: str
    vehicle: str
    car_words: Said
    car_tone: str
    made_by: Said
    label: str
    is_over: bool
    check_task: str
    checked: bool
    outcomes: tuple[OutcomeView, ...]


@dataclass(frozen=True, slots=True)
class LeadForms:
    """What can be edited at a lead. ``trade`` are the known facts by their names, ``titles`` how its papers may stand, ``photos`` how
    many pictures the customer sent of those that are wanted; ``locked`` says why nothing may be changed; ``pace`` is how far this
    lead stretches the assistant's intervals.
    """

    needs: tuple[NeedView, ...] = ()
    trade: Mapping[str, Any] = field(default_factory=dict)
    trade_by_hand: bool = False
    titles: tuple[str, ...] = ()
    photos: int = 0
    photos_wanted: int = 0
    visit: VisitView | None = None
    locked: Said = ""
    pace: float = 1.0


@dataclass(frozen=True, slots=True)
class CallAnswer:
    """Whether a person may call this customer now. ``may`` is yes | reason | later | no; ``words`` and ``lifts`` say why not and what changes it."""

    number: str
    shown: str
    may: str
    words: Said
    lifts: Said
    until: datetime | None


@dataclass(frozen=True, slots=True)
class LastAct:
    """The latest thing that was done for a lead: what, when, by whom; ``at`` None where nothing was."""

    words: Said = ""
    at: datetime | None = None
    who: Said = ""


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
    author_name: Said
    channel: str = ""
    direction: str = ""
    subject: str = ""
    text: str = ""
    full_text: str = ""
    status: str = ""
    status_words: Said = ""
    purpose: str = ""
    due: datetime | None = None
    why: tuple[Said, ...] = ()
    facts: tuple[Said, ...] = ()
    number: int = 0
    evidence: bool = False
    files: tuple[FileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DeskLine(TimelineItem):
    """A line that the desk tells in its own words."""

    text: Said = ""


@dataclass(frozen=True, slots=True)
class ConsentTile:
    """One address: what it is, whether it is preferred, and whether it may be used, with the reason."""

    channel: str
    address: str
    shown: str
    role: Said
    preferred: bool
    ok: bool
    words: Said


@dataclass(frozen=True, slots=True)
class NextSend:
    """What will be sent next to a lead, or what will not be and why (FLOW-13)."""

    message_id: str
    channel: str
    purpose: str
    due: datetime | None
    state: str
    words: Said


@dataclass(frozen=True, slots=True)
class TaskView:
    id: str
    kind: str
    title: Said
    due: datetime | None
    owner_name: str
    done: bool
    why: tuple[Said, ...] = ()
    recommended: Said = ""


@dataclass(frozen=True, slots=True)
class VehicleView:
    """A vehicle asked about, joined with the stock row it names, as of the feed's time."""

    title: str
    stock: str
    vin: str
    condition: str
    mileage: int | None
    status: str
    status_words: Said
    interest: str
    comments: str = ""
    history_url: str = ""


@dataclass(frozen=True, slots=True)
class AssistantView:
    """The assistant's state at a lead: since when and by which fact, what stops, what resumes (states.png)."""

    state: str
    title: Said
    one_line: Said
    since: datetime | None
    by: Said
    reason: Said
    stops: Said
    resumes: Said
    switch_on: bool
    switch_enabled: bool
    locked_words: Said
    next_send_words: Said
    off_consequence: Said


@dataclass(frozen=True, slots=True)
class AuditLine:
    at: datetime
    who: Said
    what: Said
    why: tuple[Said, ...]


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
    source_words: Said
    order_kind: str
    marks: tuple[str, ...]
    tiles: tuple[ConsentTile, ...]
    channels: tuple[str, ...]
    blocked_channels: tuple[tuple[str, Said], ...]
    preferred_channel: str
    customer_zone: str
    text_hours_words: Said
    text_open: bool
    text_opens: datetime | None
    temperature_reasons: tuple[tuple[Said, int], ...]
    temperature_note: Said
    assistant: AssistantView
    handoff_words: Said
    handoff_quote: str
    handoff_timer: TimerView
    vehicles: tuple[VehicleView, ...]
    trade_in: Said
    needs: tuple[tuple[Said, Said], ...]
    tasks: tuple[TaskView, ...]
    next_sends: tuple[NextSend, ...]
    timeline: tuple[TimelineItem, ...]
    audit: tuple[AuditLine, ...]
    position: int = 0
    of: int = 0
    coverage_words: Said = ""
    coverage_rows: tuple[tuple[str, Said, Said, str], ...] = ()
    temperature_change: int | None = None
    assistant_wrote: datetime | None = None
    assistant_writes: datetime | None = None
    merged: tuple[MergedView, ...] = ()
    forms: LeadForms | None = None
    price_shopper: bool = False
    is_history: bool = False
    mark_reasons: tuple[Said, ...] = ()
