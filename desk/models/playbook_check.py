"""Whether a playbook is possible: every value of its kind, every ladder climbable, no window that excludes
another.

A playbook is checked as a whole before it runs, so that a running one is always a possible one; a mistake is
answered with its place, what is wrong and what is allowed, and the running version stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import time, timedelta
from typing import Any

from desk.models.hours import DAYS
from desk.models.playbook_declared import DECLARED, find, leaves
from desk.models.playbook_together import Problem, together
from desk.models.rules.people import NAMES
from desk.models.time import span
from desk.models.words import Role


def problems(
    tree: Mapping[str, Any],
    staff: Collection[str] | None = None,
    hours: Mapping[str, Any] | None = None,
) -> Iterator[Problem]:
    """Every mistake of a whole playbook; ``staff`` are the ids of the store's people, ``hours`` its weekly table,
    None where they are not known.
    """
    wrong_kind = list(_values(tree))
    yield from wrong_kind
    if not wrong_kind:  # what follows reads the values
        yield from _ladders(tree.get("ladder", []), staff)
        yield from _assignment(tree.get("assignment", {}), staff)
        yield from _never_open(tree.get("ladder", []), hours)
        yield from together(tree)


def unknown(overlay: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[Problem]:
    """Keys of ``overlay`` that nobody declared and no shipped file has, and values where a table belongs."""
    shipped = {pattern for pattern, _place, _value in leaves(known)}
    everything = sorted({*DECLARED, *shipped})
    for pattern, place, value in leaves(overlay):
        if find(pattern) is not None or pattern in shipped or value in ([], {}):
            continue
        if shape := _shape(pattern, place, value, everything):
            yield shape
        else:
            from difflib import get_close_matches  # a mistake is rare

            near = get_close_matches(pattern, everything, n=3, cutoff=0.5)
            remedy = f"Did you mean {' or '.join(near)}?" if near else "See docs/playbook.md."
            yield Problem(place, "there is no such key", remedy)


def _shape(pattern: str, place: str, value: Any, everything: list[str]) -> Problem | None:
    """A plain value where a table or a list of tables belongs."""
    if any(key.startswith(f"{pattern}[].") for key in everything):
        return Problem(place, f"{value!r} is no list of tables", f"Write [[{place}]].")
    if any(key.startswith(f"{pattern}.") for key in everything):
        return Problem(place, f"{value!r} is no table", f"Write [{place}] with its values.")
    return None


def _values(tree: Mapping[str, Any]) -> Iterator[Problem]:
    for pattern, place, value in leaves(tree):
        declared = find(pattern)
        if declared is not None and (wrong := declared.wrong(value)):
            yield Problem(place, wrong, f"Give {declared.takes}.")


def _ladders(rows: Any, staff: Collection[str] | None) -> Iterator[Problem]:
    if not isinstance(rows, list):
        yield Problem("ladder", "ladders are a list of tables", "Write [[ladder]].")
        return
    seen: dict[str, str] = {}
    for number, row in enumerate(rows, start=1):
        place = f"ladder[{number}]" + (f" {row['name']!r}" if row.get("name") else "")
        yield from _one_ladder(place, row, staff)
        for what, mark in (
            ("name", repr(row.get("name"))),
            ("conditions", repr(sorted(row.get("when", {}).items()))),
        ):
            if before := seen.get(f"{what}{mark}"):
                yield Problem(
                    place,
                    f"it has the same {what} as {before}, so neither is more specific",
                    "Change one of them.",
                )
            seen[f"{what}{mark}"] = place


def _one_ladder(place: str, row: Mapping[str, Any], staff: Collection[str] | None) -> Iterator[Problem]:
    steps = row.get("steps", [])
    if not row.get("name"):
        yield Problem(f"{place}.name", "the ladder has no name", "Give it one; it is shown as the reason.")
    if not steps:
        yield Problem(
            f"{place}.steps",
            "the ladder has no steps, so it tells nobody",
            "Give steps = [{ after = ..., to = [...] }].",
        )
    yield from _window(place, row.get("when", {}))
    before = timedelta(-1)
    for number, step in enumerate(steps, start=1):
        here = f"{place}.steps[{number}]"
        yield from _step(here, step, staff)
        after = span(step.get("after", "0s"))
        if after <= before:
            yield Problem(
                f"{here}.after",
                f"step {number} does not come after step {number - 1}",
                "Put later steps later.",
            )
        before = after


def _step(place: str, step: Mapping[str, Any], staff: Collection[str] | None) -> Iterator[Problem]:
    if "after" not in step:
        yield Problem(f"{place}.after", "the step has no time", "Give after = a span such as 15m.")
    if not step.get("to"):
        yield Problem(f"{place}.to", "the step names nobody", f"Name {_ALLOWED}.")
    for name in step.get("to", ()):
        yield from _name(f"{place}.to", name, staff)


_ALLOWED = f"{', '.join(NAMES)}, role:ROLE, team:TEAM, or a person's id"


def _name(place: str, name: str, staff: Collection[str] | None) -> Iterator[Problem]:
    kind, _, value = name.partition(":")
    if kind == "role" and value not in set(Role):
        yield Problem(place, f"there is no role {value!r}", f"Use one of {', '.join(Role)}.")
    elif kind not in ("role", "team") and name not in NAMES and staff is not None and name not in staff:
        yield Problem(
            place,
            f"{name!r} is nobody at this store",
            f"Name {_ALLOWED}; people here: {', '.join(sorted(staff)) or 'none'}.",
        )


def _window(place: str, when: Mapping[str, Any]) -> Iterator[Problem]:
    shift = when.get("shift", "")
    if "days" in when and not when["days"]:
        yield Problem(
            f"{place}.when.days", "no day is named, so it never fits", "Name days, or leave the key out."
        )
    if shift and shift not in ("open", "closed") and not _is_range(shift):
        yield Problem(
            f"{place}.when.shift",
            f"{shift!r} is no part of the day",
            "Write open, closed, or a range such as 17:00-20:00.",
        )


def _never_open(rows: Any, hours: Mapping[str, Any] | None) -> Iterator[Problem]:
    """A ladder for open hours of days on which the store is closed: its two windows exclude each other."""
    if not hours or not isinstance(rows, list):
        return
    opens = {day for day, told in hours.items() if told}
    for number, row in enumerate(rows, start=1):
        when = row.get("when", {})
        days = set(when.get("days", ())) or opens
        if when.get("shift") == "open" and not days & opens:
            yield Problem(
                f"ladder[{number}] {row.get('name', '')!r}.when",
                f"the store is never open on {', '.join(sorted(days))}, so days and shift exclude each other",
                f"Name days it is open: {', '.join(day for day in DAYS if day in opens)}.",
            )


def _is_range(text: str) -> bool:
    try:
        begins, ends = (time.fromisoformat(part.strip()) for part in text.split("-"))
    except ValueError:
        return False
    return begins != ends


def _assignment(table: Mapping[str, Any], staff: Collection[str] | None) -> Iterator[Problem]:
    for preset, groups in table.get("groups", {}).items():
        for names in groups:
            for name in [names] if isinstance(names, str) else names:
                yield from _name(f"assignment.groups.{preset}", name, staff)
    for number, rule in enumerate(table.get("rule", ()), start=1):
        place = f"assignment.rule[{number}]"
        for missing in (key for key in ("name", "when", "to") if not rule.get(key)):
            yield Problem(f"{place}.{missing}", f"the rule has no {missing}", "Give name, when and to.")
        for names in rule.get("to", ()):
            for name in [names] if isinstance(names, str) else names:
                yield from _name(f"{place}.to", name, staff)
