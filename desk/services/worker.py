"""One writer thread: every command waits its turn here, people before machines, so that no two half-finished changes meet."""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from desk.models.commands import Command
from desk.models.errors import DeskError

log = logging.getLogger("desk.writer")
_PEOPLE, _ANSWERS, _MACHINES = 0, 1, 2
_STOP = 3


class Writer:
    """Runs commands in order of who waits: a person at the window, a provider's answer, then mail and the clock."""

    def __init__(self, handle: Callable[[Command], Any]) -> None:
        self._handle = handle
        self._queue: queue.PriorityQueue[tuple[int, int, Command | None, Future[Any]]] = queue.PriorityQueue()
        self._count = itertools.count()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    def start(self) -> None:
        """Begin; commands queued before are taken then."""
        self._thread.start()

    def submit(self, command: Command) -> Future[Any]:
        """Queue a command; its answer or error comes in the future."""
        future: Future[Any] = Future()
        self._queue.put((_rank(command), next(self._count), command, future))
        return future

    def call(self, command: Command) -> Any:
        """Queue a command and wait. Raises what its handler raised. Never called from the writer or GUI thread."""
        return self.submit(command).result()

    def stop(self, timeout: float = 10.0) -> None:
        """Finish what is queued, then end."""
        if self._thread.is_alive():
            self._queue.put((_STOP, next(self._count), None, Future()))
            self._thread.join(timeout)

    @property
    def is_at_work(self) -> bool:
        """Whether commands that are called are ever answered; the command line runs its own without this thread."""
        return self._thread.is_alive()

    @property
    def waiting(self) -> int:
        """How many commands are queued."""
        return self._queue.qsize()

    def _work(self) -> None:
        while True:
            _rank, _number, command, future = self._queue.get()
            if command is None:
                return
            if future.set_running_or_notify_cancel():
                self._run(command, future)

    def _run(self, command: Command, future: Future[Any]) -> None:
        try:
            future.set_result(self._handle(command))
        except DeskError as error:
            future.set_exception(error)
        except Exception as error:
            log.exception("the command %s failed through a fault of ours", type(command).__name__)
            future.set_exception(error)


def _rank(command: Command) -> int:
    if command.by.kind == "staff":
        return _PEOPLE
    name = type(command).__name__
    return _ANSWERS if name in ("RecordSend", "ClaimSend", "RecordDelivery") else _MACHINES
