"""Rows of the frame around every screen: people, lines, alerts, what is found, what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.models.snapshots.board import TimerView
from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class DoneAct:
    """One act of this person that may still be taken back (FLOW-11): ``txn`` names it to the desk."""

    txn: str
    words: Said
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert of the notification centre. ``kind``: doorbell | handoff | escalation | appointment | attention | quarantine.

    Alerts of one ``climb`` are steps of one ladder at one lead: the highest says all that the lower ones did.
    """

    id: str
    kind: str
    lead_id: str
    title: Said
    name: str
    body: Said
    next: Said
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
    climb: str = ""


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person of the store. ``shift`` None is the store's hours; ``alerts`` is what they chose per kind (ALERT-02)."""

    id: str
    name: str
    initials: str
    role: str
    role_words: Said
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
    words: Said
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ShellView:
    """What the top bar and rail show. ``views`` are the person's own views of the board: name, and words of ``board_filter``.

    ``pauses`` are those of a part of the store: ``strategy:KIND`` or ``source:NAME``, and the reason (AI-27).
    """

    store_name: str
    zone: str
    person: PersonView
    people: tuple[PersonView, ...]
    alerts_new: int
    alerts_open: int
    quarantined: int
    uncertain: int
    next_send: datetime | None
    next_send_words: Said
    queue_length: int
    assistant_on: bool
    assistant_words: Said
    channels: tuple[ChannelHealth, ...]
    is_demo: bool = False
    set_up: bool = True
    views: tuple[tuple[str, str], ...] = ()
    pauses: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One row of a search: ``kind`` lead | vehicle. A lead brings its temperature and owner along."""

    kind: str
    id: str
    title: str
    detail: Said
    stage: str = ""
    temperature: int | None = None
    band: str = ""
    owner_id: str = ""
    owner_initials: str = ""
