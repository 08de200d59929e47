"""Merging in the whole engine: the preview keeps its word, nothing is lost, mail lands right, and it can be taken apart (LEAD-04)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import (
    BookAppointment,
    EditLead,
    LogActivity,
    MergeLeads,
    MoveLead,
    OptOut,
    RecordSale,
    TakeNumbers,
    TurnAssistant,
    Undo,
    UnmergeLeads,
)
from desk.models.conversation import Log, Message
from desk.models.duplicate import Merge
from desk.models.errors import NotAllowed, Refused
from desk.models.history import History
from desk.models.intake.number_lists import AnsweredRow
from desk.models.lead import Wanted
from desk.models.person import Customer
from desk.models.snapshots.merge import MergeView
from desk.models.store.search import index_some
from desk.models.task import Appointment
from tests.services.desk_fixture import ANA, DANA
from tests.services.pairs import SAM, SAMUEL, TOM, PairDesk


@pytest.fixture
def desk() -> PairDesk:
    return PairDesk()


def preview(desk: PairDesk, viewer: str = "dana", **choices: str) -> MergeView:
    (pair,) = desk.pairs()
    view = desk.ask(lambda read: read.duplicate(pair.id, choices), viewer)
    assert view is not None
    return view


def results(view: MergeView) -> dict[str, str]:
    return {line.key: line.result for line in view.lines}


def customer(desk: PairDesk, lead_id: str) -> Customer:
    wanted = desk.lead(lead_id).customer_id
    return next(row for row in desk.all(Customer) if row.id == wanted)


def merged(desk: PairDesk, samuel: str, sam: str, **more: object) -> str:
    return str(desk.run(MergeLeads(kept_id=samuel, gone_id=sam, by=DANA, **more)))  # type: ignore[arg-type]  # fields by name


# --- the preview keeps its word ---


@pytest.mark.requirement("LEAD-04")
def test_the_preview_shows_both_values_who_wins_and_why(desk: PairDesk) -> None:
    samuel, _sam = desk.brandts()
    view = preview(desk)
    lines = {line.key: line for line in view.lines}
    assert view.left.card.id == samuel  # the earlier record is kept
    assert (lines["name"].left, lines["name"].right, lines["name"].result) == (
        "Samuel Brandt",
        "Sam Brant",
        "Samuel Brandt",
    )
    assert lines["phone"].result == "Both kept, 0136 first"
    assert (lines["phone"].left_marks, lines["phone"].right_marks) == ((12,), (12,))
    assert (lines["owner"].choices, lines["owner"].wins) == (("Ana", "Tom"), "left")
    assert lines["owner"].note == "earlier contact, not covered"
    assert (view.likely_words, view.skate, view.may_decide) == ("Very likely, 4 signs", True, True)
    assert view.who_words.startswith("Ana Ruiz, Tom Becker and Dana Whit see the same page.")


@pytest.mark.requirement("LEAD-04")
@pytest.mark.parametrize("choices", [{}, {"name": "right", "owner": "right", "address": "right"}])
def test_the_merged_record_holds_exactly_what_the_preview_said(
    desk: PairDesk, choices: dict[str, str]
) -> None:
    samuel, sam = desk.brandts()
    desk.run(LogActivity(lead_id=sam, type="visit", direction="in", summary="Looked at it", by=TOM))
    promised = results(preview(desk, **choices))
    merged(desk, samuel, sam, choices=choices)
    person, lead = customer(desk, samuel), desk.lead(samuel)
    owners = {"ana": "Ana Ruiz", "tom": "Tom Becker"}
    place = f"{person.street}, {person.city}, {person.region} {person.postal}"
    assert (person.full, owners[str(lead.owner_id)], place) == (
        promised["name"],
        promised["owner"],
        promised["address"],
    )
    assert f"{lead.vehicle_title}" == promised["vehicle"]
    assert lead.source == promised["source"]
    phones = [a for a in desk.addresses(person.id) if a.startswith("+")]
    assert (len(phones), promised["phone"]) == (2, "Both kept, 0136 first")
    filed = sum(row.lead_id == samuel for kind in (Message, Log, Appointment) for row in desk.all(kind))
    assert promised["history"] == f"{filed} in one timeline"


@pytest.mark.requirement("LEAD-04")
def test_the_covered_owner_is_proposed_before_the_earlier_one(desk: PairDesk) -> None:
    _samuel, sam = desk.brandts()
    desk.run(
        LogActivity(
            lead_id=sam, type="call", outcome="connected_follow_up", summary="Wants it", recorded="https://calls.example/1",
            next_step="Call again", by=TOM,
        )
    )  # fmt: skip
    line = next(line for line in preview(desk).lines if line.key == "owner")
    assert (line.wins, line.note) == ("right", "later contact, covered")


# --- one lead, nothing lost ---


@pytest.mark.requirement("LEAD-04", "DESK-11")
def test_one_lead_survives_with_everything_of_both(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    desk.run(LogActivity(lead_id=sam, type="visit", direction="in", summary="Came by", by=TOM))
    desk.run(BookAppointment(lead_id=sam, starts=desk.clock.now() + timedelta(days=1), by=TOM))
    merged(desk, samuel, sam)
    assert (desk.lead(sam).stage, desk.lead(sam).merged_into) == ("merged", samuel)
    assert desk.lead(samuel).stage == "appointment_set"  # the further of the two
    board = desk.ask(lambda read: read.board("everyone"))
    assert [card.id for column in board.columns for card in column.cards] == [samuel]
    assert sum(column.count for column in board.columns) == 1
    view = desk.ask(lambda read: read.lead(sam))  # whoever still asks for the old one sees the one that lives
    assert view is not None
    assert view.card.id == samuel
    lines = [item.text for item in view.timeline]
    assert lines.count("Lead received") == 2
    assert any("Came by" in line for line in lines)
    assert "Two records of this customer became one" in lines
    assert (
        len([row for row in desk.all(Wanted) if row.lead_id == samuel]) == 1
    )  # one vehicle, asked about twice


@pytest.mark.requirement("LEAD-04")
def test_one_outreach_the_second_first_message_is_dropped(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merged(desk, samuel, sam)
    firsts = [m for m in desk.all(Message) if m.purpose == "first_response"]
    assert {m.lead_id for m in firsts} == {samuel}
    assert [m.to_address for m in firsts if m.status == "superseded"] == [SAM]
    assert any(m.status == "queued" and m.to_address == SAMUEL for m in firsts)


@pytest.mark.requirement("LEAD-10")
def test_the_merged_record_is_found_by_its_own_name_where_it_lives_on(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merged(desk, samuel, sam)
    with desk.desk.store.writing() as session:
        index_some(session)
    found = desk.ask(lambda read: read.found("Brant"))
    assert [row.id for row in found] == [samuel]


@pytest.mark.requirement("LEAD-04", "COVER-01")
def test_both_learn_why_and_nobodys_work_is_lost(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    desk.run(LogActivity(lead_id=sam, type="visit", direction="in", summary="Came by", by=TOM))
    merged(desk, samuel, sam, tell=True, reason="Same man, he said so")
    said = {row.staff_id: row.body for row in desk.all(Alert) if "·merged·" in row.key}
    assert set(said) == {"ana", "tom"}
    assert all(
        "Same man, he said so" in words and "One digit apart (strong)" in words for words in said.values()
    )
    assert [row.staff_id for row in desk.all(Log) if row.lead_id == samuel] == ["tom"]
    why = desk.look(lambda s: s.scalars(select(History.why).where(History.kind == "merged")).one())
    assert why[:2] == ["Merged by Dana Whit", "Same man, he said so"]


@pytest.mark.requirement("LEAD-04", "DESK-04")
def test_who_may_merge(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    assert not preview(desk, "tom").may_decide
    with pytest.raises(NotAllowed, match="Another person's customer"):
        desk.run(MergeLeads(kept_id=samuel, gone_id=sam, by=TOM))
    own = (
        desk.enter("Ingrid Solberg", "+12085550140", owner="ana"),
        desk.enter("Ingrid Solbergh", "+12085550141", owner="ana"),
    )
    assert desk.run(MergeLeads(kept_id=own[0], gone_id=own[1], by=ANA))


@pytest.mark.requirement("LEAD-04")
def test_merging_twice_changes_nothing(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merged(desk, samuel, sam)
    lines = len(desk.all(History))
    assert merged(desk, samuel, sam) == ""
    assert (len(desk.all(History)), len(desk.all(Merge))) == (lines, 1)
    with pytest.raises(Refused, match="went into another lead already"):
        merged(desk, desk.enter("Walter Quill", "+12085550171"), sam)
    with pytest.raises(Refused, match="with itself"):
        merged(desk, samuel, samuel)


@pytest.mark.requirement("LEAD-04", "APPT-03")
def test_a_sale_keeps_its_own_record_and_the_customers_become_one(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    desk.run(RecordSale(lead_id=sam, by=TOM))
    view = preview(desk)
    assert (view.one_lead, view.result_words) == (False, "One customer, two leads")
    merge = merged(desk, samuel, sam)
    assert desk.lead(sam).stage == "sold"
    assert desk.lead(sam).customer_id == desk.lead(samuel).customer_id
    assert desk.addresses(desk.lead(samuel).customer_id) == sorted([SAMUEL, SAM, "s.brandt@example.com"])
    desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    assert desk.addresses(desk.lead(sam).customer_id) == [SAM]


# --- what silences somebody always wins ---


@pytest.mark.requirement("LEAD-04", "COMPLY-01")
@pytest.mark.rule("R3")
def test_an_opt_out_of_either_survives_the_merge_and_the_way_back(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    desk.run(OptOut(lead_id=sam, channels=("text",), words="stop texting", by=TOM))
    merge = merged(desk, samuel, sam)
    assert (SAM, "text") in desk.stops()
    assert desk.lead(samuel).ai_state == "opted_out"  # as quiet as the quieter of the two
    desk.run(OptOut(lead_id=samuel, channels=("all",), words="leave me alone", by=ANA))
    desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    stops = desk.stops()
    assert {
        (SAM, "text"),
        (SAM, "call"),
        (SAMUEL, "text"),
        (SAMUEL, "call"),
        ("s.brandt@example.com", "email"),
    } <= stops
    assert [desk.lead(lead_id).ai_state for lead_id in (samuel, sam)] == ["opted_out", "opted_out"]


@pytest.mark.requirement("LEAD-04", "AI-14")
def test_switched_off_at_one_is_off_at_the_merged_lead_and_comes_back_as_it_was(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    desk.run(TurnAssistant(lead_id=sam, on=False, reason="I have him on the phone", by=TOM))
    merge = merged(desk, samuel, sam)
    assert desk.lead(samuel).ai_state == "off"
    desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    assert [desk.lead(lead_id).ai_state for lead_id in (samuel, sam)] == ["on", "off"]


# --- mail and texts land right ---


@pytest.mark.requirement("LEAD-04", "LEAD-11")
def test_a_mail_to_the_merged_lead_lands_on_the_survivor_by_token_thread_and_address(desk: PairDesk) -> None:
    samuel = desk.enter("Samuel Brandt", SAMUEL, "s.brandt@example.com", owner="ana")
    sam = desk.enter("Sam Brant", SAM, "sam@example.net", owner="tom")
    header = next(m.message_id for m in desk.all(Message) if m.lead_id == sam and m.channel == "email")
    token = desk.lead(sam).reply_token
    merged(desk, samuel, sam)
    assert desk.mail("new@example.org", "By the token.", "m1", To=f"sales+{token}@store.example") == "reply"
    assert desk.mail("other@example.org", "By the thread.", "m2", In_Reply_To=header) == "reply"
    assert desk.mail("sam@example.net", "By the address.", "m3") == "reply"
    assert desk.text(SAM, "By the number.", "SM1") == "reply"
    assert desk.said_in(samuel) == {"By the token.", "By the thread.", "By the address.", "By the number."}
    assert desk.said_in(sam) == set()


@pytest.mark.requirement("LEAD-04")
def test_two_leads_of_one_customer_become_one_and_the_next_inquiry_is_threaded_to_it(desk: PairDesk) -> None:
    old = desk.enter("Samuel Brandt", SAMUEL, "s.brandt@example.com", owner="ana")
    desk.run(MoveLead(lead_id=old, stage="lost", reason="bought_elsewhere", by=ANA))
    desk.later(days=3)
    new = desk.enter("Samuel Brandt", SAMUEL, "s.brandt@example.com", owner="ana")
    assert new != old
    assert desk.lead(new).customer_id == desk.lead(old).customer_id
    merge = merged(desk, old, new)
    assert desk.enter("Samuel Brandt", SAMUEL, comments="Is the red one there too?") == old
    desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    assert desk.enter("Samuel Brandt", SAMUEL, comments="Or the blue one?") == new


@pytest.mark.requirement("LEAD-04")
@pytest.mark.rule("R8")
def test_what_comes_for_a_shared_number_wakes_only_the_lead_that_lives(desk: PairDesk) -> None:
    rosa = desk.enter("Rosa Whitcombe", SAMUEL, owner="ana")
    luis = desk.enter("Luis Whitcombe", SAMUEL, owner="ana")
    merged(desk, rosa, luis)
    desk.later(days=3)
    gone_to_another = AnsweredRow(1, SAMUEL, desk.clock.now(), "yes")
    desk.run(
        TakeNumbers(
            kind="reassigned",
            digest="d",
            name="list.csv",
            dated=desk.clock.now(),
            rows=(gone_to_another,),
            rows_done=1,
            whole=True,
            by=DANA,
        )
    )
    assert (SAMUEL, "text") in desk.stops()
    assert desk.lead(luis).stage == "merged"
    assert desk.lead(luis).due_at is None
    assert {m.lead_id for m in desk.all(Message)} == {rosa}


@pytest.mark.requirement("LEAD-04")
def test_a_command_for_the_merged_lead_reaches_the_one_that_lives(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merged(desk, samuel, sam)
    desk.run(LogActivity(lead_id=sam, type="note", summary="From a window that still showed Sam", by=TOM))
    assert [row.lead_id for row in desk.all(Log)] == [samuel]


@pytest.mark.requirement("LEAD-04")
def test_taken_apart_days_later_each_address_has_its_own_again(desk: PairDesk) -> None:
    samuel = desk.enter("Samuel Brandt", SAMUEL, "s.brandt@example.com", owner="ana")
    sam = desk.enter("Sam Brant", SAM, "sam@example.net", owner="tom")
    token = desk.lead(sam).reply_token
    merge = merged(desk, samuel, sam)
    desk.later(days=2)
    desk.text(SAM, "Sam wrote while merged.", "SM1")
    desk.mail("s.brandt@example.com", "Samuel wrote while merged.", "m1")
    desk.later(days=3)
    assert desk.run(UnmergeLeads(merge_id=merge, reason="Two brothers", by=DANA)) == ()
    assert desk.said_in(samuel) == {"Samuel wrote while merged."}
    assert desk.said_in(sam) == {"Sam wrote while merged."}
    desk.text(SAM, "Sam again.", "SM2")
    desk.mail("sam@example.net", "Sam by mail.", "m2")
    desk.mail("new@example.org", "Sam by token.", "m3", To=f"sales+{token}@store.example")
    desk.mail("s.brandt@example.com", "Samuel again.", "m4")
    assert desk.said_in(sam) == {"Sam wrote while merged.", "Sam again.", "Sam by mail.", "Sam by token."}
    assert desk.said_in(samuel) == {"Samuel wrote while merged.", "Samuel again."}


@pytest.mark.requirement("LEAD-04")
def test_later_edits_stay_where_they_belong_and_are_said(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merge = merged(desk, samuel, sam, choices={"name": "right", "owner": "right"})
    desk.run(EditLead(lead_id=samuel, customer={"full": "Samuel A. Brandt"}, by=ANA))
    desk.run(MoveLead(lead_id=samuel, stage="qualified", by=ANA))
    desk.run(LogActivity(lead_id=samuel, type="note", summary="Since the merge", by=ANA))
    desk.later(days=4)
    stays = desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    assert stays == ("The name was changed since the merge and stays.",)
    assert customer(desk, samuel).full == "Samuel A. Brandt"
    assert customer(desk, sam).full == "Sam Brant"
    assert [desk.lead(lead_id).owner_id for lead_id in (samuel, sam)] == ["ana", "tom"]
    assert [desk.lead(lead_id).stage for lead_id in (samuel, sam)] == ["qualified", "new"]
    assert [row.lead_id for row in desk.all(Log)] == [samuel]
    told = desk.look(
        lambda s: s.scalars(
            select(History.why).where(History.kind == "unmerged", History.lead_id == samuel)
        ).one()
    )
    assert told == ["Taken apart by Dana Whit", *stays]


@pytest.mark.requirement("LEAD-04")
def test_taking_apart_twice_changes_nothing_and_it_counts_as_told_apart(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merge = merged(desk, samuel, sam)
    desk.run(UnmergeLeads(merge_id=merge, by=DANA))
    lines = len(desk.all(History))
    assert desk.run(UnmergeLeads(merge_id=merge, by=DANA)) == ()
    assert len(desk.all(History)) == lines
    assert [pair.state for pair in desk.pairs()] == ["not_same"]


@pytest.mark.requirement("LEAD-04", "FLOW-11")
def test_undo_takes_a_merge_apart(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    merged(desk, samuel, sam)
    txn = desk.last_txn
    assert [act.words for act in desk.ask(lambda read: read.done_acts())] == ["merge"]
    desk.run(Undo(txn=txn, by=DANA))
    assert (desk.lead(sam).stage, desk.lead(sam).merged_into) == ("new", None)
    with pytest.raises(Refused, match="taken apart already"):
        desk.run(Undo(txn=txn, by=DANA))


@pytest.mark.requirement("LEAD-04")
def test_three_records_are_taken_apart_in_any_order(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    third = desk.enter("S Brandt", "+12085550137", "sb@example.net")
    first = merged(desk, samuel, sam, choices={"name": "right"})
    second = merged(desk, samuel, third, choices={"name": "right"})
    assert customer(desk, samuel).full == "S Brandt"
    desk.run(UnmergeLeads(merge_id=first, by=DANA))
    desk.run(UnmergeLeads(merge_id=second, by=DANA))
    names = {lead_id: customer(desk, lead_id).full for lead_id in (samuel, sam, third)}
    assert names == {samuel: "Samuel Brandt", sam: "Sam Brant", third: "S Brandt"}
    assert desk.addresses(desk.lead(third).customer_id) == ["+12085550137", "sb@example.net"]


@pytest.mark.requirement("LEAD-04")
def test_a_lead_that_went_on_into_another_is_taken_out_last_in_first_out(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    third = desk.enter("Samuel Brandt", "+12085550137")
    first = merged(desk, samuel, sam)
    second = merged(desk, third, samuel)
    assert desk.lead(sam).merged_into == third
    desk.text(SAM, "Still me.", "SM1")
    assert desk.said_in(third) == {"Still me."}
    with pytest.raises(Refused, match="went into another one since"):
        desk.run(UnmergeLeads(merge_id=first, by=DANA))
    desk.run(UnmergeLeads(merge_id=second, by=DANA))
    assert desk.lead(sam).merged_into == samuel
    desk.run(UnmergeLeads(merge_id=first, by=DANA))
    assert desk.said_in(sam) == {"Still me."}
