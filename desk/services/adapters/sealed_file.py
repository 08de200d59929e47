"""Secrets in a file beside the store: sealed where there is no keyring, and as they are for the demo (DESK-03)."""

from __future__ import annotations

import json
import os
import threading
from abc import ABC, abstractmethod
from pathlib import Path
from secrets import token_bytes

from desk.models.errors import NoSecrets

SEALED = "secrets.enc"
_MAGIC = b"DSK1"
_SALT, _NONCE, _KEY = 16, 12, 32
# RFC 9106, the second recommended option: argon2id in 64 MiB; about a tenth of a second.
_TIME, _MEMORY_KIB, _LANES = 3, 65536, 4


class _SecretsFile(ABC):
    """A small table of secrets in one file. Written beside and renamed: whole or not at all."""

    name = ""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()

    def get(self, key: str) -> str | None:
        """The secret, or None where there is none. Raises NoSecrets where the file cannot be opened."""
        with self._lock:
            return self._read().get(key)

    def set(self, key: str, value: str) -> None:
        """Keep a secret. Raises NoSecrets where the file cannot be opened or written."""
        with self._lock:
            self._write({**self._read(), key: value})

    def delete(self, key: str) -> None:
        """Forget a secret. Raises NoSecrets where the file cannot be opened or written."""
        with self._lock:
            held = self._read()
            if held.pop(key, None) is not None:
                self._write(held)

    def check(self) -> None:
        """Open the file, or make it. Raises NoSecrets."""
        with self._lock:
            self._write(self._read())

    def _read(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        try:
            return self._opened(self._path.read_bytes())
        except ValueError as trouble:
            raise NoSecrets(self._refusal, where=self._path.name, do=self._do) from trouble
        except OSError as trouble:
            raise _unreachable(self._path, trouble) from trouble

    def _write(self, held: dict[str, str]) -> None:
        write_private(self._path, self._closed(held))

    @abstractmethod
    def _opened(self, data: bytes) -> dict[str, str]:
        """The secrets in the file. Raises ValueError where it does not hold them."""

    @abstractmethod
    def _closed(self, held: dict[str, str]) -> bytes:
        """The secrets as the file holds them."""

    _refusal = "The file of secrets cannot be opened."
    _do = ""


class PassphraseSecrets(_SecretsFile):
    """Secrets under a passphrase that is asked at start: argon2id makes the key, AES-256-GCM seals the file."""

    name = "a file under your passphrase"
    _refusal = "The passphrase does not open the file of secrets, or the file is damaged."
    _do = "Try the passphrase again, or bring the file back from a copy, or type the recovery code."

    def __init__(self, folder: Path, passphrase: str) -> None:
        super().__init__(folder / SEALED)
        self._passphrase, self._made = passphrase.encode(), dict[bytes, bytes]()

    def _opened(self, data: bytes) -> dict[str, str]:
        from cryptography.exceptions import InvalidTag  # six megabytes that a keyring and the demo do without
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head, sealed = data[: len(_MAGIC) + _SALT], data[len(_MAGIC) + _SALT :]
        if not head.startswith(_MAGIC) or len(sealed) < _NONCE:
            raise ValueError("not a file of secrets")
        try:
            opened = AESGCM(self._key(head[len(_MAGIC) :])).decrypt(sealed[:_NONCE], sealed[_NONCE:], head)
        except InvalidTag as trouble:
            raise ValueError("not this key") from trouble
        held: dict[str, str] = json.loads(opened)
        return held

    def _closed(self, held: dict[str, str]) -> bytes:
        """Raises NoSecrets where a new file would lie under no passphrase: a seal that keeps nobody out."""
        if not self._passphrase and not self._path.exists():
            raise NoSecrets(
                "This computer has no keyring, and no passphrase was given.",
                where=self._path.name,
                do="Choose a passphrase for this store.",
            )
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        head, nonce = _MAGIC + self._salt(), token_bytes(_NONCE)
        return (
            head
            + nonce
            + AESGCM(self._key(head[len(_MAGIC) :])).encrypt(nonce, json.dumps(held).encode(), head)
        )

    def _salt(self) -> bytes:
        """The file's salt, kept over its life so that the slow key is made once."""
        try:
            return self._path.read_bytes()[len(_MAGIC) : len(_MAGIC) + _SALT]
        except FileNotFoundError:
            return token_bytes(_SALT)

    def _key(self, salt: bytes) -> bytes:
        if salt not in self._made:
            from argon2.low_level import Type, hash_secret_raw  # a keyring or the demo does without

            self._made[salt] = hash_secret_raw(
                self._passphrase, salt, _TIME, _MEMORY_KIB, _LANES, _KEY, Type.ID
            )
        return self._made[salt]


class FileKey(_SecretsFile):
    """Secrets of the demo store, as they are: a seal whose key lies beside it keeps nobody out. Not for a store with real people."""

    name = "a key file beside the demo store"
    _refusal = "The demo store's key file cannot be read."
    _do = "Start a fresh demo."

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "demo.key")

    def _opened(self, data: bytes) -> dict[str, str]:
        held: dict[str, str] = json.loads(data)
        return held

    def _closed(self, held: dict[str, str]) -> bytes:
        return json.dumps(held).encode()


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all. Raises NoSecrets."""
    beside = path.with_name(f"{path.name}.new")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as trouble:
        raise _unreachable(path, trouble) from trouble


def _unreachable(path: Path, trouble: OSError) -> NoSecrets:
    what = f"The file of secrets cannot be read or written: {trouble.strerror}."
    return NoSecrets(what, where=path.name, do="Check the disk and its permissions.")
