"""How often: the law's and the store's cap on calls and texts, and one budget of touches (R10, FLOW-13)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.models.rules.gate.case import Case
from desk.models.rules.gate.facts import Touch
from desk.models.rules.gate.verdict import Verdict, hold, person
from desk.models.words import Channel, Purpose

_DAY = timedelta(hours=24)
_WEEK_DAYS = 7
_WRITTEN = frozenset((Channel.EMAIL, Channel.TEXT))
_PHONE = frozenset((Channel.TEXT, Channel.CALL))
_A_REASON = "A reason from the person who goes past the budget."


def calls_and_texts(case: Case) -> Verdict | None:
    """At most so many calls and texts in any 24 hours, assistant and people together (R10; FL, MD, OK)."""
    if not case.draft.by_phone or _uncounted(case):
        return None
    recent = sorted(t.at for t in case.facts.touches if _capped(t) and t.at > case.now - _DAY)
    law = min((row.cap_24h for row in case.rows if row.cap_24h is not None), default=None)
    own = case.rules.budget.calls_and_texts_24h
    limit = own if law is None else min(own, law)
    if len(recent) < limit:
        return None
    until = case.opening(recent[-limit] + _DAY) if limit else None
    fact = f"{len(recent)} calls and texts in the last 24 hours; the limit is {limit}."
    if law is not None and len(recent) >= law:
        return hold(
            "R10", fact, "Twenty-four hours pass since the earliest of them; this limit is law.", until
        )
    return _over(case, "R10", fact, until)


def touch_budget(case: Case) -> Verdict | None:
    """One budget a day and a week over all channels, everyone's touches together (FLOW-13)."""
    if case.draft.purpose in case.rules.budget.outside_budget or _uncounted(case) or _joins_a_touch(case):
        return None
    zone = ZoneInfo(case.facts.store.zone)
    days = [at.astimezone(zone).date() for at in touch_times(case.facts.touches, case.rules.budget.one_touch)]
    today = case.now.astimezone(zone).date()
    day_0 = case.facts.received_at.astimezone(zone).date() if case.facts.received_at else None
    return _over_day(case, days.count(today), today, zone, today == day_0) or (
        None if today == day_0 else _over_week(case, [day for day in days if day != day_0], today, zone)
    )


def touch_times(touches: Iterable[Touch], apart: timedelta) -> list[datetime]:
    """When each counted touch was: an e-mail and a text close together are one, direct replies are none."""
    counted: list[Touch] = []
    for touch in sorted((t for t in touches if not t.live), key=lambda t: t.at):
        if not (counted and _same_touch(counted[-1], touch.channel, touch.at, apart)):
            counted.append(touch)
    return [touch.at for touch in counted]


def _over_day(case: Case, used: int, today: date, zone: ZoneInfo, is_day_0: bool) -> Verdict | None:
    budget = case.rules.budget
    limit = budget.touches_day_0 if is_day_0 else budget.touches_day
    if used < limit:
        return None
    return _over(
        case, "FLOW-13", f"{used} touches today; the budget is {limit}.", _midnight(today, 1, zone, case)
    )


def _over_week(case: Case, days: list[date], today: date, zone: ZoneInfo) -> Verdict | None:
    limit = case.rules.budget.touches_week
    week = sorted(day for day in days if today - day < timedelta(days=_WEEK_DAYS))
    if len(week) < limit:
        return None
    until = _midnight(week[-limit], _WEEK_DAYS, zone, case) if limit else None
    return _over(case, "FLOW-13", f"{len(week)} touches in seven days; the budget is {limit}.", until)


def _over(case: Case, rule: str, fact: str, until: datetime | None) -> Verdict | None:
    """Past the store's own budget: the assistant waits, a person may go on with a reason."""
    if case.draft.automatic:
        return hold(rule, fact, "The budget is free again.", until)
    return None if case.draft.reason else person(rule, fact, _A_REASON, until)


def _uncounted(case: Case) -> bool:
    return case.direct_reply or case.draft.purpose is Purpose.OPT_OUT_CONFIRMATION


def _capped(touch: Touch) -> bool:
    return touch.channel in _PHONE and not touch.live


def _joins_a_touch(case: Case) -> bool:
    """Whether the draft would be the other half of a touch that has just been made."""
    apart = case.rules.budget.one_touch
    made = [t for t in case.facts.touches if case.now - t.at <= 2 * apart]
    with_draft = [*made, Touch(case.now, case.draft.channel, case.draft.author)]
    return len(touch_times(with_draft, apart)) == len(touch_times(made, apart))


def _same_touch(first: Touch, channel: Channel, at: datetime, apart: timedelta) -> bool:
    return {first.channel, channel} == _WRITTEN and at - first.at <= apart


def _midnight(day: date, after: int, zone: ZoneInfo, case: Case) -> datetime | None:
    start = datetime.combine(day + timedelta(days=after), time(), zone).astimezone(UTC)
    return case.opening(start)
