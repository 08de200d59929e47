"""How people are alerted: through which doors, and in which words (ALERT-01 … ALERT-03, look §8).

An alert names the customer, since when, and what to do next; never an address, a number or what was written.
"""

from __future__ import annotations

from datetime import datetime

from desk.models.decisions import RaiseAlert, Why
from desk.models.facts import Facts, StoreFacts
from desk.models.playbook import Playbook
from desk.models.rules.shifts import is_open
from desk.models.staff import Staff
from desk.models.words import Role


def via(person: Staff, kind: str, store: StoreFacts, book: Playbook, now: datetime) -> tuple[str, ...]:
    """The doors of one alert: always the desktop, and outside it what the person chose or the hour asks for
    (ALERT-02).
    """
    choice = str(person.alerts.get(kind) or person.alerts.get("all") or "default")
    if choice not in book.words_list("alerts.allowed"):
        choice = "default"
    if kind not in book.words_list("alerts.outside_kinds") and choice == "default":
        return ("desktop",)
    return ("desktop", *(door for door in _doors(choice, store, book, now) if _reach(person)[door]))


def _reach(person: Staff) -> dict[str, bool]:
    """Doors a person is reached through; where no address is known at all, the door that should be used."""
    unknown = not (person.phone or person.email)
    return {"text": bool(person.phone) or unknown, "email": bool(person.email) or unknown}


def _doors(choice: str, store: StoreFacts, book: Playbook, now: datetime) -> tuple[str, ...]:
    chosen = {"text": ("text",), "email": ("email",), "both": ("text", "email"), "desktop": ()}
    if choice in chosen:
        return chosen[choice]
    return book.words_list("alerts.open_via" if is_open(store, now) else "alerts.closed_via")


def raise_for(
    person: Staff,
    facts: Facts,
    book: Playbook,
    now: datetime,
    *,
    key: str,
    kind: str,
    title: str,
    why: Why,
    body: str = "",
    next: str = "",
    level: int = 0,
    also: tuple[str, ...] = (),
) -> RaiseAlert:
    """One alert for one person; the key ends in the person, so that each is told once per step (ALERT-03)."""
    return RaiseAlert(
        key=f"{key}·{person.id}",
        staff_id=person.id,
        kind=kind,
        title=title,
        why=why,
        body=body,
        next=next,
        level=level,
        via=tuple(
            dict.fromkeys(
                (*via(person, kind, facts.store, book, now), *(door for door in also if _reach(person)[door]))
            )
        ),
    )


def called(facts: Facts) -> str:
    """The customer in an alert: the name alone, or the plain word where none was given."""
    return facts.customer.full or "A customer"


def told_people(facts: Facts) -> tuple[str, ...]:
    """The owner; without one the managers, and without those everybody: nobody's news is lost."""
    if facts.owner is not None and facts.owner.active:
        return (facts.owner.id,)
    active = [person for person in facts.store.staff if person.active]
    leaders = [person for person in active if person.role in (Role.MANAGER, Role.OWNER)]
    return tuple(person.id for person in leaders or active)
