"""The live lists of the day: one card each, at most five lines before "more"; every line does its own act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desk.models.snapshots.today import TodayCard, TodayRow
from desk.views import formats, paint
from desk.views import widgets as w
from desk.views.text import band_words, say
from desk.views.theme import Theme

SHOWN, AS_OF = 5, " as of "
_VISITS = ("visits", "tomorrow", "week")
_BY_TIME = ("visits", "tomorrow", "tasks")


def card_face(key: str) -> tuple[str, str, str]:
    """Icon, title, and what it says while it is empty."""
    return {
        "waited": ("moon", say("Waited while the desk was away"), say("No lead waited for the desk.")),
        "hot": ("star", say("Hot leads over 80"), say("Nobody is that hot now.")),
        "visits": ("calendar-check", say("Appointments today"), say("No visit is booked for today.")),
        "tomorrow": ("calendar", say("Appointments tomorrow"), say("No visit is booked for tomorrow.")),
        "week": (
            "calendar",
            say("Appointments of the week ahead"),
            say("No visit is booked for the coming week."),
        ),
        "weekend": ("phone", say("Weekend follow-ups"), say("Nothing is due before Monday is over.")),
        "approvals": ("sparkles", say("AI messages to approve"), say("Nothing waits for your word.")),
        "flags": ("ban", say("Opt-outs to honor"), say("Nobody asked to stop since yesterday.")),
        "holds": ("pause", say("On-hold follow-ups due"), say("No hold ends today.")),
        "unowned": ("user-plus", say("Unassigned sweep"), say("Every lead has an owner.")),
        "handoffs": ("concierge-bell", say("Hand-offs"), say("Nobody waits for a person.")),
        "unread": ("message-square", say("Replies to read"), say("Every reply was read.")),
        "tasks": ("phone", say("Calls and steps due"), say("Nothing is due before tonight.")),
        "lapsing": (
            "shield-alert",
            say("Coverage about to lapse"),
            say("No coverage lapses within two days."),
        ),
        "troubled": (
            "circle-alert",
            say("Messages that did not leave"),
            say("Everything left as it should."),
        ),
        "stuck": ("circle-pause", say("Stuck leads"), say("Every lead has an owner and a next step.")),
    }[key]


def act_words(act: str) -> str:
    """What a line's button does."""
    return {
        "call": say("Call"),
        "visit": say("Visit"),
        "answer": say("Answer"),
        "swap": say("Offer swap"),
        "approve": say("Approve"),
        "confirm": say("Confirm"),
        "resume": say("Resume"),
        "assign": say("Assign"),
    }.get(act, say("Open"))


class Degrees(w.Painted):
    """The number alone, in its band's colours: the card's title names the band."""

    def __init__(self, degrees: int, band: str) -> None:
        self.degrees, self.band = degrees, band
        super().__init__(f"{degrees} {band_words(band)}")
        self.setToolTip(self.text())

    def measure(self, t: Theme) -> tuple[float, float]:
        return t.px(32), t.px(20)

    def draw(self, p: QPainter, t: Theme) -> None:
        paint.rounded(p, QRectF(self.rect()), self.height() / 2, f"{self.band}_fill", t)
        words = str(self.degrees)
        left = (self.width() - t.width("chip_number", words)) / 2
        paint.text(p, "chip_number", self.band, left, self.height() / 2, words, t)


class TodayLine(QWidget):
    """One line: temperature or time, who and what, a word on it, and its button. ``acted``: row and act."""

    acted = Signal(object, str)

    def __init__(self, row: TodayRow, card: str, zone: str, now: datetime) -> None:
        super().__init__()
        self.ways: dict[str, w.IconButton] = {}
        self.room = QSpacerItem(0, 0)
        self.row, by_time, is_hot = row, card in _BY_TIME, card == "hot"
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 5, 10, 5)
        line.setSpacing(10)
        if by_time and row.at is not None:
            at = w.Words(_time(row.at, zone, now), "row")
            at.setFixedWidth(Theme.current().px(40))
            line.addWidget(at)
        elif is_hot and row.temperature is not None:
            line.addWidget(Degrees(row.temperature, row.band))
        line.addLayout(_who(row), 3)
        told = _told(row, card, zone, now)
        self.said = w.ElidedWords(row.said if is_hot else told, "secondary", row.tone)
        line.addLayout(_said(self.said, row, zone, now) if is_hot else _alone(self.said), 2)
        if not (by_time or is_hot) and row.temperature is not None and row.band:
            line.addWidget(w.TemperatureChip(row.temperature, row.band))
        if row.state:
            line.addWidget(_state(row))
        self._add_acts(line, card, zone, now)
        self.setAccessibleName(f"{row.name}. {row.detail}. {told}. {row.state}".removesuffix(". "))

    def _add_acts(self, line: QHBoxLayout, card: str, zone: str, now: datetime) -> None:
        """What is done about it, and the way to the lead: that of a draft opens it for writing."""
        row, kind = self.row, "primary" if self.row.act == "swap" else "default"
        words = f"{act_words(row.act)} {_due(row, zone, now)}".rstrip()
        self.button = w.Button(words, kind, size="row")
        self.button.setAccessibleName(f"{words}: {row.name}")
        self.button.clicked.connect(lambda: self.acted.emit(row, row.act))
        if row.act == "approve":
            self._add_way(line, "pencil", say("Edit the draft to {name}", name=row.name), "edit")
        line.addSpacerItem(self.room)
        line.addWidget(self.button)
        if card in _VISITS or row.act == "approve":
            return
        if row.act != "open" and row.lead_id:
            self._add_way(line, "chevron-right", say("Open {name}", name=row.name), "open")
        else:  # its act stands under those that have the way to the lead beside them
            line.addSpacing(line.spacing() + round(Theme.current().px(24)))

    def _add_way(self, line: QHBoxLayout, icon: str, words: str, act: str) -> None:
        way = w.IconButton(icon, words, size=24)
        way.clicked.connect(lambda: self.acted.emit(self.row, act))
        self.ways[act] = way
        line.addWidget(way)


def _due(row: TodayRow, zone: str, now: datetime) -> str:
    """The time of a line's act: an hour of today, the name of a later day; what is past has none."""
    if row.act_at is None or row.act_at <= now:
        return ""
    tell = formats.weekday if formats.days_away(row.act_at, now, zone) else formats.clock
    return tell(row.act_at, zone)


def _alone(words: w.ElidedWords) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(words)
    return column


def _said(words: w.ElidedWords, row: TodayRow, zone: str, now: datetime) -> QVBoxLayout:
    """What the customer said, and below it when, as wide as it has room."""
    column = _alone(words)
    if row.at is not None:
        column.addWidget(w.ElidedWords(_moment(row.at, zone, now), "caption", "t3"))
    return column


def _state(row: TodayRow) -> w.Words:
    """How a visit stands, at the right; as wide in every line, so that what is before it stands in a column."""
    state = w.Words(row.state, "secondary", row.state_tone)
    state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    state.setMinimumWidth(round(Theme.current().px(78)))
    return state


def _who(row: TodayRow) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(w.ElidedWords(row.name, "row"))
    column.addWidget((w.ElidedWords if row.message_id else w.CarWords)(row.detail, "caption", "t3"))
    return column


def _time(at: datetime, zone: str, now: datetime) -> str:
    """The hour; of an earlier day its name, so that nobody takes it for today's."""
    away = formats.days_away(at, now, zone)
    if away >= 0:
        return formats.clock(at, zone)
    return formats.weekday(at, zone) if away > -7 else formats.day(at, zone)


def _told(row: TodayRow, card: str, zone: str, now: datetime) -> str:
    """What stands on a line beside who it is; what is late says by how much."""
    if card == "tasks" and row.at is not None and row.at < now:
        return f"{row.said}, {formats.due(row.at, now, zone)[0]}"
    if card in _BY_TIME or row.at is None:
        return row.said.partition(AS_OF)[0]
    return _with_moment(row, zone, now)


def _read_at(card: TodayCard) -> str:
    """When the feed told where the vehicles of the visits stand; said once, over all of them."""
    at = next((row.said.partition(AS_OF)[2] for row in card.rows if AS_OF in row.said), "")
    return say("vehicles as of {at}", at=at) if at else ""


def _with_moment(row: TodayRow, zone: str, now: datetime) -> str:
    at = _moment(row.at, zone, now) if row.at else ""
    return f"{row.said} {at}".strip()


def _moment(at: datetime, zone: str, now: datetime) -> str:
    """9:05 AM, of another day with its name."""
    return formats.when(at, zone, now).removeprefix(say("Today "))


def _align(lines: Sequence[TodayLine]) -> None:
    """Whatever the buttons say, what stands before them stands in a column."""
    widest = max((line.button.sizeHint().width() for line in lines), default=0)
    for line in lines:
        line.room.changeSize(widest - line.button.sizeHint().width(), 0)


class ListCard(w.Card):
    """One live list. ``acted``: row and act; ``unfolded``: its key, to show all."""

    acted = Signal(object, str)
    unfolded = Signal(str)

    def __init__(self, card: TodayCard, zone: str, now: datetime, whole: bool) -> None:
        super().__init__()
        self.key = card.key
        icon, title, nothing = card_face(card.key)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 9, 12, 7)
        head.setSpacing(8)
        for part in (w.Icon(icon, "t2", 16), w.Words(title, "name"), w.Words(str(card.count), "body", "t3")):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(w.ElidedWords(_read_at(card), "secondary", "t3"))
        column.addLayout(head)
        self.lines = [
            TodayLine(row, card.key, zone, now) for row in (card.rows if whole else card.rows[:SHOWN])
        ]
        _align(self.lines)
        for line in self.lines:
            line.acted.connect(self.acted)
            column.addWidget(line)
        if not card.rows:
            empty = w.Words(nothing, "secondary", "t3", wrap=True)
            empty.setContentsMargins(12, 2, 12, 8)
            column.addWidget(empty)
        elif card.count > len(self.lines):
            self.more = w.Button(say("{n} more", n=card.count - len(self.lines)), "ghost", size="row")
            self.more.clicked.connect(lambda: self.unfolded.emit(self.key))
            column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(f"{title}, {card.count}")
