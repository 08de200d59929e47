"""``desk export``: CSV, JSON Lines or PDF to standard output or a file, with a line in the record first (COMPLY-06)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from desk.app.folder import store_folder
from desk.app.opening import Opened, opened, standing, typed_passphrase
from desk.models.by import By
from desk.models.commands import EraseCustomer, NoteExport
from desk.models.errors import BadInput
from desk.models.intake.moments import read_moment
from desk.models.time import span
from desk.services import export, given_out
from desk.services.export_csv import cell, write_csv

_EXPORTER = By("system", name="the command line")
_USUAL = {"leads": "csv", "conversations": "jsonl", "report": "csv", "customer": "jsonl", "views": "csv"}
_MONTH = timedelta(days=30)
Row = dict[str, Any]


def run_export(options: argparse.Namespace) -> int:
    """Write one export. A partly written file is taken away again; what was given out stands in the record."""
    shape = _shape(options)
    with opened(standing(store_folder(options.store)), typed_passphrase) as found:
        since = _since(found, options)
        with found.running.store.reading() as session:
            rows = list(_rows(session, found, options, since))
            people = export.people_in(
                session, found.running.desk.facts(), options.kind, since, options.about or ""
            )
        found.running.desk.run(NoteExport(what=options.kind, rows=len(rows), customers=people, by=_EXPORTER))
    if shape == "pdf":
        _pdf(rows, options)
    else:
        with _target(options.out) as out:
            (write_csv if shape == "csv" else _json_lines)(rows, out)
    print(f"{len(rows)} rows about {people} customers.", file=sys.stderr)
    return 0


def run_erase(options: argparse.Namespace) -> int:
    """Forget a customer on their request; what the law asks to keep stays (COMPLY-06)."""
    with opened(standing(store_folder(options.store)), typed_passphrase) as found:
        with found.running.store.reading() as session:
            people = export.customers_named(session, options.about)
        leads = sum(
            found.running.desk.run(EraseCustomer(customer_id=person, reason=options.reason, by=_EXPORTER)) for person in people
        )  # fmt: skip
    print(json.dumps({"customers": len(people), "leads": leads}))
    return 0


def _rows(session: Session, found: Opened, options: argparse.Namespace, since: datetime) -> Iterator[Row]:
    store = found.running.desk.facts()
    if options.kind == "customer":
        return export.customer(session, store, options.about or "")
    if options.kind == "report":
        return export.report(session, store, since, found.running.clock.now())
    if options.kind == "views":
        return given_out.looks(session, store, since, options.about or "")
    return export.KINDS[options.kind](session, store, since)


def _shape(options: argparse.Namespace) -> str:
    """The format asked for, else that of the file's name, else the usual one. Raises BadInput where it cannot be."""
    named = options.out.suffix.lstrip(".").lower() if options.out else ""
    shape = str(options.format or (named if named in ("csv", "jsonl", "pdf") else _USUAL[options.kind]))
    if shape == "pdf" and options.out is None:
        raise BadInput("A PDF needs a file.", where="--out", do="Name one: --out report.pdf.")
    if options.kind == "customer" and not options.about:
        raise BadInput(
            "Whose data?", where="desk export customer", do="Give an email, a phone (+1…) or an id."
        )
    return shape


def _since(found: Opened, options: argparse.Namespace) -> datetime:
    """The moment of ``--since``: a day, or a span back from now. Without it all of the past, a month for a report and for views."""
    now, zone = found.running.clock.now(), ZoneInfo(found.running.desk.facts().zone)
    if not options.since:
        return (
            now - _MONTH
            if options.kind in ("report", "views")
            else datetime.min.replace(year=1970, tzinfo=zone)
        )
    if day := read_moment(options.since, zone):
        return day
    try:
        return now - span(options.since)
    except ValueError:
        raise BadInput(
            f"{options.since!r} is neither a day nor a span.", where="--since", do="Write 2026-11-01, or 30d."
        ) from None


@contextmanager
def _target(out: Path | None) -> Iterator[TextIO]:
    """The file, whole or not at all; standard output where none is named."""
    if out is None:
        yield sys.stdout
        return
    beside = out.with_name(f"{out.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            yield file
        beside.replace(out)
    except OSError as error:
        raise _not_written(out, error) from error
    finally:
        with suppress(OSError):  # a place that takes no file may refuse this too
            beside.unlink(missing_ok=True)


def _not_written(out: Path, error: OSError) -> BadInput:
    return BadInput("The file cannot be written.", where=str(out), do=f"Check the place: {error.strerror}.")


def _json_lines(rows: Iterable[Row], out: TextIO) -> None:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _pdf(rows: list[Row], options: argparse.Namespace) -> None:
    from PySide6.QtGui import QGuiApplication

    from desk.views.printing import save_pdf

    kept = QGuiApplication.instance() or QGuiApplication(["desk", "-platform", "offscreen"])
    title = f"Sales Desk: {options.kind}" + (f", {options.about}" if options.about else "")
    try:
        save_pdf(f"<h2>{escape(title)}</h2>{_table(rows)}", options.out)
    except OSError as error:
        raise _not_written(options.out, error) from error
    del kept


def _table(rows: list[Row]) -> str:
    lines = []
    for row in rows:
        told = {name: value for name, value in row.items() if value not in ("", None, [], {})}
        words = "; ".join(f"{name.replace('_', ' ')}: {cell(value)}" for name, value in told.items())
        lines.append(f"<p>{escape(words)}</p>")
    return "".join(lines)
