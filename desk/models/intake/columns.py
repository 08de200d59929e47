"""Rows of CSV files as other programs export them: delimiter and encoding sniffed, headers recognised (LEAD-01)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from desk.models.intake.plain import decode, is_placeholder, storable

_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 1_000_000
_LOOKED_AT = 50  # rows that are looked through for a cell to show under a heading


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that was not taken: its line number in the file (the header is row 1), the field, and why."""

    row: int
    field: str
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.field}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row under our own names; empty and placeholder cells are left out. `number` is its row in the file."""

    number: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """The cell, or None."""
        return self.cells.get(name)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's rows, which column became which field, and the columns that mean nothing to the desk."""

    rows: tuple[Row, ...]
    mapping: Mapping[str, str]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedColumn:
    """One column of a file: its heading, a cell of it, and the field it is taken as; none where that is empty."""

    heading: str
    cell: str
    field: str


@dataclass(frozen=True, slots=True)
class ColumnTable:
    """Column headings to our field names, from a file under `resources/intake/`."""

    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> ColumnTable:
        """The table of `field = [headings]`; where a heading stands twice, the first field keeps it."""
        names: dict[str, str] = {}
        for own, headings in data["columns"].items():
            for heading in (own, *headings):
                names.setdefault(_key(heading), own)
        return cls(names)

    def map_headers(self, headers: list[str], override: Mapping[str, str] | None = None) -> dict[str, str]:
        """Heading to field; the first heading that claims a field keeps it. `override` (heading to field) wins."""
        mapping = {heading: own for heading, own in (override or {}).items() if heading in headers and own}
        dropped = {heading for heading, own in (override or {}).items() if not own}
        for heading in headers:
            own = self.names.get(_key(heading))
            if own and heading not in mapping and heading not in dropped and own not in mapping.values():
                mapping[heading] = own
        return mapping


def read_sheet(raw: bytes, table: ColumnTable, override: Mapping[str, str] | None = None) -> Sheet:
    """The rows of a CSV file. Raises ValueError when the bytes hold no table with a heading that is known."""
    text = storable(decode(raw)).lstrip("\ufeff\n ")
    headers, numbered = _rows(text)
    mapping = table.map_headers(headers, override)
    if not mapping:
        raise ValueError("No column has a known heading; the first row must hold the names of the columns")
    rows = tuple(
        Row(number, _cells(headers, cells, mapping))
        for number, cells in numbered
        if any(map(str.strip, cells))
    )
    return Sheet(rows, mapping, tuple(each for each in headers if each and each not in mapping))


def headings_of(raw: bytes) -> tuple[tuple[str, str], ...]:
    """Each heading of a CSV file with the first cell under it that holds something, for a person who names the columns.

    Raises ValueError when the bytes hold no table.
    """
    headers, numbered = _rows(storable(decode(raw)).lstrip("\ufeff\n "))
    first: dict[str, str] = {}
    for _number, cells in islice(numbered, _LOOKED_AT):
        for heading, cell in zip(headers, cells, strict=False):
            if cell.strip():
                first.setdefault(heading, cell.strip())
    return tuple((heading, first.get(heading, "")) for heading in headers if heading)


def _rows(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    headers = _unique([cell.strip() for cell in next(reader, [])])
    return headers, _numbered(reader)


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    number = 1
    while True:
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ValueError(f"row {number} cannot be read as CSV: {error}") from error


def _unique(headers: list[str]) -> list[str]:
    """Headings that stand twice told apart, so that no column hides another."""
    seen: dict[str, int] = {}
    result = []
    for heading in headers:
        seen[heading] = seen.get(heading, 0) + 1
        result.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return result


def _delimiter(text: str) -> str:
    """The delimiter that cuts the heading into most pieces, outside quotes."""
    heading = re.sub(r'"[^"\n]*"', "", text.partition("\n")[0])
    return max(_DELIMITERS, key=heading.count)


def _cells(headers: list[str], cells: list[str], mapping: Mapping[str, str]) -> dict[str, str]:
    found = {
        mapping[heading]: cell.strip()
        for heading, cell in zip(headers, cells, strict=False)
        if heading in mapping
    }
    return {name: cell for name, cell in found.items() if cell and not is_placeholder(cell)}


def _key(heading: str) -> str:
    return re.sub(r"[\W_]+", "", heading.casefold().replace("#", "number"))
