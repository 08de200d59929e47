"""What waits for a person, in eight groups of fixed order (AI-18, LEAD-02, AI-13, AI-22, COMPLY-01)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from desk.models.conversation import NOT_LEFT
from desk.models.snapshots_live import InboxGroup, InboxItem, InboxView
from desk.models.store.asking import Ask, Row, asking
from desk.models.store.queries.duplicates import suspected
from desk.models.store.queries.first_board import moment, timer_of
from desk.models.store.queries.says import start_of_day
from desk.models.time import to_micros
from desk.models.words import STAGES

ORDER = ("approval", "handoff", "unread", "quarantine", "uncertain", "knowledge", "duplicate", "flag")
MOST = 200
#: How long a cleared item is looked for: longer than any item stays on a list by itself.
_CLEARED_FOR = timedelta(days=30)
_OPEN = ", ".join(f"'{stage.value}'" for stage in STAGES if stage.is_open)
_NAME = "CASE customer.\"full\" WHEN '' THEN trim(customer.first || ' ' || customer.last) ELSE customer.\"full\" END"
_WHOSE = " AND (:viewer = '' OR lead.owner_id = :viewer)"
_OF_LEAD = "JOIN lead ON lead.id = {table}.lead_id JOIN customer ON customer.id = lead.customer_id"
_WAITING = f"""
SELECT message.id, message.status, lead.id, {_NAME}, message.channel, substr(message.text, 1, 120),
       message.not_before, message.at, lead.temperature
FROM message {_OF_LEAD.format(table="message")}
WHERE message.{NOT_LEFT} AND message.status IN ('pending_approval', 'uncertain'){_WHOSE}
ORDER BY coalesce(message.not_before, message.at), message.id
"""
_CALLING = f"""
SELECT lead.id, {_NAME}, lead.ai_state, lead.ai_reason, lead.unread, lead.last_in_at, lead.timer_kind, lead.timer_started,
       lead.timer_target, lead.answered_s, lead.answered_proof, lead.timer_level, lead.temperature, staff.name
FROM lead JOIN customer ON customer.id = lead.customer_id LEFT JOIN staff ON staff.id = lead.owner_id
WHERE lead.stage IN ({_OPEN}) AND (lead.ai_state = 'handed_off' OR lead.unread > 0){_WHOSE}
ORDER BY lead.last_in_at DESC, lead.id
"""
_SAID = """
SELECT lead_id, substr(text, 1, 120), max(at) FROM message
WHERE lead_id IN (SELECT value FROM json_each(:ids)) AND direction = 'in' GROUP BY lead_id
"""
_QUARANTINE = """
SELECT id, sender, subject, reason, received_at FROM quarantine WHERE state = 'open' ORDER BY received_at, id
"""
_QUESTIONS = """
SELECT id, question, count, lead_id, at FROM knowledge_request WHERE closed_at IS NULL ORDER BY at, id
"""
_STOPS = f"""
SELECT block.id, lead.id, {_NAME}, block.channels, block.words, block.at, lead.temperature, block.kind
FROM block {_OF_LEAD.format(table="block")}
WHERE block.at >= :since AND block.lifted_at IS NULL AND block.kind IN ('opt_out', 'do_not_contact'){_WHOSE}
ORDER BY block.at, block.id
"""
_COMPLAINTS = f"""
SELECT timer.id, lead.id, {_NAME}, timer.about, timer.started_at, lead.temperature
FROM lead CROSS JOIN timer ON timer.lead_id = lead.id AND timer.kind = 'complaint' AND timer.cleared_at IS NULL
JOIN customer ON customer.id = lead.customer_id WHERE lead.stage IN ({_OPEN}){_WHOSE}
"""
_CLEARED = """
SELECT data FROM history WHERE lead_id IN (SELECT value FROM json_each(:ids)) AND at >= :since AND kind = 'cleared'
ORDER BY at
"""
_CHANNELS = {"text": "texts", "call": "calls", "email": "emails"}


def inbox(session: Session, now: datetime, zone: str, viewer_id: str = "") -> InboxView:
    """Everything that waits; with ``viewer_id`` what hangs on that person's leads, and what hangs on no lead at all."""
    ask, values = asking(session), {"viewer": viewer_id}
    items = [
        *map(_written, ask(_WAITING, values)),
        *(_calling(row, now) for row in ask(_CALLING, values)),
        *map(_unread_mail, ask(_QUARANTINE, {})),
        *map(_question, ask(_QUESTIONS, {})),
        *suspected(ask, viewer_id),
        *_flags(ask, values, now, zone),
    ]
    gone = put_away(ask, tuple({item.lead_id for item in items if item.lead_id}), now)
    return InboxView(tuple(_grouped([item for item in items if item.key not in gone], ask)))


def _grouped(items: Sequence[InboxItem], ask: Ask) -> Iterable[InboxGroup]:
    """The groups in their order; what the customer wrote is only read for the items that are shown."""
    for key in ORDER:
        found = sorted((item for item in items if item.group == key), key=_PLACES.get(key, _oldest))
        shown = found[:MOST]
        if key == "unread":
            said = last_words(ask, [item.lead_id for item in shown])
            shown = [replace(item, words=said.get(item.lead_id, "")) for item in shown]
        if found:
            yield InboxGroup(key, tuple(shown), len(found))


def last_words(ask: Ask, lead_ids: Sequence[str]) -> Mapping[str, str]:
    """The customer's latest words by lead, quoted, at most one line of them."""
    rows = ask(_SAID, {"ids": json.dumps(tuple(lead_ids))})
    return {lead_id: f"“{' '.join(text.split())}”" for lead_id, text, _at in rows}


def _oldest(item: InboxItem) -> Any:
    return (item.at is None, item.at, item.key)


def _due_first(item: InboxItem) -> Any:
    return (item.timer.target is None, item.timer.target, item.key)


def _newest(item: InboxItem) -> Any:
    return (-to_micros(item.at) if item.at else 0, item.key)


_PLACES: Mapping[str, Callable[[InboxItem], Any]] = {"handoff": _due_first, "unread": _newest}


def put_away(ask: Ask, lead_ids: Sequence[str], now: datetime) -> frozenset[str]:
    """Keys of the items of these leads that a person cleared, or put off to a moment that has not come (FLOW-14)."""
    gone: dict[str, bool] = {}
    values = {"ids": json.dumps(lead_ids), "since": to_micros(now - _CLEARED_FOR)}
    for (data,) in ask(_CLEARED, values):
        told = json.loads(data)
        until = told.get("until")
        gone[told["item"]] = until is None or datetime.fromisoformat(until) > now
    return frozenset(key for key, is_gone in gone.items() if is_gone)


def _written(row: Row) -> InboxItem:
    message_id, status, lead_id, name, channel, text, not_before, at, degrees = row
    is_draft = status == "pending_approval"
    said = " ".join(text.split())
    return InboxItem(
        key=f"{'approval' if is_draft else 'uncertain'}:{message_id}",
        group="approval" if is_draft else "uncertain",
        name=name,
        words=f"{channel.capitalize()}: “{said}”" if is_draft else f"{channel.capitalize()}, never confirmed. Sent or not?",
        lead_id=lead_id,
        at=moment(not_before if is_draft and not_before else at),
        at_words="sends" if is_draft and not_before else "",
        message_id=message_id,
        temperature=degrees,
    )  # fmt: skip


def _calling(row: Row, now: datetime) -> InboxItem:
    (
        lead_id,
        name,
        state,
        reason,
        _unread,
        at,
        kind,
        started,
        target,
        took,
        proof,
        level,
        degrees,
        owner,
    ) = row
    if state != "handed_off":
        return InboxItem(
            f"unread:{lead_id}·{at}", "unread", name, "", lead_id, moment(at), temperature=degrees
        )
    whose = " · ".join(part for part in (owner or "Nobody owns it", f"step {level}" if level else "") if part)
    timer = (
        timer_of(kind, started, target, took, proof, level, now)
        if kind != "answered"
        else timer_of("none", None, None, None, "", 0, now)
    )
    return InboxItem(
        f"handoff:{lead_id}", "handoff", name, f"{_short(reason) or 'Wants a person'} · {whose}", lead_id,
        moment(at), timer=timer, temperature=degrees,
    )  # fmt: skip


def _short(reason: str) -> str:
    return reason.split(";", maxsplit=1)[0].strip().rstrip(".")


def _unread_mail(row: Row) -> InboxItem:
    row_id, sender, subject, reason, at = row
    name = sender.split("<")[0].strip(' "') or sender or "A file"
    words = " · ".join(part for part in (f"“{subject}”" if subject else "", reason) if part)
    return InboxItem(f"quarantine:{row_id}", "quarantine", name, words, at=moment(at), quarantine_id=row_id)


def _question(row: Row) -> InboxItem:
    row_id, question, times, lead_id, at = row
    name = f"Asked {times} times" if times > 1 else "Asked once"
    return InboxItem(f"knowledge:{row_id}", "knowledge", name, question, lead_id or "", moment(at))


def _flags(ask: Ask, values: Mapping[str, Any], now: datetime, zone: str) -> list[InboxItem]:
    """Stops since yesterday, one line a lead, and complaints that nobody has answered."""
    since = start_of_day(start_of_day(now, zone) - timedelta(hours=1), zone)
    found: dict[str, InboxItem] = {}
    for block_id, lead_id, name, channels, words, at, degrees, kind in ask(
        _STOPS, {**values, "since": to_micros(since)}
    ):
        said = f"“{words}” · " if words else ""
        line = f"{said}{_stopped(json.loads(channels), kind)}"
        found.setdefault(
            lead_id,
            InboxItem(f"flag:{block_id}", "flag", name, line, lead_id, moment(at), temperature=degrees),
        )
    for timer_id, lead_id, name, about, at, degrees in ask(_COMPLAINTS, values):
        found[lead_id] = InboxItem(f"flag:{timer_id}", "flag", name, about, lead_id, moment(at), temperature=degrees)  # fmt: skip
    return list(found.values())


def _stopped(channels: Sequence[str], kind: str) -> str:
    if kind == "do_not_contact" or "all" in channels:
        return "All sends are stopped"
    return f"{' and '.join(_CHANNELS.get(each, each) for each in channels).capitalize()} are stopped"
