"""The IMAP connection: the standard library's, with a read buffer of our own, so that IDLE can wait on it.

``imaplib`` reads through a buffered file that cannot be used again after a time-out and hides what it has
already read; waiting for news needs both to be known.
"""

from __future__ import annotations

import base64
import imaplib
import re
import selectors
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from desk.services.adapters.wire import Login

_CHUNK = 65536
_LONGEST_LINE = 16_000_000  # a search over a very full mailbox answers in one line
_NEWS = re.compile(rb"\* \d+ (EXISTS|RECENT|EXPUNGE)", re.IGNORECASE)


class ImapLine(imaplib.IMAP4):
    """One connection. Every read and write is bounded by the socket's time-out."""

    def __init__(self, login: Login, connect_s: float) -> None:
        self._login, self._held = login, bytearray()
        super().__init__(login.host, login.port, connect_s)

    # Transport

    def open(self, host: str = "", port: int = 143, timeout: float | None = None) -> None:
        super().open(host, port, timeout)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._login.security == "tls":
            self.sock = self._login.context().wrap_socket(self.sock, server_hostname=self._login.host)

    def end(self) -> None:
        """Close the connection without a goodbye; a broken one too."""
        with suppress(OSError):
            self.shutdown()

    def start_tls(self) -> None:
        """Go over to TLS; what the server said in the clear before is not believed afterwards."""
        self.starttls(self._login.context())
        self._held.clear()

    def readline(self) -> bytes:
        while (end := self._held.find(b"\n")) < 0:
            if len(self._held) > _LONGEST_LINE:
                raise self.abort("line too long")
            if not self._pull():
                break
        cut = end + 1 if end >= 0 else len(self._held)
        return self._take(cut)

    def read(self, size: int) -> bytes:
        while len(self._held) < size and self._pull():
            pass
        return self._take(min(size, len(self._held)))

    def _take(self, count: int) -> bytes:
        taken = bytes(self._held[:count])
        del self._held[:count]
        return taken

    def _pull(self) -> bool:
        data = self.sock.recv(_CHUNK)
        self._held += data
        return bool(data)

    def bound(self, seconds: float) -> None:
        """Limit each read and write from here on to ``seconds``."""
        self.sock.settimeout(seconds)

    # IDLE (RFC 2177)

    def idle_for(self, seconds: float, wake: socket.socket, settle_s: float) -> bool:
        """Wait for news from the server, for ``wake`` to become readable, or ``seconds``; True for news.

        Not every server tells, once it idles, what came in the moment before; it does tell when an IDLE ends.
        So the first spell is short (``settle_s``), and the next one begins in the same breath as it ends.
        """
        until = time.monotonic() + seconds
        settled = min(until, time.monotonic() + settle_s)
        tag = self._new_tag()
        self.send(tag + b" IDLE\r\n")
        news = self._spell(tag, settled, wake)
        if not news and settled < until:
            ended, tag = tag, self._new_tag()
            self.send(b"DONE\r\n" + tag + b" IDLE\r\n")
            news = self._ended(ended)
            news |= self._spell(tag, settled if news else until, wake)
        self.send(b"DONE\r\n")
        return self._ended(tag) or news

    def _spell(self, tag: bytes, until: float, wake: socket.socket) -> bool:
        """One IDLE from the server's go-ahead on; True as soon as there is news."""
        news = False
        while not (line := self._line()).startswith(b"+"):
            if line.startswith(tag):
                raise self.error("IDLE refused")
            news = news or bool(_NEWS.match(line))
        while not news and self._readable(until, wake):
            news = bool(_NEWS.match(self._line()))
        return news

    def _ended(self, tag: bytes) -> bool:
        """Read up to the end of an IDLE; True where news came with it."""
        news = False
        while not (line := self._line()).startswith(tag):
            news = news or bool(_NEWS.match(line))
        return news

    def _line(self) -> bytes:
        line = self.readline()
        if not line or line.upper().startswith(b"* BYE"):
            raise self.abort("the server said goodbye")
        return line

    def _readable(self, until: float, wake: socket.socket) -> bool:
        """Whether the server has said something before ``until`` and before anyone asked to wake."""
        if self._held or (isinstance(self.sock, ssl.SSLSocket) and self.sock.pending()):
            return True
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.sock, selectors.EVENT_READ)
            waiting.register(wake, selectors.EVENT_READ)
            ready = waiting.select(max(0.0, until - time.monotonic()))
        return bool(ready) and all(key.fileobj is not wake for key, _ in ready)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One message's line of a FETCH answer."""

    uid: int
    size: int
    at: datetime | None
    flags_and_more: bytes
    literal: bytes | None


def fetched(data: list[bytes | tuple[bytes, bytes] | None]) -> Iterator[Fetched]:
    """The messages of a FETCH answer as imaplib gives it: heads, literals, and the rest of each line."""
    head, literal = b"", None
    for item in data:
        if isinstance(item, tuple):
            if literal is not None:
                yield from _one(head, literal)
            head, literal = item[0], item[1]
        elif item:
            if literal is None:
                head = b""
            yield from _one(head + b" " + item, literal)
            head, literal = b"", None
    if literal is not None:
        yield from _one(head, literal)


def _one(line: bytes, literal: bytes | None) -> Iterator[Fetched]:
    uid, size = re.search(rb"\bUID (\d+)", line), re.search(rb"RFC822\.SIZE (\d+)", line)
    when = re.search(rb'INTERNALDATE "([^"]+)"', line)
    if uid:
        yield Fetched(
            int(uid[1]), int(size[1]) if size else 0, moment(when[1]) if when else None, line, literal
        )


def moment(text: bytes) -> datetime | None:
    """An INTERNALDATE (`` 5-Mar-2026 10:00:00 -0700``); None where the server wrote nonsense."""
    try:
        at = parsedate_to_datetime(text.decode("ascii", "replace").strip().replace("-", " ", 2))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def folder_name(name: str) -> str:
    """A folder's name for the wire: modified UTF-7 (RFC 3501 5.1.3), quoted."""
    out = "".join(_utf7(part) for part in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", name))
    escaped = out.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _utf7(part: str) -> str:
    if part.isascii() and part.isprintable():
        return part.replace("&", "&-")
    packed = base64.b64encode(part.encode("utf-16-be")).decode("ascii").rstrip("=").replace("/", ",")
    return f"&{packed}-"
