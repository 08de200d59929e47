"""What a rehearsal prints: kinds, fields, their order, and the same bytes twice (DESK-09)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from tests.services.rehearsal.told import CAR, event, lead, of, play, row, sent

pytestmark = pytest.mark.requirement("DESK-09")
FIELDS = {
    "intake": ["result", "into"],
    "message": [
        "number",
        "direction",
        "channel",
        "author",
        "purpose",
        "status",
        "subject",
        "text",
        "links",
        "facts",
    ],
    "blocked": ["number", "rule", "fact", "lifts"],
    "stage": ["from", "to", "status", "by"],
    "ai": ["from", "to", "by"],
    "temperature": ["score", "band", "reasons"],
    "task": ["task", "owner", "due", "title"],
    "task_done": ["task", "owner", "due", "title"],
    "task_overdue": ["task", "owner", "due", "title"],
    "escalation": ["ladder", "level", "to", "about"],
    "escalation_cleared": ["ladder", "level", "to", "about"],
    "alert": ["to", "via", "about", "next"],
    "appointment": ["status", "starts", "vehicle"],
    "hold": ["reason", "until"],
    "resumed": ["reason", "until"],
    "owner": ["from", "to", "by"],
    "coverage": ["staff", "covered", "until", "policy", "evidence"],
    "credit": ["shares"],
    "refused": ["action", "missing", "say"],
    "knowledge_request": ["question", "to"],
    "digest": ["period", "counts"],
    "summary": ["leads", "counts", "first_response_s", "stuck"],
}
STATUSES = set(
    "queued held pending_approval sent uncertain skipped superseded failed delivered bounced".split()
)
PURPOSES = set(
    "first_response nurture similar_vehicles reply reengagement handoff_notice appointment_confirmation appointment_reminder "
    "opt_out_confirmation staff".split()
)
AI = set("on paused_by_status handed_off backed_off reactive off opted_out".split())
BANDS = {"extremely_hot", "hot", "warm", "cool", "cold"}


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    """A story in which every kind of line is printed."""
    return play(
        lead(owner="ana"),
        event("30m", "reply", channel="email", text="Do you ship to Hawaii?"),
        event("31m", "hold", by="ana", kind="live"),
        event("50m", "log", by="ana", type="call", outcome="connected_assessed", summary="Wants it, $30,000", recorded=True),
        event("55m", "hold", by="ana", kind="organic", reason="Waits for a bonus", until="2026-03-05", note="Told Dana"),
        event("60m", "resume", by="ana"),
        event("70m", "assign", by="dana", to="ben"),
        event("80m", "book", by="ben", starts="2026-03-04T15:00:00-07:00"),
        event("2d6h", "appointment", by="ben", result="shown"),
        event("2d7h", "coverage", by="ben", sold_by="ben"),
        event("2d8h", "sold", by="ben", credited=["ana", "ben"]),
        lead("3d", "L2", email="kim@example.com", phone="(602) 555-0122"),
        event("3d2h", "reply", channel="text", text="STOP", lead="L2"),
        lead("3d11h", "L3", email="", phone="(602) 555-0133"),
        until="5d",
    )  # fmt: skip


@pytest.mark.parametrize("kind", FIELDS)
def test_each_kind_has_its_fields_in_order(lines: list[dict[str, Any]], kind: str) -> None:
    found = of(lines, kind)
    assert found, "the story prints every kind"
    for line in found:
        names = [name for name in line if name != "lead"]
        assert names[:2] == ["at", "kind"]
        assert names[-1] == "why"
        assert names[2 : 2 + len(FIELDS[kind])] == FIELDS[kind]
        assert isinstance(line["why"], list)


def test_a_reading_is_as_desk_read_gives_it(lines: list[dict[str, Any]]) -> None:
    (first, *_more) = of(lines, "reading")
    for name in (
        "intents",
        "language",
        "appointment",
        "vehicles",
        "trade_in",
        "preferred_contact",
        "phone",
        "do_not",
        "resume_on",
        "action",
    ):
        assert name in first


def test_lines_come_in_time_order_with_the_stores_offset(lines: list[dict[str, Any]]) -> None:
    moments = [datetime.fromisoformat(line["at"]) for line in lines]
    assert moments == sorted(moments)
    assert {line["at"][-6:] for line in lines} == {"-07:00"}


def test_words_are_those_of_the_specification(lines: list[dict[str, Any]]) -> None:
    assert {line["status"] for line in of(lines, "message")} <= STATUSES
    assert {line["purpose"] for line in of(lines, "message", direction="out")} <= PURPOSES
    assert {line["to"] for line in of(lines, "ai")} <= AI
    assert {line["band"] for line in of(lines, "temperature")} <= BANDS
    assert {line["via"] for line in of(lines, "alert")} <= {"desktop", "text", "email"}
    assert {line["result"] for line in of(lines, "intake")} <= {"new", "threaded", "ignored", "quarantined"}


def test_the_summary_is_last_and_counts_what_was_printed(lines: list[dict[str, Any]]) -> None:
    summary = lines[-1]
    assert [line["kind"] for line in lines].index("summary") == len(lines) - 1
    assert list(summary["leads"][0]) == ["lead", "stage", "status", "ai", "temperature", "owner", "state"]
    for kind, number in summary["counts"].items():
        assert number == len(of(lines, kind)), kind
    assert set(summary["first_response_s"]) == {"p50", "p99", "max"}
    assert summary["stuck"] == [each["lead"] for each in summary["leads"] if each["state"] == "stuck"]


def test_a_coverage_question_prints_a_line_per_policy_the_stores_own_first(
    lines: list[dict[str, Any]],
) -> None:
    assert [line["policy"] for line in of(lines, "coverage")] == ["direct_7d", "two_way_7d", "notes_3d"]


def test_a_half_deal_is_two_shares_of_a_half(lines: list[dict[str, Any]]) -> None:
    (credit,) = of(lines, "credit")
    assert [(each["staff"], each["team"], each["share"]) for each in credit["shares"]] == [
        ("ana", "internet", 0.5),
        ("ben", "floor", 0.5),
    ]


def test_the_same_scenario_prints_the_same_bytes() -> None:
    told = (lead(), event("30m", "reply", channel="text", text="Is it still there?"))
    first, second = (json.dumps(play(*told, until="3d")) for _time in range(2))
    assert first == second


def test_the_text_is_exactly_what_the_customer_gets() -> None:
    """Footer and opt-out words are in it, by both channels."""
    found = {line["channel"]: line["text"] for line in sent(play(lead()))}
    assert found["text"].endswith("Reply STOP to opt out.")
    assert "Reply STOP and we will not write to this address again." in found["email"]


def test_an_inbound_mail_shows_only_what_was_newly_written() -> None:
    body = "Still there?\n\nOn Mon, Mar 2, 2026 at 10:00 AM Cedar Ridge Motors wrote:\n> Hi Rosa, thank you\n"
    lines = play(lead(), event("5m", "reply", channel="email", text=body))
    assert [line["text"] for line in of(lines, "message", direction="in")] == ["Still there?"]


def test_a_message_keeps_its_number_through_its_states() -> None:
    lines = play(lead())
    assert [line["status"] for line in of(lines, "message", number=1)] == ["queued", "sent"]


def test_links_of_a_message_are_named() -> None:
    lines = play(
        lead(), event("5m", "reply", channel="email", text="Was it ever in an accident?"), vehicle=[CAR]
    )
    (answer,) = sent(lines, purpose="reply")
    assert answer["links"] == ["https://history.example/T4410"]
    assert "https://history.example/T4410" in answer["text"]


def test_a_second_inquiry_is_threaded_into_the_first() -> None:
    lines = play(lead(), lead("1h", "L2", comments="And do you deliver?"))
    assert [(line["result"], line["into"]) for line in of(lines, "intake")] == [
        ("new", None),
        ("threaded", "L1"),
    ]


def test_a_digest_is_printed_at_opening_and_at_closing() -> None:
    lines = play(lead(), until="24h")
    assert [line["at"][11:16] for line in of(lines, "digest")] == ["20:00", "09:00"]


@pytest.mark.requirement("LEAD-07")
def test_every_lead_is_in_one_acceptable_state(lines: list[dict[str, Any]]) -> None:
    assert {each["state"] for each in lines[-1]["leads"]} <= {
        "active",
        "on_hold",
        "won",
        "lost",
        "reassigned",
        "stuck",
    }
    assert row(lines, "L1")["state"] == "won"
