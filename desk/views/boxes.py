"""Rounded boxes, painted or copied from a picture of themselves."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from desk.views.theme import Theme

_TINTS = {f"{name}_tint" for name in ("accent", "ai", "ok", "warn", "bad")}
_TINTS |= {f"{band}_fill" for band in ("hot", "warm", "cool", "cold")}


def rounded(
    p: QPainter, rect: QRectF, radius: float, fill: str | None, t: Theme, pen: QPen | None = None
) -> None:
    """A rounded box; a 1 px line lies on the pixel, not between two."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pen is None and fill in _TINTS and t.name == "high_contrast":
        pen = t.pen("line")  # where tints are no more, a line keeps the shape
    p.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
    p.setBrush(t.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    inset = pen.widthF() / 2 if pen is not None else 0.0
    p.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)


def still_box(p: QPainter, rect: QRectF, radius: float, fill: str | None, t: Theme, edge: str = "") -> None:
    """A small rounded box that cards show again and again: copied from its picture where pixels lie on pixels."""
    ratio = p.device().devicePixelRatioF()
    if ratio == round(ratio) and rect.x() == round(rect.x()) and rect.y() == round(rect.y()):
        kind = (rect.width(), rect.height(), radius, fill, edge, ratio, t.name, t.scale)
        p.drawPixmap(rect.topLeft(), _box_picture(*kind))
    else:
        rounded(p, rect, radius, fill, t, t.pen(edge) if edge else None)


@lru_cache(maxsize=128)
def _box_picture(
    width: float, height: float, radius: float, fill: str | None, edge: str, ratio: float, *_theme: object
) -> QPixmap:
    """The box, drawn once in the present theme."""
    t = Theme.current()
    p = QPainter(picture := clear_picture(QSize(ceil(width), ceil(height)), ratio))
    rounded(p, QRectF(0, 0, width, height), radius, fill, t, t.pen(edge) if edge else None)
    p.end()
    return picture


def clear_picture(size: QSize, ratio: float) -> QPixmap:
    """An empty picture of so many logical pixels for a screen of that device ratio."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
