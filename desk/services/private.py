"""Bytes as they may be kept: the numbers that must not lie in the store are starred in them too (R21)."""

from __future__ import annotations

import re

from desk.models.intake.mime import parse
from desk.models.intake.plain import decode
from desk.models.rules.reading import mask_sensitive

_OF_THE_BODY = re.compile(rb"(?im)^(?:content-[^:\r\n]*|mime-version):[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_PLAIN = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"


def kept_mail(raw: bytes, text: str) -> bytes:
    """A mail whose readable ``text`` is known. Without private numbers it is kept as it came.

    Where they stand in the open they are starred in place; where an encoding hides them, the mail keeps its headers and
    its starred text, and what else it held is let go.
    """
    masked = mask_sensitive(text)
    if not masked.kinds:
        return raw
    starred = mask_sensitive(raw.decode("latin-1")).text.encode("latin-1")
    read = parse(starred)
    if read is not None and not mask_sensitive(read.text).kinds:
        return starred
    head = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0] + b"\r\n"
    return _OF_THE_BODY.sub(b"", head) + _PLAIN + b"\r\n" + masked.text.encode()


def kept_document(raw: bytes) -> bytes:
    """A text or a document that is text."""
    masked = mask_sensitive(decode(raw))
    return masked.text.encode() if masked.kinds else raw
