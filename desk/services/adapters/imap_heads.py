"""The heads of mails in a folder: who wrote to whom, about what, in answer to what; no body is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import getaddresses

from desk.models.intake.second_answer import MailHead
from desk.services.adapters.imap_wire import Fetched, ImapLine, fetched
from desk.services.adapters.mime import DESK_MARK, PRESENT

_MOST = 200
_FIELDS = ("From", "To", "Cc", "Reply-To", "Subject", "Message-ID", "In-Reply-To", "References", "Auto-Submitted", "X-Autoreply", "X-Autorespond", DESK_MARK, PRESENT)  # fmt: skip
_PARSER: BytesHeaderParser[EmailMessage] = BytesHeaderParser(policy=policy.default)


def heads_in(line: ImapLine, uids: list[int], since: datetime) -> Iterator[MailHead]:
    """The heads of the newest mails among ``uids`` that the server took at ``since`` or later. The folder is selected."""
    if not uids:
        return
    wanted = ",".join(map(str, uids[-_MOST:]))
    _, data = line.uid("FETCH", wanted, f"(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS ({' '.join(_FIELDS)})])")
    for one in fetched(data):
        if one.at is not None and one.literal and one.at >= since:
            yield _head(one, one.at)


def _head(one: Fetched, at: datetime) -> MailHead:
    message = _PARSER.parsebytes(one.literal or b"")
    said = str(message["Auto-Submitted"] or "no").strip().lower()
    machine = any(message[name] for name in ("X-Autoreply", "X-Autorespond"))
    return MailHead(
        message_id=str(message["Message-ID"] or "").strip(),
        sender=next(iter(_addresses(message, "From")), ""),
        to=tuple(_addresses(message, "To", "Cc")),
        subject=str(message["Subject"] or ""),
        answers=tuple(f"{message['In-Reply-To'] or ''} {message['References'] or ''}".split()),
        at=at,
        by_desk=bool(message[DESK_MARK] or message[PRESENT]),
        automatic=machine or said != "no",
    )


def _addresses(message: EmailMessage, *names: str) -> Iterator[str]:
    told = [str(value) for name in names for value in message.get_all(name, [])]
    yield from (address.lower() for _, address in getaddresses(told) if "@" in address)
