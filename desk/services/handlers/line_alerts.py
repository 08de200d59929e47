"""A line that only a person brings back rings once with those who can, and is quiet again when it is up (R27, R28, ALERT-01)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.staff import Staff
from desk.models.words import AlertKind, Role
from desk.services.work import Work

_TITLES = {
    "mail": "The mailbox needs you",
    "texts": "Texting needs you",
    "night": "The night desk may fall asleep",
    "answers": "Something else answers your leads",
}
_WAITS = "Open Settings. What waits stays queued."
_OTHER_DOOR = {"mail": ("text", "phone"), "texts": ("email", "email")}
Health = Mapping[str, Any]


def ask_person(work: Work, health: Health, line: str, words: str) -> Health:
    """Alert the managers once for as long as the line stays down; answers the health that remembers it."""
    family = _family(line)
    if not _asked(health, family):
        for person in _leaders(work):
            _raise(work, person, family, words)
    return {**health, line: {**health.get(line, {}), "asked": True}}


def tell_leaders(work: Work, family: str, words: str, do: str) -> None:
    """Tell the managers of something about the store's lines that is no outage, with what to do about it."""
    for person in _leaders(work):
        _raise(work, person, family, words, do)


def mended(work: Work, health: Health, line: str) -> Health:
    """The line is up: what was asked about it is done, unless another line of the same account still waits."""
    if not health.get(line, {}).get("asked"):
        return health
    left = {**health, line: {key: value for key, value in health[line].items() if key != "asked"}}
    if not _asked(left, _family(line)):
        _close(work, _family(line))
    return left


def _asked(health: Health, family: str) -> bool:
    return any(state.get("asked") for line, state in health.items() if _family(line) == family)


def _family(line: str) -> str:
    """Reading and sending share one account: ``mail_in`` and ``mail_out`` are the mailbox."""
    return line.partition("_")[0]


def _leaders(work: Work) -> list[Staff]:
    active = [person for person in work.store.staff if person.active]
    return [person for person in active if person.role in (Role.MANAGER, Role.OWNER)] or active


def _raise(work: Work, person: Staff, family: str, words: str, do: str = _WAITS) -> None:
    door, address = _OTHER_DOOR.get(family, ("text", "phone"))
    via = ["desktop", door] if getattr(person, address) else ["desktop"]
    title = _TITLES.get(family, "A line needs you")
    row = Alert(
        id=work.new_id(), key=f"line·{family}·{work.now.isoformat()}·{person.id}", staff_id=person.id, kind=AlertKind.ATTENTION,
        title=title, body=words, next=do, via=via, raised_at=work.now,
    )  # fmt: skip
    work.session.add(row)
    work.new_alerts.append(row.id)
    work.kinds.add("alerts")
    work.tell("alert", None, {"to": person.id, "via": "+".join(via), "line": family}, (words,))


def _close(work: Work, family: str) -> None:
    query = select(Alert).where(Alert.key.startswith(f"line·{family}·"), Alert.done_at.is_(None))
    for alert in work.session.scalars(query):
        alert.done_at, alert.done_words = work.now, "The line is up again"
    work.kinds.add("alerts")
