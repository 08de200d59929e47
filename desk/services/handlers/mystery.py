"""The assistant's grade, kept with the transcript of each failure, and told to the managers where something failed (AI-26)."""

from __future__ import annotations

from desk.models.alert import Alert
from desk.models.commands import RecordShop
from desk.models.words import AlertKind, Role
from desk.services.desk import handles
from desk.services.handlers.house import put_setting
from desk.services.work import Work

LAST = "mystery.last"


@handles(RecordShop)
def record_shop(work: Work, command: RecordShop) -> None:
    percent = command.held * 100 // command.total if command.total else 0
    told = {"at": work.now.isoformat(), "held": command.held, "total": command.total, "percent": percent}
    put_setting(work, LAST, told | {"failures": [dict(failure) for failure in command.failures]})
    work.kinds.add("settings")
    failed = [str(failure["trap"]) for failure in command.failures]
    work.tell(
        "mystery_shop", None, told | {"failed": failed}, (f"{command.held} of {command.total} test customers were treated as declared",)
    )  # fmt: skip
    if failed:
        _alert(work, command)


def _alert(work: Work, command: RecordShop) -> None:
    """Every manager, once for this grade; the transcripts stand with it."""
    first = command.failures[0]
    for person in work.store.staff:
        if not person.active or person.role not in (Role.MANAGER, Role.OWNER):
            continue
        row = Alert(
            id=work.new_id(), key=f"mystery·{work.txn}·{person.id}", staff_id=person.id, lead_id=None, kind=AlertKind.ATTENTION,
            title=f"{command.held} of {command.total} test customers were treated as they should be",
            body=f"{first['title']}: {'; '.join(first['broke'])}.", next="Read what was said in Settings, Test customers", via=["desktop"], raised_at=work.now,
        )  # fmt: skip
        work.session.add(row)
        work.new_alerts.append(row.id)
        work.kinds.add("alerts")
