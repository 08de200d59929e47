"""Paints the monitor's cells: two lines each, 46 px, and headings across the table of 30 px."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.models.snapshots.board import TimerView
from desk.models.snapshots.lead import LastAct
from desk.models.snapshots.monitor import MonitorRow
from desk.views import formats, paint, timers
from desk.views.icons import paint_icon
from desk.views.monitor.model import ANSWERED, COLUMNS, LINE_ROLE, ON_TIME, OVERDUE, SOON, Group, ladder_words
from desk.views.text import say
from desk.views.theme import Theme

ROW, HEAD, PAD = 46, 30, 14
_HEADS = {
    OVERDUE: ("triangle-alert", "bad"),
    SOON: ("timer", "warn"),
    ON_TIME: ("timer", "ok"),
    ANSWERED: ("check", "t2"),
}
Index = QModelIndex | QPersistentModelIndex


class MonitorDelegate(QStyledItemDelegate):
    """``now`` gives the moment, ``zone`` the store's; ``tells_late`` says whether the column of what is overdue is shown."""

    def __init__(self, now: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self._now, self.zone, self.tells_late = now, zone, True
        self._cells = {
            "timer": self._timer,
            "customer": self._customer,
            "time": self._time,
            "source": self._source,
            "staff": self._staff,
            "over": self._over,
            "ladder": self._ladder,
            "owner": self._owner,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, Theme.current().px(HEAD if isinstance(index.data(LINE_ROLE), Group) else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, line, rect = Theme.current(), index.data(LINE_ROLE), QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        if isinstance(line, Group):
            self._heading(painter, rect, line, t)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(rect, t.colour("accent_tint" if chosen else "surface"))
            if chosen and not index.column():
                painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), t.colour("accent"))
            self._cells[COLUMNS[index.column()]](painter, rect, line, t)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(t.pen("line"))
        edge = round(rect.bottom()) - 1
        painter.drawLine(round(rect.left()), edge, round(rect.right()), edge)
        painter.restore()

    def _heading(self, p: QPainter, rect: QRectF, group: Group, t: Theme) -> None:
        p.fillRect(rect, t.colour("canvas"))
        icon, ink = _HEADS.get(group.key, ("clock", "t2"))
        x, cy, side = rect.x() + t.space(PAD), rect.center().y(), t.px(14)
        paint_icon(p, icon, x, cy - side / 2, side, t.tokens[ink])
        x += side + t.space(8)
        x += paint.text(p, "secondary_strong", ink, x, cy, f"{group.words}  {group.held}", t) + t.space(10)
        paint.text(p, "secondary", "t3", x, cy, group.note, t)

    # --- cells ---

    def _two(
        self,
        p: QPainter,
        rect: QRectF,
        above: str,
        below: str,
        t: Theme,
        role: str = "secondary",
        ink: str = "t1",
    ) -> None:
        """Two lines of words, elided; the lower one quieter."""
        x, wide = rect.x() + t.space(6), rect.width() - t.space(10)
        half = t.px(8)
        if not below:
            paint.text(p, role, ink, x, rect.center().y(), paint.elided(role, above, wide, t), t)
            return
        paint.text(p, role, ink, x, rect.center().y() - half, paint.elided(role, above, wide, t), t)
        words = paint.elided("caption", below, wide, t)
        paint.text(p, "caption", "t3", x, rect.center().y() + half, words, t)

    def _timer(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        if face := timers.timer_face(self._shown_timer(row), self._now()):
            width = timers.timer_width(face, t)
            timers.paint_timer(p, rect.x() + t.space(PAD) + width, rect.center().y(), face, t)

    def _shown_timer(self, row: MonitorRow) -> TimerView:
        """The response's clock. How late a follow-up is stands in a column of its own; where that is hidden, here."""
        own = row.card.timer
        return own if self.tells_late and own.kind == "answered" else row.timer

    def _customer(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        room = rect.width() - t.space(10)
        car = paint.elided_car("caption", row.card.vehicle, row.card.stock, room, t)
        self._two(p, rect, row.card.name, car or say("No vehicle named"), t, "row")

    def _time(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        now = self._now()
        ago = say("{span} ago", span=formats.span((now - row.received).total_seconds()))
        self._two(p, rect, self._moment(row.received), ago, t)

    def _moment(self, at: datetime) -> str:
        """9:01 AM, Mon 7:42 PM; a day alone where it is longer ago than a week."""
        now = self._now()
        if formats.days_away(at, now, self.zone) <= -7:
            return formats.day(at, self.zone)
        return formats.when(at, self.zone, now).removeprefix(say("Today "))

    def _source(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        x, cy = rect.x() + t.space(6), rect.center().y()
        width, icon = paint.paint_source_tag(p, x, cy - t.px(8), row.card.source_class, t), t.px(12)
        left = x + width + t.space(6)
        room = rect.right() - left - t.space(6)
        if icon + t.space(5) + t.width("secondary", row.card.source) <= room:
            paint_icon(p, row.card.source_kind, left, cy - t.px(8) - icon / 2, icon, t.tokens["t3"])
            left += icon + t.space(5)
        words = paint.elided("secondary", row.card.source, rect.right() - left - t.space(6), t)
        paint.text(p, "secondary", "t2", left, cy - t.px(8), words, t)
        below = paint.elided("caption", row.kind_words, rect.width() - t.space(10), t)
        paint.text(p, "caption", "t3", x, cy + t.px(8), below, t)

    def _staff(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        if row.staff.at is not None:
            self._two(p, rect, row.staff.words, self._at(row.staff), t)
        else:
            self._two(p, rect, say("None yet"), self._by_assistant(row), t)

    def _by_assistant(self, row: MonitorRow) -> str:
        """What the assistant sent last; before its first message, whether a draft of it waits for a person."""
        sent = row.assistant
        if sent.at:
            return f"{say('AI {channel}', channel=sent.words.lower())} {self._at(sent)}"
        return say("AI draft to approve") if row.draft_waits else say("AI has not written")

    def _at(self, act: LastAct) -> str:
        if act.at is None:
            return ""
        at = self._moment(act.at)
        return say("{at} by {who}", at=at, who=act.who.split(" ")[0]) if act.who else at

    def _over(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        target, x = row.timer.target, rect.x() + t.space(6)
        late = (
            (self._now() - target).total_seconds()
            if row.timer.kind == "running" and target is not None
            else 0
        )
        if late > 0:
            paint.text(p, "secondary_medium", "bad", x, rect.center().y(), formats.span_exact(late), t)
        else:
            paint.text(p, "secondary", "t3", x, rect.center().y(), "–", t)

    def _ladder(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        words, below = ladder_words(row), self._next(row)
        x, cy = rect.x() + t.space(6), rect.center().y() - (t.px(8) if below else 0)
        if row.steps and row.timer.kind != "answered":
            x += paint_ladder(p, x, cy, row, t) + t.space(7)
        ink = "bad" if row.level else "t2"
        paint.text(p, "secondary", ink, x, cy, paint.elided("secondary", words, rect.right() - x, t), t)
        if below:
            shown = paint.elided("caption", below, rect.width() - t.space(10), t)
            paint.text(p, "caption", "t3", rect.x() + t.space(6), rect.center().y() + t.px(8), shown, t)

    def _next(self, row: MonitorRow) -> str:
        if row.next_at is None or row.timer.kind == "answered":
            return ""
        left = (row.next_at - self._now()).total_seconds()
        who = row.next_who or row.step_words
        return say(
            "{who} next in {left}", who=who[:1].upper() + who[1:], left=formats.countdown(max(0.0, left))
        )

    def _owner(self, p: QPainter, rect: QRectF, row: MonitorRow, t: Theme) -> None:
        card, cy, x = row.card, rect.center().y(), rect.x() + t.space(6)
        x += paint.paint_avatar(p, x, cy, card.owner_initials, t, card.owner_id) + t.space(6)
        if rect.right() - x < t.px(40):
            return
        first, _, last = card.owner_name.partition(" ")
        name = (f"{first} {last[:1]}." if last else first) if card.owner_name else say("No owner")
        paint.text(p, "secondary", "t1", x, cy, paint.elided("secondary", name, rect.right() - x, t), t)


def paint_ladder(p: QPainter, x: float, cy: float, row: MonitorRow, t: Theme) -> float:
    """The place on the ladder as small blocks: past grey, current ink, future outline; the width they take."""
    blocks, at = row.steps + row.rings, row.level - (not row.rings)
    wide, high, gap = t.px(5), t.px(9), t.px(2)
    for place in range(blocks):
        box = QRectF(x + place * (wide + gap), cy - high / 2, wide, high)
        fill = "t1" if place == at else ("ctl" if place < at else None)
        paint.rounded(p, box, 1.5, fill, t, None if fill else t.pen("line2"))
    return float(blocks * (wide + gap) - gap)
