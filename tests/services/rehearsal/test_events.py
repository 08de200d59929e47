"""What the specification settles about a scenario's events, sentence by sentence (DESK-09)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.models.errors import BadInput
from desk.services.rehearsal.scenario import load_scenario
from tests.services.rehearsal.told import CAR, STORE, event, lead, of, play, row, seconds, sent, states, story

pytestmark = pytest.mark.requirement("DESK-09")


def test_events_of_one_moment_come_in_file_order_before_anything_is_sent() -> None:
    lines = play(lead(), event("0s", "ai", by="dana", set="off", reason="I write myself"))
    assert sent(lines) == []
    assert states(lines) == ["off"]


def test_a_due_message_waits_for_the_events_of_its_moment() -> None:
    """The second e-mail is due at 11:50; a STOP of the same minute is heard first."""
    lines = play(
        lead(), event("110m", "reply", channel="email", text="Please stop writing to me"), until="5h"
    )
    assert len(sent(lines, purpose="nurture")) == 0
    assert states(lines) == ["opted_out"]


@pytest.mark.parametrize("until", [date(2026, 4, 1), "2026-04-01", "2026-04-01T00:00:00-07:00"])
def test_a_date_is_a_toml_date_or_an_iso_string(until: Any) -> None:
    lines = play(
        lead(), event("5m", "log", by="ana", type="call", outcome="no_answer"),
        event("9m", "hold", by="ana", kind="organic", reason="Waits for a bonus", until=until, note="Told Dana"),
    )  # fmt: skip
    assert [line["until"] for line in of(lines, "hold")] == ["2026-04-01T00:00:00-07:00"]


def test_an_event_may_name_a_date_time() -> None:
    lines = play(lead("2026-03-02T10:30:00-07:00"))
    assert of(lines, "intake")[0]["at"] == "2026-03-02T10:30:00-07:00"


@pytest.mark.parametrize(("evidence", "texts"), [("written: web form", 1), ("told on the phone", 0)])
def test_evidence_that_starts_with_written_is_written_consent(evidence: str, texts: int) -> None:
    lines = play(lead(), event("1m", "consent", channel="text", given=True, evidence=evidence), until="32h")
    assert len(sent(lines, channel="text", purpose="nurture")) == texts


def test_a_consent_taken_back_ends_the_channel() -> None:
    lines = play(
        lead(), event("1m", "consent", channel="text", given=True, evidence="written: web form"),
        event("1h", "consent", channel="text", revoked=True, evidence="wrote a letter"), until="6d",
    )  # fmt: skip
    assert len(sent(lines, channel="text")) == 1, "the first answer, before it was taken back"


@pytest.mark.parametrize(
    ("kind", "refused"), [("call", 1), ("voicemail", 1), ("note", 0), ("letter", 0), ("visit", 0)]
)
def test_only_calls_and_voicemails_need_an_outcome(kind: str, refused: int) -> None:
    lines = play(lead(), event("5m", "log", by="ana", type=kind, summary="Done"))
    assert [line["missing"] for line in of(lines, "refused")] == [["outcome"]] * refused


@pytest.mark.parametrize("minutes", [{}, {"minutes": 4}])
def test_a_connected_call_stops_timers_with_or_without_its_length(minutes: dict[str, int]) -> None:
    lines = play(lead(), event("5m", "log", by="ana", type="call", outcome="connected_follow_up", **minutes))
    assert [seconds(line) for line in of(lines, "escalation_cleared")] == [300]


def test_a_leaver_hands_over_at_once() -> None:
    lines = play(lead(owner="ana"), {"at": "1h", "do": "leave", "staff": "ana"})
    moves = [(seconds(line), line["from"], line["to"]) for line in of(lines, "owner")]
    assert moves == [(3600, "ana", None), (3600, None, "ben")]


@pytest.mark.parametrize("channel", ["email", "text"])
def test_an_outage_keeps_one_channel_and_sends_it_once_afterwards(channel: str) -> None:
    lines = play({"at": "0s", "do": "outage", "channel": channel, "lasts": "20m"}, lead("1m"))
    first = {line["channel"]: seconds(line) for line in sent(lines, purpose="first_response")}
    other = {"email": "text", "text": "email"}[channel]
    assert first == {other: 60, channel: 1200}


def test_an_outage_of_the_network_keeps_both() -> None:
    lines = play({"at": "0s", "do": "outage", "channel": "network", "lasts": "20m"}, lead("1m"))
    assert sorted(seconds(line) for line in sent(lines, purpose="first_response")) == [1200, 1200]


def test_a_computer_that_slept_takes_the_lead_at_its_waking_with_its_own_receipt() -> None:
    lines = play({"at": "0s", "do": "sleep", "lasts": "1h"}, lead("10m"))
    assert [seconds(line) for line in of(lines, "intake")] == [3600]
    assert lines[-1]["first_response_s"]["max"] == 3000


def test_vehicle_and_store_may_say_more() -> None:
    store = STORE | {
        "address": "1 Main Street, Mesa, AZ 85201",
        "phone": "602-555-0100",
        "email": "sales@store.example",
    }
    lines = play(lead(), store=store, vehicle=[CAR | {"price": 30_000}])
    assert "1 Main Street, Mesa, AZ 85201" in sent(lines, channel="email")[0]["text"]


def test_people_are_named_by_their_ids() -> None:
    lines = play(lead(), until="1h")
    assert {who for line in of(lines, "escalation") for who in line["to"]} <= {"ana", "ben", "dana", "kay"}
    assert {line["to"] for line in of(lines, "alert")} <= {"ana", "ben", "dana", "kay"}


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"at": "1m", "do": "dance"}, "event 2"),
        ({"at": "soon", "do": "resume", "lead": "L1"}, "event 2"),
        ({"at": "1m", "do": "claim", "lead": "L9", "by": "ana"}, "event 2"),
        ({"at": "1m", "do": "claim", "lead": "L1", "by": "zoe"}, "event 2"),
        ({"at": "1m", "do": "reply", "lead": "L1", "channel": "fax", "text": "Hi"}, "event 2"),
        ({"at": "1m", "do": "log", "lead": "L1", "by": "ana", "type": "seance"}, "event 2"),
        ({"at": "1m", "do": "approve", "by": "dana", "which": 99}, "event 2"),
        ({"at": "1m", "do": "outage", "channel": "pigeon", "lasts": "1h"}, "event 2"),
        ({"at": "1m", "do": "leave", "staff": "zoe"}, "event 2"),
        ({"at": "1m", "do": "inventory", "stock": "NONE", "status": "sold"}, "event 2"),
        (
            {"at": "1m", "do": "temperature", "lead": "L1", "by": "ana", "score": "high", "reason": "x"},
            "event 2",
        ),
        ({"at": "1m", "do": "delivery", "which": "two", "status": "bounced"}, "event 2"),
        ({"at": "1m", "do": "ai", "lead": "L1", "by": "ana", "set": "maybe"}, "event 2"),
        ({"at": "1m", "do": "consent", "lead": "L1", "channel": "text", "evidence": "x"}, "event 2"),
    ],
)
def test_a_mistake_is_said_with_its_event(wrong: dict[str, Any], place: str) -> None:
    with pytest.raises(BadInput) as told:
        play(lead(), wrong)
    assert place in told.value.where
    assert told.value.do, "it says what to do"


@pytest.mark.parametrize(
    "text",
    ["title = ", 'title = "x"\n', 'start = 2026-03-02T10:00:00-07:00\nuntil = "-3d"\n', "nonsense = 1\n"],
)
def test_a_file_that_is_none_is_said_with_its_name(tmp_path: Path, text: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(text)
    with pytest.raises(BadInput) as told:
        load_scenario(file)
    assert "wrong.toml" in told.value.where


def test_a_draft_may_be_named_by_its_lead() -> None:
    """Today's and tomorrow's text wait: each approval lets the oldest go, and a third finds none."""
    approve = event("5m", "approve", by="dana", channel="text")
    lines = play(
        lead(), approve, approve, approve, playbook={"approval": {"marketplace": "queue"}}, until="1h"
    )
    assert [line["channel"] for line in sent(lines)] == ["text"]
    assert [line["action"] for line in of(lines, "refused")] == ["approve"]


def test_the_story_is_in_order_of_time_whatever_the_files() -> None:
    told = story(event("5m", "claim", by="ana"), lead())
    assert [each.do for each in told.events] == ["lead", "claim"]
    assert row(play(event("5m", "claim", by="ana"), lead()))["owner"] == "ana"
