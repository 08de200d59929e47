"""A rule that is said not to look at a part of a lead does without it, or says the same were it otherwise, at every moment of a story
(``procedure.LOOK_AT``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest

from desk.models.changes import Changes
from desk.models.conversation import Message
from desk.models.decisions import AskAgain, Decision
from desk.models.facts import Facts
from desk.models.lead import Lead
from desk.models.rules.procedure import LOOK_AT, RULES, Part, Rule
from desk.services.leadfile import LeadFile
from desk.services.rehearsal import Rehearsal, load_scenario

STORIES = ("five_steps", "no_show", "hot_and_quiet", "talk_moves_twice", "claimed_handoff", "line_down")
OF_FACTS = {Part.CLOCKS: {"timers", "alerts", "open_timers"}, Part.WARMTH: set(), Part.BOARD: set()}
HIDDEN = tuple(OF_FACTS)
OF_LEAD = {
    Part.CLOCKS: {"timer_kind", "timer_started", "timer_target", "timer_level"},
    Part.WARMTH: {"temperature", "temperature_reasons"},
    Part.BOARD: {"next_text", "next_icon", "next_due"},
}


class Covered:
    """What it covers, some of it out of sight."""

    def __init__(self, whole: object, hidden: set[str]) -> None:
        self._whole, self._hidden = whole, hidden

    def __getattr__(self, name: str) -> Any:
        assert name not in self._hidden, f"looks at {name}"
        return getattr(self._whole, name)


class FactsWithout(Facts):
    """Facts, some of them out of sight."""

    hidden: frozenset[str] = frozenset()

    def __getattribute__(self, name: str) -> Any:
        assert name not in type(self).hidden, f"looks at {name}"
        return super().__getattribute__(name)


def without(part: Part, facts: Facts) -> Facts:
    told = {field.name: getattr(facts, field.name) for field in fields(Facts)}
    blind = type("Blind", (FactsWithout,), {"hidden": frozenset(OF_FACTS[part])})
    shown: Facts = blind(**{**told, "lead": Covered(facts.lead, OF_LEAD[part])})
    return shown


def unwritten(facts: Facts, now: datetime) -> Facts:
    """The facts as if what waits to leave had not been written yet."""
    waits = {message.key for message in facts.messages if _waits(message)}
    left = tuple(message for message in facts.messages if message.key not in waits)
    return replace(facts, messages=left, done=facts.done - waits)


def gone(facts: Facts, now: datetime) -> Facts:
    """The facts as if what waits to leave had left."""
    messages = (Otherwise(m, status="sent", sent_at=now) if _waits(m) else m for m in facts.messages)
    return replace(facts, messages=tuple(cast(Iterable[Message], messages)))


def _waits(message: Message) -> bool:
    return message.author == "assistant" and message.status in ("queued", "sending")


class Otherwise:
    """A row with other values."""

    def __init__(self, row: object, **values: object) -> None:
        vars(self).update(vars(row) | values)


SHOWN: dict[Part, Callable[[Facts, datetime], Facts]] = {Part.WRITTEN: unwritten, Part.WAY: gone}


class Onlooker:
    """Asks after every commit what each rule says without the parts that it does not look at, or with others in their place."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.desk, self.clock, self.asked = rehearsal.desk, rehearsal.clock, 0
        self.desk.listen(self.look)

    def look(self, changes: Changes) -> None:
        with self.desk.store.reading() as session:
            for lead_id in changes.leads:
                lead = session.get_one(Lead, lead_id)
                facts = LeadFile(self.desk.looking(session, self.clock.now()), lead).facts()
                self.ask(facts)

    def ask(self, facts: Facts) -> None:
        now = self.clock.now()
        for part, lookers in LOOK_AT.items():
            shown = without(part, facts) if part in HIDDEN else SHOWN[part](facts, now)
            for rule in (rule for rule in RULES if rule not in lookers):
                assert self.said(rule, shown) == self.said(rule, facts), (part, rule)
                self.asked += 1

    def said(self, rule: Rule, facts: Facts) -> tuple[Decision, ...]:
        """What moves a lead, or wakes for it; when a rule need be asked if somebody looks is its own business."""
        told = rule(facts, self.desk.book, self.clock.now())
        return tuple(decision for decision in told if not isinstance(decision, AskAgain))


@pytest.mark.requirement("DESK-09")
@pytest.mark.parametrize("story", STORIES)
def test_rules_do_without_what_they_do_not_look_at(repo: Path, story: str) -> None:
    rehearsal = Rehearsal(load_scenario(repo / "tests" / "scenarios" / f"{story}.toml"))
    onlooker = Onlooker(rehearsal)
    assert list(rehearsal.run())
    assert onlooker.asked > 500
