"""The people's procedure in the engine itself: what is recorded when nobody answers, when a lead is sold, when one leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desk.models.errors import BadPlaybook
from desk.services.rehearsal.run import rehearse
from desk.services.rehearsal.scenario import load_scenario
from tests.services.rehearsal.told import CAR, lead, of, play

_HEAD = """
title = "The people's procedure"
start = 2026-03-02T10:00:00-07:00
until = "{until}"
[store]
name = "Cedar Ridge Motors"
timezone = "America/Phoenix"
region = "AZ"
hours = {{ mon = "09:00-20:00", tue = "09:00-20:00" }}
[[staff]]
id = "ana"
name = "Ana"
role = "bdc"
[[staff]]
id = "ben"
name = "Ben"
role = "sales"
[[staff]]
id = "dana"
name = "Dana"
role = "manager"
[[event]]
at = "0s"
do = "lead"
lead = "L1"
source = "Autotrader"
customer = {{ first = "Rosa", last = "Vance", emails = ["rosa@example.com"] }}
"""


def told(folder: Path, events: str, until: str = "2h") -> list[dict[str, Any]]:
    file = folder / "story.toml"
    file.write_text(_HEAD.format(until=until) + events)
    return list(rehearse(load_scenario(file)))


def steps(lines: list[dict[str, Any]]) -> list[tuple[str, int, list[str]]]:
    return [(line["at"][11:16], line["level"], line["to"]) for line in lines if line["kind"] == "escalation"]


@pytest.mark.requirement("ILM-04", "ILM-10", "FLOW-01")
def test_nobody_answers_until_somebody_does(tmp_path: Path) -> None:
    call = '[[event]]\nat = "45m"\ndo = "log"\nlead = "L1"\nby = "ben"\ntype = "call"\noutcome = "connected_follow_up"\n'
    lines = told(tmp_path, call)
    assert [line["to"] for line in lines if line["kind"] == "owner"] == ["ana"]
    assert steps(lines)[:3] == [("10:15", 1, ["ben"]), ("10:20", 2, ["ana"]), ("10:30", 3, ["dana"])]
    assert [line["why"][-1] for line in lines if line["kind"] == "escalation_cleared"] == [
        "Stopped: a connected call"
    ]
    assert all("ladder.Unanswered lead" in line["why"][0] for line in lines if line["kind"] == "escalation")


@pytest.mark.requirement("ILM-03")
def test_a_sale_stops_the_clock_without_counting_as_an_answer(tmp_path: Path) -> None:
    lines = told(tmp_path, '[[event]]\nat = "5m"\ndo = "sold"\nlead = "L1"\nby = "ben"\n')
    assert steps(lines) == []
    assert [line["why"][-1] for line in lines if line["kind"] == "escalation_cleared"] == [
        "Stopped: the lead is sold"
    ]


@pytest.mark.requirement("LEAD-07", "FLOW-01")
@pytest.mark.parametrize(("until", "state"), [("3h", "reassigned"), ("20h", "stuck")])
def test_a_leavers_lead_is_reassigned_and_stuck_when_the_day_ends(
    tmp_path: Path, until: str, state: str
) -> None:
    lines = told(tmp_path, '[[event]]\nat = "2h"\ndo = "leave"\nstaff = "ana"\n', until)
    assert [line["to"] for line in lines if line["kind"] == "owner"] == ["ana", None, "ben"]
    assert [lead["state"] for lead in lines[-1]["leads"]] == [state]


@pytest.mark.requirement("ILM-05", "DESK-09")
@pytest.mark.parametrize("mark", ["flag", "program"])
def test_a_demo_or_a_program_car_climbs_its_own_ladder(mark: str) -> None:
    own = {"name": "Demo first", "when": {"trigger": "unanswered", mark: "demo"}, "steps": [{"after": "4m", "to": ["role:manager"]}]}  # fmt: skip
    marked = play(lead(), playbook={"ladder": [own]}, vehicle=[CAR | {mark: "demo"}], until="5m")
    plain = play(lead(), playbook={"ladder": [own]}, until="5m")
    assert [(line["ladder"], line["at"][11:16]) for line in of(marked, "escalation")] == [
        ("Demo first", "10:04")
    ]
    assert of(plain, "escalation") == []


@pytest.mark.requirement("ILM-05", "DESK-09")
def test_a_scenario_lays_its_own_ladder_over_the_shipped_ones(tmp_path: Path) -> None:
    own = '[[playbook.ladder]]\nname = "North"\nwhen = { trigger = "unanswered" }\nsteps = [{ after = "4m", to = ["WHO"] }]\n'
    assert steps(told(tmp_path, own.replace("WHO", "ben"))) == [("10:04", 1, ["ben"])]
    with pytest.raises(BadPlaybook, match="nobody at this store"):
        told(tmp_path, own.replace("WHO", "zoe"))


@pytest.mark.requirement("DESK-09", "ILM-05")
def test_days_and_shift_that_exclude_each_other_are_refused_where_the_hours_are_known() -> None:
    when = {"trigger": "unanswered", "days": ["sun"], "shift": "open"}
    own = {"name": "Sundays", "when": when, "steps": [{"after": "4m", "to": ["role:manager"]}]}
    with pytest.raises(BadPlaybook, match="never open on sun") as told:
        play(lead(), playbook={"ladder": [own]})
    assert told.value.do == "Name days it is open: mon, tue, wed, thu, fri, sat."
    play(lead(), playbook={"ladder": [own | {"when": when | {"days": ["sun", "sat"]}}]}, until="1m")
