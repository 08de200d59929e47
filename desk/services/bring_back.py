"""Bringing a backup back as the store, without losing what outlives every backup: opt-outs and erasures (DESK-06, R3, R22)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from desk.models.by import THE_DESK, By
from desk.models.commands import EraseCustomer, NoteRestore
from desk.models.errors import DeskError
from desk.models.history import History
from desk.models.ids import IdSource
from desk.models.lead import Lead
from desk.models.person import Block
from desk.models.snapshots.settings import Compared, RestorePreview
from desk.models.store.connect import FILE_NAME
from desk.models.store.engine import Store, open_file
from desk.models.time import Clock
from desk.services import backup
from desk.services.backup import Backup
from desk.services.desk import Desk
from desk.services.rulebook import stored_playbook

log = logging.getLogger("desk.restore")
_TOLD = ("lead", "customer", "message", "log", "block", "history")
_AGAIN = "They were forgotten before; the backup that was brought back is older"


@dataclass(frozen=True, slots=True)
class Outliving:
    """What a store knows that no older copy may undo: its blocks, and the leads whose customers were forgotten."""

    blocks: tuple[Mapping[str, Any], ...] = ()
    forgotten: frozenset[str] = frozenset()


def preview(file: Path, folder: Path, key: bytes) -> RestorePreview:
    """Read all of a backup and hold it beside the store in ``folder``. Raises CannotOpenStore where it is not good."""
    proven = backup.verify(file, key)
    here, last_here = backup.held(folder / FILE_NAME, key)
    counts = tuple(Compared(kind, proven.counts[kind], here[kind]) for kind in _TOLD)
    return RestorePreview(str(file), file.name, counts, proven.last, last_here, proven.changed)


def bring_back(
    file: Path, folder: Path, key: bytes, clock: Clock, ids: IdSource, by: By = THE_DESK
) -> Backup:
    """Put a backup in the place of the store, which is kept beside it, and write down in it that this was done.

    Nobody may have the store open. Opt-outs since the backup are carried over, who was forgotten since is forgotten again,
    and the assistant rests until a person lets it go on. Raises CannotOpenStore; the present store is then untouched.
    """
    kept = _outliving(folder, key)
    restored = backup.restore(file, folder, key, clock.now())
    store = open_file(folder, key)
    try:
        desk = Desk(store, clock, ids, stored_playbook(store))
        desk.run(NoteRestore(backup=file.name, backup_at=restored.last, blocks=kept.blocks, by=by))
        for customer_id in _still_known(store, kept.forgotten):
            desk.run(EraseCustomer(customer_id=customer_id, reason=_AGAIN))
    finally:
        store.close()
    return restored


def _outliving(folder: Path, key: bytes) -> Outliving:
    """Of the present store; nothing where there is none, or none that can be read: then a backup is all there is."""
    if not (folder / FILE_NAME).exists():
        return Outliving()
    try:
        store = open_file(folder, key)
    except DeskError as error:
        log.warning("nothing could be carried over from the store that is replaced: %s", error.what)
        return Outliving()
    try:
        with store.reading() as session:
            blocks = tuple(_row(block) for block in session.scalars(select(Block)))
            forgotten = session.scalars(select(History.lead_id).where(History.kind == "erased"))
            return Outliving(blocks, frozenset(lead for lead in forgotten if lead))
    finally:
        store.close()


def _row(block: Block) -> dict[str, Any]:
    return {column.key: getattr(block, column.key) for column in Block.__table__.columns}


def _still_known(store: Store, leads: Iterable[str]) -> list[str]:
    """The customers of leads that a later store had forgotten and this one has not."""
    with store.reading() as session:
        again = set(session.scalars(select(History.lead_id).where(History.kind == "erased")))
        wanted = [lead for lead in leads if lead not in again]
        return sorted(set(session.scalars(select(Lead.customer_id).where(Lead.id.in_(wanted)))))
