"""Rows as CSV that a spreadsheet may open: a customer's words never become a formula (COMPLY-06)."""

from __future__ import annotations

import csv
import json
from typing import Any, TextIO

Row = dict[str, Any]
_FORMULA = ("=", "@", "\t", "\r")


def write_csv(rows: list[Row], out: TextIO) -> None:
    """All rows under the columns that any of them has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)


def cell(value: Any) -> Any:
    """As a spreadsheet may open it: a customer's words never become a formula, lists stand as JSON."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and (
        value.startswith(_FORMULA) or (value[:1] in "+-" and not _is_number(value))
    ):
        return f"'{value}"
    return value


def _is_number(text: str) -> bool:
    return not text or text[1:].replace(".", "", 1).isdigit()
