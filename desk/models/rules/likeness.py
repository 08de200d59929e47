"""How much two records look like one customer, and every sign that says so (LEAD-04, LEAD-11).

Pure: the same two records always get the same signs. Points, thresholds, nicknames and street words are the playbook's. A name
alone shows nothing: people share names; and one household shares a phone, so that a pair is shown to a person and never joined here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk.models.playbook import Playbook
from desk.models.rules.spellings import alike, alike_in_any_order, slips

_NAMES = frozenset({"same_name", "similar_name", "nickname", "same_last_name", "other_name"})
_WORD = re.compile(r"[^\W_]+|#")


@dataclass(frozen=True, slots=True)
class Record:
    """What of a lead and its customer is compared: phones in E.164, e-mails in lower case."""

    lead_id: str
    customer_id: str
    first: str = ""
    last: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    street: str = ""
    city: str = ""
    postal: str = ""
    vins: tuple[str, ...] = ()
    stocks: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}".strip()


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason: its kind, how strong it is (strong | medium | weak), and what stands on either side."""

    kind: str
    strength: str
    points: int
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """All signs, strongest first, their sum, and in a word how likely it is: possible | likely | very_likely, or empty."""

    signs: tuple[Sign, ...]
    points: int
    likely: str


def likeness(left: Record, right: Record, book: Playbook) -> Likeness:
    """Whether ``left`` and ``right`` may be one customer. ``likely`` is empty where the pair is not worth a look."""
    found = [_sign(kind, a, b, book) for kind, a, b in _signs(left, right, book)]
    signs = tuple(sorted(found, key=lambda sign: (-abs(sign.points), sign.kind)))
    points = sum(sign.points for sign in signs)
    return Likeness(signs, points, _likely(signs, points, book))


def _likely(signs: Sequence[Sign], points: int, book: Playbook) -> str:
    if all(sign.kind in _NAMES for sign in signs):
        return ""
    floors = (("very_likely", "very_likely_from"), ("likely", "likely_from"), ("possible", "shown_from"))
    return next((word for word, floor in floors if points >= book.number(f"duplicates.{floor}")), "")


def _sign(kind: str, left: str, right: str, book: Playbook) -> Sign:
    points = int(book.number(f"duplicates.points.{kind}"))
    weight = abs(points)
    if weight >= book.number("duplicates.strong_from"):
        return Sign(kind, "strong", points, left, right)
    medium = weight >= book.number("duplicates.medium_from")
    return Sign(kind, "medium" if medium else "weak", points, left, right)


Told = tuple[str, str, str]


def _signs(left: Record, right: Record, book: Playbook) -> Iterator[Told]:
    yield from _best(
        left.emails, right.emails, "same_email", "near_email", lambda a, b: _near_mailbox(a, b, book)
    )
    yield from _best(left.phones, right.phones, "same_phone", "near_phone", near_phone)
    yield from _name(left, right, book)
    yield from _house(left, right, book)
    yield from _vehicle(left, right)


def _best(left: Sequence[str], right: Sequence[str], same: str, near: str, is_near: Any) -> Iterator[Told]:
    """One sign for a kind of address: an equal pair before one that is nearly equal."""
    equal = next((value for value in left if value in right), "")
    if equal:
        yield same, equal, equal
        return
    pair = next(((a, b) for a in left for b in right if is_near(a, b)), None)
    if pair is not None:
        yield near, *pair


def near_phone(left: str, right: str) -> bool:
    """Whether one digit differs, or two neighbours are swapped; both are whole numbers in E.164."""
    return len(left) == len(right) and left != right and slips(left, right, 1) == 1


def phones_near(number: str) -> tuple[str, ...]:
    """Every number one digit away from ``number`` or with two neighbours swapped; area code and line, not the country."""
    start = 2 if number.startswith("+1") else min(3, len(number))
    one_off = (
        f"{number[:place]}{digit}{number[place + 1 :]}"
        for place in range(start, len(number))
        for digit in "0123456789"
    )
    swapped = (
        f"{number[:place]}{number[place + 1]}{number[place]}{number[place + 2 :]}"
        for place in range(start, len(number) - 1)
    )
    return tuple(dict.fromkeys(near for near in (*one_off, *swapped) if near != number))


def _near_mailbox(left: str, right: str, book: Playbook) -> bool:
    """The same mailbox written otherwise (dots, a plus part), elsewhere (another domain), or with a slip of the keys."""
    (name, _, house), (_name, _, place) = left.rpartition("@"), right.rpartition("@")
    if mailbox(left) == mailbox(right):
        return house == place or _is_person(name)
    floor = book.number("duplicates.mailbox_alike")
    return house == place and _is_person(name) and alike(mailbox(left), mailbox(right)) >= floor


def mailbox(address: str) -> str:
    """The name before the at sign without dots and without what follows a plus."""
    return address.rpartition("@")[0].partition("+")[0].replace(".", "").casefold()


def _is_person(name: str) -> bool:
    """Long enough to name somebody: "info" and "jo" are at every domain."""
    return len(name) > 5


def _name(left: Record, right: Record, book: Playbook) -> Iterator[Told]:
    """One sign for two names; none where either is missing."""
    if not left.full or not right.full:
        return
    yield name_sign(left, right, book), left.full, right.full


def name_sign(left: Record, right: Record, book: Playbook) -> str:
    """Which sign two given names are: same_name, similar_name, nickname, same_last_name or other_name."""
    mine, theirs = _letters(left.full), _letters(right.full)
    if mine == theirs:
        return "same_name"
    enough = book.number("duplicates.name_alike")
    is_kin = bool(left.last and right.last) and alike(_letters(left.last), _letters(right.last)) >= enough
    firsts = (_letters(left.first), _letters(right.first))
    if is_kin and _is_nickname(*firsts, book):
        return "nickname"
    if is_kin and all(firsts):
        return "similar_name" if alike(*firsts) >= enough or _is_initial(*firsts) else "same_last_name"
    return "similar_name" if alike_in_any_order(mine, theirs) >= enough else "other_name"


def _letters(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _is_initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


def _is_nickname(one: str, other: str, book: Playbook) -> bool:
    return one != other and any(one in row and other in row for row in book.get("duplicates.words.nicknames"))


def _house(left: Record, right: Record, book: Playbook) -> Iterator[Told]:
    """The same house: its number and street, and the postal code or, where one is missing, the town."""
    if not left.street or not right.street or not _same_town(left, right):
        return
    mine, theirs = street(left.street, book), street(right.street, book)
    is_same_number = house_number(left.street) == house_number(right.street)
    if is_same_number and alike_in_any_order(mine, theirs) >= book.number("duplicates.street_alike"):
        yield "same_address", left.street, right.street


def _same_town(left: Record, right: Record) -> bool:
    if left.postal and right.postal:
        return left.postal[:5] == right.postal[:5]
    return bool(left.city) and left.city.casefold() == right.city.casefold()


def street(words: str, book: Playbook) -> str:
    """A street line in whole words: "1140 Alder Ct." is "1140 alder court"."""
    whole: Mapping[str, str] = dict(book.get("duplicates.words.streets"))
    return " ".join(whole.get(word, word) for word in _WORD.findall(words.casefold()))


def house_number(words: str) -> str:
    """The first number of a street line, or an empty text."""
    found = re.search(r"\d+", words)
    return found[0] if found else ""


def _vehicle(left: Record, right: Record) -> Iterator[Told]:
    """One sign for a vehicle both ask about: its VIN before its stock number."""
    for kind, mine, theirs in (
        ("same_vin", left.vins, right.vins),
        ("same_stock", left.stocks, right.stocks),
    ):
        shared = next((value for value in mine if value in theirs), "")
        if shared:
            yield kind, shared, shared
            return
