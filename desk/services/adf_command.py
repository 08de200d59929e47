"""`desk adf FILE…`: each prospect in ADF or mail files, or why there is none, as JSON Lines (LEAD-02)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import tzinfo
from pathlib import Path
from typing import Any, TextIO

from desk.models.intake.adf import read_adf
from desk.models.intake.mail import read_mail
from desk.models.intake.prospect import Prospect, Quarantined
from desk.models.intake.tables import IntakeTables

_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?")
_MAIL_HEADERS = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)


def run_adf(
    files: Iterable[str], out: TextIO, err: TextIO, *, store_zone: tzinfo, tables: IntakeTables
) -> int:
    """Prints at least one object a file. 0 done, 1 when a file could not be opened; each such file is named."""
    status = 0
    for file in files:
        try:
            raw = Path(file).read_bytes()
        except OSError as error:
            print(
                f"{file}: could not be opened: {error.strerror or error}. Check the path and that it may be read.",
                file=err,
            )
            status = 1
            continue
        for line in read_file(file, raw, store_zone=store_zone, tables=tables):
            print(json.dumps({"file": file, **line}, ensure_ascii=False), file=out)
    return status


def read_file(file: str, raw: bytes, *, store_zone: tzinfo, tables: IntakeTables) -> list[dict[str, Any]]:
    """The objects for one file, without `file`: a mail by its headers, else an ADF document."""
    if Path(file).suffix.lower() == ".csv":
        return [Quarantined("A CSV file is imported with `desk import leads`").to_json()]
    if _is_mail(raw):
        return read_mail(raw, store_zone=store_zone, tables=tables).to_json()
    readings = read_adf(raw, store_zone=store_zone, tables=tables)
    return [
        {"prospect": at, **each.to_json()} if isinstance(each, Prospect) else each.to_json()
        for at, each in enumerate(readings)
    ]


def _is_mail(raw: bytes) -> bool:
    """Whether the file starts with header lines, at least two of which every mail has."""
    head = raw[:20_000].replace(b"\r\n", b"\n").lstrip(b"\n\xef\xbb\xbf")
    if head.startswith(b"From ") and b"\n" in head:
        head = head.partition(b"\n")[2]
    block = head.partition(b"\n\n")[0]
    return bool(_HEADER_LINE.match(block)) and len(set(_MAIL_HEADERS.findall(block))) >= 2
