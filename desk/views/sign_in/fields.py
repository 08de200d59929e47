"""What is asked of somebody who sits down: a PIN, then a code where they have one; a wrong one is said in place (R22)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desk.models.commands import TrySignIn
from desk.models.snapshots.sign_in import SignInAnswer, SitterView
from desk.models.time import span_words
from desk.views import widgets as w
from desk.views.sign_in.codes import CodesCard
from desk.views.text import say

Try: TypeAlias = Callable[[TrySignIn, Callable[[SignInAnswer], None], Callable[[Any], None]], None]
SECOND_MS = 1000


class Digits(QLineEdit):
    """A field whose letters nobody reads over a shoulder."""

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(longest)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)


class SignInFields(QWidget):
    """``opened``: the person whom ``show_person`` named may sit down. The desk compares; here is only what it answers.

    The PIN stays in its field while a code is asked, so that both are compared at once.
    """

    opened = Signal()
    grown = Signal()

    def __init__(self, try_: Try, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._try, self._now, self._person = try_, now, SitterView("", "", "")
        self._until: datetime | None = None
        self._asked = 0
        self.pin = Digits(say("PIN"), 12)
        self.code = Digits(say("Code from your phone, or a recovery code"), 24)
        self.codes = CodesCard()
        self.told = w.Words("", "secondary_medium", "bad", wrap=True)
        self.go = w.Button(say("Sign in"), "primary", key="↵")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.pin, self.codes, self.code, self.told, self.go):
            column.addWidget(part)
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._count)
        self.setFocusProxy(self.pin)
        self.pin.returnPressed.connect(self.submit)
        self.code.returnPressed.connect(self.submit)
        self.go.clicked.connect(self.submit)
        self._rest()

    @property
    def staff_id(self) -> str:
        return self._person.id

    def show_person(self, person: SitterView) -> None:
        """Ask this person, from the beginning. A wait that began before the last start goes on."""
        self._person = person
        self._asked += 1  # an answer about somebody else is no answer any more
        self._rest()
        self.pin.setVisible(person.has_pin)
        self._wait_until(person.until)

    def submit(self) -> None:
        """Enter: what was typed goes to the desk."""
        self.go.setEnabled(False)
        asked, told = (
            self._asked,
            TrySignIn(staff_id=self._person.id, pin=self.pin.text(), code=self.code.text().strip()),
        )
        self._try(told, lambda answer: self._answer(asked, answer), lambda why: self._troubled(asked, why))

    def _answer(self, asked: int, answer: SignInAnswer) -> None:
        self.go.setEnabled(True)
        if asked != self._asked:
            return
        if answer.verdict == "in":
            self._rest()
            self.opened.emit()
        elif answer.verdict in ("code", "enrol"):
            self._ask_code(answer)
        else:
            self._refuse(answer)

    def _ask_code(self, answer: SignInAnswer) -> None:
        if answer.codes is not None:
            self.codes.show_codes(answer.codes)
            self.codes.show()
        self.code.show()
        self.code.clear()
        self.code.setFocus()
        self._say("")

    def _refuse(self, answer: SignInAnswer) -> None:
        """The field that was wrong is emptied, and asked again."""
        field = self.pin if self.code.isHidden() else self.code
        field.clear()
        field.setFocus()
        wrong = say("That is not the PIN.") if field is self.pin else say("That is not the code.")
        words = {
            "wrong": wrong,
            "no_way": say("{name} has no PIN yet. Ask a desk manager to set one.", name=self._person.name),
            "stranger": say("{name} does not work here any more.", name=self._person.name),
        }
        self._say(words.get(answer.verdict, ""))
        self._wait_until(answer.until)

    def _troubled(self, asked: int, trouble: Any) -> None:
        self.go.setEnabled(True)
        if asked == self._asked:
            self._say(trouble.said)

    # --- waiting ---

    def _wait_until(self, until: datetime | None) -> None:
        self._until = until
        if until is not None:
            self._second.start()
            self._count()

    def _count(self) -> None:
        left = self._until - self._now() if self._until is not None else None
        if left is None or left.total_seconds() <= 0:
            self._second.stop()
            self._until = None
            self._say("")
            return
        self._say(
            say(
                "Too many wrong ones. Next try in {span}. A desk manager can let you in sooner.",
                span=span_words(left),
            )
        )

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setAccessibleName(words)
        self.told.setVisible(bool(words))
        self.grown.emit()

    def _rest(self) -> None:
        """Nothing typed, nothing shown."""
        self._second.stop()
        self._until = None
        self.pin.clear()
        self.code.clear()
        self.codes.forget()
        for part in (self.code, self.codes, self.told):
            part.hide()
        self.go.setEnabled(True)
        self.grown.emit()
