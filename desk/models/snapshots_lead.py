"""Rows for the forms of an open lead: the needs assessment, the trade-in, the visit and what each outcome brings, a call that may be made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class NeedView:
    """One question of the needs assessment. ``answer`` is what is known, lists joined by commas; ``several`` takes such a list."""

    key: str
    caption: str
    ask: str
    answer: str = ""
    several: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome that a visit may be given, and what follows from it, said before it is done (APPT-03)."""

    result: str
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitView:
    """The visit that stands: when, for which vehicle, how that stands as of the feed, and whether it was looked at.

    ``check_task`` is the open task to make the vehicle ready; empty where it is done or there is none.
    """

    id: str
    starts: datetime
    status: str
    vehicle: str
    car_words: str
    car_tone: str
    made_by: str
    label: str
    is_over: bool
    check_task: str
    checked: bool
    outcomes: tuple[OutcomeView, ...]


@dataclass(frozen=True, slots=True)
class LeadForms:
    """What can be edited at a lead. ``trade`` are the known facts by their names, ``titles`` how its papers may stand, ``photos`` how
    many pictures the customer sent of those that are wanted; ``locked`` says why nothing may be changed.
    """

    needs: tuple[NeedView, ...] = ()
    trade: Mapping[str, Any] = field(default_factory=dict)
    trade_by_hand: bool = False
    titles: tuple[str, ...] = ()
    photos: int = 0
    photos_wanted: int = 0
    visit: VisitView | None = None
    locked: str = ""


@dataclass(frozen=True, slots=True)
class CallAnswer:
    """Whether a person may call this customer now. ``may`` is yes | reason | later | no; ``words`` and ``lifts`` say why not and what changes it."""

    number: str
    shown: str
    may: str
    words: str
    lifts: str
    until: datetime | None
