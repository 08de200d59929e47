"""The one Qt file below the views: commands go in, answers and changes come out on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desk.models.changes import Changes
from desk.models.commands import Command
from desk.models.errors import DeskError
from desk.services.reader import Reader
from desk.services.worker import Writer

log = logging.getLogger("desk.bridge")
T = TypeVar("T")
Success = Callable[[Any], None]
Failure = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something was refused or failed: a sentence for the person, what to do, and what exactly is missing."""

    words: str
    do: str = ""
    missing: tuple[str, ...] = ()


class Bridge(QObject):
    """``run`` gives a command to the writer, ``ask`` a question to a reader; both answer on the GUI thread.

    ``changed`` carries one ``Changes`` per commit, ``alert`` the id of a new alert for the person at this desk, ``failed`` a ``Trouble``
    that nobody asked for.
    """

    changed = Signal(object)
    alert = Signal(object)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, writer: Writer, reader: Callable[[], AbstractContextManager[Reader]], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._writer, self._reader, self._now = writer, reader, now
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._answered.connect(_deliver, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    def now(self) -> datetime:
        return self._now()

    def run(self, command: Command, success: Success | None = None, failure: Failure | None = None) -> None:
        self._await(self._writer.submit(command), success, failure)

    def ask(self, question: Callable[[Reader], T], success: Callable[[T], None], failure: Failure | None = None) -> None:
        if not self._closed:
            self._await(self._pool.submit(self._asked, question), success, failure)

    def publish(self, changes: Changes) -> None:
        """Called on the writer thread after each commit; the signal crosses to the GUI thread by itself."""
        if not self._closed:
            self.changed.emit(changes)

    def close(self) -> None:
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _asked(self, question: Callable[[Reader], T]) -> T:
        with self._reader() as reader:
            return question(reader)

    def _await(self, future: Future[Any], success: Success | None, failure: Failure | None) -> None:
        def done(answered: Future[Any]) -> None:
            if not self._closed and not answered.cancelled():
                self._answered.emit((answered, success, failure or self.failed.emit))

        future.add_done_callback(done)


def _deliver(answer: tuple[Future[Any], Success | None, Failure]) -> None:
    future, success, failure = answer
    error = future.exception()
    if error is not None:
        failure(trouble_of(error))
    elif success is not None:
        success(future.result())


def trouble_of(error: BaseException) -> Trouble:
    """An error as the person sees it; one of ours is logged and told plainly."""
    if isinstance(error, DeskError):
        return Trouble(error.what, error.do, getattr(error, "missing", ()))
    log.error("a question or command failed through a fault of ours", exc_info=error)
    return Trouble("Something went wrong in Sales Desk. Nothing was lost.", "It is written in the log; try again.")
