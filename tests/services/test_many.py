"""Many leads at once: each answers for itself, one undo takes all of it back; a person's own views of the board (FLOW-12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from desk.models.commands import (
    AdjustTemperature,
    AssignLead,
    DropView,
    HoldLead,
    LogActivity,
    ManyDone,
    MoveLead,
    OnMany,
    SaveView,
    TurnAssistant,
    Undo,
)
from desk.models.errors import BadInput, Refused
from desk.models.store.queries.board import board, board_page
from desk.models.store.queries.board_filter import ORDERS
from desk.models.store.queries.done import done_acts
from desk.services.reader import Reader
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = pytest.mark.requirement("FLOW-12")


def read(small: SmallDesk, session: object) -> Reader:
    return Reader(session, small.clock.now(), "dana", small.desk.facts(), small.desk.book)  # type: ignore[arg-type]  # a session, typed by the store


def owners(small: SmallDesk, leads: Sequence[str]) -> list[str | None]:
    return [small.lead(lead_id).owner_id for lead_id in leads]


@pytest.mark.requirement("FLOW-11")
def test_one_undo_takes_back_what_was_assigned_to_many() -> None:
    small = SmallDesk()
    leads = tuple(small.take(number) for number in range(1, 5))
    before = owners(small, leads)
    told = small.run(OnMany(by=DANA, lead_ids=leads, given=AssignLead(lead_id="", to="dana")))
    assert told == ManyDone(leads, ())
    assert owners(small, leads) == ["dana"] * 4
    assert small.changes[-1].act == "assign"
    with small.desk.store.reading() as session:
        assert [(act.words, act.name) for act in done_acts(session, "Dana Whit")] == [("assign", "4 leads")]
    assert small.run(Undo(by=DANA, txn=small.last_txn)) == ()
    assert owners(small, leads) == before


@pytest.mark.requirement("FLOW-03")
def test_a_lead_that_refuses_says_why_and_keeps_no_other_back() -> None:
    small = SmallDesk()
    tried, untried = small.take(1), small.take(2)
    small.run(LogActivity(by=ANA, lead_id=tried, type="call", outcome="no_answer"))
    until = small.clock.now() + timedelta(days=14)
    given = HoldLead(
        lead_id="", kind="organic", reason="Waits for the factory", until=until, note="Both wait"
    )
    told = small.run(OnMany(by=ANA, lead_ids=(tried, untried), given=given))
    assert told.done == (tried,)
    assert [(row.lead_id, row.name, row.words) for row in told.refused] == [
        (untried, "Kim Doe", "Kim Doe cannot be put on hold yet.")
    ]
    assert told.refused[0].do
    assert (small.lead(tried).hold_kind, small.lead(untried).hold_kind) == ("organic", "")


@pytest.mark.requirement("FLOW-17")
def test_too_early_a_close_is_refused_lead_by_lead() -> None:
    small = SmallDesk()
    leads = (small.take(1), small.take(2))
    early = OnMany(by=ANA, lead_ids=leads, given=MoveLead(lead_id="", stage="lost", reason="no_response"))
    assert [row.lead_id for row in small.run(early).refused] == list(leads)
    told = small.run(
        OnMany(by=ANA, lead_ids=leads, given=MoveLead(lead_id="", stage="lost", reason="Bought elsewhere"))
    )
    assert told.done == leads
    assert {small.lead(lead_id).stage for lead_id in leads} == {"lost"}


def test_an_act_that_needs_a_look_at_each_lead_is_not_one_for_many() -> None:
    small = SmallDesk()
    with pytest.raises(BadInput, match="lead by lead"):
        small.run(OnMany(by=DANA, lead_ids=(small.take(),), given=TurnAssistant(lead_id="", on=False)))


def test_a_person_keeps_views_of_their_own() -> None:
    small = SmallDesk()
    small.run(SaveView(by=DANA, name=" Hot  ones ", words="mine band:hot"))
    small.run(SaveView(by=DANA, name="Hot ones", words="mine band:hot order:newest"))
    small.run(SaveView(by=ANA, name="Late", words="everyone overdue"))
    with small.desk.store.reading() as session:
        assert read(small, session).shell().views == (("Hot ones", "mine band:hot order:newest"),)
    small.run(DropView(by=DANA, name="Hot ones"))
    with small.desk.store.reading() as session:
        assert read(small, session).shell().views == ()


def test_a_view_without_a_name_or_of_unknown_words_is_refused() -> None:
    small = SmallDesk()
    with pytest.raises(Refused, match="needs a name"):
        small.run(SaveView(by=DANA, name="  ", words="mine"))
    with pytest.raises(BadInput):
        small.run(SaveView(by=DANA, name="Odd", words="mine order:alphabet"))


@pytest.mark.parametrize("order", list(ORDERS))
def test_pages_of_every_order_hold_each_lead_once(order: str) -> None:
    small = SmallDesk()
    taken = {small.take(number) for number in range(1, 8)}
    who, seen, cursor = f"everyone order:{order}" if order else "everyone", [], ""
    with small.desk.store.reading() as session:
        reader = read(small, session)
        keys = [card.sort_key for card in board(session, small.clock.now(), who=who).columns[0].cards]
        assert keys == sorted(keys)
        for _page in range(4):
            page = board_page(session, "new", cursor, small.clock.now(), who=who, size=2)
            seen, cursor = seen + [card.id for card in page.cards], page.cursor
        assert reader.board(who).columns[0].count == len(taken)
    assert (len(seen), set(seen)) == (len(taken), taken)


def test_the_hottest_and_the_newest_stand_first() -> None:
    small = SmallDesk()
    old = small.take(1)
    small.later(hours=3)
    new = small.take(2)
    small.run(AdjustTemperature(by=DANA, lead_id=old, score=91, reason="Sat in it twice"))
    with small.desk.store.reading() as session:
        first = {
            order: board(session, small.clock.now(), who=f"everyone order:{order}").columns[0].cards[0].id
            for order in ("hottest", "newest")
        }
    assert first == {"hottest": old, "newest": new}


@pytest.mark.requirement("COMPLY-06")
def test_marked_leads_are_given_out_alone() -> None:
    small = SmallDesk()
    leads = [small.take(number) for number in range(1, 4)]
    with small.desk.store.reading() as session:
        given = read(small, session).leads_csv(leads[:2])
    assert (given.rows, given.customers) == (2, 2)
    lines = given.text.splitlines()
    assert lines[0].startswith("received,first name,last name,email,phone")
    assert len(lines) == 3
    assert "kim3@example.com" not in given.text
