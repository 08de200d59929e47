"""Training kept: items given when they are owed, read by the person, overdue ones told to the manager (FLOW-16)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.errors import BadInput, NotAllowed
from desk.models.history import PlaybookVersion, Setting
from desk.models.rules.training import owed
from desk.models.staff import Staff
from desk.models.training import Training
from desk.models.words import AlertKind, Role
from desk.services.desk import handles
from desk.services.work import Work

SINCE, REVIEWED = "training.since", "training.reviewed"


@handles(c.Acknowledge)
def acknowledge(work: Work, command: c.Acknowledge) -> None:
    """Only the person whose item it is can say that they have read it."""
    row = work.session.get(Training, command.training_id)
    if row is None:
        raise BadInput("There is no such training item.", where=command.training_id)
    if command.by.staff_id != row.staff_id:
        raise NotAllowed(
            "Only the person whose item it is can acknowledge it.",
            action=command.act,
            missing=("person",),
            do="Sit down as that person.",
        )
    row.done_at = row.done_at or work.now
    work.kinds.add("training")
    work.tell(
        "training",
        None,
        {"staff": row.staff_id, "item": row.item, "done": True},
        (f"Read by {command.by.words}",),
    )


def keep(work: Work) -> dict[str, str]:
    """Give what is owed, tell what is overdue, remind of the playbook; answers the settings to note. Asked at each summary."""
    since = _moment(work, SINCE)
    if since is None:
        return {SINCE: work.now.isoformat(), REVIEWED: work.now.isoformat()}
    _give(work, since)
    _tell_overdue(work)
    return _remind(work)


def _moment(work: Work, key: str) -> datetime | None:
    row = work.session.get(Setting, key)
    told = str(row.value.get("value") or "") if row is not None else ""
    return datetime.fromisoformat(told) if told else None


def _give(work: Work, since: datetime) -> None:
    changed = work.session.scalar(select(func.max(PlaybookVersion.at)))
    known = set(work.session.scalars(select(Training.key)))
    for it in owed(work.store.staff, work.book, since, changed, work.now):
        if it.key in known:
            continue
        row = Training(
            id=work.new_id(), key=it.key, staff_id=it.staff_id, item=it.item, title=it.title, due_at=it.due, made_at=work.now
        )  # fmt: skip
        work.session.add(row)
        _alert(work, (it.staff_id,), f"training·{it.key}", it.title, "Read it and acknowledge it")
        work.tell(
            "training",
            None,
            {"staff": it.staff_id, "item": it.item, "due": it.due.isoformat()},
            ("training", it.title),
        )


def _tell_overdue(work: Work) -> None:
    late = select(Training).where(
        Training.done_at.is_(None), Training.told_at.is_(None), Training.due_at < work.now
    )
    for row in work.session.scalars(late.order_by(Training.due_at, Training.id)).all():
        row.told_at = work.now
        person = work.store.person(row.staff_id)
        name = person.name if person is not None else row.staff_id
        _alert(
            work,
            _managers(work),
            f"training·{row.key}·overdue",
            f"{name} has not read: {row.title}",
            "Talk with them",
        )


def _remind(work: Work) -> dict[str, str]:
    """A monthly reminder to whoever owns the playbook (FLOW-16)."""
    last = _moment(work, REVIEWED) or work.now
    if work.now < last + work.book.span("playbook_review.every"):
        return {}
    owners = _of_role(work, Role.OWNER) or _managers(work)
    _alert(
        work,
        owners,
        f"playbook·review·{work.now.isoformat()}",
        "The playbook is due for its review",
        "Go through it and save it",
    )
    return {REVIEWED: work.now.isoformat()}


def _managers(work: Work) -> tuple[str, ...]:
    return _of_role(work, Role.MANAGER) or _of_role(work, Role.OWNER)


def _of_role(work: Work, role: Role) -> tuple[str, ...]:
    return tuple(person.id for person in _active(work.store.staff) if person.role == role)


def _active(people: Iterable[Staff]) -> Iterable[Staff]:
    return (person for person in people if person.active)


def _alert(work: Work, staff_ids: Iterable[str], key: str, title: str, next_: str) -> None:
    for staff_id in staff_ids:
        row = Alert(
            id=work.new_id(), key=f"{key}·{staff_id}", staff_id=staff_id, lead_id=None, kind=AlertKind.ATTENTION, title=title, next=next_,
            via=["desktop"], raised_at=work.now,
        )  # fmt: skip
        work.session.add(row)
        work.new_alerts.append(row.id)
        work.kinds.add("alerts")
        data = {"to": staff_id, "via": "desktop", "about": title, "next": next_}
        work.tell("alert", None, data, ("training", title), private=("about",))
