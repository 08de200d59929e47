"""``desk import dnc`` and ``desk import reassigned``, and the same in the window: number lists of any length, in parts, with their age (R8)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from typing import Any

from desk.models.by import By
from desk.models.commands import Command, TakeNumbers
from desk.models.errors import BadInput
from desk.models.intake.columns import Refused
from desk.models.intake.moments import read_moment
from desk.models.intake.number_lists import AnsweredRow, ListedRow, day_in_name, read_dnc, read_reassigned
from desk.models.store.engine import Store
from desk.models.store.queries.scrub import known_list

_PART = 20_000
_READERS = {"dnc": read_dnc, "reassigned": read_reassigned}
Row = ListedRow | AnsweredRow


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes a list in: a store to look into, the present moment, and the one way commands go."""

    store: Store
    now: Callable[[], datetime]
    run: Callable[[Command], Any]


@dataclass(slots=True)
class _Told:
    """What an import prints: counts, the list's day and how it is known, and every line refused."""

    dated: datetime
    dated_by: str
    counts: dict[str, int] = field(default_factory=lambda: {"taken": 0, "known": 0, "blocked": 0})
    refused: list[dict[str, Any]] = field(default_factory=list)


def import_numbers(
    desk: Taking, file: Path, kind: str, dated: str, by: By, *, dry_run: bool
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Take in one file; a part is one transaction, so an import that was ended goes on where it stopped.

    Raises BadInput when the file cannot be opened, when its day lies ahead, or when it is already in under another day.
    """
    digest = _digest(file)
    told, done = _begin(desk, file, digest, dated)
    with _open_text(file) as lines:
        for part in _parts(_READERS[kind](lines)):
            rows = tuple(it for it in part if not isinstance(it, Refused))
            told.refused += [asdict(it) for it in part if isinstance(it, Refused)]
            _take(desk, told, rows, part, done, dry_run, _command(kind, digest, file, told, by))
    if not dry_run and told.counts["taken"] + told.counts["known"]:
        _close(desk, told, digest, _command(kind, digest, file, told, by))
    return {**told.counts, "dated": told.dated.date().isoformat(), "dated_by": told.dated_by}, told.refused


def _take(
    desk: Taking, told: _Told, rows: tuple[Row, ...], part: list[Row | Refused], done: int, dry_run: bool,
    command: Callable[[tuple[Row, ...], int, bool], TakeNumbers],
) -> None:  # fmt: skip
    last = part[-1].row
    if last <= done:
        told.counts["known"] += len(rows)
        return
    told.counts["taken"] += len(rows)
    if not dry_run:
        told.counts["blocked"] += desk.run(command(rows, last, False))
    if sys.stderr.isatty():
        print(f"\r{last:,} lines", end="", file=sys.stderr)


def _close(
    desk: Taking, told: _Told, digest: str, command: Callable[[tuple[Row, ...], int, bool], TakeNumbers]
) -> None:
    """The list counts from here on: it is whole."""
    with desk.store.reading() as session:
        row = known_list(session, digest)
        rows_done, whole = (row.rows_done, row.whole) if row else (0, False)
    if not whole:
        desk.run(command((), rows_done + 1, True))


def _command(
    kind: str, digest: str, file: Path, told: _Told, by: By
) -> Callable[[tuple[Row, ...], int, bool], TakeNumbers]:
    def made(rows: tuple[Row, ...], rows_done: int, whole: bool) -> TakeNumbers:
        return TakeNumbers(
            kind=kind, digest=digest, name=file.name, dated=told.dated, rows=rows, rows_done=rows_done, whole=whole, by=by
        )  # fmt: skip

    return made


def _begin(desk: Taking, file: Path, digest: str, dated: str) -> tuple[_Told, int]:
    """The list's day and how far it is in already. A file that is in keeps the day it came in under."""
    wanted = _told_day(dated, file) if dated else None
    with desk.store.reading() as session:
        row = known_list(session, digest)
        before, done = (row.dated, row.rows_done) if row else (None, 0)
    if before is not None:
        if wanted and wanted != before:
            raise BadInput(
                f"This file is already in as the list of {before:%Y-%m-%d}.", where=str(file), do="Import the newer list."
            )  # fmt: skip
        return _Told(before, "the first import"), done
    told = _dated(file, wanted)
    if told.dated > desk.now():
        raise BadInput(
            f"The list is dated {told.dated:%Y-%m-%d}, which lies ahead.", where=str(file), do="Give its day with --dated."
        )  # fmt: skip
    return told, 0


def _dated(file: Path, wanted: datetime | None) -> _Told:
    if wanted:
        return _Told(wanted, "--dated")
    if named := day_in_name(file.name):
        return _Told(named, "the file's name")
    saved = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return _Told(saved.replace(hour=0, minute=0, second=0, microsecond=0), "the day the file was saved")


def _told_day(dated: str, file: Path) -> datetime:
    day = read_moment(dated, UTC)
    if day is None:
        raise BadInput(f"{dated!r} is no day.", where=str(file), do="Write it like 2026-11-01.")
    return day


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as raw:
            return file_digest(raw, "sha256").hexdigest()[:32]
    except OSError as error:
        raise BadInput(
            "The file cannot be opened.", where=str(file), do=f"Check the name: {error.strerror}."
        ) from error


def _open_text(file: Path) -> Any:
    return file.open(encoding="utf-8-sig", errors="replace", newline="")


def _parts(rows: Iterator[Row | Refused]) -> Iterator[list[Row | Refused]]:
    while part := list(islice(rows, _PART)):
        yield part
