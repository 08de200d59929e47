"""The sample store's tables as values: stories, lines, people, sources, models (resources/sample)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

from desk.models.time import span
from desk.services.resources import load_toml

MESSAGES_BY = ("assistant", "customer", "staff")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said or done: a message where ``ch`` is set, else a call, voicemail, visit or note."""

    by: str
    ch: str = ""
    after: timedelta = timedelta()
    say: str = ""
    subject: str = ""
    purpose: str = ""
    step: str = ""
    status: str = ""
    words: str = ""
    due: timedelta | None = None
    why: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()
    action: str = ""
    outcome: str = ""
    minutes: int | None = None
    interest: str = ""

    @property
    def is_message(self) -> bool:
        return self.by in MESSAGES_BY


@dataclass(frozen=True, eq=False)
class Story:
    """One kind of lead; ``opening`` lines stand right after the lead, ``rest`` at the end (stories.toml)."""

    name: str
    stage: str
    share: int
    ends: tuple[timedelta, timedelta]
    temperature: tuple[int, int]
    reasons: tuple[tuple[str, int], ...]
    comments: tuple[str, ...]
    opening: tuple[Line, ...]
    rest: tuple[Line, ...]
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.opening + self.rest

    @property
    def is_fresh(self) -> bool:
        """Whether it is happening now: its lines count from the lead, and it grows no longer."""
        return bool(self.told.get("fresh"))

    @property
    def is_now(self) -> bool:
        """Whether somebody is waited for at this moment; a store of any size has few of these."""
        return self.is_fresh or "timer" in self.told

    @property
    def needs_phone(self) -> bool:
        return "block" in self.told or any(line.by == "customer" and line.ch == "text" for line in self.lines)

    @property
    def filler(self) -> str:
        """Which filler an older lead of this story has: with answers, or without."""
        return "chat" if any(line.by == "customer" for line in self.lines) else "quiet"


@cache
def stories() -> tuple[Story, ...]:
    return tuple(_story(row) for row in load_toml("sample", "stories.toml")["story"])


@cache
def filler() -> Mapping[str, tuple[Line, ...]]:
    rows = load_toml("sample", "stories.toml")["filler"]
    return {name: tuple(_line(row) for row in lines) for name, lines in rows.items()}


@cache
def first_words() -> Mapping[str, Any]:
    """Wordings of the first message, by channel."""
    words: Mapping[str, Any] = load_toml("sample", "stories.toml")["first"]
    return words


@cache
def default_why() -> Mapping[str, Sequence[str]]:
    """Why the assistant wrote, by purpose, where a line does not say."""
    words: Mapping[str, Sequence[str]] = load_toml("sample", "stories.toml")["defaults"]["why"]
    return words


def signed_span(text: str) -> timedelta:
    """A span that may be past: ``-1d2h``."""
    return -span(text[1:]) if text.startswith("-") else span(text)


_PLAIN = (
    "by",
    "ch",
    "say",
    "subject",
    "purpose",
    "step",
    "status",
    "words",
    "action",
    "outcome",
    "minutes",
    "interest",
)
_LISTS = ("why", "facts", "intents")


def _line(row: Mapping[str, Any]) -> Line:
    told = {name: row[name] for name in _PLAIN if name in row}
    lists: dict[str, Any] = {name: tuple(row.get(name, ())) for name in _LISTS}
    due = signed_span(row["due"]) if "due" in row else None
    return Line(**told, **lists, after=span(row.get("after", "0s")), due=due)


def _story(row: Mapping[str, Any]) -> Story:
    lines = tuple(_line(line) for line in row["line"])
    opening = int(row.get("opening", len(lines)))
    low, high = row["ends"]
    return Story(
        name=row["name"], stage=row["stage"], share=row["share"], ends=(span(low), span(high)),
        temperature=(row["temperature"][0], row["temperature"][1]), reasons=tuple((f"{why[:1].upper()}{why[1:]}", int(points)) for why, points in row["reasons"]),
        comments=tuple(row["comments"]), opening=lines[:opening], rest=lines[opening:], told=row,
    )  # fmt: skip
