"""Rows of the monitor: running clocks, and the ladder of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.models.snapshots.board import CardView, TimerView
from desk.models.snapshots.lead import LastAct
from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class MonitorRow:
    """One line of the monitor (ILM-02): the clock that presses most on a lead, or the one that was answered today.

    ``level`` is the last step its ladder took (0: only the bell, or nothing yet) of ``steps``; ``rings`` says whether a bell
    stands before step 1. ``next_at`` is the moment of the next step, told to ``next_who``. ``condition`` is what was asked for:
    new, used, or nothing. ``draft_waits``: a message of the assistant's is written and waits for a person's word (AI-18).
    """

    card: CardView
    received: datetime
    kind_words: Said
    timer: TimerView
    timer_id: str
    staff: LastAct
    assistant: LastAct
    level: int = 0
    steps: int = 0
    rings: bool = False
    step_words: Said = ""
    next_who: Said = ""
    next_at: datetime | None = None
    condition: str = ""
    draft_waits: bool = False


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
    who: Said
    people: tuple[Said, ...]
    via: Said
    state: str
    at: datetime | None
    words: Said = ""


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A step of a ladder as the playbook has it: whom it tells, after how much time from the start."""

    who: Said
    after: timedelta


@dataclass(frozen=True, slots=True)
class LadderRule:
    """A ladder of the playbook, to be read (ILM-05): what starts it, the further conditions by kind and value, its steps.

    ``pauses`` says that only staffed time counts. ``others`` are the ladders that fit this lead as well and are less
    specific, each with the time of its first step.
    """

    name: str
    trigger: str
    conditions: tuple[tuple[str, str], ...]
    steps: tuple[RuleStep, ...]
    repeat_every: timedelta | None
    pauses: bool
    others: tuple[tuple[str, timedelta], ...] = ()


@dataclass(frozen=True, slots=True)
class Alarm:
    """What rings at one person for a lead: these open alerts; asleep until ``until``, or awake (ALERT-03)."""

    alert_ids: tuple[str, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class LadderView:
    """The ladder a lead's clock climbs: its rule, and its steps with people (ILM-05). ``rule`` is None where the playbook has it
    no more, ``why`` then what was recorded when it was chosen. ``alarm`` is that of who looks, who ``may_change`` the rule or not.
    """

    card: CardView
    timer: TimerView
    about: Said
    name: Said
    why: Said
    rungs: tuple[Rung, ...]
    repeats: Said = ""
    proof: Said = ""
    first_touch_s: int | None = None
    draft_waits: bool = False
    rule: LadderRule | None = None
    alarm: Alarm = Alarm()
    may_change: bool = False
