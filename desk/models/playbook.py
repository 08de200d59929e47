"""The store's operating procedure as data: every number a store decides (design: declare a setting once).

``Playbook`` is what rules are given: declared values by key (``book.span("first_response.within")``), and the structured
parts (ladders, strategies, cadence, templates, gate rules). It is immutable; a store's own version is
laid over the shipped one and checked as a whole, so a running playbook is always a possible one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from desk.models.errors import BadPlaybook
from desk.models.time import span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LadderWhen:
    """What a ladder is for; an empty field matches all. The ladder with most fields filled wins (ILM-05)."""

    trigger: str = ""
    flag: str = ""
    program: str = ""
    source_class: str = ""
    source: str = ""
    make: str = ""
    condition: str = ""
    days: tuple[str, ...] = ()
    shift: str = ""

    @property
    def weight(self) -> int:
        """How specific it is: the number of filled fields; the trigger alone is the base."""
        told = (
            self.trigger,
            self.flag,
            self.program,
            self.source_class,
            self.source,
            self.make,
            self.condition,
            self.days,
            self.shift,
        )
        return sum(1 for field_ in told if field_)


@dataclass(frozen=True, slots=True)
class LadderStep:
    """After ``after`` of staffed time, tell ``to`` (``owner``, ``next_on_shift``, ``role:manager``, ``team:north``, a staff id)."""

    after: timedelta
    to: tuple[str, ...]
    via: tuple[str, ...] = ()
    reassign: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    name: str
    when: LadderWhen
    steps: tuple[LadderStep, ...]
    repeat_every: timedelta | None = None
    pause_off_shift: bool = True


@dataclass(frozen=True, slots=True)
class Playbook:
    """A whole procedure. ``values`` are the declared keys, ``parts`` the structured tables by name."""

    version: str
    values: Mapping[str, Any] = field(default_factory=dict)
    ladders: tuple[Ladder, ...] = ()
    parts: Mapping[str, Any] = field(default_factory=dict)
    _worked_out: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def get(self, key: str) -> Any:
        """A declared value. Raises BadPlaybook for a key that was never declared (our mistake, found by the tests)."""
        try:
            return self.values[key]
        except KeyError:
            raise BadPlaybook(
                f"The playbook has no value {key!r}.", where="playbook", do="Declare it."
            ) from None

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What is read off these values under ``key``; made once, since rules ask for the same at every decision."""
        if key not in self._worked_out:
            self._worked_out[key] = work_out()
        found: T = self._worked_out[key]
        return found

    def span(self, key: str) -> timedelta:
        """A length of time, as it was written ("15m", "2d")."""
        value = self.get(key)
        return value if isinstance(value, timedelta) else span(str(value))

    def number(self, key: str) -> float:
        """A number in the unit its declaration names."""
        return float(self.get(key))

    def flag(self, key: str) -> bool:
        """Whether it is switched on."""
        return bool(self.get(key))

    def words(self, key: str) -> str:
        """One word or sentence."""
        return str(self.get(key))

    def words_list(self, key: str) -> tuple[str, ...]:
        """A list of words."""
        return self.once(key, lambda: tuple(str(item) for item in self.get(key)))

    def part(self, name: str) -> Any:
        """A structured part: templates, strategies, cadence, gate, sources."""
        return self.parts[name]
