"""How warm a lead is and why, and what follows from a hot one (TEMP-01 … TEMP-05, ILM-08)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.decisions import MakeTask, RaiseAlert, Tell, Wake
from desk.models.facts import Facts
from desk.models.rules import hot, senior, temperature
from desk.models.task import Appointment
from desk.models.vehicle import Vehicle
from desk.models.words import band_of
from desk.services.playbooks import load_playbook
from tests.models.rules.given import MINUTE, MONDAY, PEOPLE, facts, lead, log, message, person, store

BOOK = load_playbook()
DAY = timedelta(days=1)
INTENTS = (
    "wants_person",
    "propose_time",
    "test_drive",
    "price",
    "not_now",
    "not_interested",
    "thanks",
    "trade_in",
)


def said(after: timedelta, *intents: str, text: str = "") -> Any:
    return message(MONDAY + after, "customer", text=text, reading={"intents": list(intents)})


def score(now: datetime, told: dict[str, Any] | None = None, **rows: Any) -> tuple[int, dict[str, int]]:
    points, reasons = temperature.scored(facts(lead(**(told or {})), **rows), BOOK, now)
    return points, dict(reasons)


@pytest.mark.requirement("TEMP-01")
def test_the_points_of_the_reasons_are_the_score() -> None:
    rows = {"messages": (message(MONDAY, "assistant"), said(10 * MINUTE, "propose_time", "test_drive"))}
    points, reasons = score(MONDAY + 11 * MINUTE, {"source_class": "1st"}, **rows)
    assert reasons == {
        "Start": 50,
        "Came in within a day": 5,
        "From the store's own source": 8,
        "Answered": 6,
        "Answered within the hour": 4,
        "Named or confirmed a time": 8,
        "Asked for a test drive": 6,
    }
    assert points == sum(reasons.values()) == 87


@pytest.mark.requirement("TEMP-01")
@pytest.mark.parametrize(
    ("rows", "sign"),
    [
        ({"messages": (said(MINUTE, "wants_person"),)}, "Asked for a person"),
        ({"messages": (said(MINUTE, "not_now"),)}, "Said not now"),
        ({"messages": (said(MINUTE, "bought_elsewhere"),)}, "Is not interested or bought elsewhere"),
        ({"messages": (said(MINUTE, "thanks", text="I need it today please"),)}, "Is in a hurry"),
        ({"logs": (log(MONDAY, "connected_follow_up", interest="high"),)}, "Logged as highly interested"),
        ({"logs": (log(MONDAY, "connected_follow_up"),)}, "Spoke with a person"),
    ],
)
def test_each_sign_is_named(rows: dict[str, Any], sign: str) -> None:
    assert sign in score(MONDAY + 2 * MINUTE, **rows)[1]


@pytest.mark.requirement("TEMP-01")
@pytest.mark.parametrize(
    ("status", "sign"), [("booked", "Has a visit booked"), ("no_show", "Did not come to the visit")]
)
def test_a_visit_warms_and_a_missed_one_cools(status: str, sign: str) -> None:
    visit = Appointment(
        id="A",
        key="A",
        lead_id="L1",
        status=status,
        starts_at=MONDAY + DAY,
        ends_at=MONDAY + DAY,
        made_at=MONDAY,
    )
    assert sign in score(MONDAY, appointments=(visit,))[1]


@pytest.mark.requirement("TEMP-01", "AI-17")
def test_a_yes_in_a_message_that_ends_it_warms_nobody() -> None:
    ended = message(MONDAY + MINUTE, "customer", reading={"intents": ["confirm_time"], "action": "back_off"})
    assert "Named or confirmed a time" not in score(MONDAY + 2 * MINUTE, messages=(ended,))[1]


@pytest.mark.requirement("TEMP-01")
def test_silence_cools_in_steps_and_the_clock_wakes_for_the_next() -> None:
    rows = {"messages": (said(MINUTE, "test_drive"),)}
    scores = [score(MONDAY + days * DAY + 2 * MINUTE, **rows)[0] for days in (0, 1, 3, 7, 14, 30, 60, 90)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    wakes = [d.at for d in temperature.decide(facts(**rows), BOOK, MONDAY + 2 * DAY) if isinstance(d, Wake)]
    assert wakes == [MONDAY + MINUTE + 3 * DAY]


@pytest.mark.requirement("TEMP-01", "AI-02")
def test_silence_alone_never_slows_the_cadence_of_an_unanswered_lead() -> None:
    points, reasons = score(MONDAY + 40 * DAY, {"source_class": "1st"})
    assert points == 50
    assert reasons["Silent for 40 d"] == -8
    assert score(MONDAY + 53 * DAY, {"stage": "lost", "lost_reason": "no_response"})[0] < 30


@pytest.mark.requirement("TEMP-05")
def test_a_persons_estimate_holds_for_its_term_and_no_longer() -> None:
    told = {
        "temperature_set": 92,
        "temperature_set_until": MONDAY + 3 * DAY,
        "temperature_note": "Ana: needs it",
    }
    assert score(MONDAY + 2 * DAY, told) == (92, {"Set by Ana: needs it": 92})
    assert score(MONDAY + 3 * DAY, told)[0] == 50


@pytest.mark.requirement("TEMP-01", "TEMP-02")
@given(
    kinds=st.lists(st.lists(st.sampled_from(INTENTS), min_size=1, max_size=3), max_size=5),
    hours=st.integers(0, 24 * 100),
    stage=st.sampled_from(("new", "engaged", "lost")),
)
@settings(deadline=None, max_examples=60)
def test_always_within_bounds_and_the_same_for_the_same_record(
    kinds: list[list[str]], hours: int, stage: str
) -> None:
    rows = tuple(said((n + 1) * MINUTE, *intents) for n, intents in enumerate(kinds))
    one, now = facts(lead(stage=stage), messages=rows), MONDAY + timedelta(hours=hours)
    points, reasons = temperature.scored(one, BOOK, now)
    assert 0 <= points <= 100
    assert points == max(0, min(100, sum(worth for _words, worth in reasons)))
    assert temperature.scored(one, BOOK, now) == (points, reasons)


@pytest.mark.requirement("TEMP-02")
@pytest.mark.parametrize(
    ("points", "band"),
    [(90, "extremely_hot"), (89, "hot"), (70, "hot"), (69, "warm"), (50, "warm"), (49, "cool"), (29, "cold")],
)
def test_bands(points: int, band: str) -> None:
    assert band_of(points) == band


# --- what a hot lead sets going ---

SENIORS = (*PEOPLE, person("sam", "senior_sales"))


def crossings(*points: int, edge: str = "told") -> list[int]:
    """At which of these scores, one after the other, the hot band acted."""
    done: frozenset[str] = frozenset()
    acted = []
    for number, value in enumerate(points):
        found = list(hot.decide(_at(value, done), BOOK, MONDAY))
        if any(isinstance(d, Tell) and "·hot·" in d.key for d in found):
            acted.append(number)
        done |= {d.key for d in found if getattr(d, "key", "")}
    return acted


def _at(points: int, done: frozenset[str] = frozenset(), **more: Any) -> Facts:
    told = {"temperature": points, "vehicle_title": "2022 Toyota RAV4"} | more
    return facts(lead(**told), store(SENIORS), done=done)


@pytest.mark.requirement("TEMP-03", "ILM-08")
def test_a_hot_lead_is_looked_at_told_to_senior_sales_and_made_ready() -> None:
    found = list(hot.decide(_at(72), BOOK, MONDAY))
    assert {d.kind for d in found if isinstance(d, MakeTask)} == {"hot_review", "prepare_vehicle"}
    assert [d.data["to"] for d in found if isinstance(d, Tell)] == [["sam"]]
    assert [d.staff_id for d in found if isinstance(d, RaiseAlert)] == ["sam"]
    assert not list(hot.decide(_at(69), BOOK, MONDAY))


@pytest.mark.requirement("TEMP-04", "ILM-08")
@pytest.mark.parametrize(("points", "told"), [(85, []), (86, ["dana"])])
def test_the_manager_is_told_above_85(points: int, told: list[str]) -> None:
    found = hot.decide(_at(points), BOOK, MONDAY)
    assert [d.staff_id for d in found if isinstance(d, RaiseAlert) and "very_hot" in d.key] == told


@pytest.mark.requirement("TEMP-03")
@pytest.mark.parametrize(
    ("points", "acted"),
    [
        ((70, 70, 75), [0]),  # once, however often it is asked
        ((70, 68, 75), [0]),  # 68 is not low enough to have left
        ((70, 67, 72), [0]),  # left, but 72 is not high enough to act again
        ((70, 67, 73), [0, 2]),
        ((69, 67, 70), [2]),
    ],
)
def test_a_band_acts_again_only_when_it_is_really_crossed(points: tuple[int, ...], acted: list[int]) -> None:
    assert crossings(*points) == acted


@pytest.mark.requirement("TEMP-03")
def test_nothing_is_set_going_for_who_asked_to_be_left_alone() -> None:
    assert not list(hot.decide(_at(95, ai_state="opted_out"), BOOK, MONDAY))
    assert not list(hot.decide(_at(95, stage="sold"), BOOK, MONDAY))


@pytest.mark.requirement("ILM-08")
@pytest.mark.parametrize(
    ("told", "rows", "about"),
    [
        (
            {},
            {"stock": Vehicle(id="V", stock="V", seen_at=MONDAY, price_cents=7_000_000)},
            "Asks about a high-value vehicle",
        ),
        ({}, {"bought_here_at": MONDAY - 400 * DAY}, "Bought here before"),
        ({"source_kind": "referral"}, {}, "Came through people we know"),
        ({}, {}, None),
    ],
)
def test_senior_sales_hear_of_the_leads_that_matter(
    told: dict[str, Any], rows: dict[str, Any], about: str | None
) -> None:
    one = facts(lead(**told), store(SENIORS), **rows)
    found = [d for d in senior.decide(one, BOOK, MONDAY) if isinstance(d, Tell)]
    assert [(d.data["about"], d.data["to"]) for d in found] == ([(about, ["sam"])] if about else [])
