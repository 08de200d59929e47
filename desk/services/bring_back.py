"""Bringing a backup back as the store, without losing what outlives every backup: opt-outs and erasures (DESK-06, R3, R22)."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from desk.models.by import THE_DESK, By
from desk.models.commands import EraseCustomer, NoteRestore
from desk.models.errors import CannotOpenStore, DeskError
from desk.models.history import History
from desk.models.ids import IdSource
from desk.models.lead import Lead
from desk.models.person import Block
from desk.models.snapshots.settings import Compared, RestorePreview
from desk.models.store.connect import FILE_NAME
from desk.models.store.engine import Store, open_file, open_to_read
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
    kept, now = _outliving(folder, key), clock.now()
    restored = backup.restore(file, folder, key, now)
    with _or_put_back(folder, now), closing(open_file(folder, key)) as store:
        desk = Desk(store, clock, ids, stored_playbook(store))
        desk.run(NoteRestore(backup=file.name, backup_at=restored.last, blocks=kept.blocks, by=by))
        for customer_id in _still_known(store, kept.forgotten):
            desk.run(EraseCustomer(customer_id=customer_id, reason=_AGAIN))
    return restored


@contextmanager
def _or_put_back(folder: Path, now: datetime) -> Iterator[None]:
    """What fails after the exchange undoes it: without the opt-outs since, the desk would write to who said stop (R3)."""
    try:
        yield
    except BaseException as error:
        backup.put_back(folder, now)
        if isinstance(error, DeskError):
            raise CannotOpenStore(
                f"The backup could not be brought back: {error.what}",
                where=error.where,
                do="Mend that and try again. The store is as it was.",
            ) from error
        raise


def _outliving(folder: Path, key: bytes) -> Outliving:
    """Of the present store, as far as it can be read; nothing where there is none: then a backup is all there is."""
    if not (folder / FILE_NAME).exists():
        return Outliving()
    for opens in (
        open_file,
        open_to_read,
    ):  # a full disk or one damaged page keeps no opt-out from being read
        try:
            with closing(opens(folder, key)) as store:
                return _held_by(store)
        except (DeskError, DBAPIError) as error:
            log.warning("the store that is replaced does not open whole: %s", getattr(error, "what", error))
    log.warning("nothing could be carried over from it")
    return Outliving()


def _held_by(store: Store) -> Outliving:
    with store.reading() as session:
        blocks = tuple(_row(block) for block in session.scalars(select(Block)))
        forgotten = session.scalars(select(History.lead_id).where(History.kind == "erased"))
        return Outliving(blocks, frozenset(lead for lead in forgotten if lead))


def _row(block: Block) -> dict[str, Any]:
    return {column.key: getattr(block, column.key) for column in Block.__table__.columns}


def _still_known(store: Store, leads: Iterable[str]) -> list[str]:
    """The customers of leads that a later store had forgotten and this one has not."""
    with store.reading() as session:
        again = set(session.scalars(select(History.lead_id).where(History.kind == "erased")))
        wanted = [lead for lead in leads if lead not in again]
        return sorted(set(session.scalars(select(Lead.customer_id).where(Lead.id.in_(wanted)))))
