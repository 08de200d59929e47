"""The lead, wide: its neighbours at the left, the conversation in the middle, assistant and facts at the right."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.models.snapshots.board import ColumnView
from desk.models.snapshots.lead import LeadView
from desk.views import formats
from desk.views import widgets as w
from desk.views.bridge_protocol import Bridge
from desk.views.detail.body import LeadBody
from desk.views.detail.fitted import CardColumn, put
from desk.views.detail.head_words import vehicle_line
from desk.views.detail.neighbours import Neighbours
from desk.views.detail.side import SideTabs
from desk.views.detail.tiles import Tile
from desk.views.pulse import Pulse
from desk.views.text import band_words, say, stage_words, told
from desk.views.theme import Theme

SIDE, LIST = 380, 212
LOW = 600  # a lower window has one line to write in until someone writes
TALK, LEAST_CARD = 40, 150  # what the conversation keeps of a low window, and what a question wants of it


class WideLead(LeadBody):
    """A lead as a whole screen; Esc goes back to the board."""

    def __init__(self, bridge: Bridge, pulse: Pulse, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(bridge, pulse, zone, wide=True, parent=parent)
        self.place = (0, 0)
        self.least_with_side = 0  # where the lead stands beside a list, the side column goes below this width
        self.neighbours = Neighbours(self.lead.now)
        self.name, self.chip = w.ElidedWords("", "title"), w.TemperatureChip()
        self.badges = QHBoxLayout()
        self.vehicle = w.ElidedWords("", "body", "t2")
        self.tiles = QHBoxLayout()
        self.hold_button = w.Button(say("Put on hold"), key="H", icon="pause", size="row")
        self.more_button = w.IconButton("ellipsis", say("More"))
        self.back = w.IconButton("chevron-left", say("Back to the board"), key="Esc")
        self.gauge = Reasons()
        self.side = SideTabs(self.lead)
        self._build()
        self.hold_button.clicked.connect(self.hold_or_resume)
        self.more_button.clicked.connect(lambda: self.offer_more(self.more_button))
        self.back.clicked.connect(self.closed)
        self.side.log_wanted.connect(self.log_activity)
        self.side.visit_wanted.connect(self.book)
        self.side.card_wanted.connect(self.open_card)
        self.cards.asked.connect(self.over.fit)
        self.neighbours.chosen.connect(self.show_lead)
        self.stepped.connect(self.neighbours.step)
        for number in range(6):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda number=number: self.side.choose(number))

    def _build(self) -> None:
        """Each layout joins before its parts do: whatever gets another parent is dressed anew with all that it holds."""
        self.list_box = self.neighbours
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list_box)
        right, below, middle = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for joined in (row, right, below, middle):
            joined.setSpacing(0)
        row.addLayout(right, 1)
        right.addWidget(self.note)
        right.addWidget(self._head())
        right.addLayout(below, 1)
        below.addLayout(middle, 1)
        self.over = CardColumn((self.calls, self.records, self.handoff), self._room)
        self.cards.made.connect(self.over.insert)
        middle.addWidget(self.over)
        self.composer.height_changed.connect(lambda: QTimer.singleShot(0, self.over, self.over.fit))
        self.timeline.setMinimumHeight(TALK)
        self.foot.most = lambda: self.height() - self.head.height() - self.over.height() - TALK
        middle.addWidget(self.timeline, 1)
        middle.addWidget(self.foot)
        below.addWidget(self._side())
        self._dress()
        Theme.current().changed.connect(self._dress)

    def _room(self) -> int:
        """How high cards may stand over the conversation. Where the window is low, the composer gives way to the question that stands."""
        free = self.height() - self.head.height() - TALK
        self.foot.setVisible(
            not self.cards.stand or free - self.foot.minimumHeight() >= Theme.current().px(LEAST_CARD)
        )
        return free - (0 if self.foot.isHidden() else self.foot.minimumHeight())

    def _head(self) -> QWidget:
        self.head = QWidget()
        self.head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self.head)
        row.setContentsMargins(12, 8, 8, 10)
        row.setSpacing(14)
        left = QVBoxLayout()
        left.setSpacing(6)
        who = QHBoxLayout()
        who.setSpacing(8)
        self.badges.setSpacing(6)
        who.addWidget(self.back)
        who.addWidget(self.name)
        who.addWidget(self.chip)
        who.addLayout(self.badges)
        who.addStretch(1)
        who.addWidget(self.more_button)
        self.tiles.setSpacing(8)
        steps = QHBoxLayout()
        steps.addWidget(self.stepper, 1)
        steps.addWidget(self.hold_button)
        left.addLayout(who)
        left.addWidget(self.vehicle)
        left.addLayout(self.tiles)
        left.addLayout(steps)
        row.addLayout(left, 1)
        row.addWidget(self.gauge)
        return self.head

    def _side(self) -> QWidget:
        self.right = QWidget()
        column = QVBoxLayout(self.right)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        panel = QVBoxLayout()
        panel.setContentsMargins(14, 11, 14, 12)
        panel.addWidget(self.assistant)
        column.addLayout(panel)
        column.addWidget(self.side, 1)
        return self.right

    def _dress(self) -> None:
        t = Theme.current()
        self.right.setFixedWidth(t.px(SIDE) if not t.is_large else t.px(300))
        self.gauge.setFixedWidth(self.right.width() - t.px(20))
        self.list_box.setFixedWidth(t.px(LIST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the list of neighbours hides first, then the gauge."""
        super().resizeEvent(event)
        t = Theme.current()
        self.list_box.setVisible(self.width() >= t.px(1180))
        self.gauge.setVisible(self.width() >= t.px(940))
        self.right.setVisible(self.width() >= t.px(self.least_with_side))
        self.composer.fold(self.height() < t.px(LOW))
        self.foot.fit()
        self.over.fit()

    # --- facts in ---

    def show_head(self, view: LeadView) -> None:
        card, zone = view.card, self.lead.zone
        self.name.setText(card.name)
        self.name.update()
        self.chip.show_temperature(card.temperature, card.band)
        _emptied(self.badges)
        put(self.badges, w.Badge(view.source_words, "plain", "globe"))
        for mark in view.marks:
            badge = w.Badge(told(mark), "accent" if mark.endswith("order") else "plain")
            badge.setToolTip("\n".join(view.mark_reasons))
            put(self.badges, badge)
        now = self.lead.now()
        arrived = say("lead arrived {at}", at=formats.when(view.received, zone, now))
        owner = say("owner {name}", name=card.owner_name) if card.owner_name else say("no owner")
        self.vehicle.setText(" · ".join(part for part in (vehicle_line(view), arrived, owner) if part))
        self.vehicle.update()
        _emptied(self.tiles)
        for tile in view.tiles[:3]:
            put(self.tiles, Tile(tile))
        held = card.hold_until is not None
        self.hold_button.set_words(say("Take off hold") if held else say("Put on hold"))
        self.gauge.show_lead(view)

    def show_more(self, view: LeadView, *, fresh: bool) -> None:
        self.side.show_lead(view, fresh=fresh)
        stage = view.card.stage
        self.lead.ask(lambda read: read.board_page(stage, "", "everyone"), self._show_neighbours)

    def _show_neighbours(self, page: ColumnView) -> None:
        self.neighbours.show_column(stage_words(page.stage), page, self.lead.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.fillRect(self.rect(), t.colour("canvas"))
        p.fillRect(self.head.geometry(), t.colour("surface"))
        right = self.right.geometry()
        if not self.right.isHidden():
            p.fillRect(right, t.colour("surface"))
        p.setPen(t.pen("line"))
        edge = self.head.geometry().bottom()
        p.drawLine(self.head.x(), edge, self.width(), edge)
        if not self.right.isHidden():
            p.drawLine(right.x(), right.y(), right.x(), right.bottom())


class Reasons(QWidget):
    """The temperature: number, gauge, its four largest reasons with signed points, and the rule it tripped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.band = w.Words("", "number"), w.Words("", "name")
        self.gauge, self.moved = w.Gauge(), w.Words("", "secondary", "t2")
        self.note = w.Words("", "secondary", "warn", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 0, 6, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number)
        top.addWidget(self.band)
        top.addWidget(self.moved)
        top.addStretch(1)
        column.addLayout(top)
        column.addWidget(self.gauge)
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(6)
        self.lines.setVerticalSpacing(1)
        self.lines.setColumnStretch(4, 1)
        column.addLayout(self.lines)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_lead(self, view: LeadView) -> None:
        card = view.card
        self.number.setText(str(card.temperature))
        self.band.setText(band_words(card.band))
        self.band.set_tone("extremely_hot_fill" if card.band == "extremely_hot" else card.band)
        self.gauge.show_temperature(card.temperature, card.band)
        self.moved.setText(moved_words(view.temperature_change))
        self.note.setText(view.temperature_note)
        self.note.setVisible(bool(view.temperature_note))
        _emptied(self.lines)
        largest = sorted(view.temperature_reasons, key=lambda reason: -abs(reason[1]))[:4]
        for place, (signal, points) in enumerate(largest):
            row, column = place // 2, 2 * (place % 2)
            number = w.Words(f"{points:+d}".replace("-", "−"), "secondary_strong")
            number.setContentsMargins(8 if column else 0, 0, 0, 0)
            put(self.lines, number, row, column)
            put(self.lines, w.ElidedWords(signal.replace("_", " "), "secondary", "t2"), row, column + 1)


def moved_words(points: int | None) -> str:
    """up 21 since last night; nothing where it did not move, or was not there."""
    if not points:
        return ""
    return (
        say("up {n} since last night", n=points)
        if points > 0
        else say("down {n} since last night", n=-points)
    )


def _emptied(layout: object) -> None:
    while layout is not None and layout.count():  # type: ignore[attr-defined]  # a layout of Qt
        part = layout.takeAt(0).widget()  # type: ignore[attr-defined]
        if part is not None:
            part.hide()
            part.setParent(None)
            part.deleteLater()
