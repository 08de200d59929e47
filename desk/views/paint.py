"""Small painted parts that delegates and widgets share: chip, timer, glyph, avatar, badge, tag, coverage.

Each takes the painter, where to stand, its facts and the theme, and answers how wide it came out, so that a
row is laid out by adding widths. ``x`` is the left edge (``right`` the right edge), ``cy`` the line's middle.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QStaticText

from desk.views.boxes import rounded, still
from desk.views.figures import figures
from desk.views.icons import paint_icon
from desk.views.text import band_words, say, source_class_words
from desk.views.theme import Theme

if TYPE_CHECKING:
    pass

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


def text(p: QPainter, role: str, token: str, x: float, cy: float, words: str, t: Theme) -> float:
    """Paint one line of ``words`` centred on ``cy``; its width."""
    laid, above, width = _laid(role, words, t.scale)
    p.setFont(t.font(role))
    p.setPen(t.colour(token))
    p.drawStaticText(QPointF(x, cy + above), laid)
    return width


def passing(p: QPainter, role: str, token: str, x: float, cy: float, words: str, t: Theme) -> None:
    """Figures that stand for a second: not kept with other words, which they would only push out."""
    place = QPointF(x, cy + t.cap(role) / 2)
    p.setPen(t.colour(token))
    if (run := figures(role, words, t.scale)) is not None:
        p.drawGlyphRun(place, run)
    else:
        p.setFont(t.font(role))
        p.drawText(place, words)


@lru_cache(maxsize=512)
def _laid(role: str, words: str, _scale: float) -> tuple[QStaticText, float, float]:
    """Words with their glyphs laid out, where they begin from the line's middle, and how wide they are: a line that scrolls into
    sight is painted by parts, and a timer with every second."""
    made, t = QStaticText(words), Theme.current()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=t.font(role))
    return made, t.cap(role) / 2 - t.metrics(role).ascent(), t.width(role, words)


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
    """ "Toyota Highlan... · N24023": the vehicle as far as it fits, with its whole stock number; its year goes first."""
    if not vehicle or not stock:
        return elided(role, vehicle or stock, width, t)
    end = f" · {stock}"
    room = max(0.0, width - t.width(role, end))
    year, _, rest = vehicle.partition(" ")
    shown = rest if year.isdigit() and rest and t.width(role, vehicle) > room else vehicle
    return f"{elided(role, shown, room, t)}{end}"


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
    still(p, x, cy - height / 2, (round(width), height), t, _draw_fill, f"{band}_fill")
    x = round(x) + pad
    number = text(p, "chip_number", band, x, cy, f"{degrees} ", t)
    text(p, "chip", band, x + number, cy, band_words(band), t)
    return width


def _draw_fill(p: QPainter, box: QRectF, t: Theme, fill: str) -> None:
    """A chip's ground: degrees are too many to keep a picture of each."""
    rounded(p, box, box.height() / 2, fill, t)


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
    still(p, rect.x(), rect.y(), (rect.width(), rect.height()), t, _draw_faint_ring, ink, width)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    strong = t.pen(ink, width)
    strong.setCapStyle(Qt.PenCapStyle.FlatCap)
    p.setPen(strong)
    p.drawArc(_inside(rect, width), 90 * 16, -round(left * 360 * 16))


def _draw_faint_ring(p: QPainter, box: QRectF, t: Theme, ink: str, width: float) -> None:
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(QPen(faded(t.colour(ink), 0.28), width))
    p.drawEllipse(_inside(box, width))


def _inside(box: QRectF, width: float) -> QRectF:
    """Where the middle of a ring of that width runs."""
    return box.adjusted(width / 2, width / 2, -width / 2, -width / 2)


def faded(colour: QColor, alpha: float) -> QColor:
    """``colour`` let through by ``alpha``, 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def paint_ai_glyph(p: QPainter, x: float, cy: float, state: str, t: Theme, size: int = 18) -> float:
    """The assistant's glyph: another shape for each state; its width."""
    box = t.px(size)
    still(p, x, cy - box / 2, (box, box), t, _draw_glyph, state, size)
    return float(box)


def _draw_glyph(p: QPainter, box: QRectF, t: Theme, state: str, size: int) -> None:
    icon, ink, tint, outline = AI_GLYPHS.get(state, AI_GLYPHS["off"])
    inner = t.px(12 if size < 22 else 16)
    aside = (box.width() - inner) / 2
    rounded(p, box, 4, tint or None, t, t.pen(outline) if outline else None)
    paint_icon(p, icon, box.x() + aside, box.y() + aside, inner, t.tokens[ink])


def avatar_token(person_id: str) -> str:
    """One of the five avatar colours, the same for a person on every day and desk."""
    return f"avatar_{crc32(person_id.encode()) % 5 + 1}"


def paint_avatar(
    p: QPainter, x: float, cy: float, initials: str, t: Theme, person_id: str = "", size: int = 20
) -> float:
    """A person's round with initials; a dashed outline with a figure when nobody owns it; its width."""
    box = t.px(size)
    draw = _draw_avatar if initials else _draw_nobody
    still(p, x, cy - box / 2, (box, box), t, draw, *((initials, person_id, size) if initials else ()))
    return float(box)


def _draw_nobody(p: QPainter, box: QRectF, t: Theme) -> None:
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setBrush(Qt.BrushStyle.NoBrush)
    pen = t.pen("ctl")
    pen.setDashPattern([3, 2])
    p.setPen(pen)
    p.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    inner = t.px(12)
    aside = (box.width() - inner) / 2
    paint_icon(p, "user-round", box.x() + aside, box.y() + aside, inner, t.tokens["t3"])


def _draw_avatar(p: QPainter, box: QRectF, t: Theme, initials: str, person_id: str, size: int) -> None:
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(t.pen("line") if t.name == "high_contrast" else Qt.PenStyle.NoPen)
    p.setBrush(t.colour(avatar_token(person_id or initials)))
    p.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    role = "initials" if size <= 20 else "caption_strong"
    x = box.x() + (box.width() - t.width(role, initials)) / 2
    text(p, role, "avatar_text", x, box.center().y(), initials, t)


def paint_source_tag(p: QPainter, x: float, cy: float, source_class: str, t: Theme) -> float:
    """1st, 2nd or 3rd party, outlined; its width."""
    return paint_source(p, x, cy, source_class, "", "", t)


def paint_source(
    p: QPainter, x: float, cy: float, source_class: str, kind: str, name: str, t: Theme, room: float = 0.0
) -> float:
    """The tag of a source's class, its icon where it has a ``kind``, and its name where that fits into ``room``; their width."""
    words = source_class_words(source_class)
    height, tag = t.px(16), round(t.width("tiny", words) + 2 * t.space(4))
    before = tag + (t.space(6) + t.px(12) if kind else 0)
    whole = before + t.space(5) + t.width("caption", name)
    name, width = (name, whole) if name and whole <= room else ("", float(before))
    still(p, x, cy - height / 2, (width, height), t, _draw_source, words, tag, kind, name)
    return width


def _draw_source(p: QPainter, box: QRectF, t: Theme, words: str, tag: int, kind: str, name: str) -> None:
    cy, icon = box.center().y(), t.px(12)
    rounded(p, QRectF(box.x(), box.y(), tag, box.height()), 4, None, t, t.pen("line2"))
    text(p, "tiny", "t2", box.x() + (tag - t.width("tiny", words)) / 2, cy, words, t)
    x = box.x() + tag + t.space(6)
    if kind:
        paint_icon(p, kind, x, cy - icon / 2, icon, t.tokens["t3"])
    if name:
        text(p, "caption", "t3", x + icon + t.space(5), cy, name, t)


def coverage_face(days: int) -> tuple[str, str, str]:
    """Icon, colour and words: check = covered, exclamation = two days or less, cross = none."""
    if days <= 0:
        return "shield-x", "t3", say("None")
    return ("shield-alert", "warn", f"{days} d") if days <= 2 else ("shield-check", "ok", f"{days} d")


def coverage_width(days: int, t: Theme) -> float:
    return t.px(12) + t.space(4) + t.width("caption_medium", coverage_face(days)[2])


def paint_coverage(p: QPainter, right: float, cy: float, days: int, t: Theme) -> float:
    """The coverage shield with days left, ending at ``right``; its width."""
    height, width = t.px(16), coverage_width(days, t)
    still(p, right - width, cy - height / 2, (width, height), t, _draw_coverage, days)
    return width


def _draw_coverage(p: QPainter, box: QRectF, t: Theme, days: int) -> None:
    icon, ink, words = coverage_face(days)
    cy = box.center().y()
    paint_icon(p, icon, box.x(), cy - t.px(12) / 2, t.px(12), t.tokens[ink])
    text_right(p, "caption_medium", ink, box.right(), cy, words, t)


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
