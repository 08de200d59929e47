"""Where this computer keeps a store's secrets, and the store's key; nothing of the engine is imported for it (DESK-03)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desk.models.errors import NoSecrets
from desk.models.store.connect import FILE_NAME
from desk.services.unlock import Unlocked, choose_secrets, unlock

if TYPE_CHECKING:  # the ports bring every line's words along
    from desk.services.ports import Secrets

PASSPHRASE = "SALES_DESK_PASSPHRASE"
DEMO_KEY, SEALED = "demo.key", "secrets.enc"


class Keys(NamedTuple):
    """The place for secrets, and what it gave."""

    secrets: Secrets
    unlocked: Unlocked


def keys_of(folder: Path, passphrase: Callable[[], str]) -> Keys:
    """The key of the store in ``folder``; a new one for a new store. Raises NoSecrets. May wait for the keyring."""
    secrets = secrets_of(folder, passphrase)
    return Keys(secrets, unlock(folder, secrets))


def secrets_of(folder: Path, passphrase: Callable[[], str]) -> Secrets:
    """The keyring or, where there is none, a file under a passphrase; the demo store has its own key beside it."""
    if (folder / DEMO_KEY).exists():
        from desk.services.adapters.sealed_file import FileKey

        return FileKey(folder)
    is_new = not (folder / FILE_NAME).exists()
    return choose_secrets(
        folder, lambda: _keyring(is_new), lambda: _sealed(folder, passphrase), sealed_file=SEALED
    )


def place_for_key(folder: Path, passphrase: Callable[[], str]) -> Secrets:
    """Where a key that was lost is kept anew: the file that lies there, else the keyring, else a file under a passphrase."""
    if (folder / DEMO_KEY).exists() or (folder / SEALED).exists():
        return secrets_of(folder, passphrase)
    try:
        return _keyring(is_new=True)
    except NoSecrets:
        return _sealed(folder, passphrase)


def _keyring(is_new: bool) -> Secrets:
    """The keyring; for a new store it is tried first. Where a store is, its key is the trial."""
    from desk.services.adapters.keyring_secrets import KeyringSecrets

    found = KeyringSecrets()
    if is_new:
        found.check()
    return found


def _sealed(folder: Path, passphrase: Callable[[], str]) -> Secrets:
    from desk.services.adapters.sealed_file import PassphraseSecrets

    return PassphraseSecrets(folder, passphrase())


def typed_passphrase() -> str:
    """The passphrase from the environment, or asked on the terminal. Raises NoSecrets where nobody can be asked."""
    if told := os.environ.get(PASSPHRASE):
        return told
    if sys.stdin is not None and sys.stdin.isatty():
        from getpass import getpass

        return getpass("Passphrase of this store: ")
    raise NoSecrets(
        "There is no system keyring here, and no passphrase was given.", where="keyring",
        do=f"Unlock the keyring, or set {PASSPHRASE} for this command.",
    )  # fmt: skip
