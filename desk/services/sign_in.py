"""Who may sit down here, as the store's settings have it (R22, DESK-04)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from desk.models.facts import StoreFacts
from desk.models.playbook import Playbook
from desk.models.rules.sign_in import Backoff, Sitter, Tries, is_asked, waits_until
from desk.models.snapshots.sign_in import SignInView, SitterView
from desk.models.staff import Staff
from desk.models.words import Role

PINS, ACCOUNTS, CODES, TRIES = "people.pins", "people.accounts", "people.codes", "people.tries"
LEADERS = frozenset({Role.MANAGER, Role.OWNER})


def sitter(person: Staff | None, settings: Mapping[str, Any]) -> Sitter:
    """What the rules know of a person; nobody, where there is none of that id."""
    if person is None:
        return Sitter(works_here=False)
    codes = settings[CODES].get(person.id, {})
    return Sitter(
        works_here=person.active,
        is_leader=person.role in LEADERS,
        has_pin=person.id in settings[PINS],
        has_account=person.id in settings[ACCOUNTS],
        needs_code=person.role in settings["sign_in.code_roles"],
        has_code=bool(codes.get("confirmed")),
    )


def sitters(facts: StoreFacts) -> tuple[Sitter, ...]:
    return tuple(sitter(person, facts.settings) for person in facts.staff)


def asks(facts: StoreFacts) -> bool:
    """Whether one signs in at this store."""
    told = facts.settings
    return is_asked(told["sign_in.asked"], sitters(facts), is_demo=bool(told["demo"]))


def leaders_can(people: Iterable[Sitter]) -> bool:
    """Whether a manager has a way in."""
    return any(person.is_leader and person.has_way for person in people)


def by_account(facts: StoreFacts, account: str) -> str:
    """Whom this computer account signs in; an empty id where it is nobody who works here."""
    found = next((who for who, bound in facts.settings[ACCOUNTS].items() if account and bound == account), "")
    person = facts.person(found)
    return found if person is not None and person.active else ""


def tries_of(settings: Mapping[str, Any], staff_id: str) -> Tries:
    told = settings[TRIES].get(staff_id, {})
    until = told.get("until")
    return Tries(int(told.get("wrong", 0)), datetime.fromisoformat(until) if until else None)


def backoff_of(book: Playbook) -> Backoff:
    waits = tuple(timedelta(minutes=float(told)) for told in book.get("sign_in.waits_minutes"))
    return Backoff(int(book.number("sign_in.free_tries")), waits)


def sign_in_view(facts: StoreFacts, book: Playbook, now: datetime) -> SignInView:
    """Those who work here by name, each with what they have set up."""
    people = sorted((person for person in facts.staff if person.active), key=lambda it: (it.name, it.id))
    told = tuple(_sitter_view(person, facts.settings, backoff_of(book), now) for person in people)
    return SignInView(asks(facts), max(0, int(facts.settings["sign_in.lock_minutes"])), told)


def _sitter_view(person: Staff, settings: Mapping[str, Any], backoff: Backoff, now: datetime) -> SitterView:
    told, tries = sitter(person, settings), tries_of(settings, person.id)
    return SitterView(
        person.id, person.name, Role(person.role).label, told.has_pin, told.has_code, told.needs_code,
        str(settings[ACCOUNTS].get(person.id, "")), tries.wrong, waits_until(tries, backoff, now),
    )  # fmt: skip
