"""The sample dealership: the size that was asked, the same for the same seed, and at rest under the rules (DESK-07)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from desk.models.alert import Alert
from desk.models.commands import Tick
from desk.models.conversation import Message, Quarantine
from desk.models.intake.figures import vin_doubt
from desk.models.lead import Lead
from desk.models.person import Address, Customer
from desk.models.rules.coverage import policy_of, verdict
from desk.models.rules.standing import sort_key
from desk.models.rules.temperature import scored
from desk.models.store import search
from desk.models.store.engine import Store, open_memory
from desk.models.store.queries.first_board import coverage_days
from desk.models.store.queries.yours import last_clear
from desk.models.task import Appointment, Task, Timer
from desk.models.time import TurnedClock, local, to_micros
from desk.models.vehicle import Vehicle
from desk.models.words import AI_PRIORITY, BANDS, STAGES, Stage
from desk.services.adapters.clock import random_ids
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.leadfile import LeadFile
from desk.services.rulebook import whole_playbook
from desk.services.sample import fill
from desk.services.sample.tables import stories
from desk.services.sample.talk import BOTH, lines_of, messages_in

NOW = datetime(2026, 10, 14, 15, 5, tzinfo=UTC)  # a Wednesday, five past nine in the store's zone
ZONE = "America/Boise"


def made(leads: int, messages: int, seed: int = 1) -> Desk:
    desk = Desk(open_memory(), TurnedClock(NOW), random_ids, whole_playbook(), OpenEyes())
    fill(desk, leads=leads, messages=messages, seed=seed)
    return desk


@pytest.fixture(scope="module")
def house() -> Iterator[Desk]:
    desk = made(300, 3000)
    yield desk
    desk.store.close()


def rows(store: Store, table: Any) -> list[Any]:
    with store.reading() as session:
        return list(session.scalars(select(table)))


@pytest.mark.requirement("DESK-08")
@pytest.mark.parametrize(("leads", "messages"), [(0, 0), (1, 40), (40, 90), (40, 0), (130, 1500)])
def test_the_size_is_the_one_asked(leads: int, messages: int) -> None:
    desk = made(leads, messages)
    with desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Lead)) == leads
        assert session.scalar(select(func.count()).select_from(Message)) == messages


@pytest.mark.requirement("DESK-08")
def test_the_same_seed_tells_the_same_stories() -> None:
    def told(seed: int) -> list[Any]:
        with made(60, 500, seed).store.reading() as session:
            columns = (
                Message.id,
                Message.text,
                Message.at,
                Message.status,
                Lead.stage,
                Lead.sort_key,
                Lead.owner_id,
            )
            return list(
                session.execute(
                    select(*columns).join(Lead, Lead.id == Message.lead_id).order_by(Message.number)
                )
            )

    assert told(1) == told(1)
    assert told(1) != told(2)


@pytest.mark.requirement("DESK-08", "LEAD-05", "AI-14", "TEMP-02")
def test_every_stage_state_and_band_stands_on_the_board(house: Desk) -> None:
    leads = rows(house.store, Lead)
    assert {lead.stage for lead in leads} == set(STAGES)
    assert {lead.ai_state for lead in leads} == set(AI_PRIORITY)
    assert {lead.band for lead in leads} == {name for _floor, name in BANDS}
    assert {"none", "answered", "unanswered", "handoff"} == {lead.timer_kind for lead in leads}
    assert any(lead.owner_id is None for lead in leads)
    assert any(lead.hold_kind for lead in leads)
    running = [lead.timer_target for lead in leads if lead.timer_kind == "unanswered"]
    assert min(running) < NOW < max(running)
    statuses = Counter(message.status for message in rows(house.store, Message))
    assert {"sent", "delivered", "received", "queued", "pending_approval", "uncertain"} <= set(statuses)
    for table in (Appointment, Task, Timer, Alert, Quarantine):
        assert rows(house.store, table)


@pytest.mark.requirement("DESK-08")
def test_nobody_in_it_is_real(house: Desk) -> None:
    values = [address.value for address in rows(house.store, Address)]
    assert len(values) == len(set(values))
    assert all(re.fullmatch(r"\+1\d{3}55501\d\d|[\w.-]+@example\.com", value) for value in values)
    assert len({customer.full for customer in rows(house.store, Customer)}) == 300


@pytest.mark.requirement("AI-05")
def test_the_lot_holds_vehicles_with_sound_numbers(house: Desk) -> None:
    lot = rows(house.store, Vehicle)
    assert len(lot) >= 120
    assert not any(vin_doubt(car.vin) for car in lot)
    assert len({car.vin for car in lot}) == len({car.stock for car in lot}) == len(lot)
    assert {car.condition for car in lot} == {"new", "used"}


@pytest.mark.requirement("DESK-01")
def test_the_columns_agree_with_what_the_rules_would_say(house: Desk) -> None:
    for lead in rows(house.store, Lead):
        assert lead.sort_key == sort_key(lead)
        assert lead.received_at <= (lead.first_reply_at or NOW) <= NOW
        if lead.stage == Stage.NEW:
            assert lead.first_sent_at is None
        if lead.answered_at is not None:
            assert lead.answered_s == round((lead.answered_at - lead.received_at).total_seconds())


@pytest.mark.requirement("AI-01", "AI-05")
def test_the_rules_find_nothing_left_unsaid() -> None:
    """A tick over two hours answers no old message again and sends no first message twice."""
    desk = made(300, 3000)
    clock = desk.clock
    assert isinstance(clock, TurnedClock)
    for minute in range(0, 121, 5):
        clock.turn_to(NOW + timedelta(minutes=minute))
        while desk.run(Tick()):
            pass
    with desk.store.reading() as session:
        fresh = list(session.scalars(select(Message.purpose).where(Message.number > 3000)))
    assert not {"first_response", "reply", "handoff_notice", "opt_out_confirmation"} & set(fresh)


@pytest.mark.requirement("DESK-08")
def test_nothing_was_written_in_the_night(house: Desk) -> None:
    told = [
        m for m in rows(house.store, Message) if m.sent_at is not None and m.at < NOW - timedelta(hours=12)
    ]
    assert len(told) > 1500
    assert {local(message.at, ZONE).hour for message in told} <= set(range(8, 21))


@pytest.mark.requirement("LEAD-10")
def test_all_of_it_waits_for_the_search_index(house: Desk) -> None:
    with house.store.writing() as session:
        for _turn in range(8):
            search.index_some(session)
        waiting = search.index_some(session, limit=1)
        someone = session.scalars(select(Customer.full)).first()
        assert waiting == 0
        assert search.leads_found(session, str(someone))


@pytest.mark.requirement("DESK-08")
def test_a_story_is_as_long_as_it_says() -> None:
    from random import Random

    for story in stories():
        for more in (-1, 0, 3, 8):
            base = messages_in(story, BOTH)
            told = [line for line in lines_of(story, BOTH, more, Random(1)) if line.is_message]
            assert len(told) == max(0, base + more)


@pytest.mark.requirement("COVER-04", "DESK-08")
def test_cards_carry_the_cover_that_the_rules_would_decide(house: Desk) -> None:
    """Covered, about to lapse and never covered stand on the board, each as its record has it."""
    shown = Counter[str]()
    with house.store.reading() as session:
        work = house.looking(session, NOW)
        for lead in session.scalars(select(Lead).where(Lead.owner_id.is_not(None))).all():
            if not Stage(lead.stage).is_open:
                assert lead.coverage_until is None
                continue
            facts = LeadFile(work, lead).facts()
            owner = facts.owner
            assert owner is not None
            told = verdict(facts, owner.id, policy_of(owner, house.book), house.book, NOW)
            assert lead.coverage_until == told.until, lead.id
            left = coverage_days(to_micros(told.until) if told.until else None, NOW)
            shown[
                "none" if left is None else "lapsed" if left == 0 else "soon" if left <= 2 else "covered"
            ] += 1
    assert set(shown) >= {"none", "soon", "covered"}


@pytest.mark.requirement("TEMP-01", "DESK-08")
def test_open_leads_are_as_warm_as_the_rule_says_so_that_nothing_jumps_when_the_desk_looks(
    house: Desk,
) -> None:
    with house.store.reading() as session:
        work = house.looking(session, NOW)
        for lead in session.scalars(select(Lead)).all():
            if Stage(lead.stage).is_open:
                score, reasons = scored(LeadFile(work, lead).facts(), house.book, NOW)
                assert (lead.temperature, lead.temperature_reasons) == (score, [list(why) for why in reasons])
    hot = [lead for lead in rows(house.store, Lead) if lead.ai_state == "handed_off"]
    assert hot
    assert min(lead.temperature for lead in hot) >= 85


@pytest.mark.requirement("LEAD-07", "DESK-07")
def test_the_demos_list_was_cleared_by_its_manager_before_closing(house: Desk) -> None:
    with house.store.reading() as session:
        cleared = last_clear(session, "")
    assert cleared is not None
    who, at = cleared
    assert who == "Dana Whitlock"
    assert f"{local(at, ZONE):%a %H:%M}" == "Tue 17:41"
