"""Merging and taking apart in any order: all comes back, no stop is lost, each answer stands with its address (LEAD-04, R3)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.base import Base
from desk.models.commands import (
    Command,
    LogActivity,
    MergeLeads,
    OptOut,
    TakeReply,
    TurnAssistant,
    UnmergeLeads,
)
from desk.models.conversation import Log, Message
from desk.models.duplicate import Merge
from desk.models.errors import Refused
from desk.models.history import History
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Customer
from desk.models.task import Appointment, Task, Timer
from tests.services.desk_fixture import ANA, DANA
from tests.services.pairs import PairDesk

#: What the rules work out anew at every lead they look at, and the moments of their work.
_WORKED_OUT = {
    "temperature", "temperature_reasons", "band", "next_text", "next_icon", "next_due", "sort_key", "due_at", "coverage_until", "coverage_by",
    "not_before", "timer_level", "level", "next_at", "outcome",
}  # fmt: skip
PEOPLE = (
    ("Samuel Brandt", "+12085550136", "s.brandt@example.com"),
    ("Sam Brant", "+12085550158", "sam@example.net"),
    ("Rosa Whitcombe", "+12085550147", "rosa@example.org"),
)
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), st.integers(0, 2), st.integers(0, 2)),
        st.tuples(st.just("unmerge"), st.integers(0, 5), st.just(0)),
        st.tuples(st.just("text"), st.integers(0, 2), st.just(0)),
        st.tuples(st.just("stop"), st.integers(0, 2), st.sampled_from([0, 1, 2])),
    ),
    max_size=7,
)
_CHANNELS = (("text",), ("email",), ("all",))


def made() -> tuple[PairDesk, list[str]]:
    desk = PairDesk()
    leads = [
        desk.enter(name, phone, email, owner=who)
        for (name, phone, email), who in zip(PEOPLE, ("ana", "tom", "ana"), strict=True)
    ]
    desk.later(minutes=5)
    return desk, leads


def held(desk: PairDesk, kind: type[Base]) -> dict[str, dict[str, Any]]:
    """All rows of a kind as plain values, without what the rules work out anew."""
    rows: list[Any] = desk.all(kind)
    names = [column.key for column in kind.__table__.columns if column.key not in _WORKED_OUT]
    return {row.id: {name: getattr(row, name) for name in names} for row in rows}


def standing(desk: PairDesk) -> list[Merge]:
    return [merge for merge in sorted(desk.all(Merge), key=lambda row: row.id) if merge.undone_at is None]


@pytest.mark.requirement("LEAD-04")
@settings(deadline=None, max_examples=10)
@given(
    st.sampled_from([(0, 1), (1, 0), (2, 0), (1, 2)]),
    st.dictionaries(
        st.sampled_from(["name", "owner", "address", "source", "vehicle"]), st.sampled_from(["left", "right"])
    ),
    st.lists(st.tuples(st.sampled_from(["log", "off", "reply", "stop"]), st.integers(0, 2)), max_size=4),
)
def test_merged_and_taken_apart_again_all_is_as_it_was(
    pair: tuple[int, int], choices: dict[str, str], past: list[tuple[str, int]]
) -> None:
    desk, leads = made()
    for number, (act, who) in enumerate(past):
        lead_id = leads[who]
        with suppress(Refused):  # after a stop there is nothing left to switch off
            desk.run(_act(act, lead_id, number))
    kinds = (Customer, Address, Lead, Wanted, Message, Log, Timer, Appointment, Block)
    before = {kind: held(desk, kind) for kind in kinds}
    tasks = {row.id for row in desk.all(Task) if row.done_at is None}
    merge = desk.run(MergeLeads(kept_id=leads[pair[0]], gone_id=leads[pair[1]], choices=choices, by=DANA))
    desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    for kind in kinds:
        assert held(desk, kind).items() >= before[kind].items(), kind.__name__
    assert tasks <= {row.id for row in desk.all(Task) if row.done_at is None}


def _act(act: str, lead_id: str, number: int) -> Command:
    return {
        "log": LogActivity(lead_id=lead_id, type="note", summary=f"Note {number}", by=ANA),
        "off": TurnAssistant(lead_id=lead_id, on=False, reason="On the phone", by=ANA),
        "reply": TakeReply(lead_id=lead_id, channel="text", text="Is it there?", key=f"r{number}"),
        "stop": OptOut(lead_id=lead_id, channels=("text",), words="stop", by=ANA),
    }[act]


@pytest.mark.requirement("LEAD-04", "COMPLY-01")
@pytest.mark.rule("R3")
@settings(deadline=None, max_examples=10)
@given(_ACTS)
def test_in_any_order_no_stop_is_lost_and_each_answer_stands_with_its_address(
    acts: list[tuple[str, int, int]],
) -> None:
    desk, leads = made()
    stops: set[tuple[str, str]] = set()
    said: dict[str, set[str]] = {lead_id: set() for lead_id in leads}
    for number, (act, one, other) in enumerate(acts):
        desk.later(minutes=7)
        if act == "text":
            said[leads[one]].add(f"Words {number}")
            desk.text(PEOPLE[one][1], f"Words {number}", f"SM{number}")
        elif act == "stop":
            desk.run(OptOut(lead_id=leads[one], channels=_CHANNELS[other], words="stop", by=ANA))
        else:
            _try(desk, act, leads, one, other)
        assert stops <= desk.stops()
        stops = desk.stops()
        assert _filed_where_they_live(desk, leads, said)
    while last := standing(desk):
        desk.run(UnmergeLeads(merge_id=last[-1].id, by=DANA))
        assert stops <= desk.stops()
    assert {lead_id: desk.said_in(lead_id) for lead_id in leads} == said
    assert all(desk.lead(lead_id).merged_into is None for lead_id in leads)
    for lead_id, (_name, phone, email) in zip(leads, PEOPLE, strict=True):
        assert desk.addresses(desk.lead(lead_id).customer_id) == sorted([phone, email])


def _try(desk: PairDesk, act: str, leads: list[str], one: int, other: int) -> None:
    """A merge or un-merge that may be refused, and a second time, which changes nothing."""
    merges = desk.all(Merge)
    if act == "unmerge" and not merges:
        return
    command = (
        MergeLeads(kept_id=leads[one], gone_id=leads[other], by=DANA)
        if act == "merge"
        else UnmergeLeads(merge_id=merges[one % len(merges)].id, by=DANA)
    )
    try:
        desk.run(command)
    except Refused:
        return
    lines = len(desk.all(History))
    desk.run(command)
    assert len(desk.all(History)) == lines


def _filed_where_they_live(desk: PairDesk, leads: list[str], said: dict[str, set[str]]) -> bool:
    """Whatever was said to a lead stands in the one it lives on in."""
    lives = {lead_id: desk.lead(lead_id).merged_into or lead_id for lead_id in leads}
    return all(words <= desk.said_in(lives[lead_id]) for lead_id, words in said.items())
