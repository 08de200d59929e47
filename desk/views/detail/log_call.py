"""Logging what was done, in three keystrokes: E, the outcome's digit, Ctrl+Enter (FLOW-05).

Of a call that reached nobody the outcome says all there is: summary and next step are proposed from it. What was said in
a talk only the caller knows, so a connected outcome asks for both.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.words import CONNECTED, CallOutcome
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.fitted import Rolled
from desk.views.detail.forms import MomentField, Refusal, TextField, captioned, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.detail.outcomes import OUTCOMES, OutcomeButton, outcome_words, proposed_due
from desk.views.detail.recording_field import RecordingField
from desk.views.text import say
from desk.views.theme import Theme

BELOW, BESIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
LEAST_STEP = LEAST_OUTCOME = 110  # what a next step and an outcome are read in


def _turn(row: QBoxLayout, fits: bool) -> bool:
    """Its parts beside each other where they fit, else below; whether they stood otherwise before."""
    before = row.direction()
    row.setDirection(BESIDE if fits else BELOW)
    return row.direction() != before


class LogForm(QWidget):
    """``done`` when it was saved or given up; ``saved`` before that, when it was saved. ``height_changed``: it shows more or less."""

    done = Signal()
    saved = Signal()
    height_changed = Signal()

    def __init__(self, lead: OpenLead, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead = lead
        self.outcome = self._because = ""
        self.buttons = {outcome: OutcomeButton(outcome, n) for n, outcome in enumerate(OUTCOMES, 1)}
        self.kind = w.Segment(
            (
                ("call", say("Call")),
                ("email", say("Email")),
                ("text", say("Text")),
                ("visit", say("Visit")),
                ("letter", say("Letter")),
            ),
            say("What was done"),
        )
        self.inbound = QCheckBox(say("The customer reached out"))
        self.bad_email = QCheckBox(say("It came back: the address does not work"))
        self.summary = TextField(say("Summary"), 1)
        self.objections, self.interest = QLineEdit(), w.Choice(say("Interest"))
        self.next_step, self.recording = QLineEdit(), RecordingField()
        self.due = MomentField()
        self.save = w.Button(say("Save"), "primary", key="Ctrl ↵")
        self.cancel = w.Button(say("Cancel"), "ghost", key="Esc")
        self.refusal = Refusal()
        self._head, self._step = QBoxLayout(BESIDE), QBoxLayout(BESIDE)
        self.note = w.Words(say("Logging never turns the assistant off."), "secondary", "t3", wrap=True)
        self._most_columns, self._columns = columns, 0
        self._build()
        self._connect()
        self._dress()

    def _dress(self) -> None:
        """What was done and who began it stand below each other where a line has no room for both, and so do step and day."""
        t, sides = Theme.current(), self.layout().contentsMargins()
        room = self.width() - sides.left() - sides.right() - Rolled.BAR
        head = self.kind.sizeHint().width() + self._head.spacing() + self.inbound.sizeHint().width()
        step = self.due.minimumSizeHint().width() + self._step.spacing() + t.px(LEAST_STEP)
        turned = [_turn(row, needed <= room) for row, needed in ((self._head, head), (self._step, step))]
        if self._arrange(max(1, min(self._most_columns, room // t.px(LEAST_OUTCOME)))) or any(turned):
            self.height_changed.emit()

    def _arrange(self, columns: int) -> bool:
        """The outcomes in so many columns; whether there were others before."""
        if columns == self._columns:
            return False
        self._columns = columns
        for place, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, place // columns, place % columns)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._dress()

    def _build(self) -> None:
        """The fields scroll where there is little room; why it is not saved, and what saves it, stand in sight at any height."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Log an activity. Keys 1 to 6 choose the outcome, Ctrl+Enter saves"))
        whole, foot = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(14, 8, 14 - Rolled.BAR, 8)
        whole.setSpacing(6)
        whole.addWidget(Rolled(self._fields()))
        whole.addWidget(self.refusal)
        for part in (self.refusal, foot):
            part.setContentsMargins(0, 0, Rolled.BAR, 0)
        foot.addWidget(self.note, 1)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        whole.addLayout(foot)

    def _fields(self) -> QWidget:
        fields = QWidget()
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(self.inbound)
        column.addLayout(self._head)
        self._outcomes = QWidget()
        self._grid, group = QGridLayout(self._outcomes), QButtonGroup(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(self._most_columns, 1)
        for button in self.buttons.values():
            group.addButton(button)
        self._arrange(self._most_columns)
        column.addWidget(self._outcomes)
        column.addWidget(self.bad_email)
        column.addLayout(captioned(say("Summary"), self.summary))
        column.addWidget(self.recording)
        column.addLayout(self._said())
        column.addLayout(self._next())
        return fields

    def _said(self) -> QHBoxLayout:
        """What stood in the way, and how interested they are."""
        row = QHBoxLayout()
        self.objections.setPlaceholderText(say("Objections, if any"))
        self.objections.setAccessibleName(say("Objections"))
        for level, words in (
            ("", say("Interest")),
            ("high", say("High interest")),
            ("medium", say("Medium interest")),
            ("low", say("Low interest")),
        ):
            self.interest.addItem(words, level)
        row.addWidget(self.objections, 1)
        row.addWidget(self.interest)
        return row

    def _next(self) -> QBoxLayout:
        self._step.addLayout(captioned(say("Next step"), self.next_step), 1)
        self._step.addLayout(captioned(say("Due, store time"), self.due))
        return self._step

    def _connect(self) -> None:
        for outcome, button in self.buttons.items():
            button.clicked.connect(lambda _=False, outcome=outcome: self.choose(outcome))
        self.kind.chosen.connect(self._kind_chosen)
        self.summary.sent.connect(self.submit)
        self.summary.left.connect(self.done)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.done)
        Theme.current().changed.connect(self._dress)

    def start(self, kind: str = "call", because: str = "") -> None:
        """A clean form that listens for the outcome's digit. ``because``: why the call was made all the same (R3)."""
        self.outcome, self._because = "", because
        group = next(iter(self.buttons.values())).group()
        group.setExclusive(False)
        for button in self.buttons.values():
            button.setChecked(False)
        group.setExclusive(True)
        self.kind.choose(kind)
        self._kind_chosen(kind)
        for tick in (self.inbound, self.bad_email):
            tick.setChecked(False)
        for field in (self.summary, self.objections, self.next_step):
            field.clear()
            mark_wrong(field, False)
        self.recording.clear()
        self.interest.setCurrentIndex(0)
        self._show_due(self._lead.now() + timedelta(days=1))
        self._say("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_chosen(self, kind: str) -> None:
        self._outcomes.setVisible(kind == "call")
        self.bad_email.setVisible(kind == "email")
        self.recording.setVisible(self._talked())
        self._say("")

    def _talked(self) -> bool:
        """A call in which somebody was reached; only such a one has its words, and may have been recorded."""
        return self.kind.choice() == "call" and self.outcome in CONNECTED

    def choose(self, outcome: str) -> None:
        """Propose summary and next step, or go to where a talk is written down; words that a person typed stay."""
        proposed = {words for each in OUTCOMES for words in outcome_words(each)[1:]}
        self.outcome = outcome
        self.buttons[outcome].setChecked(True)
        _, summary, step = outcome_words(outcome)
        if self.summary.toPlainText() in proposed | {""}:
            self.summary.setPlainText(summary)
        if self.next_step.text() in proposed | {""}:
            self.next_step.setText(step)
        due = proposed_due(outcome, self._lead.now())
        if due is not None:
            self._show_due(due)
        self.recording.setVisible(self._talked())
        self._say("")
        if outcome in CONNECTED:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_due(self, due: datetime) -> None:
        at = formats.local(due, self._lead.zone)
        self.due.setDateTime(QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute)))

    def due_moment(self) -> datetime:
        """The due moment typed, a store's local time, as an aware moment."""
        day, time = self.due.date(), self.due.time()
        zone = ZoneInfo(self._lead.zone)
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=zone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif 1 <= digit <= len(OUTCOMES) and self.kind.choice() == "call":
            self.choose(OUTCOMES[digit - 1])
        elif not event.text().strip().isalnum():  # a letter here is a slip, not a key of the lead
            super().keyPressEvent(event)

    def submit(self) -> None:
        kind = self.kind.choice()
        if kind == "call" and not self.outcome:
            self._say(say("Choose how the call ended: keys 1 to 6."))
            return
        if self._is_untold() or self._is_misplaced():
            return
        step = self.next_step.text().strip()
        command = c.LogActivity(
            lead_id=self._lead.id,
            type=kind,
            direction="in" if self.inbound.isChecked() else "out",
            outcome=self._outcome(kind),
            summary=self._summary(),
            objections=self.objections.text().strip(),
            interest=self.interest.currentData(),
            next_step=step,
            next_due=self.due_moment() if step else None,
            recorded=self.recording.words() if self._talked() else "",
        )
        self._lead.run(command, lambda _: self._saved(), self._refused)

    def _is_untold(self) -> bool:
        """A talk whose summary or next step is missing is refused here, at the field that waits for it."""
        talked = self._talked()
        told = ((self.summary, self.summary.toPlainText()), (self.next_step, self.next_step.text()))
        empty = [field for field, words in told if talked and not words.strip()]
        for field, _ in told:
            mark_wrong(field, field in empty)
        if empty:
            self._say(say("You talked: write what was said and what comes next."))
            empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(empty)

    def _is_misplaced(self) -> bool:
        """A recording counts as proof, so it is said where it lies (COVER-03)."""
        misplaced = self._talked() and self.recording.is_wrong()
        if misplaced:
            self._say(say("Paste the recording's link, or choose its file."))
            self.recording.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return misplaced

    def _outcome(self, kind: str) -> str:
        """How the call ended; of an email only that it came back (R28)."""
        came_back = CallOutcome.BAD_EMAIL if self.bad_email.isChecked() else ""
        return {"call": self.outcome, "email": str(came_back)}.get(kind, "")

    def _summary(self) -> str:
        summary = self.summary.toPlainText().strip()
        because = say("Called all the same: {why}", why=self._because) if self._because else ""
        return ". ".join(part.rstrip(".") for part in (summary, because) if part) if because else summary

    def _saved(self) -> None:
        self.done.emit()
        self.saved.emit()

    def _refused(self, trouble: Any) -> None:
        self.refusal.show_trouble(trouble)
        self._make_room()

    def _say(self, words: str) -> None:
        """Why it is not saved, in place; empty says nothing."""
        self.refusal.say(words)
        self._make_room()

    def _make_room(self) -> None:
        """In large text a refusal stands in place of the note."""
        self.note.setVisible(not (Theme.current().is_large and self.refusal.isVisibleTo(self)))
        self.height_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, self.width(), 0)
