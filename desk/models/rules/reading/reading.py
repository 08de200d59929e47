"""Reads one message: opt-outs first, then what is wanted, when, about which car, and the one thing to do (AI-09).

Everything a customer writes is text to be understood, never an instruction (AI-21).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from desk.models.intake.phones import possible
from desk.models.intake.visible import visible_text
from desk.models.rules.reading.actions import SMALL_TALK, action_for, confidence_in, settled
from desk.models.rules.reading.courtesy import courtesies, says_nothing_else
from desk.models.rules.reading.intents import answered, begun, hinted, in_order, intents_in, plainly_in
from desk.models.rules.reading.language import language_of
from desk.models.rules.reading.lexicon import Lexicon, without
from desk.models.rules.reading.masking import mask_sensitive
from desk.models.rules.reading.normalise import Plain, normalise
from desk.models.rules.reading.optout import Refusal, refusal_in
from desk.models.rules.reading.parts import declined_in_part, topics_in
from desk.models.rules.reading.stops import sensed, stops_after_all, stops_too
from desk.models.rules.reading.trade import of_ours, owned_among, seen_at_theirs, trade_in
from desk.models.rules.reading.values import (
    INTENTS,
    MAY_HAVE_STOPPED,
    MessageIn,
    Reading,
    TradeIn,
    VehicleNamed,
)
from desk.models.rules.reading.vehicles import mentions, numbered, with_numbers, without_refused
from desk.models.rules.reading.ways import way_wished
from desk.models.rules.reading.weighing import not_absurd, sensed_times, still_wanted, tempered
from desk.models.rules.reading.when import CALL_QUESTIONS, VISIT_QUESTIONS, When, times_in

_PHONE = re.compile(r"(?<![\d$])(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]{0,2}[2-9]\d\d[ .-]?\d{4}(?!\d)")
_GONE = frozenset({"bought_elsewhere", "already_bought_here"})
_TRADE_QUESTIONS = frozenset({"trade", "trade_in"})
_WHICH_CAR = "vehicle"
_SENTENCE = 4
"""From so many words on a message says something, and a hint is worth more than a shrug."""
_WORDLESS = frozenset({"thanks", "greeting", "yes", "no"})
_ASKS = frozenset(
    {"price", "payment", "financing", "trade_in", "availability", "vehicle_detail", "similar_vehicles",
     "history_report", "test_drive", "hours", "directions", "delivery", "warranty", "documents"}
)  # fmt: skip
"""What still wants an answer: with it, a refusal of another way to be reached is no wish to end the talk."""
_RULES_ALONE = frozenset({"opt_out", "wrong_number", "propose_time", "confirm_time"})
_MAY_BE_ALONE = (
    frozenset(INTENTS)
    - _RULES_ALONE
    - _WORDLESS
    - {"unclear", "cancel", "reschedule", "not_interested"}
    - _GONE
)
"""What the likeliest wish of a message may be: nothing that ends a conversation or a visit is ever taken for likely."""
_NEW_ADDRESS = re.compile(" (?:<phone>|<mail>|mine|my own|my other|the other) ")
_ADDRESS_WITHIN = 10
"""How far behind a wish, in characters of plain text, the address it is for may begin."""
_MOOT_ON_STOP = _WORDLESS | {
    "call_me",
    "preferred_contact",
    "wants_person",
    "hours",
    "reschedule",
    "cancel",
    "is_bot",
}


@dataclass(frozen=True, slots=True)
class _Cars:
    """The vehicles asked about, and the customer's own; all as asked about if a doubtful `own` turns out to be none."""

    wanted: tuple[VehicleNamed, ...]
    own: TradeIn | None
    given: bool = False
    every: tuple[VehicleNamed, ...] = ()

    def asked_about(self, found: set[str]) -> tuple[VehicleNamed, ...]:
        """Gives the vehicles asked about, by what was understood of the message."""
        if found & _GONE:
            return ()
        return self.wanted if "trade_in" in found else self.every or self.wanted


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What is wanted and by which way to be reached."""

    intents: set[str]
    preferred: str | None
    do_not: tuple[str, ...]
    doubt: bool = False


def read(message: MessageIn, lexicon: Lexicon, *, stop: bool | None = None) -> Reading:
    """Gives what was understood in any text; never raises for what a customer wrote.

    `stop` is the word of a person who read it, where the rules and the model had disagreed whether it is one (R4).
    Raises `zoneinfo.ZoneInfoNotFoundError` for an unknown zone and `ValueError` for a `now` without offset.
    """
    if message.now.tzinfo is None:
        raise ValueError("now has no offset from UTC")
    visible = visible_text(message.text) if message.channel == "email" else None
    masked = mask_sensitive(message.text if visible is None else visible)
    plain = normalise(masked.text, lexicon.spelling)
    refusal = refusal_in(plain.words, message.channel, lexicon)
    if stop is not None:
        refusal = refusal.decided(message.channel, stop=stop)
    polite = courtesies(plain.words, lexicon)
    if not (refusal.stops or refusal.spans) and says_nothing_else(plain.words, polite, lexicon):
        return _greeted(message, plain.words, masked.text, visible, lexicon)
    words = without(plain.words, (*refusal.spans, *polite))
    cars = _cars(plain, message, lexicon)
    phone = _phone(masked.text)
    said = intents_in(words, message.asked, lexicon)
    weighed = refusal.stops and not refusal.settled
    scores = lexicon.learned.weighed(plain.words, message.asked, said, stops=weighed)
    scores = {**scores, **_asked_alone(words, scores, lexicon)}
    declined = _declined(plain.words, message, lexicon)
    wishes = declined or _wishes(plain, words, refusal, said, scores, message, lexicon)
    if wishes.doubt or stops_after_all(wishes.intents, refusal, scores, lexicon):
        return _doubted_stop(message, lexicon)
    wished = seen_at_theirs(words, wishes.intents, lexicon)
    found = wished | _implied(wished, cars, phone, message)
    when = times_in(plain, words, found, scores, message, lexicon)
    found = _understood(
        found | sensed_times(found, when, scores, lexicon),
        wishes.intents - wished,
        when,
        scores,
        cars,
        plain,
        words,
        message,
        lexicon,
    )
    intents = in_order(of_ours(plain.words, found, lexicon) if cars.wanted and cars.own is None else found)
    known = {name for name, fact in (("time", when.appointment), ("resume", when.resume_on)) if fact}
    return Reading(
        id=message.id,
        intents=intents,
        language=language_of(masked.text, lexicon),
        action=action_for(intents, message.asked, known, lexicon),
        confidence=confidence_in(intents, message.asked, lexicon),
        appointment=when.appointment if found & {"propose_time", "confirm_time"} else None,
        vehicles=cars.asked_about(found),
        trade_in=cars.own if "trade_in" in found else None,
        preferred_contact=wishes.preferred,
        phone=phone,
        do_not=wishes.do_not,
        resume_on=when.resume_on if "not_now" in found else None,
        visible=visible if visible is None else masked.text,
        sensitive=masked.kinds,
    )


def _asked_alone(words: str, scores: Mapping[str, float], lexicon: Lexicon) -> dict[str, float]:
    """What single questions of a message ask for is wanted, however little of it the whole has."""
    return {topic: max(scores.get(topic, 0.0), 0.0) for topic in topics_in(words, _ASKS, lexicon)}


def _greeted(message: MessageIn, words: str, text: str, visible: str | None, lexicon: Lexicon) -> Reading:
    """A message of polite talk alone."""
    intents = in_order({"greeting"} | (intents_in(words, None, lexicon) & {"thanks"}))
    return Reading(
        id=message.id,
        intents=intents,
        language=language_of(text, lexicon),
        action=action_for(intents, None, (), lexicon),
        confidence=confidence_in(intents, None, lexicon),
        visible=visible if visible is None else text,
    )


def _doubted_stop(message: MessageIn, lexicon: Lexicon) -> Reading:
    """A message that may have said stop: nothing of it is acted on before a person has read it (R4).

    Its wishes are those it has if it says none, so that whoever reads it sees what else is asked.
    """
    otherwise = read(message, lexicon, stop=False)
    return Reading(
        id=message.id,
        intents=otherwise.intents,
        language=otherwise.language,
        action="hand_off",
        confidence=lexicon.confidence["unclear"],
        visible=otherwise.visible,
        doubt=MAY_HAVE_STOPPED,
        sensitive=otherwise.sensitive,
    )


def _understood(
    found: set[str],
    explained: set[str],
    when: When,
    scores: Mapping[str, float],
    cars: _Cars,
    plain: Plain,
    words: str,
    message: MessageIn,
    lexicon: Lexicon,
) -> set[str]:
    """Adds what the times say, settles what excludes what, and takes the likeliest where nothing was understood."""
    facts = {
        "asks": lexicon.question.search(plain.words) is not None,
        "timed": when.appointment is not None,
        "offered": when.proposed and when.appointment is not None,
    }
    if when.corrected or (when.proposed and when.appointment and message.asked in VISIT_QUESTIONS):
        found = found - {"cancel", "reschedule", "no"}
    elif when.proposed and when.turned_down:
        found = found | {"reschedule"}
    found = tempered(settled(found | _of_times(when), facts, lexicon), scores, lexicon, explained=explained)
    if not found - SMALL_TALK:
        found = found | not_absurd(plainly_in(words, lexicon), scores, lexicon, limit="far")
    if not found - SMALL_TALK:
        found = found | lexicon.learned.likeliest(scores, _MAY_BE_ALONE)
    if not found - SMALL_TALK and len(plain.words.split()) >= _SENTENCE:
        found = found | not_absurd(hinted(words, lexicon), scores, lexicon)
    if cars.wanted and not found - _WORDLESS:
        found = found | not_absurd({"availability"}, scores, lexicon)
    letter = message.channel == "email" and found - SMALL_TALK
    return found - {"greeting"} if letter else found


def _wishes(
    plain: Plain,
    words: str,
    refusal: Refusal,
    said: set[str],
    scores: Mapping[str, float],
    message: MessageIn,
    lexicon: Lexicon,
) -> _Wishes:
    weighed = lexicon.learned.wishes(scores) - _RULES_ALONE - {"unclear"}
    plainly = not_absurd(said & _RULES_ALONE, scores, lexicon) | begun(plain.words, message.asked, lexicon)
    found = declined_in_part(plain.words, _meant(weighed | plainly, message.asked, scores, lexicon), lexicon)
    preferred = _preferred(plain.words, said & found, found, refusal, message, lexicon)
    preferred = _unless_told_against(preferred, found, scores, plain.words, refusal, message, lexicon)
    if preferred is None:
        refusal = sensed(refusal, plain.words, scores, message, lexicon, asks=bool(found & _ASKS))
    if refusal.wrong_number:
        stopping = (
            {"opt_out"} if (refusal.stops and not refusal.doubtful) or stops_too(scores, lexicon) else set()
        )
        blocked = refusal.channels if refusal.channels == ("all",) else ("text", "call")
        return _Wishes({"wrong_number"} | stopping | (found & {"legal_threat", "complaint"}), None, blocked)
    if refusal.stops and message.asked in CALL_QUESTIONS and refusal.channels == ("call",):
        declined = {"no"} | ({"preferred_contact"} if preferred else set())
        return _Wishes(
            found - {"yes", "call_me", "preferred_contact"} | declined, preferred, refusal.channels
        )
    aside = refusal.aside(message.channel) and bool(found & _ASKS)
    if refusal.stops and not aside and (preferred is None or refusal.firm):
        if refusal.doubtful:
            return _Wishes(set(), None, (), doubt=True)
        wanted = (found - _MOOT_ON_STOP) | still_wanted(found, scores, lexicon)
        return _Wishes(wanted | {"opt_out"}, None, refusal.channels)
    if aside or refusal.limited or (preferred is not None and refusal.stops):
        found = found | {"preferred_contact"}
    if "preferred_contact" not in found:
        return _Wishes(found, None, ())
    preferred = way_wished(plain.words, message.channel, refusal.channels, preferred, lexicon)
    ringing = {"call_me"} if preferred == "call" and refusal.stops else set()
    return _Wishes(found | ringing, preferred, refusal.channels)


def _meant(found: set[str], asked: str | None, scores: Mapping[str, float], lexicon: Lexicon) -> set[str]:
    """Adds what a yes or no means besides; no visit is confirmed by a yes that goes on about something else."""
    meant = answered(found, asked, lexicon)
    return meant if lexicon.learned.may_be("confirm_time", scores) else meant - {"confirm_time"}


def _unless_told_against(
    preferred: str | None,
    found: set[str],
    scores: Mapping[str, float],
    words: str,
    refusal: Refusal,
    message: MessageIn,
    lexicon: Lexicon,
) -> str | None:
    """The way wished for as its clauses tell it, of somebody who is not about to stop."""
    stops = scores.get("opt_out", -math.inf) >= lexicon.learned.sure["stop_beside"]
    every = refusal.stops and not refusal.limited and refusal.channels == ("all",)
    if stops or every or "preferred_contact" not in found:
        return preferred
    return way_wished(words, message.channel, refusal.channels, preferred, lexicon)


def _declined(words: str, message: MessageIn, lexicon: Lexicon) -> _Wishes | None:
    """The offer of a call turned down for another way ("nah, text"), which is no stop."""
    told = lexicon.declined.search(words) if message.asked in CALL_QUESTIONS else None
    if told is None:
        return None
    ways = lexicon.channels_named(told.group(), message.channel)
    return _Wishes({"no", "preferred_contact"}, ways[0] if ways else message.channel, ())


def _preferred(
    words: str, said: set[str], found: set[str], refusal: Refusal, message: MessageIn, lexicon: Lexicon
) -> str | None:
    """The channel named in a wish for one; where another is refused, looser words of a wish count too."""
    if refusal.channels == ("all",) and not refusal.limited:
        return None
    told = [(rule, words) for rule in lexicon.intents if rule.name == "preferred_contact"]
    softened = refusal.stops and not (refusal.firm or refusal.vague or "legal_threat" in found)
    if softened or "preferred_contact" in found:
        told += [(rule, without(words, refusal.spans)) for rule in lexicon.wishes]
    of_others = any(
        lexicon.others.search(words, start, end + _ADDRESS_WITHIN) for start, end in refusal.spans
    )
    for rule, where in told:
        for start, end in rule.spans(where, message.asked):
            named = lexicon.channels_named(where[start:end], message.channel)
            moved = of_others or _NEW_ADDRESS.search(where, start, end + _ADDRESS_WITHIN) is not None
            wanted = [channel for channel in named if moved or channel not in refusal.channels]
            if wanted:
                return wanted[0]
    return "call" if refusal.stops and "call_me" in said and "call" not in refusal.channels else None


def _cars(plain: Plain, message: MessageIn, lexicon: Lexicon) -> _Cars:
    found = mentions(plain, lexicon, asked=message.asked == _WHICH_CAR)
    own = owned_among(found, plain.words, lexicon, asked=message.asked in _TRADE_QUESTIONS)
    told, alone = with_numbers(found, numbered(plain.original), plain)
    car_of = {id(mention): car for mention, car in zip(found, told, strict=True)}
    others = [one for one in found if one is not own.car]
    wanted, every = (
        [car_of[id(one)] for one in without_refused(among, plain.words, lexicon)] for among in (others, found)
    )
    vin = car_of[id(own.car)].vin if own.car else None
    if own.car and not wanted and alone and not vin:
        vin, alone = alone[0].vin, []
    if not (wanted or alone) and message.subject and message.channel == "email":
        wanted = _in_subject(message.subject, lexicon)
    doubtful = () if own.sure else (*every, *alone)
    return _Cars((*wanted, *alone), trade_in(own.car, plain.words, lexicon, vin), own.gives, doubtful)


def _in_subject(subject: str, lexicon: Lexicon) -> list[VehicleNamed]:
    """A mail's subject names its car where the text does not."""
    plain = normalise(subject, lexicon.spelling)
    cars, alone = with_numbers(mentions(plain, lexicon), numbered(plain.original), plain)
    return [*cars, *alone]


def _phone(text: str) -> str | None:
    """The first ten-digit number, as E.164; the numbering plan is asked whether it can exist."""
    return next(filter(None, (possible(found.group()) for found in _PHONE.finditer(text))), None)


def _implied(found: set[str], cars: _Cars, phone: str | None, message: MessageIn) -> set[str]:
    """What a bare fact answers: a phone number where a call was offered, a mileage where a trade was asked about."""
    said = found - _WORDLESS
    implied = set()
    offered = cars.given or (message.asked in _TRADE_QUESTIONS and cars.own)
    if offered and not said & {"opt_out", "wrong_number"}:
        implied.add("trade_in")
    if message.asked in CALL_QUESTIONS and phone and not said:
        implied.add("call_me")
    return implied


def _of_times(when: When) -> set[str]:
    told = {"propose_time": when.proposed, "confirm_time": when.confirmed}
    return {name for name, said in told.items() if said}
