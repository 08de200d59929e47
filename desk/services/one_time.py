"""Codes from a person's phone (RFC 6238) and recovery codes for when it is lost (R22).

The secret lies in the encrypted store and is shown once; of recovery codes only salted hashes are kept.
"""

from __future__ import annotations

import secrets
from base64 import b32decode, b32encode
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, TypeAlias

from desk.models.snapshots.sign_in import NewCodes

if TYPE_CHECKING:  # eleven megabytes that only a desk with codes needs
    from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

    Algorithm: TypeAlias = SHA1 | SHA256 | SHA512

STEP = timedelta(seconds=30)
DIGITS = 6
_SECRET_BYTES, _RECOVERY_BYTES = (
    20,
    10,
)  # RFC 4226 asks for 160 bits; 80 bits of a recovery code cannot be guessed
_ISSUER = "Sales Desk"
Kept = dict[str, Any]


def fresh(name: str, store: str, count: int) -> tuple[NewCodes, Kept]:
    """A new second factor: what is shown once, and what is kept of it."""
    secret, salt = secrets.token_bytes(_SECRET_BYTES), secrets.token_hex(8)
    recovery = tuple(_grouped(secrets.token_bytes(_RECOVERY_BYTES)) for _ in range(count))
    text = b32encode(secret).decode()
    uri = _totp(secret).get_provisioning_uri(f"{name} ({store})" if store else name, _ISSUER)
    kept = {"secret": text, "salt": salt, "recovery": [_hashed(code, salt) for code in recovery], "last": 0}
    return NewCodes(" ".join(text[at : at + 4] for at in range(0, len(text), 4)), uri, recovery), kept


def code_at(secret: bytes, moment: datetime, digits: int = DIGITS, algorithm: Algorithm | None = None) -> str:
    """The code that a phone shows at ``moment`` (aware)."""
    return _totp(secret, digits, algorithm).generate(int(moment.timestamp())).decode()


def used(kept: Mapping[str, Any], code: str, now: datetime, slack: int) -> Kept | None:
    """What is kept once ``code`` was used: None where it is not right, or was used before.

    ``slack``: how many half minutes the phone's clock may be off. A code of an earlier step than the last one used is refused, so
    that none works twice (RFC 6238, section 5.2).
    """
    typed = "".join(code.split()).upper()
    if typed.isdigit() and len(typed) == DIGITS:
        return _by_phone(kept, typed, now, slack)
    mark = _hashed(typed, kept["salt"])
    found = [each for each in kept["recovery"] if compare_digest(each, mark)]
    left = [each for each in kept["recovery"] if each not in found]
    return {**kept, "recovery": left} if found else None


def _by_phone(kept: Mapping[str, Any], typed: str, now: datetime, slack: int) -> Kept | None:
    secret, here = b32decode(kept["secret"]), int(now.timestamp()) // int(STEP.total_seconds())
    for step in range(here - slack, here + slack + 1):
        shown = _totp(secret).generate(step * int(STEP.total_seconds())).decode()
        if step > kept["last"] and compare_digest(shown, typed):
            return {**kept, "last": step}
    return None


def _totp(secret: bytes, digits: int = DIGITS, algorithm: Algorithm | None = None) -> TOTP:
    from cryptography.hazmat.primitives.hashes import SHA1
    from cryptography.hazmat.primitives.twofactor.totp import TOTP

    # SHA-1 is what every phone's program speaks; here it is a keyed hash, where its weakness does not count.
    return TOTP(secret, digits, algorithm or SHA1(), int(STEP.total_seconds()))


def _grouped(random: bytes) -> str:
    text = b32encode(random).decode()
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def _hashed(code: str, salt: str) -> str:
    """Of a long random code a plain salted hash is enough: there is no list of likely ones to try."""
    bare = code.replace("-", "").strip().upper()
    return blake2b(bare.encode(), key=salt.encode(), digest_size=20).hexdigest()
