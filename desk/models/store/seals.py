"""Making and checking the record's seals (R22). The record is only ever added to; triggers refuse anything else.

Whoever has the key can take the triggers away and change a line. The seals show it: to hide a change, every later seal
has to be made anew, and those that lie in backups and with other people no longer fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Any

Ask = Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]]
_LINES = "SELECT id, at, kind, lead_id, by, act, txn, data, why, playbook FROM history WHERE rowid > ? AND rowid <= ? ORDER BY rowid"
_SEALS = "SELECT lines, digest FROM seal ORDER BY lines, id"
_BEGINNING = (0, "")


def last_seal(ask: Ask) -> tuple[int, str]:
    """How many lines are sealed, and the digest over them."""
    found = list(ask("SELECT lines, digest FROM seal ORDER BY lines DESC LIMIT 1", ()))
    return (int(found[0][0]), str(found[0][1])) if found else _BEGINNING


def line_count(ask: Ask) -> int:
    """How many lines the record has; none is ever taken away, so it is the number of the last one."""
    return next((int(row[0] or 0) for row in ask("SELECT max(rowid) FROM history", ())), 0)


def digest_of(ask: Ask, before: tuple[int, str], until: int) -> str:
    """The seal over the lines after ``before`` up to line ``until``, chained to the one before."""
    total = blake2b(before[1].encode(), digest_size=20)
    for row in ask(_LINES, (before[0], until)):
        total.update(repr(tuple(row)).encode())
    return total.hexdigest()


def broken(ask: Ask) -> str:
    """Where the record is no longer what was sealed, in words; empty where all seals hold."""
    seals = [_BEGINNING, *((int(lines), str(digest)) for lines, digest in ask(_SEALS, ()))]
    for before, seal in pairwise(seals):
        if digest_of(ask, before, seal[0]) != seal[1]:
            return f"lines {before[0] + 1} to {seal[0]} of the record are not what was sealed"
    return ""
