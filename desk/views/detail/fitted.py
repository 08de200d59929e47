"""A stack that is as high as the page that shows."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class FittedStack(QStackedWidget):
    """As high as the page that shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.fit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def fit(self) -> None:
        for place in range(self.count()):
            shown = place == self.currentIndex()
            high = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            self.widget(place).setSizePolicy(QSizePolicy.Policy.Preferred, high)
        if self.currentWidget() is not None and self.currentWidget().layout() is not None:
            self.currentWidget().layout().invalidate()
            hint = self.currentWidget().layout().sizeHint().height()
            self.setFixedHeight(hint)
