"""Codes from a phone are those of RFC 6238, and no code works twice (R22)."""

from __future__ import annotations

from base64 import b32decode
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.services import one_time

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04")]
_SEED = "12345678901234567890"
#: Appendix B of RFC 6238: seconds since 1970, then the codes for SHA-1, SHA-256 and SHA-512.
VECTORS = [
    (59, "94287082", "46119246", "90693936"),
    (1111111109, "07081804", "68084774", "25091201"),
    (1111111111, "14050471", "67062674", "99943326"),
    (1234567890, "89005924", "91819424", "93441116"),
    (2000000000, "69279037", "90698825", "38618901"),
    (20000000000, "65353130", "77737706", "47863826"),
]
NOW = datetime(2026, 3, 3, 17, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(("seconds", "sha1", "sha256", "sha512"), VECTORS)
def test_the_vectors_of_the_rfc(seconds: int, sha1: str, sha256: str, sha512: str) -> None:
    at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    for algorithm, length, code in ((SHA1(), 20, sha1), (SHA256(), 32, sha256), (SHA512(), 64, sha512)):
        secret = (_SEED * 4)[:length].encode()
        assert one_time.code_at(secret, at, 8, algorithm) == code


@given(st.lists(st.integers(-3, 3), max_size=8), st.integers(0, 2))
@settings(max_examples=40)
def test_a_code_works_once_within_the_slack_and_never_after_a_later_one(off: list[int], slack: int) -> None:
    shown, kept = one_time.fresh("Ana Ruiz", "Cedar Ridge Motors", 4)
    secret, last = b32decode(shown.secret.replace(" ", "")), -99
    for steps in off:
        after = one_time.used(kept, one_time.code_at(secret, NOW + steps * one_time.STEP), NOW, slack)
        assert (after is not None) == (abs(steps) <= slack and steps > last)
        if after is not None:
            kept, last = after, steps


def test_a_secret_has_160_bits_and_is_never_the_same() -> None:
    shown = [one_time.fresh("Ana Ruiz", "", 4)[0] for _ in range(20)]
    assert len({each.secret for each in shown}) == 20
    assert all(len(b32decode(each.secret.replace(" ", ""))) == 20 for each in shown)
    assert all(len(b32decode(code.replace("-", ""))) == 10 for each in shown for code in each.recovery)
