"""Takes new alerts through their doors: the desktop, a text to the person in hours, an e-mail after hours (ALERT-02).

What goes to our own people is no message to a customer and passes no customer gate; it carries as little personal data as it can.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import AlertShown, Command
from desk.models.errors import ChannelDown
from desk.models.facts import StoreFacts
from desk.models.staff import Staff
from desk.models.store.engine import Store
from desk.models.time import Clock
from desk.services.lines import Ports
from desk.services.ports import Notice, Notifier, OutgoingMail, OutgoingText

log = logging.getLogger("desk.alerts")
Taken = tuple[bool, str, str]  # whether the door took it, in words, and the provider's id


@dataclass(slots=True)
class Doors:
    """The ways to the store's own people. ``at_desk`` says whose desk this is; only their notices show on it."""

    store: Store
    clock: Clock
    run: Callable[[Command], Any]
    facts: Callable[[], StoreFacts]
    ports: Ports
    notifier: Notifier | None
    at_desk: Callable[[], str]
    is_locked: Callable[[], bool] = lambda: False

    def deliver(self, alert_ids: Iterable[str]) -> None:
        """Take these alerts through every door they name; each result is recorded, a closed door is said."""
        with self.store.reading() as session:
            alerts = list(session.scalars(select(Alert).where(Alert.id.in_(tuple(alert_ids)))))
        for alert in alerts:
            for via in alert.via:
                self._through(alert, via)

    def again(self) -> None:
        """Alerts whose snooze is over ring again."""
        now = self.clock.now()
        query = select(Alert.id).where(
            Alert.done_at.is_(None), Alert.snoozed_until <= now, Alert.shown_at.is_(None)
        )
        with self.store.reading() as session:
            due = list(session.scalars(query))
        self.deliver(due)

    def _through(self, alert: Alert, via: str) -> None:
        if via in alert.sent and not alert.snoozed_until:
            return
        person = self.facts().person(alert.staff_id)
        if person is None:
            return
        try:
            ok, words, provider_id = {"desktop": self._desktop, "text": self._text, "email": self._email}[
                via
            ](alert, person)
        except ChannelDown as down:
            ok, words, provider_id = False, str(down), ""
        self.run(AlertShown(alert_id=alert.id, via=via, ok=ok, words=words, provider_id=provider_id))

    def _desktop(self, alert: Alert, person: Staff) -> Taken:
        if person.id != self.at_desk() or self.notifier is None:
            return True, "In the notification centre", ""
        title, body, acts = self._told(alert)
        notice = Notice(
            alert_id=alert.id, lead_id=alert.lead_id or "", kind=alert.kind, title=title, body=body, sound=alert.kind, actions=acts,
        )  # fmt: skip
        shown = self.notifier.notify(notice)
        return True, "Shown by the computer" if shown else "In the notification centre", ""

    def _told(self, alert: Alert) -> tuple[str, str, tuple[str, ...]]:
        """Title, body and acts of a notice: anybody may read it on a locked desk, so it names no customer there (R22)."""
        if not self.is_locked():
            return (
                alert.title,
                alert.body or alert.next,
                ("open", "claim", "snooze") if alert.lead_id else ("open",),
            )
        if self.facts().settings["sign_in.alerts"] == "full":
            return alert.title, alert.body or alert.next, ("open",)
        return "Sales Desk has an alert for you", "Sign in to see it.", ("open",)

    def _text(self, alert: Alert, person: Staff) -> Taken:
        if not person.phone or self.ports.texts is None:
            return False, "No phone number or texting line", ""
        until = self.clock.now() + timedelta(hours=1)
        result = self.ports.texts.send(
            OutgoingText(
                key=alert.id, to=person.phone, text=f"{alert.title}. {alert.next}"[:300], valid_until=until
            )
        )
        return result.outcome == "accepted", result.detail, result.provider_id

    def _email(self, alert: Alert, person: Staff) -> Taken:
        if not person.email or self.ports.mail_out is None:
            return False, "No email address or mailbox", ""
        domain = self.facts().email.rpartition("@")[2] or "desk.invalid"
        mark = blake2b(alert.key.encode(), digest_size=12).hexdigest()
        mail = OutgoingMail(
            message_id=f"<alert-{mark}@{domain}>", to=person.email, to_name=person.name, subject=alert.title,
            text="\n".join(part for part in (alert.body, alert.next, "Open Sales Desk to see the lead.") if part), marketing=False,
        )  # fmt: skip
        result = self.ports.mail_out.send(mail)
        return result.outcome == "accepted", result.detail, ""
