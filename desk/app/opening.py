"""Opening a store: which folder, where its key is, and that nobody else has it (DESK-02, DESK-03)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk.app.keys import PASSPHRASE, Keys, keys_of, secrets_of, typed_passphrase
from desk.app.running import Running
from desk.models.errors import BadInput
from desk.models.store.connect import FILE_NAME
from desk.models.store.engine import open_file
from desk.services.adapters.awake import awake_here
from desk.services.adapters.clock import SystemClock, random_ids
from desk.services.backup import refuse_lost
from desk.services.lock import StoreLock
from desk.services.unlock import Unlocked

__all__ = ["PASSPHRASE", "Opened", "opened", "secrets_of", "standing", "typed_passphrase"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that is open and ours: the desk over it, and how it was unlocked."""

    running: Running
    unlocked: Unlocked
    folder: Path


def standing(folder: Path) -> Path:
    """A folder that holds a store: a mistyped one is said, and no new store is begun there. Raises BadInput."""
    if not (folder / FILE_NAME).exists():
        refuse_lost(folder)
        raise BadInput(
            "There is no store in this folder.",
            where=str(folder),
            do="Name its folder with --store, or open the window once to set a store up.",
        )
    return folder


@contextmanager
def opened(folder: Path, passphrase: Callable[[], str], keys: Keys | None = None) -> Iterator[Opened]:
    """The store in ``folder``, held for this process until the end. Raises DeskError in words for people.

    ``keys`` are those of a caller who needed them before; else they are fetched, once the store is held.
    """
    refuse_lost(folder)
    with ExitStack() as held:
        held.enter_context(StoreLock(folder))
        secrets, unlocked = keys or keys_of(folder, passphrase)
        running = Running(
            open_file(folder, unlocked.key), SystemClock(), random_ids, secrets, awake=awake_here()
        )
        held.callback(running.store.close)
        yield Opened(running, unlocked, folder)
