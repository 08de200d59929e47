"""Invented customers who answer the store: the same seed gives the same people and the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import blake2b
from typing import Any

from desk.models.time import span
from desk.services.adapters.data import channel_table
from desk.services.outside.mail_server import OutsideLetter


@dataclass(frozen=True, slots=True)
class Answer:
    """What a customer will say, and how long that takes."""

    delay: timedelta
    text: str


class Customers:
    """A town of them. Each address or number is one person, whose personality never changes.

    ``hurry`` divides how long they take, for a demo that one can watch.
    """

    def __init__(self, seed: str = "town", *, hurry: float = 1.0) -> None:
        self._seed, self._hurry = seed, hurry
        self._used: dict[str, set[int]] = defaultdict(set)

    def personality(self, person: str) -> str:
        """The name of a person's personality, as in ``resources/channels/customers.toml``."""
        return str(self._row(person)["name"])

    def answer(self, person: str, said: str) -> Answer | None:
        """What ``person`` answers to the store's words, or None for silence."""
        steps, used, heard = self._row(person).get("step", ()), self._used[person], said.lower()
        for number, step in enumerate(steps):
            if number not in used and _fits(step.get("when", ()), heard):
                used.add(number)
                words = step["say"][self._draw(f"{person}:{number}", len(step["say"]))]
                return Answer(self._takes(person, number, span(step["after"])), words)
        return None

    def _row(self, person: str) -> dict[str, Any]:
        rows: list[dict[str, Any]] = channel_table("customers")["personality"]
        place = self._draw(person, sum(row["share"] for row in rows))
        for row in rows:
            place -= row["share"]
            if place < 0:
                return row
        return rows[-1]

    def _takes(self, person: str, number: int, usual: timedelta) -> timedelta:
        """The usual time, give or take a third, as this person has it."""
        factor = (67 + self._draw(f"{person}:{number}:wait", 67)) / 100
        return usual * (factor / self._hurry)

    def _draw(self, what: str, sides: int) -> int:
        """A die that falls the same way for the same question."""
        return int.from_bytes(blake2b(f"{self._seed}:{what}".encode(), digest_size=8).digest(), "big") % sides


def _fits(when: Sequence[str], heard: str) -> bool:
    return not when or any(word in heard for word in when)


def reply_mail(letter: OutsideLetter, text: str, at: datetime) -> bytes:
    """The customer's answer to a letter as a mail program writes it: threaded, the letter quoted below."""
    asked = letter.message
    reply = EmailMessage()
    reply["From"] = str(asked["To"])
    reply["To"] = str(asked["Reply-To"] or asked["From"])
    subject = str(asked["Subject"])
    reply["Subject"] = subject if subject.lower().startswith("re:") else f"Re: {subject}"
    reply["Date"] = format_datetime(at)
    mark = blake2b(f"{asked['Message-ID']}:{text}:{at.isoformat()}".encode(), digest_size=10).hexdigest()
    reply["Message-ID"] = f"<{mark}@customer.example>"
    reply["In-Reply-To"] = str(asked["Message-ID"])
    reply["References"] = f"{asked['References'] or ''} {asked['Message-ID']}".strip()
    body = asked.get_body(("plain",))
    quoted = "\n".join(f"> {line}" for line in (body.get_content() if body else "").splitlines())
    reply.set_content(f"{text}\n\nOn {at:%b %d, %Y}, {asked['From']} wrote:\n{quoted}\n")
    return reply.as_bytes()
