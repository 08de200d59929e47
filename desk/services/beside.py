"""Whether the assistant writes about now, so that a person who writes hears of it first (FLOW-15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desk.models.playbook import Playbook
from desk.models.snapshots.lead import LeadView
from desk.models.words import MessageStatus, Purpose

_LEAVES = (MessageStatus.QUEUED, MessageStatus.HELD, MessageStatus.SENDING)
_LEFT = (MessageStatus.SENT, MessageStatus.DELIVERED)


def with_assistant_near(view: LeadView, book: Playbook, now: datetime) -> LeadView:
    """The view with the moment the assistant wrote, and the one it will write, where they are near enough to matter."""
    near = book.span("assistant.near")
    wrote = [
        item.at
        for item in view.timeline
        if item.author == "assistant" and item.status in _LEFT and now - near <= item.at <= now
    ]
    writes = [
        send.due or now
        for send in view.next_sends
        if send.state in _LEAVES and send.purpose != Purpose.STAFF and (send.due or now) <= now + near
    ]
    return replace(view, assistant_wrote=max(wrote, default=None), assistant_writes=min(writes, default=None))
