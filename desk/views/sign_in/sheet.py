"""The sheet over a locked desk: who sits down, by keyboard alone. Nothing of a customer can be seen behind it (R22)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.models.snapshots.sign_in import SignInView, SitterView
from desk.views import widgets as w
from desk.views.detail.forms import captioned
from desk.views.sign_in.door import Door
from desk.views.sign_in.fields import SignInFields
from desk.views.text import say
from desk.views.theme import Theme

WIDTH = 400


class LockSheet(QWidget):
    """Covers the whole window. ``seated``: the id of who may sit down; ``quit_pressed``: end the desk instead.

    Up and Down choose the person while the PIN is typed, so that no mouse is needed.
    """

    seated = Signal(str)
    quit_pressed = Signal()

    def __init__(self, door: Door, staff_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._door, self._wanted = door, staff_id
        self._people: tuple[SitterView, ...] = ()
        self.setAccessibleName(say("Sales Desk is locked"))
        self.person = w.Choice(say("Person"))
        self.fields = SignInFields(door.at_door, door.now)
        self.leave = w.Button(say("Quit Sales Desk"), "ghost", key="Ctrl Q", size="row")
        self.card = w.Card()
        self._build()
        self.setFocusProxy(self.fields)
        self.person.currentIndexChanged.connect(self._chosen)
        self.fields.opened.connect(lambda: self.seated.emit(self.fields.staff_id))
        self.fields.grown.connect(self._fit)
        self.leave.clicked.connect(self.quit_pressed)

    def _build(self) -> None:
        column = QVBoxLayout(self.card)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(w.Icon("lock", "t2", 18))
        head.addWidget(w.Words(say("Sales Desk is locked"), "section"), 1)
        column.addLayout(head)
        told = say("The desk goes on answering customers. Sign in to see it.")
        column.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        column.addLayout(captioned(say("Person"), self.person))
        column.addWidget(self.fields)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.addStretch(1)
        around.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(2)
        scroll = QScrollArea()  # codes to set up, in large text, are higher than a small window
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._dress()
        Theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        self.card.setFixedWidth(Theme.current().px(WIDTH))
        self._fit()

    def _fit(self) -> None:
        """As high as its words need at this width; a layout beside them would give less."""
        column = self.card.layout()
        if column is not None:
            needs = column.totalHeightForWidth(self.card.width()), column.totalMinimumSize().height()
            self.card.setFixedHeight(max(needs))

    def look(self) -> None:
        """Read who works here, and how long each waits."""
        self._door.who_may_sit(self.show_people)

    def show_people(self, view: SignInView) -> None:
        chosen = self.fields.staff_id or self._wanted
        self._people = view.people
        self.person.blockSignals(True)
        self.person.clear()
        for person in view.people:
            self.person.addItem(f"{person.name} · {person.role_words}", person.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.person.blockSignals(False)
        self._chosen(self.person.currentIndex())

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self._people):
            self.fields.show_person(self._people[place])
            (self.fields.pin if self._people[place].has_pin else self.fields.go).setFocus()

    def step(self, by: int) -> None:
        """Up and Down: another person."""
        place = self.person.currentIndex() + by
        if 0 <= place < self.person.count():
            self.person.setCurrentIndex(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key that nobody took goes on to the window behind."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().colour("canvas"))
