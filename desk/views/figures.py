"""Figures that stand for a second, put together from glyphs that were looked up once: shaping them anew costs more than all of a row."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout

from desk.views.theme import Theme

_SAMPLE = (
    "0123456789:0 + 0 s 0 m 0 h 0 d"  # all that a timer shows; the type sets a colon between figures higher
)


@lru_cache(maxsize=64)
def figures(role: str, words: str, scale: float) -> QGlyphRun | None:
    """``words`` as they would be set in ``role`` at this text size, beginning on the baseline at 0; None where they hold more than
    figures. Kept for a moment: a card that scrolls into sight is painted by parts."""
    font, glyphs = _glyphs(role, scale)
    taken, places, x = [], [], 0.0
    for sign in words:
        if sign not in glyphs:
            return None
        glyph, advance = glyphs[sign]
        taken.append(glyph)
        places.append(QPointF(x, 0))
        x += advance
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(taken)
    run.setPositions(places)
    return run


@lru_cache(maxsize=4)
def _glyphs(role: str, _scale: float) -> tuple[QRawFont, dict[str, tuple[int, float]]]:
    """The glyph of each sign and how far it leads, in the type of a role; none where the sample is set in pieces."""
    layout = QTextLayout(_SAMPLE, Theme.current().font(role))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    if len(runs) != 1 or len(runs[0].glyphIndexes()) != len(_SAMPLE):
        return QRawFont(), {}
    font, indexes = runs[0].rawFont(), runs[0].glyphIndexes()
    return font, dict(
        zip(
            _SAMPLE,
            zip(indexes, (one.x() for one in font.advancesForGlyphIndexes(indexes)), strict=True),
            strict=True,
        )
    )
