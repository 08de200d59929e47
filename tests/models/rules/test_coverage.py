"""Who is covered, until when, on which evidence; how a sale's credit is split (COVER-01 … COVER-06)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.conversation import Log
from desk.models.decisions import RaiseAlert, SetLead, Wake
from desk.models.facts import Facts
from desk.models.rules import covering
from desk.models.rules.coverage import PastDeal, claimant, replayed, seller, side_by_side, split, verdict
from desk.models.rules.evidence import evidence_of
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MONDAY, facts, lead, message, person, store

BOOK = load_playbook()
DAY = timedelta(days=1)
PEOPLE = (
    person("ana", "bdc", team="internet"),
    person("ben", team="floor"),
    person("dana", "manager", team="internet"),
    person("mike", "manager", team="floor"),
)


def log(days: float, type: str = "call", outcome: str = "", **more: Any) -> Log:
    told = {
        "id": f"log{days}{type}",
        "lead_id": "L1",
        "type": type,
        "at": MONDAY + days * DAY,
        "outcome": outcome,
        "staff_id": "ana",
    }
    return Log(**(told | more))


def recorded(days: float, **more: Any) -> Log:
    return log(days, outcome="connected_follow_up", recorded="call.wav", **more)


def answer(days: float, channel: str = "email") -> Any:
    return message(MONDAY + days * DAY, "customer", channel=channel, reading={"intents": ["thanks"]})


def record(*logs: Log, messages: tuple[Any, ...] = (), **told: Any) -> Facts:
    return facts(lead(**({"owner_id": "ana"} | told)), store(PEOPLE), logs=logs, messages=messages)


def covered(one: Facts, policy: str, days: float, who: str = "ana") -> bool:
    return verdict(one, who, policy, BOOK, MONDAY + days * DAY).covered


@pytest.mark.requirement("COVER-01", "COVER-02")
@pytest.mark.parametrize(
    ("one", "direct", "two_way", "notes"),
    [
        (record(), False, False, False),
        (record(recorded(0)), True, True, False),
        (record(recorded(0), log(4, "email")), True, True, True),
        (record(log(0, outcome="connected_follow_up"), log(4, "email")), False, False, True),
        (record(log(0, "email"), log(4, "text")), False, False, True),
        (record(log(4, "note")), False, False, True),
        (record(log(0, "email"), messages=(answer(1),)), True, True, False),
        (record(recorded(-4), log(1, "text"), log(4, outcome="no_answer")), True, False, True),
    ],
)
def test_each_policy_takes_its_own_evidence(one: Facts, direct: bool, two_way: bool, notes: bool) -> None:
    assert covered(one, "direct_7d", 6) is direct
    assert covered(one, "two_way_7d", 6) is two_way
    assert covered(one, "notes_3d", 6) is notes


@pytest.mark.requirement("COVER-01")
def test_cover_ends_seven_days_after_the_last_follow_up_to_the_minute() -> None:
    one = record(recorded(0), log(6, "email"))
    assert verdict(one, "ana", "direct_7d", BOOK, MONDAY + 7 * DAY).until == MONDAY + 13 * DAY
    assert covered(one, "direct_7d", 13)
    assert not verdict(one, "ana", "direct_7d", BOOK, MONDAY + 13 * DAY + timedelta(minutes=1)).covered


@pytest.mark.requirement("COVER-01")
def test_a_gap_of_more_than_seven_days_ends_it_until_contact_is_proven_again() -> None:
    assert not covered(record(recorded(0), log(8, "email")), "direct_7d", 9)
    assert covered(record(recorded(0), log(8, "email"), recorded(9)), "direct_7d", 10)


@pytest.mark.requirement("COVER-03")
def test_the_rows_say_what_they_are_worth() -> None:
    sent = message(MONDAY + DAY, "staff", staff_id="ana", channel="text")
    machine = message(MONDAY + 2 * DAY, "assistant")
    one = record(
        recorded(0),
        log(3, "note"),
        log(4, outcome="connected_assessed"),
        messages=(sent, machine, answer(5, "text")),
    )
    assert [(row.what, row.weight) for row in evidence_of(one, "ana")] == [
        ("Recorded call", "Counts"),
        ("Text sent", "Follow-up"),
        ("Email by the assistant", "Not evidence"),
        ("Note", "Not evidence"),
        ("Call, not recorded", "No proof"),
        ("Text answer from the customer", "Counts"),
    ]


@pytest.mark.requirement("COVER-03")
def test_an_answer_counts_for_the_last_person_who_wrote_and_for_nobody_when_only_the_assistant_did() -> None:
    only_machine = record(messages=(message(MONDAY, "assistant"), answer(1)))
    assert not covered(only_machine, "direct_7d", 2)
    both = record(log(0, "email"), log(1, "email", staff_id="ben"), messages=(answer(2),))
    assert covered(both, "direct_7d", 3, "ben")
    assert not covered(both, "direct_7d", 3, "ana")


@pytest.mark.requirement("COVER-02")
def test_a_store_may_take_a_call_without_a_recording() -> None:
    book = load_playbook({"covering": {"call_needs_recording": False}})
    one = record(log(0, outcome="connected_follow_up"))
    assert verdict(one, "ana", "direct_7d", book, MONDAY + DAY).covered


@pytest.mark.requirement("COVER-04")
def test_all_policies_side_by_side_the_own_one_first() -> None:
    book = load_playbook({"coverage": {"bdc": "two_way_7d"}})
    assert [it.policy for it in side_by_side(record(), "ana", book, MONDAY)] == [
        "two_way_7d",
        "direct_7d",
        "notes_3d",
    ]


@pytest.mark.requirement("COVER-04")
def test_the_owner_is_warned_a_day_before_and_once() -> None:
    one = record(recorded(0))
    early = list(covering.decide(one, BOOK, MONDAY + 2 * DAY))
    assert [d.at for d in early if isinstance(d, Wake)] == [MONDAY + 6 * DAY]
    assert [d.values for d in early if isinstance(d, SetLead)] == [
        {"coverage_until": MONDAY + 7 * DAY, "coverage_by": "ana"}
    ]
    late = [d for d in covering.decide(one, BOOK, MONDAY + 6 * DAY) if isinstance(d, RaiseAlert)]
    assert [d.staff_id for d in late] == ["ana"]
    again = facts(one.lead, one.store, logs=one.logs, done=frozenset({late[0].key}))
    assert not [d for d in covering.decide(again, BOOK, MONDAY + 6 * DAY) if isinstance(d, RaiseAlert)]


@pytest.mark.requirement("COVER-05")
def test_half_to_who_is_covered_all_to_the_seller_otherwise_and_the_same_for_their_teams() -> None:
    half = split(record(recorded(0)), "ben", BOOK, MONDAY + 5 * DAY)
    assert [(it.staff_id, it.team, it.share) for it in half.shares] == [
        ("ben", "floor", 0.5),
        ("ana", "internet", 0.5),
    ]
    assert [(it.staff_id, it.share) for it in half.managers] == [("mike", 0.5), ("dana", 0.5)]
    full = split(record(recorded(0)), "ben", BOOK, MONDAY + 8 * DAY)
    assert [(it.staff_id, it.share) for it in full.shares] == [("ben", 1.0)]
    assert any("not covered" in words for words in full.why)
    named = split(record(), "ben", BOOK, MONDAY, ("ana", "ben"))
    assert [it.share for it in named.shares] == [0.5, 0.5]


@pytest.mark.requirement("COVER-05")
def test_a_sale_that_a_manager_records_is_the_owners() -> None:
    assert seller(record(), "dana") == "ana"
    assert seller(record(), "ben") == "ben"
    assert claimant(record(), "ben") == "ana"
    assert claimant(record(log(0, "email", staff_id="ben")), "ana") == "ben"


@pytest.mark.requirement("COVER-06")
def test_a_proposed_policy_shows_who_would_gain_and_lose() -> None:
    deals = [PastDeal(record(recorded(0), log(5, "email"), log(9, "email")), "ben", MONDAY + 10 * DAY)]
    found = replayed(deals, BOOK, load_playbook({"coverage": {"bdc": "two_way_7d"}}))
    assert [(it.staff_id, it.before, it.after) for it in found] == [("ana", 0.5, 0.0), ("ben", 0.5, 1.0)]
    assert replayed(deals, BOOK, BOOK) == ()


_KINDS = st.sampled_from(("call", "email", "text", "note", "voicemail", "visit"))


@pytest.mark.requirement("COVER-01", "COVER-05")
@given(days=st.lists(st.tuples(st.floats(0, 30), _KINDS, st.booleans()), max_size=8), at=st.floats(0, 40))
@settings(deadline=None, max_examples=80)
def test_cover_rests_on_evidence_and_shares_make_one_deal(
    days: list[tuple[float, str, bool]], at: float
) -> None:
    outcome = {"call": "connected_follow_up", "voicemail": "no_answer_voicemail"}
    one = record(
        *(log(day, kind, outcome.get(kind, ""), recorded="x" if rec else "") for day, kind, rec in days)
    )
    now: datetime = MONDAY + at * DAY
    for it in side_by_side(one, "ana", BOOK, now):
        assert all(row.at <= now for row in it.evidence)
        if it.covered:
            assert it.until is not None
            assert it.until >= now
            assert any(row.weight == "Counts" for row in it.evidence)
    assert sum(it.share for it in split(one, "ben", BOOK, now).shares) == 1.0
