"""Which cars a message names: the wanted, the refused, the customer's own, and their numbers (AI-05, AI-07, AI-09)."""

from __future__ import annotations

import pytest

from desk.models.rules.reading import TradeIn, VehicleNamed
from tests.models.reading.reads import reads

pytestmark = pytest.mark.requirement("AI-05", "AI-09")

NAMED = [
    ("is the Buick LaCrosse still for sale", ("Buick", "LaCrosse")),
    ("ok the AWD Vibe is ancient but does it leak", ("Pontiac", "Vibe")),
    ("esa quest se ve bien, el carfax sale limpio?", ("Nissan", "Quest")),
    ("the Continental, then. was it ever a livery car", ("Lincoln", "Continental")),
    ("does the Solterra qualify for the credit", ("Subaru", "Solterra")),
    ("el gti blanco, está o ya voló", ("Volkswagen", "GTI")),
    ("when did the rogue sport come in", ("Nissan", "Rogue Sport")),
    ("does a cello lie flat in the HR-V", ("Honda", "HR-V")),
    ("is the lil Fiat still there", ("Fiat", None)),
    ("whats a good number on the Caddy", ("Cadillac", None)),
    ("the subie with the roof rack, is it sold", ("Subaru", None)),
    ("is the Beemer still there", ("BMW", None)),
    ("any 4runners in stock", ("Toyota", "4Runner")),
    ("are the new Rogues in", ("Nissan", "Rogue")),
    ("is the Miata sold", ("Mazda", "Miata")),
    ("is the audi a3 sold", ("Audi", "A3")),
]

MEANT = [
    ("is the green Soul still there", ("Kia", "Soul")),
    ("hiii is the purple beetle still available", ("Volkswagen", "Beetle")),
    ("u still got that lil old ranger", ("Ford", "Ranger")),
    ("how many miles on the white Traverse", ("Chevrolet", "Traverse")),
    ("escape titanium, how many miles", ("Ford", "Escape")),
]

NOT_MEANT = [
    "can you escape the fees", "después de las fiestas mejor", "is it a smart key", "i will transit through there sunday",
    "does it come with a 500 deposit", "good vibe, what are your hours", "me levanté tarde, llego a las 10",
]  # fmt: skip

SET_ASIDE = [
    ("not the Tundra. i said the Tacoma. is it there", ["Tacoma"]),
    ("price on the 3 row, the pathfinder not the armada", ["Pathfinder"]),
    ("i dont want the Escape anymore. the Edge", ["Edge"]),
    ("no me interesa la Rogue, la Murano si, es de 2022?", ["Murano"]),
    ("take me off the waitlist for the 4Runner and put me on for the Sequoia", ["Sequoia"]),
    ("please end the hold on the Camry, I'll take the Avalon instead", ["Avalon"]),
    ("we would prefer the Sorento over the Carnival", ["Sorento"]),
    ("the Mini is too small. how much is the Grand Caravan", ["Grand Caravan"]),
    ("we decided against the Murano. best price on the Rogue", ["Rogue"]),
    ("take the Bolt off my list. is the Terrain there", ["Terrain"]),
    ("lost interest in the Atlas but does the Palisade have tow", ["Palisade"]),
    ("id rather have the Camry than the Accord, is it there", ["Camry"]),
    ("el Sentra no, el Altima si", ["Altima"]),
    ("skip the Rogue. Kicks?", ["Kicks"]),
    ("why not the Tundra, is it gone? and the Tacoma", ["Tundra", "Tacoma"]),
    ("im not interested in the Tundra at that price", ["Tundra"]),
]

OWN = [
    ("we are having twins so the Civic has to go. is the Atlas there", "Civic", ["Atlas"]),
    ("when can i sign for the Sorento and drop off the tahoe", "Tahoe", ["Sorento"]),
    ("noon saturday, im bringing the titan to get appraised and drivin the new f150", "Titan", ["F-150"]),
    ("I'm the guy with the Elantra to trade. looking at the Tucson", "Elantra", ["Tucson"]),
    ("2014 Wrangler, 103,000 miles, whats my trade worth? want to get into a Yukon", "Wrangler", ["Yukon"]),
    ("do you take trades? its an 08 Accord", "Accord", []),
    ("what would you give me for an 05 tahoe", "Tahoe", []),
    ("whats the number with the 2014 sentra in trade", "Sentra", []),
    ("would you take the Jetta as part payment on the Passat", "Jetta", ["Passat"]),
    ("current car: 2013 Rogue 120k, trade value? want: 2022 Tucson", "Rogue", ["Tucson"]),
    ("gonna trade in the wife's Pilot for the Palisade", "Pilot", ["Palisade"]),
    ("thats the sorento im trading", "Sorento", []),
]

NOT_OWN = [
    ("i want the blue Mustang and my wife wants the Traverse, which is cheaper", ["Mustang", "Traverse"]),
    ("while I have you, did the white Telluride come off the truck", ["Telluride"]),
    ("getting off my shift. is the malibu still there", ["Malibu"]),
    ("mustang ecoboost, how many miles", ["Mustang"]),
    ("2 on my list: the Accord and the GTI, when can i see them", ["Accord", "GTI"]),
    ("could someone show my dad the Lincoln at noon", ["Lincoln"]),
    ("quiero agendar una prueba de manejo del RAV4 híbrido", ["RAV4"]),
]

YEARS = [
    ("la f150 roja del 18 sigue ahi?", 2018),
    ("that black F-150 Lariat 21, whats the miles on it", 2021),
    ("I'm interested in the F-150 (2022)", 2022),
    ("I'm looking at the F-150 del 2019", 2019),
    ("todavia esta la f150 06", 2006),
    ("can i come at 10 the F-150 still there?", None),
    ("we run 11 F-150s and need 4 more", None),
    ("can i see the F-150 at 11 on the 21st", None),
]

NUMBERS = [
    ("is the Pathfinder, stock N-2210, and the Ascent, stock A-0917, on the lot",
     [("Pathfinder", "N-2210"), ("Ascent", "A-0917")]),
    ("stock no. AT2290 and BT3301, carfax on both please", [(None, "AT2290"), (None, "BT3301")]),
    ("compare stock K118 and stock K204 for me", [(None, "K118"), (None, "K204")]),
    ("how much is the leather on the Canyon, and is stock 33H2 the same", [("Canyon", None), (None, "33H2")]),
    ("price on stock # 8812B and the Tahoe", [("Tahoe", None), (None, "8812B")]),
    ("the Atlas stock V3382 or the Tiguan, which is cheaper", [("Atlas", "V3382"), ("Tiguan", None)]),
    ("whats the otd on 24-1187", [(None, "24-1187")]),
    ("is the Tacoma still there? stock T4410", [("Tacoma", "T4410")]),
]  # fmt: skip


def _models(text: str, asked: str | None = None) -> list[str | None]:
    return [car.model or car.make for car in reads(text, asked=asked).vehicles]


@pytest.mark.parametrize(("text", "car"), NAMED)
def test_older_rarer_and_nicknamed_cars_are_known(text: str, car: tuple[str, str | None]) -> None:
    assert [(one.make, one.model) for one in reads(text).vehicles] == [car]


@pytest.mark.parametrize(("text", "car"), MEANT)
def test_a_word_of_two_meanings_is_the_car_beside_a_color_or_a_trim(text: str, car: tuple[str, str]) -> None:
    assert [(one.make, one.model) for one in reads(text).vehicles] == [car]


@pytest.mark.parametrize("text", NOT_MEANT)
def test_a_word_of_two_meanings_by_itself_is_no_car(text: str) -> None:
    assert reads(text).vehicles == ()


def test_the_answer_to_which_car_is_a_car() -> None:
    assert _models("Escape", asked="vehicle") == ["Escape"]
    assert _models("Rogue or Murano doesn't matter", asked="vehicle") == ["Rogue", "Murano"]


@pytest.mark.parametrize(("text", "models"), SET_ASIDE)
def test_a_car_set_aside_for_another_is_not_wanted(text: str, models: list[str]) -> None:
    assert _models(text) == models


@pytest.mark.requirement("AI-07")
@pytest.mark.parametrize(("text", "own", "wanted"), OWN)
def test_the_own_car_is_told_without_the_word_for_it(text: str, own: str, wanted: list[str]) -> None:
    reading = reads(text)
    assert reading.trade_in is not None
    assert (reading.trade_in.model, [car.model for car in reading.vehicles]) == (own, wanted)


@pytest.mark.requirement("AI-07")
@pytest.mark.parametrize(("text", "models"), NOT_OWN)
def test_a_car_of_ours_is_not_taken_for_theirs(text: str, models: list[str]) -> None:
    assert _models(text) == models


@pytest.mark.requirement("AI-07")
def test_of_two_cars_named_to_the_question_about_a_trade_the_own_one_is_taken() -> None:
    reading = reads("The Wrangler then. We have an '09 Vue to trade, 118,000 miles", asked="trade")
    assert reading.trade_in == TradeIn(2009, "Saturn", "Vue", 118_000)
    assert reading.vehicles == (VehicleNamed(None, "Jeep", "Wrangler"),)


@pytest.mark.requirement("AI-07")
def test_the_vin_of_the_own_car_stays_with_it() -> None:
    reading = reads(
        "the 2024 Traverse, stock C24077. my trade: 2018 Santa Fe, VIN 1HGCM82633A004352, 64,500 miles"
    )
    assert reading.vehicles == (VehicleNamed(2024, "Chevrolet", "Traverse", stock="C24077"),)
    assert reading.trade_in == TradeIn(2018, "Hyundai", "Santa Fe", 64_500, vin="1HGCM82633A004352")


@pytest.mark.requirement("AI-07")
def test_what_is_left_on_the_own_car_is_told_in_more_than_one_way() -> None:
    told = reads("trading my 2017 Audi Q5 with 82,000 miles, and $6,300 outstanding to the bank").trade_in
    assert told == TradeIn(2017, "Audi", "Q5", 82_000, 6_300)


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_a_year_may_stand_behind_the_car(text: str, year: int | None) -> None:
    assert reads(text).vehicles == (VehicleNamed(year, "Ford", "F-150"),)


@pytest.mark.parametrize(("text", "cars"), NUMBERS)
def test_each_stock_number_stays_beside_its_own_car(
    text: str, cars: list[tuple[str | None, str | None]]
) -> None:
    assert [(car.model, car.stock) for car in reads(text).vehicles] == cars
