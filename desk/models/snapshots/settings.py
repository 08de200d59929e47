"""Rows for the settings' own lists: what the law and the store say of a state, what an erasure takes, which lists are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desk.models.snapshots.said import Said

if TYPE_CHECKING:
    from desk.models.commands import TakeLead
    from desk.models.intake.columns import FeedColumn, Refused


@dataclass(frozen=True, slots=True)
class LawValue:
    """One value of a state's row as the table writes it: the law's for the assistant, for people where it differs, and what
    counts now. ``key`` as in ``compliance/states.toml``.
    """

    key: str
    law: str
    by_hand: str
    now: str


@dataclass(frozen=True, slots=True)
class StateLaw:
    """The law's row that governs a state (R9). ``own`` is False where it is the federal rule; ``read`` says how it was read."""

    state: str
    name: Said
    own: bool
    values: tuple[LawValue, ...]
    law: Said
    source: str
    read: Said
    zones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoreStateRow:
    """A row of the store's own; ``kind`` is rule, halt or holiday, ``row`` as the playbook holds it."""

    kind: str
    state: str
    row: Mapping[str, Any] = field(default_factory=dict)
    past_the_law: bool = False


@dataclass(frozen=True, slots=True)
class StateRulesView:
    """The whole table with the store's rows over it; ``leaders`` may answer for passing the law: id and name."""

    states: tuple[StateLaw, ...] = ()
    rows: tuple[StoreStateRow, ...] = ()
    leaders: tuple[tuple[str, str], ...] = ()
    checked: date = date.min
    holidays_through: date = date.min


@dataclass(frozen=True, slots=True)
class StrategyView:
    """How leads of a kind of source are treated (AI-18): ``waits`` where messages wait for a person; ``pace`` is how many times as
    long the assistant's intervals are.
    """

    kind: str
    waits: bool
    pace: float


@dataclass(frozen=True, slots=True)
class ErasureView:
    """What an erasure would take of a customer, and what the law keeps of them (COMPLY-06, R22). Pairs of words and count."""

    customer_id: str
    name: str
    addresses: tuple[str, ...]
    leads: tuple[str, ...]
    goes: tuple[tuple[Said, int], ...]
    stays: tuple[tuple[Said, int], ...]


@dataclass(frozen=True, slots=True)
class ErasedView:
    """A line of the record: that somebody was forgotten, when, why and by whom. It names nobody who was."""

    lead_id: str
    at: datetime
    why: Said


@dataclass(frozen=True, slots=True)
class NumberListView:
    """An imported number list: its own day, how many lines are in, and whether it is whole (R8)."""

    kind: str
    name: Said
    dated: datetime
    rows: int
    whole: bool


@dataclass(frozen=True, slots=True)
class NumberListsView:
    """The lists that are in, newest first, with what they cover and how many days a do-not-call list may be old."""

    lists: tuple[NumberListView, ...] = ()
    numbers: int = 0
    areas: int = 0
    oldest: datetime | None = None
    most_days: int = 0


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup in the folder; ``made_here`` is False for a file that only lies there: it was not read whole yet."""

    path: str
    name: str
    at: datetime
    size: int
    made_here: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """How many of one kind the backup holds, and the store now."""

    kind: Said
    there: int
    here: int

    @property
    def lost(self) -> int:
        """How many came since and would be gone."""
        return max(0, self.here - self.there)


@dataclass(frozen=True, slots=True)
class RestorePreview:
    """What bringing a backup back would do, from reading all of it: counts, the last moment of each, what was changed in it."""

    path: str
    name: str
    counts: tuple[Compared, ...]
    last: datetime | None
    last_here: datetime | None
    changed: Said = ""


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A row of a file of leads as it would be taken; ``history`` comes in without outreach and without a timer (LEAD-01)."""

    name: str
    reach: str
    vehicle: str
    history: bool


@dataclass(frozen=True, slots=True)
class LeadsRead:
    """A file of leads as it was read: its columns, ``rows`` to take in, how many are ``known`` already, and what was refused."""

    path: str
    name: str
    columns: tuple[FeedColumn, ...]
    fields: tuple[str, ...]
    rows: tuple[TakeLead, ...] = ()
    known: int = 0
    refused: tuple[Refused, ...] = ()
    shown: tuple[LeadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class NumbersRead:
    """A number list as it was read, or taken in: ``dated_by`` says how its day is known, ``refused`` the lines with reasons."""

    path: str
    name: str
    kind: str
    taken: int
    known: int
    blocked: int
    dated: str
    dated_by: Said
    refused: tuple[Said, ...] = ()
