"""What can be done with the marked leads, at the foot of the board; what stayed as it is, and why, above it (FLOW-12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.widgets.wrapped import wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from desk.models.commands import ManyDone, NotDone
    from desk.models.snapshots.frame import PersonView

MOST = 200  # how high the list of refusals may stand over the board


class BulkBar(w.Card):
    """Each act goes out as a signal; nothing is done here. ``lead_wanted``: look at one that refused."""

    assign_wanted = Signal(object)
    hold_wanted = Signal()
    close_wanted = Signal()
    export_wanted = Signal()
    call_wanted = Signal()
    start_wanted = Signal()
    cleared = Signal()
    lead_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("accent", 10, parent)
        self.people: Sequence[PersonView] = ()
        self.words = w.Words("", "name")
        self.assign = w.Button(say("Assign"), icon="user-plus", size="row")
        self.hold = w.Button(say("Hold"), icon="pause", size="row")
        self.close_them = w.Button(say("Close as lost"), icon="circle-x", size="row")
        self.call = w.Button(say("Call"), icon="phone", size="row")
        self.start = w.Button(say("Start assistant"), icon="sparkles", size="row")
        self.start.setToolTip(say("On leads that were taken in as older ones"))
        self.export = w.Button(say("Export"), icon="download", size="row")
        self.clear = w.Button(say("Clear"), "ghost", key="Esc", size="row")
        self.told = w.Words("", "secondary_medium", "t1", wrap=True)
        self.refused = _Refusals()
        self._build()
        self.assign.clicked.connect(
            lambda: self.menu().popup(self.assign.mapToGlobal(self.assign.rect().topLeft()))
        )
        self.hold.clicked.connect(self.hold_wanted)
        self.close_them.clicked.connect(self.close_wanted)
        self.call.clicked.connect(self.call_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.clear.clicked.connect(self.cleared)
        self.refused.wanted.connect(self.lead_wanted)
        self.setAccessibleName(say("Marked leads"))

    @property
    def acts(self) -> tuple[w.Button, ...]:
        """What can be done with the marked leads."""
        return self.call, self.assign, self.hold, self.close_them, self.start, self.export

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 8)
        column.setSpacing(6)
        for part in (self.told, self.refused):
            column.addWidget(part)
            part.hide()
        column.addLayout(wrapped(8, (self.words, w.KeyCap("M")), (*self.acts, self.clear)))
        self.setFocusProxy(self.assign)

    def menu(self) -> QMenu:
        """Who the marked leads may go to; nobody is one of the choices."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        for person in (person for person in self.people if person.active):
            menu.addAction(person.name, lambda person=person: self.assign_wanted.emit(person.id))
        menu.addSeparator()
        menu.addAction(say("Nobody"), lambda: self.assign_wanted.emit(None))
        return menu

    def show_count(self, count: int) -> None:
        """How many are marked; without any the acts wait."""
        self.words.setText(say("{n} selected", n=count) if count else say("Click the leads you want"))
        for act in self.acts:
            act.setEnabled(bool(count))

    def busy(self) -> None:
        """An act is on its way: no second one before its answer."""
        self.say("")
        for act in self.acts:
            act.setEnabled(False)

    def show_done(self, answer: ManyDone) -> None:
        """Who refused and why, each with the way to it."""
        many, stayed = len(answer.done) + len(answer.refused), len(answer.refused)
        self.say(say("{n} of {all} stay as they are:", n=stayed, all=many) if stayed else "")
        self.refused.show_lines([(row.lead_id, row.name, _why(row)) for row in answer.refused])

    def say(self, words: str) -> None:
        """One line above the acts; what was refused before is done with."""
        self.refused.hide()
        self.told.setText(words)
        self.told.setAccessibleName(words)
        self.told.setVisible(bool(words))


def _why(row: NotDone) -> str:
    """Why it stayed and what to do; the name stands before it already."""
    words = row.words.removeprefix(f"{row.name} ")
    return f"{words[:1].upper()}{words[1:]} {row.do}".strip()


class _Refusals(QScrollArea):
    """One line a lead: its name, which opens it, and why it stayed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.lines: list[tuple[str, str, str]] = []

    def show_lines(self, lines: list[tuple[str, str, str]]) -> None:
        self.lines = lines
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for lead_id, name, words in lines:
            row, button = QHBoxLayout(), w.Button(name or say("This lead"), size="row")
            row.setSpacing(10)
            button.clicked.connect(lambda _=False, lead_id=lead_id: self.wanted.emit(lead_id))
            why = w.Words(words, "secondary", "bad", wrap=True)
            why.setContentsMargins(0, Theme.current().space(4), 0, 0)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(why, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.setVisible(bool(lines))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its words need at this width, as far as the look lets it."""
        if (inside := self.widget()) is not None:
            needed = inside.layout().totalHeightForWidth(self.viewport().width())
            inside.setFixedHeight(needed)  # a wrapped line asks for more than it takes
            self.setFixedHeight(min(needed + 2, Theme.current().px(MOST)))
