"""What the selected text can be: one key a field, with a check where it is filled (inbox.png)."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.views import widgets as w
from desk.views.quarantine.fields import field_words
from desk.views.quarantine.raw import PICKS
from desk.views.text import say
from desk.views.theme import Theme
from desk.views.undo_strip import FOOT


class PickStrip(w.Card):
    """``picked``: the field that the selection is. Where it is narrow only the keys are left, with their names in
    tooltips; where it is narrower still, those that are filled are outlined instead of ticked.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(FOOT)
        self.lead = w.Words(say("Selected text is the"), "secondary", "t3")
        self.buttons = {field: w.Button("", "ghost", key=key, size="row") for key, field in PICKS.items()}
        self._filled: Collection[str] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(4)
        row.addWidget(self.lead)
        for field, button in self.buttons.items():
            button.clicked.connect(lambda _=False, field=field: self.picked.emit(field))
            row.addWidget(button)
        row.addStretch(1)
        Theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        self._fit(self.width())

    def show_filled(self, filled: Collection[str]) -> None:
        """Which fields have a value now."""
        self._filled = filled
        self._fit(self.width())

    def minimumSizeHint(self) -> QSize:
        t = Theme.current()
        return QSize(t.px(40) * len(self.buttons), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        t = Theme.current()
        names = {field: field_words(field)[1].lower() for field in self.buttons}
        whole = sum(t.width("secondary_medium", words) + t.px(46) + t.space(20) for words in names.values())
        self.lead.setVisible(width >= whole + t.width("secondary", self.lead.text()) + 40)
        has_ticks = width >= len(self.buttons) * t.px(62)
        for field, button in self.buttons.items():
            filled = field in self._filled
            button.icon_kind = "check" if filled and has_ticks else ""
            button.icon_tone = "ok"
            button.kind = "default" if filled and not has_ticks else "ghost"
            button.set_words(names[field] if width >= whole else "")
            button.setAccessibleName(names[field])
            button.setToolTip(f"{names[field]} ({button.key})")
