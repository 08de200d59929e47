"""Live traffic of the demo: invented people ask about vehicles, and answer what the store writes, over the real protocols."""

from __future__ import annotations

import heapq
import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from itertools import count
from random import Random
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from desk.models.rules.likeness import phones_near
from desk.models.time import Clock
from desk.services.outside.carrier_terms import CarrierText
from desk.services.outside.customers import Customers, reply_mail
from desk.services.outside.mail_server import OutsideLetter
from desk.services.outside.town import Townsperson, townsperson
from desk.services.outside.world import STORE_ADDRESS, STORE_NUMBER, OutsideWorld

log = logging.getLogger("desk.outside")
_LOOKS_EVERY_S = 0.1
_ASKS = (
    "Is this one still available?", "I would like to see it this week.", "Does it have heated seats, and has it had any accidents?",
    "Could you send me more pictures?", "What would it cost out the door?", "I have a car to trade. Can I come by tomorrow?",
)  # fmt: skip


class Traffic:
    """A town at the other end of the lines. ``hear_mail`` and ``hear_text`` are the world's; ``own`` are the store's people.

    Every ``every`` (of the clock's time) somebody new asks about one of ``stock``; ``replies`` and ``asked`` count.
    """

    def __init__(self, clock: Clock, *, every: timedelta, hurry: float = 1.0, seed: str = "demo") -> None:
        self._clock, self._every, self._rng = clock, every, Random(seed)
        self._customers = Customers(seed, hurry=hurry)
        self._people: dict[str, Townsperson] = {}
        self._own: frozenset[str] = frozenset()
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._lock, self._ending, self._order = threading.Lock(), threading.Event(), count()
        self._thread = threading.Thread(target=self._live, name="town", daemon=True)
        self._world: OutsideWorld | None = None
        self.asked, self.replies = 0, 0

    def begin(
        self,
        world: OutsideWorld,
        stock: Sequence[Mapping[str, Any]],
        sources: Sequence[Mapping[str, Any]],
        *,
        first: int,
        own: frozenset[str],
        wanted: Mapping[str, frozenset[str]],
    ) -> None:
        """Let the town live; its people have the numbers from ``first`` on. ``wanted``: stock numbers asked about, by phone."""
        self._world, self._stock, self._sources, self._own = world, stock, sources, own
        self._wanted = dict(wanted)
        self._numbers = count(first)
        self._later(timedelta(), self._ask)
        self._thread.start()

    def stop(self) -> None:
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join(10.0)

    # What reached a customer; called on the world's own threads.

    def hear_mail(self, letter: OutsideLetter) -> None:
        body = letter.message.get_body(("plain",))
        said = str(body.get_content()) if body else ""
        for address in letter.to:
            self._answer(address.lower(), "email", said, partial(self._mail_back, letter))

    def hear_text(self, text: CarrierText) -> None:
        self._answer(text.to, "text", text.body, partial(self._text_back, text.to))

    def _answer(self, address: str, channel: str, said: str, send: Callable[[str], None]) -> None:
        """A person with two addresses answers on the one they like; nobody of the store's own answers."""
        person = self._people.get(address)
        if address in self._own or (person is not None and self._likes(person) != channel):
            return
        with self._lock:
            answer = self._customers.answer(person.email if person else address, said)
        if answer is not None:
            self._later(answer.delay, lambda: send(answer.text))

    def _likes(self, person: Townsperson) -> str:
        return "text" if person.phone and len(person.full) % 3 else "email"

    # What the town does; on its own thread.

    def _live(self) -> None:
        while not self._ending.wait(_LOOKS_EVERY_S):
            while (act := self._next()) is not None and not self._ending.is_set():
                try:
                    act()
                except Exception:
                    log.exception("somebody in town could not reach the store")

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            if self._due and self._due[0][0] <= self._clock.now():
                return heapq.heappop(self._due)[2]
        return None

    def _later(self, delay: timedelta, act: Callable[[], None]) -> None:
        with self._lock:
            heapq.heappush(self._due, (self._clock.now() + delay, next(self._order), act))

    def _ask(self) -> None:
        """Somebody new fills a form or answers an ad; the next one comes after a while."""
        assert self._world is not None, "the town lives only in a world"
        person = townsperson(next(self._numbers))
        car, source = (
            apart(person.phone, self._stock, self._wanted, self._rng),
            self._rng.choice(self._sources),
        )
        self._wanted[person.phone] = self._wanted.get(person.phone, frozenset()) | {car["stock"]}
        self._people |= {address: person for address in (person.email, person.phone) if address}
        at = self._clock.now()
        self._world.mail.post(lead_mail(person, car, source, self._rng.choice(_ASKS), at), at=at)
        self.asked += 1
        self._later(self._every * self._rng.uniform(0.5, 1.5), self._ask)

    def _mail_back(self, letter: OutsideLetter, text: str) -> None:
        if self._world is not None:
            self.replies += 1
            at = self._clock.now()
            self._world.mail.post(reply_mail(letter, text, at), at=at)

    def _text_back(self, number: str, text: str) -> None:
        if self._world is not None:
            self.replies += 1
            self._world.carrier.receive(number, STORE_NUMBER, text)


def apart(
    phone: str, stock: Sequence[Mapping[str, Any]], wanted: Mapping[str, frozenset[str]], rng: Random
) -> Mapping[str, Any]:
    """A vehicle that nobody with a number one digit from ``phone`` asks about.

    In so small a range of numbers everybody is near somebody, and two strangers would be shown as one customer.
    """
    taken = {number for near in phones_near(phone) for number in wanted.get(near, ())}
    return rng.choice([car for car in stock if car["stock"] not in taken] or stock)


def lead_mail(
    person: Townsperson, car: Mapping[str, Any], source: Mapping[str, Any], comments: str, at: datetime
) -> bytes:
    """The mail by which a lead provider hands an inquiry on: ADF as its body."""
    mail = EmailMessage()
    mail["From"] = f"{source['name']} leads <leads@{source['kind']}.example>"
    mail["To"] = STORE_ADDRESS
    mail["Subject"] = f"New lead: {person.full}"
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<lead-{at.timestamp():.6f}-{person.email.replace('@', '.')}>"
    mail.set_content(adf(person, car, source, comments, at))
    return mail.as_bytes()


def adf(
    person: Townsperson, car: Mapping[str, Any], source: Mapping[str, Any], comments: str, at: datetime
) -> str:
    """The inquiry as an ADF document."""
    root = Element("adf")
    prospect = SubElement(root, "prospect", status="new")
    _leaf(
        prospect, "id", f"{at:%Y%m%d}-{car['stock']}-{person.last}", sequence="1", source=str(source["name"])
    )
    _leaf(prospect, "requestdate", at.isoformat(timespec="seconds"))
    vehicle = SubElement(prospect, "vehicle", interest="buy", status=str(car["condition"]))
    for name in ("year", "make", "model", "trim", "stock", "vin"):
        _leaf(vehicle, name, str(car[name]))
    customer = SubElement(prospect, "customer")
    contact = SubElement(customer, "contact")
    _leaf(contact, "name", person.first, part="first")
    _leaf(contact, "name", person.last, part="last")
    _leaf(contact, "email", person.email)
    if person.phone:
        _leaf(contact, "phone", person.phone, type="cellphone")
    _leaf(customer, "comments", comments)
    _leaf(SubElement(SubElement(prospect, "vendor"), "contact"), "name", "Cedar Ridge Motors", part="full")
    _leaf(SubElement(prospect, "provider"), "name", str(source["name"]), part="full")
    return '<?xml version="1.0" encoding="UTF-8"?>\n<?adf version="1.0"?>\n' + tostring(
        root, encoding="unicode"
    )


def _leaf(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text
