"""What a playbook value is: its kind, unit, bounds and the words people read. Checking, the reference page
and later the editor come from the same declaration; the default is what the shipped file in
``resources/playbook`` says.

A key is dotted. ``*`` stands for any one name (a source kind, a role), ``[]`` for any row of a list:
``ladder[].steps[].after``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Any, Literal

from desk.models.time import span, span_words

Kind = Literal["span", "number", "flag", "words", "time", "list", "table"]


@dataclass(frozen=True, slots=True)
class Declared:
    """One value. ``low`` and ``high`` bound numbers, and spans as ``15m``; ``allowed`` lists the only words
    it takes.

    A ``list`` holds words or numbers under the same bounds (lists of lists too); a ``table`` is taken as it
    is, and its owner checks it.
    """

    key: str
    kind: Kind
    words: str
    unit: str = ""
    low: float | str | None = None
    high: float | str | None = None
    allowed: tuple[str, ...] = ()

    def wrong(self, value: Any) -> str:
        """What is wrong with ``value``, in words; empty when it may stand."""
        return _CHECKS[self.kind](self, value)

    @property
    def takes(self) -> str:
        """The values it takes, in words."""
        if self.allowed:
            return " or ".join((", ".join(self.allowed[:-1]), self.allowed[-1])).removeprefix(" or ")
        plain = {
            "span": "a span such as 90s, 15m, 2h or 14d",
            "number": "a number",
            "flag": "true or false",
            "words": "words in quotes",
            "time": "a local time such as 10:20",
            "list": "a list",
            "table": "a table",
        }[self.kind]
        return plain + _bounds_words(self)


def _bounds_words(it: Declared) -> str:
    if it.low is not None and it.high is not None:
        return f", {it.low} to {it.high}"
    if it.high is not None:
        return f", at most {it.high}"
    return f", at least {it.low}" if it.low is not None else ""


def _span(it: Declared, value: Any) -> str:
    if not isinstance(value, str):
        return f"{value!r} is no span"
    try:
        told = span(value)
    except ValueError:
        negative = value.strip().startswith("-")
        return (
            f"{value!r} lies in the past; a delay is never negative" if negative else f"{value!r} is no span"
        )
    low = span(str(it.low)) if it.low is not None else timedelta()
    if told < low:
        return f"{value!r} is shorter than {span_words(low)}"
    return f"{value!r} is longer than {it.high}" if it.high is not None and told > span(str(it.high)) else ""


def _number(it: Declared, value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"{value!r} is no number"
    if it.low is not None and value < float(it.low):
        return f"{value} is below {it.low}"
    return f"{value} is above {it.high}" if it.high is not None and value > float(it.high) else ""


def _flag(it: Declared, value: Any) -> str:
    return "" if isinstance(value, bool) else f"{value!r} is neither true nor false"


def _words(it: Declared, value: Any) -> str:
    if not isinstance(value, str):
        return f"{value!r} is not words in quotes"
    return f"{value!r} is not one of the allowed words" if it.allowed and value not in it.allowed else ""


def _time(it: Declared, value: Any) -> str:
    try:
        time.fromisoformat(value)
    except (TypeError, ValueError):
        return f"{value!r} is no time of day"
    return ""


def _list(it: Declared, value: Any) -> str:
    if not isinstance(value, list | tuple):
        return f"{value!r} is no list"
    return next(filter(None, (_item(it, item) for item in value)), "")


def _item(it: Declared, item: Any) -> str:
    if isinstance(item, list | tuple):
        return _list(it, item)
    if isinstance(item, str):
        return _words(it, item)
    return _number(it, item)


def _table(it: Declared, value: Any) -> str:
    return "" if isinstance(value, dict | list) else f"{value!r} is no table"


_CHECKS = {
    "span": _span,
    "number": _number,
    "flag": _flag,
    "words": _words,
    "time": _time,
    "list": _list,
    "table": _table,
}


def keys_of(all_: Iterable[Declared]) -> dict[str, Declared]:
    """By key. Raises ValueError when two declarations have the same one: a value is declared once."""
    found: dict[str, Declared] = {}
    for it in all_:
        if it.key in found:
            raise ValueError(f"{it.key} is declared twice")
        found[it.key] = it
    return found
