"""The store's own past, replayed under another playbook (DESK-09)."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import By
from desk.models.commands import AskRelief, AssessNeeds, DescribeTradeIn, FlagLead
from desk.models.errors import BadInput, BadPlaybook
from desk.models.history import History
from desk.models.lead import Lead
from desk.services.rehearsal.command import run_past
from desk.services.rehearsal.past import rehearse_past
from desk.services.rehearsal.past_story import story
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = pytest.mark.requirement("DESK-09")
BEN = By("staff", "ben", "sales", "Ben Cole")
SLOWER = '[first_response]\ncall_task_after = "30m"\n[approval]\nmarketplace = "queue"\n'


@pytest.fixture
def worked() -> SmallDesk:
    """A store at which a lead came, was answered, talked with, held, taken back and turned off."""
    small = SmallDesk()
    lead_id = small.take()
    small.later(minutes=10)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Can I come Saturday at 3?", key="r1"))
    small.later(minutes=5)
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="no_answer", summary="Rang out"))
    small.run(c.ClaimLead(by=ANA, lead_id=lead_id))
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="dana"))
    small.run(c.MoveLead(by=DANA, lead_id=lead_id, stage="qualified"))
    until = small.clock.now() + timedelta(days=20)
    small.run(
        c.HoldLead(
            by=DANA,
            lead_id=lead_id,
            kind="organic",
            reason="Kim waits for a bonus",
            until=until,
            note="Ask Kim",
        )
    )
    small.later(hours=1)
    small.run(c.ResumeLead(by=DANA, lead_id=lead_id))
    small.run(c.SetConsent(by=DANA, lead_id=lead_id, channel="text", given=True, evidence="written: form"))
    small.run(c.TurnAssistant(by=DANA, lead_id=lead_id, on=False, reason="Dana writes"))
    small.later(hours=1)
    return small


def events(small: SmallDesk, days: int = 30) -> list[str]:
    now = small.clock.now()
    return [event.do for event in story(small.desk.store, now - timedelta(days=days), now).events]


def test_the_past_is_told_from_the_stores_rows(worked: SmallDesk) -> None:
    assert events(worked) == [
        "lead",
        "reply",
        "log",
        "claim",
        "assign",
        "stage",
        "hold",
        "resume",
        "consent",
        "ai",
    ]


def test_the_replay_ends_where_the_store_stands(worked: SmallDesk) -> None:
    lines = list(rehearse_past(worked.desk.store, worked.clock.now(), "30d"))
    (row,) = lines[-1]["leads"]
    with worked.desk.store.reading() as session:
        lead = session.get_one(type(worked.lead(row["lead"])), row["lead"])
        assert (row["owner"], row["ai"], row["stage"]) == (lead.owner_id, lead.ai_state, lead.stage)
    assert not any(line["kind"] in ("refused", "diff") for line in lines)


def _diffs(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line for line in lines if line["kind"] == "diff"]


def test_what_differs_is_said_per_lead_and_in_sum(worked: SmallDesk, tmp_path: Path) -> None:
    file = tmp_path / "slower.toml"
    file.write_text(SLOWER)
    lines = list(rehearse_past(worked.desk.store, worked.clock.now(), "30d", file))
    (diff,) = _diffs(lines)
    assert lines.index(diff) == len(lines) - 2, "beside the stream, before the summary"
    assert diff["changes"]["sent email"]["changed"] == 0 < diff["changes"]["sent email"]["running"]
    assert diff["changes"]["pending_approval email"]["running"] == 0
    total = lines[-1]["diff"]
    assert (total["leads"], total["differ"]) == (1, 1)
    assert total["sums"]["sent email"] == diff["changes"]["sent email"]


@pytest.fixture
def sold() -> SmallDesk:
    """A store at which Ana worked a lead with proof, and Ben sold it two days after her last follow-up."""
    small = SmallDesk()
    small.run(c.SaveStaff(staff_id="ben", values={"name": "Ben Cole", "role": "sales"}))
    lead_id = small.take()
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="ana"))
    small.later(minutes=5)
    talked = {"type": "call", "outcome": "connected_follow_up", "recorded": "call-1"}
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, **talked))
    small.later(days=6)
    small.run(c.LogActivity(by=ANA, lead_id=lead_id, type="email", to_customer="Any news?"))
    small.later(days=2)
    small.run(c.RecordSale(by=BEN, lead_id=lead_id))
    small.later(hours=1)
    return small


@pytest.mark.requirement("COVER-06")
def test_a_proposed_policy_says_who_would_have_gained_and_lost(sold: SmallDesk, tmp_path: Path) -> None:
    file = tmp_path / "two_way.toml"
    file.write_text('[coverage]\nbdc = "two_way_7d"\n')
    lines = list(rehearse_past(sold.desk.store, sold.clock.now(), "30d", file))
    credit = {
        "credit of ana": {"running": 0.5, "changed": 0},
        "credit of ben": {"running": 0.5, "changed": 1.0},
    }
    (diff,) = _diffs(lines)
    assert {name: it for name, it in diff["changes"].items() if name.startswith("credit")} == credit
    assert {name: it for name, it in lines[-1]["diff"]["sums"].items() if name.startswith("credit")} == credit


@pytest.mark.requirement("COVER-06")
def test_whom_a_person_credited_stays_credited_and_a_sale_taken_back_never_was(
    sold: SmallDesk, tmp_path: Path
) -> None:
    with sold.desk.store.reading() as session:
        lead_id = session.scalars(select(Lead.id)).one()
    sold.run(c.UndoSale(by=DANA, lead_id=lead_id, reason="Wrong person"))
    sold.run(c.RecordSale(by=BEN, lead_id=lead_id, credited=("ana", "ben")))
    file = tmp_path / "two_way.toml"
    file.write_text('[coverage]\nbdc = "two_way_7d"\n')
    lines = list(rehearse_past(sold.desk.store, sold.clock.now(), "30d", file))
    (told,) = [line["shares"] for line in lines if line["kind"] == "credit"]
    assert [share["staff"] for share in told] == ["ana", "ben"]


@pytest.mark.requirement("FLOW-02")
def test_what_people_asked_of_each_other_is_replayed() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="ana"))
    small.later(minutes=5)
    small.run(FlagLead(by=ANA, lead_id=lead_id, reason="Speaks Polish"))
    small.run(AskRelief(by=ANA, lead_id=lead_id, reason="Away tomorrow"))
    small.later(hours=5)
    assert events(small)[-2:] == ["flag", "relief"]
    lines = list(rehearse_past(small.desk.store, small.clock.now(), "30d"))
    told = [
        (line["level"], line["to"]) for line in lines if line.get("ladder") == "Owner asks to be relieved"
    ]
    assert told[0] == (1, ["dana"])
    assert not any(line["kind"] == "refused" for line in lines)


def test_the_running_playbook_differs_from_itself_in_nothing(worked: SmallDesk, tmp_path: Path) -> None:
    file = tmp_path / "same.toml"
    file.write_text("")
    lines = list(rehearse_past(worked.desk.store, worked.clock.now(), "30d", file))
    assert _diffs(lines) == []
    assert lines[-1]["diff"] == {"leads": 1, "differ": 0, "sums": {}}


def test_the_same_past_prints_the_same_bytes(worked: SmallDesk, tmp_path: Path) -> None:
    file = tmp_path / "slower.toml"
    file.write_text(SLOWER)
    printed = []
    for _time in range(2):
        out = StringIO()
        assert run_past(worked.desk.store, worked.clock.now(), "30d", file, out) == 0
        printed.append(out.getvalue())
    assert printed[0] == printed[1]
    assert all(json.loads(line) for line in printed[0].splitlines())


def test_the_store_is_only_read(worked: SmallDesk, tmp_path: Path) -> None:
    told = len(worked.changes)
    list(rehearse_past(worked.desk.store, worked.clock.now(), "30d"))
    assert len(worked.changes) == told


def test_leads_of_before_the_span_are_left_out(worked: SmallDesk) -> None:
    worked.later(days=3)
    assert events(worked, days=1) == []


def test_a_mistake_is_said_with_its_place(worked: SmallDesk, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="30d"):
        list(rehearse_past(worked.desk.store, worked.clock.now(), "a month"))
    file = tmp_path / "wrong.toml"
    file.write_text("[cadence]\nnonsense = 3\n")
    with pytest.raises(BadPlaybook, match=r"wrong\.toml"):
        list(rehearse_past(worked.desk.store, worked.clock.now(), "30d", file))


@pytest.fixture
def learned() -> SmallDesk:
    """A store at which people asked, corrected a name, added a phone, heard of a trade-in, and took one edit back."""
    small = SmallDesk()
    lead_id = small.take()
    small.later(minutes=5)
    small.run(AssessNeeds(by=ANA, lead_id=lead_id, answers={"timeline": "This month"}))
    small.later(minutes=5)
    small.run(
        c.EditLead(
            by=ANA,
            lead_id=lead_id,
            customer={"first": "Kimberly", "full": "Kimberly Doe"},
            phone="(208) 555-0188",
        )
    )
    small.later(minutes=5)
    small.run(DescribeTradeIn(by=DANA, lead_id=lead_id, values={"make": "Honda", "model": "Civic"}))
    small.later(minutes=5)
    return small


def told(small: SmallDesk, do: str) -> list[dict[str, Any]]:
    now = small.clock.now()
    events = story(small.desk.store, now - timedelta(days=30), now).events
    return [dict(event.values) for event in events if event.do == do]


@pytest.mark.requirement("FLOW-07", "AI-07")
def test_what_people_learned_is_replayed_when_they_learned_it(learned: SmallDesk) -> None:
    assert events(learned) == ["lead", "needs", "change", "trade"]
    (lead,) = told(learned, "lead")
    assert (lead["customer"]["first"], lead["customer"]["full"]) == ("Kim", "Kim Doe"), (
        "the inquiry as it came"
    )
    assert len(lead["customer"]["phones"]) == 1
    assert lead["trade_in"] is None
    (needs,) = told(learned, "needs")
    assert (needs["answers"], needs["by"]) == ({"timeline": "This month"}, "ana")
    (change,) = told(learned, "change")
    assert change["customer"] == {"first": "Kimberly", "full": "Kimberly Doe"}
    assert change["phone"] == "+12085550188"
    (trade,) = told(learned, "trade")
    assert trade["values"] == {"make": "Honda", "model": "Civic"}


@pytest.mark.requirement("FLOW-07")
def test_the_replay_of_edits_refuses_nothing_and_differs_in_nothing(
    learned: SmallDesk, tmp_path: Path
) -> None:
    file = tmp_path / "same.toml"
    file.write_text("[closing]\nattempts = 6\n", "utf-8")
    lines = list(rehearse_past(learned.desk.store, learned.clock.now(), "30d", file))
    assert not any(line["kind"] in ("refused", "diff") for line in lines)
    (row,) = lines[-1]["leads"]
    with learned.desk.store.reading() as session:
        lead = session.get_one(Lead, row["lead"])
        assert row["temperature"] == lead.temperature


@pytest.mark.requirement("FLOW-11")
def test_an_edit_that_was_taken_back_never_was(learned: SmallDesk) -> None:
    with learned.desk.store.reading() as session:
        txn = session.scalar(
            select(History.txn).where(History.kind == "edit").order_by(History.at.desc()).limit(1)
        )
    learned.run(c.Undo(by=DANA, txn=str(txn)))
    assert events(learned) == ["lead", "needs", "change"]
