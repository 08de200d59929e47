"""Which files may leave with an e-mail: told by their bytes, by size and by number, never by their names (FLOW-15)."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.attached import Attached
from desk.models.attaching import KINDS, fitting_name, kind_of, looked_at, size_words, too_large
from desk.services.playbooks import load_playbook

pytestmark = pytest.mark.requirement("FLOW-15")
BOOK = load_playbook()
PDF, JPEG = b"%PDF-1.7\n%", b"\xff\xd8\xff\xe0\x00\x10JFIF"


def packed(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as folder:
        for name in names:
            folder.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "pdf"),
        (JPEG, "jpeg"),
        (b"\x89PNG\r\n\x1a\n1", "png"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"),
        (b"\x00\x00\x00\x18ftypheic", "heic"),
        (b"\x00\x00\x00\x18ftypmp42", "mp4"),
        (packed("[Content_Types].xml", "word/document.xml"), "docx"),
        (packed("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        ("Price list, été".encode(), "text"),
    ],
)
def test_what_may_be_sent_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("brochure.pdf", b"MZ\x90\x00", "is a program"),
        ("photo.jpg", b"\x7fELF\x02", "is a program"),
        ("list.txt", b"#!/bin/sh\nrm -rf /", "is a script"),
        ("offer.pdf", b"<!DOCTYPE html><script>x()</script>", "a web page"),
        ("picture.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a web page"),
        ("offer.docx", packed("word/document.xml", "word/vbaProject.bin"), "macros"),
        ("offer.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office file"),
        ("all.zip", packed("setup.exe"), "a packed folder"),
        ("start.bat", b"echo hello", "could run as a program"),
        ("strange.pdf", b"\x00\x01\x02\xff", "nobody here can tell"),
        ("empty.pdf", b"", "is empty"),
        ("broken.docx", b"PK\x03\x04broken", "a packed folder"),
    ],
)
def test_what_runs_or_cannot_be_told_stays_here_whatever_its_name_says(
    name: str, data: bytes, says: str
) -> None:
    (found,) = looked_at((Attached(name, data),), (), BOOK)
    assert isinstance(found, str)
    assert name in found
    assert says in found


def test_the_name_is_made_to_fit_what_the_file_is() -> None:
    (found,) = looked_at((Attached("C:\\cars\\rav4.png", JPEG),), (), BOOK)
    assert found == Attached("rav4.png.jpg", JPEG, "image/jpeg")
    assert fitting_name("../../etc/pass\nwd", KINDS["pdf"]) == "passwd.pdf"
    assert fitting_name("Offer.PDF", KINDS["pdf"]) == "Offer.PDF"


def test_sizes_and_numbers_are_the_playbooks() -> None:
    large = Attached("large.pdf", PDF + bytes(8_000_000))
    found = list(looked_at((large, Attached("b.pdf", large.data), Attached("c.pdf", PDF)), (), BOOK))
    assert [isinstance(one, str) for one in found] == [False, False, False]
    again = next(iter(looked_at((large,), (large, large), BOOK)))
    assert isinstance(again, str)
    assert "18 MB" in again
    assert "10 MB" in too_large("film.mp4", 10_000_001, BOOK)
    assert too_large("film.mp4", 10_000_000, BOOK) == ""
    eleven = list(looked_at([Attached(f"{n}.pdf", PDF) for n in range(11)], (), BOOK))
    assert "one too many" in str(eleven[10])


@given(st.binary(max_size=64), st.text(max_size=150))
def test_whatever_comes_is_taken_with_a_safe_name_or_refused_in_words(data: bytes, name: str) -> None:
    (found,) = looked_at((Attached(name, data),), (), BOOK)
    if isinstance(found, str):
        assert found.endswith(".")
    else:
        assert found.media in {kind.media for kind in KINDS.values()}
        assert 0 < len(found.name) <= 105
        assert found.name.isprintable()
        assert not {"/", "\\"} & {*found.name}


@pytest.mark.parametrize(("size", "words"), [(1, "1 KB"), (320_400, "320 KB"), (1_400_000, "1.4 MB")])
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_words(size) == words
