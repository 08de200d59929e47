"""The doctor's look at who may sit down here, and at how much left the store by people's hands (R22)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.models.facts import StoreFacts
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import Store
from desk.models.time import local
from desk.models.words import RECOVERY_CODE
from desk.services.given_out import exports_view, shown_at
from desk.services.rulebook import stored_playbook
from desk.services.sign_in import asks, leaders_can, sitter, sitters


def privacy_lines(store: Store, facts: StoreFacts, now: datetime) -> Iterator[DoctorLine]:
    yield _sign_in(facts)
    book = stored_playbook(store)
    with store.reading() as session:
        shown, told = shown_at(session, RECOVERY_CODE), exports_view(session, facts, book, now)
    yield _recovery_code(facts, shown)
    words = f"Data of {told.in_days} customers left in {told.days} days, of {told.this_month} this month."
    if told.in_days < told.line:
        yield DoctorLine("Exports", "ok", words, "")
        return
    do = f"From {told.line} on the law wants a report within 30 days, should it get into wrong hands (16 CFR 314.4)."
    yield DoctorLine("Exports", "warn", words, f"{do} Who exported what: desk export views.")


def _recovery_code(facts: StoreFacts, shown: datetime | None) -> DoctorLine:
    """Without it a lost keyring takes the store and its backups along (DESK-03)."""
    if facts.settings["demo"]:
        return DoctorLine("Recovery code", "off", "The demo's key lies beside it.", "")
    if shown is None:
        words = "It was never printed. Should the key on this computer be lost, nothing opens the store or its backups."
        return DoctorLine(
            "Recovery code", "warn", words, "Print it in Settings, Backup and keys, or by desk recovery-code."
        )
    return DoctorLine("Recovery code", "ok", f"It was shown on {local(shown, facts.zone):%Y-%m-%d}.", "")


def _sign_in(facts: StoreFacts) -> DoctorLine:
    if not facts.staff or facts.settings["demo"]:
        return DoctorLine("Sign-in", "off", "Nobody signs in at this store.", "")
    if not asks(facts):
        return DoctorLine(
            "Sign-in", "warn", "Nobody is asked who they are; whoever sits down sees every customer.", "Set PINs in Settings, Sign-in.",
        )  # fmt: skip
    people = [person for person in facts.staff if person.active]
    if not leaders_can(sitters(facts)):
        return DoctorLine(
            "Sign-in", "warn", "No manager has a PIN, so anybody can sit down as one.", "Set a manager's PIN in Settings, Sign-in.",
        )  # fmt: skip
    without = [person.name for person in people if not sitter(person, facts.settings).has_way]
    words = f"{len(people) - len(without)} of {len(people)} people sign in."
    return DoctorLine("Sign-in", "ok", words, f"Not yet: {', '.join(without)}." if without else "")
