"""Which files may leave with an e-mail: what they are by their own bytes, how large, and how many (FLOW-15).

Only kinds that the store allows and that run nothing at the customer's are let through; a name says nothing about a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from desk.models.attached import Attached
from desk.models.playbook import Playbook

MEGABYTE = 1_000_000
_NAME_LENGTH = 100
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its media type, the endings a name of it may have, and what people call it."""

    media: str
    endings: tuple[str, ...]
    words: str


KINDS: dict[str, Kind] = {
    "pdf": Kind("application/pdf", ("pdf",), "PDF"),
    "jpeg": Kind("image/jpeg", ("jpg", "jpeg"), "photo"),
    "png": Kind("image/png", ("png",), "picture"),
    "gif": Kind("image/gif", ("gif",), "picture"),
    "webp": Kind("image/webp", ("webp",), "picture"),
    "heic": Kind("image/heic", ("heic", "heif"), "photo"),
    "mp4": Kind("video/mp4", ("mp4", "m4v", "mov"), "video"),
    "docx": Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",), "Word document"),
    "xlsx": Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",), "Excel sheet"),
    "text": Kind("text/plain", ("txt", "csv"), "text"),
}  # fmt: skip
PLAIN = Kind("text/plain", ("txt",), "text")
#: How files begin, by what they are; those without a kind above are told by name and never sent.
_BEGINS = (
    (b"%PDF-", "pdf"), (b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"),
    (b"MZ", "a program"), (b"\x7fELF", "a program"), (b"\xcf\xfa\xed\xfe", "a program"), (b"\xca\xfe\xba\xbe", "a program"),
    (b"#!", "a script"), (b"\xd0\xcf\x11\xe0", "an old Office file, which may hold macros"), (b"{\\rtf", "a rich text file, which may hold macros"),
)  # fmt: skip
_BRANDS = {b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"isom": "mp4", b"mp42": "mp4", b"mp41": "mp4", b"M4V ": "mp4", b"qt  ": "mp4"}  # fmt: skip
_OFFICE = (("word/", "docx"), ("xl/", "xlsx"))
_MACROS, _PACKED = "an Office file with macros", "a packed folder"
_WEB = re.compile(rb"<\s*(?:!doctype\s+html|html|script|svg|iframe|body|head)\b", re.IGNORECASE)


def kind_of(data: bytes) -> str:
    """A key of ``KINDS`` where the bytes are one, else what they are in words; empty where nobody can tell."""
    begins = next((kind for start, kind in _BEGINS if data.startswith(start)), "")
    if begins:
        return begins
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "a video of a kind that is not known here")
    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    return _text(data)


def _packed(data: bytes) -> str:
    """An Office document is a packed folder with parts of known names."""
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, ValueError, OSError):
        return _PACKED
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return _MACROS
    return next((kind for part, kind in _OFFICE if any(name.startswith(part) for name in names)), _PACKED)


def _text(data: bytes) -> str:
    if _WEB.search(data[:_LOOKED_AT]):
        return "a web page, which may run scripts"
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if "\x00" in words else "text"


def looked_at(
    files: Iterable[Attached], beside: tuple[Attached, ...], book: Playbook
) -> Iterator[Attached | str]:
    """Each file with its media type and a name that fits it, or the sentence why it stays here. ``beside`` are those that go already."""
    gone = list(beside)
    for file in files:
        refused = too_large(file.name, len(file.data), book) or _refusal(file, gone, book)
        if refused:
            yield refused
            continue
        kind = KINDS[kind_of(file.data)]
        fitting = Attached(fitting_name(file.name, kind), file.data, kind.media)
        gone.append(fitting)
        yield fitting


def too_large(name: str, size: int, book: Playbook) -> str:
    """Why a file of this size cannot go, before it is read; empty where it can."""
    most = book.number("attach.file_mb")
    if size <= most * MEGABYTE:
        return ""
    return f"{shown(name)} has {size_words(size)}; a file may have {most:g} MB. Send a link to it instead."


def _refusal(file: Attached, gone: list[Attached], book: Playbook) -> str:
    name, kind = shown(file.name), kind_of(file.data)
    if not file.data:
        return f"{name} is empty."
    if kind not in KINDS:
        told = f"is {kind}" if kind else "is of a kind that nobody here can tell"
        return f"{name} {told}; it is not sent to customers. Send a PDF or a picture of it."
    if kind not in book.words_list("attach.kinds"):
        return (
            f"{name} is a {KINDS[kind].words}; this store does not send those. Send a PDF or a picture of it."
        )
    if kind == "text" and _ending(file.name) not in KINDS[kind].endings:
        return f"{name} could run as a program where it is opened; it is not sent. Name it .txt if it is only words."
    if len(gone) >= (most := int(book.number("attach.most"))):
        return f"{name} is one too many: an email carries {most} files. Send another email."
    room = book.number("attach.all_mb") * MEGABYTE - sum(len(other.data) for other in gone)
    if len(file.data) > room:
        return f"{name} has {size_words(len(file.data))}, and all files of one email may have {book.number('attach.all_mb'):g} MB. Send another email."
    return ""


def name_to_open(file: Attached) -> str:
    """The name under which a file may be opened: its ending says what its bytes are, and words open as words. Empty: never."""
    kind = kind_of(file.data)
    if kind not in KINDS:
        return ""
    return fitting_name(file.name, PLAIN if kind == "text" else KINDS[kind])


def why_not_opened(file: Attached) -> str:
    """Why a file is saved and not opened, for the person who wants to look at it."""
    kind = kind_of(file.data)
    told = f"is {kind}" if kind else "is of a kind that nobody here can tell"
    return f"{shown(file.name)} {told}, so it is not opened here. You can save it."


def fitting_name(name: str, kind: Kind) -> str:
    """A name without a path or control letters, whose ending says what the file is."""
    plain = shown(name)
    if _ending(plain) in kind.endings:
        return plain
    return f"{plain[: _NAME_LENGTH - 5]}.{kind.endings[0]}"


def shown(name: str) -> str:
    """A file's name as it may be shown and sent."""
    last = re.split(r"[\\/]", name)[-1]
    plain = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    if len(plain) > _NAME_LENGTH:
        stem, dot, ending = plain.rpartition(".")
        plain = f"{stem[: _NAME_LENGTH - len(ending) - 1]}{dot}{ending}" if dot else plain[:_NAME_LENGTH]
    return plain or "file"


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def size_words(size: int) -> str:
    """1.4 MB, 320 KB"""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, round(size / 1000))} KB"
