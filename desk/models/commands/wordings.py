"""What the desk may say: the knowledge bank and the store's own templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from desk.models.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveKnowledge(Command):
    """A new version of an answer; ``question`` holds its questions, one a line. ``request`` is the open question it settles (AI-13)."""

    act: ClassVar[str] = "save an answer"
    question: str
    answer: str
    entry: str = ""
    tags: str = ""
    language: str = "en"
    owner: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    request: str = ""


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
