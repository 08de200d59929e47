"""Alerts seen, snoozed and done; opening one is seeing it, nothing unseen disappears (ALERT-03)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.errors import BadInput
from desk.services.desk import handles
from desk.services.work import Work


def _alert(work: Work, alert_id: str) -> Alert:
    found = work.session.get(Alert, alert_id)
    if found is None:
        raise BadInput("There is no such alert.", where=alert_id)
    work.kinds.add("alerts")
    if found.lead_id:
        work.leads.add(found.lead_id)
    return found


@handles(c.SeeAlert)
def see_alert(work: Work, command: c.SeeAlert) -> None:
    alert = _alert(work, command.alert_id)
    alert.seen_at = alert.seen_at or work.now
    if alert.kind in ("attention", "appointment"):
        alert.done_at, alert.done_words = work.now, f"Seen by {command.by.words}"


@handles(c.SnoozeAlert)
def snooze_alert(work: Work, command: c.SnoozeAlert) -> None:
    alert = _alert(work, command.alert_id)
    alert.snoozed_until = command.until
    alert.shown_at = None


@handles(c.CloseAlert)
def close_alert(work: Work, command: c.CloseAlert) -> None:
    alert = _alert(work, command.alert_id)
    alert.seen_at, alert.done_at, alert.done_words = (
        alert.seen_at or work.now,
        work.now,
        f"Closed by {command.by.words}",
    )


@handles(c.AlertShown)
def alert_shown(work: Work, command: c.AlertShown) -> None:
    alert = _alert(work, command.alert_id)
    alert.shown_at = alert.shown_at or work.now
    alert.sent = {
        **alert.sent,
        command.via: {
            "ok": command.ok,
            "words": command.words,
            "at": work.now.isoformat(),
            "id": command.provider_id,
        },
    }
