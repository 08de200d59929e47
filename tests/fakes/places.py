"""The classes of places where a connection can break, by protocol; each test of a broken wire goes through them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.fakes.wire import Break, How, Side

BREAKS: tuple[How, ...] = ("cut", "reset", "half", "hold", "delay")


@dataclass(frozen=True, slots=True)
class Place:
    """Where it breaks. ``in_doubt``: only the provider can tell what arrived; ``arrives``: all that was said got through."""

    name: str
    side: Side = "asked"
    words: bytes = b""
    after: int = 0
    in_doubt: bool = False
    arrives: bool = False

    def broken(self, how: How) -> Break:
        return Break(how, self.side, self.words, self.after)


SMTP = (
    Place("before-greeting", "answered"),
    Place("mid-greeting", "answered", after=5),
    Place("before-hello", "asked"),
    Place("mid-hello-answer", "answered", b"250-AUT"),
    Place("mid-sign-in", "asked", b"AUTH PL"),
    Place("mid-sign-in-answer", "answered", b"\r\n23"),
    Place("mid-command", "asked", b"mail FR"),
    Place("after-sender", "asked", b"mail FROM:<"),
    Place("before-data-answer", "asked", b"data\r\n"),
    Place("mid-data-answer", "answered", b"250 2.1.5 OK\r\n35"),
    # The system takes the mail as a whole, so the desk hears of a break only where the answer is missing.
    Place("mid-data", "asked", b"\r\nSubject: ", in_doubt=True),
    Place("mid-final-dot", "asked", b"--\r\n.\r", in_doubt=True),
    Place("after-final-dot", "asked", b"\r\n.\r\n", in_doubt=True, arrives=True),
    Place("mid-final-code", "answered", b".<CR><LF>\r\n25", in_doubt=True, arrives=True),
)

REST = (
    Place("on-connect", "answered"),
    Place("before-request", "asked", in_doubt=True),
    Place("mid-request-line", "asked", b"POST /2010-04-01/Acc", in_doubt=True),
    Place("mid-request-header", "asked", b"Authoriz", in_doubt=True),
    Place("before-request-body", "asked", b"\r\n\r\n", in_doubt=True),
    Place("mid-request-body", "asked", b"&Body=", in_doubt=True),
    Place("before-response", "asked", b"&From=%2B15555550100", in_doubt=True, arrives=True),
    Place("mid-response-line", "answered", b"HTTP/1.1 20", in_doubt=True, arrives=True),
    Place("mid-response-header", "answered", b"Content-Ty", in_doubt=True, arrives=True),
    Place("before-response-body", "answered", b"\r\n\r\n", in_doubt=True, arrives=True),
    Place("mid-response-body", "answered", b'{"sid": "SM', in_doubt=True, arrives=True),
)

IMAP = (
    Place("before-greeting", "answered"),
    Place("mid-greeting", "answered", after=4),
    Place("before-first-command", "asked"),
    Place("mid-sign-in", "asked", b"AUTHENT"),
    Place("mid-folder-answer", "answered", b"* FLA"),
    Place("before-search", "asked", b"SEARCH"),
    Place("mid-search-answer", "answered", b"* SEAR"),
    Place("before-fetch", "asked", b"FETCH"),
    Place("mid-fetch-line", "answered", b"FETCH ("),
    Place("mid-mail-header", "answered", b"\r\nSubject: "),
    Place("before-mail-body", "answered", b"\r\n\r\n"),
)
