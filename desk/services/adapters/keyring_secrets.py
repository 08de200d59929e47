"""The operating system's keyring (``ports.Secrets``), tried for real before it is trusted (DESK-03)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from secrets import token_hex
from typing import TypeVar

from keyring.backend import KeyringBackend
from keyring.core import load_env, load_keyring
from keyring.errors import KeyringError, PasswordDeleteError

from desk.models.errors import NoSecrets

T = TypeVar("T")

_SERVICE = "Sales Desk"
_BACKENDS = {
    "darwin": ("macOS.Keyring",),
    "win32": ("Windows.WinVaultKeyring",),
    "linux": ("SecretService.Keyring", "kwallet.DBusKeyring"),
}
_PART = 1000  # Windows keeps at most 1,280 characters an entry; an OAuth token can be longer
_PARTED = "parts:"
_DO = "Unlock or install the system keyring, or choose a passphrase for this desk."


class KeyringSecrets:
    """Secrets in the system keyring under the service ``Sales Desk``.

    Raises NoSecrets from every call where the keyring is missing, locked or refuses; an entry that cannot be
    read is never replaced by anyone but the caller of ``set``.
    """

    def __init__(self, backend: KeyringBackend | None = None, *, service: str = _SERVICE) -> None:
        self._backend, self._service = backend or _system_backend(), service
        self.name = self._backend.name

    def get(self, key: str) -> str | None:
        """The secret, or None where there is none."""
        head = self._held(key)
        if head is None or not head.startswith(_PARTED):
            return head
        parts = [self._held(_part(key, number)) for number in range(int(head.removeprefix(_PARTED)))]
        if None in parts:
            raise NoSecrets(
                "A secret in the system keyring is not complete.", do="Sign in again in Settings."
            )
        return "".join(part for part in parts if part)

    def set(self, key: str, value: str) -> None:
        """Keep a secret; a long one in several entries."""
        parts = [value[start : start + _PART] for start in range(0, len(value), _PART)]
        if len(parts) > 1 or value.startswith(_PARTED):
            for number, part in enumerate(parts):
                self._put(_part(key, number), part)
            value = f"{_PARTED}{len(parts)}"
        self._put(key, value)

    def delete(self, key: str) -> None:
        """Forget a secret; one that is not there is forgotten already."""
        head = self._held(key) or ""
        count = int(head.removeprefix(_PARTED)) if head.startswith(_PARTED) else 0
        for each in (key, *(_part(key, number) for number in range(count))):
            self._ask(partial(self._remove, each))

    def check(self) -> None:
        """Keep, read back and forget a trial secret. Raises NoSecrets: one may be there and refuse."""
        key, value = f"trial-{token_hex(4)}", token_hex(16)
        self.set(key, value)
        try:
            if self.get(key) != value:
                raise NoSecrets(
                    "The system keyring does not give back what it was given.", where=self.name, do=_DO
                )
        finally:
            self.delete(key)

    def _held(self, key: str) -> str | None:
        return self._ask(lambda: self._backend.get_password(self._service, key))

    def _put(self, key: str, value: str) -> None:
        self._ask(lambda: self._backend.set_password(self._service, key, value))

    def _remove(self, key: str) -> None:
        with suppress(PasswordDeleteError):
            self._backend.delete_password(self._service, key)

    def _ask(self, act: Callable[[], T]) -> T:
        """Run ``act``; the backends let errors of their own libraries through, so all are caught here."""
        try:
            return act()
        except NoSecrets:
            raise
        except Exception as trouble:
            raise NoSecrets("The system keyring refuses.", where=self.name, do=_DO) from trouble


def _part(key: str, number: int) -> str:
    return f"{key}#{number}"


def _system_backend() -> KeyringBackend:
    """The system's keyring by name: the library's own search reads every installed package first.

    The library's environment variable comes before. Never one that keeps secrets in the open.
    """
    if os.environ.get("PYTHON_KEYRING_BACKEND"):
        named: KeyringBackend | None = load_env()
        if named is not None:
            return named
    for name in _BACKENDS.get(sys.platform, ()):
        with suppress(KeyringError, RuntimeError, ImportError, OSError):
            return load_keyring(f"keyring.backends.{name}")
    raise NoSecrets("This computer has no keyring to keep secrets in.", do=_DO)
