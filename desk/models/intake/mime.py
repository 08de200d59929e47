"""One e-mail taken apart: headers decoded, texts, attachments; robust against whatever a stranger sends (LEAD-02).

The standard library's older header policy is used: it never raises on a broken header, and its cost stays
linear. Everything is bounded: parts, depth, header length.
"""

from __future__ import annotations

import email
import email.errors
import email.header
import email.utils
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message

from desk.models.intake.plain import decode, html_text, storable, tidy
from desk.models.intake.tnef import unpack

_MAX_PARTS = 400
_MAX_HEADER = 4_000
_MAX_TEXT = 4_000_000
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,500}>")
_SIGNS = (
    (b"%PDF-", "application/pdf"), (b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"), (b"\x78\x9f\x3e\x22", "application/ms-tnef"), (b"\xd0\xcf\x11\xe0", "application/x-ole"),
    (b"\x1f\x8b", "application/gzip"), (b"MZ", "application/x-executable"), (b"BEGIN:VC", "text/vcard-or-calendar"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along. `type` is by its bytes where they tell, else as declared; `sha256` of the bytes."""

    name: str
    type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of the message, its transfer encoding undone."""

    type: str
    name: str
    attached: bool
    charset: str | None
    data: bytes

    def text(self) -> str:
        """The part as text; a charset that is wrong, unknown or missing is made good by the bytes."""
        data = self.data[:_MAX_TEXT]
        if self.charset and self.charset.lower() not in {
            "utf-8",
            "us-ascii",
            "ascii",
            "unknown-8bit",
            "utf8",
        }:
            try:
                return storable(data.decode(self.charset))
            except (LookupError, UnicodeError, ValueError):
                pass
        return storable(decode(data))


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers that reading needs. Addresses are lower case; message ids keep their angle brackets."""

    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    from_name: str = ""
    from_address: str = ""
    reply_to: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    delivered_to: tuple[str, ...] = ()
    date: datetime | None = None
    subject: str = ""
    auto_submitted: str = ""
    list_unsubscribe: str = ""
    list_id: str = ""
    precedence: str = ""
    x_autoreply: str = ""
    spam_flag: str = ""
    authentication: str = ""
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """Every address the mail was for."""
        return tuple(dict.fromkeys((*self.to, *self.cc, *self.delivered_to)))

    @property
    def reply_tokens(self) -> tuple[str, ...]:
        """What stands between + and @ of its recipients: the per-lead reply token, when it is an answer to the desk."""
        found = (re.match(r"[^@]*\+([^@+]+)@", address) for address in self.recipients)
        return tuple(match[1] for match in found if match)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A message taken apart. `plain` and `html` are the readable bodies, `parts` every leaf in order.

    `text` is the full readable text: the plain body, or the text of the HTML body.
    """

    headers: Headers
    type: str
    plain: str
    html: str
    parts: tuple[Part, ...]
    attachments: tuple[Attachment, ...]
    text: str
    report: tuple[Message, ...]
    original: Message | None


def parse(raw: bytes) -> Parsed | None:
    """The message in `raw`, or None when it is nested beyond reading."""
    try:
        message = email.message_from_bytes(raw)
        leaves = list(_leaves(message))
    except RecursionError:
        return None
    parts = _unpacked(tuple(_part(leaf) for leaf in leaves if not leaf.is_multipart()))
    readable = [part for part in parts if not part.attached]
    plain = "\n\n".join(part.text() for part in readable if part.type == "text/plain")
    html = "\n".join(part.text() for part in readable if part.type == "text/html")
    reports = [leaf for leaf in leaves if leaf.get_content_type() == "message/delivery-status"]
    copies = [leaf for leaf in leaves if leaf.get_content_type() in {"message/rfc822", "text/rfc822-headers"}]
    return Parsed(
        headers=read_headers(message),
        type=message.get_content_type(),
        plain=plain,
        html=html,
        parts=parts,
        attachments=tuple(_attachment(part) for part in parts if part.attached),
        text=tidy(plain) or html_text(html),
        report=tuple(block for leaf in reports for block in _blocks(leaf)),
        original=copies[0] if copies else None,
    )


def _unpacked(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with what each winmail.dat holds in its place; its text only where the mail has no other."""
    has_text = any(part.type.startswith("text/") and not part.attached for part in parts)
    return tuple(inner for part in parts for inner in _opened(part, has_text))


def _opened(part: Part, has_text: bool) -> Iterator[Part]:
    packed = unpack(part.data) if part.attached else None
    if packed is None or not (packed.files or packed.text):
        yield part
        return
    if packed.text and not has_text:
        yield Part("text/plain", "", False, packed.charset, packed.text)
    for file in packed.files:
        yield Part("application/octet-stream", file.name[:200], True, None, file.data)


def _attachment(part: Part) -> Attachment:
    """What came along, by its bytes and not by its promise."""
    return Attachment(part.name, _sniffed(part), len(part.data), hashlib.sha256(part.data).hexdigest())


def _leaves(message: Message) -> Iterator[Message]:
    """Parts in reading order, containers that matter included, no deeper and no more than is sane."""
    waiting = [message]
    for _ in range(_MAX_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        yield part
        # Only a container is asked for its parts: text would be decoded by a charset nobody has checked yet.
        children = part.get_payload() if part.is_multipart() else ()
        if isinstance(children, list) and part.get_content_type() != "message/delivery-status":
            waiting.extend(child for child in reversed(children) if isinstance(child, Message))


def _blocks(leaf: Message) -> list[Message]:
    """The groups of fields of a delivery report; some senders leave them as text."""
    if leaf.is_multipart():
        return [block for block in leaf.get_payload() if isinstance(block, Message)]
    return [email.message_from_string(group) for group in decode(_part(leaf).data).split("\n\n")]


def _part(leaf: Message) -> Part:
    type_ = leaf.get_content_type()
    name = _safe_filename(leaf)
    disposition = (leaf.get_content_disposition() or "").lower()
    attached = (
        disposition == "attachment"
        or (not type_.startswith(("text/", "message/", "multipart/")))
        or bool(name)
    )
    payload = leaf.get_payload(decode=True)
    return Part(type_, name, attached, _safe_charset(leaf), payload if isinstance(payload, bytes) else b"")


def _safe_filename(leaf: Message) -> str:
    try:
        return decode_header(leaf.get_filename() or "").rpartition("/")[2].rpartition("\\")[2][:200]
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""


def _safe_charset(leaf: Message) -> str | None:
    try:
        charset = leaf.get_content_charset()
    except (LookupError, UnicodeError, ValueError, TypeError):
        return None
    return charset if isinstance(charset, str) else None


def _sniffed(part: Part) -> str:
    return next((type_ for sign, type_ in _SIGNS if part.data.startswith(sign)), part.type)


def decode_header(value: object) -> str:
    """A header as text on one line: encoded words decoded, raw bytes made good."""
    # Unfolded first: the library drops the blank at a fold that stands before plain text.
    text = re.sub(r"[\r\n]+", "", str(value)[:_MAX_HEADER])
    try:
        pieces = email.header.decode_header(text) if "=?" in text else [(text, None)]
    except (ValueError, email.errors.HeaderParseError):
        pieces = [(text, None)]
    joined = "".join(_piece(piece, charset) for piece, charset in pieces)
    return " ".join(storable(joined).split())


def _piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return decode(piece.encode("utf-8", "surrogateescape")) if not piece.isascii() else piece
    try:
        return piece.decode(charset or "ascii")
    except (LookupError, UnicodeError, ValueError):
        return decode(piece)


def read_headers(message: Message) -> Headers:
    """The headers of `message`. The date is aware; one without a zone counts as UTC."""
    senders = _addresses(message, "From") or _addresses(message, "Sender")
    return Headers(
        message_id=next(iter(_ids(message, "Message-ID")), ""),
        in_reply_to=_ids(message, "In-Reply-To"),
        references=_ids(message, "References"),
        from_name=senders[0][0] if senders else "",
        from_address=senders[0][1] if senders else "",
        reply_to=tuple(address for _, address in _addresses(message, "Reply-To")),
        to=tuple(address for _, address in _addresses(message, "To")),
        cc=tuple(address for _, address in _addresses(message, "Cc")),
        delivered_to=tuple(
            address
            for name in ("Delivered-To", "X-Original-To", "Envelope-To")
            for _, address in _addresses(message, name)
        ),
        date=_date(_one(message, "Date")),
        subject=_one(message, "Subject"),
        auto_submitted=_one(message, "Auto-Submitted").lower(),
        list_unsubscribe=_one(message, "List-Unsubscribe"),
        list_id=_one(message, "List-Id"),
        precedence=_one(message, "Precedence").lower(),
        x_autoreply=_one(message, "X-Autoreply")
        or _one(message, "X-Autorespond")
        or _one(message, "X-Autoresponder"),
        spam_flag=_one(message, "X-Spam-Flag") or _one(message, "X-Spam-Status"),
        authentication=_one(message, "Authentication-Results"),  # the first one: the last server's own
        marks=tuple(
            (name.lower(), decode_header(value))
            for name, value in message.items()
            if name.lower().startswith("x-sales-desk-")
        ),
    )


def _one(message: Message, name: str) -> str:
    value = message.get(name)
    return "" if value is None else decode_header(value)


def _ids(message: Message, name: str) -> tuple[str, ...]:
    text = _one(message, name)
    return tuple(dict.fromkeys(_MESSAGE_ID.findall(text))) or (
        (text,) if text and name == "Message-ID" else ()
    )


def _addresses(message: Message, name: str) -> list[tuple[str, str]]:
    # Addresses are found before encoded words are decoded: a decoded name may hold commas and brackets.
    raw = [str(value)[:_MAX_HEADER] for value in message.get_all(name, ())[:20]]
    return [
        (decode_header(who), address.strip().lower())
        for who, address in email.utils.getaddresses(raw)[:200]
        if "@" in address
    ]


def _date(text: str) -> datetime | None:
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
