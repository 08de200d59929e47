"""The assistant at one lead: its state, the switch, what stops and what resumes (AI-14 ... AI-17).

Turning it off asks in place, never in a dialog: it names what stops, needs a reason, and keeps on by default.
Logging anything never touches this switch.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.models import commands as c
from desk.models.snapshots.lead import LeadView
from desk.views import formats
from desk.views import widgets as w
from desk.views.detail.forms import Refusal, TextField, mark_wrong
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.theme import Theme

_FIRM = "Re-enabling later will not resume proactive outreach."


def off_reasons() -> tuple[str, ...]:
    """Why a person turns the assistant off, as it is kept in the record; the last one asks for words."""
    return (
        say("I am working with this customer"),
        say("The customer asked for no automatic messages"),
        say("The customer is upset"),
        say("Bought already"),
        say("The assistant said something wrong"),
        say("Another reason"),
    )


class Consequence(QLabel):
    """A paragraph with a firm part; it never gives up height that its words need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)

    def say(self, words: str, firm: str) -> None:
        self.setText(escape(words).replace(escape(firm), f"<b>{escape(firm)}</b>"))
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def _right(words: w.Words) -> w.Words:
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return words


class TurnOff(w.Card):
    """The question before the assistant is turned off. ``kept`` when it stays on."""

    kept = Signal()
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent=parent)
        self.title = w.Words("", "name", "warn", wrap=True)
        self.consequence = Consequence()
        self.reason = w.Choice(say("Reason for turning the assistant off"))
        self.words = TextField(say("Say why in a few words"), 1)
        self.refusal = Refusal()
        self.keep_button = w.Button(say("Keep on"), "primary")
        self.off_button = w.Button(say("Turn off"), "destructive")
        self._build()
        self.keep_button.clicked.connect(self.kept)
        self.off_button.clicked.connect(self._confirm)
        self.words.sent.connect(self._confirm)
        self.words.left.connect(self.kept)
        self.reason.currentIndexChanged.connect(self._chosen)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(7)
        head = QHBoxLayout()
        head.addWidget(w.Icon("triangle-alert", "warn", 16))
        head.addWidget(self.title, 1)
        column.addLayout(head)
        self.reason.addItem(say("Reason: choose one"), "")
        for reason in off_reasons():
            self.reason.addItem(reason, reason)
        for part in (self.consequence, self.reason, self.words, self.refusal):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.keep_button)
        row.addWidget(self.off_button)
        row.addWidget(_right(w.Words(say("Logged with your name"), "secondary", "t3", wrap=True)), 1)
        column.addLayout(row)

    def ask(self, first: str, consequence: str) -> None:
        self.title.setText(say("Turn the AI off for {name}?", name=first))
        self.consequence.say(consequence, _FIRM)
        self.reason.setCurrentIndex(0)
        self.words.clear()
        self._chosen()
        self.show()
        self.keep_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> None:
        self.words.setVisible(self.reason.currentIndex() == self.reason.count() - 1)
        self.refusal.say("")
        mark_wrong(self.reason, False)

    def _confirm(self) -> None:
        reason = str(self.reason.currentData() or "")
        if not self.words.isHidden():
            reason = self.words.toPlainText().strip()
        if not reason:
            mark_wrong(self.reason, True)
            self.refusal.say(say("Turning the assistant off needs a reason."))
            return
        self.confirmed.emit(reason)


class AssistantPanel(QWidget):
    """Glyph, state, switch; since when and by which fact; Stops; Resumes; what a person can do.

    ``brief`` shows only the first row until it is opened (the narrow pane). ``act``: call | claim | email_too.
    """

    act = Signal(str)

    def __init__(self, lead: OpenLead, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead, self.brief = lead, brief
        self._view: LeadView | None = None
        self._opened = False
        self.glyph = w.AiGlyph(size=18 if brief else 22)
        self.title = w.Words("", "row" if brief else "section")
        self.line = w.ElidedWords("", "secondary" if not brief else "body", "t3" if not brief else "t2")
        self.switch = w.Switch(say("AI assistant"))
        self.since = w.Words("", "secondary", "t2", wrap=True)
        self.stops, self.resumes = (
            w.Words("", "secondary", "t2", wrap=True),
            w.Words("", "secondary", "t2", wrap=True),
        )
        self.turn_off = TurnOff()
        self.refusal = Refusal()
        self.details = QWidget()
        self._acts = QHBoxLayout()
        self._build()
        self.switch.clicked.connect(self._switched)
        self.turn_off.kept.connect(self._keep)
        self.turn_off.confirmed.connect(self._turn_off)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        if self.brief:  # its words stand under each other with the facts below
            self.title.setMinimumWidth(Theme.current().px(82))
        for part in (self.glyph, self.title):
            head.addWidget(part)
        head.addWidget(self.line, 1)
        head.addWidget(self.switch)
        column.addLayout(head)
        for part in (self.turn_off, self.refusal, self.details):
            column.addWidget(part)
        self.turn_off.hide()
        grid = QGridLayout(self.details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.since, 0, 0, 1, 2)
        for row, (caption, words) in enumerate(
            ((say("Stops"), self.stops), (say("Resumes"), self.resumes)), 1
        ):
            grid.addWidget(w.Words(caption, "secondary", "t3"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 1)
        self._acts.setSpacing(6)
        self._acts.setContentsMargins(0, 5, 0, 0)
        grid.addLayout(self._acts, 3, 0, 1, 2)
        self.details.setVisible(not self.brief)

    def show_lead(self, view: LeadView, *, fresh: bool) -> None:
        if fresh:
            self._asked(False)
            self.refusal.say("")
        before, self._view = self._view, view
        if before is not None and before.assistant == view.assistant and not fresh:
            return
        a = view.assistant
        self.glyph.show_state(a.state)
        self.title.setText(
            say("AI {state}", state=a.title.lower())
            if self.brief
            else say("AI assistant: {state}", state=a.title)
        )
        self._show_line(view)
        self.switch.setChecked(a.switch_on)
        self.switch.setEnabled(a.switch_enabled)
        self.switch.setAccessibleDescription(a.locked_words)
        self.switch.setToolTip(a.locked_words or say("AI assistant (T)"))
        comes = a.next_send_words if a.state == "on" and not self.brief else ""
        self.since.setText(comes or since_words(view, self._lead.zone))
        self.since.setVisible(bool(self.since.text()))
        self.stops.setText(a.stops)
        self.resumes.setText(a.resumes)
        self._show_acts(a.state)
        if not a.switch_on:
            self._asked(False)

    def _show_line(self, view: LeadView) -> None:
        """Beside the brief title: why the switch is locked, else what comes next; with details it stands above them, whole."""
        a = view.assistant
        words = a.next_send_words if a.state == "on" else a.locked_words or a.one_line
        self.line.setText(words if self.brief else "")
        self.line.update()

    def _show_acts(self, state: str) -> None:
        while self._acts.count():
            item = self._acts.takeAt(0)
            if item.widget() is not None:
                item.widget().deleteLater()
        for act, words, kind in acts_of(state):
            button = w.Button(words, kind, size="row")
            button.clicked.connect(lambda _=False, act=act: self._do(act))
            self._acts.addWidget(button)
        self._acts.addStretch(1)

    def toggle_panel(self) -> None:
        """T: open or close the details; the switch takes the focus, locked or not said beside it."""
        self._opened = not self._opened
        self._asked(False)
        if self.switch.isEnabled():
            self.switch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- acts ---

    def _switched(self, on: bool) -> None:
        """The switch shows what the desk says; off is asked first, on again is reactive."""
        assert self._view is not None, "there is no switch before a lead is shown"
        self.switch.setChecked(self._view.assistant.switch_on)
        if on:
            self._do("turn_on")
        else:
            self._do("turn_off")

    def _do(self, act: str) -> None:
        assert self._view is not None, "there is no act before a lead is shown"
        self.refusal.say("")
        if act == "turn_off":
            self._asked(True)
            self.turn_off.ask(self._view.first or self._view.card.name, self._view.assistant.off_consequence)
        elif act == "turn_on":
            self._lead.run(c.TurnAssistant(lead_id=self._lead.id, on=True), None, self.refusal.show_trouble)
        else:
            self.act.emit(act)

    def _asked(self, asked: bool) -> None:
        """While it is asked whether to turn off, the question stands where the details stood."""
        self.turn_off.setVisible(asked)
        self.details.setVisible(not asked and (self._opened or not self.brief))

    def _keep(self) -> None:
        self._asked(False)
        self.switch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_off(self, reason: str) -> None:
        command = c.TurnAssistant(lead_id=self._lead.id, on=False, reason=reason)
        self._lead.run(command, lambda _: self._asked(False), self.turn_off.refusal.show_trouble)


def acts_of(state: str) -> list[tuple[str, str, str]]:
    """One or two acts of a person in this state: act, words, kind of button."""
    return {
        "on": [("turn_off", say("Turn off"), "destructive")],
        "handed_off": [("call", say("Call"), "default"), ("claim", say("I take it"), "ghost")],
        "paused_by_status": [],
        "backed_off": [
            ("claim", say("I am helping"), "default"),
            ("turn_on", say("Not so, answer again"), "ghost"),
        ],
        "reactive": [("turn_off", say("Turn off"), "destructive")],
        "off": [("turn_on", say("Turn on, reactive only"), "default")],
        "opted_out": [("email_too", say("Close email too"), "ghost")],
    }.get(state, [])


def since_words(view: LeadView, zone: str) -> str:
    """Since when and by which fact: "Off since Oct 9, 4:10 PM by Tom Becker: bought already"."""
    a = view.assistant
    locked = f"{a.locked_words}. " if a.locked_words else ""
    if a.since is None or a.state == "on":
        return locked
    at = f"{formats.day(a.since, zone)}, {formats.clock_full(a.since, zone)}"
    by = say(" by {who}", who=a.by) if a.by and a.by != "the desk" else ""
    reason = f": {a.reason}" if a.reason else ""
    return locked + say("Since {at}{by}{reason}", at=at, by=by, reason=reason)


class StateCard(w.Card):
    """A whole panel as a card, outlined by its state (the states sheet)."""

    def __init__(self, lead: OpenLead, view: LeadView, parent: QWidget | None = None) -> None:
        tone = {"on": "ai_edge", "handed_off": "warn_edge", "opted_out": "bad"}.get(
            view.assistant.state, "plain"
        )
        super().__init__(tone, parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        self.panel = AssistantPanel(lead)
        self.panel.show_lead(view, fresh=True)
        column.addWidget(self.panel)
        column.addStretch(1)
        self.setMinimumHeight(Theme.current().px(180))


w.Card.TONES.setdefault("ai_edge", ("surface", "ai_line"))
w.Card.TONES.setdefault("warn_edge", ("surface", "warn_line"))
