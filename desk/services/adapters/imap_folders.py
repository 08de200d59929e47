"""Looking through the folders of a mailbox: which one holds what was sent, what a search found, and the marks of desks."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import product
from typing import Any

from desk.services.adapters.data import channel_table
from desk.services.adapters.imap_wire import ImapLine, fetched, folder_name
from desk.services.adapters.mime import DESK_MARK, PRESENT

_LISTED = re.compile(rb'\((?P<flags>[^)]*)\) (?:"[^"]*"|NIL) (?P<name>.+)')


def sent_folders(line: ImapLine, named: Sequence[str]) -> list[str]:
    """Wire names of the Sent folders: as set, as marked by the server, or by their usual names."""
    if told := [folder_name(each) for each in named if each]:
        return told
    listed = dict(_folders(line.list()[1]))
    marked = [name for name, flags in listed.items() if b"\\sent" in flags.lower()]
    usual = [folder_name(name) for name in channel_table("mail")["imap"]["sent_names"]]
    return marked or [name for name in usual if name in listed]


def search(line: ImapLine, wire_name: str, *query: str) -> list[int]:
    """What a folder holds of this; nothing where it cannot be opened. It is the open folder from here on."""
    if line.select(wire_name, readonly=True)[0] != "OK":
        return []
    return found(line.uid("SEARCH", *query))


def desk_marks(line: ImapLine, folders: Sequence[str], since: datetime) -> set[str]:
    """The marks that desks left in these folders at ``since`` or later, on what they sent and in their notes (DESK-12)."""
    day = day_before(since)
    marks: set[str] = set()
    for folder, header in product(folders, (DESK_MARK, PRESENT)):
        marks |= _marks(line, search(line, folder, "SINCE", day, "HEADER", header, '""'), since)
    return marks


def day_before(since: datetime) -> str:
    """The day before a moment as a search writes it: the server's day may be another one than ours."""
    return imaplib.Time2Internaldate(since - timedelta(days=1)).strip('"').split(" ")[0]


def exists(line: ImapLine) -> bytes:
    """The server's latest count of messages, unasked ones included."""
    counts = line.untagged_responses.get("EXISTS") or [b""]
    last = counts[-1]
    return last if isinstance(last, bytes) else last[0]


def found(answer: tuple[str, list[Any]]) -> list[int]:
    """The uids of a search's answer, in order. Raises ``imaplib.IMAP4.error`` where it was refused."""
    kind, data = answer
    if kind != "OK":
        raise imaplib.IMAP4.error("search refused")
    return sorted({int(word) for part in data if part for word in part.split()})


def _folders(data: Sequence[Any]) -> Iterator[tuple[str, bytes]]:
    """Wire name and flags of each listed folder; a name may come as a literal."""
    for item in data:
        text = item[0].rsplit(b" ", 1)[0] + b' "' + item[1] + b'"' if isinstance(item, tuple) else item
        match = _LISTED.match(text or b"")
        if match:
            name = match["name"].strip().decode("ascii", "replace")
            yield (name if name.startswith('"') else f'"{name}"'), match["flags"]


def _marks(line: ImapLine, uids: list[int], since: datetime) -> set[str]:
    if not uids:
        return set()
    wanted = ",".join(map(str, uids))
    _, data = line.uid(
        "FETCH", wanted, f"(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS ({DESK_MARK} {PRESENT})])"
    )
    lines = (one.literal or b"" for one in fetched(data) if one.at is None or one.at >= since)
    return {text.partition(b":")[2].strip().decode("ascii", "replace") for text in lines if b":" in text}


def quoted(text: str) -> str:
    """A word as a search sends it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
