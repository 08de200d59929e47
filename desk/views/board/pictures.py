"""Pictures of cards that are painted again and again while changes pour in: the same card is painted once, then copied.

A picture is made of a card that is still painted whole some seconds after the first time, and goes when it was not wanted for a
while or its column is out of sight: a board at rest, or one that has just opened, holds none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from desk.views import paint
from desk.views.theme import Theme

_DASHES = [3, 2]
_ASTIR_TICKS, _KEPT_TICKS = 2, 4  # seconds, as the board's pulse counts them


class Box(NamedTuple):
    """What a card stands in: the tokens of its ground and edge, how wide the edge is, whether it is dashed, and the line above the
    last row: how far from the top (0: none there), and whether it is dashed."""

    ground: str | None
    edge: str
    width: int
    dashed: bool
    line: int = 0
    line_dashed: bool = False


def paint_box(p: QPainter, rect: QRectF, box: Box, t: Theme) -> None:
    pen = t.pen(box.edge, box.width)
    if box.dashed:
        pen.setDashPattern(_DASHES)
    paint.rounded(p, rect, 8, box.ground, t, pen)
    if box.line:
        paint_line(p, rect, rect.y() + box.line, box, t)


def paint_line(p: QPainter, rect: QRectF, y: float, box: Box, t: Theme) -> None:
    """The line above the last row, from edge to edge."""
    pen = t.pen("line2" if box.line_dashed else "line")
    if box.line_dashed:
        pen.setDashPattern(_DASHES)
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(pen)
    p.drawLine(round(rect.x()) + box.width, round(y), round(rect.right()) - box.width - 1, round(y))


@lru_cache(maxsize=12)
def box_picture(box: Box, width: int, height: int, ratio: float, theme: str, scale: float) -> QPixmap:
    """The box on its column's ground: drawn once for all cards that look so, and copied, which takes a tenth of the time.

    ``theme`` and ``scale`` are those of the present theme, and tell its pictures from those before.
    """
    t, picture = Theme.current(), QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(t.colour("sunken"))
    p = QPainter(picture)
    paint_box(p, QRectF(0, 0, width, height), box, t)
    p.end()
    return picture


@dataclass(slots=True)
class _Seen:
    face: Any
    first: int
    tick: int
    picture: QPixmap | None = None


class CardPictures:
    """By lead: the face it was painted with last, whatever tells one face from another, and since when; with its picture."""

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}
        self._tick = 0

    def __len__(self) -> int:
        return sum(seen.picture is not None for seen in self._seen.values())

    def __contains__(self, lead_id: str) -> bool:
        seen = self._seen.get(lead_id)
        return seen is not None and seen.picture is not None

    def find(self, lead_id: str, face: Any) -> QPixmap | None:
        """The picture of this face, where there is one."""
        seen = self._seen.get(lead_id)
        if seen is None or seen.face != face:
            return None
        seen.tick = self._tick
        return seen.picture

    def see(
        self,
        lead_id: str,
        face: Any,
        size: QSize,
        ratio: float,
        ground: QColor,
        paint: Callable[[QPainter], None],
    ) -> QPixmap | None:
        """A card is painted whole: its picture, made by ``paint`` on ``ground``, where it was so some seconds ago already."""
        seen = self._seen.get(lead_id)
        if seen is None or seen.face != face:
            self._seen[lead_id] = _Seen(face, self._tick, self._tick)
            return None
        if self._tick - seen.first < _ASTIR_TICKS:
            return None
        seen.picture = QPixmap(size * ratio)
        seen.picture.setDevicePixelRatio(ratio)
        seen.picture.fill(ground)
        p = QPainter(seen.picture)
        paint(p)
        p.end()
        return seen.picture

    def grow_older(self) -> None:
        """A second passed: what was not wanted for a while goes."""
        self._tick += 1
        old = [lead_id for lead_id, seen in self._seen.items() if self._tick - seen.tick > _KEPT_TICKS]
        for lead_id in old:
            del self._seen[lead_id]

    def clear(self) -> None:
        self._seen.clear()
