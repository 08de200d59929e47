"""The stages of a lead as steps: where it stands, and where it may be moved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.text import STAGES, say, stage_words
from desk.views.theme import Theme
from desk.views.widgets.buttons import Pressable


class _Step(Pressable):
    """One stage of the stepper: a chip with its number key, or a bar with its name under it."""

    def __init__(self, stage: str, number: int, wide: bool, parent: QWidget) -> None:
        super().__init__(stage_words(stage), str(number), parent)
        self.stage, self.number, self.wide, self.state = stage, number, wide, "future"
        self.tight = False
        self.setCheckable(True)
        if not wide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _label(self) -> str:
        """A bar's word; at large text only the present stage keeps its own (look, section 7)."""
        if not self.wide and Theme.current().is_large:
            return f"{self.number} {self.text()}" if self.state == "now" else ""
        return say("Appt") if self.stage == "appointment_set" and not self.wide else self.text()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        if not self.wide:
            return QSize(round(t.width("caption_strong", self._label())) + 2, t.px(26))
        words = t.width("secondary_strong", self.text()) if self._says_words() else 0.0
        return QSize(round(words + t.px(14) + 2 * t.space(8)), t.px(24))

    def _says_words(self) -> bool:
        """Where there is little room only the present stage keeps its word; the others keep number and tooltip."""
        return not self.tight or self.state == "now"

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wide:
            self._paint_chip(QPainter(self), Theme.current())
        else:
            self._paint_bar(QPainter(self), Theme.current())

    def _paint_bar(self, p: QPainter, t: Theme) -> None:
        fill = {"past": "accent_line", "now": "accent"}.get(self.state, "line")
        paint.stretch(p, QRectF(0, t.px(2), self.width(), t.px(4)), t.px(2), fill, t)
        role, ink = ("caption_strong", "accent") if self.state == "now" else ("caption", "t2")
        words = paint.elided(role, self._label(), self.width(), t)
        paint.text(p, role, ink, 0, t.px(17), words, t)

    def _paint_chip(self, p: QPainter, t: Theme) -> None:
        fill, ink, edge = self._chip_colours()
        pen = t.pen(edge) if edge else None
        if pen is not None and self.stage == "lost" and self.state == "future":
            pen = QPen(pen.color(), 1, Qt.PenStyle.DashLine)
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, fill, t, pen)
        x, middle = float(t.space(8)), rect.center().y()
        if self.state == "past":
            paint_icon(p, "check", x - 1, middle - t.px(12) / 2, t.px(12), t.tokens[ink])
        else:
            paint.text(p, "caption", ink if self.state == "now" else "t3", x + 1, middle, str(self.number), t)
        if not self._says_words():
            return
        role = "secondary_strong" if self.state == "now" else "secondary_medium"
        is_tight = self.width() < self.sizeHint().width()
        words = say("Appt") if is_tight and self.stage == "appointment_set" else self.text()
        left = x + t.px(14)
        paint.text(p, role, ink, left, middle, paint.elided(role, words, rect.right() - left - 2, t), t)

    def _chip_colours(self) -> tuple[str | None, str, str]:
        if self.state == "now":
            return "accent", "on_accent", ""
        if self.state == "past":
            return "accent_tint", "accent", ""
        over = self.underMouse() and self.isEnabled()
        return "hover" if over else ("surface" if self.stage != "lost" else None), "t2", "line2"


class StageStepper(QWidget):
    """The stages with the present one marked; pressing another asks, with ``chosen``, to move there."""

    chosen = Signal(str)

    def __init__(self, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4 if not wide else 6)
        self._steps = [_Step(stage, n, wide, self) for n, stage in enumerate(STAGES, 1) if wide or n < 7]
        for step in self._steps:
            row.addWidget(step)
            step.clicked.connect(lambda _=False, stage=step.stage: self._press(stage))
        if wide:
            row.addStretch()
        self.show_stage(STAGES[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All words where they fit."""
        super().resizeEvent(event)
        if not self._steps[0].wide:
            return
        t = Theme.current()
        whole = sum(
            t.width("secondary_strong", step.text()) + t.px(14) + 2 * t.space(8) + 6 for step in self._steps
        )
        tight = whole > self.width()
        for step in self._steps:
            if step.tight != tight:
                step.tight = tight
                step._resized()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its numbers; the words come with room."""
        t = Theme.current()
        if not self._steps[0].wide:
            return super().minimumSizeHint()
        longest = max(t.width("secondary_strong", step.text()) for step in self._steps)
        return QSize(round(longest) + len(self._steps) * (t.px(14) + 2 * t.space(8) + 6), t.px(24))

    def _press(self, stage: str) -> None:
        """The mark stays where it is until the desk has answered."""
        self.show_stage(self.stage)
        if stage != self.stage:
            self.chosen.emit(stage)

    def show_stage(self, stage: str) -> None:
        """Mark ``stage`` as the present one. Lost has no past: its way there is in the history."""
        self.stage = stage
        at = STAGES.index(stage) if stage in STAGES else -1
        for step in self._steps:
            before = step.number - 1 < at and stage != "lost"
            step.state = "now" if step.stage == stage else ("past" if before else "future")
            step.setChecked(step.stage == stage)
            step._resized()
        self.setAccessibleName(say("Stage: {stage}", stage=stage_words(stage)))
