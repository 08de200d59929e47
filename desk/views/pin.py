"""Taking the desk with a PIN, and setting one (DESK-04)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk.models.commands_setup import SetPin
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.popover import Popover
from desk.views.text import say

REST_MS, TRIES = 30_000, 3  # after so many wrong ones the field rests, so that nobody tries all of them


class _Digits(QLineEdit):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(12)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)


class AskPin(Popover):
    """``taken`` once the right PIN was typed. It is compared away from the window's thread."""

    taken = Signal()

    def __init__(self, bridge: Bridge, staff_id: str, name: str, parent: QWidget) -> None:
        super().__init__(say("PIN of {name}", name=name), parent)
        self._bridge, self._staff_id, self._wrong = bridge, staff_id, 0
        self.field = _Digits(say("PIN"))
        self.told = w.Words("", "secondary", "bad", wrap=True)
        self.go = w.Button(say("Take the desk"), "primary")
        self.column.addWidget(w.Words(name, "section"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.told.hide()
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._try)
        self.go.clicked.connect(self._try)

    def _try(self) -> None:
        staff_id, pin = self._staff_id, self.field.text()
        if pin and self.field.isEnabled():
            self._bridge.ask(lambda read: read.pin_fits(staff_id, pin), self._answered)

    def _answered(self, right: bool) -> None:
        self.field.clear()
        if right:
            self.taken.emit()
            self.close()
            return
        self._wrong += 1
        if self._wrong >= TRIES:
            self.field.setEnabled(False)
            QTimer.singleShot(REST_MS, self, self._rested)
        self.say_why(
            say("That is not the PIN.")
            if self.field.isEnabled()
            else say("Not the PIN, again. Try in half a minute.")
        )

    def _rested(self) -> None:
        self._wrong = 0
        self.field.setEnabled(True)
        self.field.setFocus()
        self.say_why("")

    def say_why(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.fit()


class SetPinForm(Popover):
    """A new PIN, or none; a refusal is said here. ``done`` when it is recorded."""

    def __init__(
        self, bridge: Bridge, staff_id: str, name: str, done: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(say("PIN of {name}", name=name), parent)
        self._bridge, self._staff_id, self._done = bridge, staff_id, done
        self.field = _Digits(say("New PIN, 4 to 12 digits"))
        self.told = w.Words("", "secondary", "bad", wrap=True)
        self.set, self.none = w.Button(say("Set it"), "primary"), w.Button(say("No PIN"), "ghost")
        self.column.addWidget(w.Words(say("PIN of {name}", name=name), "section"))
        words = say("Asked whenever {name} takes this desk from somebody else.", name=name)
        self.column.addWidget(w.Words(words, "secondary", "t2", wrap=True))
        self.column.addWidget(self.field)
        self.column.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.set)
        row.addWidget(self.none)
        row.addStretch(1)
        self.column.addLayout(row)
        self.told.hide()
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._set)
        self.set.clicked.connect(self._set)
        self.none.clicked.connect(lambda: self._run(""))

    def _set(self) -> None:
        if self.field.text():
            self._run(self.field.text())

    def _run(self, pin: str) -> None:
        self._bridge.run(SetPin(staff_id=self._staff_id, pin=pin), lambda _: self._kept(), self._refused)

    def _kept(self) -> None:
        self._done()
        self.close()

    def _refused(self, trouble: Any) -> None:
        self.told.setText(" ".join(part for part in (trouble.words, trouble.do) if part))
        self.told.show()
        self.fit()
