"""winmail.dat: what Outlook packed away is read like the mail itself, and a hostile one costs nothing (LEAD-02)."""

from __future__ import annotations

import base64
import time
from struct import pack
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models.intake.mime import parse
from desk.models.intake.tnef import SIGNATURE, unpack
from tests.models.intake.test_mail import ADF, HEAD, lead_of

pytestmark = pytest.mark.requirement("LEAD-02")
BODY, NEW_FILE, NAME, DATA, PAGE = 0x0002800C, 0x00069002, 0x00018010, 0x0006800F, 0x00069007


def record(what: int, value: bytes, level: int = 1) -> bytes:
    return pack("<BIi", level, what, len(value)) + value + pack("<H", sum(value) % 65536)


def winmail(*records: bytes) -> bytes:
    return SIGNATURE + b"\x01\x00" + b"".join(records)


def file(name: str, data: bytes) -> bytes:
    return (
        record(NEW_FILE, b"\x01\x00", 2)
        + record(NAME, name.encode("cp1252") + b"\x00", 2)
        + record(DATA, data, 2)
    )


def letter(packed: bytes, text: str = "") -> str:
    told = f"--b\nContent-Type: text/plain\n\n{text}\n" if text else ""
    body = base64.encodebytes(packed).decode()
    return (
        f"{HEAD}Subject: Lead\nContent-Type: multipart/mixed; boundary=b\n\n{told}--b\n"
        "Content-Type: application/ms-tnef; name=winmail.dat\nContent-Disposition: attachment; filename=winmail.dat\n"
        f"Content-Transfer-Encoding: base64\n\n{body}\n--b--\n"
    )


def test_a_lead_inside_a_winmail_is_taken_in(mail: Any) -> None:
    reading = mail(
        letter(winmail(record(PAGE, pack("<I", 1252)), file("lead.xml", ADF.encode())), "See the file.")
    )
    assert lead_of(reading).customer.full == "José Reed"
    assert [(each.name, each.size) for each in reading.attachments] == [("lead.xml", len(ADF.encode()))]
    assert reading.warnings == ()


def test_its_text_is_read_where_the_mail_has_no_other() -> None:
    packed = winmail(
        record(PAGE, pack("<I", 1252)), record(BODY, "Is the café still open?\x00".encode("cp1252"))
    )
    alone, beside = parse(letter(packed).encode()), parse(letter(packed, "The mail's own words.").encode())
    assert alone is not None
    assert beside is not None
    assert alone.text == "Is the café still open?"
    assert beside.text == "The mail's own words."


def test_files_are_told_by_their_bytes_and_keep_their_names(mail: Any) -> None:
    reading = mail(letter(winmail(file("título.pdf", b"%PDF-1.7"), file("b.exe", b"MZ\x90")), "hi"))
    assert [(each.name, each.type) for each in reading.attachments] == [
        ("título.pdf", "application/pdf"),
        ("b.exe", "application/x-executable"),
    ]


@pytest.mark.parametrize("cut", [4, 6, 10, 14, 20, 30])
def test_one_that_was_cut_off_is_read_as_far_as_it_goes(cut: int) -> None:
    whole = winmail(file("a.txt", b"aaaa"), file("b.txt", b"bbbb"))
    found = unpack(whole[:-cut])
    assert found is not None
    assert found.files[0].data == b"aaaa"


def test_what_is_no_winmail_stays_what_it_is() -> None:
    assert unpack(b"") is None
    assert unpack(b"%PDF-1.7") is None


def test_many_records_and_a_size_that_lies_cost_no_time() -> None:
    began = time.perf_counter()
    many = unpack(winmail(record(0x00008004, b"") * 200_000))
    lie = unpack(winmail(pack("<BIi", 1, DATA, 2_000_000_000)) + b"x" * 1000)
    less = unpack(winmail(pack("<BIi", 1, DATA, -5)) + b"x" * 1000)
    files = unpack(winmail(record(NEW_FILE, b"\x01\x00", 2) * 5000))
    assert time.perf_counter() - began < 5
    assert many is not None
    assert lie is not None
    assert less is not None
    assert files is not None
    assert (many.files, lie.files, less.files, len(files.files)) == ([], [], [], 100)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_not_and_never_raise(data: bytes) -> None:
    assert unpack(data) is None or data.startswith(SIGNATURE)
    found = unpack(SIGNATURE + data)
    assert found is not None
    assert all(isinstance(file.name, str) for file in found.files)


def test_a_signed_mail_is_read_and_its_signature_is_a_file(mail: Any) -> None:
    raw = (
        f"{HEAD}Subject: Lead\nContent-Type: multipart/signed; micalg=sha-256; protocol=\"application/pkcs7-signature\"; boundary=s\n\n--s\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{ADF}\n--s\nContent-Type: application/pkcs7-signature; name=smime.p7s\n"
        "Content-Disposition: attachment; filename=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIIB\n--s--\n"
    )  # fmt: skip
    reading = mail(raw)
    assert lead_of(reading).customer.full == "José Reed"
    assert [each.name for each in reading.attachments] == ["smime.p7s"]
