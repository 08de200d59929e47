"""What the lines of a conversation say: who, by which channel, when, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.models.snapshots.lead import TimelineItem
from desk.views import formats
from desk.views.text import say, told

_ROW = re.compile(r"\s*\([A-Z]+-?\d+(?:, [A-Z]+-?\d+)*\)")
_RULE = re.compile(r"^(?:firewall|[a-z_]+(?:\.[a-z_]+)+): ")
WAITING = ("queued", "held", "pending_approval")


def waits(item: TimelineItem) -> bool:
    """Whether it is still to be sent, or nobody knows whether it was: a person can decide on it."""
    return item.status in WAITING or item.status == "uncertain"


def is_draft(item: TimelineItem) -> bool:
    return item.author == "assistant" and item.status in WAITING


def channel_words(item: TimelineItem) -> str:
    kind = item.kind if item.kind in ("note", "voicemail", "visit") else item.channel
    return {
        "text": say("Text"),
        "email": say("Email"),
        "call": say("Call"),
        "voicemail": say("Voicemail"),
        "letter": say("Letter"),
        "note": say("Note"),
        "visit": say("Visit"),
    }.get(kind, told(kind.capitalize()))


def status_words(status: str) -> str:
    """A message's state in one word; none is said before it happened."""
    return {
        "queued": say("Queued"),
        "held": say("Held"),
        "pending_approval": say("Waits for approval"),
        "sending": say("Sending"),
        "sent": say("Sent"),
        "delivered": say("Delivered"),
        "bounced": say("Bounced"),
        "failed": say("Failed"),
        "uncertain": say("Uncertain"),
        "skipped": say("Skipped"),
        "superseded": say("Dropped"),
    }.get(status, "")


def first_reason(item: TimelineItem) -> str:
    """The reason a person reads first: what was seen. The name of the rule, which stands before it, shows when opened."""
    return why_words(item.why)


def why_words(why: Sequence[str]) -> str:
    """What was seen, of a rule's name and its reason; a reason alone as it is."""
    return plain(next(iter((*why[1:2], *why[:1])), ""))


def plain(reason: str) -> str:
    """A reason as one sentence: the row that asks for it and the rule's own name are for the opened reason and the record."""
    words = _ROW.sub("", _RULE.sub("", reason)).removeprefix("ladder.").replace("_", " ")
    return words[:1].upper() + words[1:]


def line_words(item: TimelineItem, zone: str) -> str:
    """A line without bubble: what, when, and the first reason."""
    at = formats.clock_full(item.at, zone)
    why = first_reason(item)
    reason = f" {why}." if why and why not in item.text else ""
    if item.id.endswith(" received"):
        head, _, rest = item.text.partition(":")
        return f"{head} {at}:{rest}" if rest else f"{head} {at}"
    return f"{item.text} · {at}.{reason}".replace("..", ".")


def author_words(item: TimelineItem) -> str:
    if is_draft(item):
        return say("AI draft, not sent")
    if item.author == "assistant":
        return say("AI")
    return item.author_name.split()[0] if item.author == "staff" and item.author_name else item.author_name


def meta_words(item: TimelineItem, zone: str) -> str:
    """Channel, time, and for a message that waits, when it goes."""
    channel = channel_words(item)
    if item.status == "pending_approval":
        at = formats.clock_full(item.due, zone) if item.due else ""
        return say("{channel} · sends {at} if approved", channel=channel, at=at) if at else channel
    if item.status in WAITING:
        at = formats.clock_full(item.due, zone) if item.due else say("soon")
        return say("{channel} · sends {at}", channel=channel, at=at)
    parts = [channel, formats.clock_full(item.at, zone)]
    if item.status_words and not item.status:
        parts.append(item.status_words)
    if item.purpose and item.author == "assistant":
        parts.append(told(item.purpose.replace("_", " ")))
    return " · ".join(parts)
