"""Ctrl+Enter: the one key that takes what was entered, on a form as on a page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_ctrl_enter(widget: QWidget, act: Callable[[], object]) -> None:
    """Do ``act`` at Ctrl+Enter of either keyboard, wherever in ``widget`` the focus is."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), widget, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
