"""Anything is found as one types, indexed or not yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.store.engine import open_memory
from desk.models.store.queries.find import find
from desk.models.store.search import forget, index_some, touch, touch_all, words_of
from desk.models.tables import Customer, Lead, Log, Vehicle, Wanted
from tests.models.store.conftest import NOW, Asked, Filler


def the_lead(filler: Filler) -> Lead:
    lead = filler.lead(
        "Aisha Karimé", stock="U3401", vehicle_title="2023 Toyota Highlander XLE", comments="towing?"
    )
    filler.phone(lead)
    filler.email(lead)
    filler.add(Wanted, lead_id=lead.id, stock="N24118", vin="JTMRWRFV5KD000001", make="Toyota")
    filler.message(lead, "Does it have captain's chairs? 100% sure")
    filler.add(Log, lead_id=lead.id, type="call", at=NOW, summary="wants a sunroof")
    other = filler.lead("Ben Okoro", vehicle_title="2021 Ford F-150", stock="T9")
    filler.message(other, "Is the truck still there?")
    for made in (lead, other):
        touch(filler.session.connection(), made.id)
    return lead


IN_BOTH = [
    "aisha", "ishA", "karim", "Aisha Karim", "0142", "(208) 555-0142", "+1 208 555 0142", "208.555", "aisha.k@example",
    "u3401", "N24118", "JTMRWRFV5KD", "highlander", "captain", "chairs", "toyota aisha", "towing",
]  # fmt: skip


@pytest.mark.requirement("LEAD-10")
@pytest.mark.parametrize("indexed", [True, False], ids=["indexed", "not yet indexed"])
@pytest.mark.parametrize("typed", IN_BOTH)
def test_a_lead_is_found_by_what_is_known_or_said(filler: Filler, typed: str, indexed: bool) -> None:
    lead = the_lead(filler)
    if indexed:
        assert index_some(filler.session) == 0
    assert [row.id for row in find(filler.session, typed)] == [lead.id]


@pytest.mark.requirement("LEAD-10")
@pytest.mark.parametrize("typed", ["chair", "sunro", "sunroof", "karime", "capt"])
def test_the_index_knows_beginnings_logs_and_letters_without_accents(filler: Filler, typed: str) -> None:
    lead = the_lead(filler)
    index_some(filler.session)
    assert [row.id for row in find(filler.session, typed)] == [lead.id]


@pytest.mark.requirement("LEAD-10")
@pytest.mark.parametrize(
    "typed", ["", "   ", "nobody", "aisha okoro", "99999", '"', "%", "NEAR(", "captain -x OR *"]
)
def test_nothing_is_found_where_nothing_is(filler: Filler, typed: str) -> None:
    the_lead(filler)
    index_some(filler.session)
    assert find(filler.session, typed) == ()


@pytest.mark.requirement("LEAD-10")
def test_one_or_two_letters_are_the_beginning_of_a_name(filler: Filler) -> None:
    lead = the_lead(filler)
    index_some(filler.session)
    for typed in ("a", "Ai", "ka", "ai ka"):
        assert [row.id for row in find(filler.session, typed)] == [lead.id], typed
    assert find(filler.session, "sh") == ()
    assert [row.title for row in find(filler.session, "highlander ai")] == ["Aisha Karimé"]


@pytest.mark.requirement("LEAD-10")
def test_a_changed_lead_is_found_by_its_new_words_and_no_more_by_the_old(filler: Filler) -> None:
    lead = the_lead(filler)
    index_some(filler.session)
    filler.session.get_one(Customer, lead.customer_id).full = "Aisha Santos"
    filler.session.get_one(Customer, lead.customer_id).last = "Santos"
    touch(filler.session.connection(), lead.id)
    touch(filler.session.connection(), lead.id)
    filler.session.flush()
    assert [row.title for row in find(filler.session, "santos")] == ["Aisha Santos"]
    index_some(filler.session)
    assert [row.title for row in find(filler.session, "santos")] == ["Aisha Santos"]
    assert find(filler.session, "karim") == ()


@pytest.mark.requirement("LEAD-10")
def test_the_index_is_filled_a_few_leads_at_a_time(filler: Filler) -> None:
    for number in range(7):
        filler.lead(f"Person Number{number}")
    touch_all(filler.session)
    assert [index_some(filler.session, 3) for _ in range(4)] == [4, 1, 0, 0]
    assert len(find(filler.session, "number")) == 7


@pytest.mark.requirement("LEAD-10")
def test_the_newest_leads_come_first_and_names_before_words(filler: Filler) -> None:
    said = filler.lead("Carl Jonas")
    filler.message(said, "my friend Martha told me")
    older, newer = filler.lead("Martha One"), filler.lead("Martha Two")
    touch_all(filler.session)
    index_some(filler.session)
    assert [row.id for row in find(filler.session, "martha")] == [newer.id, older.id, said.id]


@pytest.mark.requirement("COMPLY-06")
def test_a_forgotten_lead_is_not_found(filler: Filler) -> None:
    lead = the_lead(filler)
    index_some(filler.session)
    forget(filler.session, lead.id)
    assert find(filler.session, "aisha") == () == find(filler.session, "captain")


@pytest.mark.requirement("LEAD-10")
def test_a_vehicle_is_found_by_stock_vin_and_name(filler: Filler) -> None:
    car = {"year": 2022, "make": "Toyota", "model": "RAV4", "trim": "XLE", "seen_at": NOW}
    filler.add(Vehicle, stock="T4410", vin="JTMRWRFV5KD000009", **car)
    filler.add(Vehicle, stock="T4411", status="gone", **car)
    for typed in ("T441", "rav4 xle", "5KD000009", "2022 toyota"):
        rows = [(row.kind, row.title, row.detail) for row in find(filler.session, typed)]
        assert rows == [("vehicle", "2022 Toyota RAV4 XLE", "T4410 · In stock")], typed


@pytest.mark.requirement("LEAD-10")
def test_a_search_asks_a_fixed_number_of_questions(filler: Filler, asked: Asked) -> None:
    for number in range(60):
        filler.message(filler.lead(f"Martha {number}"), "Martha here")
    touch_all(filler.session)
    index_some(filler.session, 100)
    asked.count = 0
    assert len(find(filler.session, "martha")) == 50
    assert asked.count <= 7


@pytest.mark.requirement("LEAD-10")
@given(typed=st.text(max_size=30))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    store = open_memory()
    with store.writing() as session:
        filler = Filler(session)
        indexed, waiting = filler.lead("Indexed Person"), filler.lead("Waiting Person")
        touch(session.connection(), indexed.id)
        index_some(session)
        touch(session.connection(), waiting.id)
        assert isinstance(find(session, typed), tuple)
        assert bool(words_of(typed)) == bool(typed.strip("\0").strip())
    store.close()
