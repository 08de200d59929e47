"""The provider's ids of texts this desk sent: which are still to be asked about, and which are not another desk's (R25, DESK-12)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.conversation import Message
from desk.models.store.engine import Store

_ASKED_FOR, _AT_ONCE = timedelta(hours=72), 50


def open_ids(store: Store, now: datetime) -> Mapping[str, str]:
    """Sent texts whose final state is not known yet, for at most three days: message id to provider id (R25)."""
    query = select(Message.id, Message.provider_id).where(
        Message.status == "sent",
        Message.channel == "text",
        Message.sent_at > now - _ASKED_FOR,
        Message.provider_id != "",
    )
    with store.reading() as session:
        return {row.id: row.provider_id for row in session.execute(query.limit(_AT_ONCE))}


def own_ids(store: Store, since: datetime) -> tuple[frozenset[str], int]:
    """Provider ids of every text this desk sent, and how many more may be out whose id nobody knows yet (DESK-12)."""
    texts = select(Message.provider_id, Message.attempts).where(
        Message.channel == "text", Message.direction == "out", Message.at > since
    )
    with store.reading() as session:
        rows = session.execute(texts).all()
        told = session.execute(select(Alert.via, Alert.sent).where(Alert.raised_at > since)).all()
    to_staff = {row.sent.get("text", {}).get("id", "") for row in told if "text" in row.via}
    nameless = sum(row.attempts > 0 and not row.provider_id for row in rows)
    ringing = sum("text" in row.via and "text" not in row.sent for row in told)
    return frozenset({row.provider_id for row in rows} | to_staff) - {""}, nameless + ringing
