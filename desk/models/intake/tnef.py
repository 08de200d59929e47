"""What Outlook packs into winmail.dat ([MS-OXTNEF]): the plain text and the files of a mail.

A walk of our own over the few records that matter: the one free library for it copies the rest of the file at each
record, so that a small hostile file would hold it for minutes. This one goes over each byte once and never raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from struct import Struct

SIGNATURE = b"\x78\x9f\x3e\x22"
_KEY = 2
_HEAD = Struct("<BIi")  # level, which record, how many bytes; a checksum of two bytes follows them
_CHECKSUM = 2
_BODY, _NEW_FILE, _FILE_NAME, _FILE_DATA, _CODE_PAGE = (
    0x0002800C,
    0x00069002,
    0x00018010,
    0x0006800F,
    0x00069007,
)
_MOST_FILES = 100


@dataclass(slots=True)
class PackedFile:
    """A file inside; its name as the sender's Outlook shortened it."""

    name: str = ""
    data: bytes = b""


@dataclass(slots=True)
class Packed:
    """What a winmail.dat held. ``text`` is empty where the mail's words stand only in its rich text."""

    text: bytes = b""
    charset: str = "windows-1252"
    files: list[PackedFile] = field(default_factory=list)


def unpack(data: bytes) -> Packed | None:
    """What can be read of a winmail.dat, also of one that was cut off; None where it is none."""
    if not data.startswith(SIGNATURE):
        return None
    packed = Packed()
    for what, value in _records(data):
        if what == _CODE_PAGE:  # it stands before everything that is written in it
            packed.charset = f"cp{int.from_bytes(value[:2], 'little')}"
        elif what == _BODY:
            packed.text = value.rstrip(b"\x00")
        elif what == _NEW_FILE:
            packed.files += [PackedFile()][: _MOST_FILES - len(packed.files)]
        elif packed.files:
            _tell(packed.files[-1], what, value, packed.charset)
    return packed


def _tell(file: PackedFile, what: int, value: bytes, charset: str) -> None:
    if what == _FILE_NAME:
        file.name = _decoded(value.rstrip(b"\x00"), charset)
    elif what == _FILE_DATA:
        file.data = value


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = len(SIGNATURE) + _KEY
    while at + _HEAD.size <= len(data):
        _level, what, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        if size < 0 or at + size > len(data):
            return
        yield what, data[at : at + size]
        at += size + _CHECKSUM


def _decoded(name: bytes, charset: str) -> str:
    try:
        return name.decode(charset)
    except (LookupError, UnicodeError):
        return name.decode("latin-1")
