"""Where the store's key comes from, and that one desk at a time uses the store (DESK-03, DESK-02).

The key is 32 random bytes. It is kept in the system's keyring or, where there is none, in a file under a
passphrase; never in the open. What cannot be read is never replaced: the printed recovery code brings the
store back.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

from desk.models.errors import BadInput, CannotOpenStore, NoSecrets
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.services.lock import LOCK_FILE, StoreLock

if TYPE_CHECKING:  # the ports bring every line's words along; the first board is read without them
    from desk.services.ports import Secrets

__all__ = [
    "LOCK_FILE",
    "MARK_FILE",
    "StoreLock",
    "Unlocked",
    "check_key",
    "choose_secrets",
    "key_of_code",
    "recover",
    "recovery_code",
    "unlock",
]

MARK_FILE = "desk.id"
_KEY, _SUM, _GROUP = 32, 3, 4
_LOOKALIKES = str.maketrans("018", "OIB")  # digits that the code's alphabet does not have
_ASK_CODE = "Type the printed recovery code: open the window, or run desk recover."


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A store's key and the place it is kept in; ``is_new`` when it was made just now."""

    key: bytes
    kept_in: str
    is_new: bool = False

    @property
    def recovery_code(self) -> str:
        """The key as a person can print and type it."""
        return recovery_code(self.key)


def unlock(folder: Path, secrets: Secrets) -> Unlocked:
    """The key of the store in ``folder``; a new one for a new store.

    Raises NoSecrets when the store exists and its key is missing or unreadable: nothing is replaced then.
    """
    entry = _entry(folder, make=not _has_store(folder))
    kept = secrets.get(entry)
    if kept is not None:
        return Unlocked(_key_kept(kept, secrets), secrets.name)
    if _has_store(folder):
        raise NoSecrets("The key of this store is not there.", where=secrets.name, do=_ASK_CODE)
    from secrets import token_bytes

    key = token_bytes(_KEY)
    _keep(secrets, entry, key)
    return Unlocked(key, secrets.name, is_new=True)


def recover(folder: Path, secrets: Secrets, code: str) -> Unlocked:
    """Open the store in ``folder`` by its recovery code, and keep the key again where none is kept.

    An entry that is there but cannot be read stays as it is. Raises BadInput for a mistyped code and
    CannotOpenStore when it belongs to another store.
    """
    key = key_of_code(code)
    check_key(folder / FILE_NAME, key)
    entry = _entry(folder, make=True)
    with suppress(NoSecrets):
        if secrets.get(entry) is None:
            _keep(secrets, entry, key)
    return Unlocked(key, secrets.name)


def check_key(path: Path, key: bytes) -> None:
    """Raise CannotOpenStore unless ``key`` opens the file at ``path``."""
    try:
        raw_connection(path, key, read_only=True).close()
    except sqlcipher.Error as error:
        raise CannotOpenStore(
            "This key does not open the store.",
            where=str(path),
            do="It may belong to another store; look for its own code.",
        ) from error


def choose_secrets(
    folder: Path, keyring: Callable[[], Secrets], sealed: Callable[[], Secrets], *, sealed_file: str
) -> Secrets:
    """The keyring, or the sealed file where this store has one already or a new store finds no keyring.

    A store whose key is in a keyring that refuses today is not moved to another place: NoSecrets is raised.
    """
    if (folder / sealed_file).exists():
        return sealed()
    try:
        return keyring()
    except NoSecrets as error:
        if _has_store(folder):
            raise NoSecrets(
                error.what,
                where=error.where or "keyring",
                do=f"Unlock the system keyring, or put {sealed_file} back beside the store. {_ASK_CODE}",
            ) from error
        return sealed()


def recovery_code(key: bytes) -> str:
    """A key as fourteen groups of four letters and digits, with a check against mistyping."""
    import base64

    text = base64.b32encode(key + _checksum(key)).decode().rstrip("=")
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def key_of_code(code: str) -> bytes:
    """The key of a typed code; blanks, dashes, case and look-alikes do not matter. Raises BadInput."""
    import base64

    text = "".join(code.split()).replace("-", "").upper().translate(_LOOKALIKES)
    try:
        data = base64.b32decode(text + "=" * (-len(text) % 8))
    except ValueError as error:
        raise _mistyped() from error
    key, check = data[:_KEY], data[_KEY:]
    if len(data) != _KEY + _SUM or check != _checksum(key):
        raise _mistyped()
    return key


def _entry(folder: Path, *, make: bool) -> str:
    """The name of the key's entry: a mark beside each store tells them apart, also after a move."""
    mark = folder / MARK_FILE
    if make and not mark.exists():
        from secrets import token_hex

        folder.mkdir(parents=True, exist_ok=True)
        mark.write_text(token_hex(8), encoding="ascii")
    if not mark.exists():
        raise NoSecrets("The mark that names this store's key is missing.", where=str(mark), do=_ASK_CODE)
    return f"store.key.{mark.read_text(encoding='ascii').strip()}"


def _has_store(folder: Path) -> bool:
    return (folder / FILE_NAME).exists()


def _key_kept(kept: str, secrets: Secrets) -> bytes:
    try:
        key = bytes.fromhex(kept)
    except ValueError:
        key = b""
    if len(key) != _KEY:
        raise NoSecrets(
            "The key of this store is there but cannot be read. It was left as it is.",
            where=secrets.name,
            do=_ASK_CODE,
        )
    return key


def _keep(secrets: Secrets, entry: str, key: bytes) -> None:
    """Keep a key and read it back: a place that forgets would lock the store for good."""
    secrets.set(entry, key.hex())
    if secrets.get(entry) != key.hex():
        raise NoSecrets(
            "The place for secrets does not give back what it was given.",
            where=secrets.name,
            do="Choose a passphrase for this desk instead.",
        )


def _checksum(key: bytes) -> bytes:
    from hashlib import blake2b

    return blake2b(key, digest_size=_SUM, person=b"desk recovery").digest()


def _mistyped() -> BadInput:
    return BadInput(
        "This is not a whole recovery code.",
        do="Compare it with the printed one, group by group, and type it again.",
    )
