"""What the assistant can say to each thing asked, out of the store's facts alone (AI-05 … AI-07, AI-11, AI-12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from desk.models.facts import Facts
from desk.models.hours import store_week
from desk.models.rules import criteria, similar, slots
from desk.models.rules.known import Known, here_rows, hours_of, title
from desk.models.rules.replies import knowledge
from desk.models.rules.replies.details import details, spotted, subject
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.named_times import weekdays_in
from desk.models.rules.replies.spoken import at_hand, is_named, named_in, wanted_cars
from desk.models.rules.wording import Pen, Said
from desk.models.time import local
from desk.models.vehicle import Vehicle
from desk.models.words import Channel


@dataclass
class Answered:
    """The passages in order, and the intents that the facts could not answer."""

    passages: list[Said] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def add(self, said: Said | None) -> None:
        if said is not None and said not in self.passages:
            self.passages.append(said)


def answer_all(pen: Pen, heard: Heard) -> Answered:
    """Every question of the message in one answer; what is not known is left open for a person."""
    out = Answered()
    for intent in pen.book.words_list("answers.order"):
        if intent in heard.intents:
            found = list(_answer(pen, heard, intent))
            for said in found:
                out.add(said)
            if _still_open(pen, heard, intent, found):
                out.open.append(intent)
    for beside in _beside(pen, heard):
        out.add(beside)
    return out


def _beside(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """What is no topic of its own may still be a question that the store, or the lead's own record, has answered."""
    facts, book = pen.facts, pen.book
    if "unclear" in heard.intents:
        yield knowledge.find(facts, book, pen.now, heard.text, pen.language)
    if any(spotted(heard.text, book.words_list("answers.which"))):
        yield pen.anew("answer.which", heard.message.id)
    yield from knowledge.beside(facts, book, pen.now, heard.text, pen.language)


def _answer(pen: Pen, heard: Heard, intent: str) -> Iterator[Said]:
    bank, first = (
        pen.book.words_list("answers.from_knowledge"),
        pen.book.words_list("answers.knowledge_first"),
    )
    if intent == "vehicle_detail" and (known := details(pen, heard)).passages and not known.unknown:
        yield from known.passages
        return
    if intent in (*bank, *first):
        said = knowledge.find(
            pen.facts,
            pen.book,
            pen.now,
            heard.text,
            pen.language,
            intent if intent != "vehicle_detail" else "",
        )
        if said is not None:
            yield said
        if said is not None and intent != "vehicle_detail":
            return
    if intent == "availability" and _beyond_list(pen, heard):
        kept = knowledge.find(pen.facts, pen.book, pen.now, heard.text, pen.language, intent)
        yield from [kept] if kept else []
    if intent not in bank:
        yield from (said for said in _PLAIN[intent](pen, heard) if said)


def _still_open(pen: Pen, heard: Heard, intent: str, found: list[Said]) -> bool:
    facts = pen.facts
    if intent == "vehicle_detail" and facts.stock is not None:
        return not found or (bool(details(pen, heard).unknown) and not _from_bank(found))
    if intent == "similar_vehicles" and _is_at_hand(pen, heard):
        return False
    if intent == "trade_in" and any(spotted(heard.text, pen.book.words_list("answers.at_theirs"))):
        return not _from_bank(found)  # whether we come to look at it is the store's to say
    if intent == "directions" and any(spotted(heard.text, pen.book.words_list("answers.beyond_address"))):
        return not _from_bank(found)
    if intent == "availability" and _beyond_list(pen, heard):
        return not _from_bank(found)  # whether it is kept for somebody, or ordered, is the store's to say
    unknown_car = intent in ("availability", "history_report") and facts.stock is None
    used = facts.stock is not None and facts.stock.condition != "new"
    no_report = (
        intent == "history_report" and facts.stock is not None and used and not facts.stock.history_url
    )
    return not found or unknown_car or no_report


def _beyond_list(pen: Pen, heard: Heard) -> bool:
    return any(spotted(heard.text, pen.book.words_list("answers.beyond_list")))


def _from_bank(found: list[Said]) -> bool:
    return any(row.startswith("knowledge:") for said in found for row in said.rows)


def _availability(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """Whether it is here; of one in another color than ours what color ours has, and what is here in that."""
    car = pen.facts.stock
    wish = replace(criteria.wished((heard.text,), pen.book), body=(), equipment=())
    if car is not None and wish and not criteria.fits(wish, car, None):
        pen.ctx["subject"] = subject(pen)
        yield pen.anew("answer.of_exterior", heard.message.id) if wish.color else None
        yield from _similar(pen, heard)
        return
    several = _named_here(pen.facts, heard)
    if len(several) > 1:
        pen.ctx |= _together(pen, several)
        yield pen.anew("answer.availability_several", heard.message.id)
        return
    key = "unknown" if car is None else {"available": "yes", "on_hold": "hold"}.get(car.status, "gone")
    yield pen.fresh(f"answer.availability_{key}", heard.message.id) or pen.anew(
        f"answer.availability_{key}", heard.message.id
    )
    if key in ("gone", "hold"):
        yield from _similar(pen, heard)


def _named_here(facts: Facts, heard: Heard) -> list[Vehicle]:
    """The vehicles of ours that a message names, where all of them are here; else none, and each is looked at by itself."""
    told = [one for reading in heard.readings for one in reading.get("vehicles") or ()]
    first = (*wanted_cars(facts), *at_hand(facts))
    found = [next((car for car in first if is_named(car, one)), None) for one in told]
    cars = {car.stock: car for car in found if car is not None and car.status == "available"}
    return list(cars.values()) if len(cars) == len(told) else []


def _together(pen: Pen, cars: list[Vehicle]) -> dict[str, Known]:
    speech = pen.speech
    rows = tuple(row for car in cars for row in here_rows(car))
    names = speech.word("and").join(title(car, trim=False) for car in cars)
    return {
        "several": Known(names, rows),
        "similar_as_of": Known(speech.as_of(min(car.seen_at for car in cars)), ("feed",)),
    }


def _detail(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """Only what was asked about it; a person looks up what the list does not say."""
    yield from details(pen, heard).passages


def _history(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """The report's link, by itself, for a used vehicle that has one (AI-06); who has it is pointed to it."""
    car = pen.facts.stock
    if car is not None and car.condition == "new":
        yield pen.anew("answer.history_new", heard.message.id)
        return
    if car is None or not car.history_url:
        yield pen.anew("answer.history_no", heard.message.id)
        return
    sent = any(car.history_url in m.text for m in pen.facts.messages if m.direction == "out")
    again = sent and not any(spotted(heard.text, pen.book.words_list("answers.send")))
    yield pen.anew("answer.history_again" if again else "answer.history_yes", heard.message.id)


def _is_bot(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """The truth about what is writing (R17), and to "who is this" also what about, to "how did you get my number" from where."""
    asked = (
        name for name in ("number", "who") if any(spotted(heard.text, pen.book.words_list(f"answers.{name}")))
    )
    pen.ctx["source"] = Known(pen.facts.lead.source, ("lead:received",))
    yield pen.anew(f"answer.{next(asked, 'is_bot')}", heard.message.id)


def _similar(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    """What resembles it, narrowed to what the customer named; where nothing does all of that, that is said first."""
    facts, book = pen.facts, pen.book
    if _is_at_hand(pen, heard):
        return
    named = _of_the_model(facts, heard)
    wish = criteria.wished(_wishes(facts, heard), book)
    narrowed = bool(wish) or named is not None
    if named is None and wish.body:
        named = [*facts.similar, *facts.named]
    chosen, key = similar.choose(facts, book, wish, named), "similar_wished" if narrowed else "similar"
    if narrowed and not chosen:  # what was wished for before may stand in the way of what is wished for now
        chosen = similar.choose(facts, book, criteria.wished((heard.text,), book), named)
    if narrowed and not chosen:
        chosen, key = similar.choose(facts, book), "similar_nearest"
    if not chosen and facts.stock is None and not facts.wanted:
        return  # nothing is "close to it" where nothing was named: a person looks
    pen.ctx |= similar.as_words(facts, book, pen.now, chosen)
    listed = "_email" if pen.channel == Channel.EMAIL else ""
    yield pen.anew(f"answer.{key}{listed}" if chosen else "answer.similar_none", heard.message.id)


def _is_at_hand(pen: Pen, heard: Heard) -> bool:
    """Whether the vehicle spoken of is already what is asked for ("any in white?", of a white one just offered; "any F-150s?", of the only one)."""
    wish, car = criteria.wished((heard.text,), pen.book), pen.facts.stock
    if car is None or car.status != "available" or "availability" not in heard.intents:
        return False
    if wish:
        return criteria.fits(wish, car, None)
    told = named_in(pen.facts, heard.readings)
    return len(told) == 1 and is_named(car, told[0]) and len(_of_the_model(pen.facts, heard) or ()) < 2


def _wishes(facts: Facts, heard: Heard) -> Iterator[str]:
    """What was wished for in messages about what else there is, and in this one."""
    for message in facts.inbound:
        if "similar_vehicles" in (message.reading or {}).get("intents", ()) and message.at < heard.message.at:
            yield message.text
    yield heard.text


def _of_the_model(facts: Facts, heard: Heard) -> list[Vehicle] | None:
    """The vehicles of the models that the message names; None where it names none."""
    told = named_in(facts, heard.readings)
    return [car for car in facts.named if any(is_named(car, one) for one in told)] if told else None


def _hours(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    days = weekdays_in(heard.text, pen.book)
    if len(days) == 1:
        pen.ctx |= hours_of(pen.speech, days[0])
        pen.ctx |= _times_of(pen, days[0])
        yield pen.anew("answer.hours_day", heard.message.id)
        return
    yield pen.anew("answer.hours_open", heard.message.id) or pen.anew("answer.hours_closed", heard.message.id)


def _times_of(pen: Pen, weekday: int) -> dict[str, Known]:
    """Free times of the weekday that was asked about, so that the question after the hours holds out none of another."""
    facts, zone = pen.facts, pen.facts.store.zone
    ahead = store_week(facts.store).ahead(pen.now)
    for opens, closes in (span for span in ahead if local(span[0], zone).weekday() == weekday):
        free = [slot for slot in slots.offers(facts, pen.book, pen.now, opens, closes) if slot < closes]
        return {"slots": Known(pen.speech.either(tuple(free)), ("store:hours",))} if free else {}
    return {}


def _trade(pen: Pen, heard: Heard) -> Iterator[Said | None]:
    told = heard.latest("trade_in") or pen.facts.lead.trade_in
    key = (
        "answer.trade" if told else "answer.trade_asked"
    )  # nobody who only asks is told that their details are here
    yield pen.unsaid(key, heard.message.id) or pen.anew(key, heard.message.id)


def _plain(key: str) -> Callable[[Pen, Heard], Iterator[Said | None]]:
    def say(pen: Pen, heard: Heard) -> Iterator[Said | None]:
        yield pen.anew(f"answer.{key}", heard.message.id)

    return say


_PLAIN: Mapping[str, Callable[[Pen, Heard], Iterator[Said | None]]] = {
    "is_bot": _is_bot,
    "preferred_contact": _plain("preferred"),
    "availability": _availability,
    "vehicle_detail": _detail,
    "history_report": _history,
    "test_drive": _plain("test_drive"),
    "similar_vehicles": _similar,
    "price": _plain("price"),
    "payment": _plain("payment"),
    "financing": _plain("financing"),
    "trade_in": _trade,
    "hours": _hours,
    "directions": _plain("directions"),
}
