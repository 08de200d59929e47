"""One lead, whole: its timeline, its channels, what comes next and what does not, in a fixed number of questions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.models.snapshots.lead import LeadView
from desk.models.store.queries.lead import TextHours, lead_view
from desk.models.tables import (
    Block,
    Consent,
    Customer,
    History,
    Lead,
    Log,
    Task,
    Vehicle,
    Wanted,
)
from tests.models.store.conftest import NOW, Asked, Filler


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def seen(filler: Filler, lead: Lead, **facts: Any) -> LeadView:
    filler.session.flush()
    view = lead_view(filler.session, lead.id, NOW, filler.facts(**facts))
    assert view is not None
    return view


def told(filler: Filler, lead: Lead, kind: str, at: int = 0, **data: Any) -> History:
    return filler.add(
        History, lead_id=lead.id, at=NOW + minutes(at), kind=kind, by="Dana", data=data, why=["why"]
    )


@pytest.mark.requirement("DESK-11")
def test_there_is_nothing_to_see_of_a_lead_that_is_not(filler: Filler) -> None:
    assert lead_view(filler.session, "nobody", NOW, filler.facts()) is None


@pytest.mark.requirement("DESK-11")
def test_one_timeline_tells_all_in_order_and_what_waits_last(filler: Filler) -> None:
    owner = filler.person("Marcus Oyelaran")
    lead = filler.lead(comments="Does it have captain's chairs?", ai_state="on", owner_id=owner.id)
    draft = {"direction": "out", "author": "assistant", "status": "pending_approval"}
    filler.message(lead, "Shall I book you in?", at=NOW - minutes(50), not_before=NOW + minutes(9), **draft)
    filler.message(
        lead, "Yes, it does.", at=NOW - minutes(60), author="assistant", direction="out", status="sent"
    )
    filler.message(lead, "Great. What's the price?", at=NOW - minutes(40))
    filler.add(
        Log,
        lead_id=lead.id,
        type="call",
        at=NOW - minutes(30),
        staff_id=owner.id,
        outcome="no_answer_voicemail",
    )
    told(filler, lead, "stage", -45, **{"from": "new", "to": "engaged", "status": ""})
    told(filler, lead, "ai", -20, **{"from": "on", "to": "handed_off"})
    told(filler, lead, "appointment", -10, status="booked", starts=(NOW + timedelta(days=1)).isoformat())
    told(filler, lead, "key", -5)
    lines = seen(filler, lead).timeline
    assert [line.kind for line in lines] == [
        "system", "message", "stage", "message", "call", "handoff", "appointment", "message",
    ]  # fmt: skip
    assert "captain's chairs" in lines[0].text
    assert lines[2].text == "New to Engaged"
    assert (lines[3].author_name, lines[3].evidence) == ("Aisha", True)
    assert (lines[4].author_name, lines[4].text) == ("Marcus Oyelaran", "No answer, voicemail left")
    assert lines[6].text == "Visit booked · Wed 10:00 AM"
    assert (lines[7].status, lines[7].due) == ("pending_approval", NOW + minutes(9))


@pytest.mark.requirement("DESK-04", "DESK-11")
@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("stage", {"from": "engaged", "to": "engaged", "status": "Deposit Taken"}, "Engaged · Deposit Taken"),
        ("ai", {"from": "on", "to": "off"}, "Assistant: Off"),
        ("owner", {"from": None, "to": "marcus"}, "Owner: Marcus"),
        ("owner", {"from": "marcus", "to": None}, "Owner: nobody"),
        ("claim", {"by": "marcus"}, "Claimed by Marcus"),
        ("escalation", {"ladder": "x", "level": 2, "to": ["marcus"], "about": ""}, "Told Marcus"),
        ("hold", {"until": "2026-10-20T16:00:00+00:00"}, "On hold until Oct 20, 10:00 AM"),
        ("resumed", {"until": None}, "Back from hold"),
        (
            "block",
            {"block": "opt_out", "channels": ["text", "call"], "by": ""},
            "Closed for everyone: text, call",
        ),
        ("consent", {"channel": "text", "given": False}, "Consent taken back: text"),
        ("task", {"task": "call", "title": "Intro call"}, "Task: Intro call"),
        ("paused_until", {"until": "2026-11-03T16:00:00+00:00"}, "To be written to again Nov 3, 9:00 AM"),
    ],
)
def test_the_record_is_told_in_words(filler: Filler, kind: str, data: dict[str, Any], words: str) -> None:
    filler.person("Marcus", id="marcus")
    lead = filler.lead()
    told(filler, lead, kind, **data)
    view = seen(filler, lead)
    assert [line.text for line in view.timeline[1:]] == [words]
    assert [(line.who, line.what, line.why) for line in view.audit] == [("Dana", words, ("why",))]


@pytest.mark.requirement("DESK-04")
@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("message", {"channel": "text", "status": "pending_approval"}, "Text pending approval"),
        ("temperature", {"score": 88, "band": "hot"}, "Temperature 88, hot"),
        ("blocked", {"rule": "R10", "fact": "3 texts today"}, "Not sent now: R10, 3 texts today"),
        ("edit", {"fields": ["needs"]}, "Changed: needs"),
        ("something_new", {}, "Something new"),
    ],
)
def test_the_audit_tells_more_than_the_timeline(
    filler: Filler, kind: str, data: dict[str, Any], words: str
) -> None:
    lead = filler.lead()
    told(filler, lead, kind, **data)
    view = seen(filler, lead)
    assert [line.what for line in view.audit] == [words]
    assert len(view.timeline) == 1


@pytest.mark.requirement("COMPLY-03", "FLOW-15")
@pytest.mark.rule("R3")
def test_a_closed_channel_says_why_and_leaves_the_composer(filler: Filler) -> None:
    lead = filler.lead()
    filler.session.get_one(Customer, lead.customer_id).preferred_channel = "email"
    filler.phone(lead, type="mobile")
    filler.email(lead)
    stop = {"kind": "opt_out", "address": "+12085550142", "channels": ["text", "call"], "words": "STOP"}
    filler.add(Block, at=NOW - timedelta(days=5), **stop)
    view = seen(filler, lead)
    email, phone = view.tiles
    assert (email.channel, email.ok, email.preferred, email.words) == ("email", True, True, "Email OK")
    assert (phone.shown, phone.ok, phone.words) == (
        "(208) 555-0142",
        False,
        "No texts: said stop Oct 8 (“STOP”). Their own opt-in opens it (R3)",
    )
    assert view.channels == ("email",)
    assert dict(view.blocked_channels)["call"].startswith("No calls: said stop Oct 8 (“STOP”)")


@pytest.mark.requirement("COMPLY-03")
def test_a_lifted_block_closes_nothing_and_a_second_number_keeps_the_channel_open(filler: Filler) -> None:
    lead = filler.lead()
    filler.phone(lead, "+12085550142")
    filler.phone(lead, "+12085550178", ext="4")
    block = {"kind": "wrong_number", "channels": ["text", "call"], "at": NOW}
    filler.add(Block, address="+12085550142", **block)
    filler.add(Block, address="+12085550178", lifted_at=NOW, **block)
    view = seen(filler, lead)
    assert "text" in view.channels
    assert [(tile.shown, tile.ok) for tile in view.tiles] == [
        ("(208) 555-0142", False),
        ("(208) 555-0178 ext. 4", True),
    ]
    assert view.blocked_channels == (("email", "No email address"),)


@pytest.mark.requirement("COMPLY-03")
@pytest.mark.rule("R6")
def test_consent_taken_back_closes_the_channel_until_it_is_given_again(filler: Filler) -> None:
    lead = filler.lead()
    filler.email(lead)
    consent = {"address": "aisha.k@example.com", "channel": "email"}
    filler.add(Consent, kind="revoked", at=NOW - timedelta(days=2), **consent)
    assert seen(filler, lead).tiles[0].words.startswith("No emails: consent taken back Oct 11")
    filler.add(Consent, kind="express", at=NOW - timedelta(days=1), **consent)
    assert seen(filler, lead).tiles[0].ok


@pytest.mark.requirement("FLOW-13")
def test_what_comes_next_and_what_does_not(filler: Filler) -> None:
    lead = filler.lead()
    out = {"direction": "out", "author": "assistant"}
    filler.message(
        lead, status="held", status_words="Texting opens at 8:00", not_before=NOW + minutes(90), **out
    )
    filler.message(lead, status="queued", channel="email", not_before=NOW + minutes(10), why=["Day 3"], **out)
    filler.message(lead, status="skipped", status_words="R10: three today", **out)
    filler.message(lead, status="skipped", at=NOW - timedelta(days=9), **out)
    filler.message(lead, status="sent", **out)
    view = seen(filler, lead)
    assert [(send.state, send.words) for send in view.next_sends] == [
        ("queued", "Day 3"),
        ("held", "Texting opens at 8:00"),
        ("skipped", "R10: three today"),
    ]
    assert view.assistant.next_send_words == "Next email 10:10 AM"
    assert "That includes the next email 10:10 AM." in view.assistant.off_consequence


@pytest.mark.requirement("FLOW-13", "AI-18")
def test_the_line_beside_the_switch_says_why_nothing_comes(filler: Filler) -> None:
    lead = filler.lead(ai_state="opted_out")
    assert seen(filler, lead).assistant.next_send_words == "Nothing will be sent: the customer said stop"
    silent = seen(filler, lead, automatic=False, automatic_words="Another desk speaks for this store.")
    assert silent.assistant.next_send_words == "Another desk speaks for this store."
    draft = {"direction": "out", "status": "pending_approval", "not_before": NOW}
    filler.message(lead, **draft)
    assert seen(filler, lead).assistant.next_send_words == "Next text 10:00 AM, waits for approval"


@pytest.mark.requirement("AI-10", "AI-23")
def test_a_hand_off_shows_reason_quote_and_clock(filler: Filler) -> None:
    clock = {"timer_kind": "handoff", "timer_started": NOW - minutes(5), "timer_target": NOW + minutes(10)}
    lead = filler.lead(ai_state="handed_off", ai_reason="Asked for a person", **clock)
    filler.message(lead, "I'd rather talk to a person.")
    view = seen(filler, lead)
    assert (view.handoff_words, view.handoff_quote) == ("Asked for a person", "I'd rather talk to a person.")
    assert (view.handoff_timer.kind, view.handoff_timer.target) == ("running", NOW + minutes(10))
    assert seen(filler, filler.lead("Ben Okoro")).handoff_timer.kind == "none"


@pytest.mark.requirement("AI-05")
def test_a_vehicle_is_said_as_of_the_feed(filler: Filler) -> None:
    lead = filler.lead()
    asked = {"lead_id": lead.id, "year": 2023, "make": "Toyota", "model": "Highlander", "trim": "XLE"}
    for position, named in enumerate(({"stock": "U3401"}, {"vin": "VIN0001"}, {"stock": "GONE"})):
        filler.add(Wanted, position=position, **named, **asked)
    feed = {"seen_at": NOW - minutes(55)}
    filler.add(
        Vehicle, stock="U3401", mileage=31200, lot="row B4", history_url="https://history.example", **feed
    )
    filler.add(Vehicle, stock="N1", vin="VIN0001", status="sold", **feed)
    by_stock, by_vin, missing = seen(filler, lead).vehicles
    assert (by_stock.title, by_stock.mileage) == ("2023 Toyota Highlander XLE", 31200)
    assert by_stock.status_words == "In stock, row B4, as of 9:05 AM"
    assert (by_vin.status, by_vin.status_words) == ("sold", "Sold as of 9:05 AM")
    assert (missing.status, missing.status_words) == ("", "Not in the inventory feed")


@pytest.mark.requirement("AI-07", "FLOW-07", "LEAD-08")
def test_trade_in_needs_and_marks_are_words(filler: Filler) -> None:
    trade = {"year": 2018, "make": "Honda", "model": "CR-V", "trim": "EX", "odometer": 71000}
    lead = filler.lead(
        trade_in=trade, needs={"budget_range": "$30k", "colours": ["red", "blue"], "years": None},
        order_kind="live", price_shopper=True, source_label="Our site",
    )  # fmt: skip
    view = seen(filler, lead)
    assert view.trade_in == "2018 Honda CR-V EX, about 71,000 mi"
    assert view.needs == (("Budget range", "$30k"), ("Colours", "red, blue"))
    assert view.marks == ("Live order", "Price question asked")
    assert view.source_words == "1st party · Website form · Our site"


@pytest.mark.requirement("FLOW-10")
def test_open_tasks_come_before_done_ones(filler: Filler) -> None:
    lead, ana = filler.lead(), filler.person("Ana Ruiz")
    for number, values in enumerate(({"done_at": NOW}, {"due_at": NOW}, {"due_at": NOW - minutes(5)})):
        filler.add(
            Task,
            key=str(number),
            lead_id=lead.id,
            kind="call",
            title=str(number),
            made_at=NOW,
            owner_id=ana.id,
            **values,
        )
    tasks = seen(filler, lead).tasks
    assert [(task.title, task.done, task.owner_name) for task in tasks] == [
        ("2", False, "Ana Ruiz"), ("1", False, "Ana Ruiz"), ("0", True, "Ana Ruiz"),
    ]  # fmt: skip


@pytest.mark.requirement("DESK-01")
def test_a_lead_knows_its_place_in_its_column(filler: Filler) -> None:
    leads = [filler.lead(f"Person {key}", sort_key=key) for key in "abc"]
    lost = filler.lead(stage="lost")
    assert [(seen(filler, lead).position, seen(filler, lead).of) for lead in leads] == [
        (1, 3),
        (2, 3),
        (3, 3),
    ]
    assert (seen(filler, lost).position, seen(filler, lost).of) == (0, 0)


@pytest.mark.requirement("COMPLY-02")
def test_texting_hours_are_those_the_gate_told(filler: Filler) -> None:
    lead = filler.lead()
    closed = TextHours("America/New_York", "Texts from 8:00 AM", open=False, opens=NOW + timedelta(hours=9))
    view = lead_view(filler.session, lead.id, NOW, filler.facts(), closed)
    assert view is not None
    assert (view.customer_zone, view.text_open, view.text_opens) == ("America/New_York", False, closed.opens)


@pytest.mark.requirement("DESK-11")
def test_a_long_lead_asks_no_more_questions_than_a_short_one(filler: Filler, asked: Asked) -> None:
    lead = filler.lead()
    filler.phone(lead)
    store = filler.facts()
    asked.count = 0
    lead_view(filler.session, lead.id, NOW, store)
    few = asked.count
    for number in range(60):
        filler.message(lead, f"Message {number}")
        told(filler, lead, "stage", number, **{"from": "new", "to": "engaged", "status": ""})
        filler.add(Wanted, lead_id=lead.id, stock=f"U{number}")
        filler.phone(lead, f"+1208555{number:04}")
    asked.count = 0
    view = lead_view(filler.session, lead.id, NOW, store)
    assert view is not None
    assert len(view.timeline) == 121
    assert asked.count == few <= 13


@pytest.mark.requirement("TEMP-01")
@pytest.mark.parametrize(
    ("before", "moved"), [(((-1500, 67), (-900, 71)), 17), (((-1500, 95),), -7), ((), None)]
)
def test_the_gauge_tells_how_far_it_moved_since_last_night(
    filler: Filler, before: tuple[tuple[int, int], ...], moved: int | None
) -> None:
    """The last score before midnight of the store's day is what today is measured by."""
    lead = filler.lead(temperature=88, band="hot")
    for at, score in (*before, (-5, 80)):
        told(filler, lead, "temperature", at, score=score, band="warm")
    assert seen(filler, lead).temperature_change == moved
