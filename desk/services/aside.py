"""What came in and could not be placed is kept as it came, and a person is told (LEAD-02)."""

from __future__ import annotations

import zlib
from hashlib import sha256

from desk.models.alert import Alert
from desk.models.conversation import Quarantine, Raw
from desk.models.intake.mime import Headers
from desk.services.hearing import masked
from desk.services.work import Work

_LARGEST_KEPT = 30_000_000
SHOWN = 20_000
"""Letters of a text that a person is shown; the whole of it is kept beside."""


def keep_raw(work: Work, raw: bytes, media: str) -> str:
    """Keep the bytes as they came, once, under their SHA-256."""
    name = sha256(raw).hexdigest()
    if work.session.get(Raw, name) is None:
        work.session.add(
            Raw(id=name, at=work.now, media=media, size=len(raw), body=zlib.compress(raw[:_LARGEST_KEPT], 6))
        )
    return name


def quarantine(
    work: Work, reason: str, raw_id: str, origin: str, text: str, headers: Headers | None = None
) -> str:
    """Keep what could not be read and tell everyone who may mend it; a lead is never lost (LEAD-02)."""
    told = headers or Headers()
    row = Quarantine(
        id=work.new_id(), raw_id=raw_id, received_at=work.now, origin=origin, sender=told.from_address, recipient=", ".join(told.recipients[:3]),
        subject=told.subject, reason=reason, text=masked(text[:SHOWN]),
    )  # fmt: skip
    work.session.add(row)
    work.kinds |= {"quarantine", "alerts"}
    work.tell("intake", None, {"result": "quarantined", "into": None}, (reason,))
    for person in work.store.staff:
        if person.active and person.role in ("manager", "bdc"):
            _quarantine_alert(work, row, person.id)
    return row.id


def _quarantine_alert(work: Work, row: Quarantine, staff_id: str) -> None:
    alert = Alert(
        id=work.new_id(), key=f"quarantine·{row.id}·{staff_id}", staff_id=staff_id, quarantine_id=row.id, kind="quarantine",
        title="A lead could not be read", body=row.reason, next="Open it and pick the name and phone", via=["desktop"], raised_at=work.now,
    )  # fmt: skip
    work.session.add(alert)
    work.new_alerts.append(alert.id)
