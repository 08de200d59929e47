"""News that comes in the one moment nobody listens: after the last question, before the server idles."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest

from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import MailboxCursor
from tests.services.adapters.conftest import ReaderOf


class ListeningWire:
    """Passes everything on; each time the client asks to idle, ``before_idle`` runs before the server hears of it."""

    def __init__(self, port: int, before_idle: Callable[[], None]) -> None:
        self._target, self._before_idle = port, before_idle
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                for pair in ((client, server), (server, client)):
                    threading.Thread(target=self._pass, args=pair, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError), source, target:
            while data := source.recv(65536):
                if data.endswith(b" IDLE\r\n") and not data.startswith(b"DONE"):
                    self._before_idle()
                target.sendall(data)


@pytest.mark.requirement("LEAD-01", "AI-01")
def test_a_mail_in_the_moment_before_the_server_listens_is_not_missed(
    mail_world: OutsideMail, reader_of: ReaderOf
) -> None:
    wire = ListeningWire(
        mail_world.imap_login().port, lambda: mail_world.post(b"Subject: New lead\r\n\r\nHello")
    )
    reader = reader_of(replace(mail_world.imap_login(), port=wire.port), settle_s=0.3)
    _, cursor = reader.fetch(MailboxCursor())
    began = time.monotonic()
    assert reader.wait(30)
    assert time.monotonic() - began < 5
    assert [mail.uid > 0 for mail in reader.fetch(cursor)[0]] == [True]
    wire.close()


@pytest.mark.requirement("LEAD-01")
def test_a_mail_at_any_moment_around_the_wait_is_noticed_in_time(
    mail_world: OutsideMail, reader_of: ReaderOf
) -> None:
    reader, cursor = reader_of(mail_world.imap_login(), settle_s=0.2), MailboxCursor()
    for number in range(30):
        _, cursor = reader.fetch(cursor)
        poster = threading.Timer(number / 3000, mail_world.post, [b"Subject: New lead\r\n\r\nHello"])
        poster.start()
        began = time.monotonic()
        reader.wait(30)
        poster.join()
        assert time.monotonic() - began < 3
