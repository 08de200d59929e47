"""The store's own playbook: checked as a whole, kept as a version with who, when and why, and run from then on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.models import commands as c
from desk.models.errors import BadPlaybook, Refused
from desk.models.history import PlaybookVersion
from desk.models.rules.gate import managers_named
from desk.models.words import Role
from desk.services.desk import handles
from desk.services.rulebook import whole_playbook
from desk.services.work import Work

ORIGIN = "the store's playbook"


@handles(c.SavePlaybook)
def save_playbook(work: Work, command: c.SavePlaybook) -> str:
    """Answers the new version's id. Raises BadPlaybook with place and remedy; the running version stays then."""
    if not command.why.strip():
        raise Refused("A playbook change needs its reason.", action=command.act, missing=("reason",))
    overlay = read_toml(command.toml)
    people = tuple(person.id for person in work.store.staff)
    book = whole_playbook(overlay, origin=ORIGIN, staff=people, hours=work.store.hours)
    _refuse_unanswered(work, overlay)
    if work.session.get(PlaybookVersion, work.txn) is None:
        row = PlaybookVersion(
            id=work.txn, at=work.now, by=command.by.words, why=command.why, toml=command.toml
        )
        work.session.add(row)
    work.kinds.add("playbook")
    work.new_book = book
    past_the_law = (f"Past the law row: {note}." for note in book.part("gate").windows.overruled)
    work.tell(
        "playbook",
        None,
        {"version": book.version},
        (f"Saved by {command.by.words}: {command.why}", *past_the_law),
    )
    return book.version


def _refuse_unanswered(work: Work, overlay: Mapping[str, Any]) -> None:
    """Who answers for passing a law row is a manager or owner who works here (R9)."""
    leaders = {p.id for p in work.store.staff if p.active and p.role in (Role.MANAGER, Role.OWNER)}
    for place, person in managers_named(overlay):
        if person not in leaders:
            raise BadPlaybook(
                f"{person!r} is no manager here.",
                where=f"{ORIGIN}, {place}",
                do=f"Name one of {', '.join(sorted(leaders)) or 'your managers, once they are entered'}.",
            )


def own_text(work: Work) -> str:
    """The store's own playbook as it was written last; empty where it runs by the shipped one."""
    newest = select(PlaybookVersion.toml).order_by(PlaybookVersion.at.desc(), PlaybookVersion.id.desc())
    return work.session.scalar(newest.limit(1)) or ""


def read_toml(text: str) -> dict[str, Any]:
    """The values of an overlay. Raises BadPlaybook naming the line that cannot be read."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadPlaybook(f"The playbook is not TOML: {error}.", where=ORIGIN, do="Mend that line.") from None
