"""The tour's stops in the settings: each section on the running demo store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from desk.app.tour import NotShown, Tour
from desk.models.commands import SaveStateRow
from desk.services.resources import resource_path

_DECLARED = "hurricane emergency declared by the governor"


def settings(tour: Tour, name: str) -> None:
    """The mailboxes, tried against the server."""
    page = _settings(tour, "mail")
    tour.until(page.fields["mail.smtp_host"].text, "the mailbox's settings")
    page.try_out()
    tour.until(page.test.isEnabled, "the test of the mailbox")
    tour.take(name)


def settings_alerts(tour: Tour, name: str) -> None:
    """Which alerts reach a person, and how."""
    page = _settings(tour, "alerts")
    tour.until(lambda: page.person.count() > 0, "the people")
    tour.take(name)


def settings_people(tour: Tour, name: str) -> None:
    page = _settings(tour, "people")
    tour.until(lambda: page.list.count() > 0, "the people")
    tour.take(name)


def settings_dark(tour: Tour, name: str) -> None:
    """Hours and holidays, dark."""
    page = _settings(tour, "hours")
    tour.until(lambda: bool(page.week.week()), "the hours")
    with tour.dark():
        tour.take(name)


def settings_lead_file(tour: Tour, name: str) -> None:
    """A file of another desk: columns matched, two rows refused, older leads as history."""
    page = _settings(tour, "lead_file")
    page.read_file(str(resource_path("sample", "leads.csv")))
    tour.until(page.take.isVisible, "the preview")
    tour.take(name)


def _settings(tour: Tour, key: str) -> Any:
    tour.made.show_setting(key)
    screen = tour.made.screens["settings"].screen_made
    tour.until(lambda: bool(screen.key), "the settings")
    screen.go(key)
    return screen.page


def settings_states(tour: Tour, name: str) -> None:
    """A state whose governor declared an emergency, and whose hours the store tightened."""
    page = _settings(tour, "states")
    today = tour.demo.clock.now().date()
    halt = {
        "state": "LA",
        "first": today,
        "last": today + timedelta(days=7),
        "reason": _DECLARED,
    }
    for kind, row in (("halt", halt), ("rule", {"state": "LA", "key": "mon_fri", "value": "10:00-17:00"})):
        tour.seat.bridge.run(SaveStateRow(kind=kind, row=row))
    tour.until(lambda: len(page.view.rows) == 2, "the store's own rows")
    page.choose("LA")
    tour.settle()
    tour.take(name)


def settings_forget(tour: Tour, name: str) -> None:
    """What an erasure takes of a customer, and what the law keeps; nobody is forgotten."""
    page = _settings(tour, "erase")
    card = next(
        (card for column in tour.ask(lambda read: read.board("everyone")).columns for card in column.cards),
        None,
    )
    if card is None:
        raise NotShown("there is no lead")
    page.find.setText(card.name)
    tour.until(page.list.count, "the customer")
    page.choose(card.id)
    tour.until(page.card.isVisible, "what goes and what stays")
    tour.take(name)


def settings_backup(tour: Tour, name: str) -> None:
    """A backup made just now, and what is in it."""
    page = _settings(tour, "backup")
    page.back_up()
    tour.until(lambda: bool(page._found), "the backup", 60.0)
    page.look_into(page._found[0].path)
    tour.until(lambda: bool(page.card.path), "what is in it", 60.0)
    tour.take(name)


def settings_lists(tour: Tour, name: str) -> None:
    """The do-not-call lists that are in, and how old they are."""
    page = _settings(tour, "lists")
    tour.until(page.age.text, "the lists")
    tour.take(name)


def settings_assistant(tour: Tour, name: str) -> None:
    """How the assistant treats each kind of lead (AI-18)."""
    page = _settings(tour, "assistant")
    tour.until(lambda: "referral" in page.strategies.rows, "the kinds of lead")
    tour.take(name)


SETTINGS: dict[str, Callable[[Tour, str], None]] = {
    "settings": settings, "settings-alerts": settings_alerts, "settings-people": settings_people, "settings-dark": settings_dark,
    "settings-states": settings_states, "settings-forget": settings_forget, "settings-backup": settings_backup,
    "settings-lists": settings_lists, "settings-lead-file": settings_lead_file,
    "settings-assistant": settings_assistant,
}  # fmt: skip
