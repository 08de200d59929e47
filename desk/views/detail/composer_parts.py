"""The parts of the composer and where they stand; what they do is the composer's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.detail.attaching import AttachedFiles
from desk.views.detail.beside_strip import BesideStrip
from desk.views.detail.channel_tab import ChannelTab
from desk.views.detail.forms import MomentField, Refusal, TextField
from desk.views.detail.open_lead import OpenLead
from desk.views.text import say
from desk.views.theme import Theme


class ComposerParts(QWidget):
    """``compact`` is the narrow pane's: fewer words, the customer's hours at the foot. ``folds``: one line stands until someone writes."""

    log_wanted = Signal()
    height_changed = Signal()

    def __init__(self, lead: OpenLead, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compact = self.folds = compact
        self.tabs = {
            "text": ChannelTab(say("Text"), "message-square"),
            "email": ChannelTab(say("Email"), "mail"),
            "note": ChannelTab(say("Note"), "sticky-note"),
        }
        self.log_tab = ChannelTab(say("Log call"), "phone", "E")
        self.hours = w.ElidedWords("", "secondary", "t3")
        self.why_not = w.Words("", "secondary", "t3", wrap=True)
        self.beside = BesideStrip()
        self.subject, self.field = QLineEdit(), TextField(say("Write to the customer"), 2)
        self.wordings = self._starter("bookmark", say("Templates"))
        self.vehicle = self._starter("car", say("Vehicle"))
        # A clip needs no word, and the row has to hold at 200 %.
        self.attach = w.IconButton("paperclip", say("Attach"), size=24)
        self.files = AttachedFiles(lead)
        self.counter = w.Words("", "secondary", "t3")
        self.send = w.Button(say("Send"), "primary", key="Ctrl ↵", icon="send")
        self.schedule = w.IconButton("clock", say("Send at another time"))
        self.when, self.reason = MomentField(), QLineEdit()
        self.cancel = w.Button(say("Cancel"), "ghost")
        self.refusal = Refusal()
        self._build()

    def _starter(self, icon: str, words: str) -> w.Button | w.IconButton:
        """Its words where there is room for them, its icon alone in the narrow pane."""
        if self.compact:
            return w.IconButton(icon, words, size=24)
        return w.Button(words, "ghost", icon=icon, size="row")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 9)
        column.setSpacing(6)
        self.top, self.foot = QWidget(), QWidget()
        self._name_fields()
        self._fill_top()
        self._fill_foot()
        rows = (
            self.top, self.why_not, self.beside, self.subject, self.field, self.files, self.refusal, self.reason, self.foot,
        )  # fmt: skip
        for part in rows:
            column.addWidget(part)
        for later in (self.cancel, self.when, self.reason, self.files):
            later.hide()

    def _name_fields(self) -> None:
        self.subject.setPlaceholderText(say("Subject"))
        self.subject.setAccessibleName(say("Subject"))
        self.when.setAccessibleName(say("When it goes, the customer's time"))
        self.reason.setPlaceholderText(say("Why it cannot wait; the reason is kept"))
        self.reason.setAccessibleName(say("Why it cannot wait"))

    def _fill_top(self) -> None:
        """How to answer; in the narrow pane also what to start from."""
        row = _row(self.top)
        self._group = QButtonGroup(self)
        for tab in self.tabs.values():
            self._group.addButton(tab)
        self.log_tab.setCheckable(False)
        for tab in (self.tabs["text"], self.tabs["email"], self.log_tab, self.tabs["note"]):
            row.addWidget(tab)
        row.addStretch(1)
        for part in (self.wordings, self.vehicle) if self.compact else (self.hours,):
            row.addWidget(part)

    def _fill_foot(self) -> None:
        row = _row(self.foot)
        if self.compact:
            row.addWidget(self.hours, 1)
            row.addWidget(self.attach)
        else:
            row.addWidget(self.wordings)
            row.addWidget(self.vehicle)
            row.addWidget(self.attach)
            row.addStretch(1)
        row.addWidget(self.counter)
        row.addSpacing(8)
        for button in (self.cancel, self.when, self.schedule, self.send):
            row.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, self.width(), 0)


def _row(of: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(of)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    return row
