"""A ladder as the monitor lets one read it: what it is for, its times, and which others fit the lead as well (ILM-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk.models.alert import Alert
from desk.models.facts import StoreFacts
from desk.models.playbook import Ladder
from desk.models.rules.ladder_ahead import step_words
from desk.models.rules.ladders import conditions_of
from desk.models.snapshots.monitor import Alarm, LadderRule, RuleStep


def rule_of(ladder: Ladder, fitting: Sequence[Ladder], store: StoreFacts) -> LadderRule:
    """``fitting`` are the ladders this lead answers to. Where the playbook has changed since this one was chosen and another
    would be by now, no comparison is made."""
    others = [each for each in fitting if each.name != ladder.name]
    if not any(each.name == ladder.name for each in fitting):
        others = []
    return LadderRule(
        name=ladder.name,
        trigger=ladder.when.trigger,
        conditions=tuple((kind, value) for kind, value in conditions_of(ladder.when) if kind != "trigger"),
        steps=tuple(RuleStep(step_words(step, store), step.after) for step in ladder.steps),
        repeat_every=ladder.repeat_every,
        pauses=ladder.pause_off_shift,
        others=tuple(
            (each.name, each.steps[0].after) for each in others if each.when.weight <= ladder.when.weight
        ),
    )


def alarm_of(alerts: Sequence[Alert], now: datetime) -> Alarm:
    """What these open alerts of one person come to: awake where any of them is."""
    ids = tuple(row.id for row in alerts)
    rests = [row.snoozed_until for row in alerts if row.snoozed_until is not None and row.snoozed_until > now]
    return Alarm(ids, min(rests) if len(rests) == len(ids) and rests else None)
