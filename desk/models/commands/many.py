"""One act on many leads, and the views a person keeps (FLOW-12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from desk.models.commands.base import Command, OfLead


@dataclass(frozen=True, slots=True, kw_only=True)
class OnMany(Command):
    """``given`` is asked of each of ``lead_ids`` in one transaction, so that one undo takes all of it back.

    ``given`` names no lead of its own; it assigns, holds or moves. A lead that refuses stays as it is and does not keep the
    others back. Answers a ``ManyDone``.
    """

    act: ClassVar[str] = "work on many leads"
    lead_ids: tuple[str, ...]
    given: OfLead


class NotDone(NamedTuple):
    """One lead of many that stayed as it is: why, and what can be done."""

    lead_id: str
    name: str
    words: str
    do: str = ""


class ManyDone(NamedTuple):
    """What became of an act on many leads: the ids of those it changed, and those that refused, in the order given."""

    done: tuple[str, ...]
    refused: tuple[NotDone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveView(Command):
    """Keep a view of the board under a name of one's own; the same name again takes its place."""

    act: ClassVar[str] = "save a view"
    name: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DropView(Command):
    """Forget a view of one's own."""

    act: ClassVar[str] = "forget a view"
    name: str
