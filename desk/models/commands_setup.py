"""What people ask of the store's own arrangements: doors of alerts, what the reader learns, what sources' forms ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from desk.models.commands import Command
from desk.models.intake.lessons import Lesson
from desk.models.intake.second_answer import MailHead


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseAlerts(Command):
    """How a person is reached: kind of alert (or all) to default, text, email, both or desktop (ALERT-02).

    People choose for themselves, leaders for anyone; what an administrator allows is ``alerts.allowed`` of the playbook.
    """

    act: ClassVar[str] = "choose alerts"
    staff_id: str
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachReader(Command):
    """The layout of a mail that was picked from in quarantine: the next one of its sender is read by itself (LEAD-02).

    Answers the lesson's id. A lesson with the same words as one that stands takes its place.
    """

    act: ClassVar[str] = "teach the reader"
    quarantine_id: str
    lesson: Lesson


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetLesson(Command):
    """A layout that was taught is not used any more; what was read by it stays."""

    act: ClassVar[str] = "forget a taught layout"
    lesson_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveConsentWording(Command):
    """What a source's own form asks its customers to agree to: their leads come with that consent and this evidence (R6).

    ``kind`` is express or written; ``page`` is where the form stands, ``wording`` a copy of what it shows. An empty
    wording takes it back for leads to come.
    """

    act: ClassVar[str] = "enter a consent wording"
    source: str
    wording: str
    kind: str = "written"
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStateRow(Command):
    """A row of the store's own over the law's table of states (R9): ``row`` in the place of ``was``.

    Without ``was`` it is a further one, without ``row`` the one that stood is taken back. ``kind`` is rule, halt or holiday;
    the rows are as the playbook holds them. Answers the playbook's new version.
    """

    act: ClassVar[str] = "change the state rules"
    kind: str
    row: Mapping[str, Any] | None = None
    was: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSentElsewhere(Command):
    """What lately left the store's mailbox and carries no desk's mark (DESK-08)."""

    act: ClassVar[str] = "notice another answer"
    heads: tuple[MailHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowRestore(Command):
    """A manager says with their PIN that a backup takes the place of this store (DESK-06); it stays in this store's record.

    ``backup`` is the file's name. They are asked as at a locked desk, also for a code where they have one: wrong tries count
    and wait alike. Answers a ``SignInAnswer``. PIN and code are recorded nowhere.
    """

    act: ClassVar[str] = "bring back a backup"
    backup: str
    pin: str = field(repr=False)
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteRestore(Command):
    """The first line of a store that was brought back: from which backup, and what outlived it.

    ``blocks`` are the opt-outs and other blocks that the store before it had and the backup has not. The assistant rests
    until a person has looked at what was sent since ``backup_at``. Answers how many blocks were carried over.
    """

    act: ClassVar[str] = "bring back a backup"
    backup: str
    backup_at: datetime | None
    blocks: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPin(Command):
    """The PIN by which a person takes the desk; an empty one takes it away. The digits are recorded nowhere (DESK-04)."""

    act: ClassVar[str] = "set a PIN"
    staff_id: str
    pin: str = field(default="", repr=False)
