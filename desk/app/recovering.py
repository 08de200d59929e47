"""The recovery code: printed while all is well, typed where a store's key was lost (DESK-03)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from desk.app.keys import Keys, place_for_key
from desk.models.errors import CannotOpenStore, NoSecrets
from desk.services.unlock import recover, unlock


def run_recovery_code(options: argparse.Namespace) -> int:
    """Print the store's code; that it was printed stands in the record."""
    from desk.app.folder import store_folder
    from desk.app.opening import opened, standing, typed_passphrase
    from desk.models.by import By
    from desk.models.commands import NoteExport
    from desk.models.words import RECOVERY_CODE

    with opened(standing(store_folder(options.store)), typed_passphrase) as found:
        by = By("system", name="the command line")
        found.running.desk.run(NoteExport(what=RECOVERY_CODE, rows=1, customers=0, by=by))
        print(found.unlocked.recovery_code)
    print("Keep it where neither this computer nor its backups are. It opens both.", file=sys.stderr)
    return 0


def run_recover(options: argparse.Namespace) -> int:
    """Open a store by its code and keep the key on this computer again."""
    from desk.app.folder import store_folder
    from desk.app.opening import standing, typed_passphrase
    from desk.services.lock import StoreLock

    folder = standing(store_folder(options.store))
    with StoreLock(folder):
        keys = keys_of_code(folder, _typed_code(), typed_passphrase)
        _see_kept(folder, keys)
    print(f"The code opens the store; its key is kept in {keys.unlocked.kept_in} again.", file=sys.stderr)
    return 0


def keys_of_code(folder: Path, code: str, passphrase: Callable[[], str]) -> Keys:
    """The key that a typed code is, kept here again where none is. Raises BadInput, CannotOpenStore and NoSecrets."""
    place = place_for_key(folder, passphrase)
    return Keys(place, recover(folder, place, code))


def _see_kept(folder: Path, keys: Keys) -> None:
    """What cannot be read is never replaced, so the next start might still not find the key. Raises CannotOpenStore."""
    try:
        kept = unlock(folder, keys.secrets).key
    except NoSecrets:
        kept = b""
    if kept != keys.unlocked.key:
        raise CannotOpenStore(
            f"The code opens the store, but {keys.secrets.name} holds something else and was left as it is.",
            where=str(folder),
            do="Move that entry or file away, then run desk recover again.",
        )


def _typed_code() -> str:
    """From the terminal or a pipe; never an argument, which would stay in the shell's memory."""
    if sys.stdin.isatty():
        print("Recovery code:", end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline()
