"""The monitor with its ladders in words: what runs, which ladder and why, who is told next (ILM-02, ILM-05)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.alert import Alert
from desk.models.commands import SetLadder
from desk.models.facts import Facts, StoreFacts
from desk.models.history import History
from desk.models.lead import Lead, Wanted
from desk.models.person import Customer
from desk.models.playbook import Ladder, Playbook
from desk.models.rights import may
from desk.models.rules.ladder_ahead import Ahead, ahead, step_words, told_names
from desk.models.rules.ladders import fitting, named
from desk.models.snapshots.monitor import Alarm, LadderView, MonitorView, Rung
from desk.models.snapshots.said import said
from desk.models.store.queries import board
from desk.models.store.queries.monitor import (
    RINGS,
    Rungs,
    monitor_figures,
    monitor_lines,
    plain_timer,
    with_drafts,
)
from desk.models.store.queries.says import clock
from desk.models.task import Timer
from desk.models.time import span_words
from desk.models.words import AlertKind, TimerKind
from desk.services.ladder_rule import alarm_of, rule_of

_BELLS = {TimerKind.UNANSWERED: AlertKind.DOORBELL, TimerKind.HANDOFF: AlertKind.HANDOFF}
_VIA = {"desktop": "desktop alert", "text": said("text"), "email": said("email")}


def monitor(session: Session, store: StoreFacts, book: Playbook, now: datetime) -> MonitorView:
    """Every running clock with its place on its ladder, and what was answered today."""
    rows = monitor_lines(session, now, cache(lambda name, level: _rungs_of(named(book, name), level, store)))
    return replace(monitor_figures(session, now, store.zone), rows=rows)


def _rungs_of(found: Ladder | None, level: int, store: StoreFacts) -> Rungs:
    """What a line says of its ladder; many lines stand at the same step."""
    if found is None:
        return Rungs()
    taken = found.steps[level - 1] if 0 < level <= len(found.steps) else None
    following = found.steps[level] if level < len(found.steps) else None
    return Rungs(
        len(found.steps),
        step_words(taken, store) if taken else "",
        step_words(following, store) if following else "",
    )


def ladder(
    session: Session, lead_id: str, store: StoreFacts, book: Playbook, now: datetime, staff_id: str = ""
) -> LadderView | None:
    """The ladder of the clock that presses most at a lead, or of its last clock; None where none ever ran.

    ``staff_id`` is who looks: what rings for them, and whether they may change the ladder, is told with it.
    """
    timer = _timer(session, lead_id)
    lead = session.get(Lead, lead_id)
    customer = session.get(Customer, lead.customer_id) if lead is not None else None
    if timer is None or lead is None or customer is None:
        return None
    card = board.cards(session, (lead_id,), now)[lead_id]
    found, told = named(book, timer.ladder), _Told(session, timer)
    facts = Facts(lead=lead, customer=customer, store=store)
    first, looks = lead.first_sent_at, store.person(staff_id)
    return LadderView(
        card=card,
        timer=card.timer if timer.kind == lead.timer_kind or timer.cleared_at else plain_timer(timer.started_at, timer.level, now),
        about=timer.about,
        name=timer.ladder,
        why="" if found else told.why(),
        rungs=tuple(_rungs(timer, found, told, facts, now)) if found else (),
        repeats=_repeats(found),
        proof=timer.proof,
        first_touch_s=round((first - lead.received_at).total_seconds()) if first else None,
        draft_waits=lead_id in with_drafts(session.connection(), (lead_id,)),
        rule=rule_of(found, _fitting(session, facts, book, timer), store) if found else None,
        alarm=_alarm(session, lead_id, staff_id, now),
        may_change=looks is not None and may(looks.role, SetLadder),
    )  # fmt: skip


def _fitting(session: Session, facts: Facts, book: Playbook, timer: Timer) -> Sequence[Ladder]:
    """The ladders among which this one was chosen."""
    wanted = select(Wanted).where(Wanted.lead_id == timer.lead_id).order_by(Wanted.position)
    asked = replace(facts, wanted=tuple(session.scalars(wanted)))
    return fitting(asked, book, timer.kind, timer.started_at)


def _alarm(session: Session, lead_id: str, staff_id: str, now: datetime) -> Alarm:
    """What rings for this person about the lead."""
    mine = select(Alert).where(Alert.lead_id == lead_id, Alert.staff_id == staff_id, Alert.done_at.is_(None))
    return alarm_of(session.scalars(mine.order_by(Alert.raised_at, Alert.id)).all(), now)


def _timer(session: Session, lead_id: str) -> Timer | None:
    rows = list(session.scalars(select(Timer).where(Timer.lead_id == lead_id)))
    running = [row for row in rows if row.cleared_at is None]
    calling = [row for row in running if row.kind in RINGS]
    if running:
        return min(calling or running, key=lambda row: (row.started_at, row.id))
    return max(rows, key=lambda row: (row.started_at, row.id), default=None)


@dataclass(frozen=True)
class _Told:
    """What the record says about one climb."""

    session: Session
    timer: Timer

    def _lines(self, kind: str) -> list[History]:
        wanted = (
            select(History)
            .where(
                History.lead_id == self.timer.lead_id,
                History.kind == kind,
                History.at >= self.timer.started_at,
            )
            .order_by(History.at, History.id)
        )
        return [row for row in self.session.scalars(wanted) if row.data.get("ladder") == self.timer.ladder]

    def why(self) -> str:
        """The condition that chose this ladder, as it was recorded when the clock was set."""
        wanted = select(History).where(History.lead_id == self.timer.lead_id, History.kind == "timer")
        rows = self.session.scalars(wanted.order_by(History.at.desc(), History.id.desc()))
        reasons = next((row.why for row in rows if row.data.get("ladder") == self.timer.ladder), [])
        return next((str(why) for why in reasons if str(why).startswith("Chosen")), "")

    def steps(self) -> Mapping[int, History]:
        return {int(row.data["level"]): row for row in self._lines("escalation")}

    def rung(self, level: int) -> Sequence[Alert]:
        """The alerts of one step of this climb, in the order they were raised."""
        kind = AlertKind.ESCALATION if level else _BELLS[TimerKind(self.timer.kind)]
        wanted = select(Alert).where(
            Alert.lead_id == self.timer.lead_id,
            Alert.kind == kind,
            Alert.level == level,
            Alert.raised_at >= self.timer.started_at,
        )
        return self.session.scalars(wanted.order_by(Alert.raised_at, Alert.id)).all()


def _rungs(timer: Timer, found: Ladder, told: _Told, facts: Facts, now: datetime) -> Iterator[Rung]:
    """The bell where there is one, the steps taken, and the steps ahead."""
    store = facts.store
    if timer.kind in RINGS:
        bells = told.rung(0)
        who = (facts.owner.name,) if facts.owner else _names(store, [row.staff_id for row in bells])
        state = "now" if not timer.level and timer.cleared_at is None else "past"
        rung = said("owner") if facts.owner else said("doorbell")
        yield Rung(
            0, rung, who, "doorbell with sound", state, timer.started_at, _seen_words(bells, store, state)
        )
    taken = told.steps()
    for number in range(1, min(timer.level, len(found.steps)) + 1):
        row, step = taken.get(number), found.steps[number - 1]
        alerts = told.rung(number)
        names = _names(store, row.data.get("to", ()) if row else [alert.staff_id for alert in alerts])
        at = row.at if row else min((alert.raised_at for alert in alerts), default=None)
        state = "now" if number == timer.level and timer.cleared_at is None else "past"
        yield Rung(
            number, step_words(step, store), names, _via(step.via), state, at, _seen_words(alerts, store, state)
        )  # fmt: skip
    if timer.cleared_at is None:
        for it in ahead(found, timer.level, timer.next_at, facts, now):
            yield _future(it, facts, now)


def _future(it: Ahead, facts: Facts, now: datetime) -> Rung:
    names = told_names(it.step, facts, it.at)
    return Rung(it.number, step_words(it.step, facts.store), names, _via(it.step.via), "future", it.at)


def _names(store: StoreFacts, told: Sequence[str]) -> tuple[str, ...]:
    """Those who were told, by name."""
    return tuple(person.name for person in store.staff if person.id in told)


def _via(via: Sequence[str]) -> str:
    return ", ".join(_VIA.get(each, each) for each in ("desktop", *(v for v in via if v != "desktop")))


def _seen_words(alerts: Sequence[Alert], store: StoreFacts, state: str) -> str:
    """Who of those it told has looked, and when; of one person the time alone. What was never seen is told while it rings."""
    seen = [
        (person.name.split()[0], clock(row.seen_at, store.zone))
        for row in alerts
        if row.seen_at and (person := store.person(row.staff_id))
    ]
    if len(alerts) == 1 and seen:
        return f"Seen {seen[0][1]}"
    if seen:
        return f"Seen by {', '.join(f'{first} {at}' for first, at in seen)}"
    return "Not seen yet" if state == "now" else ""


def _repeats(found: Ladder | None) -> str:
    every = found.repeat_every if found else None
    return f"Repeats every {span_words(every)} until answered" if every else ""
