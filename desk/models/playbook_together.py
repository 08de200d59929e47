"""Values of a playbook that are possible each by itself and impossible together: windows that exclude each other, lanes out of
order, leads that would go round in a circle. Read only once each value is of its kind (``playbook_check``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import Any

from desk.models.hours import DAYS
from desk.models.playbook_declared import leaves
from desk.models.time import span


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: the key, what is wrong, and what is allowed."""

    key: str
    what: str
    do: str


def together(tree: Mapping[str, Any]) -> Iterator[Problem]:
    """Every mistake that lies between values of a whole playbook."""
    yield from _orders(tree)
    yield from _lanes(tree)
    yield from _visits(tree.get("visit", {}))
    if isinstance(ladders := tree.get("ladder", []), list):
        yield from _circles(ladders)
    yield from _same_rule(tree.get("assignment", {}).get("rule", []))
    yield from _day(tree.get("day", {}))
    yield from _needs(tree.get("needs", {}))


#: Pairs of values of which the first may not be above the second.
_NOT_ABOVE = (
    ("similar.fewest", "similar.most"),
    ("similar.most_by_text", "similar.most"),
    ("similar.after_call", "similar.give_up_after"),
    ("similar.after_receipt", "similar.give_up_after"),
    ("caps.touches_day", "caps.touches_week"),
    ("first_response.call_task_after", "first_response.expires_after"),
    ("duplicates.medium_from", "duplicates.strong_from"),
    ("duplicates.shown_from", "duplicates.likely_from"),
    ("duplicates.likely_from", "duplicates.very_likely_from"),
    ("reply.staffed_wait", "reply.expires_after"),
    ("closing.channels", "closing.attempts"),
    ("visit.remind_before", "visit.confirm_before"),
)


def _orders(tree: Mapping[str, Any]) -> Iterator[Problem]:
    told = {place: value for _pattern, place, value in leaves(tree)}
    chained = [
        (f"strategy.{kind}.second_after", f"strategy.{kind}.third_after") for kind in tree.get("strategy", {})
    ]
    for low, high in (*_NOT_ABOVE, *chained):
        if low in told and high in told and _size(told[low]) > _size(told[high]):
            yield Problem(
                low,
                f"{told[low]} is above {high} = {told[high]}; together they exclude each other",
                "Change one of them.",
            )


def _size(value: Any) -> float:
    return span(value).total_seconds() if isinstance(value, str) else float(value)


def _visits(table: Mapping[str, Any]) -> Iterator[Problem]:
    if {"earliest", "days_ahead"} <= set(table) and span(table["earliest"]) >= timedelta(
        days=table["days_ahead"]
    ):
        yield Problem(
            "visit.earliest",
            "no visit can be booked: the first time lies behind visit.days_ahead",
            "Change one of them.",
        )


def _lanes(tree: Mapping[str, Any]) -> Iterator[Problem]:
    """Steps of a lane come one after the other, and before the lead is lost; those of the campaign come after that."""
    cadence, reengage = tree.get("cadence", {}), tree.get("reengage", {})
    lost = cadence.get("lost_on_day", 0)
    for lane in ("email", "text", "call"):
        place, rows = f"cadence.{lane}", cadence.get(lane, [])
        yield from _rising(place, [(row["day"], row["at"]) for row in rows])
        yield from _twice(place, [row["step"] for row in rows if "step" in row])
        for number, row in enumerate(rows, start=1):
            if row["day"] >= lost:
                what = f"day {row['day']} is never reached: the lead is lost on day {lost}"
                yield Problem(f"{place}[{number}].day", what, f"Give a day before {lost}.")
    quiet, campaign = reengage.get("quiet", []), reengage.get("campaign", [])
    yield from _rising("reengage.quiet", [_size(row["after"]) for row in quiet])
    yield from _rising("reengage.campaign", [(row["day"], row["at"]) for row in campaign])
    for number, row in enumerate(campaign, start=1):
        if row["day"] < lost:
            what = f"day {row['day']} comes before the lead is lost on day {lost}"
            yield Problem(f"reengage.campaign[{number}].day", what, f"Give a day from {lost} on.")
    yield from _rising(
        "temperature.silence.steps",
        [_size(row["after"]) for row in tree.get("temperature", {}).get("silence", {}).get("steps", [])],
    )


def _rising(place: str, moments: Sequence[Any]) -> Iterator[Problem]:
    for number, (earlier, later) in enumerate(pairwise(moments), start=2):
        if later <= earlier:
            yield Problem(
                f"{place}[{number}]",
                f"row {number} does not come after row {number - 1}",
                "Put later rows later.",
            )


def _twice(place: str, steps: Sequence[str]) -> Iterator[Problem]:
    for number, step in enumerate(steps, start=1):
        if step in steps[: number - 1]:
            what = f"{step!r} is a step of this lane already, and nothing is said twice"
            yield Problem(f"{place}[{number}].step", what, "Give each row a wording of its own.")


def _circles(ladders: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """A ladder may give a lead away, but never back, and never on and on."""
    for number, row in enumerate(ladders, start=1):
        place, steps = f"ladder[{number}] {row.get('name', '')!r}", row.get("steps", [])
        given: list[str] = []
        for at, step in enumerate(steps, start=1):
            first = next(iter(step.get("to", ())), "")
            if step.get("reassign") and (first == "owner" or first in given):
                what = "the step gives the lead to its owner of before, which goes in a circle"
                yield Problem(f"{place}.steps[{at}].reassign", what, "Name somebody else.")
            given += [first] if step.get("reassign") else []
        if row.get("repeat_every") and steps and steps[-1].get("reassign"):
            what = "the last step gives the lead away and is repeated, so the lead would go round in a circle"
            yield Problem(
                f"{place}.repeat_every", what, "Leave the key out, or let the last step only tell people."
            )


def _same_rule(rules: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Of two rules with the same conditions neither is more specific."""
    seen: dict[str, int] = {}
    for number, rule in enumerate(rules, start=1):
        mark = repr(sorted(rule.get("when", {}).items()))
        if mark in seen:
            what = f"it has the same conditions as assignment.rule[{seen[mark]}], so neither is more specific"
            yield Problem(f"assignment.rule[{number}]", what, "Change one of them.")
        seen.setdefault(mark, number)


def _day(table: Mapping[str, Any]) -> Iterator[Problem]:
    if {"noon", "evening"} <= set(table) and table["noon"] >= table["evening"]:
        what = f"{table['noon']} is not before day.evening = {table['evening']}, so midday is never shown"
        yield Problem("day.noon", what, "Change one of them.")
    for name in table.get("review", {}):
        if name not in DAYS:
            yield Problem(f"day.review.{name}", f"{name!r} is no weekday", f"Use {', '.join(DAYS)}.")


def _needs(table: Mapping[str, Any]) -> Iterator[Problem]:
    """Every question has its own key, and only what is asked can be enough."""
    keys = [row.get("key", "") for row in table.get("question", [])]
    for number, row in enumerate(table.get("question", []), start=1):
        for missing in (name for name in ("key", "ask") if not row.get(name)):
            yield Problem(
                f"needs.question[{number}].{missing}", f"the question has no {missing}", "Give key and ask."
            )
        if row.get("key") in keys[: number - 1]:
            what = f"{row['key']!r} is asked already, and an answer is kept once"
            yield Problem(f"needs.question[{number}].key", what, "Give it a key of its own.")
    for name in table.get("enough", []):
        if name not in keys:
            yield Problem(
                "needs.enough",
                f"{name!r} is never asked, so it is never known",
                f"Name some of {', '.join(keys)}.",
            )
