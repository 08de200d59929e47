"""Taking the desk with a PIN, and setting one (DESK-04)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.models.commands import SetPin
from desk.models.snapshots.sign_in import SitterView
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.popover import Popover
from desk.views.sign_in.fields import Digits, SignInFields
from desk.views.text import say


class AskPin(Popover):
    """``taken`` once the person who takes the desk is the one they say. The desk compares and counts (R22)."""

    taken = Signal()

    def __init__(self, bridge: Bridge, person: SitterView, parent: QWidget) -> None:
        super().__init__(say("PIN of {name}", name=person.name), parent)
        self.fields = SignInFields(bridge.run, bridge.now)
        self.column.addWidget(w.Words(person.name, "section"))
        self.column.addWidget(self.fields)
        self.setFocusProxy(self.fields)
        self.fields.show_person(person)
        self.fields.grown.connect(self.fit)
        self.fields.opened.connect(self._opened)

    def _opened(self) -> None:
        self.taken.emit()
        self.close()


class SetPinForm(Popover):
    """A new PIN, or none; a refusal is said here. ``done`` when it is recorded."""

    def __init__(
        self, bridge: Bridge, staff_id: str, name: str, done: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(say("PIN of {name}", name=name), parent)
        self._bridge, self._staff_id, self._done = bridge, staff_id, done
        self.field = Digits(say("New PIN, 4 to 12 digits"), 12)
        self.told = w.Words("", "secondary", "bad", wrap=True)
        self.set, self.none = w.Button(say("Set it"), "primary"), w.Button(say("No PIN"), "ghost")
        self.column.addWidget(w.Words(say("PIN of {name}", name=name), "section"))
        words = say(
            "Asked when {name} sits down: at the start, on a locked desk, and after somebody else.", name=name
        )
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
        self.told.setText(trouble.said)
        self.told.show()
        self.fit()
