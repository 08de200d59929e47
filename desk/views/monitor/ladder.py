"""The ladder of the selected line: which, which condition chose it, and its steps with people (monitor.png)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.board import TimerView
from desk.models.snapshots.monitor import LadderView, Rung
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.icons import paint_icon
from desk.views.monitor.rule_words import beside, headline, whom_for
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.undo_strip import FOOT

WIDTH, DOT, NAMED = 340, 22, 4
_LOW = 680
_KEYS = {"claim": "G", "call": "C", "assign": "O", "snooze": "S"}


class RungRow(QWidget):
    """One step: a dot on the line, whom it tells, through which doors, and what came of it."""

    def __init__(self, rung: Rung, is_last: bool, now: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self.rung, self._is_last, self._now = rung, is_last, now
        at = formats.clock(rung.at, zone) if rung.at else ""
        name = meant(rung)
        row = QHBoxLayout(self)
        row.setContentsMargins(Theme.current().space(DOT + 12), 2, 0, 12)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(w.Words(name, "row", wrap=True))
        several = first_names(rung.people) if len(rung.people) > 1 else ""
        doors = " · ".join(part for part in (several, rung.via) if part)
        self.setToolTip(", ".join(rung.people))
        words.addWidget(w.Words(doors[:1].upper() + doors[1:], "secondary", "t2", wrap=True))
        tone = "bad" if rung.state == "now" and rung.number else "t3"
        self.said = w.Words("", "secondary", tone, wrap=True)
        words.addWidget(self.said)
        row.addLayout(words, 1)
        row.addWidget(w.Words(at, "secondary", "t2"), 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{name}. {doors}. {at}")
        self.tick()

    def tick(self) -> None:
        """What moves with the second: how long it rings, how soon it comes."""
        rung, now = self.rung, self._now()
        if rung.state == "future" and rung.at is not None:
            self.said.setText(
                say("In {span}", span=formats.countdown(max(0.0, (rung.at - now).total_seconds())))
            )
        elif rung.state == "now" and rung.at is not None:
            rings = formats.span_exact((now - rung.at).total_seconds())
            self.said.setText(say("Ringing for {span}. {seen}.", span=rings, seen=rung.words))
        else:
            self.said.setText(rung.words)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        side, x = t.px(DOT), 1.0
        p.setPen(t.pen("ctl" if self.rung.state == "past" else "line2", 2))
        if not self._is_last:
            p.drawLine(round(x + side / 2), side, round(x + side / 2), self.height())
        box = QRectF(x, 1, side, side)
        if self.rung.state == "past":
            paint.rounded(p, box, side / 2, "ctl", t)
            paint_icon(
                p,
                "check",
                x + (side - t.px(12)) / 2,
                1 + (side - t.px(12)) / 2,
                t.px(12),
                t.tokens["surface"],
            )
            return
        now = self.rung.state == "now"
        fill, ink = ("bad" if self.rung.number else "accent", "on_bad") if now else ("surface", "t2")
        paint.rounded(p, box, side / 2, fill, t, None if now else t.pen("line2"))
        if not self.rung.number:
            inner = t.px(12)
            paint_icon(p, "bell", x + (side - inner) / 2, 1 + (side - inner) / 2, inner, t.tokens[ink])
            return
        words = str(self.rung.number)
        left = x + (side - t.width("caption_strong", words)) / 2
        paint.text(p, "caption_strong", ink, left, 1 + side / 2, words, t)


def meant(rung: Rung) -> str:
    """Who is meant: a person with what they are to the lead, or a group with how many it has now."""
    role = rung.who[:1].upper() + rung.who[1:]
    if len(rung.people) > 1:
        return say("{group}, {n} people", group=role, n=len(rung.people))
    (person,) = rung.people or (role,)
    return person if rung.who in (person, role) else say("{name}, {role}", name=person, role=rung.who)


def first_names(people: Sequence[str]) -> str:
    """The people of a group in a line: as many as one reads at a glance, and how many more."""
    shown = ", ".join(name.split()[0] for name in people[:NAMED])
    more = len(people) - NAMED
    return say("{names} and {n} more", names=shown, n=more) if more > 0 else shown


class LadderPanel(QFrame):
    """``acted``: claim | call | assign | snooze | open | rule."""

    acted = Signal(str)

    def __init__(self, now: Callable[[], datetime], zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self.zone = now, zone
        self.view: LadderView | None = None
        self.rungs: list[RungRow] = []
        self.name, self.car = w.ElidedWords("", "section"), w.ElidedWords("", "secondary", "t2")
        self.chip, self.timer = w.TemperatureChip(), w.TimerTag(TimerView(), now)
        self.rule = w.Words("", "secondary_strong", "t1", wrap=True)
        self.whom = w.Words("", "secondary", "t2", wrap=True)
        self.beside = w.Words("", "secondary", "t3", wrap=True)
        self.edit = w.Button("", "ghost", icon="route", size="row")
        self.open = w.IconButton("panel-right-open", say("Open the lead"), key="Enter")
        self.rests = w.Words("", "secondary", "t3", wrap=True)
        self.repeats = w.Words("", "secondary", "t3", wrap=True)
        self.touch = w.Words("", "secondary", "t2", wrap=True)
        self.box, self.note = (
            _told("sunken", "route", "t2", self.rule, self.whom, self.beside),
            _told("ai", "sparkles", "ai", self.touch),
        )
        self.body = QScrollArea()
        self.body.setAccessibleName(say("Steps of the ladder"))
        self.buttons = {
            "claim": w.Button(say("Claim"), "primary", key="G"),
            "call": w.Button(say("Call"), key="C"),
            "assign": w.Button(say("Assign")),
            "snooze": w.Button(say("Snooze"), "ghost"),
        }
        self.acts = QGridLayout()
        self.buttons["claim"].setObjectName(FOOT)
        self.setAccessibleName(say("Escalation ladder"))
        self._build()
        Theme.current().changed.connect(self._dress)
        self._dress()
        self.show_ladder(None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(w.Words(say("Escalation ladder"), "section", wrap=True), 1)
        head.addWidget(self.edit)
        head.addWidget(self.open)
        column.addLayout(head)
        who = QHBoxLayout()
        who.setSpacing(8)
        who.addWidget(self.name, 1)
        who.addWidget(self.chip)
        who.addWidget(self.timer)
        column.addLayout(who)
        column.addWidget(self.car)
        column.addWidget(self.box)
        self.body.setWidgetResizable(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.body, 1)
        column.addWidget(self.note)
        column.addWidget(self.rests)
        self.edit.clicked.connect(lambda: self.acted.emit("rule"))
        self.open.clicked.connect(lambda: self.acted.emit("open"))
        self.acts.setSpacing(8)
        self.acts.setColumnStretch(len(self.buttons), 1)
        for place, (act, button) in enumerate(self.buttons.items()):
            self.acts.addWidget(button, 0, place)
            button.setToolTip(f"{button.text()} ({_KEYS[act]})")
            button.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
        column.addLayout(self.acts)

    def _dress(self) -> None:
        t = Theme.current()
        self.setFixedWidth(t.px(WIDTH) if not t.is_large else t.px(260))
        self.acts.removeWidget(self.buttons["snooze"])
        row, place = (1, 0) if t.is_large else (0, len(self.buttons) - 1)
        self.acts.addWidget(self.buttons["snooze"], row, place)

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(WIDTH), 0)

    def show_ladder(self, view: LadderView | None) -> None:
        """The ladder of a lead; None while nothing is selected."""
        self.view = view
        for part in (
            self.name, self.car, self.chip, self.timer, self.box, self.note, self.edit, self.open, self.rests, *self.buttons.values(),
        ):  # fmt: skip
            part.setVisible(view is not None)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 6, 4, 0)
        column.setSpacing(0)
        self.rungs = []
        if view is None:
            column.addWidget(
                w.EmptyState("route", say("No lead is selected"), say("J and K go through the lines."))
            )
        else:
            self._show_head(view)
            self._show_rungs(view, column)
        column.addStretch(1)
        self.body.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.body.viewport().setAutoFillBackground(False)

    def _show_head(self, view: LadderView) -> None:
        card = view.card
        self.name.setText(card.name)
        self.car.setText(" · ".join(part for part in (card.vehicle, card.stock, card.source) if part))
        self.chip.show_temperature(card.temperature, card.band)
        self.timer.show_timer(view.timer)
        self._show_rule(view)
        self._show_alarm(view)
        self.note.setVisible(not view.proof)
        if view.first_touch_s is None and view.draft_waits:
            told = say("The AI's draft waits for approval. Its first touch does not stop this timer.")
        elif view.first_touch_s is None:
            told = say("The AI has not written. Its first touch does not stop this timer.")
        else:
            span = formats.span_exact(view.first_touch_s)
            told = say(
                "The AI first touch went out {span} after arrival. It does not stop this timer.", span=span
            )
        person = say("Only a call, text or email by a person does.")
        self.touch.setText(f"{told} {person}")

    def _show_rule(self, view: LadderView) -> None:
        """By when somebody answers, and for whom the rule is; what stopped the clock, once something has."""
        rule = view.rule
        self.edit.setVisible(rule is not None)
        self.edit.set_words(say("Edit rule") if view.may_change else say("See rule"))
        if rule is None:
            self.rule.setText(say("{name}. The playbook has it no more.", name=view.name))
            self.whom.setText(view.why)
            self.beside.setText("")
        else:
            self.rule.setText(headline(rule))
            self.whom.setText(f"{whom_for(rule)}.")
            self.beside.setText(beside(rule.others))
        if view.proof:
            self.whom.setText(_answered(view))
            self.beside.setText("")
        self._fit_rule()

    def _fit_rule(self) -> None:
        """In a low panel the steps come first: of the rule its name and target stay, and the sheet tells the rest."""
        is_low = self.height() < Theme.current().px(_LOW) and self.edit.isVisibleTo(self)
        stopped = self.view is not None and bool(self.view.proof)
        self.whom.setVisible(bool(self.whom.text()) and (stopped or not is_low))
        self.beside.setVisible(bool(self.beside.text()) and not is_low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rule()

    def _show_alarm(self, view: LadderView) -> None:
        """Snooze where something rings at who looks; until when it rests, once they did (ALERT-03)."""
        alarm = view.alarm
        self.buttons["snooze"].setVisible(bool(alarm.alert_ids) and alarm.until is None)
        self.rests.setVisible(alarm.until is not None)
        if alarm.until is not None:
            at = formats.clock(alarm.until, self.zone)
            self.rests.setText(say("Your alert rests until {at}. The next step rings all the same.", at=at))

    def _show_rungs(self, view: LadderView, column: QVBoxLayout) -> None:
        self.rungs = [RungRow(rung, rung is view.rungs[-1], self._now, self.zone) for rung in view.rungs]
        for row in self.rungs:
            column.addWidget(row)
        if view.repeats and not view.proof:
            column.addWidget(w.Words(view.repeats, "secondary", "t3", wrap=True))

    def tick(self) -> None:
        if self.isVisible() and self.view is not None:
            self.timer.tick()
            for row in self.rungs:
                row.tick()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, 0, self.height())


def _answered(view: LadderView) -> str:
    """What stopped the clock, and after how long."""
    if view.timer.took_s is None:
        return say("Stopped: {proof}.", proof=view.proof)
    return say("Answered in {span}: {proof}.", span=formats.span_exact(view.timer.took_s), proof=view.proof)


def _told(tone: str, icon: str, ink: str, *words: w.Words) -> w.Card:
    """A tinted box with an icon and its sentences."""
    card = w.Card(tone)
    row = QHBoxLayout(card)
    row.setContentsMargins(10, 8, 10, 8)
    row.setSpacing(8)
    row.addWidget(w.Icon(icon, ink, 14), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    for each in words:
        column.addWidget(each)
    row.addLayout(column, 1)
    return card
