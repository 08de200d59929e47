"""A server that says what it is told, for the answers that no well-behaved server gives."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

Reply = Callable[[bytes], bytes | None]


class ScriptedImap:
    """Speaks IMAP on a free loopback port: tags are copied, answers come from ``script``.

    ``script`` holds pairs of a word in the command and the lines to answer with, ``{tag}`` being
    the tag; None is silence from then on. A command that is in no pair is answered with OK.
    """

    def __init__(
        self, script: Sequence[tuple[bytes, bytes | None]] = (), greeting: bytes = b"* OK ready"
    ) -> None:
        self._script, self._greeting = script, greeting
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        for each in (self._listener, *self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._listener.accept()
                self._open.append(line)
                threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with suppress(OSError), line.makefile("rb") as commands:
            if self._greeting:
                line.sendall(self._greeting + b"\r\n")
            for command in commands:
                answer = self._answer(command)
                if answer is None:
                    return
                line.sendall(answer)

    def _answer(self, command: bytes) -> bytes | None:
        tag = command.split(b" ", 1)[0].strip()
        for word, answer in self._script:
            if word in command:
                return None if answer is None else answer.replace(b"{tag}", tag)
        if b"CAPABILITY" in command:
            return b"* CAPABILITY IMAP4rev1 IDLE\r\n" + tag + b" OK done\r\n"
        return tag + b" OK done\r\n"
