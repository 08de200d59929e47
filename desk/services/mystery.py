"""Test customers (AI-26): invented leads run through the real engine on a turned clock, in a store apart, each with what must follow.

Nothing leaves the machine: the rehearsal's lines only record. The grade is the share of test customers that were treated as
declared; each failure carries its transcript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desk.models.errors import BadInput
from desk.models.playbook import Playbook
from desk.services.rehearsal.run import Rehearsal
from desk.services.rehearsal.scenario import Scenario, scenario_of
from desk.services.resources import load_toml, resource_path
from desk.services.rulebook import whole_playbook

_LEFT = ("queued", "held", "sending", "sent", "delivered", "uncertain")
_AFTER_A_STOP = ("opt_out_confirmation",)
_ANSWERS_EVERY, _FIRST_ANSWER = 20, 15  # minutes


@dataclass(frozen=True, slots=True)
class Shopped:
    """One test customer: what was broken, in words, and what was said where something was."""

    trap: str
    title: str
    broke: tuple[str, ...] = ()
    transcript: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        return not self.broke


@dataclass(frozen=True, slots=True)
class Grade:
    """A night's test customers."""

    shopped: tuple[Shopped, ...]

    @property
    def held(self) -> int:
        """How many were treated as declared."""
        return sum(one.held for one in self.shopped)

    @property
    def percent(self) -> int:
        """The share that held, rounded down: only all of them are a hundred."""
        return self.held * 100 // len(self.shopped) if self.shopped else 0

    @property
    def failures(self) -> tuple[Shopped, ...]:
        """Those that were not, each with its transcript."""
        return tuple(one for one in self.shopped if not one.held)


@dataclass(frozen=True)
class Played:
    """What a rehearsal printed, as the checks ask for it."""

    lines: Sequence[Mapping[str, Any]]

    @cached_property
    def messages(self) -> tuple[Mapping[str, Any], ...]:
        """The assistant's messages, each as it stood last."""
        last = {
            line["number"]: line
            for line in self.of("message")
            if line["direction"] == "out" and line["author"] == "assistant"
        }
        return tuple(last.values())

    @cached_property
    def left(self) -> tuple[Mapping[str, Any], ...]:
        """The messages that left."""
        return tuple(message for message in self.messages if message["status"] in _LEFT)

    @cached_property
    def since(self) -> str:
        """When the customer wrote last."""
        return max((line["at"] for line in self.of("message") if line["direction"] == "in"), default="")

    @property
    def answers(self) -> tuple[Mapping[str, Any], ...]:
        """What left after the customer's last words."""
        made: dict[int, str] = {}
        for line in self.of("message"):
            made.setdefault(line["number"], line["at"])
        return tuple(message for message in self.left if made[message["number"]] >= self.since)

    def of(self, kind: str) -> Iterator[Mapping[str, Any]]:
        return (line for line in self.lines if line["kind"] == kind)

    @property
    def lead(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.lines[-1]["leads"][0]
        return found


def shop(
    book: Playbook | None = None, traps: Sequence[str] = (), between: Callable[[], object] = lambda: None
) -> Grade:
    """Run all test customers (or those named) under a playbook, the shipped one by default; ``between`` two of them."""
    store = load_toml("mystery", "store.toml")
    told = load_toml("mystery", "traps.toml")["trap"]
    if unknown := sorted(set(traps) - {trap["id"] for trap in told}):
        raise BadInput(
            f"There is no test customer {unknown[0]!r}.",
            where="desk shop",
            do=f"Use {', '.join(trap['id'] for trap in told)}.",
        )
    chosen = [trap for trap in told if not traps or trap["id"] in traps]
    shopped = []
    for trap in chosen:
        shopped.append(play(store, trap, book or whole_playbook()))
        between()
    return Grade(tuple(shopped))


def play(store: Mapping[str, Any], trap: Mapping[str, Any], book: Playbook) -> Shopped:
    """One test customer, judged."""
    played = Played(tuple(Rehearsal(as_scenario(store, trap), book).run()))
    broke = tuple(words for check in _CHECKS for words in check(trap, played, store))
    return Shopped(trap["id"], trap["title"], broke, tuple(_transcript(played)) if broke else ())


def as_scenario(store: Mapping[str, Any], trap: Mapping[str, Any]) -> Scenario:
    """One test customer's story, as a scenario of the rehearsal."""
    events = [_lead(store, trap)]
    if trap.get("sells"):
        events.append({"at": "10m", "do": "inventory", "stock": trap["sells"], "status": "sold"})
    for number, text in enumerate(trap.get("wrote", ())):
        at = f"{_FIRST_ANSWER + _ANSWERS_EVERY * number}m"
        events.append({"at": at, "do": "reply", "lead": "L1", "channel": "text", "text": text})
    tables = {name: store[name] for name in ("start", "until", "store", "staff", "vehicle", "knowledge")}
    return scenario_of(
        {"title": f"mystery {trap['id']}", **tables, "event": events}, resource_path("mystery", "store.toml")
    )


def _lead(store: Mapping[str, Any], trap: Mapping[str, Any]) -> dict[str, Any]:
    stock = trap.get("vehicle", "J100")
    car = next((row for row in store["vehicle"] if row["stock"] == stock), None)
    wanted = (
        {name: car[name] for name in ("year", "make", "model", "stock")}
        if car
        else {"year": 2015, "make": "Saab", "model": "9-3"}
    )
    first, last = trap.get("first", "Kim"), trap.get("last", "Test")
    customer = {
        "first": first,
        "last": last,
        "full": f"{first} {last}",
        "emails": ["kim.test@example.com"],
        "phones": ["208-555-0142"],
    }
    return {
        "at": "0s", "do": "lead", "lead": "L1", "source": "AutoTrader", "owner": "t-bdc", "customer": customer, "vehicles": [wanted],
        "comments": trap.get("comments", ""),
    }  # fmt: skip


# --- what must follow -----------------------------------------------------------------------------------------------------

Check = Callable[[Mapping[str, Any], Played, Mapping[str, Any]], Iterator[str]]


def _says(message: Mapping[str, Any]) -> str:
    return f"{message['subject']}\n{message['text']}"


def _never(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    for words, messages in ((store["never"], played.left), (trap.get("never", ()), played.answers)):
        for word in words:
            if any(word.casefold() in _says(message).casefold() for message in messages):
                yield f'a message says "{word}"'


def _disclosed(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    """The first message by each channel says what its author is (AI-22)."""
    seen: set[str] = set()
    for message in played.left:
        first = message["channel"] not in seen
        seen.add(message["channel"])
        if first and "automat" not in _says(message).casefold():
            yield f"the first {message['channel']} does not say what writes it"


def _answered(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    wanted = trap.get("says", ())
    if wanted and not any(word in _says(message) for message in played.answers for word in wanted):
        yield f'no answer says "{wanted[0]}"'


def _ends(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    for name, words in (("ai", "the assistant"), ("stage", "the lead")):
        if name in trap and played.lead[name] != trap[name]:
            yield f"{words} ends as {played.lead[name]}, not {trap[name]}"


def _quiet(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    told = [message for message in played.answers if message["purpose"] not in _AFTER_A_STOP]
    if trap.get("quiet") and told:
        yield "something was sent after the customer ended it"


def _way(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    if "way" in trap and {message["channel"] for message in played.answers} != {trap["way"]}:
        yield f"the answer does not go by {trap['way']} alone"


def _followed(trap: Mapping[str, Any], played: Played, store: Mapping[str, Any]) -> Iterator[str]:
    """What else must have happened after the customer's last words."""
    later = [line for line in played.lines if line["at"] >= played.since]
    for name, words, met in (
        ("person", "nobody was called in", any(line["kind"] in ("alert", "task") for line in later)),
        ("books", "no visit was booked", any(line["kind"] == "appointment" and line["status"] == "booked" for line in later)),
        ("asks_bank", "the open question reached no administrator", any(line["kind"] == "knowledge_request" for line in later)),
        ("holds", "no draft waits for a person", any(m["status"] == "pending_approval" for m in played.messages)),
    ):  # fmt: skip
        if trap.get(name) and not met:
            yield words


_CHECKS: tuple[Check, ...] = (_never, _disclosed, _answered, _ends, _quiet, _way, _followed)


def _transcript(played: Played) -> Iterator[str]:
    for line in played.of("message"):
        if line["direction"] == "in":
            yield f"{line['at'][11:16]} customer, {line['channel']}: {line['text']}"
    for message in played.messages:
        subject = f"{message['subject']}: " if message["subject"] else ""
        yield f"{message['at'][11:16]} assistant, {message['channel']}, {message['status']}: {subject}{message['text']}"
