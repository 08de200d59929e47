"""The store as a whole: settings, playbook, undo, and what keeps it sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from desk.models.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SealRecord(Command):
    """Seal the lines that were added to the record since the last seal (R22). Answers how many lines are sealed."""

    act: ClassVar[str] = "seal the record"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteExport(Command):
    """Data about ``customers`` people leaves the store by a person's hand (R22)."""

    act: ClassVar[str] = "export"
    what: str
    rows: int
    customers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSettings(Command):
    act: ClassVar[str] = "save settings"
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHealth(Command):
    """An adapter's word about a line: mail_in, mail_out, texts. ``read`` moves the moment inbound was last read (R24).

    ``needs_person``: it stays down until a person does something, such as signing in again.
    """

    act: ClassVar[str] = "note the state of a line"
    line: str
    ok: bool
    words: str = ""
    needs_person: bool = False
    read: bool = False
    cursor: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOtherDesk(Command):
    """Another desk was seen on the same mailbox or texting account (DESK-12); nothing automatic leaves until a person decides."""

    act: ClassVar[str] = "notice another desk"
    line: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSpeakingDesk(Command):
    """A person names the desk that speaks (DESK-12)."""

    act: ClassVar[str] = "name the desk that speaks"
    this_desk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Command):
    """Take back one named act (FLOW-11); later edits are kept and conflicts shown."""

    act: ClassVar[str] = "undo"
    txn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePlaybook(Command):
    """The store's own playbook as TOML, laid over the shipped one; refused whole when a value may not stand."""

    act: ClassVar[str] = "save the playbook"
    toml: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLadder(Command):
    """Other times for a ladder's steps, written into the store's own playbook (ILM-04): one span such as ``15m`` for each
    step in its order, and for its repetition, where it has one. Answers the playbook's new version.
    """

    act: ClassVar[str] = "change a ladder"
    name: str
    after: tuple[str, ...]
    repeat_every: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStrategy(Command):
    """How leads of one kind of source are treated, written into the store's own playbook (AI-18): whether messages to them wait
    for a person, and how many times as long the assistant's intervals are. What is None stays. Answers the playbook's new version.
    """

    act: ClassVar[str] = "change a strategy"
    kind: str
    waits: bool | None = None
    pace: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSome(Command):
    """Bring the search index up to date by a few leads, in the background."""

    act: ClassVar[str] = "index"
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearItem(Command):
    """An item of a daily list is done, or comes back at ``until`` (FLOW-09, FLOW-14). ``item`` is its key, such as ``flag:ID``;
    ``words`` say what was done with it."""

    act: ClassVar[str] = "clear an item of the list"
    item: str
    lead_id: str = ""
    until: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteClear(Command):
    """Every check of Today holds, after one did not: the record keeps who brought it there (LEAD-07). ``whose``: the person whose
    list it is; empty is everybody's."""

    act: ClassVar[str] = "note that nothing is stuck"
    whose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseCustomer(Command):
    """Name, addresses, words and originals go; that they stopped us, agreed, and were written to stays as long as the law
    asks (R22). Answers how many leads were concerned.
    """

    act: ClassVar[str] = "erase a customer"
    customer_id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordShop(Command):
    """What the night's test customers found; ``failures`` are id, title, what broke, and the transcript (AI-26)."""

    act: ClassVar[str] = "grade the assistant"
    held: int
    total: int
    failures: tuple[Mapping[str, Any], ...] = ()


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
