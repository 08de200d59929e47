"""Rows of the tower: who is covered on a walk-in, with the evidence (COVER-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.models.snapshots.board import CardView
from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class Credit:
    """A person's part of the deal if another sells today: ``words`` are Half, Full or None."""

    name: Said
    initials: str
    staff_id: str
    words: Said


@dataclass(frozen=True, slots=True)
class Proof:
    """One row of the record at the tower: ``weight`` is Counts, Follow-up, Not evidence or No proof; ``said`` are its own words."""

    at: datetime
    what: Said
    weight: str
    icon: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What one policy would decide on this lead now (COVER-04)."""

    words: Said
    in_force: bool
    covered: bool
    until: datetime | None
    why: Said
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Something from before on this customer: a deal with its credit, a dispute, a look."""

    icon: str
    what: Said
    words: Said
    credit: Said


@dataclass(frozen=True, slots=True)
class Other:
    """Who else has to do with a customer: a person, the assistant, or who owns a record that may be the same one."""

    name: Said
    initials: str
    staff_id: str
    words: Said
    stands: Said
    is_assistant: bool = False
    look_first: bool = False


@dataclass(frozen=True, slots=True)
class TowerView:
    """Who is covered on a walk-in: the verdict, the proof and every policy (COVER-07). ``holder`` is empty where nobody is."""

    card: CardView
    holder: str
    title: Said
    why: Said
    phone: str
    visit: datetime | None
    policies: tuple[PolicyView, ...]
    proofs: tuple[Proof, ...]
    others: tuple[Other, ...]
    earlier: tuple[Earlier, ...] = ()
