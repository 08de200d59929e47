"""Questions about the vehicle: only what was asked is answered, about the one that is meant, and other ones within the wishes named."""

from __future__ import annotations

import pytest

from desk.models import decisions as d
from desk.models.facts import Facts
from desk.models.lead import Wanted
from desk.models.rules import criteria, similar
from desk.models.vehicle import Vehicle
from tests.models.rules.stage_of_one import Told, book, car, facts, written_consent
from tests.models.rules.test_replies import RULES, answer, at

TRUCK = {"model": "F-150", "make": "Ford", "year": None, "stock": None, "vin": None}


def _lot() -> tuple[Vehicle, ...]:
    return (
        car("B1", vin="", year=2021, trim="LE", mileage=44100, exterior="Silver", price_cents=2_449_500),
        car("B2", vin="", make="Honda", model="CR-V", trim="EX", mileage=28900, exterior="White", price_cents=2_699_000),
        car("B3", vin="", year=2023, make="Nissan", model="Rogue", trim="SV", mileage=19900, exterior="Gray", price_cents=2_548_000),
    )  # fmt: skip


def _one(**more: object) -> Told:
    """A lead on a RAV4 whose first messages have left; the lot holds three like it."""
    stock = car(exterior="Blue", features=["Heated seats", "Backup camera"], engine="2.5L")
    told = facts(consents=(written_consent(),), stock=stock, similar=_lot(), **more)
    one = Told(told)
    one.run(*RULES)
    one.send()
    return one


@pytest.mark.requirement("AI-05", "AI-11")
@pytest.mark.parametrize(
    ("asked", "said", "not_said"),
    [
        ("how many miles on it", "31,200 miles", "Blue"),
        ("what color is it?", "Blue", "31,200"),
        ("vin?", "JTMRWRFV5KD000001", "31,200"),
        ("does it have heated seats", "Heated seats", "31,200"),
        ("tell me more about it, all the details", "31,200 miles, Blue", "VIN"),
    ],
)
def test_what_was_asked_about_the_vehicle_is_answered_alone(asked: str, said: str, not_said: str) -> None:
    reply = answer(_one(), asked, intents=["vehicle_detail"])
    assert said in reply.text
    assert not_said not in reply.text


@pytest.mark.requirement("AI-11", "AI-13", "AI-23")
@pytest.mark.parametrize(
    "asked",
    ["does it have carplay", "what mpg does it get", "are the tires any good", "is it the hybrid", "interior color?"],
)  # fmt: skip
def test_a_detail_that_the_list_lacks_is_looked_up_by_a_person_and_never_answered_with_another(
    asked: str,
) -> None:
    one = _one()
    one.facts.stock.exterior = ""
    reply = answer(one, asked, intents=["vehicle_detail"])
    assert one.facts.lead.ai_state == "handed_off"
    assert "Marcus" in reply.text
    assert "31,200" not in reply.text


@pytest.mark.requirement("AI-09", "AI-11")
def test_what_is_known_is_answered_beside_what_is_not() -> None:
    one = _one()
    reply = answer(one, "does it have heated seats and a sunroof?", intents=["vehicle_detail"])
    assert "Heated seats" in reply.text
    assert one.facts.lead.ai_state == "handed_off"


@pytest.mark.requirement("AI-05", "AI-09")
def test_the_vehicle_named_before_is_still_the_one_spoken_of() -> None:
    truck = car(
        "F1", vin="", make="Ford", model="F-150", trim="XLT", body="Truck", mileage=52000, exterior="Black"
    )
    one = _one(named=(truck,))
    assert (
        "52,000"
        in answer(one, "how many miles on the f150", intents=["vehicle_detail"], vehicles=[TRUCK]).text
    )
    reply = answer(one, "what color is it", intents=["vehicle_detail"])
    assert "Black" in reply.text
    assert "vehicle:F1" in reply.facts
    answer(one, "can I see that one saturday at 3", intents=["propose_time"], action="book", appointment=at("2026-03-07T15:00:00-07:00"))  # fmt: skip
    booked = one.of(d.BookVisit)[-1]
    assert (booked.stock, booked.vehicle) == ("F1", "2022 Ford F-150 XLT")


@pytest.mark.requirement("AI-05", "AI-09")
def test_one_of_several_offered_is_known_by_its_own_word() -> None:
    one = _one()
    assert "Rogue" in answer(one, "what else do you have", intents=["similar_vehicles"]).text
    assert "19,900" in answer(one, "how many miles on the gray one", intents=["vehicle_detail"]).text


@pytest.mark.requirement("AI-05", "AI-12")
@pytest.mark.parametrize(
    ("asked", "models"),
    [
        ("anything similar under 25k", {"RAV4"}),
        ("something under $26,000", {"RAV4", "Rogue"}),
        ("algo de menos de 25 mil", {"RAV4"}),
        ("under 30,000 miles please", {"CR-V", "Rogue"}),
        ("do you have one in white", {"CR-V"}),
        ("anything newer with less miles", {"Rogue"}),
        ("2022 or newer", {"CR-V", "Rogue"}),
    ],
)
def test_others_are_narrowed_to_what_the_customer_named(asked: str, models: set[str]) -> None:
    reply = answer(_one(), asked, intents=["similar_vehicles"])
    assert {name for name in ("RAV4", "CR-V", "Rogue") if name in reply.text} == models
    assert "$" not in reply.text
    assert reply.status == "sent"


@pytest.mark.requirement("AI-05", "AI-11")
def test_where_nothing_fits_that_is_said_before_the_nearest() -> None:
    reply = answer(_one(), "anything under 15k", intents=["similar_vehicles"])
    assert any(
        words in reply.text
        for words in ("none with all of that", "Nothing on the list", "none just like that")
    )
    assert "RAV4" in reply.text


@pytest.mark.requirement("AI-05", "AI-11")
def test_in_another_color_than_ours_it_is_not_said_to_be_here() -> None:
    reply = answer(_one(), "do you have it in white?", intents=["availability"])
    assert "CR-V" in reply.text
    assert "the 2022 Toyota RAV4" not in reply.text


@pytest.mark.requirement("AI-05")
def test_by_mail_each_one_is_explained() -> None:
    reply = answer(_one(), "what else do you have", channel="email", intents=["similar_vehicles"])
    assert (
        "2021 Toyota RAV4 LE, 44,100 miles, Silver (B1): the same model, 1 year older, 12,900 miles more"
        in reply.text
    )


@pytest.mark.requirement("AI-12")
@pytest.mark.parametrize("asked", ["payment under 400", "under 400 a month", "max 350/mo", "under the hood?"])
def test_a_payment_is_no_limit_of_the_price(asked: str) -> None:
    assert not criteria.wished((asked,), book())


@pytest.mark.requirement("AI-05")
def test_a_later_wish_takes_the_place_of_an_earlier_one() -> None:
    wish = criteria.wished(("under 30k in white", "ok then under 25k"), book())
    assert (wish.most_dollars, wish.color) == (25_000, "white")
    told: Facts = facts(similar=_lot(), wanted=(Wanted(id="w", lead_id="L1", make="Toyota", model="RAV4"),))
    assert similar.choose(told, book(), wish) == ()


@pytest.mark.requirement("AI-05", "AI-09")
def test_of_several_named_each_is_told_side_by_side() -> None:
    crv = {"make": "Honda", "model": "CR-V"}
    reply = answer(
        _one(), "which has less miles, the rav4 or the cr-v", intents=["vehicle_detail"], vehicles=[{"make": "Toyota", "model": "RAV4"}, crv]
    )  # fmt: skip
    assert "2022 Toyota RAV4: 31,200 miles" in reply.text
    assert "2022 Honda CR-V: 28,900 miles" in reply.text
    compared = answer(_one(), "how does it compare to the crv", intents=["vehicle_detail"], vehicles=[crv])
    assert "2022 Honda CR-V: 28,900 miles, White" in compared.text
    assert "2022 Toyota RAV4: 31,200 miles, Blue" in compared.text


@pytest.mark.requirement("AI-05", "AI-11")
def test_the_color_of_the_interior_is_no_color_of_the_paint() -> None:
    reply = answer(_one(), "what color is the interior", intents=["vehicle_detail"])
    assert "Blue" not in reply.text
    assert "Marcus" in reply.text


@pytest.mark.requirement("AI-05", "AI-11")
def test_where_no_vehicle_was_named_nothing_is_said_to_be_close_to_it() -> None:
    one = Told(facts(consents=(written_consent(),), stock=None, similar=(), wanted=()))
    one.run(*RULES)
    one.send()
    reply = answer(one, "need something reliable under 20k", intents=["similar_vehicles"])
    assert "close to it" not in reply.text
    assert one.facts.lead.ai_state == "handed_off"


@pytest.mark.requirement("AI-05")
def test_another_kind_of_vehicle_is_looked_for_among_that_kind() -> None:
    trucks = (
        car("F1", vin="", make="Ford", model="F-150", trim="XLT", body="Pickup", price_cents=3_390_000),
    )
    one = _one(named=trucks)
    reply = answer(one, "do you have any trucks under 35k", intents=["similar_vehicles"])
    assert "F-150" in reply.text
    assert "CR-V" not in reply.text


@pytest.mark.requirement("AI-11")
def test_miles_that_the_customer_tells_ask_for_none() -> None:
    reply = answer(_one(), "before I drive 90 miles: has it been smoked in?", intents=["vehicle_detail"])
    assert "31,200" not in reply.text
    assert "Marcus" in reply.text


@pytest.mark.requirement("AI-05", "AI-09")
def test_a_make_alone_names_the_one_of_that_make() -> None:
    told = [{"make": "Honda", "model": None, "year": None}]
    assert "28,900" in answer(_one(), "miles on the honda?", intents=["vehicle_detail"], vehicles=told).text


@pytest.mark.requirement("AI-08")
def test_the_one_pointed_to_is_the_visits() -> None:
    one = _one()
    answer(one, "anything newer with less miles", intents=["similar_vehicles"])
    answer(one, "what else", intents=["similar_vehicles"])
    answer(one, "ok rogue, saturday noon", intents=["propose_time"], action="book", appointment=at("2026-03-07T12:00:00-07:00"))  # fmt: skip
    assert one.of(d.BookVisit)[-1].vehicle == "2023 Nissan Rogue SV"


@pytest.mark.requirement("AI-07", "AI-08")
def test_the_customers_own_vehicle_is_not_the_one_to_be_seen() -> None:
    one = _one(named=(car("J1", vin="", make="Jeep", model="Grand Cherokee", trim="Limited"),))
    one.facts.lead.trade_in = {"make": "Jeep", "model": "Wrangler", "year": 2014, "odometer": 110_000}
    answer(
        one, "ok saturday noon with the jeep", intents=["propose_time"], action="book", vehicles=[{"make": "Jeep", "model": None}],
        appointment=at("2026-03-07T12:00:00-07:00"),
    )  # fmt: skip
    assert one.of(d.BookVisit)[-1].vehicle == "2022 Toyota RAV4 XLE"
