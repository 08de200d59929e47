"""The commands that work on a store without its window: import, doctor, backup, sample, bench."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk.app.adapters_of import build_ports
from desk.app.folder import store_folder
from desk.app.number_import import Taking, import_numbers
from desk.app.opening import Opened, opened, secrets_of, standing, typed_passphrase
from desk.models.by import By
from desk.models.commands import Command, ImportStock, SaveKnowledge, SaveStaff, SetPin
from desk.models.errors import BadInput, DeskError
from desk.models.staff import Staff
from desk.models.store.connect import FILE_NAME
from desk.services import backup
from desk.services.adapters.clock import SystemClock, random_ids
from desk.services.bring_back import bring_back
from desk.services.doctor import examine
from desk.services.lead_sheet import commands_of, read_leads
from desk.services.lessons import tables_of
from desk.services.lock import InUse
from desk.services.resources import resource_path
from desk.services.stock_feed import read_stock_feed
from desk.services.unlock import MARK_FILE, StoreLock, unlock

_IMPORTER, _RESTORER = By("system", name="the import"), By("system", name="the command line")
_STATES = {"ok": "ok  ", "warn": "look", "bad": "BAD ", "off": "off "}


@contextmanager
def _open(options: argparse.Namespace, *, may_begin: bool = False) -> Iterator[Opened]:
    """The store of this call; a new one is begun only by what fills it."""
    folder = store_folder(options.store)
    with opened(folder if may_begin else standing(folder), typed_passphrase) as found:
        yield found


def run_import(options: argparse.Namespace) -> int:
    """Take in files; prints counts and every refused row. A second run changes nothing."""
    with _open(options, may_begin=True) as found:
        results = [_IMPORTS[options.kind](found, file, options) for file in options.files]
    for file, (counts, refused) in zip(options.files, results, strict=True):
        print(
            json.dumps(
                {
                    "file": str(file),
                    "kind": options.kind,
                    "dry_run": options.dry_run,
                    **counts,
                    "refused": refused,
                },
                ensure_ascii=False,
            )
        )
    return 0


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInput(
            "The file cannot be opened.", where=str(file), do=f"Check the name: {error.strerror}."
        ) from error


def _sheet(file: Path, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except ValueError as error:
        raise BadInput(str(error), where=str(file), do="Check the headings of the file.") from error


Result = tuple[dict[str, Any], list[dict[str, Any]]]


def _leads(found: Opened, file: Path, options: argparse.Namespace) -> Result:
    """Older leads come in as history: no outreach, no timers, until a person starts it (LEAD-01).

    So do leads without a date: nothing shows that they asked, so their numbers are cold ones (R8).
    """
    raw, desk = _bytes(file), found.running.desk
    store = desk.facts()
    sheet = _sheet(file, lambda: read_leads(raw, store, tables_of(desk.book, store.settings)))
    counts = {"taken": 0, "known": 0}
    for taken in commands_of(raw, sheet, store, desk.clock.now()):
        done = "taken" if options.dry_run or desk.run(replace(taken, by=_IMPORTER)) else "known"
        counts[done] += 1
    return counts, [asdict(row) for row in sheet.refused]


def _inventory(found: Opened, file: Path, options: argparse.Namespace) -> Result:
    raw, desk = _bytes(file), found.running.desk
    settings = desk.facts().settings
    feed = _sheet(
        file, lambda: read_stock_feed(raw, settings["inventory.mapping"], settings["inventory.statuses"])
    )
    refused, rows = [asdict(row) for row in feed.refused], feed.rows
    if options.dry_run:
        return {"vehicles": len(rows)}, refused
    counts = desk.run(
        ImportStock(rows=rows, seen=desk.clock.now(), allow_shrink=options.allow_shrink, by=_IMPORTER)
    )
    return {"vehicles": len(rows), **counts}, refused


def _rows(file: Path) -> list[dict[str, str]]:
    text = _bytes(file).decode("utf-8-sig", "replace")
    return [
        {(k or "").strip().lower(): (v or "").strip() for k, v in row.items()}
        for row in csv.DictReader(text.splitlines())
    ]


def _each(
    found: Opened, file: Path, options: argparse.Namespace, command: Callable[[dict[str, str]], Command]
) -> Result:
    """One command a row; a row that is refused is named with its reason, the others go on."""
    counts, refused = {"taken": 0}, []
    for number, row in enumerate(_rows(file), start=2):
        try:
            asked = command(row)
            if not options.dry_run:
                found.running.desk.run(asked)
            counts["taken"] += 1
        except (DeskError, KeyError) as error:
            refused.append(
                {
                    "row": number,
                    "reason": str(error) if isinstance(error, DeskError) else f"column {error} is missing",
                }
            )
    return counts, refused


def _staff(found: Opened, file: Path, options: argparse.Namespace) -> Result:
    known = set(Staff.__table__.columns.keys()) - {"shift", "alerts", "active"}

    def command(row: dict[str, str]) -> Command:
        staff_id = row.get("id") or row["name"].lower().replace(" ", ".")
        return SaveStaff(
            staff_id=staff_id,
            values={k: v for k, v in row.items() if k in known and k != "id" and v},
            by=_IMPORTER,
        )

    return _each(found, file, options, command)


def _knowledge(found: Opened, file: Path, options: argparse.Namespace) -> Result:
    """Answers by columns question, answer, tags, language, owner, valid_from, valid_until (dates of the store's zone).

    Several questions stand apart by a bar. ``starter`` is the shipped set.
    """
    if str(file) == "starter" and not file.exists():
        file = resource_path("knowledge", "starter.csv")
    zone = ZoneInfo(found.running.desk.facts().zone)

    def command(row: dict[str, str]) -> Command:
        entry = sha256(row["question"].encode()).hexdigest()[:24]
        language = row.get("language") or "en"
        begins, ends = (_day(row.get(name, ""), zone) for name in ("valid_from", "valid_until"))
        return SaveKnowledge(
            question=row["question"].replace(" | ", "\n"),
            answer=row["answer"],
            tags=row.get("tags", ""),
            entry=entry,
            language=language,
            owner=row.get("owner", ""),
            valid_from=begins,
            valid_until=ends,
            by=_IMPORTER,
        )

    return _each(found, file, options, command)


def _day(text: str, zone: ZoneInfo) -> datetime | None:
    """The first moment of a day of the store, or None where none is told."""
    if not text:
        return None
    try:
        return datetime.combine(date.fromisoformat(text), time(), tzinfo=zone)
    except ValueError as error:
        raise BadInput(
            f"{text!r} is no date.", where="valid_until", do="Write it like 2026-05-31."
        ) from error


def _numbers(found: Opened, file: Path, options: argparse.Namespace) -> Result:
    running = found.running
    desk = Taking(running.store, running.clock.now, running.desk.run)
    return import_numbers(desk, file, options.kind, options.dated, _IMPORTER, dry_run=options.dry_run)


_IMPORTS: dict[str, Callable[[Opened, Path, argparse.Namespace], Result]] = {
    "leads": _leads, "inventory": _inventory, "staff": _staff, "knowledge": _knowledge, "dnc": _numbers,
    "reassigned": _numbers,
}  # fmt: skip


def run_doctor(options: argparse.Namespace) -> int:
    """Prints every check; 0 when nothing is bad. A store that cannot be opened is itself the first finding."""
    try:
        with _open(options) as found:
            lines = [asdict(line) for line in _examined(found)]
    except DeskError as error:
        do = "The same checks stand in that window: Ctrl+9." if isinstance(error, InUse) else error.do
        lines = [{"name": "Store", "state": "bad", "words": error.what, "do": do}]
    if options.json:
        print(json.dumps(lines, ensure_ascii=False))
    else:
        for line in lines:
            print(
                f"{_STATES[line['state']]} {line['name']}: {line['words']}"
                + (f"\n     {line['do']}" if line["do"] else "")
            )
    return 1 if any(line["state"] == "bad" for line in lines) else 0


def _examined(found: Opened) -> tuple[Any, ...]:
    running = found.running
    ports = build_ports(running.desk.facts().settings, running.secrets, running.clock)
    return examine(
        running.store,
        running.desk.facts(),
        ports,
        running.secrets,
        running.clock.now(),
        running.desk.eyes.drift,
        None,
    )


def run_backup(options: argparse.Namespace) -> int:
    folder = standing(store_folder(options.store))
    key = unlock(folder, secrets_of(folder, typed_passphrase)).key
    made = backup.back_up(folder, key, options.target or folder / backup.BESIDE, _now())
    print(made.path)
    return 0


def run_restore(options: argparse.Namespace) -> int:
    folder = _with_key(store_folder(options.store))
    with StoreLock(folder):
        key = unlock(folder, secrets_of(folder, typed_passphrase)).key
        bring_back(options.file, folder, key, SystemClock(), random_ids, _RESTORER)
    print(
        f"Restored from {options.file}. The store that was there is kept beside it. The assistant rests until somebody lets it go on.",
        file=sys.stderr,
    )
    return 0


def _with_key(folder: Path) -> Path:
    """A backup opens under its own store's key alone, and one made anew for this folder would fit no backup. Raises BadInput."""
    if not (folder / MARK_FILE).exists():
        raise BadInput(
            "No store of this folder has a key on this computer.",
            where=str(folder),
            do=f"On a new computer, put the backup there as {FILE_NAME} and run desk recover.",
        )
    return folder


def run_verify(options: argparse.Namespace) -> int:
    folder = standing(store_folder(options.store))
    key = unlock(folder, secrets_of(folder, typed_passphrase)).key
    proven = backup.verify(options.file or folder / FILE_NAME, key)
    print(f"Sound: {proven.path}")
    if proven.changed:
        print(f"But {proven.changed}. Compare it with an earlier backup.", file=sys.stderr)
    return 1 if proven.changed else 0


def _now() -> datetime:
    return SystemClock().now()


def run_reset_pin(options: argparse.Namespace) -> int:
    """The way back in for a store whose only manager forgot their PIN: whoever holds the store's key may; it stands in the record."""
    with _open(options) as found:
        desk, wanted = found.running.desk, options.person.casefold()
        person = next(
            (it for it in desk.facts().staff if wanted in (it.id.casefold(), it.name.casefold())), None
        )
        if person is None:
            raise BadInput(
                "Nobody here has this name.",
                where=options.person,
                do="Write it as Settings, People shows it.",
            )
        desk.run(SetPin(staff_id=person.id, by=By("system", name="the command line")))
        print(f"{person.name} has no PIN any more. Set a new one in Settings, Sign-in.")
    return 0


def run_past(options: argparse.Namespace) -> int:
    """Replay the store's own last days under another playbook; the store is only read (DESK-09)."""
    from desk.services.rehearsal.command import run_past as replay

    with _open(options) as found:
        return replay(found.running.store, _now(), options.past, options.playbook, sys.stdout)


def run_sample(options: argparse.Namespace) -> int:
    """Fill the store with a believable dealership of the size asked."""
    from desk.services.sample import fill

    with _open(options, may_begin=True) as found:
        counts = fill(found.running.desk, leads=options.leads, messages=options.messages, seed=options.seed)
    print(json.dumps(counts))
    return 0


def run_bench(options: argparse.Namespace) -> int:
    """Measure; each figure stands beside its floor, taken in the same run."""
    from desk.app.bench import measure

    return measure(leads=options.leads, messages=options.messages, as_json=options.json, only=options.only)
