"""What lies ahead of one lead as things stand: every step with its moment, and why (FLOW-13, AI-02, AI-03)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import outbound, slots
from desk.models.rules.calling import calling_time
from desk.models.rules.stages import real_replies
from desk.models.time import local_day, span
from desk.models.words import CONNECTED, AiState, CallOutcome, Channel, Purpose, Stage

_LANES = (("email", Channel.EMAIL), ("text", Channel.TEXT), ("call", Channel.CALL))
_NO_AHEAD = timedelta()


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step ahead: ``channel`` is email, text or call, ``at`` aware; ``ahead`` is how much earlier it may be written."""

    at: datetime
    channel: str
    step: str
    purpose: str
    key: str
    why: tuple[str, ...]
    ahead: timedelta = _NO_AHEAD


def plan(facts: Facts, book: Playbook, now: datetime, *, whole: bool = True) -> tuple[PlannedStep, ...]:
    """Steps that are due now or still to come, soonest first; empty where the assistant starts nothing.

    Without ``whole`` a lane is followed only up to its next step, which is all the rule needs.
    """
    if facts.lead.is_history or not _starts_things(facts, now):
        return ()
    steps: Iterable[PlannedStep]
    if facts.lead.stage == Stage.LOST:
        steps = _campaign(facts, book, now) if _campaigns(facts, book) else ()
    elif answered(facts) or facts.lead.resume_on:
        steps = (*_resume(facts, book, now), *_quiet(facts, book, now))
    else:
        steps = (
            *_day_zero(facts, book, now),
            *(step for lane in _LANES for step in _lane(facts, book, now, *lane, whole=whole)),
        )
    return tuple(sorted(steps, key=lambda step: (step.at, step.channel)))


def answered(facts: Facts) -> bool:
    """Whether the customer ever did: a message of theirs, a connected call, a visit."""
    return last_heard(facts) is not None


def last_heard(facts: Facts) -> datetime | None:
    """The customer's latest own word, by any way."""
    spoken = [
        log.at
        for log in facts.logs
        if log.outcome in CONNECTED or (log.direction == "in" and log.type != "note") or log.type == "visit"
    ]
    return max((*real_replies(facts), *spoken), default=None)


def may_start(facts: Facts, now: datetime, *, resting: bool = False) -> bool:
    """No hold, no future visit, no later date, no deposit; ``resting`` leaves the assistant's own state aside."""
    lead = facts.lead
    waits = (
        lead.hold_kind or slots.upcoming(facts, now) or (lead.resume_on is not None and lead.resume_on > now)
    )
    stopped = lead.ai_state == AiState.PAUSED_BY_STATUS
    return not waits and not stopped and (resting or lead.ai_state == AiState.ON)


def lost_at(facts: Facts, book: Playbook) -> datetime:
    """The beginning of the local day on which an unanswered lead is lost."""
    return _moment(facts, _day_0(facts) + timedelta(days=int(book.number("cadence.lost_on_day"))), "00:00")


def ask_owner_at(facts: Facts, book: Playbook) -> datetime | None:
    heard = last_heard(facts)
    return heard + book.span("cadence.ask_owner_after") if heard else None


def pace(facts: Facts, book: Playbook) -> float:
    """How far the intervals are stretched: the lead's own pace, its strategy's, and twice or more when it is cool (TEMP-03)."""
    cool = facts.lead.band in book.words_list("cadence.cool_bands")
    own = float(facts.lead.ai_pace) * float(str(outbound.strategy(facts, book, "pace") or 1))
    return own * (book.number("cadence.cool_pace") if cool else 1.0)


def _starts_things(facts: Facts, now: datetime) -> bool:
    lead = facts.lead
    by_resume = lead.resume_on is not None and lead.resume_on > now
    return lead.stage != Stage.SOLD and (
        may_start(facts, now) or (by_resume and lead.ai_state == AiState.ON and not lead.hold_kind)
    )


def _campaigns(facts: Facts, book: Playbook) -> bool:
    return facts.lead.lost_reason in book.words_list("assistant.campaign_reasons")


def _day_zero(facts: Facts, book: Playbook, now: datetime) -> Iterator[PlannedStep]:
    """The strategy's second and third message on the day of receipt (AI-04); later where intervals are stretched (TEMP-03)."""
    stretch = max(pace(facts, book), 1.0)
    if not outbound.reach(facts, Channel.EMAIL):
        return
    for name in ("second", "third"):
        step, after = (
            str(outbound.strategy(facts, book, name)),
            str(outbound.strategy(facts, book, f"{name}_after")),
        )
        if step and after:
            at = facts.lead.received_at + span(after) * stretch
            why = (f"strategy.{facts.lead.source_kind}.{name}", "The customer has not answered yet")
            yield from _kept(
                facts,
                book,
                now,
                PlannedStep(at, Channel.EMAIL, step, Purpose.NURTURE, f"{facts.lead.id}·{name}", why),
            )


def _lane(
    facts: Facts, book: Playbook, now: datetime, name: str, channel: Channel, *, whole: bool
) -> Iterator[PlannedStep]:
    """A lane from its last step taken on: intervals stretch by the pace, and end before the lead is lost."""
    if not _usable(facts, channel):
        return
    rows, day_0, zone = _rows_of(book, name), _day_0(facts), facts.store.zone
    stretch, over, far = pace(facts, book), lost_at(facts, book), now + book.span("strategy.queue_ahead")
    begin, plain, last = _last_taken(facts, book, channel, rows)
    steps: list[PlannedStep] = []
    for row in rows[begin:]:
        key = f"{facts.lead.id}·{row.key}"
        own = _at(day_0 + row.after, row.clock, zone)
        taken = _taken_on(facts, key)
        at = _stretched(last, own - plain, stretch, row.clock, zone)
        if taken and taken not in _days_of(channel, facts, book, at):
            at = _at(taken, row.clock, zone)
        plain, last = own, at
        if taken:
            steps = []
        elif at < over:
            why = (
                f"cadence.{name}",
                f"Day {row.after.days}"
                + (f", intervals stretched {stretch:g} times" if stretch != 1 else ""),
            )
            purpose = Purpose.NURTURE if channel != Channel.CALL else ""
            steps.append(PlannedStep(at, channel, row.step, purpose, key, why))
        if at > far and not taken and not whole:
            break
    if channel == Channel.CALL:
        steps = [step for step in _when_open(steps, facts, book) if step.at < over]
    yield from (kept for step in _only_latest_due(steps, now) for kept in _kept(facts, book, now, step))


class _Row(NamedTuple):
    """A step of a lane as the playbook has it: so long after the day of receipt, at a wall clock. ``key`` ends its decision's."""

    key: str
    after: timedelta
    clock: str
    step: str


def _rows_of(book: Playbook, lane: str) -> tuple[_Row, ...]:
    return book.once(
        ("planning.lane", lane),
        lambda: tuple(
            _Row(f"{lane}·{row.get('step', number)}", timedelta(days=int(row["day"])), str(row["at"]), str(row.get("step", "call")))
            for number, row in enumerate(book.get(f"cadence.{lane}"), start=1)
        ),
    )  # fmt: skip


def _last_taken(
    facts: Facts, book: Playbook, channel: Channel, rows: Sequence[_Row]
) -> tuple[int, datetime, datetime]:
    """Where a lane goes on: the step after the last one taken, that one's planned moment, and when it was taken.

    A step is taken at its own hour, on whatever day, so nothing before it need be worked out again; but a call that waited for the
    store to open counts from where it was planned, and its lane is followed from the start.
    """
    if not _waits(channel, book):
        for number in range(len(rows), 0, -1):
            row = rows[number - 1]
            if taken := _taken_on(facts, f"{facts.lead.id}·{row.key}"):
                own = _moment(facts, _day_0(facts) + row.after, row.clock)
                return number, own, _moment(facts, taken, row.clock)
    return 0, facts.lead.received_at, facts.lead.received_at


def _waits(channel: Channel, book: Playbook) -> bool:
    return channel == Channel.CALL and book.flag("cadence.calls_wait_for_opening")


def _open_for(channel: Channel, facts: Facts, book: Playbook, at: datetime) -> datetime:
    """When a step planned for ``at`` can be taken: a call waits for the store's hours and the customer's (ILM-07, COMPLY-02)."""
    return calling_time(facts, book, at) if _waits(channel, book) else at


def _days_of(channel: Channel, facts: Facts, book: Playbook, at: datetime) -> Iterator[date]:
    """The local days on which a step planned for ``at`` is taken: its own, or that of the next opening."""
    yield local_day(at, facts.store.zone)
    yield local_day(_open_for(channel, facts, book, at), facts.store.zone)


def _when_open(steps: Sequence[PlannedStep], facts: Facts, book: Playbook) -> list[PlannedStep]:
    """Calls at the first moment somebody can make them; of several that meet on one day the last is made.

    The lane itself goes on from the moments that were planned, so that a closed day does not push back all that follow.
    """
    moved = [replace(step, at=_open_for(Channel.CALL, facts, book, step.at)) for step in steps]
    days = [local_day(step.at, facts.store.zone) for step in moved]
    return [step for step, day, after in zip(moved, days, [*days, None][1:], strict=True) if day != after]


@lru_cache(maxsize=16384)
def _stretched(last: datetime, interval: timedelta, stretch: float, clock: str, zone: str) -> datetime:
    """The first moment at the step's own hour that is at least the stretched interval, and a local day, after the last one.

    A lane is followed at each look at its lead, from the same steps.
    """
    target = last + interval * stretch
    day = max(local_day(target, zone), local_day(last, zone) + timedelta(days=1))
    at = _at(day, clock, zone)
    return at if at >= target else _at(day + timedelta(days=1), clock, zone)


def _taken_on(facts: Facts, key: str) -> date | None:
    """The local day on which a step was taken; None while it was not."""
    if key not in facts.done:
        return None
    at = facts.once("steps taken", lambda: _steps_taken(facts)).get(key)
    return local_day(at, facts.store.zone) if at else None


def _steps_taken(facts: Facts) -> dict[str, datetime]:
    """When each message was to leave and each task was due, by the key of its decision."""
    taken = {task.key: task.due_at or task.made_at for task in facts.tasks}
    return taken | {message.key: message.not_before or message.at for message in facts.messages}


def _only_latest_due(steps: Sequence[PlannedStep], now: datetime) -> Sequence[PlannedStep]:
    """Of steps that fell due together only the last is taken: what was missed is not made up."""
    due = [step for step in steps if step.at <= now]
    return (*due[-1:], *(step for step in steps if step.at > now))


def _quiet(facts: Facts, book: Playbook, now: datetime) -> Iterator[PlannedStep]:
    """Open questions to a customer who answered and went quiet (AI-03), on the channel they asked for or used where that is allowed."""
    heard = last_heard(facts)
    channel = _quiet_channel(facts)
    if heard is None or not channel or (facts.lead.resume_on is not None and facts.lead.resume_on > now):
        return
    people = max((at for at, _proof in facts.contacts_by_people()), default=heard)
    begin, stretch = max(heard, people, facts.lead.resume_on or heard), pace(facts, book)
    steps = []
    for row in book.get("reengage.quiet"):
        day = local_day(begin + span(str(row["after"])) * stretch, facts.store.zone)
        at = max(_moment(facts, day, str(row["at"])), begin + span(str(row["after"])) * stretch)
        key = f"{facts.lead.id}·{row['step']}·{heard.date().isoformat()}"
        why = ("reengage.quiet", "The customer answered and has been quiet since")
        if key not in facts.done:
            steps.append(PlannedStep(at, channel, str(row["step"]), Purpose.REENGAGEMENT, key, why))
    yield from (kept for step in _only_latest_due(steps, now) for kept in _kept(facts, book, now, step))


def _quiet_channel(facts: Facts) -> str:
    written = any(c.channel in ("text", "all") and c.kind == "written" for c in facts.consents)
    last = facts.last_in
    may_text = written and bool(outbound.reach(facts, Channel.TEXT))
    used = last.channel if last is not None else ""
    if may_text and (_told_channel(facts) or used) == Channel.TEXT:
        return Channel.TEXT
    return next(iter(outbound.open_channels(facts)), "")


def _told_channel(facts: Facts) -> str:
    """The way to write that the customer asked for, where they named one that is not a call."""
    told = facts.customer.preferred_channel
    return told if told in (Channel.EMAIL, Channel.TEXT) else ""


def _resume(facts: Facts, book: Playbook, now: datetime) -> Iterator[PlannedStep]:
    """The date the customer named: written to on that morning, as promised to them."""
    told, channel = facts.lead.resume_on, _quiet_channel(facts)
    if told is None or not channel:
        return
    at = _moment(facts, local_day(told, facts.store.zone), str(book.get("reengage.resume_at")))
    why = ("replies.pause_until", "The customer asked to be written to again on this day")
    key = f"{facts.lead.id}·resume·{local_day(told, facts.store.zone).isoformat()}"
    yield from _kept(
        facts, book, now, PlannedStep(max(at, told), channel, "resume", Purpose.REENGAGEMENT, key, why)
    )


def _campaign(facts: Facts, book: Playbook, now: datetime) -> Iterator[PlannedStep]:
    channel = Channel.EMAIL if outbound.reach(facts, Channel.EMAIL) else ""
    if not channel:
        return
    why = ("reengage.campaign", "Lost without an answer; a rare, friendly note")
    rows = book.get("reengage.campaign")
    steps = [
        PlannedStep(_moment(facts, _day_0(facts) + timedelta(days=int(row["day"])), str(row["at"])), channel, str(row["step"]),
                    Purpose.REENGAGEMENT, f"{facts.lead.id}·{row['step']}", why)
        for row in rows
    ]  # fmt: skip
    yield from (kept for step in _only_latest_due(steps, now) for kept in _kept(facts, book, now, step))


def _kept(facts: Facts, book: Playbook, now: datetime, step: PlannedStep) -> Iterator[PlannedStep]:
    """The step, unless it is done or too late; after a person's contact it waits for the rest (AI-25)."""
    if step.key in facts.done:
        return
    human = max((at for at, _proof in facts.contacts_by_people()), default=None)
    at = (
        max(step.at, human + timedelta(hours=book.number("rest.after_person_hours")))
        if human and step.channel != Channel.CALL
        else step.at
    )
    if at + book.span("cadence.on_time") < now:
        return
    yield PlannedStep(
        at, step.channel, step.step, step.purpose, step.key, step.why, _ahead(facts, book, step)
    )


def _ahead(facts: Facts, book: Playbook, step: PlannedStep) -> timedelta:
    if step.channel == Channel.CALL:
        return book.span("cadence.call_ahead")
    return book.span("strategy.queue_ahead") if outbound.waits_for_approval(facts, book) else _NO_AHEAD


def _usable(facts: Facts, channel: Channel) -> bool:
    """A customer who declines a call is not called again; who asked for mail gets no unasked texts (ILM-07)."""
    by_mail = _told_channel(facts) == Channel.EMAIL and bool(outbound.reach(facts, Channel.EMAIL))
    if channel == Channel.TEXT and by_mail:
        return False
    if channel != Channel.CALL:
        return bool(outbound.reach(facts, channel))
    return bool(outbound.reach(facts, channel)) and not any(
        log.outcome == CallOutcome.DECLINED_CALL for log in facts.logs
    )


def _day_0(facts: Facts) -> date:
    return local_day(facts.lead.received_at, facts.store.zone)


def _moment(facts: Facts, day: date, clock: str) -> datetime:
    return _at(day, clock, facts.store.zone)


@lru_cache(maxsize=4096)
def _at(day: date, clock: str, zone: str) -> datetime:
    """The moment of a wall clock on a day; the same few are asked for again and again."""
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone)).astimezone(UTC)
