"""Sales and their credit, the manager turn, the store's own playbook, its summaries: in the engine itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import By
from desk.models.deal import Deal
from desk.models.errors import BadPlaybook, NotAllowed, Refused
from desk.models.history import History, PlaybookVersion
from desk.models.task import Task
from desk.services.reader import reading
from desk.services.rulebook import stored_playbook, whole_playbook
from tests.services.desk_fixture import ANA, DANA, SmallDesk

BEN = By("staff", "ben", "sales", "Ben Cole")


def small_desk() -> tuple[SmallDesk, str]:
    """A desk with a seller on the floor, and a lead that Ana worked with proof."""
    small = SmallDesk()
    small.run(c.SaveStaff(staff_id="ben", values={"name": "Ben Cole", "role": "sales", "team": "floor"}))
    lead_id = small.take()
    small.run(c.AssignLead(by=DANA, lead_id=lead_id, to="ana"))
    small.later(minutes=5)
    small.run(
        c.LogActivity(by=ANA, lead_id=lead_id, type="call", outcome="connected_follow_up", recorded="call-1")
    )
    return small, lead_id


def deal(small: SmallDesk) -> Deal:
    with small.desk.store.reading() as session:
        return session.scalars(select(Deal)).one()


def happened(small: SmallDesk, kind: str) -> list[Any]:
    return [event for change in small.changes for event in change.happened if event.kind == kind]


def shares(small: SmallDesk) -> list[tuple[str, float]]:
    return [(row["staff"], row["share"]) for row in deal(small).shares]


# --- sales ---


@pytest.mark.requirement("COVER-05", "COVER-06")
def test_a_sale_keeps_its_shares_its_evidence_and_the_version_it_was_ruled_under() -> None:
    small, lead_id = small_desk()
    small.run(c.RecordSale(by=BEN, lead_id=lead_id))
    kept = deal(small)
    assert shares(small) == [("ben", 0.5), ("ana", 0.5)]
    assert kept.playbook == small.desk.book.version
    assert kept.verdicts[0]["evidence"][0]["verdict"] == "Counts"
    with pytest.raises(Refused):
        small.run(c.RecordSale(by=BEN, lead_id=lead_id))


@pytest.mark.requirement("COVER-05", "APPT-03")
def test_a_sale_taken_back_credits_nobody_and_the_stage_is_what_it_was() -> None:
    small, lead_id = small_desk()
    before = small.lead(lead_id).stage
    small.run(c.RecordSale(by=BEN, lead_id=lead_id))
    small.run(c.UndoSale(by=DANA, lead_id=lead_id, reason="The lender said no"))
    assert small.lead(lead_id).stage == before
    assert deal(small).undone_why.endswith("The lender said no")
    assert happened(small, "credit")[-1].data["shares"] == []
    with pytest.raises(Refused):
        small.run(c.UndoSale(by=DANA, lead_id=lead_id, reason="again"))


@pytest.mark.requirement("COVER-05", "FLOW-11")
def test_undo_of_a_sale_reverses_its_credit() -> None:
    small, lead_id = small_desk()
    small.run(c.RecordSale(by=BEN, lead_id=lead_id))
    small.run(c.Undo(by=BEN, txn=small.last_txn))
    assert deal(small).undone_at is not None
    assert small.lead(lead_id).outcome == ""


@pytest.mark.requirement("COVER-05")
def test_a_manager_settles_a_dispute_with_a_reason_and_both_rulings_are_kept() -> None:
    small, lead_id = small_desk()
    small.run(c.RecordSale(by=BEN, lead_id=lead_id))
    with pytest.raises(NotAllowed):
        small.run(c.DecideCredit(by=BEN, lead_id=lead_id, credited=("ben",), reason="Mine"))
    with pytest.raises(Refused) as refusal:
        small.run(c.DecideCredit(by=DANA, lead_id=lead_id, credited=(), reason=""))
    assert refusal.value.missing == ("credited", "reason")
    small.run(c.DecideCredit(by=DANA, lead_id=lead_id, credited=("ana",), reason="Ben only opened the door"))
    kept = deal(small)
    assert shares(small) == [("ana", 1.0)]
    assert [row["staff"] for row in kept.ruled_shares] == ["ben", "ana"]
    assert (kept.decided_by, kept.decided_why) == ("Dana Whit", "Ben only opened the door")


@pytest.mark.requirement("COVER-04", "COVER-07")
def test_asking_for_the_coverage_tells_every_policy_and_changes_nothing() -> None:
    small, lead_id = small_desk()
    before = small.lead(lead_id)
    found = small.run(c.AskCoverage(by=BEN, lead_id=lead_id, sold_by="ben"))
    assert [(it.policy, it.covered) for it in found] == [
        ("direct_7d", True),
        ("two_way_7d", True),
        ("notes_3d", True),
    ]
    assert len(happened(small, "coverage")) == 3
    after = small.lead(lead_id)
    assert (after.stage, after.owner_id, after.sort_key) == (before.stage, before.owner_id, before.sort_key)


@pytest.mark.requirement("COVER-04")
def test_the_window_shows_the_cover_with_days_and_proof() -> None:
    small, lead_id = small_desk()
    small.later(days=2)
    desk = small.desk
    with reading(desk.store, small.clock.now, lambda: "ana", desk.facts, lambda: desk.book)() as reader:
        (card,) = reader.cards([lead_id])
        view = reader.lead(lead_id)
    assert card.coverage_days == 5
    assert view.coverage_words.startswith("Ana Ruiz is covered until")
    assert [row[3] for row in view.coverage_rows] == [
        "Covered",
        "Covered",
        "Covered",
        "Counts",
        *["Not evidence"] * 0,
    ][:4]


# --- the manager turn ---


@pytest.mark.requirement("FLOW-18")
def test_a_turn_rings_a_manager_and_is_a_contact_of_both() -> None:
    small, lead_id = small_desk()
    assert (
        small.run(c.TurnOver(by=ANA, lead_id=lead_id, summary="Ready to sign, asks about the payoff"))
        == "dana"
    )
    with small.desk.store.reading() as session:
        task = session.scalars(select(Task).where(Task.kind == "manager_turn")).one()
    assert (task.owner_id, task.recommended) == ("dana", "Ready to sign, asks about the payoff")
    assert small.lead(lead_id).owner_id == "ana"
    found = small.run(c.AskCoverage(by=DANA, lead_id=lead_id, sold_by="ben"))
    assert [row.what for row in found[0].evidence][-1] == "Met in the store"
    with pytest.raises(Refused):
        small.run(c.TurnOver(by=ANA, lead_id=lead_id, summary=" "))


# --- the store's own playbook ---


@pytest.mark.requirement("DESK-09")
def test_a_saved_playbook_runs_at_once_and_after_the_next_start() -> None:
    small, _lead_id = small_desk()
    shipped = small.desk.book.version
    small.run(c.SavePlaybook(by=DANA, toml="[closing]\nattempts = 3", why="We try less often"))
    assert small.desk.book.number("closing.attempts") == 3
    again = stored_playbook(small.desk.store)
    assert again.version == small.desk.book.version != shipped
    with small.desk.store.reading() as session:
        row = session.scalars(select(PlaybookVersion)).one()
    assert (row.by, row.why) == ("Dana Whit", "We try less often")


@pytest.mark.requirement("DESK-09", "COVER-06")
def test_each_decision_names_the_version_it_was_made_under() -> None:
    small = SmallDesk()
    shipped = small.desk.book.version
    small.take(1)
    small.later(minutes=1)
    saved = small.clock.now()
    small.run(c.SavePlaybook(by=DANA, toml='[first_response]\ncall_task_after = "10m"', why="Later calls"))
    small.later(minutes=1)
    small.take(2)
    with small.desk.store.reading() as session:
        told = session.execute(select(History.at, History.playbook).where(History.at != saved))
        under = {(at > saved, version) for at, version in told}
    assert under == {(False, shipped), (True, small.desk.book.version)}


@pytest.mark.requirement("DESK-09")
@pytest.mark.parametrize(
    ("toml", "place"),
    [
        ("[closing]\nattempts = -1", "closing.attempts"),
        ("[closing]\natempts = 3", "closing.atempts"),
        ("[closing\nattempts = 3", "the store's playbook"),
        (
            '[[ladder]]\nname = "X"\nwhen = { trigger = "unanswered" }\nsteps = [{ after = "5m", to = ["zoe"] }]',
            "ladder",
        ),
    ],
)
def test_a_mistake_is_refused_with_its_place_and_the_running_version_stays(toml: str, place: str) -> None:
    small, _lead_id = small_desk()
    running = small.desk.book
    with pytest.raises(BadPlaybook) as refusal:
        small.run(c.SavePlaybook(by=DANA, toml=toml, why="Try"))
    assert place in refusal.value.where
    assert small.desk.book is running
    assert stored_playbook(small.desk.store).version == whole_playbook().version


@pytest.mark.requirement("DESK-04")
def test_only_leaders_change_the_playbook() -> None:
    small, _lead_id = small_desk()
    with pytest.raises(NotAllowed):
        small.run(c.SavePlaybook(by=ANA, toml="", why="x"))


# --- the store's summaries ---


@pytest.mark.requirement("FLOW-17", "REPORT-02")
def test_the_store_is_told_its_night_at_opening_and_its_day_at_closing_once_each() -> None:
    small, _lead_id = small_desk()
    small.run(c.Tick())
    for _hour in range(48):
        small.later(hours=1)
        small.run(c.Tick())
    told = [(event.data["period"].split()[0], event.at.hour) for event in happened(small, "digest")]
    assert [name for name, _hour in told] == ["day", "overnight", "day", "overnight"]
    assert happened(small, "digest")[0].data["counts"]["leads"] == 1
    small.run(c.Tick())
    assert len(happened(small, "digest")) == 4


@pytest.mark.requirement("FLOW-17")
def test_the_evening_counts_what_nobody_touched_today() -> None:
    small, _worked = small_desk()
    small.take(2)
    small.run(c.Tick())
    small.later(hours=10)
    small.run(c.Tick())
    assert happened(small, "digest")[0].data["counts"]["without_activity"] == 1


@pytest.mark.requirement("TEMP-05")
def test_an_estimate_outside_the_scale_is_refused() -> None:
    small, lead_id = small_desk()
    with pytest.raises(Refused):
        small.run(c.AdjustTemperature(by=ANA, lead_id=lead_id, score=101, reason="x"))
    small.run(c.AdjustTemperature(by=ANA, lead_id=lead_id, score=91, reason="Cash"))
    assert small.lead(lead_id).band == "extremely_hot"
    small.later(days=4)
    small.run(c.Tick())
    assert small.lead(lead_id).temperature < 91


@pytest.mark.requirement("FLOW-04")
def test_a_day_later_nothing_is_decided_twice() -> None:
    small, lead_id = small_desk()
    until = small.clock.now() + timedelta(days=3)
    small.run(c.HoldLead(by=ANA, lead_id=lead_id, kind="organic", reason="Away", until=until, note="n"))
    small.later(days=4)
    for _again in range(3):
        small.run(c.Tick())
    assert len(happened(small, "resumed")) == 1


@pytest.mark.requirement("APPT-01")
def test_a_full_time_is_refused_with_the_next_free_ones() -> None:
    small, lead_id = small_desk()
    starts = small.clock.now() + timedelta(days=1)
    for number in (2, 3):
        other = small.take(number)
        small.run(c.BookAppointment(by=ANA, lead_id=other, starts=starts))
    with pytest.raises(Refused) as refusal:
        small.run(c.BookAppointment(by=ANA, lead_id=lead_id, starts=starts))
    assert refusal.value.missing == ("slot",)
    assert "Free are" in refusal.value.do
    small.run(c.BookAppointment(by=ANA, lead_id=lead_id, starts=starts + timedelta(hours=1)))


@pytest.mark.requirement("COVER-05", "LEAD-08", "DESK-11")
def test_the_record_says_who_is_credited_and_what_a_mark_rests_on() -> None:
    small, lead_id = small_desk()
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text="What is your best price?"))
    small.run(c.RecordSale(by=BEN, lead_id=lead_id))
    desk = small.desk
    with reading(desk.store, small.clock.now, lambda: "ana", desk.facts, lambda: desk.book)() as reader:
        said = [item.text for item in reader.lead(lead_id).timeline]
    assert "Credit: Ben Cole, half · Ana Ruiz, half" in said
    assert "Price shopper: asked for the price first" in said
