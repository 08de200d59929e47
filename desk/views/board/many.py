"""Does with the marked leads what is pressed on their bar, and keeps a person's views: the board's own acts at the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QObject, QSaveFile, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desk.models import commands as c
from desk.models.commands import DropView, ManyDone, OnMany, SaveView
from desk.views import widgets as w
from desk.views.board.bulk import BulkBar
from desk.views.popover import Popover
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.snapshots.bank import GivenOut
    from desk.models.snapshots.frame import PersonView
    from desk.views.board.board import Board
    from desk.views.bridge_protocol import Bridge


class Many(QObject):
    """Stands beside the board once a lead is marked or a view is kept. ``ask_file`` asks where an export shall lie; "" for nowhere.

    ``call_wanted`` carries the ids of the leads that shall be called one by one.
    """

    call_wanted = Signal(object)

    def __init__(self, board: Board, bridge: Bridge, zone: Callable[[], str]) -> None:
        super().__init__(board)
        self._board, self._bridge, self._zone = board, bridge, zone
        self.ask_file: Callable[[], str] = self._asked_file
        self.form: Popover | None = None

    @cached_property
    def bar(self) -> BulkBar:
        made = BulkBar(self._board)
        self._board.add_foot(made)
        made.assign_wanted.connect(lambda to: self._give(c.AssignLead(lead_id="", to=to)))
        made.hold_wanted.connect(self._ask_hold)
        made.close_wanted.connect(self._ask_reason)
        made.start_wanted.connect(lambda: self._give(c.StartOutreach(lead_id="")))
        made.export_wanted.connect(self._export)
        made.call_wanted.connect(lambda: self.call_wanted.emit(self._ids))
        made.cleared.connect(lambda: self._board.marks.pick(False))
        made.lead_wanted.connect(self._board.lead_selected)
        return made

    def follow(self, people: Sequence[PersonView]) -> None:
        """Marks came or went: the bar stands while there is one, or while leads are picked. ``people``: who may get them."""
        marks, self.bar.people = self._board.marks, people
        if not marks.any:
            self.bar.say("")
        self.bar.show_count(len(marks.cards))
        self.bar.setVisible(marks.any)

    # --- acts ---

    @property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self._board.marks.cards)

    def _give(self, given: c.OfLead) -> None:
        self.bar.busy()
        self._bridge.run(OnMany(lead_ids=self._ids, given=given), self._done, self._troubled)

    def _done(self, answer: ManyDone) -> None:
        """What refused stays marked, to be looked at or tried in another way."""
        if self.form is not None:
            self.form.close()
        self._board.marks.keep(row.lead_id for row in answer.refused)
        if answer.refused:
            self.bar.show_done(answer)
        else:
            self._board.marks.pick(False)

    def _troubled(self, trouble: Any) -> None:
        self.bar.show_count(len(self._ids))
        self.bar.say(trouble.said)

    def _ask_hold(self) -> None:
        self.form = form = HoldMany(len(self._ids), self._bridge.now(), self._zone(), self._board)
        form.destroyed.connect(self._forget_form)
        form.given.connect(self._give)
        form.rise_from(self.bar.hold)

    def _forget_form(self) -> None:
        self.form = None

    def _ask_reason(self) -> None:
        from PySide6.QtCore import Qt

        from desk.views.reason import LostReason

        ask = LostReason(say("{n} leads", n=len(self._ids)), self._board.window(), many=True)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge.ask(lambda read: read.lost_reasons(), ask.show_reasons)
        ask.given.connect(lambda why: self._give(c.MoveLead(lead_id="", stage="lost", reason=why)))
        ask.given.connect(ask.accept)
        ask.open()

    def called(self, lead_id: str) -> None:
        """A marked lead was called: those that are left stay marked."""
        self._board.marks.keep(other for other in self._ids if other != lead_id)

    # --- export ---

    def _asked_file(self) -> str:
        place, _ = QFileDialog.getSaveFileName(self._board, say("Export leads"), "leads.csv", "CSV (*.csv)")
        return place

    def _export(self) -> None:
        """First the record, then the file: what leaves the store is written down (R22)."""
        place, ids = self.ask_file(), self._ids
        if not place:
            return
        self.bar.busy()
        self._bridge.ask(
            lambda read: read.leads_csv(ids), lambda given: self._note(place, given), self._troubled
        )

    def _note(self, place: str, given: GivenOut) -> None:
        note = c.NoteExport(what="leads", rows=given.rows, customers=given.customers)
        self._bridge.run(note, lambda _: self._write(place, given), self._troubled)

    def _write(self, place: str, given: GivenOut) -> None:
        self._bridge.ask(
            lambda _: written(place, given.text), lambda why: self._wrote(place, given, why), self._troubled
        )

    def _wrote(self, place: str, given: GivenOut, why: str) -> None:
        self.bar.show_count(len(self._ids))
        if why:
            self.bar.say(say("The file was not written: {why}. Choose another place.", why=why))
        else:
            self.bar.say(
                say("{n} leads are in {place}. The export stands in the record.", n=given.rows, place=place)
            )

    # --- views ---

    def save_view(self) -> None:
        """Ask for a name; the same name again takes its place."""
        self.form = form = NameView(self._board)
        form.destroyed.connect(self._forget_form)
        words = self._board.head.choice()
        form.given.connect(
            lambda name: self._bridge.run(SaveView(name=name, words=words), form.done, form.troubled)
        )
        form.hang_below(self._board.head.views)

    def drop_view(self, name: str) -> None:
        self._bridge.run(DropView(name=name))


def written(place: str, text: str) -> str:
    """Write a file whole or not at all; answers why not, "" when it stands there. Called on a reading thread."""
    file = QSaveFile(place)
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return file.errorString()
    file.write(text.encode("utf-8"))
    return "" if file.commit() else file.errorString()


class HoldMany(Popover):
    """Reason, date and note for all of the marked leads; each is still asked by its own rules (FLOW-03)."""

    given = Signal(object)

    def __init__(self, count: int, now: datetime, zone: str, parent: QWidget) -> None:
        from datetime import timedelta

        from desk.views import formats
        from desk.views.detail.forms import DayField, TextField, captioned

        super().__init__(say("Put on hold"), parent)
        self._zone = zone
        self.reason, self.until = QLineEdit(), DayField()
        self.note = TextField(say("Note to the manager"), 1)
        self.hold = w.Button(say("Put {n} on hold", n=count), "primary", icon="pause")
        week = formats.local(now + timedelta(days=7), zone)
        self.until.setDate(QDate(week.year, week.month, week.day))
        self.column.addWidget(w.Words(say("Put {n} leads on hold", n=count), "section"))
        told = say("Each must be an organic order with a fresh attempt. The others stay, and say why.")
        self.column.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        for caption, field in (
            (say("Reason"), self.reason),
            (say("Comes back on"), self.until),
            (say("Note to the manager"), self.note),
        ):
            self.column.addLayout(captioned(caption, field))
        row = QHBoxLayout()
        row.addWidget(self.hold)
        row.addStretch(1)
        self.column.addLayout(row)
        self.hold.clicked.connect(self._give)
        self.note.sent.connect(self._give)
        self.note.left.connect(self.close)
        self.setFocusProxy(self.reason)

    def _give(self) -> None:
        day = self.until.date()
        until = datetime(day.year(), day.month(), day.day(), 9, tzinfo=ZoneInfo(self._zone))
        given = c.HoldLead(
            lead_id="", kind="organic", reason=self.reason.text().strip(), until=until,
            note=self.note.toPlainText().strip(),
        )  # fmt: skip
        self.given.emit(given)


class NameView(Popover):
    """Asks how a view of the board shall be called."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Save this view"), parent)
        self.name, self.refusal = QLineEdit(), w.Words("", "secondary", "bad", wrap=True)
        self.save = w.Button(say("Save view"), "primary")
        self.name.setPlaceholderText(say("Name of the view"))
        self.name.setAccessibleName(say("Name of the view"))
        self.refusal.hide()
        self.column.addWidget(w.Words(say("Save this view"), "section"))
        told = say("It keeps whose leads are shown, the filter and the order, for you.")
        self.column.addWidget(w.Words(told, "secondary", "t2", wrap=True))
        self.column.addWidget(self.name)
        self.column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        self.column.addLayout(row)
        self.save.clicked.connect(lambda: self.given.emit(self.name.text()))
        self.name.returnPressed.connect(lambda: self.given.emit(self.name.text()))
        self.setFocusProxy(self.name)

    def done(self, _answer: object) -> None:
        self.close()

    def troubled(self, trouble: Any) -> None:
        self.refusal.setText(trouble.said)
        self.refusal.show()
        self.fit()
