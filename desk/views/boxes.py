"""Rounded boxes, and small parts that are painted once and then copied from a picture of themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from desk.views.theme import Theme

#: Paints a part into a box: ``draw(p, box, theme, *facts)``.
Draw = Callable[..., None]

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


def still(
    p: QPainter, x: float, y: float, size: tuple[float, float], t: Theme, draw: Draw, *facts: object
) -> None:
    """A small part that cards show again and again, ``draw(p, box, t, *facts)``: painted once, then copied from its picture.

    It stands on whole pixels; on a screen where those do not lie on the device's, it is painted where it was asked for.
    """
    ratio = p.device().devicePixelRatioF()
    if ratio == round(ratio):
        p.drawPixmap(round(x), round(y), _picture(draw, size, facts, ratio, t.name, t.scale))
    else:
        draw(p, QRectF(x, y, *size), t, *facts)


@lru_cache(maxsize=192)
def _picture(
    draw: Draw, size: tuple[float, float], facts: tuple[object, ...], ratio: float, *_theme: object
) -> QPixmap:
    """The part, drawn in the present theme."""
    p = QPainter(picture := clear_picture(QSize(ceil(size[0]), ceil(size[1])), ratio))
    draw(p, QRectF(0, 0, *size), Theme.current(), *facts)
    p.end()
    return picture


def clear_picture(size: QSize, ratio: float) -> QPixmap:
    """An empty picture of so many logical pixels for a screen of that device ratio."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
