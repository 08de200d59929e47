"""Random stories over the real engine: a customer anywhere, people who do anything, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from sqlalchemy import func, select

from desk.models.history import History
from desk.models.lead import Lead
from desk.services.desk import settle
from desk.services.rehearsal import Rehearsal, Scenario
from tests.services.rehearsal.told import event, lead, story

Line = dict[str, Any]

#: A number of each kind of place, with its wall clock and the hours in which the law lets a machine text there.
PLACES = {
    "(602) 555-0111": (ZoneInfo("America/Phoenix"), 8, 21),
    "(212) 555-0112": (ZoneInfo("America/New_York"), 8, 21),
    "(305) 555-0113": (ZoneInfo("America/New_York"), 8, 20),
    "(808) 555-0114": (ZoneInfo("Pacific/Honolulu"), 8, 21),
}
WORDS = (
    "Is it still there?", "STOP", "Please stop texting me", "unsubscribe", "Could I come Saturday at 3?", "What is the price?",
    "Can I talk to a real person please?", "I'm already working with Mike at your store", "Not interested anymore, sorry",
    "wrong number", "No texts please, email me", "Write me again in two weeks", "Thanks!", "Do you ship to Hawaii?", "START",
)  # fmt: skip
OUTCOMES = (
    "no_answer",
    "no_answer_voicemail",
    "connected_follow_up",
    "connected_assessed",
    "declined_call",
    "wrong_number",
)


@st.composite
def _acts(draw: st.DrawFn) -> dict[str, Any]:
    """One thing that happens within four days of the inquiry."""
    at = f"{draw(st.integers(0, 4 * 24 * 60))}m"
    kind = draw(st.sampled_from(("reply", "reply", "reply", "log", "log", "ai", "stage", "hold", "resume", "claim", "assign", "book", "sold", "consent", "sleep", "outage")))  # fmt: skip
    return _FIELDS[kind](draw, at)


def _reply(draw: st.DrawFn, at: str) -> dict[str, Any]:
    return event(
        at, "reply", channel=draw(st.sampled_from(("text", "email"))), text=draw(st.sampled_from(WORDS))
    )


def _log(draw: st.DrawFn, at: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(("call", "call", "note", "text", "email")))
    more = {"outcome": draw(st.sampled_from(OUTCOMES))} if kind == "call" else {}
    return event(at, "log", by="ana", type=kind, summary="Spoke", **more)


_FIELDS: dict[str, Any] = {
    "reply": _reply,
    "log": _log,
    "ai": lambda draw, at: event(at, "ai", by="dana", set=draw(st.sampled_from(("on", "off"))), reason="Mine"),
    "stage": lambda draw, at: event(at, "stage", by="ana", stage=draw(st.sampled_from(("contacted", "engaged", "lost"))), status=draw(st.sampled_from(("", "Deposit taken"))), reason="Bought a boat"),
    "hold": lambda draw, at: event(at, "hold", by="ana", kind="organic", reason="Bonus", until="2026-03-05", note="Told Dana"),
    "resume": lambda draw, at: event(at, "resume", by="ana"),
    "claim": lambda draw, at: event(at, "claim", by=draw(st.sampled_from(("ana", "ben")))),
    "assign": lambda draw, at: event(at, "assign", by="dana", to=draw(st.sampled_from(("ana", "ben")))),
    "book": lambda draw, at: event(at, "book", by="ben", starts="2026-03-07T15:00:00-07:00"),
    "sold": lambda draw, at: event(at, "sold", by="ben"),
    "consent": lambda draw, at: event(at, "consent", channel="text", given=draw(st.booleans()), evidence="written: form"),
    "sleep": lambda draw, at: {"at": at, "do": "sleep", "lasts": draw(st.sampled_from(("10m", "9h", "2d")))},
    "outage": lambda draw, at: {"at": at, "do": "outage", "channel": draw(st.sampled_from(("email", "text", "network"))), "lasts": "3h"},
}  # fmt: skip


@st.composite
def stories(draw: st.DrawFn) -> Scenario:
    start = draw(
        st.sampled_from(
            ("2026-03-02T10:00:00-07:00", "2026-03-07T21:30:00-07:00", "2026-03-06T17:45:00-07:00")
        )
    )
    first = lead(phone=draw(st.sampled_from(tuple(PLACES))), owner=draw(st.sampled_from(("ana", ""))))
    consent = event("1m", "consent", channel="text", given=True, evidence="written: form")
    return story(first, consent, *draw(st.lists(_acts(), max_size=8)), start=start, until="6d")


@dataclass
class Ended:
    """A story that was played: its lines, and its engine at the last moment."""

    lines: list[Line]
    rehearsal: Rehearsal

    @property
    def phone(self) -> str:
        return str(self.rehearsal.scenario.events[0].values["customer"]["phones"][0])

    def decided_again(self) -> int:
        """How many lines of the record a second look at every lead adds at the same moment."""
        self._settle()
        before = self._record()
        self._settle()
        return self._record() - before

    def _settle(self) -> None:
        desk = self.rehearsal.desk
        with desk.store.writing() as session:
            work = desk.looking(session, desk.clock.now())
            for lead_id in session.scalars(select(Lead.id)).all():
                settle(work, lead_id)

    def _record(self) -> int:
        with self.rehearsal.store.reading() as session:
            return session.scalar(select(func.count(History.id))) or 0


def played(scenario: Scenario) -> Iterator[Ended]:
    """Play a story; its store is open until the caller goes on."""
    rehearsal = Rehearsal(scenario)
    lines = []
    for line in rehearsal.run():
        lines.append(line)
        if line["kind"] == "summary":
            yield Ended(lines, rehearsal)


def automatic(line: Line) -> bool:
    """A message that left without a person, other than the one confirmation of an opt-out."""
    own = (
        line["kind"] == "message"
        and line["direction"] == "out"
        and line["status"] == "sent"
        and line["author"] != "staff"
    )
    return own and line["purpose"] != "opt_out_confirmation"


def moment(line: Line) -> datetime:
    return datetime.fromisoformat(line["at"])
