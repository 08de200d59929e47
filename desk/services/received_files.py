"""Files that came from a customer: named in the conversation, and kept in the email or beside the text they came with (FLOW-15)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import func, select, text

from desk.models.attached import Attached
from desk.models.attaching import KINDS, MEGABYTE, fitting_name, kind_of, shown
from desk.models.conversation import Arrival, Message, Quarantine, Raw
from desk.models.intake.mail import holds_adf
from desk.models.intake.mime import parse
from desk.models.kept import AWAITED, Attachment
from desk.models.lead import Lead
from desk.models.store.engine import Store
from desk.services.aside import keep_raw
from desk.services.work import Work

WHOLE_MAIL = "message/rfc822"
_KB = MEGABYTE // 1000
_UNKNOWN = "application/octet-stream"
#: What mail programs and phones pack in beside what the customer wrote and chose.
_OF_THE_PROGRAM = (
    "text/calendar",
    "application/pkcs7-signature",
    "application/pgp-signature",
    "application/ms-tnef",
    "application/smil",
)


def name_received(
    work: Work, raw_id: str | None, *, message_id: str | None = None, lead_id: str | None = None
) -> int:
    """Name the files of a kept email beside its message or, of an inquiry, its lead; how many. Their bytes stay where they are."""
    raw = work.session.get(Raw, raw_id)
    if raw is None or raw.media != WHOLE_MAIL:
        return 0
    least = work.book.number("attach.signature_kb") * _KB
    named = [
        Attachment(
            id=work.new_id(), message_id=message_id, lead_id=lead_id, position=position, name=shown(file.name), media=file.media,
            size=len(file.data), raw_id=raw.id,
        )
        for position, file in enumerate(files_in(zlib.decompress(raw.body)))
        if _is_chosen(file, least)
    ]  # fmt: skip
    work.session.add_all(named)
    return len(named)


def _is_chosen(file: Attached, least: float) -> bool:
    """Whether the customer sent it: not a logo under so many bytes, not what their program packed in, not the inquiry itself."""
    logo = file.media.startswith("image/") and len(file.data) < least
    return bool(file.data) and not logo and file.media not in _OF_THE_PROGRAM and not holds_adf(file.data)


def files_in(mail: bytes) -> Iterator[Attached]:
    """Every part of an email that is no text of its own, in the order they stand."""
    parsed = parse(mail)
    attached = (part for part in parsed.parts if part.attached) if parsed is not None else ()
    return (Attached(part.name or "file", part.data, part.type) for part in attached)


# --- what came with a text ---


def await_files(work: Work, sid: str, *, message_id: str | None = None, lead_id: str | None = None) -> None:
    """Files came with this text and are still at the provider; the conversation says so until they are here."""
    work.session.add(
        Attachment(
            id=work.new_id(), message_id=message_id, lead_id=lead_id, name="", media="", size=0, raw_id="", awaited=sid
        )
    )  # fmt: skip


def name_kept_aside(
    work: Work, row: Quarantine, *, message_id: str | None = None, lead_id: str | None = None
) -> None:
    """What was set aside has found its lead, and so have its files; those of a text are fetched now.

    Two texts that came in one moment with the same words cannot be told apart: then nothing is fetched.
    """
    name_received(work, row.raw_id, message_id=message_id, lead_id=lead_id)
    texts = select(Arrival.key).where(
        Arrival.origin == "text", Arrival.raw_id == row.raw_id, Arrival.at == row.received_at
    )
    keys = work.session.scalars(texts.where(Arrival.reason == CAME_WITH_FILES)).all()
    if row.origin == "text" and len(keys) == 1:
        await_files(work, keys[0].removeprefix("text:"), message_id=message_id, lead_id=lead_id)


CAME_WITH_FILES = "Files came with it"


def awaited_files(store: Store) -> Mapping[str, datetime]:
    """The texts whose files are not here yet, oldest first, and when they came."""
    came = func.coalesce(Message.at, Lead.received_at).label("came")
    waiting = (
        select(Attachment.awaited, came)
        .outerjoin(Message, Message.id == Attachment.message_id)
        .outerjoin(Lead, Lead.id == Attachment.lead_id)
        .where(text(AWAITED))
    )
    with store.reading() as session:
        return {row.awaited: row.came for row in session.execute(waiting.order_by(came))}


def keep_text_files(work: Work, waiting: Attachment, files: Iterable[Attached]) -> None:
    """Put what was fetched in the place of the row that waited. What a file is, its bytes say; its number is its name."""
    work.session.delete(waiting)
    kept = [file for file in files if file.media not in _OF_THE_PROGRAM]
    for number, file in enumerate(kept, start=1):
        kind = KINDS.get(kind_of(file.data))
        media = kind.media if kind is not None else _UNKNOWN
        words = f"{kind.words[:1].upper()}{kind.words[1:]} {number}" if kind is not None else f"File {number}"
        work.session.add(
            Attachment(
                id=work.new_id(), message_id=waiting.message_id, lead_id=waiting.lead_id, position=number, media=media, size=len(file.data),
                name=fitting_name(words, kind) if kind is not None else words, raw_id=keep_raw(work, file.data, media) if file.data else "",
            )
        )  # fmt: skip
