"""The promise firewall: code, not a prompt, reads every automatic draft before it may leave (AI-24, R19).

Figures, promises, links, VINs, stock numbers and people's names must be in the store's own facts; the store's name, address and the customer's
own words about the vehicle are taken out before looking, so that a street number is not a price.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import strangers
from desk.models.rules.gate.segments import folded, plain, segments
from desk.models.rules.wording import Draft
from desk.models.vehicle import Vehicle
from desk.models.words import Channel

_MONEY = re.compile(
    r"[$€£¥]\s?\d|\d\s?[$€£]|\b\d[\d,.]*\s?(?:dollars|bucks|usd|grand|dólares|dolares|pesos)\b|\b\d{1,3}(?:\.\d)?k\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\d\s?%|%\s?\d")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_VIN = re.compile(r"\b(?=[A-HJ-NPR-Z0-9]{17}\b)(?=\w*\d)(?=\w*[A-Z])[A-HJ-NPR-Z0-9]{17}\b")
_PHONE = re.compile(r"\+?\d[\d\-. ()]{8,}\d")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_DOMAIN = re.compile(r"(?<![\w@.-])[a-z][a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?![\w@])", re.IGNORECASE)
_MARKS = re.compile(
    r"\{\{|\}\}|\{%|%\}|<[a-z/!][^>]*>|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]", re.IGNORECASE
)


def objections(draft: Draft, facts: Facts, book: Playbook, channel: str) -> tuple[str, ...]:
    """Everything that speaks against sending this draft by itself, in words; empty when it may go."""
    text = f"{draft.subject}\n{draft.text}"
    said = _without_names(text, facts)
    return tuple(
        dict.fromkeys(
            (
                *_figures(said, book),
                *_words(said, book),
                *_references(text, draft, facts),
                *_strangers(said, facts, book),
                *_shape(draft, facts, book, channel),
            )
        )
    )


def _figures(said: str, book: Playbook) -> Iterator[str]:
    if _MONEY.search(said):
        yield "it names an amount of money"
    if _PERCENT.search(said):
        yield "it names a percentage"
    for word in _found(said, book.words_list("firewall.figures")):
        yield f'it speaks of terms ("{word}")'


def _words(said: str, book: Playbook) -> Iterator[str]:
    for name, reason in (
        ("promises", "it promises"),
        ("deadlines", "it sets a date nobody agreed to"),
        ("tone", "it is not the store's tone"),
    ):
        for word in _found(said, book.words_list(f"firewall.{name}")):
            yield f'{reason} ("{word}")'
    low = said.lower()
    for word in _found(said, book.words_list("firewall.availability")):
        if not any(mark in low for mark in book.words_list("firewall.as_of")):
            yield f'it says availability without its moment ("{word}")'
    if _shouts(said, book):
        yield "it shouts in capitals"


def _references(text: str, draft: Draft, facts: Facts) -> Iterator[str]:
    """Links, VINs, numbers and addresses that the store's facts do not hold."""
    for url in _URL.findall(text):
        if not any(url.rstrip(".,;)").startswith(link) for link in _links_told(facts)):
            yield "it holds a link that is not in the store's facts"
    if any(vin not in _vins_told(facts) for vin in _VIN.findall(text)):
        yield "it names a VIN that is not in the store's facts"
    bare = _URL.sub(" ", text)
    mailboxes = _EMAIL.findall(bare) if "@" in bare else ()
    if any(
        name.lower() not in _known_domains(facts)
        for name in _DOMAIN.findall(_EMAIL.sub(" ", bare) if mailboxes else bare)
    ):
        yield "it names a web site that is not in the store's facts"
    if any(_digits(found) not in _known_numbers(facts) for found in _PHONE.findall(bare)):
        yield "it holds a number that is not in the store's facts"
    if any(found.lower().rstrip(".") != facts.store.email.lower() for found in mailboxes):
        yield "it holds an email address that is not the store's"


def _strangers(said: str, facts: Facts, book: Playbook) -> Iterator[str]:
    """Other people's data: a name or an address that is neither this customer's nor the store's."""
    for name in strangers.named_in(said, facts, book):
        yield f'it names somebody who is neither this customer nor of the store ("{name}")'
    if any(strangers.streets_in(said, facts)):
        yield "it holds an address that is not the store's"


def _shape(draft: Draft, facts: Facts, book: Playbook, channel: str) -> Iterator[str]:
    if channel == Channel.TEXT and segments(draft.text).parts > int(book.number("content.parts")):
        yield "it is too long for a text"
    if channel == Channel.EMAIL and len(draft.text) > int(book.number("firewall.longest_email")):
        yield "it is too long"
    if folded(facts.store.name) not in folded(draft.text):
        yield "it does not name the store"
    if _MARKS.search(draft.text) or _MARKS.search(draft.subject):
        yield "it shows marks of a template or a document"


def _without_names(text: str, facts: Facts) -> str:
    """The text without the store's own names, which are no statements."""
    names = [facts.store.name, plain(facts.store.name), facts.store.address, facts.store.email, *_links(text)]
    for name in filter(None, names):
        text = text.replace(name, " ")
    return text


def _links(text: str) -> list[str]:
    return _URL.findall(text)


def _found(text: str, words: tuple[str, ...]) -> Iterator[str]:
    low = text.lower()
    for word in words:
        if word in low and _spelled(word).search(low):  # the pattern costs twenty times the plain look
            yield word


@lru_cache(maxsize=4096)
def _spelled(word: str) -> re.Pattern[str]:
    pattern = rf"(?<!\w){re.escape(word)}" if word[:1].isalnum() else re.escape(word)
    return re.compile(pattern + (r"(?!\w)" if word[-1:].isalnum() and not word.endswith("iz") else ""))


def _shouts(text: str, book: Playbook) -> bool:
    allowed, most = (
        set(book.words_list("firewall.capitals_allowed")),
        int(book.number("firewall.capitals_in_a_row")),
    )
    row = 0
    for word in re.findall(r"[^\W\d_]{2,}", text):
        row = row + 1 if word.isupper() and word not in allowed else 0
        if row >= most:
            return True
    return False


def _cars(facts: Facts) -> tuple[Vehicle, ...]:
    return tuple(car for car in (facts.stock, *facts.similar) if car is not None)


def _links_told(facts: Facts) -> set[str]:
    of_cars = {
        link for car in _cars(facts) for link in (car.history_url, car.photo_url, car.detail_url) if link
    }
    return of_cars | {str(facts.store.settings.get("store.website", "")), *_knowledge_links(facts)} - {""}


def _vins_told(facts: Facts) -> set[str]:
    return {car.vin for car in _cars(facts) if car.vin} | {
        wanted.vin for wanted in facts.wanted if wanted.vin
    }


def _knowledge_links(facts: Facts) -> frozenset[str]:
    return _found_in(_URL, facts.store.knowledge.told)


def _known_domains(facts: Facts) -> set[str]:
    """Web sites by their bare names, as people write them."""
    told = (facts.store.name, str(facts.store.settings.get("store.website", "")), facts.store.knowledge.told)
    return {name.lower() for text in told for name in _found_in(_DOMAIN, text)}


def _known_numbers(facts: Facts) -> set[str]:
    told = (facts.store.phone, facts.store.address, *(person.phone for person in facts.store.staff))
    bank = _found_in(_PHONE, facts.store.knowledge.told)
    numbers = {_digits(number) for text in told if text for number in (text, *_PHONE.findall(text))}
    numbers |= {_digits(number) for number in bank}
    return numbers | {number.removeprefix("1") for number in numbers}


@lru_cache(maxsize=32)
def _found_in(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    """What a pattern finds; the bank's answers are long and the same from message to message."""
    return frozenset(found.rstrip(".,;)") for found in pattern.findall(text))


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
