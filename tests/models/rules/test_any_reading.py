"""Whatever is read in a message, at whatever lead: the rules rest, say at most one thing, and promise nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.rules import assistant, cadence, first_response, replies, similar, stages
from desk.models.rules.gate.segments import segments
from desk.models.words import AiState
from tests.models.rules.stage_of_one import (
    EMAIL,
    PHONE,
    Told,
    address,
    book,
    car,
    facts,
    lead,
    marcus,
    store,
    written_consent,
)

RULES = (
    first_response.decide, similar.decide, replies.decide, cadence.decide, assistant.decide, stages.decide,
)  # fmt: skip
INTENTS = (
    "opt_out wants_person call_me propose_time confirm_time reschedule cancel price payment financing trade_in availability"
    " vehicle_detail similar_vehicles history_report test_drive hours directions delivery warranty yes no not_now not_interested"
    " bought_elsewhere working_with_someone already_bought_here wrong_number complaint legal_threat is_bot preferred_contact"
    " documents thanks greeting unclear"
).split()
ACTIONS = "answer ask book reschedule cancel hand_off back_off stop close_lost pause_until none".split()
STARTS = [
    "2026-03-07T15:00:00-07:00",
    "2026-03-02T08:00:00-07:00",
    "2026-12-24T13:00:00-07:00",
    "2026-03-05T00:00:00-07:00",
]

readings = st.fixed_dictionaries(
    {
        "intents": st.lists(st.sampled_from(INTENTS), min_size=1, max_size=4, unique=True),
        "action": st.sampled_from(ACTIONS),
        "language": st.sampled_from(["en", "es", "fr"]),
        "appointment": st.none()
        | st.fixed_dictionaries(
            {
                "start": st.none() | st.sampled_from(STARTS),
                "end": st.none(),
                "precision": st.sampled_from(["minute", "hour", "part", "day"]),
                "phrase": st.just("then"),
            }
        ),
        "resume_on": st.none() | st.sampled_from(["2026-03-20", "2026-02-01"]),
        "do_not": st.lists(st.sampled_from(["text", "email", "call", "all"]), max_size=2, unique=True),
        "preferred_contact": st.sampled_from([None, "text", "email", "call"]),
        "trade_in": st.sampled_from([None, {"year": 2015, "make": "Ford", "model": "F-150"}]),
        "vehicles": st.sampled_from([[], [{"stock": "U3402"}], [{"make": "Kia"}]]),
    }
)
leads = st.fixed_dictionaries(
    {
        "addresses": st.sampled_from(
            [
                (address("email", EMAIL), address("phone", PHONE)),
                (address("email", EMAIL),),
                (address("phone", PHONE),),
                (),
            ]
        ),
        "stock": st.sampled_from(["there", "sold", "none"]),
        "owner": st.booleans(),
        "open": st.booleans(),
    }
)


def opened(told: dict[str, object]) -> Told:
    cars = {"there": car(), "sold": car(status="sold"), "none": None}
    people = (marcus(),) if told["owner"] else ()
    house = store(staff=people) if told["open"] else store(staff=people, hours={})
    owner = "marcus" if told["owner"] else None
    return Told(
        facts(
            lead=lead(owner_id=owner), store=house, addresses=told["addresses"], stock=cars[str(told["stock"])], consents=(written_consent(),)
        )
    )  # fmt: skip


@pytest.mark.requirement("AI-09", "AI-11", "AI-12", "AI-24")
@settings(max_examples=120)
@given(leads, st.lists(st.tuples(readings, st.sampled_from(["text", "email"])), min_size=1, max_size=4))
def test_any_reading_is_dealt_with(
    told: dict[str, object], heard: list[tuple[dict[str, object], str]]
) -> None:
    one = opened(told)
    one.run(*RULES)
    one.send()
    for reading, channel in heard:
        state, before = one.facts.lead.ai_state, len(one.queued())
        one.hear("words", after=timedelta(hours=3), channel=channel, **reading)
        one.run(*RULES)
        new = [
            m
            for m in one.queued()[before:]
            if m.purpose not in ("nurture", "reengagement", "similar_vehicles")
        ]
        assert len(new) <= 1
        if state not in (AiState.ON, AiState.REACTIVE, AiState.HANDED_OFF):
            assert [m.purpose for m in new if m.purpose != "opt_out_confirmation"] == []
        assert all("$" not in m.text and "{{" not in m.text and "None" not in m.text for m in new)
        assert all(segments(m.text).parts <= 2 for m in new if m.channel == "text" and m.status == "queued")
        assert all(m.to_address for m in new)
        one.send()


@pytest.mark.requirement("FLOW-13")
@given(leads, st.integers(0, 70))
def test_the_plan_of_any_lead_lies_ahead_and_in_order(told: dict[str, object], days: int) -> None:
    one = opened(told)
    now = one.now + timedelta(days=days)
    moments = [step.at for step in cadence.plan(one.facts, book(), now)]
    assert moments == sorted(moments)
    assert all(at > now - timedelta(hours=13) for at in moments)
