"""The pane beside the board, 420 px: who it is, what is wanted, the assistant, and the conversation (board.png)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.models.snapshots.lead import LeadView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.body import LeadBody
from desk.views.detail.fitted import height_at, put
from desk.views.detail.head_words import coverage_line, is_under_cover, short_name, vehicle_line
from desk.views.detail.outcome_form import visit_words
from desk.views.detail.tiles import ICONS
from desk.views.pulse import Pulse
from desk.views.text import say, stage_words
from desk.views.theme import Theme
from desk.views.widgets.scrolling import scrolling

TALK, LEAST_HEAD = 120, 80  # what the conversation and the head keep of a low window


class FactRow(QWidget):
    """A fact in one line: icon, caption, words."""

    def __init__(self, icon: str, tone: str, caption: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.icon, self.caption = w.Icon(icon, tone, 16), w.Words(caption, "row")
        self._dress()
        Theme.current().changed.connect(self._dress)
        self.words = w.ElidedWords("", "body", "t2")
        row.addWidget(self.icon)
        row.addWidget(self.caption)
        row.addWidget(self.words, 1)

    def _dress(self) -> None:
        self.caption.setFixedWidth(Theme.current().px(84))

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.words.update()
        self.setVisible(bool(words))


class LeadPane(LeadBody):
    """A lead beside the board."""

    def __init__(self, bridge: Bridge, pulse: Pulse, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(bridge, pulse, zone, wide=False, parent=parent)
        self.place = (0, 0)
        self.where = w.Words("", "secondary", "t3")
        self.name = w.ElidedWords("", "title")
        self.chip = w.TemperatureChip()
        self.owner = w.Avatar(size=20)
        self.owner_name = w.Words("", "row")
        self.vehicle = w.ElidedWords("", "body", "t2")
        self.reach = QHBoxLayout()
        self.facts = {
            "covered": FactRow("shield-check", "ok", say("Covered")),
            "trade": FactRow("arrow-left-right", "t2", say("Trade-in")),
            "visit": FactRow("calendar", "t2", say("Visit")),
            "next": FactRow("list-checks", "t2", say("Next step")),
            "held": FactRow("pause", "warn", say("On hold")),
        }
        self.setAccessibleName(say("Lead"))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        self.head, head = scrolling(self)
        head.setContentsMargins(16, 10, 16, 12)
        head.setSpacing(7)
        head.addLayout(self._top())
        head.addLayout(self._who())
        head.addWidget(self.vehicle)
        self.reach.setSpacing(8)
        head.addLayout(self.reach)
        head.addWidget(self.stepper)
        parts = (
            self.calls,
            self.records,
            self.handoff,
            self.assistant,
            *self.facts.values(),
        )
        for part in parts:
            head.addWidget(part)
        self.cards.made.connect(lambda card: head.insertWidget(head.indexOf(self.handoff), card))
        for part in (self.head.widget(), self.foot):
            part.installEventFilter(self)
        column.addWidget(self.note)
        column.addWidget(self.head)
        rule = QFrame()
        rule.setFixedHeight(1)
        column.addWidget(rule)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.foot)
        self.timeline.setMinimumHeight(TALK)
        self.foot.most = lambda: self.height() - LEAST_HEAD - 2
        self.composer.height_changed.connect(self.fit_head)
        self.cards.asked.connect(lambda: QTimer.singleShot(0, self, self._show_asked))
        Theme.current().changed.connect(self._fit_soon)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.where)
        row.addWidget(w.KeyCap("J"))
        row.addWidget(w.KeyCap("K"))
        row.addStretch(1)
        self.wide_button = w.IconButton("external-link", say("Open wide"), key="Enter", size=26)
        self.more_button = w.IconButton("ellipsis", say("More"), size=26)
        self.close_button = w.IconButton("x", say("Close"), key="Esc", size=26)
        self.wide_button.clicked.connect(lambda: self.opened_wide.emit(self.lead.id))
        self.more_button.clicked.connect(lambda: self.offer_more(self.more_button))
        self.close_button.clicked.connect(self.closed)
        for button in (self.wide_button, self.more_button, self.close_button):
            row.addWidget(button)
        return row

    def _who(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.chip)
        row.addWidget(self.owner)
        row.addWidget(self.owner_name)
        return row

    def show_head(self, view: LeadView) -> None:
        card = view.card
        number, of = self.place if self.place[1] else (view.position, view.of)
        counted = say(" · {n} of {of}", n=number, of=of) if of else ""
        self.where.setText(stage_words(card.stage) + counted)
        self.name.setText(card.name)
        self.name.update()
        self.chip.show_temperature(card.temperature, card.band)
        self.owner.show_person(card.owner_name, card.owner_initials, card.owner_id)
        self.owner_name.setText(short_name(card.owner_name) if card.owner_name else say("Unassigned"))
        self.vehicle.setText(vehicle_line(view))
        self.vehicle.update()
        self._show_reach(view)
        self._show_facts(view)
        self._fit_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A form opened or closed in the head, which takes the height it needs, or at the foot, which leaves it another one."""
        if event.type() == (QEvent.Type.Resize if watched is self.foot else QEvent.Type.LayoutRequest):
            self._fit_soon()
        return super().eventFilter(watched, event)

    def _fit_soon(self) -> None:
        """Once the parts below have taken in the same view, or the same theme."""
        QTimer.singleShot(0, self, self.fit_head)

    def fit_head(self) -> None:
        """The head is as high as its wrapped lines need at this width: a quote of two lines is never cut.

        Where text is large and the window low it scrolls, so that the conversation and the composer keep their place.
        """
        inside = self.head.widget()
        needed = height_at(inside.layout(), self.width() - 1)
        left = self.height() - self.foot.height() - LEAST_HEAD - 1
        self.timeline.setMinimumHeight(max(1, min(TALK, left)))  # it gives way to what is being written
        room = self.height() - self.foot.height() - TALK - 1
        low = needed > room
        self.head.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if low else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if low:
            bar = self.head.verticalScrollBar().sizeHint().width()
            needed = height_at(inside.layout(), self.width() - 1 - bar)
        inside.setMinimumHeight(needed)
        self.head.setFixedHeight(max(LEAST_HEAD, min(needed, room)))

    def _show_asked(self) -> None:
        """Where the head scrolls, the question that was just asked is in sight."""
        self.fit_head()
        if (field := self.focusWidget()) is not None and self.head.isAncestorOf(field):
            self.head.ensureWidgetVisible(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.fit()
        self.fit_head()

    def _show_reach(self, view: LeadView) -> None:
        """The first address, what is preferred, and what is open or closed in words."""
        while self.reach.count():
            part = self.reach.takeAt(0).widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        if view.tiles:
            first = view.tiles[0]
            number = w.Words(first.shown, "body")
            number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            put(self.reach, w.Icon(ICONS[first.channel], "t2", 16))
            put(self.reach, number)
        if view.preferred_channel:
            put(self.reach, w.Badge(say("Preferred: {channel}", channel=view.preferred_channel), "accent"))
        open_ones = [name for name in ("text", "email", "call") if name in view.channels]
        icon, tone = ("shield-check", "ok") if open_ones else ("ban", "bad")
        put(self.reach, w.Icon(icon, tone, 16))
        words = w.ElidedWords(_open_words(open_ones), "secondary", "t2" if open_ones else "bad")
        words.setToolTip("\n".join(reason for _, reason in view.blocked_channels))
        put(self.reach, words)
        self.reach.setStretchFactor(words, 1)

    def _show_facts(self, view: LeadView) -> None:
        card, zone, now = view.card, self.lead.zone, self.lead.now()
        roomy = not Theme.current().is_large  # at large text the head keeps to what must be done now
        due = formats.when(card.next_due, zone, now) if card.next_due else ""
        self._show_cover(view if roomy else None)
        self.facts["trade"].say(view.trade_in if roomy else "")
        visit = view.forms.visit if view.forms is not None else None
        self.facts["visit"].say(visit_words(visit, self.lead) if visit is not None else "")
        self.facts["next"].say(" · ".join(part for part in (card.next_text, due) if part))
        held = card.hold_until is not None
        self.facts["held"].say(
            say("To {day}: {why}", day=formats.day(card.hold_until, zone), why=card.hold_reason)
            if held and card.hold_until
            else ""
        )

    def _show_cover(self, view: LeadView | None) -> None:
        """Whose customer it is and until when; where nobody is covered, that, and why."""
        row, words = self.facts["covered"], coverage_line(view) if view is not None else ""
        is_covered = view is not None and is_under_cover(view)
        row.icon.show_icon(*(("shield-check", "ok") if is_covered else ("shield-x", "warn")))
        row.caption.setText(say("Covered") if is_covered else say("Not covered"))
        row.say(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.fillRect(self.head.geometry().adjusted(-1, 0, 0, 0), t.colour("surface"))
        p.setPen(t.pen("line"))
        p.drawLine(0, 0, 0, self.height())
        edge = self.head.geometry().bottom() + 1
        p.drawLine(0, edge, self.width(), edge)


def _open_words(channels: list[str]) -> str:
    """Text and email OK; "No channel is open" where none is."""
    names = {"text": say("text"), "email": say("email"), "call": say("calls")}
    shown = [names[channel] for channel in channels]
    if not shown:
        return say("No channel is open")
    if len(shown) == len(names):
        return say("All channels OK")
    joined = (
        shown[0]
        if len(shown) == 1
        else say("{these} and {last}", these=", ".join(shown[:-1]), last=shown[-1])
    )
    return say("{channels} OK", channels=joined[:1].upper() + joined[1:])
