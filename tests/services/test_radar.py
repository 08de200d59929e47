"""The skate radar in the whole engine: on create and on edit, shown with evidence, never in the way (LEAD-11)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import EditLead, FindDuplicates, NotDuplicate, SaveStaff, TellManager
from desk.models.duplicate import Duplicate
from desk.models.errors import NotAllowed
from desk.models.history import History
from desk.models.snapshots.inbox import InboxItem
from desk.services.pair_search import PairSearch
from desk.services.rulebook import whole_playbook
from tests.services.desk_fixture import ANA, DANA
from tests.services.pairs import SAM, SAMUEL, TOM, VIN, PairDesk


@pytest.fixture
def desk() -> PairDesk:
    return PairDesk()


def told(desk: PairDesk) -> dict[str, str]:
    """Who was told of a pair, with the words under it."""
    rows = desk.all(Alert)
    return {
        row.staff_id: row.body for row in rows if row.key.startswith("duplicate·") and row.done_at is None
    }


def waiting(desk: PairDesk, viewer: str = "dana", who: str = "everyone") -> list[InboxItem]:
    groups = desk.ask(lambda read: read.inbox(who).groups, viewer)
    return [item for group in groups if group.key == "duplicate" for item in group.items]


@pytest.mark.requirement("LEAD-11")
def test_a_customer_typed_in_again_is_shown_to_both_people_and_the_manager_with_the_evidence(
    desk: PairDesk,
) -> None:
    samuel, sam = desk.brandts()
    (pair,) = desk.pairs()
    assert (pair.lead_id, pair.other_id, pair.how, pair.skate, pair.likely) == (
        sam,
        samuel,
        "created",
        True,
        "very_likely",
    )
    assert [sign["kind"] for sign in pair.signs] == ["near_phone", "same_address", "same_vin", "nickname"]
    assert set(told(desk)) == {"ana", "tom", "dana"}
    assert all(
        "One digit apart (strong)" in words and "Nickname (medium)" in words for words in told(desk).values()
    )
    assert [(item.name, item.words) for item in waiting(desk)] == [
        ("Samuel Brandt and Sam Brant", "One digit apart, same household · two reps")
    ]


@pytest.mark.requirement("LEAD-11")
def test_nothing_is_blocked_both_leads_go_their_way(desk: PairDesk) -> None:
    samuel, sam = desk.brandts()
    assert [(desk.lead(lead_id).stage, desk.lead(lead_id).owner_id) for lead_id in (samuel, sam)] == [
        ("new", "ana"),
        ("new", "tom"),
    ]


@pytest.mark.requirement("LEAD-11")
def test_a_record_edited_to_look_like_anothers_customer_is_noticed_at_the_edit(desk: PairDesk) -> None:
    samuel = desk.enter("Samuel Brandt", SAMUEL, owner="ana", vin=VIN)
    quill = desk.enter("Walter Quill", "+12085550171", owner="tom", by=TOM)
    assert desk.pairs() == []
    desk.run(EditLead(lead_id=quill, customer={"first": "Sam", "last": "Brant", "full": "Sam Brant"}, by=TOM))
    assert desk.pairs() == []  # a name alone is nobody's sign
    desk.run(EditLead(lead_id=quill, phone="(208) 555-0186", by=TOM))
    (pair,) = desk.pairs()
    assert (pair.lead_id, pair.other_id, pair.how, pair.skate, pair.raised_by) == (
        quill,
        samuel,
        "edited",
        True,
        "Tom Becker",
    )
    assert set(told(desk)) == {"ana", "tom", "dana"}


@pytest.mark.requirement("LEAD-11")
def test_a_number_added_to_ones_own_customer_that_is_anothers_is_noticed(desk: PairDesk) -> None:
    desk.enter("Samuel Brandt", SAMUEL, owner="ana")
    quill = desk.enter("Walter Quill", "+12085550171", owner="tom", by=TOM)
    desk.run(EditLead(lead_id=quill, phone=SAMUEL, by=TOM))
    (pair,) = desk.pairs()
    assert ([sign["kind"] for sign in pair.signs], pair.likely) == (["same_phone", "other_name"], "possible")


@pytest.mark.requirement("LEAD-04", "LEAD-11")
def test_a_household_with_one_phone_is_suggested_and_stays_two_customers(desk: PairDesk) -> None:
    house = {"street": "12 Linden Way", "postal": "83642"}
    rosa = desk.enter("Rosa Whitcombe", SAMUEL, owner="ana", **house)
    luis = desk.enter("Luis Whitcombe", SAMUEL, **house)
    (pair,) = desk.pairs()
    assert (pair.likely, pair.skate) == ("possible", False)
    assert told(desk) == {}
    assert desk.lead(rosa).customer_id != desk.lead(luis).customer_id


@pytest.mark.requirement("LEAD-11")
def test_what_comes_by_mail_is_suggested_without_an_alarm(desk: PairDesk) -> None:
    desk.enter("Samuel Brandt", SAMUEL, owner="ana")
    desk.enter("Sam Brant", SAM)
    (pair,) = desk.pairs()
    assert (pair.skate, told(desk)) == (False, {})
    assert len(waiting(desk)) == 1


@pytest.mark.requirement("LEAD-11", "LEAD-04")
def test_entering_a_known_customer_of_anothers_threads_it_and_tells_all_three(desk: PairDesk) -> None:
    samuel = desk.enter("Samuel Brandt", SAMUEL, owner="ana")
    assert desk.enter("Samuel Brandt", SAMUEL, by=TOM, owner="tom") == samuel
    rows = [row for row in desk.all(Alert) if row.key.startswith(f"{samuel}·again·")]
    assert {row.staff_id for row in rows} == {"ana", "tom", "dana"}
    assert {row.title for row in rows} == {"Tom Becker entered Samuel Brandt, a customer of Ana Ruiz"}
    assert desk.lead(samuel).owner_id == "ana"


@pytest.mark.requirement("LEAD-11")
def test_ones_own_customer_entered_again_alarms_nobody(desk: PairDesk) -> None:
    desk.enter("Samuel Brandt", SAMUEL, owner="ana")
    desk.enter("Samuel Brandt", SAMUEL, owner="ana", by=ANA)
    desk.enter("Sam Brant", SAM, owner="ana", by=ANA)
    assert [pair.skate for pair in desk.pairs()] == [False]
    assert not [row for row in desk.all(Alert) if "·again·" in row.key]


@pytest.mark.requirement("LEAD-11")
def test_told_apart_it_comes_back_only_with_a_new_sign(desk: PairDesk) -> None:
    samuel = desk.enter("Samuel Brandt", SAMUEL, owner="ana", street="1140 Alder Court", postal="83642")
    sam = desk.enter("Sam Brant", SAM, owner="tom", by=TOM)
    (pair,) = desk.pairs()
    desk.run(NotDuplicate(duplicate_id=pair.id, reason="Father and son", by=DANA))
    assert waiting(desk) == []
    assert told(desk) == {}
    desk.run(EditLead(lead_id=sam, customer={"city": "Boise"}, by=TOM))
    assert waiting(desk) == []
    desk.run(EditLead(lead_id=sam, customer={"street": "1140 Alder Ct", "postal": "83642"}, by=TOM))
    assert len(waiting(desk)) == 1
    lines = desk.look(
        lambda s: s.scalars(
            select(History).where(History.lead_id == samuel, History.kind == "not_same")
        ).all()
    )
    assert [line.why for line in lines] == [["Told apart by Dana Whit", "Father and son"]]


@pytest.mark.requirement("LEAD-11")
def test_deciding_twice_changes_nothing(desk: PairDesk) -> None:
    desk.brandts()
    (pair,) = desk.pairs()
    desk.run(NotDuplicate(duplicate_id=pair.id, by=DANA))
    before = desk.look(lambda s: s.scalars(select(History)).all())
    desk.run(NotDuplicate(duplicate_id=pair.id, by=DANA))
    assert len(desk.look(lambda s: s.scalars(select(History)).all())) == len(before)


@pytest.mark.requirement("LEAD-11", "DESK-04")
def test_a_rep_may_not_decide_on_anothers_customer_but_may_ask_the_manager(desk: PairDesk) -> None:
    desk.brandts()
    (pair,) = desk.pairs()
    with pytest.raises(NotAllowed, match="Another person's customer"):
        desk.run(NotDuplicate(duplicate_id=pair.id, by=TOM))
    desk.run(TellManager(duplicate_id=pair.id, note="he says they are brothers", by=TOM))
    asked = [row.body for row in desk.all(Alert) if row.staff_id == "dana" and "asks" in row.body]
    assert len(asked) == 1
    assert asked[0].startswith("Tom Becker asks: he says they are brothers")


@pytest.mark.requirement("LEAD-11")
def test_duplicates_already_in_the_store_are_found(desk: PairDesk) -> None:
    desk.brandts()
    with desk.desk.store.writing() as session:
        session.execute(Duplicate.__table__.delete())  # type: ignore[attr-defined]  # as if they came before the radar
    assert desk.run(FindDuplicates(limit=1, by=DANA)) != ""
    assert desk.run(FindDuplicates(by=DANA)) == ""
    assert [pair.how for pair in desk.pairs()] == ["found"]


@pytest.mark.requirement("LEAD-11")
def test_the_search_goes_over_the_store_once_and_rests_for_its_time(desk: PairDesk) -> None:
    asked: list[str] = []

    def run(command: Any) -> Any:
        asked.append(command.after)
        return desk.run(command)

    search = PairSearch(desk.clock, lambda: desk.desk.book, run)
    for number in range(25):
        desk.enter(f"Person{number} Unlike{number}", f"+1{300 + number}5550{101 + number}")
    for _ in range(5):
        search.look()
    assert [bool(after) for after in asked] == [False, True]  # twenty, then the other five
    desk.later(hours=25)
    search.look()
    assert len(asked) == 3


@pytest.mark.requirement("LEAD-11")
def test_mine_shows_the_pairs_of_ones_own_customers(desk: PairDesk) -> None:
    desk.run(SaveStaff(staff_id="olga", values={"name": "Olga Rehn", "role": "sales"}))
    desk.brandts()
    assert [len(waiting(desk, viewer, "mine")) for viewer in ("ana", "tom", "olga")] == [1, 1, 0]


@pytest.mark.requirement("LEAD-11")
def test_a_store_may_switch_the_radar_off(desk: PairDesk) -> None:
    desk.desk.use(whole_playbook({"duplicates": {"watch": False}}))
    desk.brandts()
    assert desk.pairs() == []


@pytest.mark.requirement("LEAD-11", "COMPLY-06")
def test_the_record_holds_signs_and_no_addresses(desk: PairDesk) -> None:
    desk.brandts()
    lines = desk.look(lambda s: s.scalars(select(History).where(History.kind == "duplicate")).all())
    assert len(lines) == 2
    assert not any(
        "555" in str(line.data) + str(line.why) or "Alder" in str(line.data) + str(line.why) for line in lines
    )
