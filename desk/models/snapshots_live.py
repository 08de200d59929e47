"""Rows of the screens people live in beside board and lead: monitor, inbox, today, tower.

Frozen values in the manner of ``desk.models.snapshots``: moments are aware UTC, words are ready to show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desk.models.snapshots import CardView, TimerView

NO_TIMER = TimerView()


@dataclass(frozen=True, slots=True)
class LastAct:
    """The latest thing that was done for a lead: what, when, by whom; ``at`` None where nothing was."""

    words: str = ""
    at: datetime | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class MonitorRow:
    """One line of the monitor (ILM-02): the clock that presses most on a lead, or the one that was answered today.

    ``level`` is the last step its ladder took (0: only the bell, or nothing yet) of ``steps``; ``rings`` says whether a bell
    stands before step 1. ``next_at`` is the moment of the next step, told to ``next_who``. ``condition`` is what was asked for:
    new, used, or nothing.
    """

    card: CardView
    received: datetime
    kind_words: str
    timer: TimerView
    timer_id: str
    staff: LastAct
    assistant: LastAct
    level: int = 0
    steps: int = 0
    rings: bool = False
    step_words: str = ""
    next_who: str = ""
    next_at: datetime | None = None
    condition: str = ""


@dataclass(frozen=True, slots=True)
class MonitorView:
    """All lines, most pressing first, then those answered today, latest first; with the figures above them."""

    rows: tuple[MonitorRow, ...]
    answered: tuple[MonitorRow, ...]
    answered_count: int
    median_s: int | None
    slowest_s: int | None
    median_first_s: int | None


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder at a lead: who is meant, and the people it told or would tell. ``state``: past | now | future; ``at``: taken,
    or expected while it is still ahead."""

    number: int
    who: str
    people: tuple[str, ...]
    via: str
    state: str
    at: datetime | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class LadderView:
    """The ladder a lead's clock climbs: which, which condition chose it, and its steps with people (ILM-05)."""

    card: CardView
    timer: TimerView
    about: str
    name: str
    why: str
    rungs: tuple[Rung, ...]
    repeats: str = ""
    proof: str = ""
    first_touch_s: int | None = None


@dataclass(frozen=True, slots=True)
class InboxItem:
    """One thing that waits for a person. ``key`` names it for good (``opt_out:ID``), so that it can be cleared or put off.

    Its right edge is its ``timer`` or its moment ``at``, never both; ``at_words`` stand before the moment.
    """

    key: str
    group: str
    name: str
    words: str
    lead_id: str = ""
    at: datetime | None = None
    at_words: str = ""
    timer: TimerView = NO_TIMER
    message_id: str = ""
    quarantine_id: str = ""
    temperature: int | None = None


@dataclass(frozen=True, slots=True)
class InboxGroup:
    """``key``: approval | handoff | unread | quarantine | uncertain | knowledge | duplicate | flag.

    ``count`` may exceed the items."""

    key: str
    items: tuple[InboxItem, ...]
    count: int


@dataclass(frozen=True, slots=True)
class InboxView:
    """The groups in their fixed order; an empty one is not among them."""

    groups: tuple[InboxGroup, ...]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line of a card on Today. ``key`` clears it where it can be cleared; ``act`` is what its button does.

    ``act``: open | call | approve | confirm | resume | assign, or empty where the line itself says all.
    """

    key: str
    lead_id: str
    name: str
    detail: str
    act: str = "open"
    at: datetime | None = None
    said: str = ""
    tone: str = "t3"
    temperature: int | None = None
    band: str = ""
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class TodayCard:
    """A live list of the day's routine (FLOW-09)."""

    key: str
    rows: tuple[TodayRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Check:
    """One line of "Nothing is stuck": ticked when the work behind it is done, never by hand (LEAD-07)."""

    key: str
    done: bool
    words: str
    rows: tuple[TodayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TodayView:
    """Today of the person ``staff_id`` for one ``role`` and ``part`` of the day, of which ``present`` is the one that stands open.

    ``figures`` are (number, words, note) since ``since``, the last closing. ``pile`` are the first of ``pile_count``.
    """

    staff_id: str
    name: str
    role: str
    part: str
    present: str
    since: datetime
    figures: tuple[tuple[int, str, str], ...]
    cards: tuple[TodayCard, ...]
    checks: tuple[Check, ...]
    pile: tuple[InboxItem, ...]
    pile_count: int


@dataclass(frozen=True, slots=True)
class Routine:
    """When the parts of the store's day begin, and how long what is put off rests; all of it the playbook's (FLOW-09)."""

    noon: time
    evening: time
    later: timedelta
    snooze: timedelta
    mute: timedelta

    def part(self, at: time) -> str:
        """Which part of the day stands open at a time of the store's clock: morning, midday or evening."""
        return "morning" if at < self.noon else "midday" if at < self.evening else "evening"


@dataclass(frozen=True, slots=True)
class Credit:
    """A person's part of the deal if another sells today: ``words`` are Half, Full or None."""

    name: str
    initials: str
    staff_id: str
    words: str


@dataclass(frozen=True, slots=True)
class Proof:
    """One row of the record at the tower: ``weight`` is Counts, Follow-up, Not evidence or No proof; ``said`` are its own words."""

    at: datetime
    what: str
    weight: str
    icon: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What one policy would decide on this lead now (COVER-04)."""

    words: str
    in_force: bool
    covered: bool
    until: datetime | None
    why: str
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Something from before on this customer: a deal with its credit, a dispute, a look."""

    icon: str
    what: str
    words: str
    credit: str


@dataclass(frozen=True, slots=True)
class Other:
    """Who else has to do with a customer: a person, the assistant, or who owns a record that may be the same one."""

    name: str
    initials: str
    staff_id: str
    words: str
    stands: str
    is_assistant: bool = False
    look_first: bool = False


@dataclass(frozen=True, slots=True)
class TowerView:
    """Who is covered on a walk-in: the verdict, the proof and every policy (COVER-07). ``holder`` is empty where nobody is."""

    card: CardView
    holder: str
    title: str
    why: str
    phone: str
    visit: datetime | None
    policies: tuple[PolicyView, ...]
    proofs: tuple[Proof, ...]
    others: tuple[Other, ...]
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the day sheet: the row it stands for, the number to call (empty: none may be called), and who has the lead."""

    row: TodayRow
    phone: str
    who: str


@dataclass(frozen=True, slots=True)
class DaySheetView:
    """What a store needs on paper when the desk is down (DESK-10): state of ``at``, printed by ``by``."""

    store_name: str
    store_phone: str
    by: str
    at: datetime
    visits: tuple[SheetRow, ...]
    hot: tuple[SheetRow, ...]
    calls: tuple[SheetRow, ...]
    do_not_contact: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str, str, int], ...]
    unowned: int


@dataclass(frozen=True, slots=True)
class StartView:
    """Words a person may start from, filled in for one lead and one channel; ``name`` is a wording's key or a vehicle."""

    name: str
    channel: str
    text: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class StartsView:
    """What the composer offers for a lead: the store's wordings, and vehicles with their facts (FLOW-15).

    ``spoken`` are scripts for a call or a voicemail, and letters, by their ``channel`` (FLOW-08).
    """

    wordings: tuple[StartView, ...] = ()
    vehicles: tuple[StartView, ...] = ()
    spoken: tuple[StartView, ...] = ()


@dataclass(frozen=True, slots=True)
class StockRow:
    """One vehicle of the stock (AI-05); ``price_at`` is the price record's own moment, ``seen_at`` the list's."""

    stock: str
    vin: str
    year: int | None
    make: str
    model: str
    trim: str
    body: str
    condition: str
    mileage: int | None
    exterior: str
    price_cents: int | None
    price_at: datetime | None
    price_disclosure: str
    status: str
    history_url: str
    photo_url: str
    seen_at: datetime
    by_hand: bool


@dataclass(frozen=True, slots=True)
class StockView:
    """Vehicles that fit what was typed, and how many are here in all."""

    vehicles: tuple[StockRow, ...] = ()
    here: int = 0


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One version of an entry of the knowledge bank (AI-13)."""

    entry: str
    version: int
    question: str
    answer: str
    tags: str
    language: str
    owner: str
    approved_by: str
    at: datetime
    valid_from: datetime | None
    valid_until: datetime | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class AnswersView:
    """Entries that fit what was typed, and how many the bank holds in all."""

    entries: tuple[AnswerView, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """What the bank says to a question: the entry, how alike in percent, and whether that is enough to be told."""

    entry: str
    answer: str
    percent: int
    enough: bool


@dataclass(frozen=True, slots=True)
class TemplateView:
    """One version of a template of the store's own (FLOW-08). ``state``: offered | waits | older | retired."""

    id: str
    entry: str
    version: int
    kind: str
    name: str
    language: str
    subject: str
    body: str
    state: str
    written_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class PreviewView:
    """A template filled in for one lead; ``missing`` names the fields that this lead has no fact for."""

    text: str
    subject: str
    missing: tuple[str, ...]
    parts: int


@dataclass(frozen=True, slots=True)
class GivenOut:
    """What is given out of the store, ready to be written to a file: how many rows about how many customers (R22)."""

    text: str
    rows: int
    customers: int


@dataclass(frozen=True, slots=True)
class DoneAct:
    """One act of this person that may still be taken back (FLOW-11): ``txn`` names it to the desk."""

    txn: str
    words: str
    name: str
    at: datetime
