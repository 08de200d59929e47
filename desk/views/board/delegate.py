"""Paints a card: five rows, one call for its facts, fonts and pictures made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.views import formats, paint, timers
from desk.views.board.model import Role, closing, hold_words, is_held
from desk.views.board.pictures import Box, CardPictures, box_picture, paint_box, paint_line
from desk.views.board.seconds import Painted, Second, second
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import SCALES, Theme

if TYPE_CHECKING:
    from datetime import datetime

    from desk.models.snapshots.board import CardView
    from desk.views.board.marks import Marks

GAP, RING = 6, 3  # between cards, and how far the ring of the one with the focus reaches into it
#: The middle of each row and the line above the last, from the card's top, at 100 %.
ROW_1, ROW_2, ROW_3, ROW_4, LINE, ROW_5, HEIGHT = 17, 34, 52, 75, 91, 103.5, 116
PAD = 8
#: From where to where each row's ink reaches, the line above the last one included: a step of the wheel paints two of them.
_SPANS = (
    (ROW_1 - 10, ROW_1 + 10),
    (ROW_2 - 8, ROW_2 + 8),
    (ROW_3 - 9, ROW_3 + 9),
    (ROW_4 - 11, ROW_4 + 11),
    (LINE - 1, ROW_5 + 9),
)
_SECOND_LINE = 18  # a name that needs two lines at large text

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """The card as the look draws it: selected, on hold, re-engaged, sold and overdue among its states."""

    def __init__(self, now: Callable[[], datetime], zone: str, marks: Marks | None = None) -> None:
        super().__init__()
        self.now, self.zone, self.marks = now, zone, marks
        #: First and last line of each part that the list is painting just now; None: everything.
        self.exposed: Sequence[tuple[int, int]] | None = None
        self.pictures, self.painted = CardPictures(), Painted()

    @property
    def picking(self) -> bool:
        """Whether a plain click marks a lead."""
        return self.marks is not None and self.marks.picking

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        t = Theme.current()
        height = t.px(HEIGHT) + GAP
        if t.is_large and self._wraps(index.data(Role.CARD), self._row_width(option), t):
            height += t.px(_SECOND_LINE)
        return QSize(t.px(120), height)

    def _row_width(self, option: QStyleOptionViewItem) -> int:
        """Qt asks for a size before it has laid rows out, so the list itself says how wide they will be."""
        view = option.widget
        return view.viewport().width() if isinstance(view, QAbstractScrollArea) else option.rect.width()

    def card_rect(self, row: QRect) -> QRectF:
        return QRectF(row.adjusted(0, 0, 0, -GAP))

    def timer_rect(self, row: QRect) -> QRect:
        """The part of a row that changes with the second."""
        top, bottom = _spans(Theme.current().scale)[0]
        return QRect(row.x(), row.y() + top, row.width(), bottom - top)

    def second(self, row: QRect, card: CardView, t: Theme, selected: bool) -> Second | QRect | None:
        """What a second changes of a row: its timer alone, all of its first line where the name gets another room, or nothing."""
        face = timers.timer_face(card.timer, self.now())
        if self.painted.shows(card.id, face):
            return None
        if face is None or t.is_large or not self.painted.is_as_wide(card.id, face, t):
            return self.timer_rect(row)
        self.painted.note(card.id, face)
        right, middle = self.card_rect(row).right() - t.space(PAD), row.y() + t.px(ROW_1)
        ground = card_box(card, selected, self.marks is not None and card.id in self.marks, 0).ground
        return second(face, right, middle, ground or "sunken", t)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, t = self.card_rect(option.rect), Theme.current()
        if not self._is_touched(rect):
            return  # it lies between two that are painted
        card, state = index.data(Role.CARD), option.state.value
        selected = bool(state & _SELECTED)
        if not self._copy(p, rect, card, t, selected):
            self.paint_card(p, rect, card, t, selected, lies=True)
        if state & _BY_KEYBOARD == _BY_KEYBOARD:
            paint.focus_ring(p, rect.adjusted(-2, -2, 2, 2), t, 10)

    def _copy(self, p: QPainter, rect: QRectF, card: CardView, t: Theme, selected: bool) -> bool:
        """Copy the card from its picture and paint the row that changes with the second over it; False where it has none."""
        is_whole = self._is_whole(rect)
        if not is_whole and card.id not in self.pictures:
            return False
        ratio = p.device().devicePixelRatioF()
        marked = self.marks is not None and card.id in self.marks
        if (
            marked or t.is_large or ratio != round(ratio)
        ):  # no row is still there, or pixels do not lie on pixels
            return False
        face = (card, selected, rect.width(), self._next(card), t.name, t.scale, ratio)
        picture = self.pictures.find(card.id, face)
        if picture is None and is_whole:
            own = QRectF(0, 0, rect.width(), rect.height())
            paint_it = partial(self._paint_still, rect=own, card=card, t=t, selected=selected)
            picture = self.pictures.see(
                card.id, face, own.size().toSize(), ratio, t.colour("sunken"), paint_it
            )
        if picture is None:
            return False
        p.drawPixmap(rect.topLeft(), picture)
        if self._is_exposed(rect.y(), _spans(t.scale)[0]):
            self._paint_name_row(p, rect.adjusted(t.space(PAD), 0, -t.space(PAD), 0), card, t)
        return True

    def _is_touched(self, rect: QRectF) -> bool:
        """Whether anything of a card, or of the ring around it, is painted just now."""
        return self._is_exposed(rect.top(), (-RING, round(rect.height()) + RING))

    def _is_whole(self, rect: QRectF) -> bool:
        """Whether all of a card is painted just now."""
        top, bottom = rect.top(), rect.bottom() - 1
        return any(first <= top and last >= bottom for first, last in self.exposed or ())

    def _paint_still(self, p: QPainter, rect: QRectF, card: CardView, t: Theme, selected: bool) -> None:
        """The card without the row that changes with the second."""
        whole, self.exposed = self.exposed, [(round(rect.y()) + _spans(t.scale)[0][1], round(rect.bottom()))]
        self.paint_card(p, rect, card, t, selected, lies=True)
        self.exposed = whole

    def paint_card(
        self,
        p: QPainter,
        rect: QRectF,
        card: CardView,
        t: Theme,
        selected: bool = False,
        *,
        lies: bool = False,
    ) -> None:
        """The whole card inside ``rect``, whether it ``lies`` in its column or is dragged away from it."""
        marked = self.marks is not None and card.id in self.marks
        box = card_box(card, selected, marked, 0 if t.is_large else t.px(LINE))
        self._paint_ground(p, rect, box, t, lies)
        inner = rect.adjusted(t.space(PAD), 0, -t.space(PAD), 0)
        name, vehicle, source, state, last = _spans(t.scale)
        if t.is_large or self._is_exposed(inner.y(), name):
            inner.translate(0, self._paint_name_row(p, inner, card, t))
        if self._is_exposed(inner.y(), vehicle):
            self._paint_vehicle_row(p, inner, card, t)
        if self._is_exposed(inner.y(), source):
            self._paint_source_row(p, inner, card, t)
        if self._is_exposed(inner.y(), state):
            self._paint_state_row(p, inner, card, t)
        if self._is_exposed(inner.y(), last):
            if t.is_large:
                paint_line(p, rect, inner.y() + t.px(LINE), box, t)
            self._paint_next_row(p, inner, card, t)
        if marked:
            self._paint_mark(p, rect, t)

    def _is_exposed(self, top: float, row: tuple[int, int]) -> bool:
        """Whether anything of a row is painted: a second that passes shows in the names' row alone, a step of the wheel in two."""
        if self.exposed is None:
            return True
        above, below = top + row[0], top + row[1]
        for first, last in self.exposed:  # noqa: SIM110  asked five times a card and frame
            if first < below and last >= above:
                return True
        return False

    # --- rows ---

    def _paint_ground(self, p: QPainter, rect: QRectF, box: Box, t: Theme, lies: bool) -> None:
        ratio = p.device().devicePixelRatioF()
        if lies and ratio == round(ratio):  # else pixels do not lie on pixels
            width, height = round(rect.width()), round(rect.height())
            p.drawPixmap(rect.topLeft(), box_picture(box, width, height, ratio, t.name, t.scale))
        else:
            paint_box(p, rect, box, t)

    def _paint_mark(self, p: QPainter, rect: QRectF, t: Theme) -> None:
        """A checked corner, above and left of the name."""
        side, icon = t.px(20), t.px(10)
        corner = QPolygonF(
            [rect.topLeft(), rect.topLeft() + QPointF(side, 0), rect.topLeft() + QPointF(0, side)]
        )
        p.save()
        p.setClipPath(paint.rounded_path(rect, 8))
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(t.colour("accent"))
        p.drawPolygon(corner)
        paint_icon(p, "check", rect.x() + 2, rect.y() + 2, icon, t.tokens["on_accent"])
        p.restore()

    def _paint_name_row(self, p: QPainter, inner: QRectF, card: CardView, t: Theme) -> int:
        """Name and timer; how far the rest moves down when the name took two lines."""
        middle = inner.y() + t.px(ROW_1)
        face = timers.timer_face(card.timer, self.now())
        self.painted.note(card.id, face)
        taken = timers.paint_timer(p, inner.right(), middle, face, t) + t.space(4) if face else 0.0
        room = inner.width() - taken
        if t.is_large and t.width("name", card.name) > room and " " in card.name:
            first, last = card.name.split(" ", 1)
            paint.text(p, "name", "t1", inner.x(), middle, paint.elided("name", first, room, t), t)
            middle += t.px(_SECOND_LINE)
            paint.text(p, "name", "t1", inner.x(), middle, paint.elided("name", last, inner.width(), t), t)
            return t.px(_SECOND_LINE)
        paint.text(p, "name", "t1", inner.x(), middle, paint.elided("name", card.name, room, t), t)
        return 0

    def _wraps(self, card: CardView, width: int, t: Theme) -> bool:
        face = timers.timer_face(card.timer, self.now())
        taken = timers.timer_width(face, t) + t.space(4) if face else 0.0
        return " " in card.name and t.width("name", card.name) > width - 2 * t.space(PAD) - taken

    def _paint_vehicle_row(self, p: QPainter, inner: QRectF, card: CardView, t: Theme) -> None:
        vehicle = paint.elided("secondary", card.vehicle, inner.width(), t)
        paint.text(p, "secondary", "t2", inner.x(), inner.y() + t.px(ROW_2), vehicle, t)

    def _paint_source_row(self, p: QPainter, inner: QRectF, card: CardView, t: Theme) -> None:
        """Stock, class and source at the left, coverage at the right; the source's name only if whole."""
        middle, x, right = inner.y() + t.px(ROW_3), inner.x(), inner.right()
        if card.coverage_days is not None:
            right -= paint.paint_coverage(p, right, middle, card.coverage_days, t) + t.space(6)
        icon = t.px(12)
        tag = t.width("tiny", say("3rd")) + 2 * t.space(4) + icon + 2 * t.space(6)
        stock = paint.elided("caption_medium", card.stock, max(0.0, right - x - tag), t)
        x += paint.text(p, "caption_medium", "t2", x, middle, stock, t) + t.space(6)
        paint.paint_source(p, x, middle, card.source_class, card.source_kind, card.source, t, right - x)

    def _paint_state_row(self, p: QPainter, inner: QRectF, card: CardView, t: Theme) -> None:
        """Temperature, or the outcome of a sale, at the left; the assistant and the owner at the right."""
        middle = inner.y() + t.px(ROW_4)
        x = inner.right() - t.px(20)
        room = x - 2 * t.space(4) - t.px(18) - inner.x()
        if card.outcome:
            paint.paint_badge(p, inner.x(), middle, card.outcome, t, "ok_tint", "ok", "circle-check")
        else:
            paint.paint_temperature(p, inner.x(), middle, card.temperature, card.band, t, room)
        paint.paint_avatar(p, x, middle, card.owner_initials, t, card.owner_id)
        paint.paint_ai_glyph(p, x - t.space(4) - t.px(18), middle, card.ai_state, t)

    def _paint_next_row(self, p: QPainter, inner: QRectF, card: CardView, t: Theme) -> None:
        """What comes next and when; red with "over" when late."""
        middle, icon = inner.y() + t.px(ROW_5), t.px(12)
        kind, words, when, ink = self._next(card)
        if not words:
            return
        paint_icon(p, kind, inner.x(), middle - icon / 2, icon, t.tokens[ink if ink != "t3" else "t2"])
        left = inner.x() + icon + t.space(5)
        right = inner.right()
        if when:
            right -= paint.text_right(p, "caption", ink, right, middle, when, t) + t.space(6)
        shown = paint.elided("caption", words, right - left, t)
        paint.text(p, "caption", ink if ink != "t3" else "t2", left, middle, shown, t)

    def told(self, card: CardView) -> object:
        """What a card says that changes by the minute."""
        waits = card.timer.kind == "waiting"
        return self._next(card), timers.timer_face(card.timer, self.now()) if waits else None

    def _next(self, card: CardView) -> tuple[str, str, str, str]:
        """Icon, words, time and colour of the last row."""
        if is_held(card):
            return "pause", hold_words(card, self.zone), "", "warn"
        if card.reengage_day is not None:
            return "rotate-ccw", say("Re-engagement · day {n}", n=card.reengage_day), "", "ai"
        if card.closed_at is not None and not card.next_text:
            return *closing(card), formats.day(card.closed_at, self.zone), "t3"
        if card.next_due is None:
            return card.next_icon or "list-checks", card.next_text, "", "t3"
        when, over = formats.due(card.next_due, self.now(), self.zone)
        return (
            card.next_icon or "list-checks",
            card.next_text,
            when,
            "bad" if over or card.next_icon in _ALARMS else "t3",
        )


@lru_cache(maxsize=len(SCALES))
def _spans(scale: float) -> tuple[tuple[int, int], ...]:
    """The rows' reach in pixels at a text size."""
    return tuple((round(above * scale), round(below * scale)) for above, below in _SPANS)


def card_box(card: CardView, selected: bool, marked: bool, line: int) -> Box:
    """The box a card stands in: dashed on hold, with a stronger edge where it is selected or marked; its line where none moves it."""
    held, edged = is_held(card), selected or marked
    return Box(
        "accent_tint" if marked else None if held else "surface",
        "accent" if edged else "line2" if held else "line",
        2 if edged else 1,
        held and not selected,
        line,
        held,
    )


_ALARMS = ("warning", "triangle-alert")  # the step itself says that something is wrong
#: As numbers: Python's own flags cost more than the row that is painted.
_SELECTED = QStyle.StateFlag.State_Selected.value
_BY_KEYBOARD = (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange).value
