"""Keeping this computer awake, by the way each system has for it (DESK-13)."""

from __future__ import annotations

import select
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from desk.services.ports import Awake

_PROGRAMS = {
    "linux": ("systemd-inhibit", "--what=sleep:idle:handle-lid-switch", "--who=Sales Desk", "--why=Leads come in at night"),
    "darwin": ("caffeinate", "-i", "-s"),
}  # fmt: skip
_WAITS = ("/bin/sh", "-c", "echo held; cat >/dev/null")
_PATIENCE_S = 5.0
_CONTINUOUS, _SYSTEM = 0x80000000, 0x00000001


def awake_here() -> Awake:
    """This system's own way."""
    return AwakeThread() if sys.platform == "win32" else AwakeProgram(_PROGRAMS.get(sys.platform, ()))


class AwakeProgram:
    """A program that keeps the computer awake for as long as a command runs under it (``ports.Awake``).

    Our command says that it runs and then waits for the end of its input: that comes when the desk lets go, and also when
    the desk is ended without warning.
    """

    def __init__(self, program: Sequence[str]) -> None:
        self._program = tuple(program)
        self._held: subprocess.Popen[bytes] | None = None

    @property
    def is_held(self) -> bool:
        return self._held is not None and self._held.poll() is None

    def hold(self) -> bool:
        if not self.is_held:
            self.release()
            self._held = self._started()
        return self.is_held

    def release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            _end(held)

    def _started(self) -> subprocess.Popen[bytes] | None:
        command, pipe = [*self._program, *_WAITS], subprocess.PIPE
        if not self._program:
            return None
        try:
            started = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        except OSError:
            return None
        assert started.stdout is not None
        heard, _, _ = select.select([started.stdout], [], [], _PATIENCE_S)
        if heard and started.stdout.readline() == b"held\n":
            return started
        _end(started)
        return None


def _end(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class AwakeThread:
    """Windows: what a thread asks of the system lasts as long as that thread (``ports.Awake``)."""

    def __init__(self) -> None:
        self._let_go, self._asked = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._answer = 0

    @property
    def is_held(self) -> bool:
        return self._thread is not None and self._answer != 0

    def hold(self) -> bool:
        if self._thread is None:
            self._let_go.clear()
            self._thread = threading.Thread(target=self._stay, name="awake", daemon=True)
            self._thread.start()
            self._asked.wait(_PATIENCE_S)
        return self.is_held

    def release(self) -> None:
        thread, self._thread, self._answer = self._thread, None, 0
        self._let_go.set()
        if thread is not None:
            thread.join(_PATIENCE_S)

    def _stay(self) -> None:
        import ctypes

        ask = ctypes.windll.kernel32.SetThreadExecutionState  # type: ignore[attr-defined,unused-ignore]  # only there on Windows
        self._answer = int(ask(_CONTINUOUS | _SYSTEM))
        self._asked.set()
        self._let_go.wait()
        ask(_CONTINUOUS)
