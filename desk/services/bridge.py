"""The one Qt file below the views: commands go in, answers and changes come out on the GUI thread.

It imports nothing of the engine, so that the window can paint before the engine is there; what is asked until then waits.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desk.models.errors import DeskError

if TYPE_CHECKING:  # none of these before the first frame
    from concurrent.futures import Future, ThreadPoolExecutor
    from contextlib import AbstractContextManager

    from desk.models.by import By
    from desk.models.changes import Changes
    from desk.models.commands import Command, NoteLocked, TrySignIn
    from desk.models.snapshots.sign_in import SignInView
    from desk.services.reader import Reader
    from desk.services.worker import Writer

T = TypeVar("T")
Success = Callable[[Any], None]
Failure = Callable[[Any], None]
Readers: TypeAlias = "Callable[[], AbstractContextManager[Reader]]"


class Trouble(NamedTuple):
    """Why something was refused or failed: a sentence for the person, what to do, what exactly is missing, and where it stands."""

    words: str
    do: str = ""
    missing: tuple[str, ...] = ()
    where: str = ""

    @property
    def said(self) -> str:
        """What happened and what to do, as one line."""
        return " ".join(part for part in (self.words, self.do) if part)

    def told(self, tell: Callable[[str], str] | None) -> Trouble:
        """The same in the person's language."""
        if tell is None:
            return self
        return self._replace(words=tell(self.words), do=tell(self.do), where=tell(self.where))


def _nothing(_reader: Any) -> None:
    """What a command asks of the readers."""


_LOCKED = Trouble("The desk is locked, so nothing was done.", "Sign in, then do it again.")


class _Asking(NamedTuple):
    """Who waits for an answer, and what they asked; nothing where it was a command."""

    success: Success | None
    failure: Failure | None
    question: Callable[[Any], Any] = _nothing


class _Failed(NamedTuple):
    """An answer that could not be had, and why."""

    trouble: Trouble


class Bridge(QObject):
    """``run`` gives a command to the writer, ``ask`` a question to a reader; both answer on the GUI thread.

    A command that names nobody is signed with the person at this desk (DESK-04).

    ``changed`` carries one ``Changes`` per commit, ``alert`` an ``AlertView`` new for the person at this desk, ``failed`` a
    ``Trouble`` that nobody asked for.
    """

    changed = Signal(object)
    alert = Signal(object)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, now: Callable[[], datetime], tell: Callable[[str], str] | None = None) -> None:
        """``tell`` says the engine's words in another language than its own; every answer passes it on its way to the window."""
        super().__init__()
        self._now, self._tell = now, tell
        self._writer: Writer | None = None
        self._who: Callable[[], By] | None = None
        self._readers: Readers | None = None
        self._waiting: list[Callable[[], None]] = []
        self._pool: ThreadPoolExecutor | None = None
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._closed = self.is_held = False
        self._missed: tuple[frozenset[str], frozenset[str]] | None = None
        self._turn = Lock()  # the writer tells what happened while somebody signs in
        self._tickets, self._asking = count(1), dict[int, _Asking]()

    def attach(self, writer: Writer, readers: Readers, who: Callable[[], By] | None = None) -> None:
        """The engine is there: from now on commands and questions reach it. Called on the GUI thread.

        ``who`` names the person at this desk at the moment a command is given.
        """
        from concurrent.futures import ThreadPoolExecutor

        self._pool = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._writer, self._readers, self._who = writer, readers, who
        self._go_on()

    # --- a locked desk (R22) ---

    def hold(self) -> None:
        """The desk is locked: the window's questions wait, its commands are refused, and what happens is shown to nobody."""
        self.is_held = True

    def release(self) -> None:
        """Somebody signed in: what waited goes on, and what happened meanwhile is told as one change."""
        from desk.models.changes import Changes

        with self._turn:
            self.is_held = False
            missed, self._missed = self._missed, None
        if missed is not None:
            self.changed.emit(Changes(*missed))
        self._go_on()

    def at_door(
        self, command: TrySignIn | NoteLocked, success: Success, failure: Failure | None = None
    ) -> None:
        """What a locked desk still takes: somebody says who they are. It is signed by nobody."""
        if self._writer is None:
            self._waiting.append(lambda: self.at_door(command, success, failure))
        elif not self._closed:
            self._await(self._writer.submit(command), self._ticket(_Asking(success, failure)))

    def who_may_sit(self, success: Callable[[SignInView], None]) -> None:
        """What a locked desk still tells: the names of those who work here, and how long each waits."""
        if self._pool is not None and not self._closed:
            self._send(_Asking(success, None, lambda read: read.sign_in()), self._pool)

    def _go_on(self) -> None:
        if self.is_held or self._writer is None:
            return
        waiting, self._waiting = self._waiting, []
        for ask in waiting:
            ask()

    def now(self) -> datetime:
        return self._now().astimezone(UTC)

    def run(self, command: Command, success: Success | None = None, failure: Failure | None = None) -> None:
        if self._writer is None:
            self._waiting.append(lambda: self.run(command, success, failure))
        elif self.is_held:  # it would be signed by whoever comes next
            (failure or self.failed.emit)(_LOCKED.told(self._tell))
        elif not self._closed:
            self._await(self._writer.submit(self._signed(command)), self._ticket(_Asking(success, failure)))

    def ask(
        self, question: Callable[[Reader], T], success: Callable[[T], None], failure: Failure | None = None
    ) -> None:
        if self._pool is None or self.is_held:
            self._waiting.append(lambda: self.ask(question, success, failure))
        elif not self._closed:
            self._send(_Asking(success, failure, question), self._pool)

    def in_their_words(self, answer: Any) -> Any:
        """What the engine answered, in the person's language. Called on a reader's thread, so that it costs the window nothing."""
        if self._tell is None:
            return answer
        from desk.models.snapshots.said import said_again

        return said_again(answer, self._tell)

    def _signed(self, command: Command) -> Command:
        from dataclasses import replace

        from desk.models.by import THE_DESK

        who = self._who if command.by == THE_DESK else None
        return command if who is None else replace(command, by=who())

    def publish(self, changes: Changes) -> None:
        """Called on the writer thread after each commit; the signal crosses to the GUI thread by itself.

        Nobody is told of a commit that changed nothing one can see, such as a line about who looked at what.
        """
        if self._closed or not (changes.leads or changes.kinds or changes.happened or changes.outbox):
            return
        with self._turn:
            if self.is_held:
                leads, kinds = self._missed or (frozenset(), frozenset())
                self._missed = leads | changes.leads, kinds | changes.kinds
                return
        self.changed.emit(changes)

    def close(self) -> None:
        """Answer nobody any more and let the readers end."""
        self._closed = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._asking.clear()

    # --- who waits for what ---

    def _ticket(self, asking: _Asking) -> int:
        """Whoever asks is held by the window's thread alone, and known elsewhere by a number: a widget that another thread were the
        last to let go of would be taken away there, and the window with it.
        """
        ticket = next(self._tickets)
        self._asking[ticket] = asking
        return ticket

    def _send(self, asking: _Asking, pool: ThreadPoolExecutor) -> None:
        ticket = self._ticket(asking)
        self._await(pool.submit(self._asked, ticket), ticket)

    def _asked(self, ticket: int) -> Any:
        """On a reader's thread. An error is put into words here, since it would hold on to whoever asked."""
        assert self._readers is not None, "asked only once attached"
        try:
            with self._readers() as reader:
                return self.in_their_words(self._asking[ticket].question(reader))
        except Exception as error:
            return _Failed(trouble_of(error))

    def _await(self, future: Future[Any], ticket: int) -> None:
        def done(answered: Future[Any]) -> None:
            if not self._closed and not answered.cancelled():
                self._answered.emit((ticket, answered))

        future.add_done_callback(done)

    def _deliver(self, answer: tuple[int, Future[Any]]) -> None:
        if self._closed:  # an answer that was on its way when the window went
            return
        ticket, future = answer
        success, failure, _question = self._asking.pop(ticket)
        if _is_gone(success) or _is_gone(failure):  # whoever asked was closed meanwhile
            return
        error = future.exception()
        found = _Failed(trouble_of(error)) if error is not None else future.result()
        if isinstance(found, _Failed):
            (failure or self.failed.emit)(found.trouble.told(self._tell))
        elif success is not None:
            success(found)


def _is_gone(callback: Callable[..., Any] | None) -> bool:
    """Whether this is a method of a Qt object that was deleted since."""
    owner = getattr(callback, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def trouble_of(error: BaseException) -> Trouble:
    """An error as the person sees it; one of ours is logged and told plainly."""
    if isinstance(error, DeskError):
        return Trouble(error.what, error.do, getattr(error, "missing", ()), error.where)
    import logging

    log = logging.getLogger("desk.bridge")
    log.error("a question or command failed through a fault of ours", exc_info=error)
    return Trouble(
        "Something went wrong in Sales Desk. Nothing was lost.", "It is written in the log; try again."
    )
