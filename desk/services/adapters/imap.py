"""Mail in over IMAP: fetches everything once, changes nothing in the mailbox, and never waits without an end.

One ``ImapMail`` reads one folder; an account with several folders has one for each. The folder is opened
read-only and bodies are peeked at, so people's unread marks stay theirs.
"""

from __future__ import annotations

import imaplib
import select
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from desk.models.errors import ChannelDown
from desk.models.intake.second_answer import MailHead
from desk.models.probe import ProbeStep
from desk.services.adapters.data import channel_table
from desk.services.adapters.imap_fetch import bring
from desk.services.adapters.imap_folders import (
    day_before,
    desk_marks,
    exists,
    found,
    quoted,
    search,
    sent_folders,
)
from desk.services.adapters.imap_heads import heads_in
from desk.services.adapters.imap_sign_in import sign_in
from desk.services.adapters.imap_wire import ImapLine, folder_name
from desk.services.adapters.mime import DESK_MARK, angled, presence_note
from desk.services.adapters.wire import Login, reach_words
from desk.services.ports import IncomingMail, MailboxCursor


def _limits() -> dict[str, Any]:
    table: dict[str, Any] = channel_table("mail")["imap"]
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapSettings:
    """The server, one folder, and the limits (seconds and bytes; defaults: ``resources/channels/mail.toml``).

    ``sent_folders`` is only needed where the server does not mark its Sent folder (RFC 6154).
    """

    login: Login
    folder: str = "INBOX"
    sent_folders: tuple[str, ...] = ()
    connect_s: float = field(default_factory=lambda: _limits()["connect_s"])
    command_s: float = field(default_factory=lambda: _limits()["command_s"])
    idle_s: float = field(default_factory=lambda: _limits()["idle_s"])
    settle_s: float = field(default_factory=lambda: _limits()["settle_s"])
    poll_s: float = field(default_factory=lambda: _limits()["poll_s"])


class ImapMail:
    """Reads one mailbox folder (``ports.MailIn``). One thread fetches and waits; any thread may ``close``."""

    def __init__(self, settings: ImapSettings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._wake, self._alarm = socket.socketpair()
        self._wake.setblocking(False)
        self._line: ImapLine | None = None
        self._idles, self._exists = False, b""

    # ports.MailIn

    def fetch(
        self, cursor: MailboxCursor, *, limit: int = 200
    ) -> tuple[Sequence[IncomingMail], MailboxCursor]:
        """The next messages after ``cursor``, oldest first. Raises ChannelDown within the time limits.

        A changed UIDVALIDITY starts the folder over; what was read before is known by its Message-ID.
        """
        with self._lock, self._guarded():
            line = self._connected()
            validity = self._enter(line, self._settings.folder)
            last = cursor.last_uid if cursor.uidvalidity == validity else 0
            uids = [uid for uid in found(line.uid("SEARCH", "UID", f"{last + 1}:*")) if uid > last][:limit]
            mails = bring(line, self._settings.folder, validity, uids, _limits())
            return mails, MailboxCursor(validity, max(uids, default=last))

    def wait(self, seconds: float) -> bool:
        """Wait up to ``seconds`` for news; True when there may be some, at once after a lost connection."""
        if self._closed.is_set():
            return False
        with self._lock:
            fresh = self._line is None
            with self._guarded():
                line = self._connected()
            if fresh or line.state != "SELECTED":
                return True
            if self._idles:
                return self._idle(line, min(seconds, self._settings.idle_s))
        select.select([self._wake], [], [], min(seconds, self._settings.poll_s))
        self._hush()
        return not self._closed.is_set()

    def nudge(self) -> None:
        """End a wait in another thread: there is reason to look again now, such as a computer that woke."""
        with suppress(OSError):
            self._alarm.send(b"n")

    def _hush(self) -> None:
        """Forget nudges that were heard."""
        with suppress(OSError):
            self._wake.recv(64)

    def find_sent(self, message_id: str) -> bool | None:
        """Whether our message is in the Sent folder (R23).

        False only where the folder holds other mail of a desk, which proves that the server keeps what is
        sent; otherwise, and when it cannot be reached, None.
        """
        try:
            with self._visit() as line:
                folders = self._sent(line)
                if any(
                    search(line, each, "HEADER", "Message-ID", quoted(angled(message_id))) for each in folders
                ):
                    return True
                return (
                    False if any(search(line, each, "HEADER", DESK_MARK, '""') for each in folders) else None
                )
        except ChannelDown:
            return None

    def foreign_marks(self, own_mark: str, since: datetime) -> Sequence[str]:
        """Marks of other desks on mail sent since ``since`` (DESK-12). Raises ChannelDown."""
        with self._visit() as line:
            return sorted(desk_marks(line, self._sent(line), since) - {own_mark})

    def meet(self, own_mark: str, now: datetime) -> Sequence[str]:
        """Say in the Sent folder that this desk is at work, then look who else is (DESK-12).

        Each desk leaves its note before it looks, so of two that start in the same moment at least one sees
        the other. A note a day is enough; without a Sent folder there is nothing to say or see. Raises ChannelDown.
        """
        known = channel_table("mail")["presence"]
        with self._visit() as line:
            folders = self._sent(line)
            renew = now - timedelta(hours=known["own_hours"])
            if folders and own_mark not in desk_marks(line, folders, renew):
                note = presence_note(own_mark, self._settings.login.user, now)
                line.append(folders[0], "(\\Seen)", "", note)
            since = now - timedelta(hours=known["others_hours"])
            return sorted(desk_marks(line, folders, since) - {own_mark})

    def heads(self, since: datetime, *, sent: bool = False) -> Sequence[MailHead]:
        """The heads of the folder's mails, or of what was sent, since a moment (DESK-08). Raises ChannelDown."""
        with self._visit() as line:
            folders = self._sent(line) if sent else [folder_name(self._settings.folder)]
            day = day_before(since)
            return [
                head
                for folder in folders
                for head in heads_in(line, search(line, folder, "SINCE", day), since)
            ]

    def probe(self) -> Sequence[ProbeStep]:
        """Reach, encrypt, sign in, open the folder, and whether news comes by itself (IDLE)."""
        steps: list[ProbeStep] = []
        try:
            for step in self._tries():
                steps.append(step)
        except ChannelDown as trouble:
            name = _PROBE[min(len(steps), len(_PROBE) - 1)]
            steps.append(ProbeStep(name, False, trouble.what, trouble.do))
        return steps

    def close(self) -> None:
        """End a wait in another thread and the connection."""
        self._closed.set()
        with suppress(OSError):
            self._alarm.send(b"x")
        with self._lock:
            self._drop()
            self._wake.close()
            self._alarm.close()

    # The connection

    def _connected(self) -> ImapLine:
        if self._line is None:
            self._line = self._signed_in(self._open())
        return self._line

    def _open(self) -> ImapLine:
        line = ImapLine(self._settings.login, self._settings.connect_s)
        try:
            if self._settings.login.security == "starttls":
                line.start_tls()
            line.bound(self._settings.command_s)
        except BaseException:
            line.end()
            raise
        return line

    def _signed_in(self, line: ImapLine) -> ImapLine:
        self._idles = sign_in(line, self._settings.login)
        return line

    def _sent(self, line: ImapLine) -> list[str]:
        return sent_folders(line, self._settings.sent_folders)

    def _enter(self, line: ImapLine, folder: str) -> int:
        """Open ``folder`` read-only; its UIDVALIDITY. Raises ChannelDown where it does not exist."""
        answer, _ = line.select(folder_name(folder), readonly=True)
        if answer != "OK":
            raise ChannelDown(
                f"The mailbox has no folder {folder}.",
                where=self._settings.login.host,
                do="Choose a folder in Settings.",
            )
        self._exists = exists(line)
        validity = line.response("UIDVALIDITY")[1][0]
        return int(validity or 1)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what can happen to a connection into ChannelDown, and let go of a broken one."""
        host = self._settings.login.host
        try:
            yield
        except ChannelDown:
            self._drop()
            raise
        except (imaplib.IMAP4.error, OSError) as trouble:
            self._drop()
            do = "The desk keeps trying."
            if isinstance(trouble, ssl.SSLCertVerificationError):
                do = "Ask the mail administrator before you sign in."
            raise ChannelDown(reach_words(trouble, host), where="mailbox", do=do) from trouble

    def _drop(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            with suppress(OSError):
                line.end()

    @contextmanager
    def _visit(self) -> Iterator[ImapLine]:
        """A short connection of its own, so that a look-up never disturbs the one that waits."""
        other = ImapMail(self._settings)
        try:
            with other._guarded():
                yield other._connected()
        finally:
            other.close()

    def _idle(self, line: ImapLine, seconds: float) -> bool:
        try:
            line.noop()  # not every server repeats, once it idles, what came since the folder was entered
            news = exists(line) != self._exists or line.idle_for(seconds, self._wake, self._settings.settle_s)
            self._hush()
            return news
        except (imaplib.IMAP4.error, OSError):
            self._drop()
            return not self._closed.is_set()

    # The connection test

    def _tries(self) -> Iterator[ProbeStep]:
        login = self._settings.login
        with self._lock, self._guarded():
            self._drop()
            line = self._open()
            try:
                yield ProbeStep(_PROBE[0], True, f"{login.host} answers.")
                how = {"tls": "TLS", "starttls": "STARTTLS", "none": "None, on this computer"}[login.security]
                yield ProbeStep(_PROBE[1], True, f"{how}.")
                self._line = self._signed_in(line)
                yield ProbeStep(_PROBE[2], True, f"Signed in as {login.user}.")
                self._enter(line, self._settings.folder)
                yield ProbeStep(
                    _PROBE[3], True, f"{self._settings.folder} holds {int(self._exists or 0)} mails."
                )
                news = (
                    "New mail is reported at once."
                    if self._idles
                    else "The desk asks for new mail regularly."
                )
                yield ProbeStep(_PROBE[4], True, news)
            finally:
                self._drop()


_PROBE = ("Reach the mailbox", "Encryption", "Sign in", "Open the folder", "News")
