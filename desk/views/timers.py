"""The response timer: what it shows at a moment, painted and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desk.views import formats
from desk.views.boxes import rounded, still
from desk.views.icons import paint_icon
from desk.views.paint import paint_ring, passing, text
from desk.views.text import say
from desk.views.theme import Theme

if TYPE_CHECKING:
    from datetime import datetime

    from desk.models.snapshots.board import TimerView


_INK = {"ok": "ok", "warn": "warn", "quiet": "t3", "wait": "t3"}
_SIGN = {"quiet": "check", "wait": "clock"}
_RING_STEPS = 60  # a timer's ring is thirty pixels round: a finer step is not painted for itself
_ZEROS = str.maketrans("123456789", "0" * 9)  # figures are all of one width


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


def looks_like(one: TimerFace | None, other: TimerFace | None) -> bool:
    """Whether both are painted alike."""
    if one is None or other is None:
        return one is other
    return one[:2] == other[:2] and _steps(one) == _steps(other)


def _steps(face: TimerFace) -> int:
    """How much of the ring is left, as finely as it is seen."""
    return round(face.left * _RING_STEPS)


def timer_width(face: TimerFace, t: Theme) -> float:
    if face.tone == "bad":
        return t.width("timer", face.text.translate(_ZEROS)) + t.px(12) + t.space(3) + 2 * t.space(5)
    role = "caption_medium" if face.tone in _SIGN else "timer"
    return t.width(role, face.text.translate(_ZEROS)) + t.px(12) + t.space(4)


def paint_timer(p: QPainter, right: float, cy: float, face: TimerFace, t: Theme) -> float:
    """The response timer, ending at ``right``: ring, red tag with a plus, or a grey check; its width."""
    width = timer_width(face, t)
    x, icon, height = right - width, t.px(12), t.px(18)
    if face.tone == "bad":
        still(p, x, cy - height / 2, (width, height), t, _draw_alarm)
        passing(p, "timer", "on_bad", x + t.space(5) + icon + t.space(3), cy, face.text, t)
        return width
    ink = _INK[face.tone]
    if face.tone in _SIGN:
        still(p, x, cy - height / 2, (width, height), t, _draw_sign, face.tone, face.text)
        return width
    ring = QRectF(round(x), round(cy - icon / 2), icon, icon)
    paint_ring(p, ring, face.left, ink, t, max(2.0, t.px(2)))
    passing(p, "timer", ink, x + icon + t.space(4), cy, face.text, t)
    return width


def _draw_alarm(p: QPainter, box: QRectF, t: Theme) -> None:
    """The red tag of a timer past its target, without its figures."""
    icon = t.px(12)
    rounded(p, box, 4, "bad", t)
    paint_icon(
        p, "triangle-alert", box.x() + t.space(5), box.center().y() - icon / 2, icon, t.tokens["on_bad"]
    )


def _draw_sign(p: QPainter, box: QRectF, t: Theme, tone: str, words: str) -> None:
    """A timer that stands still: answered, or waiting for the opening."""
    icon, cy = t.px(12), box.center().y()
    paint_icon(p, _SIGN[tone], box.x(), cy - icon / 2, icon, t.tokens[_INK[tone]])
    text(p, "caption_medium", _INK[tone], box.x() + icon + t.space(4), cy, words, t)


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
