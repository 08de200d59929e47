"""Files that leave with an e-mail: kept in the encrypted store with the message, and given to its provider (FLOW-15)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.attached import Attached, LookedAt
from desk.models.attaching import looked_at, shown, too_large
from desk.models.conversation import Message, Raw
from desk.models.kept import Attachment
from desk.models.playbook import Playbook
from desk.services.aside import keep_raw
from desk.services.work import Work


def keep_files(work: Work, message: Message, files: Iterable[Attached]) -> None:
    """Keep them beside the message; the same bytes lie in the store once."""
    for position, file in enumerate(files):
        raw_id = keep_raw(work, file.data, file.media)
        work.session.add(
            Attachment(
                id=work.new_id(), message_id=message.id, position=position, name=file.name, media=file.media, size=len(file.data), raw_id=raw_id
            )
        )  # fmt: skip


def files_of(session: Session, message: Message) -> tuple[Attached, ...]:
    """What leaves with this message; only a person's e-mail carries anything."""
    if message.channel != "email" or message.author != "staff":
        return ()
    mine = select(Attachment.name, Attachment.media, Raw.body).join(Raw, Raw.id == Attachment.raw_id)
    rows = session.execute(mine.where(Attachment.message_id == message.id).order_by(Attachment.position))
    return tuple(Attached(row.name, zlib.decompress(row.body), row.media) for row in rows)


def look_at_files(
    paths: Iterable[str], pasted: Iterable[Attached], beside: tuple[Attached, ...], book: Playbook
) -> LookedAt:
    """Read files a person chose or dropped; one that is too large is not even opened. Called on a reading thread."""
    read: list[Attached] = list(pasted)
    refused: list[str] = []
    for path in map(Path, paths):
        try:
            words = (
                too_large(path.name, path.stat().st_size, book)
                if path.is_file()
                else f"{shown(path.name)} is a folder."
            )
            if words:
                refused.append(words)
            else:
                read.append(Attached(path.name, path.read_bytes()))
        except OSError as error:
            refused.append(f"{shown(path.name)} cannot be read: {error.strerror or error}.")
    found = tuple(looked_at(read, beside, book))
    refused += [words for words in found if isinstance(words, str)]
    return LookedAt(tuple(file for file in found if isinstance(file, Attached)), tuple(refused))
