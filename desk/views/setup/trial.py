"""Tests what was entered, away from the window's thread; the connection itself is made by whoever gives the probes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.models.probe import ProbeStep
from desk.views import widgets as w
from desk.views.detail.side import Ruled
from desk.views.text import say, told, told_again
from desk.views.widgets.rows import emptied

if TYPE_CHECKING:
    from desk.views.setup.sign_in import SignIns


class Probes(Protocol):
    """Connection tests and the place for secrets. ``settings`` are as entered, not yet saved.

    A test never raises for a refusal: it tells it as a step that did not work. ``save_secret`` raises DeskError.
    ``sign_ins`` opens a provider's own page; None where nothing can be signed in to.
    """

    @property
    def sign_ins(self) -> SignIns | None: ...
    def test_mail(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]: ...
    def look_for_second_answer(self, settings: Mapping[str, Any], password: str) -> Sequence[ProbeStep]: ...
    def test_texts(self, settings: Mapping[str, Any], token: str, to: str) -> Sequence[ProbeStep]: ...
    def test_language(self, settings: Mapping[str, Any], key: str) -> Sequence[ProbeStep]: ...
    def save_secret(self, name: str, value: str) -> None: ...


class Trial(QObject):
    """Runs one piece of work on another thread; ``done`` carries its answer, ``failed`` its words, on this thread."""

    done = Signal(object)
    failed = Signal(str)

    def start(self, work: Callable[[], Any]) -> None:
        QThreadPool.globalInstance().start(_Work(self, work))


class _Work(QRunnable):
    def __init__(self, trial: Trial, work: Callable[[], Any]) -> None:
        super().__init__()
        self._trial, self._work = trial, work

    def run(self) -> None:
        try:
            answer = self._work()
        except Exception as error:  # the person sees its words; a test must never end the window
            self._trial.failed.emit(told(str(error)))
        else:
            self._trial.done.emit(told_again(answer))


class Steps(QWidget):
    """The lines of a test: what was tried, whether it worked, and what to do if not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passed = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def wait(self) -> None:
        self.show_waiting(say("Testing what you entered …"))

    def show_waiting(self, words: str) -> None:
        self._clear()
        self.passed = False
        self._column.addWidget(w.Words(words, "body", "t2", wrap=True))
        self.show()

    def show_steps(self, steps: Sequence[ProbeStep]) -> None:
        self._clear()
        self.passed = bool(steps) and all(step.ok for step in steps)
        for step in steps:
            self._column.addWidget(_line(step))
        self.show()

    def show_words(self, words: str) -> None:
        self.show_steps((ProbeStep(say("The test could not run"), False, words),))

    def _clear(self) -> None:
        emptied(self._column)


def _line(step: ProbeStep) -> QWidget:
    line = Ruled()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 7, 0, 8)
    row.setSpacing(10)
    icon, tone = ("circle-check", "ok") if step.ok else ("circle-x", "bad")
    sign = w.Icon(icon, tone, 16, say("Worked") if step.ok else say("Did not work"))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(w.Words(step.name, "row"))
    told = " ".join(part for part in (step.detail, step.do if not step.ok else "") if part)
    words.addWidget(w.Words(told, "secondary", "t2" if step.ok else "bad", wrap=True))
    row.addLayout(words, 1)
    return line
