"""The store's own playbook: checked as a whole, kept as a version with who, when and why, and run from then on."""

from __future__ import annotations

import tomllib
from typing import Any

from desk.models import commands as c
from desk.models.errors import BadPlaybook, Refused
from desk.models.history import PlaybookVersion
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
    book = whole_playbook(overlay, origin=ORIGIN, staff=tuple(person.id for person in work.store.staff))
    if work.session.get(PlaybookVersion, work.txn) is None:
        row = PlaybookVersion(
            id=work.txn, at=work.now, by=command.by.words, why=command.why, toml=command.toml
        )
        work.session.add(row)
    work.kinds.add("playbook")
    work.new_book = book
    work.tell("playbook", None, {"version": book.version}, (f"Saved by {command.by.words}: {command.why}",))
    return book.version


def read_toml(text: str) -> dict[str, Any]:
    """The values of an overlay. Raises BadPlaybook naming the line that cannot be read."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadPlaybook(f"The playbook is not TOML: {error}.", where=ORIGIN, do="Mend that line.") from None
