"""A wire that breaks: passes bytes to a server and cuts both sides after a given count."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress


class CuttingProxy:
    """Listens on a free loopback port in front of ``port``.

    ``cut_after`` counts the client's bytes (None: all pass), ``answers`` the server's. What came before the
    cut is delivered.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self.cut_after: int | None = None
        self.answers: int | None = None
        self.passed = self.calls = 0
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def hang_up(self) -> None:
        """Close the latest connection, as a server does with an idle one."""
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self.passed, self.calls = 0, self.calls + 1
                self._open = [client, server]
                for pair in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self._pump, args=pair, daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, of_client: bool) -> None:
        left = self.cut_after if of_client else self.answers
        with suppress(OSError):
            while left is None or left > 0:
                data = source.recv(65536)
                if not data:
                    break
                data = data if left is None else data[:left]
                target.sendall(data)
                self.passed += len(data) if of_client else 0
                left = None if left is None else left - len(data)
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        source.close()
