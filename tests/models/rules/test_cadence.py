"""What the assistant starts by itself: lanes to day 51, then Lost; quiet leads, holds, paces and the plan ahead."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from desk.models import decisions as d
from desk.models.conversation import Message
from desk.models.facts import Facts
from desk.models.rules import assistant, cadence, first_response, outbound, replies, similar, stages
from desk.models.rules.planning import plan
from desk.models.time import local, local_day
from desk.models.words import AiState
from tests.models.rules.stage_of_one import (
    EMAIL,
    RECEIVED,
    Told,
    address,
    book,
    customer,
    facts,
    lead,
    store,
    written_consent,
)

RULES = (
    first_response.decide,
    similar.decide,
    replies.decide,
    cadence.decide,
    assistant.decide,
    stages.decide,
)
ZONE = "America/Phoenix"
DAY = timedelta(days=1)
EVERY_DAY = store(hours=dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), "09:00-20:00"))


def lived(one: Told, until: timedelta) -> Told:
    """Turn the clock from wake to wake, sending what is due, as the heartbeat would."""
    one.run(*RULES)
    one.send()
    for _turn in range(600):
        ahead = [wake for wake in one.wakes if wake > one.now]
        if not ahead or min(ahead) > RECEIVED + until:
            return one
        one.run(*RULES, at=min(ahead))
        one.send()
    raise AssertionError("the clock is woken without end")


def whole(**more: object) -> Told:
    return lived(Told(facts(**({"consents": (written_consent(),)} | more))), 60 * DAY)


def day_of(moment: datetime) -> int:
    return (local_day(moment, ZONE) - local_day(RECEIVED, ZONE)).days


@pytest.fixture(scope="module")
def sixty_days() -> Told:
    return whole()


@pytest.mark.requirement("AI-02")
def test_an_unanswered_lead_gets_enough_of_everything(sixty_days: Told) -> None:
    sent = Counter(m.channel for m in sixty_days.queued() if m.status == "sent" and day_of(m.sent_at) <= 51)
    calls = sum(task.kind == "call" for task in sixty_days.of(d.MakeTask))
    assert sent["email"] >= 16
    assert sent["text"] >= 12
    assert calls >= 12


@pytest.mark.requirement("AI-02", "FLOW-13")
def test_no_gap_is_over_a_week_and_later_days_hold_one_touch(sixty_days: Told) -> None:
    messages = [m.sent_at for m in sixty_days.queued() if m.status == "sent"]
    calls = [task.due for task in sixty_days.of(d.MakeTask) if task.kind == "call"]
    moments = sorted(at for at in (*messages, *calls) if day_of(at) <= 51)
    assert max(later - earlier for earlier, later in pairwise(moments)) <= 7 * DAY
    assert day_of(moments[-1]) >= 50
    after_closed = {day_of(at) for at in calls if day_of(at) % 7 == 0}  # Sunday's call is made on Monday
    later = Counter(day_of(at) for at in moments if day_of(at) > 3)
    assert max(count for day, count in later.items() if day not in after_closed) == 1
    assert max(later.values()) <= 2


@pytest.mark.requirement("FLOW-13")
def test_the_touch_budget_of_day_and_week_holds(sixty_days: Told) -> None:
    touches = sorted(
        [m.sent_at for m in sixty_days.queued()]
        + [t.due for t in sixty_days.of(d.MakeTask) if t.kind == "call"]
    )
    counted = [at for n, at in enumerate(touches) if n == 0 or at - touches[n - 1] > timedelta(minutes=5)]
    days = Counter(day_of(at) for at in counted)
    assert days[0] <= 6
    assert max(count for day, count in days.items() if day > 0) <= 2
    assert max(sum(days[day + n] for n in range(7)) for day in range(1, 52)) <= 8


@pytest.mark.requirement("AI-04")
def test_a_marketplace_lead_hears_more_on_day_one(sixty_days: Told) -> None:
    first_day = [m for m in sixty_days.queued() if day_of(m.sent_at) == 0]
    assert 4 <= len(first_day) <= 5
    second = next(m for m in first_day if m.step == "second_marketplace")
    assert second.sent_at - RECEIVED <= timedelta(hours=2)


@pytest.mark.requirement("AI-04")
def test_a_website_lead_hears_again_within_four_hours() -> None:
    one = whole(lead=lead(source_kind="website"))
    assert next(m for m in one.queued() if m.step == "second_website").sent_at - RECEIVED <= timedelta(
        hours=4
    )


@pytest.mark.requirement("AI-04")
def test_a_referral_is_written_to_at_longer_intervals(sixty_days: Told) -> None:
    one = whole(lead=lead(source_kind="referral"))
    assert len(one.queued()) < len(sixty_days.queued()) * 0.8
    assert [m.step for m in one.queued() if day_of(m.sent_at) == 0 and m.purpose == "nurture"] == []


@pytest.mark.requirement("AI-02")
def test_call_times_vary_over_the_day_and_the_week(sixty_days: Told) -> None:
    moments = [local(task.due, ZONE) for task in sixty_days.of(d.MakeTask) if task.kind == "call"]
    hours = [at.hour for at in moments]
    assert any(hour < 11 for hour in hours)
    assert any(11 <= hour < 15 for hour in hours)
    assert any(hour >= 17 for hour in hours)
    assert any(at.weekday() == 5 for at in moments)


@pytest.mark.requirement("AI-02", "LEAD-06")
def test_on_local_day_52_it_is_lost_and_the_campaign_starts(sixty_days: Told) -> None:
    move = next(it for it in sixty_days.of(d.MoveStage) if it.to == "lost")
    assert (move.lost_reason, sixty_days.facts.lead.ai_state) == ("no_response", AiState.ON)
    assert day_of(sixty_days.facts.lead.stage_at) == 52
    assert plan(sixty_days.facts, book(), sixty_days.now)[0].step == "campaign_first"


@pytest.mark.requirement("AI-02")
@pytest.mark.parametrize(
    "standing",
    [
        {"hold_kind": "organic", "hold_reason": "next season"},
        {"status": "Deposit Taken"},
        {"resume_on": RECEIVED + 90 * DAY},
    ],
)
def test_a_hold_a_deposit_or_a_later_date_keeps_it_from_being_lost(standing: dict[str, object]) -> None:
    one = whole(lead=lead(**standing))
    assert one.facts.lead.stage != "lost"


@pytest.mark.requirement("AI-02", "FLOW-03")
def test_nothing_of_its_own_goes_out_while_the_lead_is_on_hold() -> None:
    one = whole(lead=lead(hold_kind="organic", hold_reason="next season"))
    assert {m.purpose for m in one.queued()} == {"first_response"}


@pytest.mark.requirement("AI-03")
def test_an_answered_lead_that_goes_quiet_is_asked_open_questions_instead() -> None:
    one = Told(facts(consents=(written_consent(),)))
    one.run(*RULES)
    one.send()
    one.hear("still there?", intents=["availability"])
    lived(one, 100 * DAY)
    later = [m for m in one.queued() if m.purpose in ("nurture", "reengagement")]
    assert {m.purpose for m in later} == {"reengagement"}
    assert later[0].sent_at - one.facts.inbound[0].at >= 3 * DAY
    assert one.facts.lead.stage == "engaged"


@pytest.mark.requirement("AI-02")
def test_after_ninety_quiet_days_the_owner_decides() -> None:
    one = Told(facts())
    one.run(*RULES)
    one.send()
    one.hear("still there?", intents=["availability"])
    lived(one, 100 * DAY)
    asked = next(task for task in one.of(d.MakeTask) if task.kind == "close_or_keep")
    assert asked.due - one.facts.inbound[0].at >= 90 * DAY
    assert one.facts.lead.stage == "engaged"


@pytest.mark.requirement("AI-08")
def test_with_a_visit_ahead_it_starts_nothing() -> None:
    one = Told(facts())
    one.run(*RULES)
    one.send()
    one.hear("saturday 3", intents=["propose_time"], action="book",
             appointment={"start": "2026-03-07T15:00:00-07:00", "end": None, "precision": "hour", "phrase": "x"})  # fmt: skip
    one.run(*RULES)
    assert plan(one.facts, book(), one.now) == ()


@pytest.mark.requirement("TEMP-03")
def test_under_fifty_points_all_intervals_at_least_double() -> None:
    for lane in ("email", "text", "call"):
        warm, cool = (
            lane_gaps(facts(lead=lead(band=band), store=EVERY_DAY), lane) for band in ("warm", "cool")
        )
        assert cool
        assert all(slow >= 2 * quick for slow, quick in zip(cool, warm, strict=False))


def lane_gaps(one: Facts, lane: str) -> list[timedelta]:
    """The intervals of a lane's own steps, the strategy's first day left out."""
    moments = [
        s.at for s in plan(one, book(), RECEIVED) if s.channel == lane and s.why[0].startswith("cadence")
    ]
    return [later - earlier for earlier, later in pairwise(moments)]


@pytest.mark.requirement("AI-18")
def test_a_person_may_slow_one_lead_down() -> None:
    slow = plan(facts(lead=lead(ai_pace=2.0)), book(), RECEIVED)
    assert len(slow) < len(plan(facts(), book(), RECEIVED))


@pytest.mark.requirement("TEMP-03")
@pytest.mark.parametrize(("band", "said"), [("hot", "602-555-0110"), ("warm", "pay"), ("cool", "")])
def test_the_temperature_shows_in_the_next_message(band: str, said: str) -> None:
    one = Told(facts(lead=lead(band=band)))
    one.run(first_response.decide)
    one.send()
    one.run(cadence.decide, at=RECEIVED + 1 * DAY + timedelta(hours=3))
    message = next(m for m in one.queued("nurture") if m.channel == "email") if band != "cool" else None
    assert message is None or said in message.text


@pytest.mark.requirement("AI-02")
def test_what_fell_due_while_the_computer_was_off_is_not_made_up() -> None:
    one = Told(facts(consents=(written_consent(),)))
    one.run(*RULES)
    one.send()
    one.run(*RULES, at=RECEIVED + 12 * DAY)
    assert len([m for m in one.queued() if m.sent_at is None]) <= 1


@pytest.mark.requirement("AI-18")
def test_drafts_for_approval_are_written_the_day_before() -> None:
    queue = replace(book(), values=dict(book().values) | {"approval": {"marketplace": "queue"}})
    one = facts(done=frozenset({"L1·second", "L1·third"}))
    now = RECEIVED + timedelta(hours=1)
    drafts = [it for it in cadence.decide(one, queue, now) if isinstance(it, d.QueueMessage)]
    assert drafts
    assert all(
        it.approval and it.not_before is not None and now < it.not_before <= now + timedelta(hours=36)
        for it in drafts
    )


@pytest.mark.requirement("AI-25")
def test_after_a_persons_contact_the_lane_rests_a_day() -> None:
    one = Told(facts())
    one.run(*RULES)
    one.send()
    one.now = RECEIVED + timedelta(hours=1)
    one.log("email", "")
    assert all(
        step.at >= one.now + DAY for step in plan(one.facts, book(), one.now) if step.channel != "call"
    )


@pytest.mark.requirement("AI-14", "AI-15", "AI-16")
@pytest.mark.parametrize("state", [s for s in AiState if s is not AiState.ON])
def test_only_an_assistant_that_is_on_starts_anything(state: AiState) -> None:
    assert plan(facts(lead=lead(ai_state=state)), book(), RECEIVED) == ()


@pytest.mark.requirement("FLOW-13")
def test_the_plan_says_what_comes_when_and_why_and_the_rule_keeps_to_it() -> None:
    one = Told(facts(consents=(written_consent(),)))
    one.run(*RULES)
    one.send()
    step = next(s for s in plan(one.facts, book(), one.now) if s.step == "second_marketplace")
    one.run(*RULES, at=step.at)
    assert step.key in [m.key for m in one.queued()]
    assert all(s.why for s in plan(one.facts, book(), one.now))


@pytest.mark.requirement("FLOW-13")
def test_where_the_days_texts_are_used_up_mail_carries_the_step() -> None:
    one = Told(
        facts(
            consents=(written_consent(),),
            addresses=(address("phone", "+16025550142"), address("email", EMAIL)),
        )
    )
    one.run(first_response.decide)
    one.send()
    step = next(s for s in plan(one.facts, book(), one.now) if s.step == "t_seen")
    one.now = step.at - timedelta(hours=3)
    for _call in range(3):
        one.log("call", "no_answer")
    one.run(cadence.decide, at=step.at)
    assert next(m for m in one.queued() if m.step == "t_seen").channel == "email"


@pytest.mark.requirement("ILM-07", "FLOW-06", "FLOW-10")
@pytest.mark.parametrize(
    ("logged", "outcome", "asked"),
    [
        ("call", "no_answer", "Leave a voicemail, then text that you called"),
        ("voicemail", "no_answer_voicemail", "Text that you called"),
    ],
)
def test_an_unanswered_call_closes_its_task_and_asks_for_a_text(
    logged: str, outcome: str, asked: str
) -> None:
    one = Told(facts())
    one.run(*RULES)
    one.now = RECEIVED + timedelta(minutes=6)
    one.log(logged, outcome)
    one.run(*RULES)
    assert [t.kind for t in one.facts.open_tasks] == ["text"]
    assert one.of(d.MakeTask)[-1].title == asked


@pytest.mark.requirement("AI-02")
def test_a_mail_only_lead_is_still_nurtured_without_gaps() -> None:
    one = whole(addresses=(address("email", EMAIL),), consents=())
    moments = [m.sent_at for m in one.queued() if day_of(m.sent_at) <= 51]
    assert len(moments) >= 16
    assert max(later - earlier for earlier, later in pairwise(moments)) <= 7 * DAY


@pytest.mark.requirement("AI-16")
def test_sold_ends_the_plan() -> None:
    assert plan(facts(lead=lead(stage="sold")), book(), RECEIVED) == ()


@pytest.mark.requirement("AI-19")
@pytest.mark.parametrize("language", ["en", "es"])
def test_sixty_days_go_out_without_a_word_the_firewall_stops(language: str) -> None:
    one = whole(lead=lead(language=language))
    assert [m.why for m in one.queued() if m.status == "pending_approval"] == []
    assert outbound.templates(book()).language(language) == language


@pytest.mark.requirement("AI-02")
def test_day_zero_is_the_local_day_of_receipt() -> None:
    late = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)  # 23:30 on March 2 in Phoenix
    step = next(s for s in plan(facts(lead=lead(received_at=late)), book(), late) if s.step == "look")
    assert local_day(step.at, ZONE).isoformat() == "2026-03-03"


def quiet_days(band: str, **more: object) -> list[Message]:
    """What is written to a customer who answered once and went quiet."""
    one = Told(facts(lead=lead(band=band), consents=(written_consent(),), **more))
    one.run(*RULES)
    one.send()
    one.hear("still there?", channel="email", intents=["availability"])
    lived(one, 80 * DAY)
    return [m for m in one.queued("reengagement") if m.sent_at]


@pytest.mark.requirement("TEMP-03", "AI-03")
def test_a_cool_lead_that_went_quiet_is_asked_half_as_often() -> None:
    warm, cool = quiet_days("warm"), quiet_days("cool")
    assert warm[0].sent_at - RECEIVED >= 3 * DAY
    assert cool[0].sent_at - RECEIVED >= 6 * DAY
    for (one, next_), (slow, slower) in zip(pairwise(warm), pairwise(cool), strict=False):
        assert slower.sent_at - slow.sent_at >= 2 * (next_.sent_at - one.sent_at) - DAY


@pytest.mark.requirement("AI-03")
@pytest.mark.parametrize(("preferred", "channel"), [("text", "text"), ("email", "email"), ("call", "email")])
def test_quiet_questions_go_the_way_the_customer_asked_for(preferred: str, channel: str) -> None:
    assert {m.channel for m in quiet_days("warm", customer=customer(preferred_channel=preferred))} == {
        channel
    }


@pytest.mark.requirement("AI-02")
def test_who_asked_for_mail_gets_no_unasked_texts() -> None:
    one = whole(customer=customer(preferred_channel="email"))
    assert {m.channel for m in one.queued("nurture")} == {"email"}


@pytest.mark.requirement("TEMP-03", "AI-02")
def test_what_a_temperature_adds_is_said_once_in_the_same_words(sixty_days: Told) -> None:
    told = [line for m in sixty_days.queued("nurture") for line in m.text.split("\n\n")[1:-3]]
    ways = [line for line in told if "ways to pay" in line]
    assert ways
    assert len(ways) == len(set(ways))


@pytest.mark.requirement("AI-02")
def test_how_long_ago_they_asked_is_reckoned_and_not_assumed(sixty_days: Told) -> None:
    """The same wordings go out later where intervals are stretched, so none may name a fixed time."""
    fixed = ("yesterday", "a month ago", "two weeks", "three weeks", "seven weeks")
    slow = whole(lead=lead(band="cool"))
    texts = [m.text for m in slow.queued("nurture") if day_of(m.sent_at or m.at) > 1]
    assert texts
    assert not [text for text in texts if any(word in text.lower() for word in fixed)]
    assert any(" weeks ago" in m.text or " days ago" in m.text for m in sixty_days.queued("nurture"))


@pytest.mark.requirement("AI-02", "AI-05")
def test_a_list_of_long_ago_is_not_told_unasked(sixty_days: Told) -> None:
    late = [m.text for m in sixty_days.queued("nurture") if day_of(m.sent_at or m.at) > 15]
    assert late
    assert not [text for text in late if "in stock" in text]


@pytest.mark.requirement("AI-02")
def test_no_two_emails_in_a_row_end_in_the_same_question(sixty_days: Told) -> None:
    emails = [m.text for m in sixty_days.queued() if m.channel == "email"]
    asked = [next(line for line in reversed(text.split("\n\n")) if "?" in line) for text in emails]
    assert all(one != two for one, two in pairwise(asked))


def planned_calls(one: Facts, **more: object) -> list[tuple[int, str]]:
    """The calls of the first weeks as day and store's clock, with values of the cadence changed by ``more``."""
    told = replace(
        book(), values={**book().values, **{f"cadence.{name}": value for name, value in more.items()}}
    )
    calls = (local(step.at, ZONE) for step in plan(one, told, RECEIVED) if step.channel == "call")
    return [(day_of(at), f"{at:%H:%M}") for at in calls if day_of(at) <= 10]


@pytest.mark.requirement("AI-02", "ILM-07", "COMPLY-02")
@pytest.mark.parametrize(
    ("closed", "calls"),
    [
        ({}, [(1, "18:10"), (3, "12:20"), (7, "09:00"), (10, "18:30")]),  # day 6 is a Sunday
        (
            {"holidays": frozenset({date(2026, 3, 3)})},
            [(2, "09:00"), (3, "12:20"), (7, "09:00"), (10, "18:30")],
        ),
        # of calls that meet on one day the last is made
        ({"holidays": frozenset(date(2026, 3, day) for day in range(3, 12))}, [(10, "18:30")]),
        ({"hours": {"tue": "12:00-16:00", "thu": "12:00-16:00"}}, [(3, "12:20"), (8, "12:00")]),
        ({"hours": {}}, [(1, "18:10"), (3, "12:20"), (6, "09:30"), (10, "18:30")]),  # no hours are known
    ],
)
def test_a_call_planned_for_a_closed_hour_waits_for_the_next_open_one(
    closed: dict[str, object], calls: list[tuple[int, str]]
) -> None:
    assert planned_calls(facts(store=store(**closed))) == calls


@pytest.mark.requirement("AI-02")
def test_a_store_may_let_its_people_call_on_closed_days() -> None:
    calls = planned_calls(facts(), calls_wait_for_opening=False)
    assert calls == [(1, "18:10"), (3, "12:20"), (6, "09:30"), (10, "18:30")]


@pytest.mark.requirement("AI-02")
def test_what_was_planned_is_what_is_made_and_a_closed_day_pushes_back_nothing_after_it() -> None:
    one = whole()
    made = [local(task.due, ZONE) for task in one.of(d.MakeTask) if task.kind == "call"][1:]
    planned = [local(s.at, ZONE) for s in plan(facts(), book(), RECEIVED) if s.channel == "call"]
    assert made == planned
    assert all(at.weekday() != 6 for at in made)
