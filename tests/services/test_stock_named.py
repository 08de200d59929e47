"""Inventory in the whole engine: feeds, what is gone, what a message names, and vehicles like it (AI-05)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models.commands import ImportStock, TakeReply, Tick
from desk.models.conversation import Message
from desk.models.errors import Refused
from desk.models.intake.prospect import WantedVehicle
from desk.models.rules.similar import reasons
from desk.models.vehicle import Vehicle
from desk.services.stock_feed import read_stock_feed
from tests.models.rules.stage_of_one import car, facts
from tests.services.desk_fixture import SmallDesk

HOMENET = (
    "type,stock,vin,year,make,model,body,trim,exteriorcolor,miles,sellingprice,certified,special_field1,dateinstock,internet_price\n"
    "Used,U3401,JTMRWRFV5KD000001,2022,Toyota,RAV4,SUV,XLE,Blue,31200,28950,No,x,2026-01-02,28450\n"
    "Used,A77,1HGCM82633A004352,2021,Honda,Accord,Sedan,EX,White,42000,0,Yes,,2026-01-05,\n"
)
AUTOXLOO = (
    "stock,title,vin,year,make,model,trim,body,mileage,price_current,InternetPrice,exterior,drive_type,fuel_type\n"
    "U3401,Used,JTMRWRFV5KD000001,2022,Toyota,RAV4,XLE,SUV,31300,28950,27950,Blue,AWD,Gasoline\n"
)


def feed(small: SmallDesk, text: str, **more: Any) -> dict[str, int]:
    told = read_stock_feed(text.encode())
    assert told.refused == ()
    return dict(small.run(ImportStock(rows=told.rows, seen=small.clock.now(), **more)))


def stock(small: SmallDesk) -> dict[str, Vehicle]:
    with small.desk.store.reading() as session:
        return {car.stock: car for car in session.scalars(select(Vehicle))}


def answer(small: SmallDesk, lead_id: str, text: str) -> str:
    small.run(TakeReply(lead_id=lead_id, channel="text", text=text))
    question = select(Message.text).where(Message.lead_id == lead_id, Message.direction == "out")
    with small.desk.store.reading() as session:
        return str(session.scalars(question.order_by(Message.number.desc())).first())


@pytest.fixture
def small() -> SmallDesk:
    return SmallDesk()


@pytest.mark.requirement("AI-05")
@pytest.mark.rule("R20")
def test_feeds_of_two_shapes_keep_one_vehicle_with_its_price_records_moment(small: SmallDesk) -> None:
    feed(small, HOMENET)
    first = stock(small)
    assert (first["U3401"].price_cents, first["U3401"].price_at) == (2_845_000, small.clock.now())
    assert (first["A77"].price_cents, first["A77"].price_at) == (None, None)
    small.later(hours=3)
    counts = feed(small, AUTOXLOO, full=False)
    again = stock(small)["U3401"]
    assert counts == {"new": 0, "changed": 1, "gone": 0}
    assert (again.mileage, again.price_cents, again.price_at, again.exterior) == (
        31300,
        2_795_000,
        small.clock.now(),
        "Blue",
    )


@pytest.mark.requirement("AI-05")
def test_a_vehicle_that_left_the_feed_is_not_told_as_here(small: SmallDesk) -> None:
    feed(small, HOMENET)
    small.later(hours=1)
    assert feed(small, HOMENET.rsplit("Used,A77", 1)[0]) == {"new": 0, "changed": 0, "gone": 1}
    assert stock(small)["A77"].status == "gone"
    told = answer(small, small.take(), "is stock A77 still there?")
    assert any(words in told for words in ("no longer", "has left"))


@pytest.mark.requirement("AI-05")
def test_a_feed_that_lost_more_than_half_changes_nothing_until_a_person_says_so(small: SmallDesk) -> None:
    lines = HOMENET.splitlines()
    many = "\n".join(
        [lines[0], *(lines[1].replace("U3401", f"U{n}").replace("JTMRWRFV5KD000001", "") for n in range(20))]
    )
    feed(small, many)
    few = "\n".join(many.splitlines()[:8])
    with pytest.raises(Refused, match="lost 13 of 20"):
        feed(small, few)
    assert {car.status for car in stock(small).values()} == {"available"}
    assert feed(small, few, allow_shrink=True)["gone"] == 13


@pytest.mark.requirement("AI-05")
def test_of_a_model_that_never_stood_here_the_kind_is_known_by_the_playbook(small: SmallDesk) -> None:
    feed(small, HOMENET)
    lead_id = small.take(vehicles=(WantedVehicle(year=2021, make="Mazda", model="CX-5"),))
    assert "RAV4" in answer(small, lead_id, "what else do you have like it")


@pytest.mark.requirement("AI-05")
def test_a_feed_that_lost_just_half_and_a_small_list_are_taken(small: SmallDesk) -> None:
    head, row = HOMENET.splitlines()[:2]
    many = [head, *(row.replace("U3401", f"U{n}").replace("JTMRWRFV5KD000001", "") for n in range(12))]
    feed(small, "\n".join(many))
    assert feed(small, "\n".join(many[:7]))["gone"] == 6, "half is not more than half"
    assert feed(small, "\n".join(many[:2]))["gone"] == 5, "of six vehicles five may well be sold"


@pytest.mark.requirement("AI-05", "AI-11")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("is stock a77 still there?", "Accord"), ("Is VIN 1HGCM82633A004352 available?", "Accord"), ("do you still have the Accord?", "Accord"),
        ("is the rav4 still available?", "RAV4"),
    ],
)  # fmt: skip
def test_the_vehicle_a_message_names_is_the_one_spoken_of(small: SmallDesk, text: str, says: str) -> None:
    feed(small, HOMENET)
    told = answer(small, small.take(), text)
    assert says in told
    assert "in stock" in told
    assert ("RAV4" if says == "Accord" else "Accord") not in told


@pytest.mark.requirement("AI-05", "AI-11")
@pytest.mark.parametrize("text", ["is stock number Z9999 still there?", "do you still have the Camry?"])
def test_of_a_vehicle_that_is_not_ours_nothing_is_claimed(small: SmallDesk, text: str) -> None:
    feed(small, HOMENET)
    lead_id = small.take()
    assert "in stock" not in answer(small, lead_id, text)
    assert small.lead(lead_id).ai_state == "handed_off"


@pytest.mark.requirement("AI-05")
def test_similar_vehicles_are_the_nearest_and_say_why(small: SmallDesk) -> None:
    lines = [HOMENET.splitlines()[0]]
    for n in range(90):  # more than are looked at, the nearest last in the feed
        lines.append(
            f"Used,B{n:03d},,{2020 + n % 5},Mazda,CX-5,SUV,Select,Red,{60000 - n * 100},30000,No,,2026-01-02,30000"
        )
    lines += [
        f"Used,Z{n},,2022,Toyota,RAV4,SUV,LE,Red,{30000 + n * 500},28000,No,,2026-01-02,28000"
        for n in range(4)
    ]
    feed(small, "\n".join([*lines, HOMENET.splitlines()[1]]))
    lead_id = small.take()
    small.later(minutes=21)
    small.run(Tick())
    with small.desk.store.reading() as session:
        told = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.purpose == "similar_vehicles")
        ).one()
    assert {fact for fact in told.facts if fact.startswith("vehicle:Z")} == {
        f"vehicle:Z{n}" for n in range(4)
    }
    why = next(words for words in told.why if words.startswith("Z0:"))
    assert "same model" in why
    assert "same year" in why
    assert small.clock.now() - told.at < timedelta(minutes=1)


@pytest.mark.requirement("AI-05")
@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"mileage": 30200, "price_cents": 2_899_500}, ("same model", "same year", "listed within 1 % of its price", "1,000 miles fewer")),
        ({"model": "4Runner", "year": 2020, "mileage": None, "price_cents": None}, ("same make", "2 years older")),
        ({"make": "Mazda", "model": "CX-5", "year": 2023, "mileage": 32200, "price_cents": None}, ("also SUV", "1 year newer", "1,000 miles more")),
    ],
)  # fmt: skip
def test_each_likeness_is_told_in_words(told: dict[str, Any], says: tuple[str, ...]) -> None:
    base = facts(stock=car(mileage=31200, body="SUV"))
    assert reasons(base, car("X1", body="SUV", **told)) == says
