"""Quiet while the window paints: engines wait at their next small step until the frame stands (DESK-01).

A frame is many small pieces of Python, and at each of them an engine thread that is at work takes the interpreter for its own turn: a
frame of sixty milliseconds took a hundred and fifty. The wait is bounded, so that no engine hangs on a window that never ends a frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

_LONGEST_S = 0.1


class Quiet:
    """Kept by the window's thread alone; waited for by any other."""

    def __init__(self) -> None:
        self._over = Event()
        self._over.set()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """For as long as a frame takes."""
        self._over.clear()
        try:
            yield
        finally:
            self._over.set()

    def wait(self) -> None:
        """Until the frame stands, a tenth of a second at most; nothing where none is being painted."""
        if not self._over.is_set():
            self._over.wait(_LONGEST_S)


#: One window to a process.
WHILE_PAINTING = Quiet()
