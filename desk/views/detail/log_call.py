"""Logging what was done, in three keystrokes: E, the outcome's digit, Ctrl+Enter (FLOW-05).

Of a call that reached nobody the outcome says all there is: summary and next step are proposed from it. What was said in
a talk only the caller knows, so a connected outcome asks for both.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QSize, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.models import commands as c
from desk.models.words import CONNECTED, CallOutcome
from desk.services.resources import load_toml
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.detail.forms import MomentField, Refusal, TextField, captioned, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.theme import Theme

#: The outcomes in the order of their digits.
OUTCOMES = (
    "connected_assessed",
    "connected_follow_up",
    "no_answer_voicemail",
    "no_answer",
    "wrong_number",
    "declined_call",
)


def outcome_words(outcome: str) -> tuple[str, str, str]:
    """An outcome's name, the summary it proposes and the next step it proposes; a talk proposes neither."""
    return {
        "connected_assessed": (say("Connected, needs known"), "", ""),
        "connected_follow_up": (say("Connected, follow up"), "", ""),
        "no_answer_voicemail": (
            say("No answer, voicemail"),
            say("Left a voicemail"),
            say("Call again at another time of day"),
        ),
        "no_answer": (say("No answer"), say("Nobody picked up"), say("Call again at another time of day")),
        "wrong_number": (say("Wrong number"), say("The number is not the customer's"), ""),
        "declined_call": (
            say("Declined the call"),
            say("Prefers not to talk by phone now"),
            say("Write instead of calling"),
        ),
    }[outcome]


@cache
def _hours_until_next() -> dict[str, float]:
    return dict(load_toml("desk", "call_outcomes.toml")["next_step_hours"])


def proposed_due(outcome: str, now: datetime) -> datetime | None:
    """When the proposed next step is due; None where none is proposed."""
    hours = _hours_until_next().get(outcome)
    return now + timedelta(hours=hours) if hours is not None else None


class OutcomeButton(w.Pressable):
    """One outcome with its digit."""

    def __init__(self, outcome: str, digit: int, words: str = "") -> None:
        super().__init__(words or outcome_words(outcome)[0], str(digit))
        self.outcome = outcome
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(72), t.px(26))

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("secondary_medium", self.text())) + t.px(14) + t.space(22), t.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        chosen, left = self.isChecked(), t.space(9) + t.px(14)
        fill = "accent" if chosen else ("hover" if self.underMouse() else "surface")
        paint.rounded(p, self.rect().toRectF(), 6, fill, t, None if chosen else t.pen("line2"))
        middle = self.height() / 2
        paint.text(p, "caption", "on_accent" if chosen else "t3", t.space(9), middle, self.key, t)
        paint.text(
            p,
            "secondary_medium",
            "on_accent" if chosen else "t1",
            left,
            middle,
            paint.elided("secondary_medium", self.text(), self.width() - left - t.space(6), t),
            t,
        )


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
        self.next_step = QLineEdit()
        self.due = MomentField()
        self.save = w.Button(say("Save"), "primary", key="Ctrl ↵")
        self.cancel = w.Button(say("Cancel"), "ghost", key="Esc")
        self.refusal, self._head = Refusal(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.note = w.Words(say("Logging never turns the assistant off."), "secondary", "t3", wrap=True)
        self._build(columns)
        self._connect()
        self._dress()

    def _dress(self) -> None:
        """Large text has what was done and who began it below each other."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(below if Theme.current().is_large else beside)

    def _build(self, columns: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Log an activity. Keys 1 to 6 choose the outcome, Ctrl+Enter saves"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 14, 9)
        column.setSpacing(7)
        self._head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addWidget(self.inbound)
        column.addLayout(self._head)
        self._outcomes = QWidget()
        grid, group = QGridLayout(self._outcomes), QButtonGroup(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for place, button in enumerate(self.buttons.values()):
            group.addButton(button)
            grid.addWidget(button, place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        column.addWidget(self._outcomes)
        column.addWidget(self.bad_email)
        column.addLayout(captioned(say("Summary"), self.summary))
        column.addLayout(self._said())
        column.addLayout(self._next())
        column.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)

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

    def _next(self) -> QHBoxLayout:
        step = QHBoxLayout()
        step.addLayout(captioned(say("Next step"), self.next_step), 1)
        step.addLayout(captioned(say("Due, store time"), self.due))
        return step

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
        self.interest.setCurrentIndex(0)
        self._show_due(self._lead.now() + timedelta(days=1))
        self._say("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_chosen(self, kind: str) -> None:
        self._outcomes.setVisible(kind == "call")
        self.bad_email.setVisible(kind == "email")
        self._say("")

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
        if self._is_untold():
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
        )
        self._lead.run(command, lambda _: self._saved(), self._refused)

    def _is_untold(self) -> bool:
        """A talk whose summary or next step is missing is refused here, at the field that waits for it."""
        talked = self.kind.choice() == "call" and self.outcome in CONNECTED
        told = ((self.summary, self.summary.toPlainText()), (self.next_step, self.next_step.text()))
        empty = [field for field, words in told if talked and not words.strip()]
        for field, _ in told:
            mark_wrong(field, field in empty)
        if empty:
            self._say(say("You talked: write what was said and what comes next."))
            empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(empty)

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
        self.height_changed.emit()

    def _say(self, words: str) -> None:
        """Why it is not saved, in place; empty says nothing."""
        self.refusal.say(words)
        self.height_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, self.width(), 0)
