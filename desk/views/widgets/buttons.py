"""Things one presses: button with its key, icon button, segment, switch, stage stepper; painted and named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk.views import paint
from desk.views.icons import paint_icon
from desk.views.text import STAGES, say, stage_words
from desk.views.theme import Theme
from desk.views.widgets.focus import RingFocus

KINDS = ("default", "primary", "ghost", "destructive", "ai")
#: Size -> height, side padding, type role.
SIZES = {
    "normal": (28, 12, "row"),
    "bar": (28, 12, "secondary_medium"),
    "row": (24, 10, "secondary_medium"),
    "large": (36, 16, "row"),
}


class Pressable(RingFocus, QAbstractButton):
    """A painted button: repaints on hover, grows with the text size, is named for the ear."""

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.key = key
        self.setAccessibleName(words)
        self.setAccessibleDescription(say("Key {key}", key=key) if key else "")
        if key:
            self.setToolTip(f"{words} ({key})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        Theme.current().changed.connect(self._resized)

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressable):
    """A button of one of KINDS and SIZES, with an icon before and a key cap after its words if wished."""

    def __init__(
        self,
        words: str,
        kind: str = "default",
        *,
        key: str = "",
        icon: str = "",
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, key, parent)
        self.kind, self.icon_kind, self.size_kind = kind, icon, size
        self.icon_tone = ""

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self._resized()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        height, pad, role = SIZES[self.size_kind]
        width = t.width(role, self.text()) + 2 * t.space(pad)
        if self.icon_kind:
            width += t.px(14) + t.space(7 if self.text() else 0)
        if self.key:
            width += paint.keycap_width(self.key, t) + t.space(9) - t.space(pad - 8)
        return QSize(round(width), t.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        fill, ink, edge = self._colours()
        rect = QRectF(self.rect())
        paint.rounded(p, rect, 6, fill, t, t.pen(edge) if edge else None)
        self._paint_inside(p, rect, ink, t)

    def _paint_inside(self, p: QPainter, rect: QRectF, ink: str, t: Theme) -> None:
        _, inset, role = SIZES[self.size_kind]
        pad, middle = t.space(inset), rect.center().y()
        x = float(pad) if self.key else (rect.width() - self._inside_width(t)) / 2
        if self.icon_kind:
            tone = self.icon_tone or ink
            paint_icon(p, self.icon_kind, x, middle - t.px(14) / 2, t.px(14), t.tokens[tone])
            x += t.px(14) + t.space(7)
        paint.text(p, role, ink, x, middle, self.text(), t)
        if self.key:
            left = rect.right() - t.space(8) - paint.keycap_width(self.key, t)
            paint.paint_keycap(p, left, middle, self.key, t, *self._key_colours())

    def _inside_width(self, t: Theme) -> float:
        icon = t.px(14) + t.space(7 if self.text() else 0) if self.icon_kind else 0
        return t.width(SIZES[self.size_kind][2], self.text()) + icon

    def _key_colours(self) -> tuple[str, str]:
        on_fill = self.kind == "primary" and self.isEnabled()
        return ("on_accent", "accent_line") if on_fill else ("t3", "line2")

    def _colours(self) -> tuple[str | None, str, str]:
        """Fill, ink and edge now."""
        over = self.underMouse() or self.isDown()
        if not self.isEnabled():
            return "canvas", "t3", "line"
        return {
            "primary": ("accent_hover" if over else "accent", "on_accent", ""),
            "ghost": ("hover" if over else None, "t2", ""),
            "destructive": ("bad_tint" if over else "surface", "bad", "bad_line"),
            "ai": ("ai_tint", "ai", ""),
        }.get(self.kind, ("hover" if over else "surface", "t1", "line2"))


class IconButton(Pressable):
    """A button that is only an icon; its words are its name and tooltip. ``count`` hangs a bubble on it."""

    def __init__(
        self, icon: str, words: str, *, key: str = "", size: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, key, parent)
        self.icon_kind, self.box, self.count, self.ink = icon, size, 0, "t2"
        self.setToolTip(f"{words} ({key})" if key else words)

    def sizeHint(self) -> QSize:
        side = Theme.current().px(self.box)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        if self.underMouse() and self.isEnabled():
            paint.rounded(p, QRectF(self.rect()), 6, "hover", t)
        side = t.px(16)
        x, y = (self.width() - side) / 2, (self.height() - side) / 2
        paint_icon(p, self.icon_kind, x, y, side, t.tokens[self.ink if self.isEnabled() else "ctl"])
        if self.count:
            paint.paint_count(p, self.width(), 0, self.count, t, "bad", "on_bad")


class _Choice(Pressable):
    """One choice of a segment."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, "", parent)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("secondary_medium", self.text()) + 2 * t.space(10)), t.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        rect = QRectF(self.rect())
        if self.isChecked():
            paint.rounded(p, rect, 5, "hover" if t.name == "dark" else "surface", t, t.pen("line2"))
        ink = "t1" if self.isChecked() or self.underMouse() else "t2"
        x = (rect.width() - t.width("secondary_medium", self.text())) / 2
        paint.text(p, "secondary_medium", ink, x, rect.center().y(), self.text(), t)


class Segment(QWidget):
    """One of a few: a 28 px well with the choice raised. ``chosen`` carries the key of the choice."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons = {key: _Choice(words, self) for key, words in choices}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        for key, button in self._buttons.items():
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        next(iter(self._buttons.values())).setChecked(True)

    def choose(self, key: str) -> None:
        """Show ``key`` as chosen, without a signal."""
        self._buttons[key].setChecked(True)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Every key with its present words."""
        return tuple((key, button.text()) for key, button in self._buttons.items())

    def choice(self) -> str:
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def set_words(self, key: str, words: str) -> None:
        """Change a choice's words, such as the count in "Unassigned 3"."""
        button = self._buttons[key]
        if button.text() != words:
            button.setText(words)
            button.setAccessibleName(words)
            button.updateGeometry()
            button.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = Theme.current()
        paint.rounded(QPainter(self), QRectF(self.rect()), 7, "sunken", t, t.pen("line"))


class Switch(RingFocus, QAbstractButton):
    """On or off. Disabled it is at half strength, with the reason beside it."""

    ring_radius = 9.0

    def __init__(self, name: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(30), t.px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setOpacity(1.0 if self.isEnabled() else 0.5)
        rect, high = QRectF(self.rect()), self.height()
        knob = high - t.px(4 if self.isChecked() else 6)
        if self.isChecked():
            paint.rounded(p, rect, high / 2, "ai", t)
        else:
            paint.rounded(p, rect, high / 2, None, t, t.pen("ctl", 1.5))
        edge = (high - knob) / 2
        left = rect.width() - knob - edge if self.isChecked() else edge
        paint.rounded(p, QRectF(left, edge, knob, knob), knob / 2, "on_ai" if self.isChecked() else "ctl", t)


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
