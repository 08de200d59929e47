"""Paints the lines of a conversation: bubbles by author, drafts dashed, lines without bubble, days (look, section 3)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout

from desk.models.snapshots.lead import TimelineItem
from desk.views import formats, paint
from desk.views.detail.bubble import GUTTER, PAD, Laid, Row
from desk.views.detail.bubble_files import paint_file
from desk.views.detail.bubble_words import WAITING, author_words, is_draft, meta_words, status_words
from desk.views.icons import paint_icon
from desk.views.text import say
from desk.views.theme import Theme

#: Author -> ground, outline, ink of the name.
_FACES = {
    "customer": ("surface", "line", "t1"),
    "staff": ("accent_tint", "accent_line", "accent"),
    "assistant": ("ai_tint", "ai_line", "ai"),
    "system": ("sunken", "line", "t2"),
}
_CHANNEL_ICONS = {"call": "phone-outgoing", "text": "message-square", "email": "mail", "letter": "file-text"}
_LINE_ICONS = {
    "handoff": ("concierge-bell", "warn"),
    "ai": ("sparkles", "ai"),
    "stage": ("flag", "t3"),
    "appointment": ("calendar-check", "t3"),
    "alert": ("bell-ring", "warn"),
    "task": ("list-checks", "t3"),
}


def paint_row(p: QPainter, row: Row, laid: Laid, width: int, zone: str, now: datetime) -> None:
    """Paint a row with the painter's origin at its top left."""
    t = Theme.current()
    if row.kind == "day":
        _paint_day(p, row.words, laid, width, t)
    elif row.kind == "line" and row.item is not None:
        _paint_line(p, row.item, laid, t)
    elif row.item is not None:
        _paint_bubble(p, row, row.item, laid, zone, now, t)


def _paint_day(p: QPainter, words: str, laid: Laid, width: int, t: Theme) -> None:
    middle, wide = laid.height / 2, t.width("secondary", words)
    left, gutter = (width - wide) / 2, t.space(GUTTER)
    paint.text(p, "secondary", "t3", left, middle, words, t)
    p.setPen(t.pen("line"))
    if width > 500:
        p.drawLine(QPointF(gutter, middle), QPointF(left - 10, middle))
        p.drawLine(QPointF(left + wide + 10, middle), QPointF(width - gutter, middle))


def _paint_line(p: QPainter, item: TimelineItem, laid: Laid, t: Theme) -> None:
    icon, ink = _LINE_ICONS.get(item.kind, ("globe" if item.author == "customer" else "info", "t3"))
    paint_icon(p, icon, t.space(GUTTER), laid.text_at.y() + t.px(1), t.px(14), t.tokens[ink])
    _draw(p, laid.text, laid.text_at, "warn" if item.kind == "handoff" else "t2", t)
    for file in laid.files:
        paint_file(p, file, t)


def _paint_bubble(
    p: QPainter, row: Row, item: TimelineItem, laid: Laid, zone: str, now: datetime, t: Theme
) -> None:
    fill, edge, ink = _FACES.get(item.author, _FACES["system"])
    if item.kind == "note":
        fill, edge = "warn_tint", "warn_line"
    if item.status in WAITING:
        pen = t.pen("ai" if item.author == "assistant" else "accent", 1, Qt.PenStyle.DashLine)
        paint.rounded(p, laid.box, 9, "surface", t, pen)
    else:
        paint.rounded(p, laid.box, 9, fill, t, t.pen(edge))
    _paint_meta(p, row, item, laid, ink, zone, now, t)
    p.save()
    if laid.more is not None:
        p.setClipRect(
            QRectF(laid.box.left(), laid.text_at.y(), laid.box.width(), laid.more.top() - laid.text_at.y())
        )
    _draw(p, laid.text, laid.text_at, "t3" if item.status in ("skipped", "superseded") else "t1", t)
    p.restore()
    if laid.more is not None:
        paint.text(
            p,
            "secondary_medium",
            "accent",
            laid.more.x(),
            laid.more.center().y(),
            say("Show less") if laid.opened else say("Show all"),
            t,
        )
    for file in laid.files:
        paint_file(p, file, t)
    _paint_why(p, item, laid, t)


def _paint_meta(
    p: QPainter, row: Row, item: TimelineItem, laid: Laid, ink: str, zone: str, now: datetime, t: Theme
) -> None:
    x, middle = laid.text_at.x(), laid.box.top() + t.px(7) + t.px(8)
    icon = "sparkles" if is_draft(item) else _CHANNEL_ICONS.get(item.channel, "sticky-note")
    paint_icon(p, icon, x, middle - t.px(7), t.px(14), t.tokens["ai" if is_draft(item) else "t2"])
    x += t.px(14) + t.space(6)
    x += paint.text(p, "secondary_strong", ink, x, middle, author_words(item), t) + t.space(6)
    right = laid.box.right() - t.space(PAD)
    right -= _paint_state(p, row, item, right, middle, now, t)
    words = paint.elided("secondary", meta_words(item, zone), right - x - t.space(6), t)
    paint.text(p, "secondary", "t3", x, middle, words, t)


_STATE = {
    "delivered": ("check-check", "t3"),
    "sent": ("check", "t3"),
    "sending": ("send", "t3"),
    "queued": ("clock", "t3"),
    "held": ("pause", "warn"),
    "pending_approval": ("clock", "warn"),
    "bounced": ("mail-warning", "bad"),
    "failed": ("circle-x", "bad"),
    "uncertain": ("circle-alert", "warn"),
    "skipped": ("minus", "t3"),
    "superseded": ("minus", "t3"),
}


def _paint_state(
    p: QPainter, row: Row, item: TimelineItem, right: float, middle: float, now: datetime, t: Theme
) -> float:
    """The right edge: the green shield of a proof, a countdown, or what became of the message; its width."""
    if row.evidence:
        return _sign(p, right, middle, "shield-check", "ok", say("Evidence {n}", n=row.evidence), t)
    if item.status in WAITING and item.due is not None and item.due > now:
        left = formats.countdown((item.due - now).total_seconds())
        return _sign(
            p, right, middle, "timer", "warn" if item.status == "pending_approval" else "t3", left, t
        )
    if item.status in _STATE:
        return _sign(p, right, middle, *_STATE[item.status], status_words(item.status), t)
    return (
        _sign(p, right, middle, "paperclip", "t3", say("recording"), t)
        if item.facts and item.kind == "call"
        else 0.0
    )


def _sign(p: QPainter, right: float, middle: float, icon: str, ink: str, words: str, t: Theme) -> float:
    width = t.width("secondary", words) + t.px(13) + t.space(4)
    paint_icon(p, icon, right - width, middle - t.px(6), t.px(12), t.tokens[ink])
    paint.text_right(p, "secondary", ink, right, middle, words, t)
    return width


def _paint_why(p: QPainter, item: TimelineItem, laid: Laid, t: Theme) -> None:
    if laid.note is not None:
        icon, ink = _STATE[item.status]
        paint_icon(p, icon, laid.note_at.x() - t.px(18), laid.note_at.y() + t.px(2), t.px(12), t.tokens[ink])
        _draw(p, laid.note, laid.note_at, ink, t)
    if laid.why is not None:
        paint_icon(
            p,
            "chevron-right",
            laid.why_at.x() - t.px(16),
            laid.why_at.y() + t.px(2),
            t.px(12),
            t.tokens["t3"],
        )
        _draw(p, laid.why, laid.why_at, "t3", t)


def _draw(p: QPainter, layout: QTextLayout | None, at: QPointF, ink: str, t: Theme) -> None:
    if layout is not None:
        p.setPen(t.colour(ink))
        layout.draw(p, at)
