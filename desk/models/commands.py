"""What can be asked of the desk. Window, command line, rehearsal, adapters and the clock send the same commands.

Each is frozen, names who gave it (``by``), and is handled in one transaction. ``act`` names it for people
("Undo: put Aisha on hold").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from desk.models.attached import Attached
from desk.models.by import THE_DESK, By
from desk.models.intake.prospect import Prospect

if TYPE_CHECKING:
    from desk.models.intake.number_lists import AnsweredRow, ListedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    act: ClassVar[str] = "change"
    by: By = THE_DESK


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
    """A text the provider holds for us; ``sid`` is its id there."""

    act: ClassVar[str] = "take in a text"
    sid: str
    sender: str
    text: str
    at: datetime
    to: str = ""
    media: tuple[str, ...] = ()


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
class OfLead(Command):
    """A command about one lead."""

    lead_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogActivity(OfLead):
    act: ClassVar[str] = "log an activity"
    type: str
    direction: str = "out"
    outcome: str = ""
    summary: str = ""
    objections: str = ""
    next_step: str = ""
    next_due: datetime | None = None
    minutes: int | None = None
    interest: str = ""
    recorded: str = ""
    to_customer: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnAssistant(OfLead):
    """The toggle (AI-14, AI-15): off needs a reason; on again is reactive."""

    act: ClassVar[str] = "turn the assistant"
    on: bool
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLead(OfLead):
    act: ClassVar[str] = "move"
    stage: str
    status: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLead(OfLead):
    act: ClassVar[str] = "put on hold"
    kind: str
    reason: str = ""
    until: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeLead(OfLead):
    act: ClassVar[str] = "take off hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLead(OfLead):
    act: ClassVar[str] = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignLead(OfLead):
    act: ClassVar[str] = "assign"
    to: str | None


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
class AdjustTemperature(OfLead):
    act: ClassVar[str] = "adjust the temperature"
    score: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditLead(OfLead):
    """Change plain facts of the lead or its customer (name, addresses, needs, trade-in, order kind)."""

    act: ClassVar[str] = "edit"
    lead: Mapping[str, Any] = field(default_factory=dict)
    customer: Mapping[str, Any] = field(default_factory=dict)
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOutreach(OfLead):
    """Start the assistant on a lead that was taken in as history (LEAD-01)."""

    act: ClassVar[str] = "start the assistant on an older lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookAppointment(OfLead):
    act: ClassVar[str] = "book a visit"
    starts: datetime
    vehicle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAppointment(OfLead):
    """``result``: shown | no_show | cancelled | rescheduled | sold."""

    act: ClassVar[str] = "record a visit"
    result: str
    starts: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishTask(Command):
    act: ClassVar[str] = "finish a task"
    task_id: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlert(Command):
    act: ClassVar[str] = "see an alert"
    alert_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeAlert(Command):
    act: ClassVar[str] = "snooze an alert"
    alert_id: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAlert(Command):
    act: ClassVar[str] = "close an alert"
    alert_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertShown(Command):
    """A door (desktop, text, email) took an alert, or could not."""

    act: ClassVar[str] = "record an alert's way"
    alert_id: str
    via: str
    ok: bool
    words: str = ""
    provider_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLead(OfLead):
    """A person opened the lead: its unread replies are read."""

    act: ClassVar[str] = "read"


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
class ImportStock(Command):
    """A feed as read: ``rows`` are column values of ``Vehicle``; a VIN or stock number gone from a full feed is gone."""

    act: ClassVar[str] = "read the inventory"
    rows: tuple[Mapping[str, Any], ...]
    seen: datetime
    full: bool = True
    allow_shrink: bool = False


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
class SealRecord(Command):
    """Seal the lines that were added to the record since the last seal (R22). Answers how many lines are sealed."""

    act: ClassVar[str] = "seal the record"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteExport(Command):
    """Data about ``customers`` people leaves the store by a person's hand (R22)."""

    act: ClassVar[str] = "export"
    what: str
    rows: int
    customers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVehicleStatus(Command):
    act: ClassVar[str] = "change a vehicle"
    stock: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStaff(Command):
    act: ClassVar[str] = "save a person"
    staff_id: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffLeaves(Command):
    """A person leaves: out of rotation at once, open leads handed to the assignment rules (FLOW-01)."""

    act: ClassVar[str] = "hand over a leaver's leads"
    staff_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSettings(Command):
    act: ClassVar[str] = "save settings"
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveKnowledge(Command):
    """A new version of an answer; ``question`` holds its questions, one a line. ``request`` is the open question it settles (AI-13)."""

    act: ClassVar[str] = "save an answer"
    question: str
    answer: str
    entry: str = ""
    tags: str = ""
    language: str = "en"
    owner: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    request: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseAssistant(Command):
    """The store-wide pause (AI-27): ``scope`` is store, strategy:KIND or source:NAME; an empty reason resumes."""

    act: ClassVar[str] = "pause the assistant"
    scope: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHealth(Command):
    """An adapter's word about a line: mail_in, mail_out, texts. ``read`` moves the moment inbound was last read (R24).

    ``needs_person``: it stays down until a person does something, such as signing in again.
    """

    act: ClassVar[str] = "note the state of a line"
    line: str
    ok: bool
    words: str = ""
    needs_person: bool = False
    read: bool = False
    cursor: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOtherDesk(Command):
    """Another desk was seen on the same mailbox or texting account (DESK-12); nothing automatic leaves until a person decides."""

    act: ClassVar[str] = "notice another desk"
    line: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpeakingDesk(Command):
    """A person names the desk that speaks (DESK-12)."""

    act: ClassVar[str] = "name the desk that speaks"
    this_desk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Command):
    """Take back one named act (FLOW-11); later edits are kept and conflicts shown."""

    act: ClassVar[str] = "undo"
    txn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSale(OfLead):
    act: ClassVar[str] = "record a sale"
    credited: tuple[str, ...] = ()
    sold_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoSale(OfLead):
    """Take back the last sale of a lead; its credit is reversed and the stage is what it was (APPT-03, COVER-05)."""

    act: ClassVar[str] = "take back a sale"
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideCredit(OfLead):
    """A manager settles a dispute over the last sale of a lead; one person's full deal or two halves (COVER-05)."""

    act: ClassVar[str] = "decide on the credit"
    credited: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskCoverage(OfLead):
    """Who is covered on a lead if ``sold_by`` sells it now, under every policy; changes nothing but the record (COVER-04)."""

    act: ClassVar[str] = "ask for the coverage"
    sold_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnOver(OfLead):
    """A live customer is turned over to a manager (FLOW-18): kept as the manager's and the owner's contact."""

    act: ClassVar[str] = "turn over to a manager"
    to: str = ""
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Command):
    """A person has read a training item of theirs (FLOW-16)."""

    act: ClassVar[str] = "acknowledge a training item"
    training_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePlaybook(Command):
    """The store's own playbook as TOML, laid over the shipped one; refused whole when a value may not stand."""

    act: ClassVar[str] = "save the playbook"
    toml: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSome(Command):
    """Bring the search index up to date by a few leads, in the background."""

    act: ClassVar[str] = "index"
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearItem(Command):
    """An item of a daily list is done, or comes back at ``until`` (FLOW-09, FLOW-14). ``item`` is its key, such as ``flag:ID``;
    ``words`` say what was done with it."""

    act: ClassVar[str] = "clear an item of the list"
    item: str
    lead_id: str = ""
    until: datetime | None = None
    words: str = ""
