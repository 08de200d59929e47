"""Alerts seen, snoozed and done; opening one is seeing it, nothing unseen disappears (ALERT-03)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.commands import ChooseAlerts
from desk.models.errors import BadInput, NotAllowed
from desk.models.staff import Staff
from desk.models.words import AlertKind, Role
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
    if alert.kind in ("attention", "appointment", "digest"):
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


@handles(ChooseAlerts)
def choose_alerts(work: Work, command: ChooseAlerts) -> None:
    """Raises NotAllowed for another person's choice, BadInput for a door that is not allowed here (ALERT-02)."""
    by = command.by
    if by.kind == "staff" and by.staff_id != command.staff_id and by.role not in (Role.MANAGER, Role.OWNER):
        raise NotAllowed(
            "People choose their own alerts.",
            action=command.act,
            missing=("right",),
            do="Ask a desk manager.",
        )
    person = work.session.get(Staff, command.staff_id)
    if person is None:
        raise BadInput("There is no such person.", where=command.staff_id, do="Choose somebody of the list.")
    allowed = work.book.words_list("alerts.allowed")
    for kind, door in command.choices.items():
        if kind not in {*AlertKind, "all"} or door not in allowed:
            raise BadInput(
                f"{kind}: {door} is not to be had here.", where=kind, do=f"Use {', '.join(allowed)}."
            )
    person.alerts = {**person.alerts, **command.choices}
    work.kinds.add("staff")
    work.tell("staff", None, {"staff": person.id}, (f"Alerts chosen by {by.words}",))
