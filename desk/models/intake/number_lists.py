"""Rows of number lists as the registries hand them out: do-not-call numbers, and answers about reassigned ones (R8).

Files have millions of lines, so they are read as a stream; a line that holds no number is named and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from desk.models.intake.columns import Refused
from desk.models.intake.moments import read_moment

_NUMBER = re.compile(r"\+?1?([2-9]\d{2}[2-9]\d{6})")
_NOT_DIGITS = re.compile(r"[\s().-]")
_AREA, _LINE = re.compile(r"[2-9]\d{2}"), re.compile(r"[2-9]\d{6}")
_ANSWERS = {"yes": "yes", "no": "no", "no data": "no data", "no_data": "no data", "nodata": "no data"}
_BETWEEN, _AROUND, _LONGEST_LINE = re.compile(r"[,;\t|]"), " \r\n\"'", 400
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A number of the registry, E.164, at its line of the file."""

    row: int
    number: str


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """One answer: whether ``number`` was given to someone else after the day ``asked_about`` (midnight UTC)."""

    row: int
    number: str
    asked_about: datetime
    answer: str


def read_dnc(lines: Iterable[str]) -> Iterator[ListedRow | Refused]:
    """One number a line, in any of the registry's shapes (``2085550142``, ``208,5550142``); a heading is passed over."""
    for row, cells in _rows(lines):
        number = _number(cells)
        if number:
            yield ListedRow(row, number)
        elif row > 1 or any(ch.isdigit() for cell in cells for ch in cell):
            yield Refused(row, "number", f'"{",".join(cells)[:40]}" is not a number of ten digits')


def read_reassigned(lines: Iterable[str]) -> Iterator[AnsweredRow | Refused]:
    """A number, the day it was asked about and the answer (yes, no, no data), in any order of columns."""
    for row, cells in _rows(lines):
        read = _answered(row, cells)
        if isinstance(read, AnsweredRow) or row > 1 or _number(cells):
            yield read


def day_in_name(name: str) -> datetime | None:
    """The day a file's name tells, such as ``dnc-2026-11-01.csv``, as midnight UTC; else None."""
    found = _DAY_IN_NAME.search(name)
    return read_moment("-".join(found.groups()), UTC) if found else None


def _rows(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    for row, line in enumerate(lines, start=1):
        cells = [cell.strip(_AROUND) for cell in _BETWEEN.split(line[:_LONGEST_LINE])]
        if told := [cell for cell in cells if cell]:
            yield row, told


def _answered(row: int, cells: list[str]) -> AnsweredRow | Refused:
    number = _number(cells)
    if not number:
        return Refused(row, "number", f'"{",".join(cells)[:40]}" holds no number of ten digits')
    answer = next((_ANSWERS[cell.lower()] for cell in cells if cell.lower() in _ANSWERS), "")
    if not answer:
        return Refused(row, "answer", "there is no yes, no or no data")
    days = (read_moment(cell, UTC) for cell in cells if not _whole_number(cell))
    asked = next((day for day in days if day), None)
    return AnsweredRow(row, number, asked, answer) if asked else Refused(row, "date", "there is no date")


def _number(cells: list[str]) -> str:
    if len(cells) > 1 and _AREA.fullmatch(cells[0]) and _LINE.fullmatch(_NOT_DIGITS.sub("", cells[1])):
        return f"+1{cells[0]}{_NOT_DIGITS.sub('', cells[1])}"
    return next(filter(None, map(_whole_number, cells)), "")


def _whole_number(cell: str) -> str:
    found = _NUMBER.fullmatch(_NOT_DIGITS.sub("", cell))
    return f"+1{found[1]}" if found else ""
