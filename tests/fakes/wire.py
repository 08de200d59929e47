"""A wire between the desk and a server on loopback that fails where and how it is told.

The place is a number of bytes or the end of some words, in what the caller says or in what the server answers. What came
before the place is delivered.
"""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

Side = Literal["asked", "answered"]
#: ``cut`` closes both ends; ``reset`` resets the caller's; ``half`` closes the server's end and leaves the caller's open and silent;
#: ``hold`` keeps both open and silent; ``delay`` lets what follows pass a moment later.
How = Literal["cut", "reset", "half", "hold", "delay"]
_RESET = struct.pack("ii", 1, 0)  # linger for no time: the other end hears a reset
_REMEMBERED = 200  # bytes; longer than any words that are waited for


@dataclass(frozen=True, slots=True)
class Break:
    """What goes wrong: ``how``, once ``after`` bytes or ``words`` of one ``side`` have passed."""

    how: How
    side: Side = "asked"
    words: bytes = b""
    after: int = 0
    delay_s: float = 0.1


class Wire:
    """Listens on a free loopback port in front of ``port``; a whole wire until ``break_at`` is told otherwise.

    ``always`` breaks every connection; ``break_at`` the next one that comes to the place, and ``broke`` is set then.
    """

    def __init__(self, port: int) -> None:
        self._target = port
        self.always: Break | None = None
        self.passed = self.calls = 0
        self.broke = threading.Event()
        self._next: Break | None = None
        self._lock = threading.Lock()
        self._ends: list[_Call] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, name="wire", daemon=True).start()

    def break_at(self, place: Break) -> None:
        """Fail at ``place`` once, on whichever connection comes there first."""
        with self._lock:
            self.broke.clear()
            self._next = place

    def hang_up(self) -> None:
        """Close every connection, as a server does with idle ones."""
        for call in tuple(self._ends):
            call.end()

    def close(self) -> None:
        """Let nobody in any more and let go of every connection."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._listener.accept()
                self.passed, self.calls = 0, self.calls + 1
                call = _Call(self, caller, socket.create_connection(("127.0.0.1", self._target)))
                self._ends.append(call)
                call.carry()

    def due(self, side: Side, before: bytes, passed: int, data: bytes) -> tuple[Break, int] | None:
        """The break that lies within ``data``, and how much of it still passes. ``before`` is what came just before."""
        with self._lock:
            place = self.always or self._next
            if place is None or place.side != side:
                return None
            left = place.after - passed
            if place.words:
                tail = before[1 - len(place.words) :] if len(place.words) > 1 else b""
                found = (tail + data).find(place.words)
                left = found + len(place.words) - len(tail) if found >= 0 else -1
            if not 0 <= left <= len(data):
                return None
            if place is self._next:
                self._next = None
            self.broke.set()
            return place, left


class _Call:
    """One connection through the wire: both directions on a thread each."""

    def __init__(self, wire: Wire, caller: socket.socket, server: socket.socket) -> None:
        self._wire, self._caller, self._server = wire, caller, server
        self._silent = threading.Event()
        for each in (caller, server):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def carry(self) -> None:
        """Pass both ways, unless the wire breaks before the first word."""
        if (found := self._wire.due("answered", b"", 0, b"")) and not self._goes_on(found[0]):
            return
        ways: tuple[tuple[socket.socket, socket.socket, Side], ...] = (
            (self._caller, self._server, "asked"),
            (self._server, self._caller, "answered"),
        )
        for way in ways:
            threading.Thread(target=self._pump, args=way, name="wire", daemon=True).start()

    def end(self) -> None:
        for each in (self._caller, self._server):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _pump(self, source: socket.socket, target: socket.socket, side: Side) -> None:
        before, passed = b"", 0
        with suppress(OSError):
            while data := source.recv(65536):
                if self._silent.is_set():
                    continue
                found = self._wire.due(side, before, passed, data)
                left = len(data) if found is None else found[1]
                if found is not None and found[0].how != "delay":
                    self._silent.set()  # first, or an answer to what still passes would come through
                self._pass(target, data[:left], side)
                if found is not None and not self._goes_on(found[0]):
                    return
                self._pass(target, data[left:], side)
                before, passed = (before + data)[-_REMEMBERED:], passed + len(data)
        if not self._silent.is_set():
            self.end()

    def _pass(self, target: socket.socket, data: bytes, side: Side) -> None:
        target.sendall(data)
        self._wire.passed += len(data) if side == "asked" else 0

    def _goes_on(self, place: Break) -> bool:
        """Do what the break says; True where the rest passes after it."""
        if place.how == "delay":
            self._silent.wait(place.delay_s)
            return True
        self._silent.set()
        if place.how == "cut":
            self.end()
        elif place.how == "reset":
            self._reset()
        elif place.how == "half":
            with suppress(OSError):
                self._server.shutdown(socket.SHUT_RDWR)
        return False

    def _reset(self) -> None:
        """Reset the caller's end; the server's is closed in peace, or it would lose what it has not read yet."""
        with suppress(OSError):
            self._caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._caller.shutdown(
                socket.SHUT_RD
            )  # wakes the thread that listens, and says nothing to the other end
        self._caller.close()
        self.end()
