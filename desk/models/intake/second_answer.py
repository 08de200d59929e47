"""Another system that answers the store's leads too, as the heads of mails show it (DESK-08).

A test lead carries a mark of its own; whatever comes back with this mark and is not the test itself is somebody's answer. In
the Sent folder, what left to a lead right after it came and is not this desk's was written by something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a window that names this command has no mail to read
    from desk.models.intake.mime import Headers

MARK = "desk-check-"


@dataclass(frozen=True, slots=True)
class MailHead:
    """What is looked at of a mail: addresses in lower case, ids in angle brackets, ``at`` when the server took it."""

    message_id: str
    sender: str
    to: tuple[str, ...]
    subject: str
    answers: tuple[str, ...]
    at: datetime
    by_desk: bool
    automatic: bool


@dataclass(frozen=True, slots=True)
class WrittenElsewhere:
    """A mail to a lead that this desk did not write, ``after`` the lead came."""

    head: MailHead
    after: timedelta


def carries(mark: str, head: MailHead | Headers) -> bool:
    """Whether a mail is a test's own, or an answer to it."""
    if not mark:
        return False
    ids = (*head.answers,) if isinstance(head, MailHead) else (*head.in_reply_to, *head.references)
    return any(mark in part.lower() for part in (head.message_id, head.subject, *head.to, *ids))


def second_answers(heads: Iterable[MailHead], mark: str, test_id: str) -> list[MailHead]:
    """What answered the test lead of ``mark``, oldest first; neither the test itself nor a desk's own mail is meant."""
    found = [it for it in heads if carries(mark, it) and it.message_id != test_id and not it.by_desk]
    return sorted(found, key=lambda head: head.at)


def written_elsewhere(
    sent: Iterable[MailHead], came: Mapping[str, Sequence[datetime]], soon: timedelta
) -> list[WrittenElsewhere]:
    """Mails to leads that are not a desk's and left within ``soon`` of the lead, or say themselves that a machine wrote them.

    ``came`` has the moments at which leads of an address arrived.
    """
    found = []
    for head in sent:
        spans = [head.at - at for to in head.to for at in came.get(to, ()) if head.at >= at]
        if spans and not head.by_desk and (min(spans) <= soon or head.automatic):
            found.append(WrittenElsewhere(head, min(spans)))
    return sorted(found, key=lambda each: each.head.at)
