"""What a customer asks about the vehicle itself: that is answered, and nothing else in its place (AI-05, AI-11).

The words of the message are looked up in the playbook's table of attributes (columns of the list) and of equipment (what the list
may name among the features). What the list does not say is named as unknown, so that a person looks it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from desk.models.rules import criteria
from desk.models.rules.known import Known, Speech, detail, feed_words, title
from desk.models.rules.reading.normalise import fold
from desk.models.rules.replies.heard import Heard
from desk.models.rules.replies.spoken import at_hand, by_trims, is_named, is_wanted, wanted_cars
from desk.models.rules.spellings import nearest
from desk.models.rules.wording import Pen, Said
from desk.models.vehicle import Vehicle

_SEVERAL, _MENDED_FROM = 2, 4
_ANY_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\b\d[\d.,]*\s?k?\s?(?:miles?|mi|millas)\b(?!\s*\?)")
"""Miles that the customer tells ("I live 90 miles away") ask for none."""
_WHOLE = ("detail", "features", "photos")


@dataclass
class Details:
    """What the list says of what was asked, and the names of what it does not say.

    ``asked`` is false where no word of the message is one of the tables'.
    """

    passages: list[Said] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    asked: bool = False


def details(pen: Pen, heard: Heard) -> Details:
    """What the list says about everything the message names; the whole listing where that is what it asks for."""
    car, found = pen.facts.stock, Details()
    if car is None:
        return found
    pen.ctx["subject"] = subject(pen)
    if car.mileage is not None:  # asked for, those of a new one are told as well
        pen.ctx["miles"] = Known(f"{car.mileage:,}", (f"vehicle:{car.stock}",))
    attributes, equipment = _named(heard.text, pen)
    if not attributes and criteria.wished((heard.text,), pen.book).color:
        attributes = ["exterior"]  # "is it silver?"
    if side_by_side := _side_by_side(pen, heard, attributes):
        return Details(side_by_side, asked=True)
    found.asked = bool(attributes or equipment)
    for name in attributes:
        found.passages += [said] if (said := pen.anew(f"answer.of_{name}", heard.message.id)) else []
        found.unknown += [] if said else [_called(pen, "attributes", name)]
    listed, missing = _sorted_out(equipment, car, pen)
    found.unknown += missing
    found.passages += _on_the_list(pen, heard, listed, plainly=not found.unknown)
    if not found.asked and _wants_all(heard.text, pen):
        found.asked = True
        found.passages += [said for key in _WHOLE if (said := pen.anew(f"answer.{key}", heard.message.id))]
    return found


def _side_by_side(pen: Pen, heard: Heard, attributes: list[str]) -> list[Said]:
    """The same of each, where a message names several of ours or asks to compare."""
    told = [one for reading in heard.readings for one in reading.get("vehicles") or ()]
    cars = {car.stock: car for one in told for car in at_hand(pen.facts) if is_named(car, one)}
    compares = any(spotted(heard.text, pen.book.words_list("answers.compare")))
    if compares:
        spoken_of = (*wanted_cars(pen.facts), *([pen.facts.stock] if pen.facts.stock else []))
        cars = {car.stock: car for car in (*by_trims(pen.facts, heard.text), *spoken_of)} | cars
    of_one = len(told) + len(cars) <= _SEVERAL or (len(told) == 1 and is_wanted(pen.facts))
    if len(cars) < _SEVERAL or (not compares and of_one):
        return []
    words = [f"{title(car, trim=False)}: {_shown(pen.speech, car, attributes)}" for car in cars.values()]
    pen.ctx["several"] = Known("; ".join(words), tuple(f"vehicle:{stock}" for stock in cars))
    said = pen.anew("answer.several", heard.message.id)
    return [said] if said else []


def _shown(speech: Speech, car: Vehicle, attributes: list[str]) -> str:
    """What the list says of one, of what was asked where that is a column of words or the miles."""
    miles = speech.word("miles").format(count=f"{car.mileage:,}") if car.mileage is not None else ""
    told = {name: feed_words.said(speech, str(getattr(car, name, "") or "")) for name in attributes}
    columns = [miles if name == "mileage" else told[name] for name in attributes]
    return ", ".join(filter(None, columns)) or detail(speech, car)


def subject(pen: Pen) -> Known:
    """ "It", or the vehicle's name where it is another one than the inquiry's."""
    named = pen.ctx["vehicle"]
    if is_wanted(pen.facts):
        return Known(str(pen.templates.word(pen.language, "words.subject")), named.rows)
    return Known(named.text[:1].upper() + named.text[1:], named.rows)


def _named(text: str, pen: Pen) -> tuple[list[str], list[str]]:
    """The attributes and the pieces of equipment that a text names, each once, in the order of the tables."""
    tables: tuple[Mapping[str, list[str]], ...] = (
        pen.book.get("answers.attributes"),
        pen.book.get("answers.equipment"),
    )
    words = {word: (table, name) for table, rows in enumerate(tables) for name in rows for word in rows[name]}
    told = tuple(spotted(text, tuple(words))) or tuple(spotted(_mended(text, tuple(words)), tuple(words)))
    hits = {words[word] for word in told}
    return [name for name in tables[0] if (0, name) in hits], [
        name for name in tables[1] if (1, name) in hits
    ]


def spotted(text: str, words: tuple[str, ...]) -> Iterator[str]:
    """The words of a list that a text holds; of two that overlap the longer, so that "gas mileage" is no mileage."""
    by_form = _forms(words)
    told = _FIGURE.sub(" ", fold(text))
    yield from (by_form[found.group()] for found in _either(tuple(by_form)).finditer(told))


def _mended(text: str, words: tuple[str, ...]) -> str:
    """A text with each longer word that is one slip away from one of a list put right ("how mny mils")."""
    single = _single(words)
    said = _ANY_WORD.findall(fold(text))
    return " ".join((len(word) >= _MENDED_FROM and nearest(word, single, 1)) or word for word in said)


@lru_cache(maxsize=256)
def _single(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in map(fold, words) if " " not in form and len(form) > _MENDED_FROM)


@lru_cache(maxsize=256)
def _forms(words: tuple[str, ...]) -> Mapping[str, str]:
    return {fold(word): word for word in words}


@lru_cache(maxsize=256)
def _either(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _sorted_out(equipment: list[str], car: Vehicle, pen: Pen) -> tuple[list[str], list[str]]:
    """The list's own words for what it names, and the names of what it does not."""
    table: Mapping[str, list[str]] = pen.book.get("answers.equipment")
    listed, missing = [], []
    for name in equipment:
        told = [item for item in _told(car) if any(spotted(item, tuple(table[name])))]
        listed += told[:1] if feed_words.as_is(pen.speech) else [_called(pen, "equipment", name)] * bool(told)
        missing += [] if told else [_called(pen, "equipment", name)]
    return listed, missing


def _told(car: Vehicle) -> tuple[str, ...]:
    """Everything the list says about the vehicle in words."""
    return (*map(str, car.features or ()), car.interior or "", car.trim or "", car.body or "")


def _on_the_list(pen: Pen, heard: Heard, listed: list[str], *, plainly: bool) -> list[Said]:
    """What the list names of the equipment asked for; no "yes" where more was asked than it tells ("can it tow 10,000 lbs")."""
    if not listed or pen.facts.stock is None:
        return []
    row = (f"vehicle:{pen.facts.stock.stock}",)
    pen.ctx["equipment"] = Known(", ".join(dict.fromkeys(listed)), row)
    said = pen.anew("answer.equipment" if plainly else "answer.equipment_also", heard.message.id)
    return [said] if said else []


def _called(pen: Pen, table: str, name: str) -> str:
    """How a thing is called in a sentence: the first of its words in the list's language, else that language's own word for it."""
    if feed_words.as_is(pen.speech):
        return str(pen.book.get(f"answers.{table}")[name][0])
    return pen.speech.word(f"feed.{table}.{name}")


def _wants_all(text: str, pen: Pen) -> bool:
    return any(spotted(text, pen.book.words_list("answers.whole")))
