"""The mail world on this computer: an SMTP server for the store's mail, an IMAP server for its mailbox.

Mail to the store's address lands in its mailbox, mail to anyone else in ``outbox``; both servers are real
ones (aiosmtpd, pymap) on free loopback ports, and can be told to fail.
"""

from __future__ import annotations

import imaplib
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Literal, Protocol

from desk.services.adapters.wire import Login, Security
from desk.services.loop_thread import LoopThread
from desk.services.outside.certificate import LoopbackCertificate
from desk.services.outside.mailbox_host import PymapHost, TokenCheck
from desk.services.outside.submission import Submission

Step = Literal["mail", "rcpt", "data"]
_WAIT_S = 10.0


@dataclass(frozen=True, slots=True)
class MailFault:
    """How the next mail goes wrong at a step: an answer, a lost connection, or silence.

    ``answer`` is a whole reply line (``550 5.1.1 No such user``). ``data`` is the moment after the last dot;
    with ``stored`` the mail is kept nevertheless.
    """

    step: Step
    kind: Literal["answer", "drop", "hang"] = "answer"
    answer: str = "451 4.3.0 Try again later"
    stored: bool = False


@dataclass(frozen=True, slots=True)
class OutsideLetter:
    """A mail that left the store for someone else."""

    sender: str
    to: tuple[str, ...]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        """The mail, read again by the standard library."""
        message: EmailMessage = message_from_bytes(self.raw, policy=policy.default)
        return message


class MailboxHost(Protocol):
    """An IMAP server for the store's mailbox; see ``PymapHost``."""

    port: int

    async def start(self) -> None: ...
    async def stop(self) -> None: ...


class OutsideMail:
    """Both servers and the store's account on them.

    ``knows`` tells whether an access token opens the account (``oauth_token`` stands for one that always does).
    ``keeps_sent`` files a copy of each mail of the store in Sent, as the large providers do. ``on_mail`` is
    told of each letter for a customer, on a server thread.
    """

    def __init__(
        self,
        *,
        address: str = "sales@store.example",
        password: str = "loopback-password",
        oauth_token: str = "",
        knows: TokenCheck | None = None,
        security: Security = "none",
        certificate: LoopbackCertificate | None = None,
        idle: bool = True,
        keeps_sent: bool = True,
        folders: tuple[str, ...] = ("Sent",),
        host: MailboxHost | None = None,
        on_mail: Callable[[OutsideLetter], None] | None = None,
    ) -> None:
        self.address, self.password = address, password
        self.knows = knows or (
            lambda user, token: bool(oauth_token) and (user, token) == (address, oauth_token)
        )
        self.security, self._certificate = security, certificate
        self._keeps_sent, self._on_mail = keeps_sent, on_mail
        #: Another system at the mailbox: what it answers to a mail that comes in for the store, if anything.
        self.answers: Callable[[EmailMessage], bytes | None] | None = None
        self._outbox: list[OutsideLetter] = []
        self._faults: deque[MailFault] = deque()
        self._lock, self._post_line = threading.Lock(), threading.Lock()
        self._postman: imaplib.IMAP4 | None = None
        tls = certificate.server() if certificate else None
        self._host = host or PymapHost(
            address, password, security=security, tls=tls, idle=idle, knows=self.knows, folders=folders
        )
        self._submission = Submission(self, tls)
        self._loop: LoopThread | None = None

    # Life

    def start(self) -> OutsideMail:
        """Start both servers. Raises TimeoutError when they do not come up."""
        self._loop = LoopThread("outside-mail")
        self._loop.call(self._host.start(), _WAIT_S)
        self._loop.call(self._submission.start(), _WAIT_S)
        return self

    def stop(self) -> None:
        """End both servers and all connections, within seconds."""
        loop, self._loop = self._loop, None
        if loop is None:
            return
        if self._postman:
            self._postman.shutdown()
        loop.call(self._submission.stop(), _WAIT_S)
        loop.call(self._host.stop(), _WAIT_S)
        loop.stop()

    def smtp_login(self) -> Login:
        """How the store reaches the SMTP server."""
        return self._login(self._submission.port)

    def imap_login(self) -> Login:
        """How the store reaches the IMAP server."""
        return self._login(self._host.port)

    def _login(self, port: int) -> Login:
        tls = self._certificate.client() if self._certificate else None
        return Login(
            host="127.0.0.1",
            port=port,
            security=self.security,
            user=self.address,
            password=self.password,
            tls=tls,
        )

    # The world's side

    def post(self, raw: bytes, folder: str = "INBOX", at: datetime | None = None) -> None:
        """Put a whole mail into the store's mailbox, as if it had come in ``at`` that moment (else now)."""
        received = imaplib.Time2Internaldate(at) if at else ""
        with self._post_line:
            answer, data = self._imap().append(folder, "", received, raw)
        if answer != "OK":
            raise RuntimeError(f"the mailbox did not take the mail: {data!r}")

    def reset_folder(self, folder: str) -> None:
        """Delete and make a folder again: a new UIDVALIDITY, as after a move to another server."""
        with self._post_line:
            self._imap().delete(folder)
            self._imap().create(folder)

    def unread(self, folder: str = "INBOX") -> int:
        """How many mails of a folder no one has read."""
        with self._post_line:
            answer, data = self._imap().status(folder, "(UNSEEN)")
        return int(str(data[0]).rpartition("UNSEEN ")[2].partition(")")[0]) if answer == "OK" else 0

    def fail_next(self, fault: MailFault, *, times: int = 1) -> None:
        """Let the next mails go wrong."""
        with self._lock:
            self._faults.extend([fault] * times)

    @property
    def faults_left(self) -> int:
        """How many of the faults asked for have not come yet."""
        with self._lock:
            return len(self._faults)

    @property
    def outbox(self) -> list[OutsideLetter]:
        """The letters that came in for others, oldest first; the proof of what left the store."""
        with self._lock:
            return list(self._outbox)

    # The SMTP server's side

    def fault_at(self, step: Step) -> MailFault | None:
        """The fault that is due at ``step``, taken off the list."""
        with self._lock:
            if self._faults and self._faults[0].step == step:
                return self._faults.popleft()
            return None

    def take(self, letter: OutsideLetter) -> None:
        """Deliver a letter that the SMTP server has received."""
        own = [to for to in letter.to if self._is_own(to)]
        for _ in own:
            self.post(letter.raw)
            if self.answers and (answer := self.answers(letter.message)):
                self.post(answer)
        if len(own) == len(letter.to):
            return
        with self._lock:
            self._outbox.append(letter)
        if self._keeps_sent and self._is_own(letter.sender):
            self.post(letter.raw, "Sent")
        if self._on_mail:
            self._on_mail(letter)

    def _is_own(self, address: str) -> bool:
        """Whether an address is the store's, with or without a token after a plus sign."""
        local, _, domain = address.lower().rpartition("@")
        return f"{local.partition('+')[0]}@{domain}" == self.address.lower()

    def _imap(self) -> imaplib.IMAP4:
        """The postman's own line to the mailbox."""
        if self._postman is None:
            login = self.imap_login()
            if login.security == "tls":
                line: imaplib.IMAP4 = imaplib.IMAP4_SSL(
                    login.host, login.port, ssl_context=login.tls, timeout=_WAIT_S
                )
            else:
                line = imaplib.IMAP4(login.host, login.port, timeout=_WAIT_S)
            if login.security == "starttls":
                line.starttls(login.tls)
            # imaplib writes in small pieces, which the network stack would otherwise hold back.
            line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.login(login.user, login.password)
            self._postman = line
        return self._postman
