"""What will be sent next to a lead, and what will not be and why (FLOW-13)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from desk.models.snapshots.lead import NextSend
from desk.models.store.queries.lines import Told
from desk.models.words import AiState, MessageStatus

_SHOWN_FOR = timedelta(days=7)
_WILL_NOT = (MessageStatus.SKIPPED, MessageStatus.FAILED, MessageStatus.UNCERTAIN)
_WILL = (MessageStatus.QUEUED, MessageStatus.HELD, MessageStatus.PENDING_APPROVAL, MessageStatus.SENDING)
_SILENT = {
    AiState.OPTED_OUT: "Nothing will be sent: the customer said stop",
    AiState.OFF: "Nothing will be sent: the assistant is off",
    AiState.PAUSED_BY_STATUS: "Nothing will be sent: the status stops it",
    AiState.BACKED_OFF: "Nothing will be sent: the assistant backed off",
    AiState.HANDED_OFF: "Nothing of its own until a person takes over",
    AiState.REACTIVE: "Nothing of its own: it only answers",
}


def next_sends(messages: Iterable[Any], told: Told) -> tuple[NextSend, ...]:
    """Messages that wait, soonest first, then those of the last week that did not go, newest first."""
    rows = [row for row in messages if row.direction == "out"]
    will = sorted((row for row in rows if row.status in _WILL), key=lambda row: row.not_before or row.at)
    since = told.now - _SHOWN_FOR
    will_not = [row for row in reversed(rows) if row.status in _WILL_NOT and row.at >= since]
    return tuple(_next(row, told) for row in (*will, *will_not))


def waits_to_leave(sends: Iterable[NextSend]) -> bool:
    """Whether a message stands in the line, so that turning the assistant off would drop it."""
    return any(send.state in _WILL for send in sends)


def next_words(sends: Sequence[NextSend], state: str, silent_words: str, told: Told) -> str:
    """One line beside the switch: ``Next text 9:20 AM, waits for approval``, or why nothing comes."""
    first = next((send for send in sends if send.state in _WILL), None)
    if first is not None:
        moment = f" {told.moment(first.due)}" if first.due else ""
        waits = ", waits for approval" if first.state == MessageStatus.PENDING_APPROVAL else ""
        return f"Next {first.channel}{moment}{waits}"
    if silent_words:
        return silent_words
    return _SILENT.get(AiState(state), "Nothing is waiting to be sent")


def _next(row: Any, told: Told) -> NextSend:
    words = row.status_words or (row.why[0] if row.why else "")
    return NextSend(row.id, row.channel, row.purpose, row.not_before, row.status, str(words))
