"""Further commands: what the language endpoint answers, the mystery shop's grade, templates and the knowledge bank's requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from desk.models.commands import Command, OfLead


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordMessage(Command):
    """Other words of a language endpoint for the first sentence and the question of a waiting message (AI-20).

    They are checked like any draft; ``trouble`` says instead why there are none. Answers whether the words were taken.
    """

    act: ClassVar[str] = "word a message"
    message_id: str
    opening: str = ""
    question: str = ""
    model: str = ""
    trouble: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShop(Command):
    """What the night's test customers found; ``failures`` are id, title, what broke, and the transcript (AI-26)."""

    act: ClassVar[str] = "grade the assistant"
    held: int
    total: int
    failures: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveVehicle(Command):
    """A vehicle entered or changed by hand: ``values`` are columns of ``Vehicle`` (AI-05). A feed that lacks it does not end it."""

    act: ClassVar[str] = "save a vehicle"
    stock: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteTemplate(Command):
    """A new version of a template or script; it is offered once a manager approved it (FLOW-08). Answers the version's id."""

    act: ClassVar[str] = "write a template"
    kind: str
    name: str
    body: str
    subject: str = ""
    language: str = "en"
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveTemplate(Command):
    """From now on this version is the one that is offered; earlier ones stay as they were (FLOW-08)."""

    act: ClassVar[str] = "approve a template"
    template_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireTemplate(Command):
    """No version of it is offered any more (FLOW-08)."""

    act: ClassVar[str] = "retire a template"
    entry: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RetireKnowledge(Command):
    """An answer is no longer told; its versions stay (AI-13)."""

    act: ClassVar[str] = "retire an answer"
    entry: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleStop(OfLead):
    """A person's word on a message that may have said stop: ``stopped``, or it goes on. The same words are read so from then on (R4)."""

    act: ClassVar[str] = "say whether the customer said stop"
    stopped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain(Command):
    """A language endpoint's reading of a message that the desk's own reader did not understand; empty where it knew none (AI-20)."""

    act: ClassVar[str] = "read a message again"
    message_id: str
    intents: tuple[str, ...] = ()
    language: str = ""
    model: str = ""
