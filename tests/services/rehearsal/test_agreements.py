"""The agreements that settle what the tables of the specification leave open, each by a small rehearsal."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.services.rehearsal.told import START, clock, event, lead, of, play, row, seconds, sent, states

DAY_52 = "2026-04-23T00:00:00-07:00"
WANTS_PERSON = "Can I talk to a real person please?"


def reply(at: Any, text: str, channel: str = "text", **more: Any) -> dict[str, Any]:
    return event(at, "reply", channel=channel, text=text, **more)


# --- first text and replies ---


@pytest.mark.requirement("AI-01")
@pytest.mark.rule("R6")
def test_a_first_text_needs_no_written_consent_and_a_further_one_does() -> None:
    lines = play(lead(), until="10d")
    assert [line["purpose"] for line in sent(lines, channel="text")] == ["first_response"]


@pytest.mark.rule("R11")
def test_a_text_at_night_is_answered_by_mail_where_there_is_one() -> None:
    lines = play(lead(), reply("13h", "Is it still there?"), until="30h")
    (answer,) = sent(lines, purpose="reply")
    assert answer["channel"] == "email"
    assert seconds(answer) - 13 * 3600 <= 120


@pytest.mark.rule("R11")
def test_a_text_at_night_without_a_mail_address_waits_for_the_window() -> None:
    lines = play(lead(email=""), reply("13h", "Is it still there?"), until="30h")
    (answer,) = sent(lines, purpose="reply")
    assert (answer["channel"], answer["at"]) == ("text", "2026-03-03T08:00:00-07:00")


@pytest.mark.requirement("AI-05")
@pytest.mark.parametrize("channel", ["text", "email"])
def test_a_reply_goes_out_within_two_minutes(channel: str) -> None:
    lines = play(lead(), reply("30m", "Is it still there?", channel))
    (answer,) = sent(lines, purpose="reply")
    assert answer["channel"] == channel
    assert 1800 <= seconds(answer) <= 1920


# --- days ---


@pytest.mark.requirement("AI-02")
@pytest.mark.parametrize("start", [START, "2026-03-02T23:59:00-07:00", "2026-03-02T00:01:00-07:00"])
def test_the_day_of_receipt_is_day_0_and_on_day_52_the_lead_is_lost(start: str) -> None:
    (lost,) = of(play(lead(), start=start, until="53d"), "stage", to="lost")
    assert lost["at"] == DAY_52


@pytest.mark.requirement("ILM-09", "AI-01")
def test_peoples_timers_pause_outside_the_shift_and_the_assistant_never_does() -> None:
    lines = play(lead(), start="2026-03-02T21:10:00-07:00", until="13h")
    assert (
        seconds(sent(lines, channel="email", purpose="first_response")[0], "2026-03-02T21:10:00-07:00") < 90
    )
    assert next(clock(of(lines, "escalation"))) == "03-03T09:15"


@pytest.mark.requirement("FLOW-03")
def test_no_outreach_of_its_own_while_a_lead_is_on_hold() -> None:
    lines = play(
        lead(), event("5m", "log", by="ana", type="call", outcome="no_answer"),
        event("9m", "hold", by="ana", kind="organic", reason="Waits for a bonus", until="2026-03-12", note="Told Dana"), until="9d",
    )  # fmt: skip
    assert [line["purpose"] for line in sent(lines)] == ["first_response", "first_response"]


# --- hand-off ---


@pytest.mark.requirement("AI-23")
def test_a_claim_quiets_but_does_not_stop_the_hand_off_clock() -> None:
    claim = event("32m", "claim", by="ben")
    call = event("2h", "log", by="ben", type="call", outcome="connected_follow_up")
    lines = play(lead(), reply("30m", WANTS_PERSON), claim, call, until="3h")
    assert {seconds(line) for line in of(lines, "escalation_cleared")} == {7200}
    assert [line for line in of(lines, "escalation") if "Hand" in line["ladder"] and seconds(line) > 1920]
    assert states(lines) == ["handed_off", "on"]


@pytest.mark.requirement("AI-23")
@pytest.mark.parametrize("kind", ["note", "letter", "visit"])
def test_only_a_message_or_a_logged_call_stops_the_hand_off_clock(kind: str) -> None:
    lines = play(
        lead(), reply("30m", WANTS_PERSON), event("40m", "log", by="ana", type=kind, summary="Looked at it")
    )
    assert of(lines, "escalation_cleared") == []
    assert row(lines)["ai"] == "handed_off"


@pytest.mark.requirement("AI-23")
def test_a_message_a_person_sent_stops_it() -> None:
    lines = play(
        lead(),
        reply("30m", WANTS_PERSON),
        event("40m", "log", by="ana", type="text", to_customer="Hi, Ana here"),
    )
    assert {seconds(line) for line in of(lines, "escalation_cleared")} == {2400}
    assert row(lines)["ai"] == "on"


# --- back-off ---


@pytest.mark.requirement("AI-17")
def test_working_with_someone_backs_off_and_asks_who_helps() -> None:
    lines = play(lead(owner="ana"), reply("30m", "I'm already working with Mike at your store"), until="3h")
    assert states(lines) == ["backed_off"]
    assert row(lines)["stage"] == "engaged", "the stage stays"
    assert [(line["owner"], line["title"]) for line in of(lines, "task") if "who helps" in line["title"]] == [
        ("ana", "Confirm who helps")
    ]
    assert of(lines, "reading")[0]["action"] == "back_off"
    assert [line for line in sent(lines) if seconds(line) > 1920] == []


@pytest.mark.requirement("AI-17", "LEAD-07")
def test_a_lead_backed_off_is_stuck_after_one_working_day() -> None:
    told = (lead(owner="ana"), reply("30m", "I'm already working with Mike at your store"))
    assert row(play(*told, until="7h"))["state"] == "active"
    assert row(play(*told, until="27h"))["state"] == "stuck"


@pytest.mark.requirement("AI-17")
@pytest.mark.parametrize(
    ("text", "reason"),
    [("I bought one elsewhere, thanks", "bought"), ("Not interested anymore, sorry", "not interested")],
)
def test_bought_elsewhere_and_not_interested_end_it_without_an_opt_out(text: str, reason: str) -> None:
    lines = play(lead(owner="ana"), reply("30m", text), until="100d")
    assert states(lines) == ["backed_off"]
    assert of(lines, "reading")[0]["action"] in ("back_off", "close_lost")
    (lost,) = of(lines, "stage", to="lost")
    assert any(reason in why for why in lost["why"])
    assert [line for line in sent(lines) if seconds(line) > 1920] == [], "no campaign"
    assert [
        line["to"] for line in of(lines, "alert") if "is lost" in line["about"] and line["via"] == "desktop"
    ] == ["ana"]


@pytest.mark.requirement("AI-17")
def test_already_bought_here_backs_off_and_is_matched_to_the_sale() -> None:
    lines = play(lead(owner="ana"), reply("30m", "I already bought it from you last week"), until="3h")
    assert states(lines) == ["backed_off"]
    assert [line["title"] for line in of(lines, "task") if "sale" in line["title"].lower()] == [
        "Match the sale"
    ]


@pytest.mark.rule("R8")
def test_a_bare_wrong_number_blocks_that_number_and_no_more() -> None:
    lines = play(
        lead(),
        event("1m", "consent", channel="text", given=True, evidence="written: form"),
        reply("30m", "wrong number"),
        until="6d",
    )
    assert states(lines) == []
    later = [line for line in sent(lines) if seconds(line) > 1800]
    assert {line["channel"] for line in later} == {"email"}


# --- the assistant's states ---


@pytest.mark.requirement("AI-15")
def test_off_to_on_by_a_person_gives_reactive() -> None:
    lines = play(
        lead(),
        event("5m", "ai", by="ana", set="off", reason="Mine"),
        event("1h", "ai", by="ana", set="on"),
        until="9d",
    )
    assert states(lines) == ["off", "reactive"]
    assert [line for line in sent(lines) if seconds(line) > 300] == [], "reactive starts nothing"


@pytest.mark.requirement("AI-15", "AI-17")
def test_backed_off_to_on_gives_reactive_too() -> None:
    lines = play(
        lead(),
        reply("30m", "I'm already working with Mike at your store"),
        event("1h", "ai", by="ana", set="on"),
    )
    assert states(lines) == ["backed_off", "reactive"]


@pytest.mark.requirement("AI-16")
def test_a_stopping_status_removed_gives_back_what_it_replaced_in_no_hurry() -> None:
    paused = event("1h", "stage", by="ana", stage="contacted", status="Deposit taken")
    lines = play(lead(), paused, event("8d", "stage", by="ana", stage="contacted", status=""), until="8d2h")
    assert states(lines) == ["paused_by_status", "on"]
    between = [line for line in sent(lines) if seconds(line) > 3600]
    assert len(between) <= 1, "nothing missed is made up"


@pytest.mark.requirement("AI-16")
@pytest.mark.parametrize(
    ("first", "then", "state"),
    [
        (event("5m", "ai", by="ana", set="off", reason="Mine"), event("9m", "stage", by="ana", stage="contacted", status="Deposit taken"), "off"),
        (event("5m", "ai", by="ana", set="off", reason="Mine"), reply("9m", WANTS_PERSON), "off"),
        (event("5m", "stage", by="ana", stage="contacted", status="Deposit taken"), reply("9m", WANTS_PERSON), "paused_by_status"),
        (reply("5m", "I'm already working with Mike"), event("9m", "stage", by="ana", stage="engaged", status="Deposit taken"), "paused_by_status"),
        (reply("5m", WANTS_PERSON), reply("9m", "I'm already working with Mike"), "backed_off"),
        (event("5m", "ai", by="ana", set="off", reason="Mine"), reply("9m", "STOP"), "opted_out"),
        (reply("5m", "STOP"), event("9m", "stage", by="ana", stage="engaged", status="Deposit taken"), "opted_out"),
        (event("5m", "stage", by="ana", stage="contacted", status="Deposit taken"), event("9m", "ai", by="ana", set="off", reason="Mine"), "off"),
    ],
)  # fmt: skip
def test_of_two_reasons_the_stronger_shows(first: dict[str, Any], then: dict[str, Any], state: str) -> None:
    assert row(play(lead(), first, then))["ai"] == state


@pytest.mark.requirement("AI-16", "AI-23")
def test_a_status_over_a_hand_off_gives_the_hand_off_back() -> None:
    lines = play(
        lead(), reply("5m", WANTS_PERSON), event("9m", "stage", by="ana", stage="engaged", status="Deposit taken"),
        event("20m", "stage", by="ana", stage="engaged", status=""),
    )  # fmt: skip
    assert states(lines) == ["handed_off", "paused_by_status", "handed_off"]


@pytest.mark.requirement("AI-23", "AI-15")
def test_a_hand_off_from_reactive_returns_to_reactive() -> None:
    lines = play(
        lead(), event("1m", "ai", by="ana", set="off", reason="Mine"), event("2m", "ai", by="ana", set="on"), reply("5m", WANTS_PERSON),
        event("9m", "log", by="ana", type="call", outcome="connected_follow_up"),
    )  # fmt: skip
    assert states(lines) == ["off", "reactive", "handed_off", "reactive"]


# --- STOP ---


@pytest.mark.rule("R3")
def test_opted_out_is_lifted_only_by_the_customers_own_opt_in() -> None:
    stop = reply("30m", "STOP")
    locked = play(lead(), stop, event("1h", "ai", by="dana", set="on"))
    assert row(locked)["ai"] == "opted_out"
    assert len(of(locked, "refused")) == 1
    again = play(
        lead(),
        stop,
        event("1h", "consent", channel="text", given=True, evidence="written: signed at the desk"),
    )
    assert row(again)["ai"] == "reactive"


@pytest.mark.rule("R3", "R5")
@pytest.mark.parametrize(
    ("words", "channel", "confirmed"),
    [("STOP", "text", 0), ("Please stop texting me", "text", 1), ("unsubscribe", "email", 1)],
)
def test_after_a_stop_the_assistant_starts_nothing_on_any_channel(
    words: str, channel: str, confirmed: int
) -> None:
    """One confirmation by that channel, none where the carrier gives it (R5)."""
    lines = play(
        lead(),
        event("1m", "consent", channel="text", given=True, evidence="written: form"),
        reply("30m", words, channel),
        until="100d",
    )
    after = [line for line in sent(lines) if seconds(line) >= 1800]
    assert [(line["purpose"], line["channel"]) for line in after] == [
        ("opt_out_confirmation", channel)
    ] * confirmed
    assert row(lines)["ai"] == "opted_out"


@pytest.mark.rule("R4")
@pytest.mark.parametrize(
    ("text", "channel", "do_not"),
    [
        ("STOP", "text", ["text"]),
        ("Lose my number", "text", ["text", "call"]),
        ("Do not contact me again in any way", "text", ["all"]),
    ],
)
def test_a_stop_says_what_it_forbids(text: str, channel: str, do_not: list[str]) -> None:
    (reading,) = of(play(lead(), reply("30m", text, channel)), "reading")
    assert sorted(reading["do_not"]) == sorted(do_not)


@pytest.mark.rule("R3")
def test_a_stop_covers_the_second_lead_of_the_same_person() -> None:
    lines = play(
        lead(),
        reply("30m", "STOP"),
        event("35m", "sold", by="ben"),
        lead("2d", "L2", comments="Another one?"),
        until="3d",
    )
    assert [line for line in sent(lines, channel="text") if seconds(line) > 7200] == []


# --- timers ---


@pytest.mark.requirement("ILM-10")
@pytest.mark.parametrize("proof", [{"type": "email"}, {"type": "text"}, *({"type": "call", "outcome": name} for name in ("connected_assessed", "connected_follow_up", "declined_call")), {"type": "call", "outcome": "connected_follow_up", "direction": "in"}])  # fmt: skip
def test_what_stops_the_unanswered_timer(proof: dict[str, str]) -> None:
    lines = play(lead(), event("5m", "log", by="ana", **proof))
    cleared = of(lines, "escalation_cleared", ladder="Unanswered lead")
    assert [seconds(line) for line in cleared] == [300]
    assert of(lines, "escalation", ladder="Unanswered lead") == []


@pytest.mark.requirement("ILM-10")
@pytest.mark.parametrize(
    "other",
    [{"type": "note"}, {"type": "call", "outcome": "wrong_number"}, {"type": "call", "outcome": "bad_email"}],
)
def test_what_does_not_stop_it(other: dict[str, str]) -> None:
    lines = play(lead(), event("5m", "log", by="ana", summary="Tried", **other), until="20m")
    assert of(lines, "escalation_cleared") == []
    assert [seconds(line) for line in of(lines, "escalation", level=1)] == [900]


@pytest.mark.requirement("ILM-10")
@pytest.mark.parametrize("outcome", ["no_answer", "no_answer_voicemail"])
def test_an_attempt_sets_the_ladder_back_once_for_fifteen_minutes(outcome: str) -> None:
    tries = [event(at, "log", by="ana", type="call", outcome=outcome) for at in ("22m", "30m")]
    lines = play(lead(), *tries, until="50m")
    steps = [(seconds(line) / 60, line["level"]) for line in of(lines, "escalation")]
    assert steps[:3] == [(15, 1), (20, 2), (37, 1)]
    assert of(lines, "escalation_cleared") == []


# --- hold ---


@pytest.mark.requirement("FLOW-03")
@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, ["organic", "attempt", "reason", "date", "note"]),
        ({"kind": "organic"}, ["attempt", "reason", "date", "note"]),
        ({"kind": "organic", "reason": "Bonus", "until": "2026-04-01"}, ["attempt", "note"]),
        (
            {"kind": "live", "reason": "Bonus", "until": "2026-04-01", "note": "Told Dana"},
            ["attempt", "organic"],
        ),
    ],
)
def test_a_refused_hold_names_exactly_what_is_missing(given: dict[str, str], missing: list[str]) -> None:
    (refused,) = of(play(lead(), event("9m", "hold", by="ana", **given)), "refused")
    assert sorted(refused["missing"]) == sorted(missing)


@pytest.mark.requirement("FLOW-03")
@pytest.mark.parametrize(("at", "missing"), [("23h50m", []), ("24h10m", ["attempt"])])
def test_just_made_means_within_a_day(at: str, missing: list[str]) -> None:
    call = event("1m", "log", by="ana", type="call", outcome="no_answer")
    hold = event(at, "hold", by="ana", kind="organic", reason="Bonus", until="2026-04-01", note="Told Dana")
    found = of(play(lead(), call, hold, until="25h"), "refused")
    assert [line["missing"] for line in found] == ([missing] if missing else [])


@pytest.mark.requirement("FLOW-03", "COVER-01")
def test_what_the_assistant_wrote_is_no_attempt() -> None:
    hold = event("9m", "hold", by="ana", kind="organic", reason="Bonus", until="2026-04-01", note="Told Dana")
    lines = play(lead(), hold)
    assert len(sent(lines, purpose="first_response")) == 2
    assert [line["missing"] for line in of(lines, "refused")] == [["attempt"]]


# --- knowledge ---


@pytest.mark.requirement("AI-13")
def test_a_question_nobody_can_answer_goes_to_the_knowledge_administrators() -> None:
    lines = play(lead(), reply("30m", "Do you ship to Hawaii?"))
    (asked,) = of(lines, "knowledge_request")
    assert (asked["question"], asked["to"]) == ("Do you ship to Hawaii?", ["kay"])


@pytest.mark.requirement("AI-13")
def test_an_answer_saved_is_used_from_then_on() -> None:
    saved = {
        "at": "1h",
        "do": "knowledge",
        "by": "kay",
        "question": "Do you ship out of state?",
        "answer": "Yes, to the lower 48 states.",
    }
    lines = play(lead(), saved, reply("90m", "Do you ship out of state?"))
    assert "Yes, to the lower 48 states." in sent(lines, purpose="reply")[0]["text"]


# --- playbook keys ---


@pytest.mark.requirement("AI-18")
def test_approval_by_source_kind() -> None:
    lines = play(
        lead(),
        event("5m", "approve", by="dana", which=1),
        event("6m", "skip", by="dana", which=2),
        playbook={"approval": {"marketplace": "queue"}},
    )
    assert [line["status"] for line in of(lines, "message", number=1)] == [
        "pending_approval",
        "queued",
        "sent",
    ]
    assert [line["status"] for line in of(lines, "message", number=2)] == ["pending_approval", "skipped"]


@pytest.mark.requirement("AI-18")
def test_an_edited_draft_goes_as_edited() -> None:
    lines = play(
        lead(),
        event("5m", "edit", by="dana", which=2, text="Hi Rosa, it is here. Reply STOP to opt out."),
        playbook={"approval": {"marketplace": "queue"}},
    )
    assert [line["text"] for line in sent(lines)] == ["Hi Rosa, it is here. Reply STOP to opt out."]


@pytest.mark.requirement("ILM-05")
def test_the_ladder_with_most_keys_wins() -> None:
    wide = {"name": "Any", "when": {"trigger": "unanswered"}, "steps": [{"after": "7m", "to": ["ben"]}]}
    narrow = {
        "name": "Toyota",
        "when": {"trigger": "unanswered", "make": "Toyota"},
        "steps": [{"after": "4m", "to": ["role:manager"]}],
    }
    lines = play(lead(), playbook={"ladder": [wide, narrow]}, until="6m")
    assert [(line["ladder"], line["to"], seconds(line)) for line in of(lines, "escalation")] == [
        ("Toyota", ["dana"], 240)
    ]


@pytest.mark.requirement("COVER-02")
@pytest.mark.parametrize("policy", ["direct_7d", "two_way_7d", "notes_3d"])
def test_the_stores_own_policy_stands_first(policy: str) -> None:
    asked = event("1h", "coverage", by="ben", sold_by="ben")
    lines = play(lead(owner="ana"), asked, playbook={"coverage": {"bdc": policy}})
    found = [line["policy"] for line in of(lines, "coverage")]
    assert found[0] == policy
    assert sorted(found) == ["direct_7d", "notes_3d", "two_way_7d"]


@pytest.mark.requirement("AI-01")
def test_the_first_answer_is_measured() -> None:
    lines = play(lead())
    assert lines[-1]["first_response_s"]["max"] < 90
    assert datetime.fromisoformat(sent(lines)[0]["at"]) >= datetime.fromisoformat(START)
