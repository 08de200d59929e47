"""Bringing messages home: in batches, whole up to a size, none lost that the server cannot give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desk.services.adapters.imap_wire import Fetched, ImapLine, fetched
from desk.services.ports import IncomingMail

OVERSIZED = "X-Sales-Desk-Oversized"
UNREADABLE = "X-Sales-Desk-Unreadable"
_ASK_AT_ONCE = 500


def bring(
    line: ImapLine, folder: str, validity: int, uids: Sequence[int], limits: Mapping[str, Any]
) -> list[IncomingMail]:
    """The messages ``uids``, in that order; one that vanished from the mailbox meanwhile is left out.

    A message over ``whole_up_to`` bytes comes with its first ``part_bytes`` (headers and, as a rule, the
    written text) under an ``X-Sales-Desk-Oversized`` header; one that the server fails to deliver comes as a
    note under ``X-Sales-Desk-Unreadable``. Both stay whole in the mailbox (LEAD-02).
    """
    heads = {
        one.uid: one
        for some in _cut(uids, _ASK_AT_ONCE)
        for one in _ask(line, some, "RFC822.SIZE INTERNALDATE")
    }
    small = [heads[uid] for uid in uids if uid in heads and heads[uid].size <= limits["whole_up_to"]]
    bodies: dict[int, bytes] = {}
    for batch in _batches(small, limits["batch_mails"], limits["batch_bytes"]):
        bodies |= {
            one.uid: one.literal for one in _ask(line, batch, "BODY.PEEK[]") if one.literal is not None
        }
    wanted = [heads[uid] for uid in uids if uid in heads]
    return [
        IncomingMail(
            folder, validity, head.uid, bodies.get(head.uid) or _piece(line, folder, head, limits), head.at
        )
        for head in wanted
    ]


def _piece(line: ImapLine, folder: str, head: Fetched, limits: Mapping[str, Any]) -> bytes:
    """What can be had of a message that did not come with its batch."""
    if head.size <= limits["whole_up_to"]:
        for one in _ask(line, [head.uid], "BODY.PEEK[]"):
            if one.literal is not None:
                return one.literal
        return _note(UNREADABLE, folder, head) + b"\r\nThe mail server could not hand over this mail.\r\n"
    start = next(iter(_ask(line, [head.uid], f"BODY.PEEK[]<0.{limits['part_bytes']}>")), None)
    return _note(OVERSIZED, folder, head) + ((start.literal if start else None) or b"\r\n")


def _note(header: str, folder: str, head: Fetched) -> bytes:
    place = folder.encode("unicode_escape").decode("ascii").replace('"', "")
    return f'{header}: bytes={head.size}; folder="{place}"; uid={head.uid}\r\n'.encode()


def _ask(line: ImapLine, uids: Sequence[int], items: str) -> list[Fetched]:
    """A FETCH; where the server refuses it for several, each alone: one bad message stops no other."""
    kind, data = line.uid("FETCH", ",".join(map(str, uids)), f"(UID {items})")
    if kind == "OK":
        wanted = set(uids)
        return [one for one in fetched(data) if one.uid in wanted]
    return [one for uid in uids for one in _ask(line, [uid], items)] if len(uids) > 1 else []


def _cut(uids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (uids[start : start + size] for start in range(0, len(uids), size))


def _batches(heads: Sequence[Fetched], mails: int, size: int) -> Iterator[list[int]]:
    """Groups of uids that stay under both limits; a single larger one goes alone."""
    batch, weight = list[int](), 0
    for head in heads:
        if batch and (len(batch) >= mails or weight + head.size > size):
            yield batch
            batch, weight = [], 0
        batch.append(head.uid)
        weight += head.size
    if batch:
        yield batch
