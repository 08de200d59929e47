"""Opening a store: which folder, where its key is, and that nobody else has it (DESK-02, DESK-03)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from desk.app.running import Running
from desk.models.errors import NoSecrets
from desk.models.store.engine import open_file
from desk.services.adapters.clock import SystemClock, random_ids
from desk.services.adapters.keyring_secrets import KeyringSecrets
from desk.services.adapters.sealed_file import SEALED, FileKey, PassphraseSecrets
from desk.services.ports import Secrets
from desk.services.unlock import StoreLock, Unlocked, choose_secrets, unlock

PASSPHRASE = "SALES_DESK_PASSPHRASE"


@dataclass(frozen=True, slots=True)
class Opened:
    """A store that is open and ours: the desk over it, and how it was unlocked."""

    running: Running
    unlocked: Unlocked
    folder: Path


def secrets_of(folder: Path, passphrase: Callable[[], str]) -> Secrets:
    """The keyring or, where there is none, a file under a passphrase; the demo store has its own key beside it."""
    if (folder / "demo.key").exists():
        return FileKey(folder)
    return choose_secrets(
        folder, _keyring, lambda: PassphraseSecrets(folder, passphrase()), sealed_file=SEALED
    )


def _keyring() -> Secrets:
    found = KeyringSecrets()
    found.check()
    return found


@contextmanager
def opened(folder: Path, passphrase: Callable[[], str]) -> Iterator[Opened]:
    """The store in ``folder``, held for this process until the end. Raises DeskError in words for people."""
    with ExitStack() as held:
        held.enter_context(StoreLock(folder))
        secrets = secrets_of(folder, passphrase)
        unlocked = unlock(folder, secrets)
        running = Running(open_file(folder, unlocked.key), SystemClock(), random_ids, secrets)
        held.callback(running.store.close)
        yield Opened(running, unlocked, folder)


def typed_passphrase() -> str:
    """The passphrase from the environment, or asked on the terminal. Raises NoSecrets where nobody can be asked."""
    if told := os.environ.get(PASSPHRASE):
        return told
    if sys.stdin is not None and sys.stdin.isatty():
        return getpass("Passphrase of this store: ")
    raise NoSecrets(
        "There is no system keyring here, and no passphrase was given.", where="keyring",
        do=f"Unlock the keyring, or set {PASSPHRASE} for this command.",
    )  # fmt: skip
