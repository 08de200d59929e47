"""Rows of the merge page: two records side by side, what one record of them would hold, and merges that can be taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.models.snapshots.board import CardView
from desk.models.snapshots.said import Said

Marks = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SignView:
    """One sign: ``strength`` is strong | medium | weak | against; ``marks`` are the places in ``detail`` where the two differ."""

    icon: str
    title: Said
    strength: str
    detail: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One line of the preview. ``wins``: left | right | both. Bold where the ``result`` is not simply what the left one has.

    Where ``choices`` has two words a person may choose between them; ``note`` says why the proposal is as it is.
    """

    key: str
    label: Said
    left: Said
    right: Said
    result: Said
    wins: str
    changed: bool
    choices: tuple[str, str] | None = None
    note: Said = ""
    left_marks: Marks = ()
    right_marks: Marks = ()


@dataclass(frozen=True, slots=True)
class MergeSide:
    """A record's head: its card, since when it is there, and who has it in which role."""

    card: CardView
    since: datetime
    first: str
    owner_role: Said


@dataclass(frozen=True, slots=True)
class MergeView:
    """A suspected duplicate, whole: signs, both records, the result, and what a merge does, keeps and means for coverage.

    ``may_decide`` says whether the person at this desk may; others tell the manager. ``open`` is False once it is decided.
    """

    duplicate_id: str
    skate: bool
    open: bool
    raised: datetime
    raised_words: Said
    likely_words: Said
    who_words: Said
    signs: tuple[SignView, ...]
    left: MergeSide
    right: MergeSide
    result_words: Said
    lines: tuple[MergeLine, ...]
    does: Said
    keeps: Said
    coverage: Said
    one_lead: bool
    may_decide: bool
    tell_words: Said


@dataclass(frozen=True, slots=True)
class MergedView:
    """A merge that stands: which record lies in this lead, since when and by whose word."""

    merge_id: str
    name: str
    at: datetime
    by: str
