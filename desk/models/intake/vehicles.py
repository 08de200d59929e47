"""Vehicles of an ADF prospect: the wanted ones, the one brought in trade, and doubts about them (LEAD-02)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk.models.intake.figures import read_amount, read_unit, read_vin, read_year, vin_doubt
from desk.models.intake.labels import Facts
from desk.models.intake.plain import block, field
from desk.models.intake.prospect import Condition, Interest, TradeIn, WantedVehicle

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_INTERESTS: dict[str, Interest] = {
    "buy": "buy", "purchase": "buy", "buying": "buy", "lease": "lease", "leasing": "lease", "sell": "sell", "selling": "sell",
    "trade": "trade-in", "tradein": "trade-in", "testdrive": "test-drive",
}  # fmt: skip
_CONDITIONS: dict[str, Condition] = {
    "new": "new", "n": "new", "used": "used", "u": "used", "preowned": "used", "certified": "used", "cpo": "used",
    "certifiedpreowned": "used", "certifiedused": "used", "demo": "used", "usado": "used", "nuevo": "new", "0km": "new",
}  # fmt: skip
_SERVICE_INTEREST = re.compile(r"service|repair|maintenance|parts", re.IGNORECASE)
_LIKELY_MILES = 2_000_000


@dataclass(frozen=True, slots=True)
class Vehicles:
    """What was wanted, what is brought in trade, and what a person should look at."""

    wanted: tuple[WantedVehicle, ...]
    trade_in: TradeIn | None
    warnings: tuple[str, ...]

    def for_form(self, form: str | None, service_words: re.Pattern[str]) -> Vehicles:
        """These vehicles in the light of the form's name: a test drive, or a car brought for service."""
        if form and self.wanted and service_words.search(form):
            doubt = f"Brought for service, so not a wanted vehicle: {self.wanted[0]}"
            return replace(self, wanted=(), warnings=(*self.warnings, doubt))
        interest = read_interest(form)
        if not interest or interest in {each.interest for each in self.wanted} or not self.wanted:
            return self
        if any(each.interest for each in self.wanted):
            return replace(self, warnings=(*self.warnings, f'The form\'s name is "{form}"'))
        return replace(self, wanted=tuple(replace(each, interest=interest) for each in self.wanted))


def read_vehicles(elements: list[Element], option_facts: Facts, comment_facts: Facts) -> Vehicles:
    """The vehicles of one prospect. Facts labelled in options and comments fill what the elements left empty."""
    doubts: list[str] = []
    read = [_vehicle(element, doubts) for element in elements]
    if comment_facts:
        read = [
            _filled(each, comment_facts, doubts)
            if each.empty and each.interest in {"sell", "trade-in"}
            else each
            for each in read
        ]
    trades = [
        _as_trade_in(each, element)
        for each, element in zip(read, elements, strict=True)
        if each.interest == "trade-in"
    ]
    trades.append(trade_in_of(option_facts, doubts))
    trades = [trade for trade in trades if not trade.empty]
    doubts += [f"Another trade-in was named: {trade}" for trade in trades[1:]]
    for_service = [
        _SERVICE_INTEREST.fullmatch((element.get("interest") or "").strip()) for element in elements
    ]
    wanted = tuple(
        each
        for each, serviced in zip(read, for_service, strict=True)
        if each.interest != "trade-in" and not each.empty and not serviced
    )
    return Vehicles(wanted, trades[0] if trades else None, tuple(dict.fromkeys(doubts)))


def read_interest(text: str | None) -> Interest | None:
    """What the customer wants with the vehicle, or None for a word that is none of ADF's."""
    return _INTERESTS.get(re.sub(r"[\W_]+", "", (text or "").lower()))


def read_condition(text: str | None) -> Condition | None:
    """New or used; certified and pre-owned are used."""
    return _CONDITIONS.get(re.sub(r"[\W_]+", "", (text or "").lower()))


def wanted_of(facts: Facts, part: str, makes: tuple[str, ...], doubts: list[str]) -> WantedVehicle:
    """The vehicle labelled under `part`; one line such as `Used 2021 Honda Civic EX` is taken apart."""
    told = {name.partition(".")[2]: value for name, value in facts.items() if name.startswith(part + ".")}
    named = split_name(told.get("vehicle"), makes)
    odometer = told.get("odometer")
    vin = _checked_vin(told.get("vin"), doubts)
    return WantedVehicle(
        interest=read_interest(told.get("interest")),
        condition=read_condition(told.get("condition")) or named.condition,
        year=_checked_year(told.get("year"), doubts) or named.year,
        make=field(told.get("make")) or named.make,
        model=_whole(field(told.get("model"))) or named.model,
        trim=_whole(field(told.get("trim"))) or named.trim,
        stock=field(told.get("stock")) or named.stock,
        vin=vin or named.vin,
        odometer=_checked_odometer(odometer, doubts),
        odometer_unit=read_unit(odometer) if read_amount(odometer) else None,
        price=_checked_price(told.get("price"), doubts),
        colour=field(told.get("colour")),
    )


def trade_in_of(facts: Facts, doubts: list[str], makes: tuple[str, ...] = ()) -> TradeIn:
    """The trade-in labelled in `facts`, empty where there is none."""
    car = wanted_of(facts, "trade_in", makes, doubts)
    owed = read_amount(facts.get("trade_in.owed"))
    return TradeIn(
        car.year,
        car.make,
        car.model,
        car.trim,
        car.vin,
        car.odometer,
        car.odometer_unit,
        car.price,
        owed,
        car.colour,
    )


_VIN = re.compile(r"\b[A-HJ-NPR-Z0-9]{17}\b", re.IGNORECASE)
_STOCK = re.compile(r"\bst(?:oc)?k\.?\s*(?:no\.?|number|id)?\s*[#:]*\s*([A-Za-z0-9-]{2,20})", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_AFTER_THE_NAME = re.compile(r"\s*[(,|;]|\s[-\u2013]\s|\bst(?:oc)?k\b|\bvin\b", re.IGNORECASE)


def split_name(text: str | None, makes: tuple[str, ...]) -> WantedVehicle:
    """`New 2024 Ford F-150 XLT (Stock #: T1)` taken apart: year, a known make, the model's first word, the rest.

    Without a known make the words after the year stay together as the model: a guess would be an invention.
    """
    line = field(text) or ""
    vin, stock, year = _VIN.search(line), _STOCK.search(line), _YEAR.search(line)
    named = WantedVehicle(stock=stock[1] if stock else None, vin=read_vin(vin[0]) if vin else None)
    if not year:
        return named
    rest = _AFTER_THE_NAME.split(line[year.end() :].strip(), maxsplit=1)[0].strip()
    make = _make_of(rest, makes)
    words = rest[len(make) :].split()
    model, trim = (words[:1], words[1:]) if make else (words, [])
    return replace(
        named,
        condition=read_condition(line[: year.start()]),
        year=int(year[0]),
        make=make or None,
        model=" ".join(model) or None,
        trim=" ".join(trim) or None,
    )


def _make_of(rest: str, makes: tuple[str, ...]) -> str:
    """The known make that a name begins with, as it is written there; empty where it begins with none."""
    said = rest.casefold() + " "
    return rest[: next((len(each) for each in makes if said.startswith(each.casefold() + " ")), 0)]


def _vehicle(element: Element, doubts: list[str]) -> WantedVehicle:
    odometer, price = element.find("odometer"), element.find("price")
    miles = _checked_odometer(_text(odometer), doubts)
    attributes = odometer.attrib if odometer is not None else {}
    return WantedVehicle(
        interest=_checked_interest(element.get("interest"), doubts),
        condition=read_condition(element.get("status")) or _condition_element(element),
        year=_checked_year(element.findtext("year"), doubts),
        make=field(element.findtext("make")),
        model=_whole(field(element.findtext("model"))),
        trim=_whole(field(element.findtext("trim"))),
        stock=field(element.findtext("stock")) or field(element.findtext("stocknumber")),
        vin=_checked_vin(element.findtext("vin"), doubts),
        odometer=miles,
        odometer_unit=read_unit(attributes.get("units"), attributes.get("unit"), _text(odometer))
        if miles
        else None,
        price=_element_price(price, doubts),
        colour=_colour(element),
        comments=comments_of(element),
    )


def _condition_element(element: Element) -> Condition | None:
    """Senders write new or used into `condition`, which ADF keeps for excellent to poor."""
    return read_condition(element.findtext("condition"))


def comments_of(*elements: Element | None) -> str | None:
    """All that `comments` (or `comment`) directly under `elements` say, each text once."""
    found = [
        text
        for element in elements
        if element is not None
        for child in element
        if child.tag in {"comments", "comment"} and (text := block(child.text))
    ]
    return "\n\n".join(dict.fromkeys(found)) or None


def _colour(element: Element) -> str | None:
    paths = ("colorcombination/exteriorcolor", "exteriorcolor", "color", "colour")
    return next(
        (text for path in paths for each in element.findall(path) if (text := field(each.text))), None
    )


def _element_price(price: Element | None, doubts: list[str]) -> int | float | None:
    if price is None or (price.get("delta") or "absolute").lower() in {"relative", "percentage"}:
        return None
    return _checked_price(price.text, doubts)


def _filled(vehicle: WantedVehicle, facts: Facts, doubts: list[str]) -> WantedVehicle:
    told = wanted_of(facts, "vehicle", (), doubts)
    return replace(told, interest=vehicle.interest, condition=vehicle.condition or told.condition)


def _as_trade_in(vehicle: WantedVehicle, element: Element) -> TradeIn:
    owed = next(
        (each for each in element.iter("balance") if (each.get("type") or "finance").lower() == "finance"),
        None,
    )
    return TradeIn(
        vehicle.year, vehicle.make, vehicle.model, vehicle.trim, vehicle.vin, vehicle.odometer, vehicle.odometer_unit,
        vehicle.price, read_amount(_text(owed)), vehicle.colour, vehicle.comments,
    )  # fmt: skip


def _whole(text: str | None) -> str | None:
    """A name cut off by its sender at an opening bracket, without the bracket."""
    return re.sub(r"[\s(\[,-]+$", "", text) or None if text else None


def _text(element: Element | None) -> str | None:
    return None if element is None else element.text


def _checked_interest(text: str | None, doubts: list[str]) -> Interest | None:
    interest = read_interest(text)
    if field(text) and not interest:
        doubts.append(f'Interest "{field(text)}" is not one of ADF\'s')
    return interest


def _checked_year(text: str | None, doubts: list[str]) -> int | None:
    year = read_year(text)
    if year is None and (told := field(text)) and told.strip("0"):
        doubts.append(f'Year "{told}" is not one year')
    return year


def _checked_vin(text: str | None, doubts: list[str]) -> str | None:
    vin = read_vin(field(text))
    if vin and (doubt := vin_doubt(vin)):
        doubts.append(doubt)
    return vin


def _checked_odometer(text: str | None, doubts: list[str]) -> int | float | None:
    miles = read_amount(text)
    if miles and miles > _LIKELY_MILES:
        doubts.append(f"Odometer {miles} is unlikely")
    return miles


def _checked_price(text: str | None, doubts: list[str]) -> int | float | None:
    price = read_amount(text)
    if price is None and (told := field(text)) and sum(char in "123456789" for char in told) > 1:
        doubts.append(f'Price "{told}" is not one figure')
    return price
