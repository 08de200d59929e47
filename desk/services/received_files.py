"""Files that came with a customer's email: named in the conversation, read out of the email as it is kept (FLOW-15)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from desk.models.attached import Attached
from desk.models.attaching import MEGABYTE, shown
from desk.models.conversation import Message, Raw
from desk.models.intake.mime import parse
from desk.models.kept import Attachment
from desk.services.work import Work

_KB = MEGABYTE // 1000
#: What mail programs pack in beside what the customer wrote and chose.
_OF_THE_PROGRAM = (
    "text/calendar",
    "application/pkcs7-signature",
    "application/pgp-signature",
    "application/ms-tnef",
)


def name_received(work: Work, message: Message) -> None:
    """Name the files of this email beside it. Their bytes stay where they are, in the email that is kept."""
    raw = work.session.get(Raw, message.raw_id)
    if raw is None:
        return
    least = work.book.number("attach.signature_kb") * _KB
    for position, file in enumerate(files_in(zlib.decompress(raw.body))):
        logo = file.media.startswith("image/") and len(file.data) < least
        if file.data and not logo and file.media not in _OF_THE_PROGRAM:
            work.session.add(
                Attachment(
                    id=work.new_id(), message_id=message.id, position=position, name=shown(file.name), media=file.media, size=len(file.data),
                    raw_id=raw.id,
                )
            )  # fmt: skip


def files_in(mail: bytes) -> Iterator[Attached]:
    """Every part of an email that is no text of its own, in the order they stand."""
    parsed = parse(mail)
    attached = (part for part in parsed.parts if part.attached) if parsed is not None else ()
    return (Attached(part.name or "file", part.data, part.type) for part in attached)
