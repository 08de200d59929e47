"""Leads that may be one customer, merged and taken apart (LEAD-04)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from desk.models.commands.base import Command, OfLead


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLeads(Command):
    """Two leads are one customer (LEAD-04): ``gone_id`` goes into ``kept_id``.

    ``choices`` names for a line of the preview the side that wins (left: the kept lead, right: the other); without a word the
    preview's own proposal stands. ``tell`` lets both owners know why. Answers the merge's id, or "" when it is so already.
    """

    act: ClassVar[str] = "merge"
    kept_id: str
    gone_id: str
    choices: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    tell: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmergeLeads(Command):
    """Take a merge apart at any later time; what was added since stays where it belongs (LEAD-04). Answers what was kept, in words."""

    act: ClassVar[str] = "un-merge"
    merge_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspectDuplicate(OfLead):
    """A person says that two leads may be one customer: the pair waits in the inbox with whatever signs there are (LEAD-04).

    Answers the pair's id.
    """

    act: ClassVar[str] = "put two records beside each other"
    other_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDuplicate(Command):
    """The two records of a suspected duplicate are two customers; the same signs do not raise it again."""

    act: ClassVar[str] = "tell two customers apart"
    duplicate_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellManager(Command):
    """A rep lets the managers decide on a suspected duplicate (LEAD-11)."""

    act: ClassVar[str] = "tell the manager"
    duplicate_id: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindDuplicates(Command):
    """Compare open leads that are in the store already, ``limit`` of them from the one after ``after`` on (LEAD-11).

    Answers the last lead that was looked at; empty once all were.
    """

    act: ClassVar[str] = "look for duplicates"
    after: str = ""
    limit: int = 200
