"""`Label: value` text, as website forms and marketplaces mail it, and as some put it into comments (LEAD-02).

Which label means which fact is a table (`resources/intake/labels.toml`), which a store can widen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.models.intake.plain import is_placeholder

_PAIR = re.compile(
    r"^[\s>*•·|_#-]*(?P<label>[^\W\d][^:=\t\n]{0,48}?)\s*[*_]*\s*(?:[:=]|\t)[*_]*\s*(?P<value>.*)$"
)
_DASHED = re.compile(r"^[\s>*•·|_#-]*(?P<label>[^\W\d][^:=\t\n-]{0,48}?)\s+[-\u2013]\s+(?P<value>.*)$")
_COLUMNS = re.compile(r"\s+\|\s+")

# Under such a heading the vehicle may stand by itself: "Vehicle of interest" / "2021 Honda Civic EX".
_NAMED_BELOW = {"vehicle": "vehicle.vehicle", "trade_in": "trade_in.vehicle"}


@dataclass(frozen=True, slots=True)
class LabelTable:
    """`facts` maps a label to `part.field`, `sections` a heading to the part it opens; `ends` begin a footer."""

    facts: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    ends: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> LabelTable:
        """The table of `resources/intake/labels.toml`: parts with fields, each with its labels."""
        facts = {
            _key(label): f"{part}.{name}"
            for part, names in data["facts"].items()
            for name, labels in names.items()
            for label in labels
        }
        sections = {_key(label): part for part, labels in data["sections"].items() for label in labels}
        return cls(facts, sections, tuple(each.casefold() for each in data.get("ends", ())))

    def meaning(self, label: str, part: str = "") -> str | None:
        """The `part.field` that `label` means, inside the section of `part` if one is open."""
        found = self.facts.get(_key(label))
        own, _, name = (found or "").partition(".")
        if part == "other" and own in {"customer", "vehicle"}:
            return f"other.{name}"
        return f"trade_in.{name}" if part == "trade_in" and own == "vehicle" else found


Facts = dict[str, str]


def read_labels(text: str, table: LabelTable) -> Facts:
    """The facts labelled in `text`: the first value of each wins; a comment runs on until the next label."""
    reader = _Reader(table)
    for line in text.split("\n")[:4000]:
        for piece in _COLUMNS.split(line) if " | " in line else [line]:
            reader.take(piece[:4000])
    return reader.result()


class _Reader:
    """Walks the lines: which section is open, and which fact still waits for its value or runs on."""

    def __init__(self, table: LabelTable) -> None:
        self._table = table
        self._part = ""
        self._running: str | None = None
        self._found: dict[str, list[str]] = {}

    def take(self, line: str) -> None:
        stripped = line.strip(" \t>*_#=-•|")
        pair = _PAIR.match(line) or self._dashed(line)
        if any(stripped.casefold().startswith(end) for end in self._table.ends):
            self._running = None
        elif section := self._section(stripped, pair):
            self._part, self._running = section, _NAMED_BELOW.get(section)
            self._found.setdefault(self._running or "", [])
        elif pair and (meaning := self._table.meaning(pair["label"], self._part)):
            self._open(meaning, pair["value"].strip(" \t*_|"))
        elif pair and not self._runs_on(pair):
            self._running = None
        elif self._running:
            self._continue(line.strip())

    def _dashed(self, line: str) -> re.Match[str] | None:
        """`Name - Dana Reed`; only where the label is known, for people use dashes in sentences too."""
        pair = _DASHED.match(line)
        return pair if pair and self._table.meaning(pair["label"], self._part) else None

    def _section(self, stripped: str, pair: re.Match[str] | None) -> str | None:
        if pair and pair["value"].strip(" *_|:"):
            return None
        return self._table.sections.get(_key(stripped.rstrip(":")))

    def _runs_on(self, pair: re.Match[str]) -> bool:
        # Inside a comment a colon is mostly the customer's own; elsewhere an unknown label ends the last one.
        return self._running == "lead.comments" and len(pair["label"].split()) > 3

    def _open(self, meaning: str, value: str) -> None:
        self._running = meaning
        if any(self._found.get(meaning, ())):
            self._running = meaning if meaning == "lead.comments" else None
        else:
            self._found[meaning] = [value]

    def _continue(self, text: str) -> None:
        assert self._running is not None
        lines = self._found[self._running]
        if self._running == "lead.comments":
            lines.append(text)
        elif not any(lines) and re.search(r"\w", text):
            lines.append(text)
            self._running = None

    def result(self) -> Facts:
        joined = {name: "\n".join(lines).strip() for name, lines in self._found.items()}
        return {name: value for name, value in joined.items() if value and not is_placeholder(value)}


def _key(label: str) -> str:
    return re.sub(r"[\W_]+", " ", label.casefold()).strip()
