"""The procedures as stories: each ``NAME.toml`` is rehearsed and held against what ``NAME.expect.toml`` says by hand.

``[[line]]`` must be printed, in this order; ``[[seen]]`` anywhere; ``[[never]]`` nowhere (``after`` and ``before`` narrow it);
``[[count]]`` so many ``times``, ``at_least`` or ``at_most``; ``[[summary]]`` is a lead's last row; ``[[first_response]]`` the store's figure.
A value is equal, ``{ has = … }`` a part, ``{ like = … }`` a pattern, ``{ above = … }``, ``{ below = … }``; ``at`` is a beginning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desk.services.rehearsal import load_scenario, rehearse
from desk.services.rehearsal.printing import KINDS
from desk.services.rehearsal.scenario import EVENTS

FOLDER = Path(__file__).parent
STORIES = sorted(file for file in FOLDER.glob("*.toml") if not file.name.endswith(".expect.toml"))
_TESTS = {
    "has": lambda told, found: told in str(found),
    "like": lambda told, found: re.search(told, str(found)) is not None,
    "above": lambda told, found: found > told,
    "below": lambda told, found: found < told,
}
_OWN = ("after", "before", "times", "at_most", "at_least")


@cache
def expected(story: Path) -> dict[str, Any]:
    return tomllib.loads(story.with_suffix(".expect.toml").read_text("utf-8"))


def meets(told: Any, found: Any) -> bool:
    """Whether a found value is as told: a table is met in the keys it names, a list of tables row by row."""
    if isinstance(told, dict):
        if set(told) <= set(_TESTS):
            return found is not None and all(_TESTS[name](value, found) for name, value in told.items())
        return isinstance(found, dict) and all(meets(value, found.get(name)) for name, value in told.items())
    if isinstance(told, list) and told and isinstance(told[0], dict):
        return isinstance(found, list) and all(any(meets(row, each) for each in found) for row in told)
    return bool(told == found)


def fits(told: dict[str, Any], line: dict[str, Any]) -> bool:
    at = line["at"]
    inside = told.get("after", "") < at and (not told.get("before") or at < told["before"])
    values = {name: value for name, value in told.items() if name not in _OWN}
    return (
        inside
        and at.startswith(values.pop("at", ""))
        and all(meets(v, line.get(n)) for n, v in values.items())
    )


def problems(told: dict[str, Any], lines: list[dict[str, Any]]) -> Iterator[str]:
    """Everything that is not as expected, in words."""
    yield from _in_order(told.get("line", []), lines)
    yield from (
        f"not seen: {row}" for row in told.get("seen", []) if not any(fits(row, line) for line in lines)
    )
    for row in told.get("never", []):
        yield from (f"never {row}, yet: {line}" for line in lines if fits(row, line))
    for row in told.get("count", []):
        found = sum(fits(row, line) for line in lines)
        if found != row.get("times", found) or not row.get("at_least", 0) <= found <= row.get(
            "at_most", found
        ):
            yield f"{found} times: {row}"
    summary = lines[-1]
    for row in told.get("summary", []):
        if not any(meets(row, lead) for lead in summary["leads"]):
            yield f"at the end not {row}, but {summary['leads']}"
    yield from (
        f"not {row}" for row in told.get("first_response", []) if not meets(row, summary["first_response_s"])
    )


def _in_order(rows: list[dict[str, Any]], lines: list[dict[str, Any]]) -> Iterator[str]:
    start = 0
    for row in rows:
        found = next((place for place in range(start, len(lines)) if fits(row, lines[place])), None)
        if found is None:
            early = any(fits(row, line) for line in lines)
            yield f"{'too early' if early else 'missing'}: {row}"
        else:
            start = found + 1


def _story(file: Path) -> Any:
    return pytest.param(file, id=file.stem, marks=pytest.mark.requirement(*expected(file)["requirement"]))


@pytest.mark.parametrize("story", [_story(file) for file in STORIES])
def test_the_story_goes_as_written(story: Path, caplog: pytest.LogCaptureFixture) -> None:
    lines = list(rehearse(load_scenario(story)))
    assert caplog.messages == [], "rules that do not rest say so in the log"
    assert list(problems(expected(story), lines)) == []


#: The stories that were asked for by name (issue "The playbook").
ASKED_FOR = (
    "night_lead", "half_deal", "half_deal_two_way", "half_deal_notes", "price_shopper", "live_order_parked", "no_show", "leaver",
    "saturday_rush", "stop_at_two", "slept_weekend", "five_steps",
)  # fmt: skip


@pytest.mark.requirement("DESK-09")
def test_the_library_tells_every_event_and_expects_every_kind() -> None:
    assert set(ASKED_FOR) <= {story.stem for story in STORIES}
    told = {event["do"] for story in STORIES for event in tomllib.loads(story.read_text("utf-8"))["event"]}
    rows = [row for story in STORIES for name in ("line", "seen", "never", "count") for row in expected(story).get(name, ())]  # fmt: skip
    assert EVENTS - told == set()
    assert KINDS - {row.get("kind") for row in rows} == set()


@pytest.mark.requirement("DESK-09")
def test_the_same_story_prints_the_same_lines() -> None:
    story = FOLDER / "no_show.toml"
    assert list(rehearse(load_scenario(story))) == list(rehearse(load_scenario(story)))


@pytest.mark.parametrize(
    ("told", "found", "answer"),
    [
        ({"has": "visit"}, "a visit", True),
        ({"below": 3}, 4, False),
        ([{"a": 1}], [{"a": 2}, {"a": 1, "b": 3}], True),
        ([{"a": 1}, {"a": 3}], [{"a": 1}], False),
        (["ana"], ["ana", "ben"], False),
    ],
)
def test_expectations_mean_what_they_say(told: Any, found: Any, answer: bool) -> None:
    assert meets(told, found) is answer
