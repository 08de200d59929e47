"""Every arrival ends as lead, threaded message, ignored with a reason, or quarantine; none crashes the desk or holds it up (LEAD-02)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.arrivals import Ledger, adf, mails

pytestmark = pytest.mark.requirement("LEAD-02")
LEDGER = Ledger()
_FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
_MANY = settings(_FEW, max_examples=3000)
_BYTES = st.binary(max_size=12) | st.sampled_from(
    (b"\r\n\r\n", b"\n--b\n", b"--b--", b"\x00", b"\xff\xfe", b"<adf>", b"</prospect>", b"&amp;", b"<![CDATA[", b"=?utf-8?q?", b"; charset=x",
     b"Content-Type: multipart/mixed; boundary=b\r\n", b"Content-Transfer-Encoding: base64\r\n", b"Message-ID: <same@example>\r\n")
)  # fmt: skip


@st.composite
def spoiled(draw: st.DrawFn, whole: st.SearchStrategy[bytes]) -> bytes:
    """Something well-formed with a few places cut out, doubled, or written over, as lines and senders do it."""
    raw = draw(whole)
    for _time in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(raw)))
        to = min(len(raw), at + draw(st.integers(0, 200)))
        raw = raw[:at] + draw(st.sampled_from((b"", raw[at:to] * 2)) | _BYTES) + raw[to:]
    return raw


DOCUMENTS = spoiled(st.just(adf())) | st.binary(max_size=300)
LETTERS = spoiled(st.sampled_from(tuple(mails().values()))) | st.binary(max_size=300)


@given(DOCUMENTS)
@_FEW
def test_any_file(raw: bytes) -> None:
    LEDGER.take_file(raw)


@given(LETTERS)
@_FEW
def test_any_mail(raw: bytes) -> None:
    LEDGER.take_mail(raw)


@pytest.mark.prove
@given(DOCUMENTS)
@_MANY
def test_thousands_of_files(raw: bytes) -> None:
    LEDGER.take_file(raw)


@pytest.mark.prove
@given(LETTERS)
@_MANY
def test_thousands_of_mails(raw: bytes) -> None:
    LEDGER.take_mail(raw)


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("plain", "new"), ("inside", "new"), ("beside", "new"), ("page", "new"), ("forward", "new"), ("away", "ignored"),
        ("bounce", "ignored"),
    ],
)  # fmt: skip
def test_the_whole_ones_are_read(name: str, result: str) -> None:
    """What is spoiled above was readable before: else the property would prove little."""
    assert Ledger().take_mail(mails()[name]) == result
