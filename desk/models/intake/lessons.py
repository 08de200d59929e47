"""Layouts of lead mails that people taught by picking their fields once (LEAD-02).

A lesson remembers, for one sender, the words that stand before each value: "Shopper", "Reach her at". It is only asked
about mails that the shipped reader could not read, so that a lesson never changes what is read well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from functools import cached_property
from typing import Any

from desk.models.intake.labels import Facts

#: What a person can pick, and the fact it is.
PICKED_AS: Mapping[str, str] = {
    "name": "customer.full",
    "phone": "customer.phone",
    "email": "customer.email",
    "vehicle": "vehicle.vehicle",
}
_ENOUGH = frozenset({"customer.full", "customer.phone", "customer.email"})
_BULLETS = r"[\s>*•·|_#-]*"
_LEADER = r"[\s.:=|_·\u2013-]+"  # what stands between a label and its value: dots, a colon, a gap
_BULLET, _LEAD = re.compile(rf"^{_BULLETS}"), re.compile(rf"{_LEADER}$")
_CELLS = re.compile(r"\s*\|\s*|\s{3,}|\t")
_ROUND = " \t\"'<>*,;"
_LONGEST_LABEL, _FURTHEST_BELOW = 60, 3


@dataclass(frozen=True, slots=True)
class Pick:
    """A value that a person marked: its field, the number of its line, and the words before it and after it on that line."""

    field: str
    line: int
    value: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Mark:
    """Where a field stands: behind ``label``, or ``below`` lines under it; ``after`` is the word that ends it, if any."""

    field: str
    label: str
    below: int = 0
    after: str = ""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = r"\s+".join(re.sub(r"\d+", r"\\d+", re.escape(word)) for word in self.label.split())
        return re.compile(
            rf"(?:^{_BULLETS}|[|\t]\s*|\s{{3,}}){words}(?:{_LEADER}|$)(?P<value>.*)$", re.IGNORECASE
        )

    def read(self, lines: Sequence[str]) -> str:
        """The value in ``lines``, empty where its label does not stand."""
        for number, line in enumerate(lines):
            if found := self._pattern.search(line):
                at = number + self.below
                told = lines[at] if self.below and at < len(lines) else found["value"]
                return self._cut(told)
        return ""

    def _cut(self, told: str) -> str:
        pieces = [piece for piece in _CELLS.split(told.strip()) if piece.strip(_ROUND)]
        value = pieces[0] if pieces else ""
        if self.after:
            value = re.split(
                rf"\s+{re.escape(self.after)}(?:\s|$)|{re.escape(self.after)}$", value, maxsplit=1
            )[0]
        return value.strip(_ROUND)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What one sender's layout means. ``source`` names where its leads come from, empty where the sender says enough."""

    sender: str
    marks: tuple[Mark, ...]
    source: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The words it reads by, each once, as people see them."""
        return tuple(dict.fromkeys(mark.label for mark in self.marks))

    def read(self, text: str) -> Facts:
        """The facts in a mail of that layout; empty when nobody is named or reachable in it."""
        lines = lines_of(text)
        told = {PICKED_AS[mark.field]: mark.read(lines) for mark in self.marks}
        facts = {fact: value for fact, value in told.items() if value}
        if not _ENOUGH & facts.keys():
            return {}
        return facts | ({"lead.source": self.source} if self.source else {})

    def to_json(self) -> dict[str, Any]:
        marks = [{"field": m.field, "label": m.label, "below": m.below, "after": m.after} for m in self.marks]
        return {"sender": self.sender, "source": self.source, "marks": marks}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Lesson:
        return cls(told["sender"], tuple(Mark(**mark) for mark in told["marks"]), told.get("source", ""))


def learn(sender: str, text: str, picks: Sequence[Pick], source: str = "") -> Lesson | None:
    """The lesson of these picks; None when the mail does not say by which words a person could be found again.

    Each mark is tried on the mail itself: one that would not find what was picked is left out.
    """
    lines, marks = lines_of(text), list[Mark]()
    for pick in sorted(picks, key=lambda pick: (pick.line, len(pick.before))):
        mark = _mark(pick, lines, marks, picks)
        if mark is not None and pick.value.strip(_ROUND) in mark.read(lines):
            marks.append(mark)
    lesson = Lesson(address_of(sender), tuple(marks), source)
    return lesson if marks and lesson.read(text) else None


def _mark(pick: Pick, lines: Sequence[str], known: Sequence[Mark], picks: Sequence[Pick]) -> Mark | None:
    if pick.field not in PICKED_AS:
        return None
    label, after = label_of(pick.before), _first_word(pick.after)
    if label:
        return Mark(pick.field, label, 0, after)
    return _under_known(pick, known, picks, after) or _under_heading(pick, lines, after)


def _under_known(pick: Pick, known: Sequence[Mark], picks: Sequence[Pick], after: str) -> Mark | None:
    """A value without words of its own is found by its distance to the last labelled one above it."""
    places = {other.field: other.line for other in picks}
    for mark in reversed(known):
        distance = pick.line - places[mark.field]
        if mark.below == 0 and 0 < distance <= _FURTHEST_BELOW:
            return Mark(pick.field, mark.label, distance, after)
    return None


def _under_heading(pick: Pick, lines: Sequence[str], after: str) -> Mark | None:
    """A value below a line that ends in a colon."""
    for distance in range(1, min(pick.line, _FURTHEST_BELOW) + 1):
        heading = lines[pick.line - distance].strip()
        if heading.endswith(":") and (label := label_of(heading)):
            return Mark(pick.field, label, distance, after)
    return None


def address_of(sender: str) -> str:
    """The bare address of a sender, by which lessons are kept; empty where there is none."""
    return parseaddr(sender)[1].casefold()


def lines_of(text: str) -> list[str]:
    """The lines of a mail as a text field counts them."""
    return text.replace("\r\n", "\n").split("\n")


def label_of(before: str) -> str:
    """The words before a value, without bullets and the leader between; empty where none of them is a word."""
    label = _LEAD.sub("", _BULLET.sub("", _CELLS.split(_LEAD.sub("", before))[-1]))
    return " ".join(label.split()) if len(label) <= _LONGEST_LABEL and re.search(r"[^\W\d]", label) else ""


def _first_word(after: str) -> str:
    words = _CELLS.split(after)[0].split()
    return words[0] if words else ""
