"""Facts for the rules' tests: plain rows that were never stored, and a store with a few people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desk.models.alert import Alert
from desk.models.conversation import Log, Message
from desk.models.decisions import (
    AskAgain,
    AssignOwner,
    ClearTimer,
    Decision,
    MarkOverdue,
    MoveStage,
    QuietAlerts,
    RaiseAlert,
    SetAssistant,
    SetLead,
    StartTimer,
    StepTimer,
    Wake,
)
from desk.models.facts import Facts, StoreFacts
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.rules.procedure import Rule
from desk.models.staff import Staff
from desk.models.task import Task, Timer

WEEK = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "09:00-20:00") | {"sat": "09:00-18:00"}
MONDAY = datetime(2026, 3, 2, 17, tzinfo=UTC)  # Monday 10:00 in Phoenix, an hour after opening
MINUTE = timedelta(minutes=1)


def person(id: str, role: str = "sales", **more: Any) -> Staff:
    return Staff(
        **(
            {
                "id": id,
                "name": id.title(),
                "role": role,
                "phone": "+15055550100",
                "email": f"{id}@example.com",
            }
            | more
        )
    )


PEOPLE = (
    person("ana", "bdc"),
    person("ben"),
    person("carl"),
    person("dana", "manager"),
    person("olga", "owner"),
)


def store(people: tuple[Staff, ...] = PEOPLE, **more: Any) -> StoreFacts:
    return StoreFacts(
        **({"name": "Cedar Ridge Motors", "zone": "America/Phoenix", "hours": WEEK, "staff": people} | more)
    )


def lead(**more: Any) -> Lead:
    told = {
        "id": "L1",
        "customer_id": "C1",
        "source": "Autotrader",
        "source_kind": "marketplace",
        "source_class": "3rd",
        "received_at": MONDAY,
        "taken_at": MONDAY,
        "reply_token": "t",
        "stage": "new",
        "stage_at": MONDAY,
        "ai_at": MONDAY,
        "owner_id": "ben",
    }
    return Lead(**(told | more))


def facts(the_lead: Lead | None = None, the_store: StoreFacts | None = None, **more: Any) -> Facts:
    customer = Customer(id="C1", first="Rosa", last="Vance", full="Rosa Vance", created_at=MONDAY)
    return Facts(lead=the_lead or lead(), customer=customer, store=the_store or store(), **more)


def log(at: datetime, outcome: str = "", type: str = "call", **more: Any) -> Log:
    return Log(
        **(
            {
                "id": f"log{at:%d%H%M%S}",
                "lead_id": "L1",
                "type": type,
                "at": at,
                "outcome": outcome,
                "staff_id": "ben",
            }
            | more
        )
    )


def message(at: datetime, author: str = "staff", **more: Any) -> Message:
    told = {
        "id": f"m{at:%d%H%M%S}{author}",
        "key": f"m{at:%d%H%M%S}{author}",
        "lead_id": "L1",
        "direction": "in" if author == "customer" else "out",
        "channel": "email",
        "author": author,
        "status": "received" if author == "customer" else "sent",
        "at": at,
        "sent_at": at,
    }
    return Message(**(told | more))


class File:
    """A lead on which decisions are kept in memory, as the one writer would keep them, so that a procedure
    can be played.
    """

    def __init__(self, book: Playbook, the_facts: Facts, *rules: Rule) -> None:
        self.book, self.facts, self.rules = book, the_facts, rules
        self.told: list[tuple[datetime, Decision]] = []

    def at(self, now: datetime) -> list[Decision]:
        """Decide until the rules rest; returns what was new at this moment."""
        new: list[Decision] = []
        for _round in range(25):
            fresh = [
                d
                for rule in self.rules
                for d in tuple(
                    rule(replace(self.facts), self.book, now)
                )  # gathered anew, as rows have changed
                if self._keep(d, now)
            ]
            new += fresh
            if not fresh:
                break
        else:
            raise AssertionError("the rules do not rest")
        self.told += [(now, decision) for decision in new]
        return new

    def until(self, end: datetime, now: datetime) -> list[tuple[datetime, Decision]]:
        """Follow the wakes up to ``end``, as the heartbeat does; returns decisions with their moments."""
        begun = len(self.told)
        while now <= end:
            self.at(now)
            wakes = [
                d.at
                for rule in self.rules
                for d in rule(replace(self.facts), self.book, now)
                if isinstance(d, Wake) and d.at > now
            ]
            if not wakes:
                break
            now = min(wakes)
        return self.told[begun:]

    def add(self, **rows: Any) -> None:
        self.facts = replace(
            self.facts, **{name: (*getattr(self.facts, name), row) for name, row in rows.items()}
        )

    def _keep(self, decision: Decision, now: datetime) -> bool:
        key = getattr(decision, "key", "")
        if isinstance(decision, Wake | AskAgain) or (key and key in self.facts.done):
            return False
        if key:
            self.facts = replace(self.facts, done=self.facts.done | {key})
        return bool(_KEEP[type(decision)](self, decision, now))

    def _start(self, d: StartTimer, now: datetime) -> bool:
        row = Timer(
            id=d.key,
            key=d.key,
            lead_id="L1",
            kind=d.kind,
            about=d.about,
            ladder=d.ladder,
            started_at=d.started,
            next_at=d.next_at,
        )
        self.add(timers=row)
        return True

    def _timer(self, timer_id: str) -> Timer:
        return next(t for t in self.facts.timers if t.id == timer_id)

    def _step(self, d: StepTimer, now: datetime) -> bool:
        timer = self._timer(d.timer_id)
        timer.level, timer.next_at, timer.repeats = d.level, d.next_at, d.repeats
        timer.reset_at = now if d.reset else timer.reset_at
        return True

    def _clear(self, d: ClearTimer, now: datetime) -> bool:
        timer = self._timer(d.timer_id)
        timer.cleared_at, timer.proof, timer.cleared_by = d.at, d.proof, d.by
        return True

    def _alert(self, d: RaiseAlert, now: datetime) -> bool:
        self.add(
            alerts=Alert(
                id=d.key,
                key=d.key,
                staff_id=d.staff_id,
                lead_id="L1",
                kind=d.kind,
                title=d.title,
                level=d.level,
                raised_at=now,
            )
        )
        return True

    def _quiet(self, d: QuietAlerts, now: datetime) -> bool:
        open_ = [a for a in self.facts.alerts if a.done_at is None and a.kind in d.kinds]
        for alert in open_:
            alert.done_at = now
        return bool(open_)

    def _assign(self, d: AssignOwner, now: datetime) -> bool:
        if self.facts.lead.owner_id == d.to:
            return False
        self.facts.lead.owner_id, self.facts.lead.owner_at, self.facts.lead.claimed_at = d.to, now, None
        for member in self.facts.store.staff:
            if member.id == d.to:
                member.last_assigned_at = now
        return True

    def _overdue(self, d: MarkOverdue, now: datetime) -> bool:
        task = next(t for t in self.facts.tasks if t.id == d.task_id)
        task.overdue_at = now
        return True

    def _assistant(self, d: SetAssistant, now: datetime) -> bool:
        changed = self.facts.lead.ai_state != d.to
        self.facts.lead.ai_state = d.to
        return changed

    def _move(self, d: MoveStage, now: datetime) -> bool:
        changed = self.facts.lead.stage != d.to
        self.facts.lead.stage, self.facts.lead.stage_at = d.to, now
        return changed

    def _set(self, d: SetLead, now: datetime) -> bool:
        changed = {name: value for name, value in d.values.items() if getattr(self.facts.lead, name) != value}
        for name, value in changed.items():
            setattr(self.facts.lead, name, value)
        return bool(changed)


_KEEP: dict[type, Any] = {
    StartTimer: File._start,
    StepTimer: File._step,
    ClearTimer: File._clear,
    RaiseAlert: File._alert,
    QuietAlerts: File._quiet,
    AssignOwner: File._assign,
    MarkOverdue: File._overdue,
    SetAssistant: File._assistant,
    MoveStage: File._move,
    SetLead: File._set,
}


def task(id: str, due: datetime | None, **more: Any) -> Task:
    return Task(
        **(
            {
                "id": id,
                "key": id,
                "lead_id": "L1",
                "kind": "follow_up",
                "title": "Send the photos",
                "due_at": due,
                "made_at": MONDAY,
            }
            | more
        )
    )


def steps(
    told: list[tuple[datetime, Decision]], since: datetime = MONDAY
) -> list[tuple[int, int, tuple[str, ...]]]:
    """The escalations of a story: minutes since, level, and who was told."""
    return [
        (round((at - since) / MINUTE), d.level, d.to) for at, d in told if isinstance(d, StepTimer) and d.to
    ]
