"""Rows of what the store has and may say: stock, answers, templates, starts of a message."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
