"""Rows of widgets that are made anew when what they show has changed."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout


def emptied(layout: QBoxLayout) -> None:
    """Take every widget out of ``layout`` and let it go."""
    while layout.count():
        part = layout.takeAt(0).widget()
        if part is not None:
            part.hide()
            part.deleteLater()
