"""Small painted parts that delegates and widgets share: chip, timer, glyph, avatar, badge, tag, coverage.

Each takes the painter, where to stand, its facts and the theme, and answers how wide it came out, so that a
row is laid out by adding widths. ``x`` is the left edge (``right`` the right edge), ``cy`` the line's middle.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QStaticText

from desk.views import formats
from desk.views.boxes import clear_picture, rounded, still_box
from desk.views.icons import paint_icon
from desk.views.text import band_words, say, source_class_words
from desk.views.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from desk.models.snapshots import TimerView

#: State -> icon, colour, ground, outline (or ""). The shape differs per state, not only the colour.
AI_GLYPHS = {
    "on": ("sparkles", "ai", "ai_tint", ""),
    "reactive": ("ear", "ai", "surface", "ai_line"),
    "handed_off": ("concierge-bell", "warn", "warn_tint", ""),
    "backed_off": ("hand", "ai", "surface", "ai_line"),
    "paused_by_status": ("circle-pause", "warn", "warn_tint", ""),
    "off": ("power", "t3", "surface", "line2"),
    "opted_out": ("ban", "bad", "surface", "bad_line"),
}


class TimerFace(NamedTuple):
    """What a timer shows now. ``tone``: ok | warn | bad | quiet | wait; ``left``: share of time left."""

    tone: str
    text: str
    left: float


def timer_face(timer: TimerView, now: datetime) -> TimerFace | None:
    """Read a timer at a moment: on time, last third, past target, answered, or waiting for the opening."""
    if timer.kind == "answered":
        return TimerFace("quiet", formats.span(timer.took_s or 0), 0.0)
    if timer.kind == "waiting" and timer.started is not None:
        return TimerFace("wait", formats.span((timer.started - now).total_seconds()), 1.0)
    if timer.kind != "running" or timer.started is None or timer.target is None:
        return None
    return _running_face((timer.target - now).total_seconds(), (timer.target - timer.started).total_seconds())


def _running_face(left_s: float, whole_s: float) -> TimerFace:
    if left_s < 0:
        return TimerFace("bad", f"+{formats.countdown(-left_s)}", 0.0)
    share = left_s / whole_s if whole_s > 0 else 0.0
    return TimerFace("warn" if share * 3 < 1 else "ok", formats.countdown(left_s), min(1.0, share))


def text(p: QPainter, role: str, token: str, x: float, cy: float, words: str, t: Theme) -> float:
    """Paint one line of ``words`` centred on ``cy``; its width."""
    p.setFont(t.font(role))
    p.setPen(t.colour(token))
    p.drawStaticText(QPointF(x, cy + t.cap(role) / 2 - t.metrics(role).ascent()), _laid(role, words, t.scale))
    return t.width(role, words)


def _passing(p: QPainter, role: str, token: str, x: float, cy: float, words: str, t: Theme) -> None:
    """Words that stand for a second: not kept, they would only push others out."""
    p.setFont(t.font(role))
    p.setPen(t.colour(token))
    p.drawText(QPointF(x, cy + t.cap(role) / 2), words)


@lru_cache(maxsize=512)
def _laid(role: str, words: str, _scale: float) -> QStaticText:
    """Words with their glyphs laid out: a line that scrolls into sight is painted by parts, and a timer with every second."""
    made = QStaticText(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=Theme.current().font(role))
    return made


def text_right(p: QPainter, role: str, token: str, right: float, cy: float, words: str, t: Theme) -> float:
    """The same, ending at ``right``."""
    return text(p, role, token, right - t.width(role, words), cy, words, t)


def elided(role: str, words: str, width: float, t: Theme) -> str:
    """``words`` as far as they fit into ``width``."""
    return words if t.width(role, words) <= width else _cut(role, words, width, t.scale)


@lru_cache(maxsize=512)
def _cut(role: str, words: str, width: float, _scale: float) -> str:
    return Theme.current().metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, width)


def elided_car(role: str, vehicle: str, stock: str, width: float, t: Theme) -> str:
    """ "2026 Toyota High... · N24023": the vehicle as far as it fits, with its whole stock number."""
    if not vehicle or not stock:
        return elided(role, vehicle or stock, width, t)
    end = f" · {stock}"
    return f"{elided(role, vehicle, max(0.0, width - t.width(role, end)), t)}{end}"


def stretch(p: QPainter, rect: QRectF, radius: float, fill: str, t: Theme) -> None:
    """A part of a way: filled in its colour, or ``line`` where it lies ahead. In high contrast, where lines are as dark as
    anything, what lies ahead is an outline."""
    is_outline = fill == "line" and t.name == "high_contrast"
    rounded(p, rect, radius, None if is_outline else fill, t, t.pen("line") if is_outline else None)


def temperature_width(degrees: int, band: str, t: Theme) -> float:
    number, words = f"{degrees} ", band_words(band)
    return t.width("chip_number", number) + t.width("chip", words) + 2 * t.space(7)


def paint_temperature(
    p: QPainter, x: float, cy: float, degrees: int, band: str, t: Theme, room: float = 0.0
) -> float:
    """The temperature chip: the number in bold and the band's word, always both; in too little ``room`` its edges draw in."""
    height, width = t.px(18), temperature_width(degrees, band, t)
    pad = float(t.space(7))
    if room and width > room:
        pad -= min(pad - t.space(3), (width - room) / 2)
        width -= 2 * (t.space(7) - pad)
    still_box(p, QRectF(x, cy - height / 2, width, height), height / 2, f"{band}_fill", t)
    number = text(p, "chip_number", band, x + pad, cy, f"{degrees} ", t)
    text(p, "chip", band, x + pad + number, cy, band_words(band), t)
    return width


def paint_chip(
    p: QPainter, x: float, cy: float, words: str, t: Theme, fill: str = "sunken", ink: str = "t2"
) -> float:
    """A plain chip of half-height radius; its width."""
    height, width = t.px(20), t.width("chip", words) + 2 * t.space(8)
    rounded(p, QRectF(x, cy - height / 2, width, height), height / 2, fill, t)
    text(p, "chip", ink, x + t.space(8), cy, words, t)
    return width


def badge_width(words: str, t: Theme, icon: str = "") -> float:
    return t.width("chip", words) + 2 * t.space(5) + (t.px(12) + t.space(5) if icon else 0)


def paint_badge(
    p: QPainter,
    x: float,
    cy: float,
    words: str,
    t: Theme,
    fill: str = "rail",
    ink: str = "t2",
    icon: str = "",
) -> float:
    """A badge, 18 px with a 4 px radius, tint and text, with an icon before it if wished; its width."""
    height, width = t.px(18), badge_width(words, t, icon)
    rounded(p, QRectF(x, cy - height / 2, width, height), 4, fill, t)
    left = x + t.space(5)
    if icon:
        paint_icon(p, icon, left, cy - t.px(12) / 2, t.px(12), t.tokens[ink])
        left += t.px(12) + t.space(5)
    text(p, "chip", ink, left, cy, words, t)
    return width


def paint_ring(p: QPainter, rect: QRectF, left: float, ink: str, t: Theme, width: float = 2.0) -> None:
    """The ring that empties clockwise: what is left stands in colour, what is gone stays faint."""
    ring = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setBrush(Qt.BrushStyle.NoBrush)
    faint = t.pen(ink, width)
    faint.setColor(faded(t.colour(ink), 0.28))
    faint.setCapStyle(Qt.PenCapStyle.FlatCap)
    p.setPen(faint)
    p.drawEllipse(ring)
    strong = t.pen(ink, width)
    strong.setCapStyle(Qt.PenCapStyle.FlatCap)
    p.setPen(strong)
    p.drawArc(ring, 90 * 16, -round(left * 360 * 16))


def faded(colour: QColor, alpha: float) -> QColor:
    """``colour`` let through by ``alpha``, 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


_INK = {"ok": "ok", "warn": "warn", "quiet": "t3", "wait": "t3"}
_SIGN = {"quiet": "check", "wait": "clock"}


_ZEROS = str.maketrans("123456789", "0" * 9)  # figures are all of one width


def timer_width(face: TimerFace, t: Theme) -> float:
    if face.tone == "bad":
        return t.width("timer", face.text.translate(_ZEROS)) + t.px(12) + t.space(3) + 2 * t.space(5)
    role = "caption_medium" if face.tone in _SIGN else "timer"
    return t.width(role, face.text.translate(_ZEROS)) + t.px(12) + t.space(4)


def paint_timer(p: QPainter, right: float, cy: float, face: TimerFace, t: Theme) -> float:
    """The response timer, ending at ``right``: ring, red tag with a plus, or a grey check; its width."""
    width = timer_width(face, t)
    x, icon = right - width, t.px(12)
    if face.tone == "bad":
        rounded(p, QRectF(x, cy - t.px(18) / 2, width, t.px(18)), 4, "bad", t)
        paint_icon(p, "triangle-alert", x + t.space(5), cy - icon / 2, icon, t.tokens["on_bad"])
        _passing(p, "timer", "on_bad", x + t.space(5) + icon + t.space(3), cy, face.text, t)
        return width
    ink = _INK[face.tone]
    if sign := _SIGN.get(face.tone):
        paint_icon(p, sign, x, cy - icon / 2, icon, t.tokens[ink])
        text(p, "caption_medium", ink, x + icon + t.space(4), cy, face.text, t)
        return width
    paint_ring(p, QRectF(x, cy - icon / 2, icon, icon), face.left, ink, t, max(2.0, t.px(2)))
    _passing(p, "timer", ink, x + icon + t.space(4), cy, face.text, t)
    return width


def timer_words(timer: TimerView, now: datetime) -> str:
    """The timer for the ear and for a tooltip."""
    if timer.kind == "answered":
        return say("answered in {span}", span=formats.span_words(timer.took_s or 0))
    if timer.kind == "waiting" and timer.started is not None:
        return say("timer starts in {span}", span=formats.span_words((timer.started - now).total_seconds()))
    if timer.kind != "running" or timer.target is None:
        return ""
    left = (timer.target - now).total_seconds()
    if left < 0:
        return say("response overdue by {span}", span=formats.span_words(-left))
    return say("response due in {span}", span=formats.span_words(left))


def paint_ai_glyph(p: QPainter, x: float, cy: float, state: str, t: Theme, size: int = 18) -> float:
    """The assistant's glyph: another shape for each state; its width."""
    box, ratio = t.px(size), p.device().devicePixelRatioF()
    place = QPointF(round(x), round(cy - box / 2))
    if ratio == round(ratio):  # a card is painted at every step of the wheel, and its glyph is one of seven
        p.drawPixmap(place, _glyph_picture(state, size, ratio, t.name, t.scale))
    else:
        p.translate(place)
        _paint_glyph(p, state, size, t)
        p.translate(-place)
    return float(box)


@lru_cache(maxsize=32)
def _glyph_picture(state: str, size: int, ratio: float, _theme: str, _scale: float) -> QPixmap:
    """The glyph of a state, drawn once in the present theme."""
    t = Theme.current()
    p = QPainter(picture := clear_picture(QSize(t.px(size), t.px(size)), ratio))
    _paint_glyph(p, state, size, t)
    p.end()
    return picture


def _paint_glyph(p: QPainter, state: str, size: int, t: Theme) -> None:
    icon, ink, tint, outline = AI_GLYPHS.get(state, AI_GLYPHS["off"])
    box, inner = t.px(size), t.px(12 if size < 22 else 16)
    rounded(p, QRectF(0, 0, box, box), 4, tint or None, t, t.pen(outline) if outline else None)
    paint_icon(p, icon, (box - inner) / 2, (box - inner) / 2, inner, t.tokens[ink])


def avatar_token(person_id: str) -> str:
    """One of the five avatar colours, the same for a person on every day and desk."""
    return f"avatar_{crc32(person_id.encode()) % 5 + 1}"


def paint_avatar(
    p: QPainter, x: float, cy: float, initials: str, t: Theme, person_id: str = "", size: int = 20
) -> float:
    """A person's round with initials; a dashed outline with a figure when nobody owns it; its width."""
    box = t.px(size)
    rect = QRectF(x, cy - box / 2, box, box)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not initials:
        p.setBrush(Qt.BrushStyle.NoBrush)
        pen = t.pen("ctl")
        pen.setDashPattern([3, 2])
        p.setPen(pen)
        p.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        inner = t.px(12)
        paint_icon(p, "user-round", x + (box - inner) / 2, cy - inner / 2, inner, t.tokens["t3"])
        return float(box)
    p.setPen(t.pen("line") if t.name == "high_contrast" else Qt.PenStyle.NoPen)
    p.setBrush(t.colour(avatar_token(person_id or initials)))
    p.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    role = "initials" if size <= 20 else "caption_strong"
    text(p, role, "avatar_text", x + (box - t.width(role, initials)) / 2, cy, initials, t)
    return float(box)


def paint_source_tag(p: QPainter, x: float, cy: float, source_class: str, t: Theme) -> float:
    """1st, 2nd or 3rd party, outlined; its width."""
    words = source_class_words(source_class)
    height, width = t.px(16), t.width("tiny", words) + 2 * t.space(4)
    still_box(p, QRectF(round(x), round(cy - height / 2), round(width), height), 4, None, t, "line2")
    text(p, "tiny", "t2", round(x) + (round(width) - t.width("tiny", words)) / 2, cy, words, t)
    return float(round(width))


def coverage_face(days: int) -> tuple[str, str, str]:
    """Icon, colour and words: check = covered, exclamation = two days or less, cross = none."""
    if days <= 0:
        return "shield-x", "t3", say("None")
    return ("shield-alert", "warn", f"{days} d") if days <= 2 else ("shield-check", "ok", f"{days} d")


def coverage_width(days: int, t: Theme) -> float:
    return t.px(12) + t.space(4) + t.width("caption_medium", coverage_face(days)[2])


def paint_coverage(p: QPainter, right: float, cy: float, days: int, t: Theme) -> float:
    """The coverage shield with days left, ending at ``right``; its width."""
    icon, ink, words = coverage_face(days)
    width = coverage_width(days, t)
    paint_icon(p, icon, right - width, cy - t.px(12) / 2, t.px(12), t.tokens[ink])
    text_right(p, "caption_medium", ink, right, cy, words, t)
    return width


def keycap_width(key: str, t: Theme) -> float:
    return max(t.px(18), t.width("key", key) + 2 * t.space(5))


def paint_keycap(
    p: QPainter, x: float, cy: float, key: str, t: Theme, ink: str = "t3", edge: str = "line2"
) -> float:
    """A key cap: outlined, as wide as its word; its width."""
    height, width = t.px(18), keycap_width(key, t)
    rounded(p, QRectF(x, cy - height / 2, width, height), 4, None, t, t.pen(edge))
    text(p, "key", ink, x + (width - t.width("key", key)) / 2, cy, key, t)
    return width


def paint_count(p: QPainter, right: float, top: float, count: int, t: Theme, fill: str, ink: str) -> float:
    """A count bubble hanging on the corner of an icon; its width."""
    words = str(count) if count < 100 else "99+"
    height = t.px(14)
    width = max(height, t.width("bubble", words) + 2 * t.space(4))
    rounded(p, QRectF(right - width, top, width, height), height / 2, fill, t)
    text(p, "bubble", ink, right - width + (width - t.width("bubble", words)) / 2, top + height / 2, words, t)
    return width


def focus_ring(p: QPainter, rect: QRectF, t: Theme, radius: float = 6.0) -> None:
    """The 2 px accent ring for whoever uses the keyboard, drawn just inside ``rect``."""
    rounded(p, rect, radius, None, t, t.pen("accent", 2))


def rounded_path(rect: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
