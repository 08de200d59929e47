"""A calling list in the pane: lead by lead, the number with its local time, whether it may be called now, the outcome, next (FLOW-12).

A single call is a list of one that is made at once where it may be: the same question is asked of it.
C calls (the number is copied and handed to the computer's phone), a digit and Ctrl+Enter log how it ended, and the next one comes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.models.commands import AskToCall
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import Refusal, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say

if TYPE_CHECKING:
    from desk.models.snapshots.lead import CallAnswer, LeadView


class CallingList(w.Card):
    """``lead_wanted``: show this lead. ``log_wanted``: the call is being made. ``ended``: no more."""

    lead_wanted = Signal(str)
    log_wanted = Signal()
    ended = Signal()

    def __init__(self, lead: OpenLead, parent: QWidget | None = None) -> None:
        super().__init__("accent", parent=parent)
        self._lead = lead
        self.ids: tuple[str, ...] = ()
        self.place, self._asked = 0, ""
        self._at_once = False
        self._called: Callable[[str], None] = lambda _lead_id: None
        self.answer: CallAnswer | None = None
        self.where, self.number = w.Words("", "caption_strong", "t2"), w.Words("", "name")
        self.local, self.verdict = (
            w.Words("", "secondary", "t2"),
            w.Words("", "secondary_medium", "t1", wrap=True),
        )
        self.reason, self.refusal = QLineEdit(), Refusal()
        self.call_button = w.Button(say("Call"), "primary", key="C", icon="phone", size="row")
        self.copy_button = w.IconButton("copy", say("Copy the number"), size=26)
        self.back_button = w.IconButton("chevron-left", say("The one before"), size=26)
        self.next_button = w.Button(say("Next"), key=".", size="row")
        self.end_button = w.IconButton("x", say("End the calling list"), size=26)
        self._build()
        self._join()
        self.hide()

    def _build(self) -> None:
        column, head, who, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        column.setContentsMargins(12, 7, 8, 9)
        column.setSpacing(5)
        head.addWidget(self.where, 1)
        head.addWidget(self.end_button)
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        who.addWidget(self.number)
        who.addWidget(self.local, 1)
        self.reason.setPlaceholderText(say("Why you call all the same"))
        self.reason.setAccessibleName(say("Why you call all the same"))
        for button in (self.call_button, self.copy_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.back_button, self.next_button):
            foot.addWidget(button)
        for part in (head, who):
            column.addLayout(part)
        for field in (self.verdict, self.reason, self.refusal):
            column.addWidget(field)
        column.addLayout(foot)

    def _join(self) -> None:
        self.call_button.clicked.connect(self.call)
        self.copy_button.clicked.connect(self.copy)
        self.reason.returnPressed.connect(self.call)
        self.next_button.clicked.connect(lambda: self.go(1))
        self.back_button.clicked.connect(lambda: self.go(-1))
        self.end_button.clicked.connect(self.end)

    # --- the list ---

    @property
    def stands(self) -> bool:
        return bool(self.ids)

    def start(self, ids: Sequence[str], called: Callable[[str], None]) -> None:
        """Begin with the first of these leads; ``called`` hears of each whose call was logged."""
        self.ids, self.place, self._called = tuple(ids), 0, called
        if self.ids:
            self.lead_wanted.emit(self.ids[0])

    def start_one(self, view: LeadView) -> None:
        """Call this lead alone: at once where nothing stands against it, else what does is shown."""
        self.ids, self.place, self._called = (view.card.id,), 0, lambda _lead_id: None
        self._asked, self._at_once = "", True
        self.show_lead(view)

    @property
    def is_single(self) -> bool:
        return len(self.ids) == 1

    def go(self, by: int) -> None:
        """On to the next one, or back; past the last one the list ends."""
        if self.place + by >= len(self.ids):
            self.end()
        elif self.place + by >= 0:
            self.place += by
            self.lead_wanted.emit(self.ids[self.place])

    def end(self) -> None:
        self._put_away()
        self.ended.emit()

    def _put_away(self) -> None:
        self.ids, self.answer, self._asked, self._at_once = (), None, "", False
        self.hide()

    def logged(self) -> None:
        """The call of the lead that stands was logged: the next one comes."""
        if self.stands and self._lead.id == self.ids[self.place]:
            self._called(self._lead.id)
            self.go(1)

    # --- the lead that stands ---

    def show_lead(self, view: LeadView) -> None:
        """Its place and its number; a lead that is not of the list waits beside it."""
        mine = view.card.id in self.ids
        if self.is_single and not mine:
            self._put_away()
        if not self.stands:
            return
        if mine:
            self.place = self.ids.index(view.card.id)
        told = say("Calling list · {n} of {all}", n=self.place + 1, all=len(self.ids))
        words = told if mine else say("{list} · this lead is not on it", list=told)
        self.where.setText(say("Call") if self.is_single else words)
        for button in (self.back_button, self.next_button):
            button.setVisible(not self.is_single)
        self.setAccessibleName(self.where.text())
        at = formats.clock_full(self._lead.now(), view.customer_zone)
        self.local.setText(say("{at} there", at=at))
        self.next_button.set_words(say("Finish") if self.place + 1 == len(self.ids) else say("Next"))
        self.back_button.setEnabled(self.place > 0)
        self.show()
        if view.card.id != self._asked:
            self._clear(view.card.id)
        self._lead.run(AskToCall(lead_id=view.card.id), lambda answer: self._answered(view.card.id, answer))

    def _clear(self, lead_id: str) -> None:
        """Another lead: nothing of the one before is shown as its own."""
        self._asked, self.answer = lead_id, None
        self.number.setText("")
        self.verdict.setText("")
        self.reason.clear()
        self.reason.hide()
        self.refusal.say("")
        self.call_button.setEnabled(False)
        self.copy_button.setEnabled(False)

    def _answered(self, lead_id: str, answer: CallAnswer) -> None:
        if lead_id != self._asked or not self.stands:
            return
        self.answer = answer
        self.number.setText(answer.shown or say("No number"))
        tone = {"yes": "ok", "reason": "warn", "later": "warn"}.get(answer.may, "bad")
        self.verdict.setText(self._words(answer))
        self.verdict.setAccessibleName(self.verdict.text())
        self.verdict.set_tone(tone)
        may = answer.may in ("yes", "reason")
        self.call_button.setEnabled(may)
        self.copy_button.setEnabled(may)
        self.reason.setVisible(answer.may == "reason")
        if self._at_once:
            self._at_once = False
            self.call()

    def _words(self, answer: CallAnswer) -> str:
        if answer.may == "yes":
            return say("May be called now")
        if answer.may == "later" and answer.until is not None:
            at = formats.when(answer.until, self._lead.zone, self._lead.now())
            return say("Not now: {why} Again {at}, store time.", why=answer.words, at=at)
        if answer.may == "reason":
            return say("{why} Give your reason first.", why=answer.words)
        return say("No call: {why} {lifts}", why=answer.words, lifts=answer.lifts).strip()

    @property
    def because(self) -> str:
        """The reason that was given for this call, to be kept with its log."""
        return (
            self.reason.text().strip()
            if self.stands and self.answer is not None and self.answer.may == "reason"
            else ""
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the reason was the reason's own, and opens nothing wide."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The number into the clipboard, for a phone beside the computer."""
        if self.answer is not None and self.answer.number:
            QGuiApplication.clipboard().setText(self.answer.number)

    def call(self) -> None:
        """As far as it may be called: copied, handed to the computer's phone, and the log opened for the outcome."""
        answer = self.answer
        if answer is None or answer.may not in ("yes", "reason"):
            return
        missing = answer.may == "reason" and not self.because
        mark_wrong(self.reason, missing)
        self.refusal.say(say("Say why you call all the same; it is kept with the call.") if missing else "")
        if missing:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.copy()
        QDesktopServices.openUrl(QUrl(f"tel:{answer.number}"))
        self.log_wanted.emit()
