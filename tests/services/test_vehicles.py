"""A vehicle entered by hand: checked, told to customers, kept through feeds that lack it (AI-05)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desk.models.commands import ImportStock, SaveVehicle, SetVehicleStatus, TakeReply
from desk.models.conversation import Message
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.vehicle import Vehicle
from tests.services.desk_fixture import ANA, DANA, SmallDesk

CAR: dict[str, Any] = {
    "vin": "1hgcm82633a004352", "year": 2021, "make": "Honda", "model": "Accord", "body": "Sedan", "condition": "used", "mileage": 42000,
    "price_cents": 2_100_000, "price_disclosure": "Plus tax and title.", "history_url": "https://history.example/A77", "status": "available",
}  # fmt: skip


@pytest.fixture
def small() -> SmallDesk:
    return SmallDesk()


def save(small: SmallDesk, stock: str = "A77", **values: Any) -> None:
    small.run(SaveVehicle(by=DANA, stock=stock, values=CAR | values))


def car(small: SmallDesk, stock: str = "A77") -> Vehicle:
    with small.desk.store.reading() as session:
        return session.scalars(select(Vehicle).where(Vehicle.stock == stock)).one()


@pytest.mark.requirement("AI-05")
@pytest.mark.rule("R20")
def test_it_is_kept_with_its_price_records_moment_and_answered_about(small: SmallDesk) -> None:
    save(small)
    assert (car(small).vin, car(small).price_at, car(small).price_disclosure) == (
        "1HGCM82633A004352",
        small.clock.now(),
        "Plus tax and title.",
    )
    lead_id = small.take()
    small.run(TakeReply(lead_id=lead_id, channel="text", text="is stock A77 available?"))
    with small.desk.store.reading() as session:
        said = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.purpose == "reply")
        ).one()
    assert "Accord" in said.text
    assert "vehicle:A77" in said.facts


@pytest.mark.requirement("AI-05")
def test_a_feed_that_lacks_it_does_not_end_it_and_one_that_tells_it_goes_on(small: SmallDesk) -> None:
    save(small)
    small.later(hours=1)
    other = {"stock": "U1", "make": "Toyota", "model": "RAV4", "status": "available"}
    small.run(ImportStock(rows=(other,), seen=small.clock.now()))
    assert car(small).status == "available"
    small.run(
        ImportStock(
            rows=(other, {"stock": "A77", "status": "sold"}), seen=small.clock.now() + timedelta(minutes=1)
        )
    )
    assert car(small).status == "sold"
    small.run(SetVehicleStatus(by=DANA, stock="A77", status="available"))
    assert car(small).status == "available"


@pytest.mark.requirement("AI-05")
@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"vin": "1HGCM82633A004353"}, BadInput), ({"vin": "SHORT"}, BadInput), ({"year": 1492}, BadInput), ({"mileage": -1}, BadInput),
        ({"price_cents": "20k"}, BadInput), ({"status": "wrecked"}, BadInput), ({"history_url": "javascript:1"}, BadInput), ({"wheels": 4}, BadInput),
        ({"id": "x"}, BadInput),
    ],
)  # fmt: skip
def test_what_no_vehicle_has_is_refused_in_words(
    small: SmallDesk, values: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        save(small, **values)
    with small.desk.store.reading() as session:
        assert session.scalars(select(Vehicle)).all() == []


@pytest.mark.requirement("AI-05", "DESK-04")
def test_another_ones_vin_an_empty_number_and_a_rep_are_refused(small: SmallDesk) -> None:
    save(small)
    with pytest.raises(Refused, match="A77"):
        save(small, "B1")
    with pytest.raises(Refused):
        save(small, " ")
    with pytest.raises(NotAllowed):
        small.run(SaveVehicle(by=ANA, stock="C1", values={}))
