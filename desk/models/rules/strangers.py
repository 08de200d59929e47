"""People a draft may not name: anyone who is neither this customer nor of the store (AI-21, AI-24, COMPLY-06).

A name is known by its capital: inside a sentence any capital that the store's own words, its vehicles and this customer do not
explain; at a sentence's beginning, where every word has one, a first name of the playbook's list or a word that neither the store's own
wordings and answers nor the playbook's list of beginnings hold, as a surname is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.reading.normalise import fold
from desk.models.rules.wording import CAPITALISED, Templates
from desk.models.vehicle import Vehicle

_BEGINS = re.compile(r"(?:^|[.?!:;…\n\r\"“”(¿¡*•-])[\s\"“”(¿¡*•-]*$")
_OWNED = re.compile(r"['’]s?$", re.IGNORECASE)
_TALE = 12
"""How many characters before a word tell whether it begins a sentence."""
_INITIALS = 4
"""A word in capitals of so many letters at most is a trim or an abbreviation, not a name."""
_Shelves: TypeAlias = Callable[[], Iterable[frozenset[str]]]
_STREET = re.compile(
    r"\b\d{1,6} (?:[NSEW]\.? )?(?:[A-Z][\w'.-]* ){1,4}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Boulevard|Ct|Court|Way|Pl|Place|Ter|Terrace|Hwy|Highway)\b"
    r"|\b(?:Calle|Avenida|Av\.|Camino|Paseo) [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)* #?\d{1,6}\b"
)


def named_in(text: str, facts: Facts, book: Playbook) -> tuple[str, ...]:
    """The names of a text that are nobody's here, each once; the store's own words are out of it already."""
    own = facts.once("strangers.own", lambda: _own(facts))
    first, titled = (
        _folded(book.words_list("firewall.first_names")),
        _titled(book.words_list("firewall.titles")),
    )
    names = _strange(text, own, lambda: _known(facts, book), lambda: _beginnings(facts, book), first, titled)
    return tuple(dict.fromkeys(names))


def _strange(
    text: str,
    own: frozenset[str],
    known: _Shelves,
    beginnings: _Shelves,
    first: frozenset[str],
    titled: re.Pattern[str],
) -> Iterator[str]:
    for found in CAPITALISED.finditer(text):
        word = _OWNED.sub("", found.group())
        told = _plain(word)
        if len(told) == 1 or told in own or (word.isupper() and len(word) <= _INITIALS and told not in first):
            continue
        before = text[max(0, found.start() - _TALE) : found.start()]
        begins = _BEGINS.search(before) is not None and titled.search(before) is None
        explained = _explained(told, beginnings) if begins else any(told in words for words in known())
        if not explained or (begins and told in first):
            yield word


@lru_cache(maxsize=16)
def _titled(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, titles))})\.? $", re.IGNORECASE)


def _explained(word: str, beginnings: _Shelves) -> bool:
    """Whether the store's words hold a word, or all the parts of one like "Mon-Fri"."""
    return any(word in words for words in beginnings()) or (
        "-" in word and all(any(part in words for words in beginnings()) for part in word.split("-"))
    )


def streets_in(text: str, facts: Facts) -> Iterator[str]:
    """Street addresses of a text that the store's own words do not hold; its own address is out of it already."""
    told = facts.store.knowledge.told
    yield from (found.group() for found in _STREET.finditer(text) if found.group() not in told)


def _own(facts: Facts) -> frozenset[str]:
    """The words of the names of this customer and of the people who work here."""
    customer, store = facts.customer, facts.store
    here = " ".join((*(person.name for person in store.staff), store.name, store.address))
    return _words(" ".join((customer.first, customer.last, customer.full))) | _words(here)


def _known(facts: Facts, book: Playbook) -> Iterator[frozenset[str]]:
    """The words with a capital that the store itself uses, of its templates, its answers and its vehicles; the likeliest first."""
    templates: Templates = book.part("templates")
    yield templates.capitals
    yield _folded(book.words_list("firewall.known_names"))
    yield _capitals(facts.store.knowledge.told)
    yield from (_words(_spoken(car)) for car in (facts.stock, *facts.named) if car is not None)
    yield from (_words(f"{car.make} {car.model} {car.trim} {car.colour}") for car in facts.wanted)
    yield from (_words(str(value)) for value in (facts.lead.trade_in or {}).values())
    yield from (_words(_spoken(car)) for car in facts.similar)


def _beginnings(facts: Facts, book: Playbook) -> Iterator[frozenset[str]]:
    """Words with which a sentence of the store's may begin: any that it uses, and the common ones; the likeliest first."""
    templates: Templates = book.part("templates")
    yield templates.vocabulary
    yield _folded(book.words_list("firewall.beginnings"))
    yield _words(facts.store.knowledge.told)
    yield from _known(facts, book)


def _spoken(car: Vehicle) -> str:
    listed = " ".join(map(str, car.features or ()))
    return f"{car.make} {car.model} {car.trim} {car.body} {car.exterior} {car.interior} {car.drivetrain} {car.engine} {car.fuel} {listed}"


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))


@lru_cache(maxsize=32)
def _capitals(text: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in CAPITALISED.findall(text))


@lru_cache(maxsize=8)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_plain(word) for word in words)


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    return fold(word)
