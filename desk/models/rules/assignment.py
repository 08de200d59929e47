"""Whose lead it is: turns among those at work, the house account, and the sweep (FLOW-01, FLOW-02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any

from desk.models.decisions import AssignOwner, Decision, Wake, Why
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import people
from desk.models.rules.shifts import on_shift, staffed_add
from desk.models.staff import Staff
from desk.models.words import PROOF_OUTCOMES, Stage


def decide(facts: Facts, book: Playbook, now: datetime) -> Iterable[Decision]:
    """Give an unowned open lead to the next in turn; nobody at work when it came leaves it to the sweep."""
    lead = facts.lead
    if lead.owner_id is not None or lead.is_history or not Stage(lead.stage).is_open:
        return
    since = lead.owner_at or lead.taken_at
    sweep = sweep_at(facts, book)
    if person := _answered_by(facts, since):
        yield AssignOwner(person.id, ("assignment.answered", f"{person.name} was the first to answer"))
    elif person := _next(facts, book, since):
        yield AssignOwner(person.id, (*_rule(facts, book)[1], f"{person.name} is on shift and next in turn"))
    elif now < sweep:
        yield Wake(sweep)
    elif person := _next(facts, book, now) or _anyone(facts, now):
        yield AssignOwner(
            person.id, ("assignment.sweep", f"Nobody took it; {person.name} is on shift and next in turn")
        )
    else:
        yield Wake(staffed_add(now, book.span("assignment.sweep_after"), (), facts.store))


def sweep_at(facts: Facts, book: Playbook) -> datetime:
    """When an unowned lead is given to somebody: after the playbook's time of store hours."""
    since = facts.lead.owner_at or facts.lead.taken_at
    return staffed_add(since, book.span("assignment.sweep_after"), (), facts.store)


def _answered_by(facts: Facts, since: datetime) -> Staff | None:
    """Who reached the customer of a lead that nobody owned."""
    written = [(m.sent_at or m.at, m.staff_id) for m in facts.sent if m.author == "staff"]
    logged = [(log.at, log.staff_id) for log in facts.logs if log.outcome in PROOF_OUTCOMES]
    found = (
        facts.store.person(who) for at, who in sorted(written + logged, key=itemgetter(0)) if at >= since
    )
    return next((person for person in found if person is not None and person.active), None)


def _next(facts: Facts, book: Playbook, at: datetime) -> Staff | None:
    """The next in turn of the first group that had somebody at work at this moment."""
    groups, _why = _rule(facts, book)
    for names in groups:
        working = [p for p in people.could_be(names, facts) if on_shift(p, at, facts.store)]
        if working:
            return min(working, key=people.turn)
    return None


def _anyone(facts: Facts, now: datetime) -> Staff | None:
    return next((p for p in people.sellers(facts.store) if on_shift(p, now, facts.store)), None)


def _rule(facts: Facts, book: Playbook) -> tuple[Sequence[Sequence[str]], Why]:
    """The groups that take turns: of the rule with most conditions that fit, else of the preset."""
    rules: Sequence[Mapping[str, Any]] = book.values.get("assignment.rule", ())
    fitting = [
        rule for rule in rules if all(_holds(name, value, facts) for name, value in rule["when"].items())
    ]
    if fitting:
        best = max(fitting, key=lambda rule: len(rule["when"]))
        return [[name] if isinstance(name, str) else name for name in best["to"]], (
            f"assignment.{best['name']}",
        )
    preset = book.words("assignment.preset")
    return book.get(f"assignment.groups.{preset}"), (f"assignment.{preset}",)


def _holds(name: str, wanted: Any, facts: Facts) -> bool:
    told = [wanted] if isinstance(wanted, str) else wanted
    return any(value.lower() in {str(item).lower() for item in told} for value in _told(name, facts))


def _told(name: str, facts: Facts) -> Iterator[str]:
    """What the lead says about one condition of a rule."""
    if name in ("make", "condition"):
        first = facts.stock or (facts.wanted[0] if facts.wanted else None)
        yield str(getattr(first, name)) if first else ""
    else:
        yield str(getattr(facts.lead, name))
