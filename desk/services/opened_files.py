"""Files of a conversation outside the encrypted store: put down for the computer's own program, or saved where a person says (FLOW-15).

What is put down lies beside the store, readable by this account alone, and is swept up.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zlib
from datetime import datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models.attached import Attached, PutDown
from desk.models.attaching import name_to_open, shown, why_not_opened
from desk.models.conversation import Message, Raw
from desk.models.kept import Attachment
from desk.services.received_files import WHOLE_MAIL, files_in

_LEAD_ID = func.coalesce(Message.lead_id, Attachment.lead_id)
_FILE = (
    select(Attachment.name, Attachment.media, Attachment.position, _LEAD_ID.label("lead_id"), Raw.body, Raw.media.label("kept_as"))
    .join(Raw, Raw.id == Attachment.raw_id)
    .outerjoin(Message, Message.id == Attachment.message_id)
)  # fmt: skip
GONE = "This file is no longer kept."


def opened_folder(store: Path) -> Path:
    """Where the files of a store, which lies in folder ``store``, are while another program has them open."""
    return store / "opened"


def file_of(session: Session, file_id: str) -> tuple[str, Attached] | None:
    """The lead of a file, and the file; None where it is no longer kept."""
    row = session.execute(_FILE.where(Attachment.id == file_id)).one_or_none()
    if row is None:
        return None
    data = zlib.decompress(row.body)
    if row.kept_as != WHOLE_MAIL:
        return row.lead_id, Attached(row.name, data, row.media)
    inside = next(islice(files_in(data), row.position, None), None)
    return (row.lead_id, Attached(row.name, inside.data, row.media)) if inside is not None else None


def put_down(folder: Path, file: Attached) -> PutDown:
    """Put a file where another program can read it. What could do harm is put down nowhere."""
    name = name_to_open(file)
    if not name:
        return PutDown(words=why_not_opened(file))
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        place = Path(tempfile.mkdtemp(dir=folder)) / name
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(file.data)
    except OSError as error:
        return PutDown(words=f"{name} could not be opened: {error.strerror or error}.")
    return PutDown(path=str(place))


def save(place: Path, file: Attached) -> str:
    """Write a file whole or not at all; answers why not, "" when it stands there."""
    part = place.with_name(f".{place.name}.part")
    try:
        part.write_bytes(file.data)
        part.replace(place)
    except OSError as error:
        part.unlink(missing_ok=True)
        return f"{shown(file.name)} was not saved: {error.strerror or error}. Choose another place."
    return ""


def sweep(folder: Path, before: datetime | None = None) -> None:
    """Take away what was put down, or only what was put down ``before``. What another program still holds is left for the next time."""
    for place in folder.iterdir() if folder.is_dir() else ():
        if before is None or place.stat().st_mtime < before.timestamp():
            shutil.rmtree(place, ignore_errors=True)
