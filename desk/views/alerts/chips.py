"""The four classes of alerts as filters with their counts; the chosen one is tinted (alerts.png)."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desk.models.snapshots.frame import AlertView
from desk.views import paint
from desk.views import widgets as w
from desk.views.text import say
from desk.views.theme import Theme

CLASSES = ("", "doorbell", "handoff", "escalation", "appointment")
#: A kind without a filter of its own -> the class it is counted with: a mail that could not be read may be a new lead.
_COUNTED_AS = {"quarantine": "doorbell", "attention": "escalation", "digest": "appointment"}


def class_of(alert: AlertView) -> str:
    """The filter an alert is counted under."""
    return _COUNTED_AS.get(alert.kind, alert.kind)


def class_words(kind: str) -> str:
    return {
        "": say("All"),
        "doorbell": say("Doorbell"),
        "handoff": say("Handoff"),
        "escalation": say("Escalation"),
        "appointment": say("Appointments"),
    }[kind]


class FilterChip(w.Pressable):
    """One of a row of filters."""

    ring_radius = 12.0

    def __init__(self) -> None:
        super().__init__("")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say_words(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(round(t.width("caption_medium", self.text())) + 2 * t.space(7), t.px(24))

    def minimumSizeHint(self) -> QSize:
        """Where the row is narrow the words end in an ellipsis."""
        t = Theme.current()
        return QSize(t.px(24) + 2 * t.space(7), t.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, p = Theme.current(), QPainter(self)
        fill = "accent_tint" if self.isChecked() else ("hover" if self.underMouse() else None)
        paint.rounded(p, self.rect().toRectF(), self.height() / 2, fill, t)
        ink = "accent" if self.isChecked() else "t2"
        room = self.width() - 2 * t.space(7) + 1
        words = paint.elided("caption_medium", self.text(), room, t)
        self.setToolTip("" if words == self.text() else self.text())
        paint.text(p, "caption_medium", ink, t.space(7), self.height() / 2, words, t)
