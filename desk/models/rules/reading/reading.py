"""Reads one message: opt-outs first, then what is wanted, when, about which car, and the one thing to do (AI-09).

Everything a customer writes is text to be understood, never an instruction (AI-21).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers

from desk.models.intake.visible import visible_text
from desk.models.rules.reading.actions import action_for, confidence_in
from desk.models.rules.reading.intents import answered, in_order, intents_in, without
from desk.models.rules.reading.language import language_of
from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.masking import mask_sensitive
from desk.models.rules.reading.normalise import Plain, normalise
from desk.models.rules.reading.optout import Refusal, refusal_in
from desk.models.rules.reading.trade import owned_among, trade_in
from desk.models.rules.reading.values import MessageIn, Reading, TradeIn, VehicleNamed
from desk.models.rules.reading.vehicles import mentions, numbered
from desk.models.rules.reading.when import When, times_in

_PHONE = re.compile(r"(?<![\d$])(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]{0,2}[2-9]\d\d[ .-]?\d{4}(?!\d)")
_GONE = frozenset({"bought_elsewhere", "already_bought_here"})
_WORDLESS = frozenset({"thanks", "greeting", "yes", "no"})
_INFORMATION = frozenset(
    {"price", "payment", "financing", "availability", "vehicle_detail", "similar_vehicles", "history_report", "hours"}
    | {"directions", "delivery", "warranty", "documents", "test_drive"}
)
_HEAVY = _GONE | {"complaint", "legal_threat", "cancel", "opt_out", "working_with_someone", "not_interested"}
_MOOT_ON_STOP = _WORDLESS | {"call_me", "preferred_contact", "wants_person", "hours", "reschedule", "cancel", "is_bot"}


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What is wanted and by which way to be reached."""

    intents: frozenset[str]
    preferred: str | None
    do_not: tuple[str, ...]


def read(message: MessageIn, lexicon: Lexicon) -> Reading:
    """Gives what was understood in any text; never raises for what a customer wrote.

    Raises `zoneinfo.ZoneInfoNotFoundError` for an unknown zone and `ValueError` for a `now` without offset.
    """
    if message.now.tzinfo is None:
        raise ValueError("now has no offset from UTC")
    visible = visible_text(message.text) if message.channel == "email" else None
    masked = mask_sensitive(message.text if visible is None else visible)
    plain = normalise(masked.text, lexicon.spelling)
    refusal = refusal_in(plain.words, message.channel, lexicon)
    words = without(plain.words, refusal.spans)
    vehicles, trade = _cars(plain, masked.text, message.asked, lexicon, words)
    if not vehicles and message.subject and message.channel == "email":
        vehicles = _in_subject(message.subject, lexicon)
    phone = _phone(masked.text)
    wishes = _wishes(plain, words, refusal, message, lexicon)
    found = set(wishes.intents) | _implied(wishes.intents, vehicles, trade, phone, message)
    when = times_in(plain, words, found, message, lexicon)
    found = _settled(found | _of_times(when), when, plain.words, lexicon)
    if vehicles and not found - _WORDLESS:
        found.add("availability")
    intents = in_order(found)
    facts = {name for name, known in (("time", when.appointment), ("resume", when.resume_on)) if known}
    return Reading(
        id=message.id,
        intents=intents,
        language=language_of(masked.text, lexicon),
        action=action_for(intents, message.asked, facts, lexicon),
        confidence=confidence_in(intents, message.asked, lexicon),
        appointment=when.appointment if found & {"propose_time", "confirm_time"} else None,
        vehicles=() if found & _GONE else vehicles,
        trade_in=trade if "trade_in" in found else None,
        preferred_contact=wishes.preferred,
        phone=phone,
        do_not=wishes.do_not,
        resume_on=when.resume_on if "not_now" in found else None,
        visible=visible if visible is None else masked.text,
        sensitive=masked.kinds,
    )


def _wishes(plain: Plain, words: str, refusal: Refusal, message: MessageIn, lexicon: Lexicon) -> _Wishes:
    found = answered(intents_in(words, message.asked, lexicon), message.asked, lexicon)
    preferred = _preferred(plain.words, found, refusal, message, lexicon)
    if refusal.wrong_number:
        stopping = {"opt_out"} if refusal.stops else set()
        blocked = refusal.channels if refusal.channels == ("all",) else ("text", "call")
        return _Wishes(frozenset({"wrong_number"} | stopping | (found & {"legal_threat", "complaint"})), None, blocked)
    if refusal.stops and (preferred is None or refusal.firm):
        return _Wishes(frozenset((found - _MOOT_ON_STOP) | {"opt_out"}), None, refusal.channels)
    if preferred is not None and (refusal.stops or "preferred_contact" in found):
        return _Wishes(frozenset(found | {"preferred_contact"}), preferred, refusal.channels)
    return _Wishes(frozenset(found - {"preferred_contact"}), None, ())


def _preferred(words: str, found: set[str], refusal: Refusal, message: MessageIn, lexicon: Lexicon) -> str | None:
    """The channel named in a wish for one; with another one refused, a wish for a call names the phone."""
    for rule in lexicon.intents:
        if rule.name != "preferred_contact":
            continue
        for start, end in rule.spans(words, message.asked):
            named = lexicon.channels_named(words[start:end], message.channel)
            wanted = [channel for channel in named if channel not in refusal.channels]
            if wanted:
                return wanted[0]
    return "call" if refusal.stops and "call_me" in found and "call" not in refusal.channels else None


def _cars(
    plain: Plain, text: str, asked: str | None, lexicon: Lexicon, words: str
) -> tuple[tuple[VehicleNamed, ...], TradeIn | None]:
    found = mentions(plain, lexicon)
    about_trade = asked in ("trade", "trade_in")
    own = owned_among(found, plain.words, lexicon, asked=about_trade)
    number = numbered(text)
    others = [mention.vehicle for mention in found if mention is not own]
    vin = number.vin if number and not others and own else None
    if number and not vin:
        others = _with_number(others, number)
    trade = trade_in(own, plain.words, lexicon, vin)
    return tuple(others), trade


def _in_subject(subject: str, lexicon: Lexicon) -> tuple[VehicleNamed, ...]:
    """A mail's subject names its car where the text does not."""
    found = mentions(normalise(subject, lexicon.spelling), lexicon)
    number = numbered(subject)
    named = [mention.vehicle for mention in found]
    return tuple(_with_number(named, number) if number else named)


def _with_number(named: list[VehicleNamed], number: VehicleNamed) -> list[VehicleNamed]:
    if not named:
        return [number]
    first = named[0]
    merged = VehicleNamed(first.year, first.make, first.model, number.stock, number.vin, number.vin_valid)
    return [merged, *named[1:]]


def _phone(text: str) -> str | None:
    """The first ten-digit number, as E.164; the numbering plan is asked whether it can exist."""
    for found in _PHONE.finditer(text):
        try:
            number = phonenumbers.parse(found.group(), "US")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _implied(
    found: frozenset[str], vehicles: tuple[VehicleNamed, ...], trade: TradeIn | None, phone: str | None, message: MessageIn
) -> set[str]:
    """What a bare fact answers: a car, a phone number, a trade's mileage."""
    said = found - _WORDLESS
    implied = set()
    if message.asked in ("trade", "trade_in") and trade and not said & {"opt_out", "wrong_number"}:
        implied.add("trade_in")
    if message.asked in ("call", "phone", "phone_number") and phone and not said:
        implied.add("call_me")
    return implied


def _of_times(when: When) -> set[str]:
    told = {"propose_time": when.proposed, "confirm_time": when.confirmed}
    return {name for name, said in told.items() if said}


def _settled(found: set[str], when: When, words: str, lexicon: Lexicon) -> set[str]:
    """Takes out what another intent already says."""
    if found & {"opt_out", "wrong_number"} or found & _GONE:
        found = found - {"propose_time", "confirm_time", "not_interested", "not_now"} | (found & {"not_interested"} - _GONE)
    if not when.appointment and found & {"legal_threat", "complaint", "history_report", "vehicle_detail"}:
        found = found - {"confirm_time"}
    if found & _HEAVY and not lexicon.question.search(words):
        found = found - _INFORMATION
    if found & {"complaint", "legal_threat"}:
        found = found - {"yes", "no", "not_interested"}
    if "not_interested" in found:
        found = found - {"not_now"}
    if "cancel" in found and when.proposed and when.appointment:
        found = (found - {"cancel"}) | {"reschedule"}
    if "reschedule" in found:
        found = found - {"cancel", "confirm_time", "not_now"} | ({"propose_time"} if when.appointment else set())
    if "cancel" in found:
        found = found - {"confirm_time", "not_now"}
    if when.appointment and "not_now" in found:
        found = found - {"not_now"}
    return found
